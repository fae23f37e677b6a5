"""Whatever people do, in whatever order: a step has one owner, and at most one question about it is open."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import Connection
from sqlmodel import Session, SQLModel, select

from bot.commands.vocabulary import (
    AcceptOffer,
    AddPost,
    AskForHelp,
    ComeBack,
    DeclineOffer,
    FinishStep,
    GoAway,
    HandOver,
    RemovePost,
    SwapOffer,
)
from bot.domain.errors import PlanError
from bot.handlers import away, leaving, offers, posts, steps
from bot.handlers.call import Call, Scene
from bot.handlers.look import look
from storage import members, waiting
from storage.engine import Database
from storage.tables import (
    Agreement,
    Delivery,
    Duty,
    Member,
    Offer,
    OfferState,
    Post,
    PostVersion,
    Role,
    Step,
    Workspace,
)

ZONE = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=ZONE)
NAMES = ("ana", "ben", "reyes", "sarah")
LEADS = ("ana", "sarah")
ANY = st.integers(0, 99)


class Carrier:
    """Takes nothing along."""

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Do nothing; the ledger row is there already."""


@cache
def tables() -> bytes:
    """Give a database with every table and no row, made once for all that are lived through."""
    database = Database("sqlite://")
    SQLModel.metadata.create_all(database.engine)
    with database.engine.connect() as connection:
        made: bytes = driver(connection).serialize()
    database.close()
    return made


def driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


class OneOwner(RuleBasedStateMachine):
    """Bright Smile Dental, where everybody may do anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.gone = MONDAY, set[str]()
        self.database = Database("sqlite://")
        with self.database.engine.connect() as fresh:
            driver(fresh).deserialize(tables())
        with self.database.transaction() as session:
            opening = {"weekdays": ["9:00-17:00"] * 5 + ["", ""], "closed_days": []}
            workspace = Workspace(team_id="T1", opening=opening, created_at=MONDAY, set_up_at=MONDAY)
            session.add(workspace)
            session.flush()
            people = [
                Member(workspace_id=workspace.id or 0, user_id=f"U{name.upper()}", name=name.title(), seen_at=MONDAY)
                for name in NAMES
            ]
            session.add_all(people)
            session.flush()
            self.ids = {name: person.id or 0 for name, person in zip(NAMES, people, strict=True)}
            members.hold(session, workspace.id or 0, Role.LEAD, people[0])
            members.hold(session, workspace.id or 0, Role.BACKUP, people[3])
            for person, duty, skill in ((1, Duty.PHOTO, 1), (3, Duty.PHOTO, 3), (2, Duty.WRITING, 2)):
                agreed = Agreement(
                    workspace_id=workspace.id or 0, member_id=people[person].id or 0, duty=duty, skill=skill, minutes=30
                )
                session.add(agreed)

    def teardown(self) -> None:
        self.database.close()

    def scene(self, session: Session) -> Scene:
        workspace = session.exec(select(Workspace)).one()
        return Scene(session=session, workspace=workspace, now=self.now, carrier=Carrier())

    def does(self, name: str, act: Callable[[Call], Any]) -> None:
        """Let somebody do something in a transaction of their own; what is refused leaves no trace."""
        try:
            with self.database.transaction() as session:
                scene, member = self.scene(session), session.get(Member, self.ids[name])
                assert member is not None
                act(
                    Call(session=session, workspace=scene.workspace, now=self.now, carrier=scene.carrier, member=member)
                )
        except PlanError:
            pass

    def here(self, number: int, among: tuple[str, ...] = NAMES) -> str:
        there = [name for name in among if name not in self.gone]
        return there[number % len(there)]

    def name_of(self, member_id: int) -> str:
        return next(name for name, each in self.ids.items() if each == member_id)

    def pick(self, kind: Any, number: int, *where: Any) -> Any:
        with self.database.reading() as session:
            rows = session.exec(select(kind).where(*where).order_by(kind.id)).all()
            return rows[number % len(rows)] if rows else None

    def asked(self, number: int) -> tuple[Any, str] | None:
        offer = self.pick(Offer, number, Offer.state.in_((OfferState.OPEN, OfferState.SWAPPED)))  # type: ignore[attr-defined]
        name = self.name_of(offer.member_id) if offer else ""
        return (offer, name) if offer and name not in self.gone else None

    @rule(by=ANY, who=ANY, day=st.integers(0, 9))
    def add(self, by: int, who: int, day: int) -> None:
        named = "" if who % 3 == 0 else f"U{NAMES[who % 4].upper()}"
        on = date(2026, 11, 24) + timedelta(days=day)
        wish = AddPost(what="A post", on=on, at=time(16), kind="human", who=named)
        self.does(self.here(by), lambda call: posts.add_post(wish, call))

    @rule(which=ANY, always=st.booleans())
    def accept(self, which: int, *, always: bool) -> None:
        if (found := self.asked(which)) is not None:
            offer, name = found
            self.does(name, lambda call: offers.accept_offer(AcceptOffer(offer.id, from_now_on=always), call))

    @rule(which=ANY, to=ANY)
    def swap(self, which: int, to: int) -> None:
        if (found := self.asked(which)) is not None:
            offer, name = found
            wish = SwapOffer(offer.id, f"U{NAMES[to % 4].upper()}", note="two are there")
            self.does(name, lambda call: offers.swap_offer(wish, call))

    @rule(which=ANY)
    def decline(self, which: int) -> None:
        if (found := self.asked(which)) is not None:
            offer, name = found
            self.does(name, lambda call: offers.decline_offer(DeclineOffer(offer.id), call))

    @rule(which=ANY, by=ANY, to=ANY)
    def hand_over_or_take_over(self, which: int, by: int, to: int) -> None:
        if (step := self.pick(Step, which)) is not None:
            wish = HandOver(step.id, f"U{NAMES[to % 4].upper()}")
            self.does(self.here(by, LEADS), lambda call: steps.hand_over(wish, call))

    @rule(which=ANY, by=ANY)
    def finish_or_need_help(self, which: int, by: int) -> None:
        step = self.pick(Step, which, Step.accepted_at.is_not(None))  # type: ignore[union-attr]
        name = self.name_of(step.owner_id) if step else ""
        if step is not None and name not in self.gone:
            if by % 2:
                self.does(name, lambda call: steps.finish_step(FinishStep(step.id), call))
            else:
                self.does(name, lambda call: steps.ask_for_help(AskForHelp(step.id), call))

    @precondition(lambda self: len(self.gone) < 2)
    @rule(number=ANY)
    def leave(self, number: int) -> None:
        name = ("ben", "reyes")[number % 2]
        if name not in self.gone:
            self.gone.add(name)
            with self.database.transaction() as session:
                member = session.get(Member, self.ids[name])
                assert member is not None
                member.is_deactivated = True
                session.flush()
                leaving.hand_on(self.scene(session), member)

    @rule(number=ANY, back=st.booleans())
    def go_away_or_come_back(self, number: int, *, back: bool) -> None:
        wish = GoAway(until_on=self.now.date() + timedelta(days=2))
        self.does(
            self.here(number), lambda call: away.come_back(ComeBack(), call) if back else away.go_away(wish, call)
        )

    @rule(which=ANY)
    def remove(self, which: int) -> None:
        if (post := self.pick(Post, which)) is not None:
            self.does("ana", lambda call: posts.remove_post(RemovePost(post.id), call))

    @rule(hours=st.integers(1, 30))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        with self.database.transaction() as session:
            look(self.scene(session))

    @invariant()
    def every_step_has_one_owner_and_at_most_one_open_question(self) -> None:
        with self.database.reading() as session:
            workspace_id = session.exec(select(Workspace)).one().id or 0
            lists = {
                name: {step.id for step, _ in waiting.of_member(session, workspace_id, member_id, self.now)}
                for name, member_id in self.ids.items()
            }
            open_ones = session.exec(select(Offer).where(Offer.state == OfferState.OPEN)).all()
            for post in session.exec(select(Post)).all():
                versions = session.exec(select(PostVersion).where(PostVersion.post_id == post.id)).all()
                assert post.version == 1 + len(versions)
                asking = [task for offer in open_ones if offer.post_id == post.id for task in offer.tasks]
                if post.removed_at is not None:
                    assert asking == [], "nobody is asked about what is out of the plan"
                    continue
                for step in session.exec(select(Step).where(Step.post_id == post.id)).all():
                    has_it = [name for name, ids in lists.items() if step.id in ids]
                    questions = asking.count(step.task)
                    if step.done_at is not None:
                        assert has_it == [], "nobody has to do what is done"
                        continue
                    if step.accepted_at is None:
                        assert (has_it, questions) == ([], 1), "nobody has it, and one person is asked"
                    else:
                        assert has_it == [self.name_of(step.owner_id)], "whoever said yes has it, and nobody else"
                        assert has_it[0] not in self.gone, "nothing is left with somebody who has left"


OneOwner.TestCase.settings = settings(
    max_examples=10, stateful_step_count=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
TestOneOwner = OneOwner.TestCase

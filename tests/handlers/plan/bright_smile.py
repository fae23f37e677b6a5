"""Bright Smile Dental for the tests of the plan: its people, its outline, and a way to ask as any of them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.commands.vocabulary import AddPost
from bot.domain import practice as settings
from bot.domain.cadence import DEFAULT
from bot.domain.outcomes.posts import PostAdded
from bot.handlers import posts
from bot.handlers.call import Call, Scene
from storage import members
from storage.tables import Delivery, Member, Offer, Role, Slot, Step, Workspace

NEW_YORK = ZoneInfo("America/New_York")
MONDAY_NINE = datetime(2026, 11, 23, 9, 0, tzinfo=NEW_YORK).astimezone(UTC)
THURSDAY = date(2026, 11, 26)


@dataclass
class Carried:
    """Takes deliveries along and remembers which."""

    keys: list[str] = field(default_factory=list)

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        assert delivery.id is not None
        assert session.is_active
        self.keys.append(delivery.key)


@dataclass
class Practice:
    """One workspace in a running transaction, at a moment that tests move on."""

    session: Session
    workspace: Workspace
    people: dict[str, Member]
    now: datetime = MONDAY_NINE
    carried: Carried = field(default_factory=Carried)

    def call(self, name: str = "ana") -> Call:
        return Call(
            session=self.session,
            workspace=self.workspace,
            now=self.now,
            carrier=self.carried,
            member=self.people[name],
        )

    def scene(self) -> Scene:
        return Scene(session=self.session, workspace=self.workspace, now=self.now, carrier=self.carried)

    def later(self, **time_passed: int) -> None:
        self.now += timedelta(**time_passed)

    def meets(self, name: str, **facts: bool) -> Member:
        member = Member(
            workspace_id=self.workspace.id,
            user_id=f"U{name.upper()}",
            name=name.capitalize(),
            zone="America/New_York",
            seen_at=self.now,
            **facts,
        )
        self.session.add(member)
        self.session.flush()
        self.people[name] = member
        return member

    def has_post(self, what: str = "Meet our hygienist", by: str = "ana", who: str = "", **given: object) -> PostAdded:
        wished = {"on": THURSDAY, "who": self.people[who].user_id if who else "", **given}
        return posts.add_post(AddPost(what=what, **wished), self.call(by))

    def steps(self, post_id: int | None) -> dict[str, Step]:
        rows = self.session.exec(select(Step).where(col(Step.post_id) == post_id)).all()
        return {step.task: step for step in rows}

    def offers(self) -> list[Offer]:
        return list(self.session.exec(select(Offer).order_by(col(Offer.id))))

    def owed(self) -> list[Delivery]:
        return list(self.session.exec(select(Delivery).order_by(col(Delivery.id))))


def found(session: Session, team_id: str) -> Practice:
    workspace = Workspace(team_id=team_id, name="Bright Smile Dental", created_at=MONDAY_NINE)
    session.add(workspace)
    session.flush()
    practice = Practice(session, workspace, {})
    for name in ("ana", "ben", "sarah", "reyes"):
        practice.meets(name)
    return practice


def settle(practice: Practice) -> Practice:
    """Set the practice up: Ana leads, Dr. Reyes stands in, and the outline is the default one."""
    workspace = practice.workspace
    workspace.opening = settings.DEFAULT_OPENING.to_json()
    workspace.digest_channels = ["C0SOCIAL"]
    workspace.digest_at = time(9)
    workspace.set_up_at = MONDAY_NINE - timedelta(days=14)
    members.hold(practice.session, workspace.id or 0, Role.LEAD, practice.people["ana"])
    members.hold(practice.session, workspace.id or 0, Role.BACKUP, practice.people["reyes"])
    practice.session.add_all(
        Slot(
            workspace_id=workspace.id,
            weekday=place.weekday,
            at=place.at,
            kind=place.kind,
            since_on=workspace.set_up_at.date(),
        )
        for place in DEFAULT
    )
    practice.session.flush()
    return practice


def reopened(session: Session, team_id: str) -> Practice:
    """The same practice in another transaction."""
    workspace = session.exec(select(Workspace).where(col(Workspace.team_id) == team_id)).one()
    people = {member.name.lower(): member for member in members.everybody(session, workspace.id or 0)}
    return Practice(session, workspace, people)

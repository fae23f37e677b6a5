"""Bright Smile Dental on a database in memory: people who ask, click and hear, and a clock that can be skipped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from bot.blocks import home as home_blocks
from bot.blocks import mine as mine_blocks
from bot.blocks import nudges as nudge_blocks
from bot.blocks import offers as offer_blocks
from bot.blocks.surfaces import Drawn, Message
from bot.domain.outcomes import home, mine, offers, steps
from bot.domain.posts import publish_moment
from bot.domain.weeks import Week
from bot.handlers import nudged
from bot.handlers import offers as offer_handlers
from bot.handlers.call import Call, Scene
from bot.handlers.look import look
from storage import members
from storage.engine import Database
from storage.tables import Delivery, DeliveryState, Member, Post, Role, Step, Task, Workspace

ZONE = ZoneInfo("America/New_York")
OPENING = {"weekdays": ["9:00-12:00, 13:00-17:00"] * 5 + ["", ""], "closed_days": []}
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE).astimezone(UTC)
COMPOSERS: dict[str, Callable[[Scene, Delivery], Any]] = {
    "offer": offer_handlers.compose_offer,
    "offer-update": offer_handlers.compose_offer_update,
    "notice-back": offer_handlers.compose_notice_back,
    "notice-taken": offer_handlers.compose_notice_taken,
    "nudge": nudged.compose_nudge,
    "nudge-update": nudged.compose_nudge_update,
    "notice-help": nudged.compose_notice_help,
}


class Carrier:
    """Takes nothing along: the tests deliver by hand."""

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Do nothing; the ledger row is there already."""


@dataclass
class Practice:
    """A practice in the middle of its week."""

    session: Session
    workspace: Workspace
    now: datetime = MONDAY
    people: dict[str, Member] = field(default_factory=dict)
    inbox: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def scene(self) -> Scene:
        return Scene(session=self.session, workspace=self.workspace, now=self.now, carrier=Carrier())

    def call(self, name: str) -> Call:
        return Call(
            session=self.session,
            workspace=self.workspace,
            now=self.now,
            carrier=Carrier(),
            member=self.people[name],
        )

    def join(self, name: str, **about: Any) -> Member:
        member = Member(
            workspace_id=self.workspace.id or 0, user_id=f"U{name.upper()}", name=name.title(), seen_at=MONDAY, **about
        )
        self.session.add(member)
        self.session.flush()
        self.people[name] = member
        return member

    def plan(
        self, what: str, owner: str, *tasks: Task, asked_by: str = "ana", **due: datetime
    ) -> tuple[Post, list[Step]]:
        """Put a post for Thursday 4 PM into the plan, its steps due by name or at its own time."""
        thursday = datetime(2026, 11, 26, 16, 0, tzinfo=ZONE)
        self.workspace.posts_numbered += 1
        post = Post(
            workspace_id=self.workspace.id or 0,
            number=self.workspace.posts_numbered,
            on=thursday.date(),
            publish_at=publish_moment(thursday.date(), thursday.time(), now=self.now, zone=ZONE),
            kind="human",
            what=what,
            added_at=self.now,
        )
        self.session.add(post)
        self.session.flush()
        made = [
            Step(
                workspace_id=self.workspace.id or 0,
                post_id=post.id or 0,
                task=task,
                owner_id=self.people[owner].id or 0,
                due_at=due.get(task, at(24, 16) if task == Task.PHOTO else thursday.astimezone(UTC)),
            )
            for task in tasks or (Task.PHOTO,)
        ]
        self.session.add_all(made)
        self.session.flush()
        offer_handlers.offer_steps(self.call(asked_by), post, self.people[owner], made)
        self.deliver()
        return post, made

    def skip_to(self, moment: datetime) -> datetime | None:
        """Let the clock run, waking whenever the last look said so, and deliver what is owed; give the next moment."""
        for _ in range(1000):
            wake = look(self.scene())
            self.deliver()
            if wake is None or wake > moment:
                break
            assert wake > self.now, "the next look is later than this one"
            self.now = wake
        self.now = moment
        wake = look(self.scene())
        self.deliver()
        return wake

    def deliver(self) -> None:
        """Draw every message that is owed, as it is drawn when it is sent."""
        self.session.flush()
        for delivery in self.session.exec(select(Delivery).where(Delivery.state == DeliveryState.OWED)).all():
            if delivery.kind not in COMPOSERS:
                continue
            outcome = COMPOSERS[delivery.kind](self.scene(), delivery)
            delivery.state = DeliveryState.CANCELLED if outcome is None else DeliveryState.SENT
            if outcome is not None:
                name = next(name for name, member in self.people.items() if member.user_id == delivery.recipient)
                self.inbox.setdefault(name, []).append((delivery.revises or delivery.key, read(outcome)))
        self.session.flush()

    def heard(self, name: str) -> list[str]:
        """Give what somebody heard since they were last asked, edits included."""
        return [text for _, text in self.inbox.pop(name, [])]

    def owed(self, kind: str) -> list[Delivery]:
        return [row for row in self.session.exec(select(Delivery)).all() if row.kind == kind]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A local moment of November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def draw(outcome: Any) -> Drawn:
    """Draw an outcome of this part of the program."""
    drawings: dict[type, Callable[[Any], Drawn]] = {
        offers.OfferSeen: offer_blocks.draw_offer_seen,
        offers.SwapFormOpened: offer_blocks.draw_swap_form_opened,
        offers.OfferSwapped: offer_blocks.draw_offer_swapped,
        offers.DeclineFormOpened: offer_blocks.draw_decline_form_opened,
        offers.OfferDeclined: offer_blocks.draw_offer_declined,
        offers.StepTaken: offer_blocks.draw_step_taken,
        steps.NudgeShown: nudge_blocks.draw_nudge_shown,
        steps.HelpWanted: nudge_blocks.draw_help_wanted,
        steps.HandOverFormOpened: nudge_blocks.draw_hand_over_form_opened,
        mine.MineShown: mine_blocks.draw_mine_shown,
        home.HomeShown: home_blocks.draw_home_shown,
        home.WelcomeShown: home_blocks.draw_welcome_shown,
    }
    return drawings.get(type(outcome), nudge_blocks.draw_just)(outcome)


def read(outcome: Any) -> str:
    """What a person reads, one line for each thing, buttons in brackets."""
    drawn = draw(outcome)
    blocks = drawn.blocks if isinstance(drawn, Message) else drawn.view["blocks"]
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: dict[str, Any]) -> Iterator[str]:
    match block["type"]:
        case "section" | "header":
            yield block["text"]["text"]
            if "accessory" in block:
                yield f"[{block['accessory']['text']['text']}]"
        case "context":
            lines = (line for element in block["elements"] for line in element["text"].splitlines())
            yield from (line for line in lines if not line.startswith("Why this?"))
        case "actions":
            yield " ".join(
                f"[{(element.get('text') or element['placeholder'])['text']}]" for element in block["elements"]
            )
        case "input":
            yield f"{block['label']['text']}: ____"
        case "divider":
            yield "---"


@pytest.fixture
def practice(memory_database: Database) -> Iterator[Practice]:
    with memory_database.transaction() as session:
        workspace = Workspace(
            team_id="T1",
            name="Bright Smile Dental",
            opening=OPENING,
            bot_user_id="UBOT",
            created_at=MONDAY - timedelta(days=30),
            set_up_at=MONDAY - timedelta(days=30),
        )
        session.add(workspace)
        session.flush()
        made = Practice(session, workspace)
        for name in ("ana", "ben", "sarah", "reyes"):
            made.join(name)
        members.hold(session, workspace.id or 0, Role.LEAD, made.people["ana"])
        members.hold(session, workspace.id or 0, Role.BACKUP, made.people["sarah"])
        session.flush()
        yield made


@pytest.fixture
def reads() -> Callable[[Any], str]:
    return read


@pytest.fixture
def november() -> Callable[..., datetime]:
    return at


@pytest.fixture
def this_week(practice: Practice) -> Week:
    return Week.of(practice.scene().today)

"""The plan: places, posts, their steps, offers and nudges."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.columns import ONCE_EACH, added, in_workspace, moment, ref
from storage.tables.row import Row
from storage.tables.words import Maker, OfferState

BEGINNING = date(2000, 1, 1)
"""Before any practice began: a place without another first day has been there always."""


class Slot(Row, table=True):
    """A recurring typed place in the week, such as Thursday's human one, from its first day to its last.

    A place that changes ends, and another one follows it, so that the weeks that are over stay as they were.
    `rank` is 0 for every week, 2 for the second such weekday of a month and -1 for the last one; `owners` are the row
    ids of the members who are asked first, by task; `moves` is when single turns take place instead, by the day the
    outline has them, empty for one that is left out; `budget` is what an ad may cost each time.
    """

    __table_args__ = ONCE_EACH

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    weekday: int
    at: time = time(10, 0)
    kind: str
    since_on: date = BEGINNING
    until_on: date | None = None
    rank: int = 0
    network: str = ""
    owners: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    moves: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    budget: int | None = None


class Post(Row, table=True):
    """One dated item of the plan: what, when, why, how, who, what it takes.

    `substitute` says what stands in for a picture that nobody took (`Substitute`); empty for one of its own.
    """

    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        Index("ix_post_workspace_id_on", "workspace_id", "on"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    number: int
    slot_id: int | None = ref("slot.id", ondelete="SET NULL")
    on: date
    publish_at: datetime = moment()
    kind: str
    what: str
    why: str = ""
    network: str = ""
    link: str = ""
    takes: str = ""
    added_by: int | None = ref("member.id", ondelete="SET NULL")
    added_at: datetime = moment()
    posted_at: datetime | None = moment(nullable=True)
    posted_link: str = ""
    removed_at: datetime | None = moment(nullable=True)
    made_by: str = Maker.US
    version: int = 1
    goal: str = ""
    shows: str = ""
    shape: str = ""
    substitute: str = added("")
    copied_from_id: int | None = ref("post.id", ondelete="SET NULL")
    rest_weeks: int = added(0)
    repeats: int = added(0)
    repeats_id: int | None = ref("post.id", ondelete="SET NULL")
    series_id: int | None = ref("post.id", ondelete="SET NULL")


class Offer(Row, table=True):
    """Asking one member to take one or more steps of a post, named by their tasks.

    `follows_id` is the offer this one came from: one that was swapped, or one that was declined and fell to the lead.
    """

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    post_id: int = ref("post.id")
    member_id: int = ref("member.id")
    asked_by: int | None = ref("member.id", ondelete="SET NULL")
    follows_id: int | None = ref("offer.id", ondelete="SET NULL")
    tasks: list[str] = Field(default_factory=list, sa_type=JSON)
    state: str = OfferState.OPEN
    reason: str = ""
    made_at: datetime = moment()
    answered_at: datetime | None = moment(nullable=True)


class Step(Row, table=True):
    """One task of a post, with exactly one owner and a due time.

    `accepted_at` is empty while the owner has been asked but has not said yes; `offer_id` is the offer that
    is open for it, also while somebody else is being asked to take it over. A step that a practice thought of itself
    has a task of its own, such as `own-1`, and a name; `minutes` is what it usually takes. `answer` is what an
    approver has said so far, while it is anything but a yes. `notes` are what people left for whoever has it
    next, each as `{"by": member's row id, "words": ...}`. An approval `reviews` where it is there only because somebody
    is new to what it looks at.
    """

    __table_args__ = (
        UniqueConstraint("post_id", "task"),
        Index(
            "ix_step_workspace_id_open",
            "workspace_id",
            "due_at",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        Index("ix_step_reviews", "workspace_id", sqlite_where=text("reviews"), postgresql_where=text("reviews")),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    post_id: int = ref("post.id")
    task: str
    owner_id: int = ref("member.id")
    offer_id: int | None = ref("offer.id", ondelete="SET NULL")
    due_at: datetime = moment()
    accepted_at: datetime | None = moment(nullable=True)
    snoozed_until: datetime | None = moment(nullable=True)
    help_asked_at: datetime | None = moment(nullable=True)
    done_at: datetime | None = moment(nullable=True)
    name: str = ""
    minutes: int = 0
    answer: str = ""
    notes: list[dict[str, Any]] = added([])
    reviews: bool = added(False)


class Nudge(Row, table=True):
    """One reminder about one step to one person; a single message may carry several.

    `due_at` is the moment the reminder reckons from: when the step is due, or when a snooze ends. So a step that is
    moved or snoozed is nudged anew, and opening hours that change don't make a reminder come twice.
    """

    __table_args__ = (UniqueConstraint("step_id", "reminder", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    step_id: int = ref("step.id")
    reminder: str
    member_id: int = ref("member.id")
    due_at: datetime = moment()
    delivery_id: int | None = ref("delivery.id", ondelete="SET NULL")

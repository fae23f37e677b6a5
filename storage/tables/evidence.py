"""What the team brings in: photos, figures, leads and its lines for the digest."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.columns import ONCE_EACH, added, in_workspace, moment, ref
from storage.tables.row import Row
from storage.tables.words import PhotoState, Stage


class Photo(Row, table=True):
    """A shared picture: a pointer until it is cleared, and prepared copies after that.

    `meant_for_id` is the post it was shared for, where that could be told from where it was shared. `was_with` are the
    posts it went out with before it was taken for another one.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "file_id"), UniqueConstraint("workspace_id", "number"))

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    number: int
    file_id: str
    channel_id: str = ""
    shared_by: int = ref("member.id")
    shared_at: datetime = moment()
    state: str = PhotoState.ASKED
    answered_by: int | None = ref("member.id", ondelete="SET NULL")
    answered_at: datetime | None = moment(nullable=True)
    problem: str = ""
    post_id: int | None = ref("post.id", ondelete="SET NULL")
    meant_for_id: int | None = ref("post.id", ondelete="SET NULL")
    was_with: list[int] = added([])
    stored_as: str = ""
    width: int | None = None
    height: int | None = None


class Figures(Row, table=True):
    """Engagement numbers of a post as somebody entered them or a file has them; of each number the newest known counts.

    Networks count from the day a post is out, so each row is a snapshot of `counted_on`, empty where that is the day it
    was entered on. Older rows are history. What a person enters is of all networks together, what a file has is of one
    `network`, and `outside_id` is what that calls the post, so that a later file finds it again.
    """

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    post_id: int = ref("post.id")
    entered_by: int | None = ref("member.id", ondelete="SET NULL")
    entered_at: datetime = moment()
    reach: int | None = None
    views: int | None = None
    reactions: int | None = None
    comments: int | None = None
    shares: int | None = None
    saves: int | None = None
    clicks: int | None = None
    counted_on: date | None = None
    file_id: int | None = ref("figures_file.id", ondelete="SET NULL")
    row: int | None = None
    network: str = added("")
    outside_id: str = added("")


class Lead(Row, table=True):
    """One new-person enquiry under a running number; never a name.

    Three fields say where it came from and never mix: `tracked` by a link, a form or a number of its own, `said` by the
    person, `guessed` by the desk. `area` is the first three digits of a postcode. `outside_id` is the id a form or
    network gave it, so that it is never logged twice; `merged_into_id` is the lead of the same person within 30 days.
    `came_at` is only there where the moment is known; of a stage of which only the day is known, the moment is the
    local midnight that day begins with. `logged_by` is nobody where a form or a file brought it.
    """

    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        Index(
            "uq_lead_workspace_id_outside_id",
            "workspace_id",
            "outside_id",
            unique=True,
            sqlite_where=text("outside_id != ''"),
            postgresql_where=text("outside_id != ''"),
        ),
        ONCE_EACH,
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    number: int
    code: str = ""
    came_on: date
    logged_by: int | None = ref("member.id", ondelete="SET NULL")
    logged_at: datetime = moment()
    stage: str = Stage.NEW
    reached_at: datetime | None = moment(nullable=True)
    booked_at: datetime | None = moment(nullable=True)
    shown_at: datetime | None = moment(nullable=True)
    started_at: datetime | None = moment(nullable=True)
    lost_at: datetime | None = moment(nullable=True)
    lost_reason: str = ""
    came_at: datetime | None = moment(nullable=True)
    network: str = added("")
    tracked: str = added("")
    said: str = added("")
    guessed: str = added("")
    service: str = added("")
    area: str = added("")
    outside_id: str = added("")
    merged_into_id: int | None = ref("lead.id", ondelete="SET NULL")
    post_id: int | None = ref("post.id", ondelete="SET NULL")
    file_id: int | None = ref("figures_file.id", ondelete="SET NULL")
    row: int | None = None


class LeadAddress(Row, table=True):
    """Where forms on the web leave new leads for a practice: nobody guesses `token`, and only who has a secret may.

    `secret` is what a form of the practice's own signs with, `meta_secret` the secret of its app at Meta, where it has
    one. `told` is the number of the last lead from there that the sales side was told of. `asked` counts the signed
    requests of `minute_at`, whichever process they reached.
    """

    __tablename__ = "lead_address"

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(sa_column_args=[ForeignKey("workspace.id", ondelete="CASCADE")], unique=True)
    token: str = Field(unique=True)
    secret: str
    meta_secret: str = ""
    told: int = 0
    minute_at: datetime | None = moment(nullable=True)
    asked: int = added(0)
    made_at: datetime = moment()


class Line(Row, table=True):
    """What one side, marketing or sales, adds to a week's digest; the newest line of a side counts.

    It has up to three parts: what was good, what was bad, and what lies in between.
    `says_none` is the sales side's word that no leads came, which nobody can see from an empty log.
    """

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    week: str
    side: str
    member_id: int = ref("member.id")
    good: str = added("")
    bad: str = added("")
    in_between: str = ""
    says_none: bool = False
    written_at: datetime = moment()

"""Where a practice wants to get to and how it gets on: goals, decisions with a day to look again, and check-ups."""

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import ONCE_EACH, in_workspace, moment, ref
from storage.tables.row import Row


class Goal(Row, table=True):
    """What a practice wants to reach, how that is counted, until when, and who keeps an eye on it.

    `kind` is a `GoalKind`. `metric` is what counts; `first_sign` is an engagement number that should move before it and
    is never a goal by itself. `target` is a whole number of what the metric counts. A goal that was replaced or ended
    stays, with the moment.
    """

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    kind: str
    words: str
    metric: str
    first_sign: str = ""
    target: int
    due_on: date
    owner_id: int = ref("member.id")
    set_by: int | None = ref("member.id", ondelete="SET NULL")
    set_at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)


class Decision(Row, table=True):
    """A course correction: what changes, what is expected of it, who owns it, and when it is looked at again.

    `week` is the week it was decided about, `expects` what should become more, and `factor` how many times as much, in
    hundredths. A decision without `change` says that nothing changes that week. `result` is what came of the review.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "number"), ONCE_EACH)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    number: int
    week: str
    change: str = ""
    expects: str = ""
    factor: int = 0
    owner_id: int | None = ref("member.id", ondelete="SET NULL")
    made_by: int | None = ref("member.id", ondelete="SET NULL")
    made_at: datetime = moment()
    review_on: date | None = None
    reviewed_by: int | None = ref("member.id", ondelete="SET NULL")
    reviewed_at: datetime | None = moment(nullable=True)
    result: str = ""


class CheckUp(Row, table=True):
    """How a practice answered the eight questions of a check-up in one quarter ("2026-Q4"): yes, partly, not yet.

    `answers` are by cause. Whoever answers again in the same quarter changes the row; who answered first, and when,
    stays.
    """

    __tablename__ = "check_up"
    __table_args__ = (UniqueConstraint("workspace_id", "quarter"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    quarter: str
    answers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    answered_by: int | None = ref("member.id", ondelete="SET NULL")
    answered_at: datetime = moment()
    changed_by: int | None = ref("member.id", ondelete="SET NULL")
    changed_at: datetime | None = moment(nullable=True)

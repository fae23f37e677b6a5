"""What Rounds remembers about how people want to be reminded."""

from datetime import date, datetime, time

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class Habits(Row, table=True):
    """How somebody wants to be reminded, and how often they were today; there is no row where all is as usual.

    `nudged` counts the reminding messages of the day `nudged_on`. `disturbed_until` is when their Do Not Disturb ends,
    as Slack said when a reminder last met it.
    """

    __table_args__ = (UniqueConstraint("member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    member_id: int = ref("member.id")
    most_a_day: int = 3
    skips_day_before: bool = False
    not_before: time | None = None
    not_after: time | None = None
    disturbed_until: datetime | None = moment(nullable=True)
    nudged_on: date | None = None
    nudged: int = 0

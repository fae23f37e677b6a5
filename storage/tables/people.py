"""What Rounds remembers about how people want to be reminded, when they are away, and what they agreed to do."""

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


class Absence(Row, table=True):
    """When somebody is away: now, next or last, one row for each person.

    `by_status` is whether it comes from their status in Slack. `covered_at` and `returned_at` are when it was noted
    that they are away, and that they are back, so that each is told once.
    """

    __table_args__ = (UniqueConstraint("member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    member_id: int = ref("member.id")
    from_at: datetime = moment()
    until_at: datetime = moment()
    by_status: bool = False
    covered_at: datetime | None = moment(nullable=True)
    returned_at: datetime | None = moment(nullable=True)


class Agreement(Row, table=True):
    """One person's word that they look after a duty: how gladly, how well by their own account, how long each week.

    `interest` and `skill` go from 1 to 3. Nobody else makes an agreement for them.
    """

    __table_args__ = (UniqueConstraint("member_id", "duty"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    member_id: int = ref("member.id")
    duty: str
    interest: int = 2
    skill: int = 2
    minutes: int = 0


class Lesson(Row, table=True):
    """One person's learning of one month: how many minutes, until when, and what they say they learned.

    Without minutes it is the quarter's topic, which the lead has where nobody has agreed to learning.
    `month` is its first day. `skipped_at` is when they said that it won't be this month; `is_shared` is their word that
    the team may read `words`.
    """

    __table_args__ = (UniqueConstraint("member_id", "month"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    member_id: int = ref("member.id")
    month: date
    minutes: int
    made_at: datetime = moment()
    due_at: datetime = moment()
    done_at: datetime | None = moment(nullable=True)
    skipped_at: datetime | None = moment(nullable=True)
    words: str = ""
    is_shared: bool = False

"""The files of figures, leads and spending that people bring from networks and ads, and the numbers that come in them.

Of a file itself only its mark is kept, never its name or its text. Every number knows its file and row.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import ONCE_EACH, in_workspace, moment, ref
from storage.tables.row import Row


class FiguresFile(Row, table=True):
    """A file that was brought in: what it is, and what was read from it until that is taken in or set aside.

    `mark` is the SHA-256 of its bytes, `form` the kind of export it was recognised as. `answers` is what had to be
    asked about it, such as the order of day and month. `covers_from` and `covers_until` are the days it tells of.
    """

    __tablename__ = "figures_file"
    __table_args__ = (UniqueConstraint("workspace_id", "number"), ONCE_EACH)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    number: int
    mark: str
    form: str = ""
    file_id: str = ""
    brought_by: int | None = ref("member.id", ondelete="SET NULL")
    brought_at: datetime = moment()
    read: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    covers_from: date | None = None
    covers_until: date | None = None
    taken_at: datetime | None = moment(nullable=True)
    set_aside_at: datetime | None = moment(nullable=True)


class PlaceFigures(Row, table=True):
    """One number of a whole account or listing over a stretch of days, such as calls from a map in a week.

    `place` is the network or listing, `count` what was counted. The newest row of the same stretch counts.
    """

    __tablename__ = "place_figures"

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    place: str
    count: str
    from_on: date
    until_on: date
    number: int
    entered_by: int | None = ref("member.id", ondelete="SET NULL")
    entered_at: datetime = moment()
    file_id: int | None = ref("figures_file.id", ondelete="SET NULL")
    row: int | None = None


class Spending(Row, table=True):
    """Money that was spent over a stretch of days: on ads, by what they are for, or on tools.

    `purpose` is a kind of ad, "tools", or empty where nobody knows. `outside_id` is the ad's or campaign's own id, so
    that the same line of a later export replaces this one: the newest row of one id and stretch counts.
    """

    __table_args__ = ONCE_EACH

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    from_on: date
    until_on: date
    purpose: str = ""
    network: str = ""
    cents: int
    currency: str = ""
    outside_id: str = ""
    reach: int | None = None
    views: int | None = None
    clicks: int | None = None
    results: int | None = None
    entered_by: int | None = ref("member.id", ondelete="SET NULL")
    entered_at: datetime = moment()
    file_id: int | None = ref("figures_file.id", ondelete="SET NULL")
    row: int | None = None

"""The private addresses under which people's calendars are read."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class CalendarFeed(Row, table=True):
    """One calendar of one member: the steps that are theirs, or the whole plan; whoever has the token may read it."""

    __tablename__ = "calendar_feed"
    __table_args__ = (UniqueConstraint("member_id", "covers"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    member_id: int = ref("member.id")
    covers: str
    token: str = Field(unique=True)
    made_at: datetime = moment()

"""What a practice means to spend."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class Budget(Row, table=True):
    """What may be spent on one purpose each month, from a month on: a kind of ad, or "tools"; in whole units of money.

    Where there is none, what the ad places of a month may cost counts.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "purpose", "since_on"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    purpose: str
    since_on: date
    units: int
    set_by: int | None = ref("member.id", ondelete="SET NULL")
    set_at: datetime = moment()

"""Sheets of the plan that people share back, for as long as it is open whether they are taken in."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class PlanSheet(Row, table=True):
    """A file with a plan that somebody shared: what was read from it until it is taken in or set aside."""

    __tablename__ = "plan_sheet"
    __table_args__ = (UniqueConstraint("workspace_id", "file_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    member_id: int = ref("member.id")
    file_id: str
    shared_at: datetime = moment()
    read: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    is_done: bool = False

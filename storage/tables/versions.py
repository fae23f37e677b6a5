"""What posts were before they were changed: who changed what, and when."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class PostVersion(Row, table=True):
    """One change of a post: under the field's name, what it said before and what it says since.

    A post begins as version 1, which has no row here: that is the post as it was added.
    """

    __tablename__ = "post_version"
    __table_args__ = (UniqueConstraint("post_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    post_id: int = ref("post.id")
    number: int
    changed_by: int | None = ref("member.id", ondelete="SET NULL")
    changed_at: datetime = moment()
    changes: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)

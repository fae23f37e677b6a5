"""Asking somebody to look a post over before it goes out, and what they said."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row
from storage.tables.words import ApprovalState


class Approval(Row, table=True):
    """One look that one member was asked for; `seen` tells what they were shown, so that a later change is noticed.

    `level` is 2 for whoever looks after the first has said yes. `labels` and `words` are the reasons for anything but a
    yes, and for the lead's word that a post goes out without one.
    """

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    post_id: int = ref("post.id")
    member_id: int = ref("member.id")
    level: int = 1
    seen: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    decision: str = ApprovalState.OPEN
    labels: list[str] = Field(default_factory=list, sa_type=JSON)
    words: str = ""
    asked_at: datetime = moment()
    decided_at: datetime | None = moment(nullable=True)

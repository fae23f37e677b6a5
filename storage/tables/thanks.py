"""Thanks that a sponsor said for something finished."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class Thanks(Row, table=True):
    """One word of thanks: from whom, to whom, and what for: a step, a post that is out, or the leads of a week.

    `shared` is whether the person thanked agreed that the digest of `week` says so, which is the week they said so in;
    it is empty until they answer.
    """

    __table_args__ = (UniqueConstraint("to_id", "fact", "about"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    from_id: int = ref("member.id")
    to_id: int = ref("member.id")
    fact: str
    about: str
    week: str
    said_at: datetime = moment()
    shared: bool | None = None

"""Events: something with a day and hours of its own that pictures are taken at, such as a booth at a fair."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class Event(Row, table=True):
    """An event with its hours, and the post that is made of it; it is in the plan as long as its post is.

    Whoever has the photo step of the post takes the pictures; `done_at` is when they said that there are enough.
    """

    __table_args__ = (UniqueConstraint("post_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    post_id: int = ref("post.id")
    what: str
    starts_at: datetime = moment()
    ends_at: datetime = moment()
    done_at: datetime | None = moment(nullable=True)

"""What people outside wrote where everybody can read it: that it is there and waits, never its words, never who."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.columns import ONCE_EACH, in_workspace, moment, ref
from storage.tables.row import Row
from storage.tables.words import Tone


class Comment(Row, table=True):
    """One thing that somebody outside wrote: where, how it sounds, the link to it, and how soon it was answered.

    Where whoever wrote it wrote again after the answer, that is a comment of its own, and `follows_id` is the first of
    the conversation. `told` counts who has heard that it waits: nobody, whoever answers, the same once more, the lead.
    `ending` is empty while it waits; `open_minutes` are those that the practice was open until it was answered, empty
    where it has no opening hours or needs no answer.
    """

    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        Index(
            "ix_comment_waiting",
            "workspace_id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        ONCE_EACH,
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    number: int
    network: str
    tone: str = Tone.OTHER
    link: str = ""
    post_id: int | None = ref("post.id", ondelete="SET NULL")
    follows_id: int | None = ref("comment.id", ondelete="SET NULL")
    wrote_at: datetime = moment()
    due_at: datetime | None = moment(nullable=True)
    logged_at: datetime = moment()
    logged_by: int | None = ref("member.id", ondelete="SET NULL")
    told: int = 0
    ending: str = ""
    closed_at: datetime | None = moment(nullable=True)
    closed_by: int | None = ref("member.id", ondelete="SET NULL")
    open_minutes: int | None = None

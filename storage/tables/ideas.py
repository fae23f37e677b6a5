"""What the team thinks a month could show, before it is planned: ideas, and who votes for them."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import ONCE_EACH, in_workspace, moment, ref
from storage.tables.row import Row


class Idea(Row, table=True):
    """One idea for a month, which is named by its first day; `post_id` is the post that was made of it.

    `reply` is Slack's name of the reply that it stands in, empty for one that was typed with the slash command.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "reply"), ONCE_EACH)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    month: date = Field(index=True)
    words: str
    added_by: int | None = ref("member.id", ondelete="SET NULL")
    added_at: datetime = moment()
    reply: str | None = None
    post_id: int | None = ref("post.id", ondelete="SET NULL")


class IdeaVote(Row, table=True):
    """One member's vote for one idea; how many there are is shown, and nobody is told whose they are."""

    __tablename__ = "idea_vote"
    __table_args__ = (UniqueConstraint("idea_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    idea_id: int = ref("idea.id")
    member_id: int = ref("member.id")

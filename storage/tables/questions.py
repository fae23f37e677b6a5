"""What people outside ask the practice again and again: the questions, and each time that one was heard."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import ONCE_EACH, in_workspace, moment, ref
from storage.tables.row import Row


class Question(Row, table=True):
    """One question in the words it was first noted in, never with who asked.

    `fingerprint` is the same for the same words, however they are written. `same_as_id` is an older question that it
    asks in other words. `idea_at` is when it became an idea by itself, which happens once; `idea_id` is the idea that
    there is of it now.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "fingerprint"), ONCE_EACH)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    words: str
    fingerprint: str
    same_as_id: int | None = ref("question.id", ondelete="SET NULL")
    idea_id: int | None = ref("idea.id", ondelete="SET NULL")
    idea_at: datetime | None = moment(nullable=True)


class Hearing(Row, table=True):
    """One time that a question was heard: where (`via`, "" where nobody said), and how soon it was answered.

    `open_minutes` are those that the practice was open between noting it and saying that it is answered; empty where
    it has no opening hours.
    """

    __table_args__ = ONCE_EACH

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    question_id: int = ref("question.id")
    via: str = ""
    heard_at: datetime = moment()
    noted_by: int | None = ref("member.id", ondelete="SET NULL")
    answered_at: datetime | None = moment(nullable=True)
    answered_by: int | None = ref("member.id", ondelete="SET NULL")
    open_minutes: int | None = None

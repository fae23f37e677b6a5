"""The questions that people ask and each time that one was heard, always within one workspace."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.ready import Ready
from storage.tables import Hearing, Idea, Post, Question

_TAKE = Ready(insert(Question).returning(col(Question.id)), unless_there=True)


def take(session: Session, workspace_id: int, made: Question) -> Question:
    """Keep a question and give it; where the same one is there already, also since this very moment, give that."""
    if _TAKE.keep(session, made):
        return made
    same = _of(workspace_id).where(col(Question.fingerprint) == made.fingerprint)
    return session.exec(same.with_for_update()).one()


def by_id(session: Session, workspace_id: int, question_id: int) -> Question | None:
    """Give the question with that row id; None once it was taken back."""
    return session.exec(_of(workspace_id).where(col(Question.id) == question_id)).one_or_none()


def all_of(session: Session, workspace_id: int) -> Sequence[Question]:
    """Give every question, the oldest first."""
    return session.exec(_of(workspace_id).order_by(col(Question.id))).all()


def hearing(session: Session, workspace_id: int, hearing_id: int) -> Hearing | None:
    """Give one time that a question was heard; None once it was taken back."""
    return session.exec(
        select(Hearing).where(col(Hearing.workspace_id) == workspace_id, col(Hearing.id) == hearing_id)
    ).one_or_none()


def hearings(session: Session, workspace_id: int, since: datetime) -> Sequence[Hearing]:
    """Give each time that a question was heard from a moment on, in their order."""
    return session.exec(
        select(Hearing)
        .where(col(Hearing.workspace_id) == workspace_id, col(Hearing.heard_at) >= since)
        .order_by(col(Hearing.heard_at), col(Hearing.id))
    ).all()


def is_needed(session: Session, workspace_id: int, question_id: int) -> bool:
    """Tell whether a question was ever heard, or another one asks the same."""
    heard = select(Hearing.id).where(col(Hearing.workspace_id) == workspace_id, col(Hearing.question_id) == question_id)
    same = select(Question.id).where(
        col(Question.workspace_id) == workspace_id, col(Question.same_as_id) == question_id
    )
    return any(session.exec(found.limit(1)).first() is not None for found in (heard, same))


def ideas(session: Session, workspace_id: int) -> Mapping[int, tuple[Idea, Post | None]]:
    """Give the ideas that there are of questions by their row ids, each with its post where one stands."""
    found = session.exec(
        select(Idea, Post)
        .join(Question, col(Question.idea_id) == col(Idea.id))
        .join(Post, (col(Post.id) == col(Idea.post_id)) & col(Post.removed_at).is_(None), isouter=True)
        .where(col(Idea.workspace_id) == workspace_id, col(Question.workspace_id) == workspace_id)
    ).all()
    return {idea.id or 0: (idea, post) for idea, post in found}


def _of(workspace_id: int) -> SelectOfScalar[Question]:
    return select(Question).where(col(Question.workspace_id) == workspace_id)

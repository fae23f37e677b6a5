"""Finding, making and removing the practices; every other row belongs to one of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, delete, insert, literal_column
from sqlmodel import Session, col, select

from storage.ready import Ready
from storage.tables import Member, Workspace

SOON = timedelta(seconds=15)
"""How long a change waits until it is looked at what it leads to: reminders are a matter of minutes."""

_MAKE = Ready(insert(Workspace).returning(col(Workspace.id)), unless_there=True)
_BY_TEAM = Ready(
    select(Workspace).where(col(Workspace.team_id) == bindparam("team_id")).with_for_update(key_share=True)
)
_WITH_MEMBER = Ready(
    select(Workspace, Member)
    .join(
        Member,
        and_(col(Member.workspace_id) == col(Workspace.id), col(Member.user_id) == bindparam("user_id")),
        isouter=True,
    )
    .where(col(Workspace.team_id) == bindparam("team_id"))
    .with_for_update(key_share=True, of=Workspace)
)
_BY_ID = Ready(select(Workspace).where(col(Workspace.id) == bindparam("workspace_id")))
_DUE = Ready(
    select(Workspace.id)
    .where(col(Workspace.wakes_at) <= bindparam("now"))
    .order_by(col(Workspace.wakes_at))
    .limit(bindparam("most"))
)
_CLAIM = Ready(
    select(Workspace)
    .where(col(Workspace.id) == bindparam("workspace_id"), col(Workspace.wakes_at) <= bindparam("now"))
    .with_for_update(skip_locked=True, key_share=True)
)
_NEXT = Ready(
    select(Workspace.wakes_at)
    .where(col(Workspace.wakes_at).is_not(None))
    .order_by(col(Workspace.wakes_at))
    .limit(literal_column("1"))
)


def by_team(session: Session, team_id: str) -> Workspace | None:
    """Give the workspace of a Slack team, and let nobody else decide anything in it until this transaction ends."""
    return _BY_TEAM.first(session, team_id=team_id)


def with_member(session: Session, team_id: str, user_id: str) -> tuple[Workspace | None, Member | None]:
    """Give the workspace as `by_team` does, and its member with that Slack user id, at one go."""
    return _WITH_MEMBER.first(session, team_id=team_id, user_id=user_id) or (None, None)


def ensure(session: Session, team_id: str, *, name: str, bot_user_id: str, now: datetime) -> Workspace:
    """Give the workspace of a Slack team, made now where it is new; hold it until this transaction ends."""
    found = by_team(session, team_id)
    if found is None:
        new = Workspace(team_id=team_id, name=name, bot_user_id=bot_user_id, created_at=now)
        if _MAKE.keep(session, new):
            return new
        found = session.exec(select(Workspace).where(col(Workspace.team_id) == team_id)).one()
    found.name, found.bot_user_id = name or found.name, bot_user_id or found.bot_user_id
    session.add(found)
    return found


def by_id(session: Session, workspace_id: int) -> Workspace | None:
    """Give the workspace with that row id."""
    return _BY_ID.first(session, workspace_id=workspace_id)


def everywhere(session: Session) -> Sequence[Workspace]:
    """Give every workspace; for whoever looks after the database."""
    return session.exec(select(Workspace).order_by(col(Workspace.id))).all()


def id_of(session: Session, team_id: str) -> int | None:
    """Give the row id of a Slack team's workspace."""
    return session.exec(select(Workspace.id).where(col(Workspace.team_id) == team_id)).one_or_none()


def remove(session: Session, team_id: str) -> bool:
    """Remove a workspace and every row that belongs to it; False where there was none."""
    gone = session.execute(delete(Workspace).where(col(Workspace.team_id) == team_id).returning(col(Workspace.id)))
    return gone.first() is not None


def wake_soon(workspace: Workspace, now: datetime) -> None:
    """Have the tick look at a workspace in which something has changed; many changes in a row are one look."""
    soon = now + SOON
    if workspace.wakes_at is None or soon < workspace.wakes_at:
        workspace.wakes_at = soon


def due(session: Session, now: datetime, *, most: int) -> Sequence[int]:
    """Give the ids of workspaces that the tick should look at, the longest overdue first."""
    return [number for number in _DUE.all(session, now=now, most=most) if number is not None]


def claim_due(session: Session, workspace_id: int, now: datetime) -> Workspace | None:
    """Hold a workspace whose moment has come; None where another worker holds it or has looked already."""
    return _CLAIM.first(session, workspace_id=workspace_id, now=now)


def next_wakes_at(session: Session) -> datetime | None:
    """Give the next moment at which any workspace should be looked at."""
    return _NEXT.first(session)

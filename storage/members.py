"""Finding people and who holds which role, always within one workspace."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from storage.ready import Ready
from storage.tables import Member, Offer, OfferState, Role, RoleHolder, Step

_OF_WORKSPACE = select(Member).where(col(Member.workspace_id) == bindparam("workspace_id"))
_BY_USER = Ready(_OF_WORKSPACE.where(col(Member.user_id) == bindparam("user_id")))
_BY_ID = Ready(_OF_WORKSPACE.where(col(Member.id) == bindparam("member_id")))
_EVERYBODY = Ready(_OF_WORKSPACE.order_by(col(Member.id)))
_TEAM = Ready(
    select(Member, RoleHolder.role)
    .join(RoleHolder, col(RoleHolder.member_id) == col(Member.id), isouter=True)
    .where(col(Member.workspace_id) == bindparam("workspace_id"))
    .order_by(col(Member.id))
)
_HOLDERS = Ready(
    select(RoleHolder.role, Member)
    .join(Member, col(Member.id) == col(RoleHolder.member_id))
    .where(col(RoleHolder.workspace_id) == bindparam("workspace_id"))
)
_OWNERS = select(Step.owner_id).where(col(Step.workspace_id) == bindparam("workspace_id"), col(Step.done_at).is_(None))
_ASKED = select(Offer.member_id).where(
    col(Offer.workspace_id) == bindparam("workspace_id"), col(Offer.state) == OfferState.OPEN
)
_HOLDING = select(RoleHolder.member_id).where(col(RoleHolder.workspace_id) == bindparam("workspace_id"))
_NEEDED = Ready(
    select(Member.user_id)
    .where(col(Member.workspace_id) == bindparam("workspace_id"), col(Member.is_deactivated).is_(False))
    .where(or_(col(Member.id).in_(_OWNERS), col(Member.id).in_(_ASKED), col(Member.id).in_(_HOLDING)))
    .order_by(col(Member.id))
)


def by_user(session: Session, workspace_id: int, user_id: str) -> Member | None:
    """Give the member with that Slack user id."""
    return _BY_USER.first(session, workspace_id=workspace_id, user_id=user_id)


def by_id(session: Session, workspace_id: int, member_id: int) -> Member | None:
    """Give the member with that row id."""
    return _BY_ID.first(session, workspace_id=workspace_id, member_id=member_id)


def everybody(session: Session, workspace_id: int) -> Sequence[Member]:
    """Give all members known so far, in the order they were met."""
    return _EVERYBODY.all(session, workspace_id=workspace_id)


def team(session: Session, workspace_id: int) -> tuple[dict[int, Member], dict[Role, Member]]:
    """Give all members by their row ids, in the order they were met, and who holds which role, at one go."""
    rows = _TEAM.all(session, workspace_id=workspace_id)
    return {member.id or 0: member for member, _ in rows}, {Role(role): member for member, role in rows if role}


def holders(session: Session, workspace_id: int) -> dict[Role, Member]:
    """Give who holds which role; a role that nobody holds is missing."""
    rows = _HOLDERS.all(session, workspace_id=workspace_id)
    return {Role(role): member for role, member in rows}


def of_agency(session: Session, workspace_id: int) -> Sequence[Member]:
    """Give whoever works for the practice from outside, in the order they were met."""
    return [member for member in everybody(session, workspace_id) if member.is_agency]


def hold(session: Session, workspace_id: int, role: Role, member: Member | None) -> None:
    """Give a role to a member, or to nobody; whoever held it before holds it no longer."""
    row = session.exec(
        select(RoleHolder).where(col(RoleHolder.workspace_id) == workspace_id, col(RoleHolder.role) == role)
    ).one_or_none()
    if member is None:
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = RoleHolder(workspace_id=workspace_id, role=role, member_id=member.id or 0)
    row.member_id = member.id or 0
    session.add(row)


def needed(session: Session, workspace_id: int) -> Sequence[str]:
    """Give the Slack ids of everybody who has something to do, is asked to, or holds a role, and has not left."""
    return _NEEDED.all(session, workspace_id=workspace_id)

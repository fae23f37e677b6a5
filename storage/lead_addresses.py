"""The private addresses at which forms leave leads. A token names its workspace, so it is looked up without one."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.ready import Ready
from storage.tables import LeadAddress

_OF_WORKSPACE = Ready(select(LeadAddress).where(col(LeadAddress.workspace_id) == bindparam("workspace_id")))


def of_workspace(session: Session, workspace_id: int) -> LeadAddress | None:
    """Give the address of a workspace, where it has one."""
    return _OF_WORKSPACE.first(session, workspace_id=workspace_id)


def by_token(session: Session, token: str, *, to_change: bool = False) -> LeadAddress | None:
    """Give the address that a token opens; whoever else wants to change it waits until this change is made."""
    found = select(LeadAddress).where(col(LeadAddress.token) == token)
    return session.exec(found.with_for_update() if to_change else found).one_or_none()

"""Which of Slack's events were taken in already, so that its second delivery of one changes nothing."""

from datetime import datetime

from sqlalchemy import delete, insert
from sqlmodel import Session, col

from storage.ready import Ready
from storage.tables import SlackEvent

_TAKE = Ready(insert(SlackEvent).returning(col(SlackEvent.id)), unless_there=True)


def take(session: Session, workspace_id: int, event_id: str, *, now: datetime) -> bool:
    """Take an event in; False where it was taken before, also by another process at this very moment."""
    return _TAKE.keep(session, SlackEvent(workspace_id=workspace_id, event_id=event_id, taken_at=now))


def forget_before(session: Session, moment: datetime) -> int:
    """Forget the events of all workspaces that Slack will not deliver again; it gives up after some minutes."""
    gone = session.execute(delete(SlackEvent).where(col(SlackEvent.taken_at) < moment).returning(col(SlackEvent.id)))
    return len(gone.all())

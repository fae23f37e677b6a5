"""The ledger of messages owed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.columns import added, in_workspace, moment
from storage.tables.row import Row
from storage.tables.words import DeliveryState


class Delivery(Row, table=True):
    """One message the bot owes somebody: the ledger that keeps it from being lost or sent twice.

    `recipient` is a Slack user (a direct message) or channel; with `visible_to` only that user sees it there.
    `about` holds ids only, the text is drawn when it is sent. With `revises` the message of that other key is
    edited in place instead of a new one being posted; with `under` this one is posted in the thread of the message of
    that key. Some kinds are errands, such as fetching a cleared photo.
    """

    __table_args__ = (
        UniqueConstraint("workspace_id", "key"),
        Index(
            "ix_delivery_due_at",
            "due_at",
            sqlite_where=text("state IN ('owed', 'sending')"),
            postgresql_where=text("state IN ('owed', 'sending')"),
        ),
        Index(
            "ix_delivery_open_recipient",
            "workspace_id",
            "recipient",
            "id",
            sqlite_where=text("state IN ('owed', 'sending')"),
            postgresql_where=text("state IN ('owed', 'sending')"),
        ),
        Index(
            "ix_delivery_parked",
            "held_until",
            sqlite_where=text("state = 'parked'"),
            postgresql_where=text("state = 'parked'"),
        ),
        CheckConstraint("state IN ('owed', 'sending', 'sent', 'cancelled', 'parked')", name="state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    key: str
    kind: str
    recipient: str
    visible_to: str = ""
    about: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    revises: str = ""
    under: str = added("")
    due_at: datetime = moment()
    state: str = DeliveryState.OWED
    revision: int = 0
    attempts: int = 0
    worker: str = ""
    held_until: datetime | None = moment(nullable=True)
    reason: str = ""
    channel_id: str = ""
    ts: str = ""
    sent_at: datetime | None = moment(nullable=True)
    made_at: datetime = moment()

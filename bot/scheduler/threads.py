"""How a message comes to stand where it should: in another one's thread, and without charts where Slack wants none.

A message waits for the older one to the same recipient, so the one it stands under is settled by the time it goes out.
It refuses to know what a message says.
"""

from collections.abc import Callable
from typing import TypeVar

import structlog

from bot.blocks.surfaces import Message, draw_plain
from bot.slack.delivery import Refused, Unreachable
from storage import deliveries
from storage.engine import Database
from storage.tables import Delivery, DeliveryState

_Sent = TypeVar("_Sent")

_log = structlog.get_logger()


def thread_of(database: Database, row: Delivery) -> str | None:
    """Give the thread a message goes into, "" for none; None where the message it belongs under will never be there.

    Raises:
        Unreachable: that message waits until its recipient can be reached again, and so does this one.
    """
    if not row.under:
        return ""
    with database.reading() as session:
        above = deliveries.by_key(session, row.workspace_id, row.under)
    if above is not None and above.state == DeliveryState.PARKED and above.held_until is not None:
        raise Unreachable(above.reason)
    return above.ts if above is not None and above.state == DeliveryState.SENT and above.ts else None


def accepted(row: Delivery, message: Message, send: Callable[[Message], _Sent]) -> _Sent:
    """Send a message, once more and plainly where Slack refuses how it is drawn."""
    try:
        return send(message)
    except Refused as refusal:
        _log.error("delivery.refused", key=row.key, kind=row.kind, reason=refusal.reason)
        if refusal.reason not in ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"):
            raise
        return send(draw_plain(message))

"""What the pretend Slack takes, as Slack does, but an app's author would want to know about.

Nothing here refuses anything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.wire import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.delivery import Parcel, Reply
    from simulator.rows import Json
    from simulator.wire import Exchange

SPEAKING = frozenset({"chat.postMessage", "chat.postEphemeral", "chat.update", "chat.scheduleMessage"})
ADVISED_TEXT = 4000  # https://docs.slack.dev/reference/methods/chat.postMessage
LATE_SHARE = 0.5  # of the time there is
EVERYBODY = re.compile(r"<!(channel|here|everyone)(\|[^>]*)?>")
ANYWHERE = ("token", "team_id", "pretty")  # arguments that any call may have
RESPONSE_ACTIONS = frozenset({"errors", "update", "push", "clear"})


def of_call(name: str, args: Json) -> Iterator[Note]:
    """Say what is doubtful about a call that was taken."""
    from simulator.web_api import METHODS  # noqa: PLC0415 - the methods themselves write on the wire

    if name in SPEAKING and not args.get("markdown_text"):
        yield from of_message(args)
    known = METHODS.get(name)
    if known is not None:
        for argument in args.keys() - {*ANYWHERE, *known.required, *known.optional}:
            yield Note("doubtful", f"`{argument}` changes nothing here. Is it spelled right?", f"/{argument}")


def of_message(body: Json) -> Iterator[Note]:
    """Say what is doubtful about a message, however it came."""
    text = body.get("text") if isinstance(body.get("text"), str) else ""
    if body.get("blocks") and not text:
        yield Note(
            "doubtful", "Blocks without `text`: notifications and screen readers have nothing to say.", "/blocks"
        )
    if len(text or "") > ADVISED_TEXT:
        yield Note(
            "doubtful", f"Slack advises at most {ADVISED_TEXT} characters of text; this is {len(text or '')}.", "/text"
        )
    found = EVERYBODY.search(text or "") or EVERYBODY.search(str(body.get("blocks") or ""))
    if found:
        yield Note("doubtful", f"<!{found[1]}> notifies everybody there.")


def of_acknowledgement(exchange: Exchange | None, parcel: Parcel, reply: Reply) -> Iterator[Note]:
    """Say what is doubtful about an acknowledgement that came in time."""
    if exchange is not None and exchange.took_ms is not None and exchange.took_ms > 3000 * LATE_SHARE:
        yield Note("doubtful", f"It took {exchange.took_ms / 1000:.1f} of the 3 seconds there are. Acknowledge first.")
    body = reply.json()
    if parcel.door == "events_api":
        if body:
            yield Note("doubtful", "Slack reads nothing from the answer to an event.")
    elif parcel.door == "slash_commands":
        if reply.speaks:
            yield from of_message(body)
    elif parcel.payload.get("type") == "view_submission":
        yield from _of_submission(body)
    elif parcel.payload.get("type") == "block_actions" and reply.speaks:
        yield Note("doubtful", "Slack reads no message from the answer to a button. Post it to the response_url.")


def _of_submission(body: Json) -> Iterator[Note]:
    action: Any = body.get("response_action")
    if action is None and body:
        yield Note("doubtful", "An answer without `response_action` only closes the form; the rest is not read.")
    elif action is not None and action not in RESPONSE_ACTIONS:
        yield Note("doubtful", f"There is no response_action `{action}`; Slack closes the form.", "/response_action")

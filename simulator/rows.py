"""The rows of a pretend Slack: people, channels, messages, files, views, and the stream that says what changed.

They know nothing of the protocol, of ids or of any app's wording.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]
Kind = Literal["public", "private", "im"]
COLOURS = ("#4a154b", "#1264a3", "#2bac76", "#e8912d", "#cd2553", "#3c7ba8", "#7a5c9e", "#5b6b2f")
What = Literal[
    "message", "channel", "person", "view", "home", "file", "reaction", "app", "clock", "tour", "reset", "wire"
]


@dataclass(frozen=True, slots=True)
class Change:
    """Something a page may want to draw anew."""

    team_id: str
    what: What
    channel_id: str | None = None
    user_id: str | None = None
    ts: str | None = None


class Listener(Protocol):
    """Anything with room for changes, such as `queue.SimpleQueue`."""

    def put_nowait(self, item: Change, /) -> None:
        """Take one change without waiting."""


class Stream:
    """Tells its listeners what changed, in the thread that changed it."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, queue: Listener) -> None:
        """Put every change from now on into this queue."""
        self._listeners = [*self._listeners, queue]

    def unsubscribe(self, queue: Listener) -> None:
        """Leave this queue alone from now on."""
        self._listeners = [listener for listener in self._listeners if listener is not queue]

    def publish(self, change: Change) -> None:
        """Tell everyone."""
        for listener in self._listeners:
            listener.put_nowait(change)


@dataclass(slots=True)
class Person:
    """Somebody with a Slack account, or a bot's user."""

    id: str
    team_id: str
    name: str
    real_name: str
    display_name: str = ""  # what others read; the account name where nobody has chosen one
    tz: str = "America/New_York"
    email: str = ""
    title: str = ""
    colour: str = "#4a154b"
    initials: str = ""
    status_emoji: str = ""
    status_text: str = ""
    deleted: bool = False
    is_stranger: bool = False  # from another company, through Slack Connect
    is_guest: bool = False
    is_admin: bool = False
    is_bot: bool = False
    bot_id: str = ""  # only for bots
    snoozes_until: datetime | None = None  # Do Not Disturb

    def snoozes(self, now: datetime) -> bool:
        """Whether this person asks not to be disturbed now."""
        return self.snoozes_until is not None and self.snoozes_until > now


@dataclass(slots=True)
class File:
    """One file somebody shared, with its bytes."""

    id: str
    team_id: str
    user: str
    name: str
    title: str
    mimetype: str
    filetype: str
    created: int
    content: bytes = field(repr=False, default=b"")
    thumbs: dict[str, tuple[int, int]] = field(default_factory=dict)  # "thumb_360": (width, height)
    width: int = 0
    height: int = 0
    shared_in: dict[str, str] = field(default_factory=dict)  # channel id -> ts of the message that shares it
    threads: dict[str, str] = field(default_factory=dict)  # channel id -> ts of the message whose thread that is in
    deleted: bool = False
    complete: bool = True  # False between getUploadURLExternal and completeUploadExternal
    public_token: str = ""


@dataclass(slots=True)
class Message:
    """One message, in a channel, in a thread or visible to one person only."""

    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    bot_id: str | None = None
    app_id: str | None = None
    username: str | None = None
    icon: str | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    subtype: str | None = None
    actor: str | None = None  # whoever brought or removed the person that a line about coming or going is about
    edited: str | None = None  # ts of the last edit
    deleted: bool = False
    reactions: dict[str, list[str]] = field(default_factory=dict)  # name -> user ids
    files: list[str] = field(default_factory=list)  # file ids
    ephemeral_to: str | None = None
    pinned: bool = False
    state: dict[str, Json] = field(default_factory=dict)  # user id -> what they chose in it, not yet sent anywhere
    trouble: dict[str, dict[str, str]] = field(default_factory=dict)  # user id -> block_id -> why a button did nothing


@dataclass(slots=True)
class Channel:
    """A channel, or a direct conversation of two."""

    id: str
    team_id: str
    name: str
    kind: Kind = "public"
    members: list[str] = field(default_factory=list)
    archived: bool = False
    general: bool = False
    topic: str = ""
    purpose: str = ""
    created: int = 0
    messages: list[Message] = field(default_factory=list)

    def message(self, ts: str) -> Message | None:
        """The message with this ts, unless it was deleted."""
        return next((m for m in reversed(self.messages) if m.ts == ts and not m.deleted), None)

    def seen_by(self, user_id: str) -> list[Message]:
        """Every message this person can see here, thread replies included, oldest first."""
        return [m for m in self.messages if not m.deleted and m.ephemeral_to in (None, user_id)]

    def replies(self, thread_ts: str) -> list[Message]:
        """The answers in one thread, oldest first, without its parent."""
        return [m for m in self.messages if m.thread_ts == thread_ts and m.ts != thread_ts and not m.deleted]


@dataclass(slots=True)
class View:
    """A modal on somebody's screen, or their App Home."""

    id: str
    team_id: str
    user: str
    type: Literal["modal", "home"]
    body: Json  # title, blocks, submit, close, private_metadata, callback_id, ... as the app gave them
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    external_id: str = ""
    origin: str = ""  # the conversation it was opened from
    state: dict[str, Json] = field(default_factory=dict)  # block_id -> action_id -> what is chosen or typed
    errors: dict[str, str] = field(default_factory=dict)  # block_id -> what is shown beside the field
    trouble: dict[str, str] = field(default_factory=dict)  # block_id, "" for the whole form -> why a button did nothing

    @property
    def blocks(self) -> list[Json]:
        """The blocks the app sent, with every id filled in."""
        found: list[Json] = self.body.get("blocks", [])
        return found


@dataclass(slots=True)
class Installation:
    """The app in one workspace: its bot and its token."""

    bot_token: str
    bot_user: str
    bot_id: str
    scopes: frozenset[str]
    installed: bool = True
    revoked: bool = False


@dataclass(slots=True)
class Scheduled:
    """A message the app asked Slack to post later."""

    id: str
    channel: str
    post_at: int
    message: Message

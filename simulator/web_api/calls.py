"""One call of the Web API and the table of methods: what each needs, which scope allows it, how it is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.rows import Channel, File, Installation, Json, Message, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

KIND_SCOPES = {"public": "channels", "private": "groups", "im": "im"}
Token = Literal["bot", "app", "none"]


class Refused(Exception):  # noqa: N818 - it says what happened, not that something broke
    """The call is answered with ok: false and this error word."""

    def __init__(self, error: str, *messages: str, retry_after: int = 0, **extra: Any) -> None:  # noqa: ANN401
        super().__init__(error)
        self.error = error
        self.retry_after = retry_after
        self.extra: Json = dict(extra)
        if messages:
            self.extra["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in messages]}


@dataclass(slots=True)
class Call:
    """One call on its way through a method; only bot calls have a workspace."""

    slack: Slack
    method: str
    args: Json
    home: Workspace | None = None
    scopes: frozenset[str] | None = None  # None: everything is allowed

    @property
    def workspace(self) -> Workspace:
        """The workspace whose bot is calling."""
        assert self.home is not None  # noqa: S101
        return self.home

    @property
    def installation(self) -> Installation:
        """The calling app's installation."""
        assert self.workspace.installation is not None  # noqa: S101
        return self.workspace.installation

    @property
    def bot(self) -> str:
        """The user id of the calling bot."""
        return self.installation.bot_user

    def text(self, name: str) -> str:
        """An argument as text; empty when it is missing."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """An argument as yes or no."""
        value = self.args.get(name)
        return default if value is None else str(value).lower() in ("true", "1")

    def number(self, name: str, default: int) -> int:
        """An argument as a whole number."""
        value = self.args.get(name)
        if value in (None, ""):
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise Refused("invalid_arguments", f"must be a number [json-pointer:/{name}]") from None

    def words(self, name: str) -> list[str]:
        """An argument as a list, however it was sent."""
        value = self.args.get(name) or []
        found = value if isinstance(value, list) else str(value).split(",")
        return [str(part).strip() for part in found if str(part).strip()]

    def may(self, scope: str) -> bool:
        """Whether the app has this scope."""
        return self.scopes is None or scope in self.scopes

    def need(self, *scopes: str) -> None:
        """Refuse unless the app has one of these scopes."""
        if scopes and not any(self.may(scope) for scope in scopes):
            provided = ",".join(sorted(self.scopes or ()))
            raise Refused("missing_scope", needed=",".join(scopes), provided=provided)

    def channel(self, name: str = "channel", *, area: str | None = None, member: bool = False) -> Channel:
        """The conversation an argument names, if the bot can know of it; `area` asks for its kind's scope."""
        found = self.workspace.channels.get(self.text(name))
        if found is None or (found.kind != "public" and self.bot not in found.members):
            raise Refused("channel_not_found")
        if area:
            self.need(f"{KIND_SCOPES[found.kind]}:{area}")
        if member and self.bot not in found.members:
            raise Refused("not_in_channel")
        return found

    def message(self, channel: Channel, name: str = "ts", error: str = "message_not_found") -> Message:
        """The message an argument names; ephemeral ones can't be found again."""
        found = channel.message(self.text(name))
        if found is None or found.ephemeral_to:
            raise Refused(error)
        return found

    def person(self, name: str = "user", error: str = "user_not_found") -> Person:
        """The person an argument names."""
        found = self.workspace.people.get(self.text(name))
        if found is None:
            raise Refused(error)
        return found

    def file(self, name: str = "file") -> File:
        """The file an argument names, if the bot may see it."""
        found = self.workspace.files.get(self.text(name))
        if found is None or not found.complete:
            raise Refused("file_not_found")
        if found.deleted:
            raise Refused("file_deleted")
        places = [self.workspace.channels[c] for c in found.shared_in if c in self.workspace.channels]
        if found.user != self.bot and not any(c.kind == "public" or self.bot in c.members for c in places):
            raise Refused("file_not_found")
        return found


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the Web API."""

    name: str
    run: Callable[[Call], Json]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()  # any of them
    token: Token = "bot"  # noqa: S105
    about: str = field(default="", compare=False)


METHODS: dict[str, Method] = {}


def method(
    name: str,
    *,
    required: str = "",
    optional: str = "",
    scopes: str = "",
    token: Token = "bot",  # noqa: S107
) -> Callable[[Callable[[Call], Json]], Callable[[Call], Json]]:
    """Put a function into the table of methods; the lists are words with spaces between."""

    def register(run: Callable[[Call], Json]) -> Callable[[Call], Json]:
        about = (run.__doc__ or "").split("\n")[0].rstrip(".")
        METHODS[name] = Method(
            name, run, tuple(required.split()), tuple(optional.split()), tuple(scopes.split()), token, about
        )
        return run

    return register

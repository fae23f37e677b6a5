"""A guided tour: steps to try by hand, which tick themselves off when what they ask for has really happened.

The steps are data, given by whoever plants a workspace. The tour knows no app: it hears what is delivered to the app
and sees what changes, and compares that with what a step waits for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, Literal, get_args

from simulator import elements, sight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.delivery import Parcel, Reply
    from simulator.rows import Change, Json
    from simulator.workspace import Workspace

Happening = Literal["command", "button", "form", "shortcut", "home", "file", "message"]
HAPPENINGS: tuple[str, ...] = get_args(Happening)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What has to happen: a kind of act or message, with the words it begins with or holds, by whom, and where."""

    what: Happening
    words: str = ""  # how a command begins; a part of the app's message; a button or form in full, `*` for anything
    by: str = ""  # the account name of whoever does it, or gets the app's message; without one everybody sees that
    where: str = ""  # "#social", or "dm" for the conversation with the app


@dataclass(frozen=True, slots=True)
class Happened:
    """What has happened, in the same terms."""

    what: Happening
    words: str
    user: str  # a user id
    channel: str  # a channel id
    alone: bool = False  # nobody else sees the message


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try, ticked off when any of what it waits for happens."""

    name: str
    text: str
    hint: str = ""
    who: str = ""  # the account name to take it as
    where: str = ""  # "#social", "dm" or "home"
    done: tuple[Wanted, ...] = ()
    after: str = ""  # the name of a step that must be done before this one counts


@dataclass(slots=True)
class Tour:
    """The steps of one workspace, which of them are done, and whether the card is out of sight."""

    title: str
    steps: tuple[Step, ...]
    done: set[str] = field(default_factory=set)
    hidden: bool = False

    @property
    def next_step(self) -> Step | None:
        """The first step that is still to do."""
        return next((step for step in self.steps if step.name not in self.done), None)

    def reset(self) -> None:
        """Begin again."""
        self.done, self.hidden = set(), False

    def hears(self, workspace: Workspace, parcel: Parcel, reply: Reply) -> bool:
        """Take note of what the app was told and acknowledged; whether that ticked something off.

        What somebody only looked at counts without the app's word.
        """
        acknowledged = reply.ok or "event" in parcel.payload
        if not acknowledged or _team(parcel.payload) != workspace.id:
            return False
        happened = _act(parcel.payload, reply)
        return happened is not None and self._tick(workspace, happened)

    def sees(self, workspace: Workspace, change: Change) -> bool:
        """Take note of a message that appeared; whether that ticked something off."""
        channel = workspace.channels.get(change.channel_id or "") if change.what == "message" else None
        message = channel.message(change.ts or "") if channel else None
        if channel is None or message is None:
            return False
        if not message.bot_id:
            shared = Happened("file", message.text, message.user, channel.id)
            return bool(message.files) and self._tick(workspace, shared)
        if not any(wanted.what == "message" for step in self.steps for wanted in step.done):
            return False
        readers = [message.ephemeral_to] if message.ephemeral_to else channel.members
        reader = next((workspace.people[one] for one in readers if one != message.user), None)
        said = sight.text(workspace, message, reader) if reader else message.text
        alone = message.ephemeral_to is not None
        return self._tick(workspace, Happened("message", said, reader.id if reader else "", channel.id, alone))

    def _tick(self, workspace: Workspace, happened: Happened) -> bool:
        before = len(self.done)
        for step in self.steps:
            ready = not step.after or step.after in self.done
            if ready and any(_fits(workspace, one, happened) for one in step.done):
                self.done.add(step.name)
        return len(self.done) > before


def read_tour(described: Mapping[str, Any]) -> Tour:
    """Read a tour from a seed's file.

    Raises:
        ValueError: when a step cannot be understood; the sentence says which and why.
    """
    return Tour(str(described.get("title") or "Try it"), tuple(_step(one) for one in described.get("steps") or ()))


def _step(described: Mapping[str, Any]) -> Step:
    name = str(described.get("name") or described.get("text") or "")
    done = described.get("done") or ()
    wanted = tuple(_wanted(name, one) for one in ([done] if isinstance(done, dict) else done))
    if not name or not wanted:
        raise ValueError(f"the tour's step {name or described!r} needs a `name` or `text`, and `done`")
    more = {key: str(described[key]) for key in ("hint", "who", "where", "after") if described.get(key)}
    return Step(name=name, text=str(described.get("text") or name), done=wanted, **more)


def _wanted(name: str, described: Mapping[str, Any]) -> Wanted:
    kinds = [key for key in described if key in HAPPENINGS]
    if len(kinds) != 1 or set(described) - {kinds[0], "by", "to", "where"}:
        known = ", ".join(HAPPENINGS)
        raise ValueError(
            f"`done` of the tour's step {name!r} needs one of {known}; `by` or `to`, and `where` may follow"
        )
    kind: Any = kinds[0]
    words = described[kind]
    return Wanted(
        kind,
        "" if words is True else str(words),
        str(described.get("by") or described.get("to") or ""),
        str(described.get("where", "")),
    )


def _team(payload: Json) -> str:
    return str(payload.get("team_id") or (payload.get("team") or {}).get("id") or "")


def _act(payload: Json, reply: Reply) -> Happened | None:
    """Say what somebody did; None for what nobody does by hand."""
    if "command" in payload:
        words = f"{payload['command']} {payload.get('text', '')}".strip()
        return Happened("command", words, payload["user_id"], payload["channel_id"])
    if "event" in payload:
        event = payload["event"]
        return Happened("home", "", event["user"], "") if event["type"] == "app_home_opened" else None
    user = str((payload.get("user") or {}).get("id", ""))
    where = str((payload.get("channel") or {}).get("id", ""))
    match payload.get("type"):
        case "block_actions":
            action = payload["actions"][0]
            label = elements.words(action.get("text")) or action["action_id"]
            return Happened("button", str(label), user, where)
        case "view_submission" if reply.json().get("response_action") != "errors":
            return Happened("form", elements.words(payload["view"].get("title")), user, where)
        case "message_action" | "shortcut":
            return Happened("shortcut", str(payload["callback_id"]), user, where)
        case _:
            return None


def _fits(workspace: Workspace, wanted: Wanted, happened: Happened) -> bool:
    person, channel = workspace.people.get(happened.user), workspace.channels.get(happened.channel)
    if wanted.what != happened.what or (wanted.by and (person is None or person.name != wanted.by)):
        return False
    if happened.alone and not wanted.by:
        return False
    place = "" if channel is None else "dm" if channel.kind == "im" else f"#{channel.name}"
    if wanted.where and wanted.where != place:
        return False
    if wanted.what in ("button", "form", "shortcut"):
        return fnmatchcase(happened.words, wanted.words or "*")
    return happened.words.startswith(wanted.words) if wanted.what == "command" else wanted.words in happened.words

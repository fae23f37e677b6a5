"""The commands that Slack itself knows, such as /invite: they are carried out here, and no app ever hears of them.

What Slackbot answers is a message only the writer sees; what was unclear stands in one sentence beside what they typed.
It knows no app.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from simulator import moments, posting, sight
from simulator.acts.accounts import pause_notifications, set_status
from simulator.acts.membership import invite_person, join_channel, leave_channel, remove_person, set_topic
from simulator.acts.results import NOT_INSTALLED, Result
from simulator.drawing import dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from simulator.rows import Channel, Message, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

SLACKBOT = "USLACKBOT"
HERE = "Type it in a channel; this is a direct message."
_STATUS = re.compile(r"(?P<emoji>:[\w+'-]+(?:::skin-tone-[2-6])?:)?\s*(?P<words>.*)", re.DOTALL)
_LONG = re.compile(r"(?:for\s+)?(?P<count>\d{1,3}|an?)\s*(?P<unit>m|min|h|hr|d)[a-z]*", re.IGNORECASE)
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
HOW_LONG = "How long? For example: /dnd 2 hours, /dnd until 4pm, /dnd until monday, or /dnd off."
WHICH_STATUS = "Which status? For example: /status :palm_tree: On holiday, or /status clear."
# What Slack has besides, and this pretend one has not.
MISSING = frozenset(
    {"/archive", "/away", "/dm", "/me", "/msg", "/mute", "/open", "/remind", "/rename", "/shrug", "/who"}
)


@dataclass(frozen=True, slots=True)
class Own:
    """One of Slack's own commands: how it is used, what it does."""

    hint: str
    about: str
    do: Callable[[Slack, Person, Channel, str], Result]


def is_own(command: str) -> bool:
    """Whether Slack takes this command itself."""
    return command.lower() in OWN or command.lower() in MISSING


def carry_out(slack: Slack, person: Person, channel: Channel, command: str, text: str) -> Result:
    """Do what one of Slack's own commands says."""
    known = OWN.get(command.lower())
    if known is None:
        return Result(error=f"{command} is one of Slack's own commands; this pretend Slack doesn't have it.")
    return known.do(slack, person, channel, text.strip())


def _invite(slack: Slack, person: Person, channel: Channel, text: str) -> Result:
    workspace = slack.workspace_of(person)
    words = text.split()
    places = [word for word in words if word.startswith("#")]
    if not (names := [word for word in words if word not in places]):
        return Result(error="Whom? For example: /invite @somebody, or /invite @somebody #channel.")
    if places:
        found = _place(workspace, person, places[0], member=True)
        if isinstance(found, str):
            return Result(error=found)
        channel = found
    if channel.kind == "im":
        return Result(error=HERE)
    return _each(workspace, names, lambda guest: _bring(slack, workspace, person, guest, channel))


def _bring(slack: Slack, workspace: Workspace, person: Person, guest: Person, channel: Channel) -> str | None:
    called = sight.called(workspace, guest)
    if guest.deleted:
        return f"{called} has no account here any more."
    if guest.is_bot and guest is not workspace.bot():
        return NOT_INSTALLED
    if guest.id in channel.members:
        return f"{called} is in #{channel.name} already."
    return invite_person(slack, person, guest, channel).error


def _remove(slack: Slack, person: Person, channel: Channel, text: str) -> Result:
    workspace = slack.workspace_of(person)
    if channel.kind == "im":
        return Result(error=HERE)
    if not text:
        return Result(error="Whom? For example: /remove @somebody.")
    return _each(workspace, text.split(), lambda guest: remove_person(slack, person, guest, channel).error)


def _join(slack: Slack, person: Person, _channel: Channel, text: str) -> Result:
    found = _place(slack.workspace_of(person), person, text, member=False)
    return Result(error=found) if isinstance(found, str) else join_channel(slack, person, found)


def _leave(slack: Slack, person: Person, channel: Channel, _text: str) -> Result:
    return Result(error=HERE) if channel.kind == "im" else leave_channel(slack, person, channel)


def _topic(slack: Slack, person: Person, channel: Channel, text: str) -> Result:
    return Result(error=HERE) if channel.kind == "im" else set_topic(slack, person, channel, text)


def _status(slack: Slack, person: Person, channel: Channel, text: str) -> Result:
    if not text:
        return Result(error=WHICH_STATUS)
    if text.lower() == "clear":
        return _told(slack, person, channel, set_status(slack, person, ""), "Your status is gone.")
    read = _STATUS.fullmatch(text)
    assert read is not None  # noqa: S101 - it takes any words
    result = set_status(slack, person, read["words"], read["emoji"] or "")
    status = f"{person.status_emoji} {person.status_text}".strip()
    return _told(slack, person, channel, result, f"Your status is now {status}. `/status clear` takes it away.")


def _dnd(slack: Slack, person: Person, channel: Channel, text: str) -> Result:
    workspace = slack.workspace_of(person)
    now = workspace.clock.now().astimezone(ZoneInfo(person.tz))
    if text.lower() in {"off", "end", "stop"} or (not text and person.snoozes(now)):
        result = pause_notifications(slack, person, None)
        return _told(slack, person, channel, result, "You are notified again.")
    until = _until(text.lower(), now)
    if until is None:
        return Result(error=HOW_LONG)
    result = pause_notifications(slack, person, until)
    day = "" if until.date() == now.date() else f"{until:%a} {until.day} {until:%b}, "
    said = f"Your notifications are paused until {day}{dates.clock(until)}. `/dnd off` ends it."
    return _told(slack, person, channel, result, said)


def _until(words: str, now: datetime) -> datetime | None:
    """Read how long somebody wants quiet: so many hours, or until a moment; a day alone means nine in the morning."""
    if long := _LONG.fullmatch(words):
        count = int(long["count"]) if long["count"].isdigit() else 1
        found = now + timedelta(**{_UNITS[long["unit"][0].lower()]: count})
        return found if found > now else None
    moment = re.sub(r"^(until|till)\s+", "", words)
    for tried in (moment, f"{moment} 9:00", f"tomorrow {moment}"):
        try:
            return moments.moment(tried, now, now.tzinfo or ZoneInfo("UTC"))
        except ValueError:
            continue
    return None


def _each(workspace: Workspace, names: list[str], do: Callable[[Person], str | None]) -> Result:
    """Do it for each of these people, and say of each for whom it could not be done why."""
    found = [(name, _called(workspace, name)) for name in names]
    unknown = [f"Nobody here is called {name}." for name, person in found if person is None]
    errors = unknown or [said for _, person in found if person and (said := do(person))]
    return Result(error=" ".join(errors) or None)


def _called(workspace: Workspace, name: str) -> Person | None:
    bare = name.removeprefix("@").rstrip(",").lower()
    return next((person for person in workspace.people.values() if person.name.lower() == bare), None)


def _place(workspace: Workspace, person: Person, name: str, *, member: bool) -> Channel | str:
    """Find a channel that somebody names; one that is not theirs to see is not there."""
    if not name:
        return "Which channel? For example: /join #general."
    for channel in workspace.channels.values():
        if channel.name and channel.name == name.removeprefix("#"):
            if person.id in channel.members:
                return channel
            if channel.kind == "public":
                return f"You are not in #{channel.name} yourself." if member else channel
    return f"There is no channel {name}."


def _told(slack: Slack, person: Person, channel: Channel, result: Result, said: str) -> Result:
    """Let Slackbot say so, to nobody else."""
    if result.error:
        return result
    workspace = slack.workspace_of(person)
    return Result(result.reply, message=_slackbot(workspace, person, channel, said))


def _slackbot(workspace: Workspace, person: Person, channel: Channel, said: str) -> Message:
    return posting.add(workspace, channel, SLACKBOT, username="Slackbot", text=said, ephemeral_to=person.id)


OWN = {
    "/invite": Own("@somebody [#channel]", "Add people or an app to a channel", _invite),
    "/remove": Own("@somebody", "Take somebody out of this channel", _remove),
    "/kick": Own("@somebody", "The same as /remove", _remove),
    "/join": Own("#channel", "Come into a channel", _join),
    "/leave": Own("", "Leave this channel", _leave),
    "/topic": Own("[what it is about]", "Say what this channel is about", _topic),
    "/status": Own(":palm_tree: On holiday | clear", "Say what you are up to", _status),
    "/dnd": Own("2 hours | until 4pm | off", "Pause your notifications", _dnd),
}

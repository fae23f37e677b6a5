"""What a post answers, and how two people's edits of it come together: nobody's words are lost or overwritten unseen.

A post's answers are plain words under their fields' names. An edit says what each field should be; measured against
what its writer saw, only what they really changed counts. Where somebody else has changed the same field meanwhile, it
is theirs to look at first. Rows in, decisions out; it refuses to know forms and wording.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from storage.tables import Post, PostVersion

Answers = dict[str, str]
PLAIN = ("what", "kind", "why", "goal", "network", "link", "takes", "made_by", "shows", "shape")
"""The fields whose answers are kept just as they are written."""
CAPTION = "caption:"
"""The caption for a network is the field of this name and the network's."""
WHO = "who:"
"""Who has a step is the field of this name and the step's, as row ids; it changes when the step changes hands."""
MOMENT = ("on", "at")


@dataclass(frozen=True, slots=True)
class Meeting:
    """An edit beside what happened meanwhile: what it changes, and which fields somebody else has changed as well."""

    changes: Mapping[str, tuple[str, str]]
    clashes: frozenset[str]


class Part(StrEnum):
    """The parts in which a post can be changed: what it answers, and what people will see of it."""

    ANSWERS = "answers"
    WORDS = "words"


def answers(post: Post, captions: Mapping[str, str], zone: ZoneInfo) -> Answers:
    """Give what a post answers now."""
    local = post.publish_at.astimezone(zone)
    moment = {"on": post.on.isoformat(), "at": local.strftime("%H:%M")}
    said = {f"{CAPTION}{network}": words for network, words in captions.items()}
    return {**{field: getattr(post, field) for field in PLAIN}, **moment, **said}


def meet(wanted: Mapping[str, str], now: Mapping[str, str], meanwhile: Sequence[PostVersion]) -> Meeting:
    """Bring an edit together with what others changed since its writer looked; fields it leaves out stay."""
    return bring_together(wanted, now, {**now, **_before(meanwhile)})


def bring_together(wanted: Mapping[str, str], now: Mapping[str, str], seen: Mapping[str, str]) -> Meeting:
    """Hold what somebody wants against what they saw and against what holds now."""
    meant = {field: words for field, words in wanted.items() if words != seen.get(field, "")}
    changes = {field: (now.get(field, ""), words) for field, words in meant.items() if words != now.get(field, "")}
    clashes = frozenset(field for field in changes if now.get(field, "") != seen.get(field, ""))
    return Meeting(changes, clashes)


def changed(versions: Sequence[PostVersion]) -> frozenset[str]:
    """Give the fields that several versions have changed between them."""
    return frozenset(field for version in versions for field in version.changes)


def captions_of(given: Mapping[str, str]) -> dict[str, str]:
    """Give the captions among answers, by network."""
    return {field.removeprefix(CAPTION): words for field, words in given.items() if field.startswith(CAPTION)}


def moment_of(given: Mapping[str, str]) -> tuple[date, time]:
    """Give the day and time that answers hold."""
    return date.fromisoformat(given["on"]), time.fromisoformat(given["at"])


def _before(versions: Sequence[PostVersion]) -> Answers:
    """What the fields said before the first of these versions changed them."""
    said: Answers = {}
    for version in versions:
        for field, (before, _) in version.changes.items():
            said.setdefault(field, before)
    return said

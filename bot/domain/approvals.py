"""Who has to say yes before a post goes out, what they look at, and when a yes no longer holds.

A yes is for the words, the picture and the time that were shown; where one of them changes it has to be given again.
It refuses to know how anybody is asked.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from storage.tables import Approval, ApprovalState, Photo, PhotoState, Post, Step, Substitute, Task

CHECKS = ("voice", "visual", "values", "claims")
"""What an approver looks at; a yes needs all four."""
_OF_PICTURE = frozenset({"picture", "consent"})


class Mode(StrEnum):
    """How binding the approval of a kind is."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"
    TWO_STEP = "two-step"

    @property
    def is_binding(self) -> bool:
        """Whether nothing goes out without it."""
        return self in (Mode.REQUIRED, Mode.TWO_STEP)


class Look(StrEnum):
    """How a look came to somebody who was not asked for it first."""

    SECOND = "second"
    DELEGATE = "delegate"


@dataclass(frozen=True, slots=True)
class Rule:
    """The approval of a kind: who looks second, and who is asked when the time is up, as Slack user ids."""

    mode: Mode = Mode.NONE
    second: str = ""
    delegate: str = ""


def rule_of(kept: Mapping[str, Any], kind: str) -> Rule:
    """Give the approval of a kind as the workspace keeps it."""
    rule = (kept.get(kind) or {}).get("approval")
    return Rule(Mode(rule["mode"]), rule["second"], rule["delegate"]) if rule else Rule()


def rule_for(kept: Mapping[str, Any], kind: str, step: Step | None) -> Rule:
    """Give the approval of one post: as its kind has it, or a yes it needs because somebody is new to a step of it."""
    rule = rule_of(kept, kind)
    return Rule(Mode.REQUIRED) if rule.mode is Mode.NONE and step is not None and step.reviews else rule


def with_rule(kept: Mapping[str, Any], kind: str, rule: Rule) -> dict[str, Any]:
    """Give what the workspace keeps with the approval of one kind replaced; none needs no keeping."""
    of_kind = {name: value for name, value in (kept.get(kind) or {}).items() if name != "approval"}
    if rule.mode is not Mode.NONE:
        of_kind["approval"] = asdict(rule) | {"mode": str(rule.mode)}
    others = {name: value for name, value in kept.items() if name != kind}
    return {**others, kind: of_kind} if of_kind else others


def look_of(rule: Rule, user_id: str) -> Look | None:
    """Say how a look came to this person by the rule of its kind; None where they were asked for it like anybody."""
    if rule.mode is Mode.TWO_STEP and user_id == rule.second:
        return Look.SECOND
    return Look.DELEGATE if user_id and user_id == rule.delegate else None


def is_used(kept: Mapping[str, Any]) -> bool:
    """Whether any kind of post is looked over before it goes out."""
    return any("approval" in of_kind for of_kind in kept.values())


def is_ready(of_post: Iterable[Step]) -> bool:
    """Whether picture and words are there, so that there is something to look at."""
    return all(step.done_at for step in of_post if step.task in (Task.PHOTO, Task.GRAPHIC, Task.CAPTION))


def shown(post: Post, captions: Mapping[str, str], pictures: Sequence[Photo]) -> dict[str, str]:
    """Say what an approver is shown, in a form that tells whether it changed and not what it was."""
    text = "\0".join([post.what, post.link, *(f"{name}\0{words}" for name, words in sorted(captions.items()))])
    return {
        "text": hashlib.sha256(text.encode()).hexdigest()[:24],
        "picture": ",".join(str(photo.id) for photo in pictures if photo.state == PhotoState.READY),
        "time": post.publish_at.isoformat(),
    }


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Name what changed between two looks: text, picture, time."""
    return tuple(part for part in ("text", "picture", "time") if before.get(part, "") != now.get(part, ""))


def yes(found: Sequence[Approval]) -> Approval | None:
    """Give the yes that stands last in a post's history; None where the last word is another one."""
    said = [approval for approval in found if approval.decision != ApprovalState.VOID]
    return said[-1] if said and said[-1].decision == ApprovalState.APPROVED else None


def to_redo(labels: Sequence[str], words: str, of_post: Sequence[Step], substitute: str = "") -> list[Step]:
    """Give the steps that a wish for changes opens again: the picture's, the words', or both."""
    picture = Task.GRAPHIC if substitute == Substitute.GRAPHIC else Task.PHOTO
    tasks = {picture} if _OF_PICTURE & set(labels) else set()
    if set(labels) - _OF_PICTURE or not labels or (words and not tasks):
        tasks.add(Task.CAPTION)
    return [step for step in of_post if step.task in tasks]

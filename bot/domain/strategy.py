"""A strategy on one page: which parts it has, what is still open, and how it changed from one version to the next.

The parts are plain words under their names, so that two people's changes come together as those of a post do. It
refuses to know forms and wording.
"""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from bot.domain import networks, strategy_errors
from bot.domain.discretion import points_to_somebody
from bot.domain.posts import keepable
from bot.domain.versions import Answers
from storage.tables import Member, Role, Strategy

WORDS = {"voice": 500, "purposes": 1000, "ways": 1000, "measures": 500}
"""The parts that are answered in words, and how many characters each may have."""
PARTS = ("voice", "purposes", "answerer", "within", "ways", "measures")
"""Every part in its order; `answerer` is a member's row id."""
EDITORS = (Role.LEAD, Role.BACKUP, Role.SPONSOR, Role.MARKETING)
"""Whose page it is to change; everybody may read it."""
SHOWN = 10
"""How many versions back the changes are told."""
_SENTENCES = re.compile(r"[\n;]+|(?<=[.!?])\s+")


class Within(StrEnum):
    """How soon people who write have an answer."""

    AN_HOUR = "an-hour"
    NEXT_MORNING = "next-morning"
    WORKING_DAY = "working-day"


def answers(strategy: Strategy | None) -> Answers:
    """Give what each part says; everything is empty where there is no strategy."""
    if strategy is None:
        return dict.fromkeys(PARTS, "")
    answerer = str(strategy.answerer_id or "")
    return {part: answerer if part == "answerer" else getattr(strategy, part) for part in PARTS}


def check(wanted: Mapping[str, str], today: date) -> Answers:
    """Give words as they are kept; refuse too many, what may point to a patient, and a time nobody offered."""
    kept = {part: keepable(words) if part in WORDS else words for part, words in wanted.items()}
    for part, most in WORDS.items():
        if len(kept[part]) > most:
            raise strategy_errors.long_words(len(kept[part]), most, field=part)
        if points_to_somebody(kept[part], today):
            raise strategy_errors.private_words(field=part)
    if kept["within"] not in ("", *Within):
        raise strategy_errors.how_soon()
    return kept


def purpose_of(purposes: str) -> dict[str, str]:
    """Give what is said of each known network, sentence by sentence; one that names none goes on about those before."""
    found: dict[str, list[str]] = {}
    named: tuple[str, ...] = ()
    for sentence in filter(None, map(str.strip, _SENTENCES.split(purposes))):
        named = networks.named(sentence) or named
        for network in named:
            found.setdefault(network, []).append(sentence)
    return {network: " ".join(sentences) for network, sentences in found.items()}


def still_open(strategy: Strategy, answerer: Member | None) -> list[str]:
    """Name the parts that nobody has answered yet, in their order; whoever has left answers nobody."""
    said = answers(strategy)
    if answerer is None or answerer.is_deactivated:
        said["answerer"] = ""
    return [part for part in PARTS if not said[part] and part != "ways"]


def is_blank(strategy: Strategy | None) -> bool:
    """Whether nothing is written down, or everything was taken out again."""
    return not any(answers(strategy).values())


def changes(before: Strategy | None, after: Strategy) -> dict[str, tuple[str, str]]:
    """Give what one version changed: by part, what it said before and after."""
    said, now = answers(before), answers(after)
    return {part: (said[part], now[part]) for part in PARTS if said[part] != now[part]}

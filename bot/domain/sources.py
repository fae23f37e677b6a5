"""Where leads come from, in three fields that never mix: tracked by us, said by them, guessed at the desk.

Each field holds one word. What is known best comes first where one word is wanted, and how it is known is always
counted beside it. It refuses to know how far a lead has come.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from bot.domain import number_errors
from bot.domain.discretion import may_be_a_person
from storage.tables import Lead

UNKNOWN = "unknown"
META = "meta"
"""A form of Meta's, where it does not say whether it was seen on Facebook or on Instagram."""
SOURCES = (
    "instagram",
    "facebook",
    "google",
    "tiktok",
    "website",
    "phone",
    "walk-in",
    "referral",
    "other",
    UNKNOWN,
)
NETWORKS = frozenset({"instagram", "facebook", "google", "tiktok", "x", "linkedin", "youtube", "threads", "pinterest"})
"""The sources that are networks a post or an ad can go out on."""

_ALSO = {META: frozenset({META, "facebook", "instagram"})}
_SPELLINGS = {
    "ig": "instagram",
    "insta": "instagram",
    "fb": "facebook",
    "meta": "facebook",
    "googleads": "google",
    "googlemaps": "google",
    "googlesearch": "google",
    "facebookad": "facebook",
    "facebookads": "facebook",
    "instagramad": "instagram",
    "instagramads": "instagram",
    "gmb": "google",
    "maps": "google",
    "web": "website",
    "site": "website",
    "homepage": "website",
    "call": "phone",
    "telephone": "phone",
    "walkin": "walk-in",
    "referred": "referral",
    "friend": "referral",
    "wordofmouth": "referral",
    "notsure": UNKNOWN,
}
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|-){0,19}")


class Evidence(StrEnum):
    """How it is known where a lead came from, the surest first."""

    TRACKED = "tracked"
    SAID = "said"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Known:
    """How it is known where a set of leads came from; each lead counts once, by what is known best.

    Of those where more than one of the three fields is filled (`compared`), in so many they `agree`.
    """

    tracked: int = 0
    said: int = 0
    guessed: int = 0
    unknown: int = 0
    compared: int = 0
    agree: int = 0


def read_source(words: str, today: date) -> str:
    """Read a source: a known one in any usual spelling, or one short word; never something like a name."""
    squeezed = re.sub(r"[\s_.-]+", "", words.casefold())
    known = usual(words)
    if known is not None:
        return known
    if not squeezed:
        raise number_errors.no_source()
    if may_be_a_person(words, today):
        raise number_errors.private_source()
    if not _WORD.fullmatch(words.strip()):
        raise number_errors.unclear_source()
    meant = get_close_matches(squeezed, SOURCES, n=1, cutoff=0.8)
    if meant:
        raise number_errors.mistyped_source(meant[0])
    return words.strip().casefold()


def usual(words: str) -> str | None:
    """Give the usual source that is meant, in any usual spelling; None where there is none of that name."""
    squeezed = re.sub(r"[\s_.-]+", "", words.casefold())
    spelled = _SPELLINGS.get(squeezed)
    return spelled or next((source for source in SOURCES if source.replace("-", "") == squeezed), None)


def known_word(words: str) -> str:
    """Give the source that a link or form names, where it is a usual one; the website where it names none we know."""
    squeezed = words.casefold().strip()
    found = squeezed if squeezed in NETWORKS else usual(words)
    return found if found and found != UNKNOWN else "website"


def kept(word: str) -> str:
    """Give a source as its field keeps it: an unknown one is an empty field."""
    return "" if word == UNKNOWN else word


def network_of(*words: str) -> str:
    """Give the first network among some sources; "" where none is one."""
    return next((word for word in words if word in NETWORKS), "")


def known_by(lead: Lead) -> Evidence | None:
    """Say how it is known where a lead came from; None where nobody knows."""
    return next((each for each in Evidence if getattr(lead, each)), None)


def source_of(lead: Lead) -> str:
    """Give where a lead came from as far as it is known best: tracked before said before guessed."""
    found = known_by(lead)
    return str(getattr(lead, found)) if found else UNKNOWN


def how_known(leads: Iterable[Lead]) -> Known:
    """Count how it is known where leads came from, and how far what is known agrees."""
    held = list(leads)
    best = [known_by(lead) for lead in held]
    fields = [[word for word in (lead.tracked, lead.said, lead.guessed) if word] for lead in held]
    compared = [words for words in fields if len(words) > 1]
    return Known(
        tracked=best.count(Evidence.TRACKED),
        said=best.count(Evidence.SAID),
        guessed=best.count(Evidence.GUESSED),
        unknown=best.count(None),
        compared=len(compared),
        agree=sum(_agree(words) for words in compared),
    )


def _agree(words: list[str]) -> bool:
    meant = [_ALSO.get(word, frozenset({word})) for word in words]
    return bool(frozenset.intersection(*meant))

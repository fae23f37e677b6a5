"""Leads: where they come from, how far they have come, and what a set of them adds up to. Never who they are.

A later stage implies the earlier ones: whoever booked was reached. Existing patients and spam are no leads, so they
are set apart and never counted. It knows no database; `now` and `today` are arguments.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from typing import Any

from bot.domain import number_errors
from bot.domain.discretion import may_be_a_person
from bot.domain.weeks import Week
from storage.tables import Lead, Stage

UNKNOWN = "unknown"
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
REASONS = (
    "wrong area",
    "wrong service",
    "price",
    "insurance",
    "no answer",
    "not a fit",
    "existing patient",
    "spam",
)
NO_LEADS = frozenset({"existing patient", "spam"})
"""Enquiries by people who are patients already, or by nobody, are not new-person enquiries."""
LADDER = (Stage.REACHED, Stage.BOOKED, Stage.SHOWN, Stage.STARTED)
_DATES = tuple(f"{stage}_at" for stage in LADDER)
MATURE = timedelta(days=14)
"""A lead needs about two weeks before "not booked" says something; 80 % of bookings are seen by then."""

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
_CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,11})")


def read_source(words: str, today: date) -> str:
    """Read a source: a known one in any usual spelling, or one short word; never something like a name."""
    squeezed = re.sub(r"[\s_.-]+", "", words.casefold())
    known = _SPELLINGS.get(squeezed) or next(
        (source for source in SOURCES if source.replace("-", "") == squeezed), None
    )
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


def read_code(words: str, today: date) -> str:
    """Read the practice's own code, which may be missing; never something like a name or a date of birth."""
    code = words.strip()
    if not code:
        return ""
    if may_be_a_person(code, today):
        raise number_errors.private_code()
    if not _CODE.fullmatch(code) or not any(character.isdigit() for character in code):
        raise number_errors.unclear_code()
    return code.upper()


def read_stage(words: str) -> Stage:
    """Read a stage."""
    try:
        return Stage(words)
    except ValueError:
        raise number_errors.no_such_stage() from None


def move(lead: Lead, stage: Stage, *, reason: str, now: datetime) -> dict[str, Any]:
    """Say what changes when a lead moves: earlier dates stay, its own too where it has one, later ones are cleared."""
    if stage is Stage.LOST:
        if reason not in REASONS:
            raise number_errors.no_such_reason()
        return {"stage": stage, "lost_at": lead.lost_at or now, "lost_reason": reason}
    changes: dict[str, Any] = {"stage": stage, "lost_at": None, "lost_reason": ""}
    rank = LADDER.index(stage) if stage in LADDER else -1
    for step, at in enumerate(_DATES):
        if step > rank:
            changes[at] = None
        elif step == rank:
            changes[at] = getattr(lead, at) or now
    return changes


def is_open(lead: Lead) -> bool:
    """Whether somebody may still move this lead on."""
    return lead.stage not in (Stage.STARTED, Stage.LOST)


def came_to(lead: Lead, stage: Stage) -> bool:
    """Whether a lead has come to this stage or a later one, also when it was lost after that."""
    return any(getattr(lead, at) for at in _DATES[LADDER.index(stage) :])


@dataclass(frozen=True, slots=True)
class Tally:
    """What a set of leads adds up to."""

    leads: int
    reached: int
    booked: int
    shown: int
    started: int
    still_open: int
    untouched: int
    sources: tuple[tuple[str, int], ...]
    lost: tuple[tuple[str, int], ...]
    set_apart: int

    @property
    def unknown_source(self) -> int:
        """How many came from nobody knows where."""
        return dict(self.sources).get(UNKNOWN, 0)


def tally(leads: Iterable[Lead]) -> Tally:
    """Count leads, the most frequent source and reason first."""
    held = list(leads)
    counted = [lead for lead in held if lead.lost_reason not in NO_LEADS]
    reached, booked, shown, started = (sum(came_to(lead, stage) for lead in counted) for stage in LADDER)
    return Tally(
        leads=len(counted),
        reached=reached,
        booked=booked,
        shown=shown,
        started=started,
        still_open=sum(is_open(lead) for lead in counted),
        untouched=sum(lead.stage == Stage.NEW for lead in counted),
        sources=_by_frequency(lead.source for lead in counted),
        lost=_by_frequency(lead.lost_reason for lead in counted if lead.stage == Stage.LOST),
        set_apart=len(held) - len(counted),
    )


def _by_frequency(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True)
class InUse:
    """From the first lead to the last sign that somebody looks after the leads.

    A week without a lead is a real zero only within this stretch: nobody logging and nobody asking look the same. A
    sign is a lead logged or moved, or the sales side's word that none came.
    """

    first_on: date
    last_on: date

    def knows(self, week: Week) -> bool:
        """Whether the number of leads of a week is known, be it zero."""
        return self.first_on <= week.days[-1] and week.monday <= self.last_on

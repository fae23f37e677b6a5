"""Leads: where they come from, how far they have come, and what a set of them adds up to. Never who they are.

A later stage implies the earlier ones: whoever booked was reached. Existing patients, spam, vendors and tests are no
leads, so they are set apart and never counted. Where only the day of a stage is known, its moment is the midnight that
day begins with. It knows no database; `now` and `today` are arguments.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain import lead_errors, number_errors, sources
from bot.domain.localtime import first_instant
from bot.domain.sources import UNKNOWN, Known
from bot.domain.weeks import Week
from storage.tables import Lead, Stage

REASONS = (
    "wrong area",
    "wrong service",
    "price",
    "insurance",
    "no answer",
    "not a fit",
    "existing patient",
    "spam",
    "vendor",
    "test",
)
NO_LEADS = frozenset({"existing patient", "spam", "vendor", "test"})
"""Enquiries by people who are patients already, who sell something, or by nobody, are not new-person enquiries."""
SAME_EPISODE = timedelta(days=30)
"""Enquiries of the same person within 30 days are one lead."""
LADDER = (Stage.REACHED, Stage.BOOKED, Stage.SHOWN, Stage.STARTED)
OPEN_STAGES = (Stage.NEW, Stage.REACHED, Stage.BOOKED, Stage.SHOWN)
_DATES = tuple(f"{stage}_at" for stage in LADDER)
MATURE = timedelta(days=14)
"""A lead needs about two weeks before "not booked" says something; 80 % of bookings are seen by then."""


def read_stage(words: str) -> Stage:
    """Read a stage."""
    try:
        return Stage(words)
    except ValueError:
        raise number_errors.no_such_stage() from None


def move(lead: Lead, stage: Stage, *, reason: str, now: datetime, at: datetime | None = None) -> dict[str, Any]:
    """Say what changes when a lead moves: earlier dates stay, its own too where it has one, later ones are cleared.

    `at` is when it came that far, where somebody says so.
    """
    if stage is Stage.LOST:
        if reason not in REASONS:
            raise number_errors.no_such_reason()
        return {"stage": stage, "lost_at": at or lead.lost_at or now, "lost_reason": reason}
    changes: dict[str, Any] = {"stage": stage, "lost_at": None, "lost_reason": ""}
    reached = rank(stage)
    for step, moment in enumerate(_DATES):
        if step > reached:
            changes[moment] = None
        elif step == reached:
            changes[moment] = at or getattr(lead, moment) or now
    return changes


def moment_of(on: date | None, *, came_on: date, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Give the moment of a stage of which the day is said: now for today, midnight for a day before; None for none."""
    if on is None:
        return None
    today = now.astimezone(zone).date()
    if on > today:
        raise lead_errors.stage_ahead()
    if on < came_on:
        raise lead_errors.stage_before_lead(came_on)
    return now if on == today else first_instant(on, time.min, zone)


def is_day_only(at: datetime, zone: ZoneInfo) -> bool:
    """Whether of the moment of a stage only its day is known."""
    return at == first_instant(at.astimezone(zone).date(), time.min, zone)


def dated(lead: Lead, days: Mapping[Stage, date], *, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Say what changes when the days of a lead's stages are put right; a stage it never came to is left alone."""
    moments: list[tuple[Stage, datetime]] = [
        (stage, at) for stage in (*LADDER, Stage.LOST) if (at := getattr(lead, f"{stage}_at")) is not None
    ]
    before = {stage: at.astimezone(zone).date() for stage, at in moments}
    changed = {stage: days[stage] for stage, on in before.items() if days.get(stage, on) != on}
    after = {**before, **changed}
    for earlier, later in pairwise(after):
        if after[later] < after[earlier] and not changed.keys().isdisjoint({earlier, later}):
            raise lead_errors.stages_out_of_order(earlier, later)
    first = min(after.values(), default=lead.came_on)
    if first < lead.came_on:
        raise lead_errors.stage_before_lead(lead.came_on)
    return {f"{stage}_at": moment_of(on, came_on=lead.came_on, now=now, zone=zone) for stage, on in changed.items()}


def moved_on_by(whole: Lead, part: Lead) -> dict[str, Any]:
    """Say how a lead moves on when another enquiry of the same person counts as part of it: never back, never lost."""
    if not is_open(whole) or part.stage == Stage.LOST or rank(part.stage) <= rank(whole.stage):
        return {}
    passed = _DATES[rank(whole.stage) + 1 : rank(part.stage) + 1]
    return {"stage": part.stage, **{moment: getattr(part, moment) for moment in passed}}


def rank(stage: str) -> int:
    """Say how far on the ladder a stage is; -1 is new, and lost."""
    return LADDER.index(Stage(stage)) if stage in LADDER else -1


def is_open(lead: Lead) -> bool:
    """Whether somebody may still move this lead on."""
    return lead.stage in OPEN_STAGES


def in_turn(open_ones: Iterable[Lead], asked: Iterable[Iterable[int]]) -> list[Lead]:
    """Order leads by whose turn it is to be asked about: none before one asked about less recently, then the oldest.

    `asked` are the row ids that each message asked about, the last message last.
    """
    last = {lead_id: place for place, lead_ids in enumerate(asked, start=1) for lead_id in lead_ids}
    return sorted(open_ones, key=lambda lead: (last.get(lead.id or 0, 0), lead.number))


def came_to(lead: Lead, stage: Stage) -> bool:
    """Whether a lead has come to this stage or a later one, also when it was lost after that."""
    return any(getattr(lead, at) for at in _DATES[LADDER.index(stage) :])


def counts(lead: Lead) -> bool:
    """Whether this is an enquiry of a new person."""
    return lead.lost_reason not in NO_LEADS


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
    apart: tuple[tuple[str, int], ...]
    known: Known = field(default_factory=Known)

    @property
    def set_apart(self) -> int:
        """How many enquiries are no leads."""
        return sum(count for _, count in self.apart)

    @property
    def unknown_source(self) -> int:
        """How many came from nobody knows where."""
        return dict(self.sources).get(UNKNOWN, 0)


def tally(leads: Iterable[Lead]) -> Tally:
    """Count leads, the most frequent source and reason first; one that is merged into another is not another one."""
    held = [lead for lead in leads if lead.merged_into_id is None]
    counted = [lead for lead in held if counts(lead)]
    reached, booked, shown, started = (sum(came_to(lead, stage) for lead in counted) for stage in LADDER)
    return Tally(
        leads=len(counted),
        reached=reached,
        booked=booked,
        shown=shown,
        started=started,
        still_open=sum(is_open(lead) for lead in counted),
        untouched=sum(lead.stage == Stage.NEW for lead in counted),
        sources=_by_frequency(sources.source_of(lead) for lead in counted),
        lost=_by_frequency(lead.lost_reason for lead in counted if lead.stage == Stage.LOST),
        apart=_by_frequency(lead.lost_reason for lead in held if not counts(lead)),
        known=sources.how_known(counted),
    )


def _by_frequency(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True)
class InUse:
    """From the first lead to the last sign that somebody looks after the leads.

    A week without a lead is a real zero only within this stretch: nobody logging and nobody asking look the same. A
    sign is a lead logged or moved, or the sales side's word that none came; of a file, the day of the last lead in it.
    """

    first_on: date
    last_on: date

    def knows(self, week: Week) -> bool:
        """Whether the number of leads of a week is known, be it zero."""
        return self.first_on <= week.days[-1] and week.monday <= self.last_on

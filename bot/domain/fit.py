"""Who asks: whether new people live near, ask for what the practice offers, and fit, each as a share with what is open.

Only what was put down counts: a lead whose area nobody knows is neither near nor far. It knows no names and no causes,
and refuses to know what a lead that doesn't fit should have been.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain import leads as enquiries
from bot.domain.verdict import Share
from storage.tables import Lead, Stage

WEEKS = 12
WRONG_AREA, WRONG_SERVICE, NOT_A_FIT = "wrong area", "wrong service", "not a fit"
UNFIT = (WRONG_AREA, WRONG_SERVICE, NOT_A_FIT)
"""Why a lead is lost that was never one for this practice; price, insurance and no answer say nothing about that."""
_MOST_ASKED = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """Who asked in some weeks, of `leads` leads in all.

    `near` is of the leads whose area is known, None where the practice has named none near it; `offered` is of those
    that say what they asked for, `unfit` of those that were booked or lost, and `reasons` says why those were.
    `asked` are the services asked for most, `areas` where most came from.
    """

    leads: int
    near: Share | None
    offered: Share
    unfit: Share
    asked: tuple[tuple[str, int], ...]
    areas: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[str, int], ...]

    @property
    def tells_anything(self) -> bool:
        """Whether anything about it was put down."""
        return bool(self.areas or self.offered.whole or self.unfit.whole)


def weigh(leads: Sequence[Lead], near: Collection[str]) -> Fit:
    """Say who asked, of leads that were not merged; `near` are the areas near the practice."""
    counted = [lead for lead in leads if enquiries.counts(lead)]
    placed = [lead for lead in counted if lead.area or lead.lost_reason == WRONG_AREA]
    told = [lead for lead in counted if lead.service or lead.lost_reason == WRONG_SERVICE]
    settled = [lead for lead in counted if lead.stage == Stage.LOST or enquiries.came_to(lead, Stage.BOOKED)]
    reasons = Counter(lead.lost_reason for lead in settled if lead.lost_reason in UNFIT)
    is_near = [lead for lead in placed if lead.area in near and lead.lost_reason != WRONG_AREA]
    return Fit(
        leads=len(counted),
        near=Share(len(is_near), len(placed)) if near else None,
        offered=Share(sum(lead.lost_reason != WRONG_SERVICE for lead in told), len(told)),
        unfit=Share(reasons.total(), len(settled)),
        asked=_most(lead.service for lead in told),
        areas=_most(lead.area for lead in placed),
        reasons=tuple((reason, reasons[reason]) for reason in UNFIT if reasons[reason]),
    )


def _most(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    found = Counter(word for word in words if word)
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0]))[:_MOST_ASKED])

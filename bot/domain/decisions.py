"""Decisions: what changes, what is expected, when to look again, and what the counts say then.

The day to look again comes from how long it takes to learn from counts as small as the practice's own, not from
impatience. It knows no cause: it sets the weeks after a decision beside as many weeks before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain import decision_errors, evidence
from bot.domain import leads as enquiries
from bot.domain.evidence import Window
from bot.domain.verdict import Share
from bot.domain.weeks import Week
from storage.tables import Decision, Lead, Stage

LONGEST = 200
USUAL_WEEKS = 4
"""When to look again at what can't be counted in leads."""
MOST_WEEKS = 26
"""Half a year: a practice that would have to wait longer looks again all the same, and knows that it is early."""
_MOST_DAYS = 366


class Expects(StrEnum):
    """What should become more."""

    LEADS = "leads"
    BOOKED = "booked"
    COMMENTS = "comments"
    REACH = "reach"
    ENGAGEMENT = "engagement"
    ELSE = "something else"


class Result(StrEnum):
    """What becomes of a decision that was looked at again."""

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"


FACTORS = (200, 150)
"""Twice as many, or half as many again: what a practice can hope to tell from chance."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How many leads come in a week, as far as is known, and after how many weeks a change would show.

    `weeks` is None where nothing is known, or it would take longer than anybody waits.
    """

    a_week: float | None
    weeks: int | None


@dataclass(frozen=True, slots=True)
class Since:
    """What came in the whole weeks since a decision, and in as many weeks before it.

    `booked` holds how many of the leads of each stretch are booked, the stretch before first, where that was expected.
    """

    weeks: int
    before: int
    after: int
    is_likely_real: bool
    booked: tuple[Share, Share] | None = None


def read_change(typed: str) -> str:
    """Give what changes in the practice's own words."""
    words = " ".join(typed.split())
    if not words:
        raise decision_errors.what_changes()
    if len(words) > LONGEST:
        raise decision_errors.long_words(len(words), LONGEST)
    return words


def read_result(named: str) -> Result:
    """Give what became of a decision."""
    try:
        return Result(named)
    except ValueError:
        raise decision_errors.no_such_result() from None


def pace(leads: Mapping[Week, int | None], factor: int) -> Pace:
    """Say how many weeks it takes to learn, from the weeks whose leads are known."""
    known = [count for count in leads.values() if count is not None]
    if not known or not sum(known):
        return Pace(None, None)
    a_week = sum(known) / len(known)
    weeks = evidence.weeks_to_learn(a_week, factor / 100)
    return Pace(a_week, weeks if weeks is not None and weeks <= MOST_WEEKS else None)


def propose_review(today: date, expects: str, learned: Pace) -> date:
    """Propose the Monday on which the decision can be looked at again."""
    weeks = (learned.weeks or MOST_WEEKS) if is_reckoned(expects) and learned.a_week else USUAL_WEEKS
    return Week.of(today).next().monday + timedelta(weeks=weeks)


def check_review(review_on: date, today: date) -> date:
    """Give the day back; refuse one that is not ahead or more than a year ahead."""
    if not today < review_on <= today + timedelta(days=_MOST_DAYS):
        raise decision_errors.review_when()
    return review_on


def is_early(review_on: date, today: date, expects: str, learned: Pace) -> bool:
    """Whether the day somebody chose comes before the counts can tell."""
    return is_reckoned(expects) and review_on < propose_review(today, expects, learned)


def is_up_for_review(decision: Decision, week: Week) -> bool:
    """Whether the digest of a week, which is read in the week after it, brings a decision up."""
    is_open = decision.reviewed_at is None and decision.review_on is not None
    return is_open and decision.review_on is not None and decision.review_on <= week.next().days[-1]


def since(decision: Decision, leads: Mapping[Week, Sequence[Lead] | None], last: Week) -> Since | None:
    """Set the weeks since a decision beside as many before it; None where a week among them is not known.

    Of bookings, only leads that are old enough to judge at the end of `last` are counted.
    """
    first = Week.parse(decision.week).next()
    after = [week for week in sorted(leads) if first <= week <= last]
    before = [week for week in sorted(leads) if week < first][-len(after) :] if after else []
    if not after or len(before) < len(after) or any(leads[week] is None for week in (*before, *after)):
        return None
    earlier, later = ([lead for week in weeks for lead in leads[week] or ()] for weeks in (before, after))
    if decision.expects == Expects.BOOKED:
        young = last.days[-1] - enquiries.MATURE
        shares = [_booked([lead for lead in came if lead.came_on <= young]) for came in (earlier, later)]
        return Since(len(after), len(earlier), len(later), _differ(*shares), (shares[0], shares[1]))
    p = evidence.surprise(Window(len(later), len(after)), Window(len(earlier), len(before)))
    return Since(len(after), len(earlier), len(later), p is not None and p < evidence.SURPRISING)


def weeks_without(decisions: Sequence[Decision], first: Week, last: Week) -> list[Week]:
    """Give the weeks from one to another about which nothing was decided, not even that nothing changes."""
    about = {decision.week for decision in decisions}
    weeks = [first]
    while weeks[-1] < last:
        weeks.append(weeks[-1].next())
    return [week for week in weeks if str(week) not in about]


def _booked(leads: Sequence[Lead]) -> Share:
    return Share(sum(enquiries.came_to(lead, Stage.BOOKED) for lead in leads), len(leads))


def _differ(before: Share, after: Share) -> bool:
    """Whether two shares differ by more than chance: their ranges don't touch, which is stricter than a test."""
    one, other = (evidence.share(share.part, share.whole) for share in (before, after))
    return one is not None and other is not None and (one.high < other.low or other.high < one.low)


def is_reckoned(expects: str) -> bool:
    """Whether it can be reckoned, from how much more is expected, when there is enough to tell."""
    return expects in (Expects.LEADS, Expects.BOOKED)

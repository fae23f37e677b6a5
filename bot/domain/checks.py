"""What is still missing from the plan: in the next seven days, and in the mix of a month.

A post invites somebody when it has a link or says so in its words. Promotion is what speaks of a service, and every ad;
fewer than five posts are no mix. What is about a month is said in the week of its 15th, when half of it is left, and a
mix that leans too far when it begins to. It refuses to know who is told, and how.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import posts
from bot.domain.cadence import Entry, Standing
from bot.domain.weeks import Week
from storage.tables import AdKind, Kind, Post, Step

SEVEN_DAYS = timedelta(days=7)
MOST_PROMOTION = 0.6
"""More than 60 % promotion in four weeks puts people off: push tactics are what the articles warn of first."""
MIX_WEEKS = 4
_FEWEST = 5
_MIDDLE = 15
_INVITES = re.compile(
    r"\b(?:invit\w+|join us|come (?:by|in|along|and|see)|open (?:house|day|evening)|"
    r"follow us|book (?:now|a|your|online)|rsvp|sign up|stop by|visit us|see you (?:at|on|there))\b",
    re.IGNORECASE,
)


class Finding(StrEnum):
    """What is missing from the mix."""

    NEXT_WEEK_EMPTY = "next week empty"
    TOO_MUCH_PROMOTION = "too much promotion"
    NO_INVITATION = "no invitation"
    NO_ADS = "no ads"
    ONLY_ADS = "only ads"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A post with what is missing from it: steps that nobody has said yes to, and questions left open."""

    entry: Entry
    post: Post
    unanswered: tuple[Step, ...]
    questions: tuple[posts.LeftOpen, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is unassigned or incomplete in the next seven days."""

    empty: tuple[Entry, ...]
    unsettled: tuple[Unsettled, ...]

    def __bool__(self) -> bool:
        return bool(self.empty or self.unsettled)


def gaps(entries: Sequence[Entry], steps: Mapping[int, Sequence[Step]], *, now: datetime) -> Gaps:
    """Find the empty places, and the posts that lack a yes or an answer, among those that go out in seven days."""
    soon = [entry for entry in entries if now < entry.publish_at <= now + SEVEN_DAYS]
    found = []
    for entry in soon:
        if entry.post is not None and entry.standing is Standing.PLANNED:
            open_steps = tuple(
                step for step in steps.get(entry.post.id or 0, ()) if not step.accepted_at and not step.done_at
            )
            questions = posts.left_open(entry.post)
            if open_steps or questions:
                found.append(Unsettled(entry, entry.post, open_steps, questions))
    return Gaps(tuple(entry for entry in soon if entry.standing is Standing.FREE), tuple(found))


def mix(planned: Sequence[Post], entries: Sequence[Entry], week: Week, *, uses_ads: bool) -> tuple[Finding, ...]:
    """Say what is missing from the mix; `entries` are the week's, `planned` its month's and the posts of five weeks."""
    found = []
    places = [entry for entry in entries if entry.slot is not None]
    if places and not any(entry.post for entry in entries):
        found.append(Finding.NEXT_WEEK_EMPTY)
    if _leans(planned, week) and not _leans(planned, week.previous()):
        found.append(Finding.TOO_MUCH_PROMOTION)
    middle = next((day for day in week.days if day.day == _MIDDLE), None)
    if middle is not None:
        found += _of_month([post for post in planned if _same_month(post.on, middle)], uses_ads=uses_ads)
    return tuple(found)


def invites(post: Post) -> bool:
    """Whether a post invites somebody to come, call or click."""
    return bool(post.link or _INVITES.search(f"{post.what}\n{post.why}"))


def is_promotion(post: Post) -> bool:
    """Whether a post speaks of what the practice sells."""
    return post.kind == Kind.SERVICE or is_ad(post)


def is_ad(post: Post) -> bool:
    """Whether a post is a paid ad."""
    return post.kind in set(AdKind)


def _of_month(planned: Sequence[Post], *, uses_ads: bool) -> list[Finding]:
    found = []
    ads = [post for post in planned if is_ad(post)]
    if planned and len(ads) == len(planned):
        return [Finding.ONLY_ADS]
    if not any(invites(post) for post in planned) and not ads:
        found.append(Finding.NO_INVITATION)
    if uses_ads and not ads:
        found.append(Finding.NO_ADS)
    return found


def _leans(planned: Sequence[Post], week: Week) -> bool:
    """Whether more than 60 % of the four weeks that end with this one is promotion."""
    last = week.days[-1]
    first = last - timedelta(weeks=MIX_WEEKS)
    four_weeks = [post for post in planned if first < post.on <= last]
    count = sum(is_promotion(post) for post in four_weeks)
    return len(four_weeks) >= _FEWEST and count > MOST_PROMOTION * len(four_weeks)


def _same_month(on: date, other: date) -> bool:
    return (on.year, on.month) == (other.year, other.month)

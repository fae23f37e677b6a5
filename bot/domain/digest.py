"""The digest of a week: rows in, one value out that says what is missing, what was kept, and what each side saw.

Engagement and leads stand side by side and are never tied to each other. What nobody entered is unknown, never zero.
It knows no wording, no database and no clock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import cadence
from bot.domain import figures as counts
from bot.domain import leads as enquiries
from bot.domain.cadence import Entry, Standing
from bot.domain.figures import Reading, Told
from bot.domain.leads import InUse, Tally
from bot.domain.outline import Outline
from bot.domain.verdict import BEFORE, RECENT, Share, Verdict, judge, stretch
from bot.domain.weeks import Week
from storage.tables import Figures, Lead, Line, Member, Post, Role

CHARTED = 8
"""How many weeks a chart looks back."""
OLDEST = timedelta(weeks=10)
"""Leads older than this say little about how leads are looked after today."""
SIDES = (Role.MARKETING, Role.SALES)
LONGEST = 200
"""How many characters a side's line may have."""


def key_of(week: Week, channel_id: str) -> str:
    """Name the delivery of a week's digest to a channel."""
    return f"digest/{week}/{channel_id}"


class Question(StrEnum):
    """What both sides are asked."""

    WHAT_WOULD_HELP = "what would help"
    WHAT_PEOPLE_ASKED = "what people asked"
    GOOD_BAD_BETWEEN = "good, bad or in between"
    NOTHING = "nothing, both have answered"


@dataclass(frozen=True, slots=True)
class Side:
    """Marketing or sales: who holds it, who writes its line, and the line."""

    role: Role
    holder: Member | None
    writer: Member | None
    line: Line | None


@dataclass(frozen=True, slots=True)
class Weekly:
    """A number of one week; None where nobody knows it."""

    week: Week
    number: int | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows a digest is made of: eight weeks of posts, sixteen of leads, and who is who."""

    outline: Outline
    posts: Sequence[Post]
    figures: Mapping[int, Figures]
    leads: Sequence[Lead]
    in_use: InUse | None
    logged_at: datetime | None
    lines: Mapping[str, Line]
    holders: Mapping[Role, Member]
    closed_days: frozenset[date]
    began_on: date


@dataclass(frozen=True, slots=True)
class Digest:
    """One week, ready to be put into words."""

    week: Week
    is_over: bool
    places: int
    places_out: int
    beside_out: int
    posts: tuple[Told, ...]
    unseen: tuple[Post, ...]
    empty: tuple[Entry, ...]
    without_figures: tuple[Post, ...]
    reading: Reading
    tally: Tally | None
    has_log: bool
    earlier: Share
    earlier_new: int
    engagement_weeks: tuple[Weekly, ...]
    lead_weeks: tuple[Weekly, ...]
    verdict: Verdict
    sides: tuple[Side, ...]
    question: Question
    logged_at: datetime | None
    entered_at: datetime | None
    zone: ZoneInfo


def compose(rows: Gathered, week: Week, *, now: datetime, zone: ZoneInfo, goal: float | None = None) -> Digest:
    """Put a week's rows together."""
    told = [Told(post, rows.figures.get(post.id or 0)) for post in rows.posts]
    laid_out = _laid_out(week, rows, now, zone)
    out = tuple(each for each in told if each.post.on in week.days and each.post.posted_at is not None)
    unseen = tuple(
        entry.post
        for entry in laid_out
        if entry.post and entry.standing is Standing.UNSEEN and not rows.outline.is_paused(entry.on)
    )
    empty = tuple(entry for entry in laid_out if entry.post is None)
    places = sum(entry.slot is not None for entry in laid_out)
    places_out = sum(entry.slot is not None and entry.standing is Standing.POSTED for entry in laid_out)
    tally = _tally(week, rows)
    mature = _mature(week, rows.leads)
    earlier = Share(mature.booked, mature.leads)
    sides = tuple(_side(role, rows) for role in SIDES)
    is_over = week.next().starts_at(zone) <= now
    return Digest(
        week=week,
        is_over=is_over,
        places=places,
        places_out=places_out,
        beside_out=sum(entry.slot is None and entry.standing is Standing.POSTED for entry in laid_out),
        posts=out,
        unseen=unseen,
        empty=empty,
        without_figures=tuple(each.post for each in out if not each.has_figures),
        reading=counts.read(out),
        tally=tally,
        has_log=rows.in_use is not None,
        earlier=earlier,
        earlier_new=mature.untouched,
        engagement_weeks=tuple(Weekly(each, _engagements(each, told)) for each in stretch(week, CHARTED)),
        lead_weeks=tuple(Weekly(each, _leads(each, rows)) for each in stretch(week, CHARTED)),
        verdict=judge(
            {each: _leads(each, rows) for each in stretch(week, RECENT + BEFORE)},
            week,
            since=_since(rows),
            is_over=is_over,
            booked=earlier,
            goal=goal,
        ),
        sides=sides,
        question=_question(sides, tally, is_behind=is_over and places_out * 2 < places),
        logged_at=rows.logged_at,
        entered_at=max((each.figures.entered_at for each in told if each.figures), default=None),
        zone=zone,
    )


def _laid_out(week: Week, rows: Gathered, now: datetime, zone: ZoneInfo) -> list[Entry]:
    """Lay the week out; a place on a closed day is only one where it was filled."""
    laid_out = cadence.lay_out(week, rows.outline, rows.posts, now=now, zone=zone)
    return [entry for entry in laid_out if entry.post or entry.on not in rows.closed_days]


def _side(role: Role, rows: Gathered) -> Side:
    holder = rows.holders.get(role)
    return Side(role, holder, writer_of(role, rows.holders), rows.lines.get(role))


def writer_of(role: Role, holders: Mapping[Role, Member]) -> Member | None:
    """Give who writes a side's line: who holds the role, or the lead where nobody does."""
    return holders.get(role) or holders.get(Role.LEAD)


def _tally(week: Week, rows: Gathered) -> Tally | None:
    """Count a week's leads; None where nobody knows them."""
    came = [lead for lead in rows.leads if Week.of(lead.came_on) == week]
    return enquiries.tally(came) if rows.in_use and rows.in_use.knows(week) else None


def _leads(week: Week, rows: Gathered) -> int | None:
    tally = _tally(week, rows)
    return None if tally is None else tally.leads


def _mature(week: Week, leads: Sequence[Lead]) -> Tally:
    """Count the leads that are old enough, at the end of the week, for a booking to show."""
    last = week.days[-1]
    return enquiries.tally(each for each in leads if last - OLDEST < each.came_on <= last - enquiries.MATURE)


def _engagements(week: Week, told: Sequence[Told]) -> int | None:
    """Add up a week's engagements; None where nothing was out or a post that was out has no numbers."""
    out = [each.engagements for each in told if Week.of(each.post.on) == week and each.post.posted_at is not None]
    known = [count for count in out if count is not None]
    return sum(known) if known and len(known) == len(out) else None


def _since(rows: Gathered) -> Week:
    """Give the first whole week in which leads could have been logged."""
    first = rows.in_use.first_on if rows.in_use else rows.began_on
    week = Week.of(first)
    return week if first == week.monday else week.next()


def _question(sides: Sequence[Side], tally: Tally | None, *, is_behind: bool) -> Question:
    if all(side.line for side in sides):
        return Question.NOTHING
    if is_behind:
        return Question.WHAT_WOULD_HELP
    return Question.WHAT_PEOPLE_ASKED if tally and tally.leads else Question.GOOD_BAD_BETWEEN

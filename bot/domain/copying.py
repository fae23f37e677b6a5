"""Copying a month's posts into another one: which post goes where, which is there already, and which can't go.

The second Thursday becomes the second Thursday, in that day's place where it is free. A post that was copied before is
never copied again, so doing it twice changes nothing. Rows in, decisions out; it refuses to know how posts are saved.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import posts
from bot.domain.cadence import fill
from bot.domain.errors import Misread
from bot.domain.outline import Outline, Turn
from storage.tables import Post

AFTER = timedelta(days=6)
"""How far beyond its month a place may have moved because of a closed day."""


class Why(StrEnum):
    """Why a post can't go where it would belong."""

    NO_SUCH_DAY = "no such day"
    OVER = "over"
    TAKEN = "taken"
    LEFT_OUT = "left out"
    EVERGREEN = "evergreen"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Copy:
    """One post and where it goes."""

    post: Post
    on: date
    at: time


@dataclass(frozen=True, slots=True)
class Copies:
    """What copying a month would do."""

    wanted: tuple[Copy, ...]
    there: int
    stays: tuple[tuple[Post, Why], ...]


def copies(
    planned: Sequence[Post],
    around: Sequence[Post],
    outline: Outline,
    target: date,
    *,
    now: datetime,
    zone: ZoneInfo,
) -> Copies:
    """Say where each post of a month goes in the target month; `around` are the posts that stand there."""
    first, last = month_of(target)
    turns = list(outline.turns(first, last, around))
    out = {(turn.due_on, turn.slot.kind) for turn in outline.left_out(first, last, around) if turn not in turns}
    taken = set(fill(turns, around))
    copied = {post.copied_from_id for post in around}
    wanted: list[Copy] = []
    stays: list[tuple[Post, Why]] = []
    fresh = [post for post in planned if post.id not in copied]
    for post in fresh:
        if post.rest_weeks or post.repeats_id or post.series_id:
            stays.append((post, Why.SERIES if post.series_id else Why.EVERGREEN))
            continue
        found = _place(post, target, turns, taken, out)
        if isinstance(found, Why):
            stays.append((post, found))
            continue
        on, at = (found.on, found.at) if isinstance(found, Turn) else (found, post.publish_at.astimezone(zone).time())
        if not _can_go_out(on, at, now, zone):
            stays.append((post, Why.OVER))
            continue
        wanted.append(Copy(post, on, at))
        if isinstance(found, Turn):
            taken.add(found)
    return Copies(tuple(wanted), len(planned) - len(fresh), tuple(stays))


def month_of(on: date) -> tuple[date, date]:
    """Give the first and the last day of this day's month."""
    return on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])


def same_day(on: date, target: date) -> date | None:
    """Give the day of the target month that is the same weekday of the same rank; None where there is no fifth one."""
    first, last = month_of(target)
    day = first + timedelta(days=(on.weekday() - first.weekday()) % 7, weeks=(on.day - 1) // 7)
    return day if day <= last else None


def _place(
    post: Post, target: date, turns: Sequence[Turn], taken: set[Turn], out: set[tuple[date, str]]
) -> Turn | date | Why:
    """Give the free place a post goes to, the day where it is an extra one, or why it can't go."""
    day = same_day(post.on, target)
    if day is None:
        return Why.NO_SUCH_DAY
    places = list(_places(day, post.kind, turns))
    free = [turn for turn in places if turn not in taken]
    if free:
        return free[0]
    if places:
        return Why.TAKEN
    return Why.LEFT_OUT if (day, post.kind) in out else day


def _places(day: date, kind: str, turns: Sequence[Turn]) -> Iterator[Turn]:
    return (turn for turn in turns if turn.due_on == day and turn.slot.kind == kind)


def _can_go_out(on: date, at: time, now: datetime, zone: ZoneInfo) -> bool:
    try:
        posts.publish_moment(on, at, now=now, zone=zone)
    except Misread:
        return False
    return True

"""Evergreen posts: which one may go out again, on which day, and how often still.

An evergreen post says how many weeks it rests between two runs, and how many repeats it has in all. Its runs are the
post itself and the posts that repeat it; each is kept apart from every other by its rest, in both directions. Rows in,
decisions out; it refuses to know how a post is made.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bot.domain import evergreen_errors
from storage.tables import Post

MOST_WEEKS = 104
MOST_REPEATS = 50
Runs = Mapping[int, Sequence[Post]]
"""The posts that repeat an evergreen one, by its row id."""


def checked(rest_weeks: int | None, repeats: int | None) -> tuple[int, int]:
    """Give the rest and the repeats that were wanted; refuse half an answer and what no plan holds."""
    if not rest_weeks and not repeats:
        return 0, 0
    if not rest_weeks or rest_weeks > MOST_WEEKS:
        raise evergreen_errors.no_such_rest(MOST_WEEKS)
    if not repeats or repeats > MOST_REPEATS:
        raise evergreen_errors.no_such_count(MOST_REPEATS)
    return rest_weeks, repeats


def left(post: Post, runs: Sequence[Post]) -> int:
    """Count the repeats that are left."""
    return max(0, post.repeats - len(runs))


def rests_until(weeks: int, others: Iterable[date], on: date) -> date | None:
    """Give the first day on which it may go out, where another run is too near to this one; None where none is."""
    rest = timedelta(weeks=weeks)
    near = [day for day in others if abs(day - on) < rest]
    return max(near) + rest if near else None


def check_rest(weeks: int, others: Iterable[date], on: date) -> None:
    """Refuse a day on which it still rests."""
    until_on = rests_until(weeks, others, on)
    if until_on is not None:
        raise evergreen_errors.still_rests(until_on, weeks)


def too_near(weeks: int, days: Iterable[date], today: date) -> tuple[date, date] | None:
    """Give the first two runs that are nearer than a rest, unless both are over; None where there are none."""
    pairs = pairwise(sorted(days))
    return next((pair for pair in pairs if pair[1] >= today and pair[1] - pair[0] < timedelta(weeks=weeks)), None)


def suggested(evergreens: Iterable[Post], runs: Runs, on: date, kind: str) -> Post | None:
    """Give the post of this kind that may go out again on this day, the one that has rested longest first."""
    able = [
        post
        for post in evergreens
        if post.kind == kind
        and post.on < on
        and left(post, runs.get(post.id or 0, ()))
        and rests_until(post.rest_weeks, (run.on for run in (post, *runs.get(post.id or 0, ()))), on) is None
    ]
    return min(able, key=lambda post: (_last_run(post, runs), post.number), default=None)


def _last_run(post: Post, runs: Runs) -> date:
    return max(run.on for run in (post, *runs.get(post.id or 0, ())))

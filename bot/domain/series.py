"""Series: one post that comes several times and then ends, unlike a place of the outline, which comes round for good.

It says on which days, and which of how many a post is. A series is no row of its own: its posts know the first of them.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from bot.domain import series_errors
from bot.domain.copying import month_of, same_day
from storage.tables import Post

MOST = 40
"""What is made while somebody waits for the answer; nearly a year, week by week."""
MONTHLY = 0
"""In the place of a number of weeks: the same weekday of the same rank, month by month."""
_A_YEAR = timedelta(days=366)


def days(
    first_on: date, every: int, *, until_on: date | None, times: int | None, closed_days: Collection[date], today: date
) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Give the days of a series from its first one, and those left out because the practice is closed.

    It ends on a day, after so many times, or with whichever comes first; a closed day does not count.
    """
    if until_on is None and times is None:
        raise series_errors.no_end()
    if until_on is not None and until_on < first_on:
        raise series_errors.ends_first(until_on)
    if times is not None and not 2 <= times <= MOST:
        raise series_errors.too_many(MOST)
    last = min(until_on or date.max, today + _A_YEAR)
    found: list[date] = []
    closed: list[date] = []
    for on in _steps(first_on, every, last):
        if times is not None and len(found) == times:
            break
        (closed if on in closed_days else found).append(on)
    if len(found) > MOST:
        raise series_errors.too_many(MOST)
    if len(found) < 2:
        raise series_errors.only_one()
    return tuple(found), tuple(on for on in closed if on <= found[-1])


def positions(posts: Iterable[Post]) -> dict[int, tuple[int, int]]:
    """Say of each post that stands in a series which of how many it is."""
    of_series: dict[int, list[Post]] = {}
    for post in sorted(posts, key=lambda post: (post.publish_at, post.id or 0)):
        if post.series_id is not None:
            of_series.setdefault(post.series_id, []).append(post)
    return {post.id or 0: (number, len(found)) for found in of_series.values() for number, post in enumerate(found, 1)}


def following(post: Post, posts: Sequence[Post]) -> list[Post]:
    """Give what comes after a post in its series and is not out yet."""
    return [other for other in posts if other.publish_at > post.publish_at and other.posted_at is None]


def _steps(first_on: date, every: int, last: date) -> Iterable[date]:
    on = first_on
    while on <= last:
        yield on
        if every != MONTHLY:
            on += timedelta(weeks=every)
            continue
        following_month = month_of(on)[1] + timedelta(days=1)
        while (next_on := same_day(first_on, following_month)) is None:  # a month without a fifth such day
            following_month = month_of(following_month)[1] + timedelta(days=1)
        on = next_on

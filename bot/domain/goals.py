"""Goals: what a practice may aim for. What only shows that people look is never a goal alone.

It refuses to know how far a goal has come; `progress` does.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from bot.domain import goal_errors
from storage.tables import Goal

MOST = 3
"""More goals than a hand of cards are none."""
LONGEST = 150
_MOST_DAYS = 366 * 2
_MOST_COUNT = 100_000


class Metric(StrEnum):
    """What counts: something that comes of being seen."""

    LEADS = "leads"
    BOOKED = "booked"
    STARTED = "started"
    BOOKED_SHARE = "booked-share"
    SHOWN_SHARE = "shown-share"
    SAME_DAY = "same-day"
    COST = "cost-per-lead"

    @property
    def is_share(self) -> bool:
        """Whether it is so many in a hundred."""
        return self in (Metric.BOOKED_SHARE, Metric.SHOWN_SHARE, Metric.SAME_DAY)


class Sign(StrEnum):
    """What may move first, and is no goal by itself."""

    VIEWS = "views"
    REACH = "reach"
    CLICKS = "clicks"
    COMMENTS = "comments"
    LIKES = "likes"
    FOLLOWERS = "followers"


_VIRAL = re.compile(r"\bviral\b", re.IGNORECASE)
_BOUGHT = re.compile(
    r"\b(?:buy|buying|bought|purchase\w*|paid|fake)\W+(?:\w+\W+){0,2}?(?:followers?|likes?|views?|fans|reviews?)\b",
    re.IGNORECASE,
)
_GIVEN_AWAY = re.compile(
    r"\b(?:give.?aways?|raffles?|prizes?|gifts?|discounts?)\b.*\b(?:likes?|follow\w*|reviews?|stars?)\b"
    r"|\b(?:like|follow)\b.*\bto win\b",
    re.IGNORECASE,
)


def read_words(typed: str) -> str:
    """Give the goal in the practice's own words; what no practice should aim for is answered with what it could."""
    words = " ".join(typed.split())
    if not words:
        raise goal_errors.no_words()
    if len(words) > LONGEST:
        raise goal_errors.long_words(len(words), LONGEST)
    if _BOUGHT.search(words):
        raise goal_errors.bought()
    if _GIVEN_AWAY.search(words):
        raise goal_errors.given_away()
    if _VIRAL.search(words):
        raise goal_errors.viral()
    return words


def read_metric(named: str) -> Metric:
    """Give what counts; likes, followers and the like are never the only thing that does."""
    if named in set(Sign):
        raise goal_errors.only_a_sign(named)
    try:
        return Metric(named)
    except ValueError:
        raise goal_errors.no_metric() from None


def check_target(target: int | None, metric: Metric) -> int:
    """Give the target; a share is from 1 to 100 in a hundred, a count at least 1."""
    most = 100 if metric.is_share else _MOST_COUNT
    if target is None or not 1 <= target <= most:
        raise goal_errors.what_target(most)
    return target


def check_due(due_on: date | None, today: date) -> date:
    """Give the day by which it should be reached: ahead, and within two years."""
    if due_on is None:
        raise goal_errors.until_when()
    if due_on <= today:
        raise goal_errors.over_already()
    if due_on - today > timedelta(days=_MOST_DAYS):
        raise goal_errors.too_far()
    return due_on


def is_open(goal: Goal, today: date) -> bool:
    """Whether a goal is still aimed for; its last day counts."""
    return goal.ended_at is None and goal.due_on >= today


def open_ones(goals: Iterable[Goal], today: date) -> list[Goal]:
    """Give the goals that are aimed for, the one that is due first first."""
    return sorted((goal for goal in goals if is_open(goal, today)), key=lambda goal: (goal.due_on, goal.id or 0))

"""Pauses of the plan: stretches in which no place comes round and nobody is reminded of anything.

They are kept as plain values with the workspace, each under its first day with the day on which the plan goes on, so
that a view of the plan needs no look anywhere else. It refuses to know what is left out meanwhile.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.domain import pause_errors

LONGEST = timedelta(days=366)
"""As far as the plan reaches."""
Pauses = Mapping[str, str]


def until(pauses: Pauses, on: date) -> date | None:
    """Give the day on which the plan goes on where it is paused on this day; None where it is not."""
    for first, end in pauses.items():
        if first <= on.isoformat() < end:
            return date.fromisoformat(end)
    return None


def ends(pauses: Pauses) -> tuple[date, ...]:
    """Give the days on which the plan went on, or will."""
    return tuple(date.fromisoformat(end) for end in pauses.values())


def begun(pauses: Pauses, today: date, until_on: date) -> dict[str, str]:
    """Give the pauses with one from today until a day; one that is running gets that end instead."""
    if until_on <= today:
        raise pause_errors.ends_first(until_on)
    if until_on - today > LONGEST:
        raise pause_errors.too_long(until_on)
    running = next((first for first, end in pauses.items() if first <= today.isoformat() < end), today.isoformat())
    return {**pauses, running: until_on.isoformat()}


def ended(pauses: Pauses, today: date) -> dict[str, str]:
    """Give the pauses with a running one over as of today; one that began today has never been."""
    cut = {first: today.isoformat() if first <= today.isoformat() < end else end for first, end in pauses.items()}
    return {first: end for first, end in cut.items() if first < end}

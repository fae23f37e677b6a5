"""A practice's settings: what is proposed at first, and what is refused.

It refuses to know who asks and how a form looks.
"""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain import practice_errors
from bot.domain.hours import Opening

_A_WORKING_DAY = ((time(8), time(12)), (time(13), time(17)))
DEFAULT_OPENING = Opening((*(_A_WORKING_DAY,) * 5, (), ()))
"""Monday to Friday with a lunch break, until somebody says otherwise."""

ZONES = tuple(
    f"{region}/{city}"
    for region, cities in {
        "America": (
            "New_York Detroit Toronto Halifax St_Johns Chicago Winnipeg Mexico_City Denver Phoenix Edmonton "
            "Los_Angeles Vancouver Anchorage Adak Puerto_Rico Panama Bogota Lima Caracas Santiago Buenos_Aires "
            "Sao_Paulo Montevideo"
        ),
        "Pacific": "Honolulu Auckland Fiji Guam",
        "Europe": (
            "London Dublin Lisbon Madrid Paris Brussels Amsterdam Luxembourg Berlin Zurich Vienna Rome Copenhagen Oslo "
            "Stockholm Helsinki Tallinn Riga Vilnius Warsaw Prague Bratislava Budapest Ljubljana Zagreb Belgrade "
            "Bucharest Sofia Athens Kyiv Istanbul Malta"
        ),
        "Atlantic": "Reykjavik Azores Canary",
        "Africa": "Casablanca Lagos Accra Cairo Nairobi Johannesburg",
        "Asia": (
            "Jerusalem Beirut Amman Riyadh Dubai Tbilisi Karachi Kolkata Kathmandu Colombo Dhaka Bangkok Jakarta "
            "Ho_Chi_Minh Singapore Kuala_Lumpur Manila Hong_Kong Taipei Shanghai Seoul Tokyo"
        ),
        "Australia": "Perth Adelaide Darwin Brisbane Sydney Lord_Howe",
    }.items()
    for city in cities.split()
)
"""The zones offered in the set-up form; a person's own zone is offered beside them."""


def zone_named(name: str) -> ZoneInfo | None:
    """Give the time zone of that name, if there is one."""
    try:
        return ZoneInfo(name) if "/" in name or name == "UTC" else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zones_offered(*wished: str) -> tuple[str, ...]:
    """Give the zones to choose from: those wished for, where they exist, before the usual ones."""
    known = tuple(name for name in wished if zone_named(name))
    return tuple(dict.fromkeys((*known, *ZONES)))[:100]


def check(*, zone: str, opening: Opening, channels: tuple[str, ...], digest_weekday: int) -> None:
    """Refuse settings under which nothing could be planned or sent."""
    if zone_named(zone) is None:
        raise practice_errors.no_such_zone()
    if not opening.is_ever_open:
        raise practice_errors.never_open()
    if not channels:
        raise practice_errors.no_channels()
    if digest_weekday not in range(7):
        raise practice_errors.no_such_hour()


def with_past_closed_days(opening: Opening, before: Opening, today: date) -> Opening:
    """Keep the closed days that are over, which a form does not show, so that past weeks stay as they were."""
    over = frozenset(day for day in before.closed_days if day < today)
    return replace(opening, closed_days=opening.closed_days | over)

"""The practice whose people type the dates in these tests, at the moments they type them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.commands.when import Reading
from bot.domain.hours import Opening

NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")

_WHOLE_DAY = Opening.parse_day("9:00-12:00, 13:00-17:00")
OPENING = Opening(
    (_WHOLE_DAY, _WHOLE_DAY, _WHOLE_DAY, _WHOLE_DAY, Opening.parse_day("8:00-14:00"), (), ()),
    frozenset({date(2026, 12, 25), date(2027, 1, 1)}),
)


def typed_at(local: str, *, zone: ZoneInfo = NEW_YORK, day_first: bool = False) -> Reading:
    """Somebody of the practice types at this local time."""
    now = datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)
    return Reading(now=now, zone=zone, day_first=day_first, opening=OPENING)

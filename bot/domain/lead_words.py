"""What is kept of a lead besides where it came from: a code, the service asked for, and the start of a postcode.

Everything here is short and none of it can name anybody. What could is refused without being repeated.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.domain import lead_errors, number_errors
from bot.domain.discretion import may_be_a_person, points_to_somebody
from bot.domain.errors import Misread

MOST_SERVICES = 20
LONGEST_SERVICE = 40
MOST_AREAS = 60
AREA_LENGTH = 3

_CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,11})")
_POSTCODE = re.compile(r"(?=.*\d)[A-Z0-9]{3,8}(?:[ -][A-Z0-9]{3,4})?", re.IGNORECASE)
_FROM_TO = re.compile(r"(\d{3})\s*(?:-|to)\s*(\d{3})", re.IGNORECASE)
"""Several areas next to each other, as in 021-024."""
_SERVICE = re.compile(r"[^\W\d_][\w &+/'().-]*")
_MOST_DIGITS = 9
"""An American postcode with its extension; what has more is a phone number."""


def read_code(words: str, today: date) -> str:
    """Read the practice's own code, which may be missing; never something like a name or a date of birth."""
    code = words.strip()
    if not code:
        return ""
    if may_be_a_person(code, today):
        raise number_errors.private_code()
    if not _CODE.fullmatch(code) or not any(character.isdigit() for character in code):
        raise number_errors.unclear_code()
    return code.upper()


def read_area(words: str, today: date) -> tuple[str, bool]:
    """Read the first three digits of a postcode, and tell whether more of it was typed and cut off."""
    typed = words.strip()
    if not typed:
        return "", False
    squeezed = re.sub(r"[\s-]", "", typed)
    if points_to_somebody(typed, today) or sum(map(str.isdigit, squeezed)) > _MOST_DIGITS:
        raise lead_errors.private_area()
    if not _POSTCODE.fullmatch(typed):
        raise lead_errors.unclear_area()
    return squeezed[:AREA_LENGTH].upper(), len(squeezed) > AREA_LENGTH


def read_areas(words: str, today: date) -> list[str]:
    """Read the areas near a practice, with commas or one a line; "021-024" is four. Each is three digits, in order."""
    found: set[str] = set()
    for part in filter(None, (line.strip() for line in re.split(r"[\n,;]", words))):
        several = _FROM_TO.fullmatch(part)
        if several is None:
            found.add(_area_of_list(part, today))
            continue
        first, last = int(several[1]), int(several[2])
        if not first < last < first + MOST_AREAS:
            raise lead_errors.unclear_areas()
        found |= {f"{number:03}" for number in range(first, last + 1)}
    if len(found) > MOST_AREAS:
        raise lead_errors.too_many_areas(MOST_AREAS)
    return sorted(found)


def read_service(words: str, services: Sequence[str]) -> str:
    """Give the service of the practice's own list that is meant; "" where none is, never words of anybody's own."""
    meant = " ".join(words.split()).casefold()
    return next((service for service in services if service.casefold() == meant), "")


def read_services(words: str, today: date) -> list[str]:
    """Read the list of services, one a line; never something like a name, a number or a date of birth."""
    lines = (" ".join(line.split()) for line in re.split(r"[\n,;]", words))
    services = list({line.casefold(): line for line in lines if line}.values())
    if any(points_to_somebody(line, today) for line in services):
        raise lead_errors.private_services()
    if len(services) > MOST_SERVICES:
        raise lead_errors.too_many_services(MOST_SERVICES)
    for line in services:
        if len(line) > LONGEST_SERVICE or not _SERVICE.fullmatch(line):
            raise lead_errors.unclear_service(LONGEST_SERVICE)
    return services


def _area_of_list(part: str, today: date) -> str:
    try:
        return read_area(part, today)[0]
    except Misread:
        raise lead_errors.unclear_areas() from None

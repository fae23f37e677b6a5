"""Reading what forms on the web send: a notice of Meta's, or the plain shape that any form can be made to send.

Only ids, the time, the form and the platform are read; answers, names and contacts are not even looked at. What stands
where an id or a time belongs and is none makes it Misread, so that whoever sets a form up sees why.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain import enquiry_errors, sources
from bot.domain.enquiries import Enquiry, LogEnquiries

_META_ID = re.compile(r"\d{1,30}")
_POST = re.compile(r"p\d{1,9}", re.IGNORECASE)
_PLATFORMS = {"fb": "facebook", "facebook": "facebook", "ig": "instagram", "instagram": "instagram"}
_LONGEST_ID = 200
_MOST_AT_ONCE = 100
_AHEAD = timedelta(minutes=10)
"""Clocks of two computers may differ by that much."""
_OLDEST = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it came: its body, the signature that came with it, and whether it is in Meta's shape."""

    body: bytes
    signature: str
    by_meta: bool


def read_sent(sent: Sent, now: datetime) -> LogEnquiries:
    """Read a request whose signature is right."""
    try:
        told = json.loads(sent.body)
    except (ValueError, RecursionError):
        raise enquiry_errors.no_json() from None
    if not isinstance(told, dict):
        raise enquiry_errors.no_json()
    found = tuple(_of_meta(told, now)) if sent.by_meta else (_plain(told, now),)
    if len(found) > _MOST_AT_ONCE:
        raise enquiry_errors.too_many(_MOST_AT_ONCE)
    return LogEnquiries(found)


def _of_meta(told: dict[str, Any], now: datetime) -> Iterator[Enquiry]:
    """Give the new leads in a notice; notices of anything else are none of ours."""
    for entry in _list(told.get("entry")):
        for change in _list(entry.get("changes")):
            value = change.get("value")
            if change.get("field") != "leadgen" or not isinstance(value, dict):
                continue
            outside_id = str(value.get("leadgen_id", ""))
            if not _META_ID.fullmatch(outside_id):
                raise enquiry_errors.no_id("leadgen_id")
            network = _PLATFORMS.get(str(value.get("platform", "")).casefold(), "")
            came_at = _moment(value.get("created_time"), now)
            yield Enquiry(outside_id, came_at, tracked=network or sources.META, network=network)


def _plain(told: dict[str, Any], now: datetime) -> Enquiry:
    given = told.get("id")
    if not isinstance(given, str | int) or isinstance(given, bool) or not 0 < len(str(given)) <= _LONGEST_ID:
        raise enquiry_errors.no_id("id")
    source = sources.known_word(_word(told, "source"))
    post = _word(told, "post")
    return Enquiry(
        # A form may number people by their mail address: what is kept tells two enquiries apart and nothing else.
        outside_id=f"web:{hashlib.sha256(str(given).encode()).hexdigest()[:32]}",
        came_at=_moment(told.get("at"), now),
        tracked=source,
        network=sources.network_of(source),
        said=_word(told, "said"),
        service=_word(told, "service"),
        area=_word(told, "postcode"),
        post=post.lower() if _POST.fullmatch(post) else "",
    )


def _moment(given: object, now: datetime) -> datetime:
    """Read a moment, in seconds since 1970 or as ISO 8601 with its offset; now where none is given."""
    if given in (None, ""):
        return now
    try:
        if isinstance(given, int) and not isinstance(given, bool):
            at = datetime.fromtimestamp(given, UTC)
        else:
            at = datetime.fromisoformat(str(given))
    except (ValueError, OverflowError, OSError):
        raise enquiry_errors.no_moment() from None
    if at.tzinfo is None:
        raise enquiry_errors.no_moment()
    if not now - _OLDEST <= at <= now + _AHEAD:
        raise enquiry_errors.far_moment(_OLDEST.days)
    return min(at.astimezone(UTC), now)


def _word(told: dict[str, Any], field: str) -> str:
    value = told.get(field)
    return value.strip() if isinstance(value, str) and len(value) <= _LONGEST_ID else ""


def _list(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

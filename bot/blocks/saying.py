"""Small turns of phrase that many drawings share: days and times, counts, people, and text made safe.

Everything a person typed goes through `plain`, so that `<!channel>`, `*bold*` or a link stay what was typed.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain import said
from storage.tables import Member

# Slack has no escape for its marks, and formats around invisible characters too; these look alike and mean nothing.
_LOOK_ALIKE = str.maketrans({"*": "\u2217", "~": "\u223c", "`": "\u02cb"})
_UNDERSCORE_AT_AN_EDGE = re.compile(r"(?<!\w)_|_(?![^\W_])")


def plain(words: str) -> str:
    """Show typed words in mrkdwn as typed: nothing pings, nothing turns bold, nothing hides behind a label."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").translate(_LOOK_ALIKE)
    return _UNDERSCORE_AT_AN_EDGE.sub("\u02cd", safe)


def short(words: str, most: int) -> str:
    """Cut words to a length, with an ellipsis where something is missing."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def person(member: Member | None) -> str:
    """Mention a member; used only where that person may be pinged, which is their own direct message or by name."""
    return f"<@{member.user_id}>" if member else "nobody yet"


def name(member: Member | None) -> str:
    """Name a member without pinging anybody."""
    return plain(member.name or "somebody") if member else "nobody yet"


def day(on: date) -> str:
    """Say a day: "Thu 26 Nov"."""
    return said.day(on, on)


def clock(at: datetime, zone: ZoneInfo) -> str:
    """Say a local time: "4:00 PM"."""
    return said.clock(at.astimezone(zone).time())


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Say a local day and time: "Thu 26 Nov, 4:00 PM"."""
    return f"{day(at.astimezone(zone).date())}, {clock(at, zone)}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Count things in words: "1 lead", "3 leads", "no leads"."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"

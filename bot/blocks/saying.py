"""Small turns of phrase that many drawings share: days and times, counts, people, and text made safe.

Everything a person typed goes through `plain`, so that `<!channel>`, `*bold*` or a link stay what was typed.
"""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import said
from storage.tables import Member

_LOOK_ALIKES = {"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "\u02cb"}
"""Slack has no way to escape its marks, and formats beside invisible characters too: what looks the same is safe."""
_MARKS = re.compile(r"[*~`]|(?<!\w)_|_(?!\w)")
"""A low line within a word, as in a link, formats nothing and stays."""
_HALF_A_YEAR = timedelta(days=183)
_QUOTE = re.compile(r"^(?=&gt;)", re.MULTILINE)


def plain(words: str) -> str:
    """Show typed words in mrkdwn exactly as typed: nothing pings, nothing turns bold, nothing becomes a link."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _QUOTE.sub("\u200b", _MARKS.sub(lambda mark: _LOOK_ALIKES[mark.group()], safe))


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


def day_then(on: date, today: date) -> str:
    """Say a day that may lie long ago; with its year from half a year on: "Thu 26 Nov", "Thu 26 Nov 2026"."""
    return day(on) if abs(today - on) < _HALF_A_YEAR else said.day(on)


def clock(at: datetime, zone: ZoneInfo) -> str:
    """Say a local time: "4:00 PM"."""
    return said.clock(at.astimezone(zone).time())


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Say a local day and time: "Thu 26 Nov, 4:00 PM"."""
    local = at.astimezone(zone)
    return f"{day(local.date())}, {said.clock(local.time())}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Count things in words: "1 lead", "3 leads", "no leads", "1,204 leads"."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def noun(number: int, one: str) -> str:
    """Give a noun in its number: "post", "posts"."""
    return one if number == 1 else f"{one}s"


def money(cents: float, currency: str) -> str:
    """Say a sum that is only roughly known, in whole units: "$80", "80 EUR", "80" where the currency is not known."""
    return _with_currency(f"{cents / 100:,.0f}", currency)


def amount(cents: int, currency: str) -> str:
    """Say a sum to the cent, as it was entered: "$1,234.50", "80 EUR"."""
    return _with_currency(f"{cents / 100:,.2f}" if cents % 100 else f"{cents // 100:,}", currency)


def _with_currency(number: str, currency: str) -> str:
    return f"${number}" if currency == "USD" else f"{number} {plain(currency)}".strip()


def tenths(number: float) -> str:
    """Say a number to one decimal at most: "4.6" for 4.63, "20" for 20.4."""
    return plainly(round(number, 1))


def plainly(number: float) -> str:
    """Say a number of no more than one decimal, and none from ten on: "4.6", "20"."""
    return f"{number:.0f}" if number >= 10 or number == round(number) else f"{number:.1f}"

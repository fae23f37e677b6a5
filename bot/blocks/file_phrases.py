"""How files of figures and what is in them are said, wherever they are shown."""

from collections.abc import Iterable, Mapping
from datetime import date

from bot.blocks import saying
from bot.blocks.plan_phrases import link, listed
from bot.domain import said
from bot.domain.counts import PLACE_COUNTS
from bot.domain.exports import BOTH_OF_META, Why
from bot.domain.held import Held
from bot.domain.matching import Match, Seen
from bot.domain.networks import NETWORKS
from bot.domain.places import Account
from storage.tables import FiguresFile

COUNTS: Mapping[str, tuple[str, str]] = {
    "followers": ("follower", "followers"),
    "follows": ("new follower", "new followers"),
    "reach": ("person reached", "people reached"),
    "views": ("view", "views"),
    "viewers": ("viewer", "viewers"),
    "visits": ("visit", "visits"),
    "interactions": ("interaction", "interactions"),
    "comments": ("comment", "comments"),
    "reactions": ("reaction", "reactions"),
    "shares": ("share", "shares"),
    "clicks": ("click", "clicks"),
    "search_views": ("view in search", "views in search"),
    "map_views": ("view on maps", "views on maps"),
    "website_clicks": ("website click", "website clicks"),
    "calls": ("tap on call", "taps on call"),
    "messages": ("message", "messages"),
    "bookings": ("booking", "bookings"),
    "directions": ("request for directions", "requests for directions"),
    "phone_calls": ("call", "calls"),
    "answered_calls": ("answered call", "answered calls"),
    "first_time_calls": ("first-time caller", "first-time callers"),
    "qualified_calls": ("qualified call", "qualified calls"),
}
_DONE = {
    "posts": ("post's numbers", "posts' numbers"),
    "places": ("number of an account", "numbers of accounts"),
    "spending": ("line of spending", "lines of spending"),
    "leads": ("lead", "leads"),
    "moved": ("lead moved on", "leads moved on"),
    "placed": ("lead's network", "leads' networks"),
}
_MOST_NAMED = 4
_LONGEST = 60
_LONGEST_LINK = 200
_OWN_NAMES = {BOTH_OF_META: "Facebook and Instagram", "website": "Website"}


def network(key: str) -> str:
    """Name a network, or a place that numbers are of."""
    known = NETWORKS.get(key)
    return known.name if known else _OWN_NAMES.get(key) or saying.plain(key.capitalize() or "An unknown source")


def counted(count: str, number: int) -> str:
    """Say a number of an account: "1,204 followers", "no calls"."""
    one, many = COUNTS.get(count, (count, count))
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many}"


def account(told: Account) -> str:
    """Say what is known of one account: "Instagram: 1,204 followers, 300 visits (5 of 7 days)"."""
    days = (told.until_on - told.from_on).days + 1
    each = {number.days for number in told.numbers.values()}
    alike = f" ({each.pop()} of {days} days)" if len(each) == 1 and each != {days} else ""
    parts = [
        counted(count, number.number)
        + (" on the best day" if number.is_most else "")
        + (f" ({number.days} of {days} days)" if number.days < days and not alike else "")
        for count, number in told.numbers.items()
    ]
    return f"{network(told.place)}{alike}: {', '.join(parts)}"


def span(first: date | None, last: date | None) -> str:
    """Say the days that something is about: "from Tue 3 Nov to Sat 28 Nov", "of Tue 3 Nov"; another year is named."""
    if first is None or last is None:
        return ""
    return f" of {saying.day(first)}" if first == last else f" from {said.day(first, last)} to {saying.day(last)}"


def called(file: FiguresFile) -> str:
    """Name a file: "file 7 (Instagram content)"."""
    return f"file {file.number} ({file.form})"


def contents(held: Held) -> str:
    """Say what is in a file: "24 posts from Tue 3 Nov to Sat 28 Nov"; "" where nothing can be told yet."""
    parts = [
        saying.count(len(lines), one, many)
        for lines, one, many in (
            (held.posts, "post", "posts"),
            (held.places, "number", "numbers"),
            (held.spending, "line of spending", "lines of spending"),
            (held.leads, "lead", "leads"),
        )
        if lines
    ]
    if not parts:
        return ""
    return f"{listed(parts)}{span(held.covers_from, held.covers_until)}"


def done(file: FiguresFile) -> str:
    """Say what a file has added: "2 posts' numbers and 14 lines of spending"."""
    added = file.read.get("done", {})
    parts = [saying.count(added[what], *words) for what, words in _DONE.items() if added.get(what)]
    return listed(parts) or "nothing that was not known before"


def left_out(why: Iterable[tuple[Why, int]]) -> str:
    """Say which rows were left out: "2 skipped because each is a total"; "" where none was."""
    parts = [f"{number} because {'it is' if number == 1 else 'each is'} {reason}" for reason, number in why]
    return f"skipped {listed(parts)}" if parts else ""


def dropped(headings: Iterable[str]) -> str:
    """Say which columns are not read because they are about people; "" where there is none."""
    named = [saying.plain(saying.short(" ".join(heading.split()).rstrip(" ."), 30)) for heading in headings]
    shown = named[:8] + ([f"{len(named) - 8} more"] if len(named) > 8 else [])
    return f"Left unread, because it is about people: {listed(shown)}." if named else ""


def outside(seen: Seen) -> str:
    """Say a post that only a file tells of: "reel of Thu 26 Nov, see it"."""
    on = seen.at.date() if seen.at else seen.on
    words = f"{seen.kind or 'post'} of {saying.day(on)}" if on else f"{seen.kind or 'post'} in row {seen.row}"
    can_be_seen = seen.link.startswith("https://") and len(seen.link) <= _LONGEST_LINK
    return f"{words} ({link(seen.link, 'see it')})" if can_be_seen else words


def kinds(counts: Iterable[str]) -> str:
    """Name what is counted: "views, visits and shares"."""
    names = set(counts)
    return listed([COUNTS[count][1] for count in PLACE_COUNTS if count in names])


def matches(found: Iterable[Match]) -> str:
    """Name some posts of the plan that were found."""
    named = [
        f"*{saying.plain(saying.short(' '.join(match.post.what.split()), _LONGEST))}*, {saying.day(match.post.on)}"
        for match in found
    ]
    return some(named)


def some(parts: list[str]) -> str:
    """Name the first few of many, and how many more there are."""
    more = len(parts) - _MOST_NAMED
    return "; ".join(parts[:_MOST_NAMED]) + (f"; and {more:,} more" if more > 0 else "")

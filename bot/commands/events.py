"""Reading an event: `"Health fair" sat 10-14 @ben`, quotes and order as people like.

What is in quotes is its name, whatever it says. Without quotes the day leads or ends what is left once the hours and
the people are taken out. It knows no other words.
"""

import re
from datetime import date

from bot.commands import vocabulary as v
from bot.commands.typed import Piece, Typed, put_back
from bot.commands.when import Reading, find_stretch, read_moment, read_stretch, split_line
from bot.domain import event_errors, phrase_misreadings
from storage.tables import Kind

_QUOTED = re.compile(r"[\"\u201c\u201d\u201e\u00ab](.+?)[\"\u201c\u201d\u00bb]")
_FILLS = re.compile(r"^(?:on|at|,|:|-|\u2013)\s+|\s+(?:on|at|,|:|-|\u2013)$", re.IGNORECASE)


def read_event(typed: Typed, reading: Reading) -> v.Command:
    """Read an event; with nothing typed the form is opened."""
    if not typed.pieces:
        return v.OpenEventForm()
    people = {piece.value for piece in typed.pieces if piece.sign == "person"}
    if len(people) > 1:
        raise phrase_misreadings.several_people()
    kinds = [piece.value for piece in typed.pieces if _is_kind(piece)]
    left = put_back([piece for piece in typed.pieces if piece.sign != "person" and not _is_kind(piece)])
    quoted = _QUOTED.search(left)
    rest = f"{left[: quoted.start()]} {left[quoted.end() :]}" if quoted else left
    stretch = find_stretch(rest)
    if stretch is None:
        raise event_errors.which_hours()
    hours, start, end = stretch
    before, after = rest[:start].strip(), rest[end:].strip()
    on, name = _day_and_name(before, after, quoted[1] if quoted else "", reading)
    starts, ends = read_stretch(hours.strip(), on, reading.opening)
    return v.AddEvent(
        what=name, on=on, starts=starts, ends=ends, who=next(iter(people), ""), kind=kinds[0] if kinds else ""
    )


def _day_and_name(before: str, after: str, name: str, reading: Reading) -> tuple[date, str]:
    """Give the day, and the name where none was in quotes, of what stands before and after the hours."""
    if name:
        return read_moment(_bare(f"{before} {after}"), reading).on, name
    words = f"{before} {after}".split()
    moment, where = split_line(words, reading)
    return moment.on, _bare(" ".join(words[where]))


def _bare(words: str) -> str:
    """The same words without what only joined them to the hours."""
    return _FILLS.sub("", words.strip()).strip()


def _is_kind(piece: Piece) -> bool:
    return piece.sign == "tag" and piece.value in set(Kind)

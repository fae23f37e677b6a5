"""Reading a series: "every second thu 4pm until mar 31 Tip of the week #human", or "... 6 times Tip of the week".

What is left once the rhythm and the end are taken out is read as the line for a post is.
"""

from bot.commands import vocabulary as v
from bot.commands.adding import read_post
from bot.commands.typed import Piece, Typed
from bot.commands.when import Reading, split_line
from bot.domain import series_errors

_EVERY = {
    **dict.fromkeys(("second", "2nd", "other"), 2),
    **dict.fromkeys(("third", "3rd"), 3),
    **dict.fromkeys(("fourth", "4th"), 4),
}
_UNTIL = frozenset({"until", "till", "til"})
_TIMES = frozenset({"time", "times", "x"})


def read_series(typed: Typed, reading: Reading) -> v.Command:
    """Read it; with nothing typed the form is opened."""
    pieces = list(typed.pieces)
    if not pieces:
        return v.OpenSeriesForm()
    if _word(pieces[0]) in ("every", "each"):
        pieces.pop(0)
    every = _EVERY.get(_word(pieces[0]), 1) if pieces else 1
    if pieces and _word(pieces[0]) in _EVERY:
        pieces.pop(0)
    marks = [number for number in range(1, len(pieces)) if _ends(pieces, number)]
    if not marks:
        raise series_errors.no_end() if pieces else series_errors.which_day()
    mark = marks[0]
    until_on, times = None, None
    if _word(pieces[mark]) in _UNTIL:
        rest = pieces[mark + 1 :]
        moment, where = split_line([piece.shown for piece in rest], reading)
        until_on, rest = moment.on, rest[where]
    else:
        times, rest = int(pieces[mark].shown), pieces[mark + 2 :]
    post = read_post(Typed((*pieces[:mark], *rest)), reading)
    if not isinstance(post, v.AddPost):
        raise series_errors.which_day()
    if post.who:
        raise series_errors.nobody_is_asked()
    return v.AddSeries(
        post.what, post.on, every, until_on=until_on, times=times, at=post.at, kind=post.kind, link=post.link
    )


def _ends(pieces: list[Piece], number: int) -> bool:
    """Whether the end of a series begins with this piece."""
    word = _word(pieces[number])
    is_count = word.isdecimal() and len(word) <= 3
    return word in _UNTIL or (is_count and number + 1 < len(pieces) and _word(pieces[number + 1]) in _TIMES)


def _word(piece: Piece) -> str:
    return piece.shown.lower()

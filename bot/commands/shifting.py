"""Reading which place is left out or moved this once: "thu", "thu human", "thu to fri 3pm".

The kind may be named wherever a day has several places, with or without its #.
"""

from bot.commands import vocabulary as v
from bot.commands.typed import Piece, Typed
from bot.commands.when import Reading, read_day, read_moment
from bot.domain import outline_errors
from storage.tables import AdKind, Kind

_KINDS = frozenset(kind.value for kind in (*Kind, *AdKind))


def read_skip(typed: Typed, reading: Reading) -> v.Command:
    """Read "thu" or "thu #human"."""
    kind, rest = _kind(typed.pieces)
    return v.SkipPlace(read_day(_words(rest), reading, "`/plan skip thu`").on, kind)


def read_move(typed: Typed, reading: Reading) -> v.Command:
    """Read "thu to fri 3pm" or "thu #human to fri"."""
    kind, rest = _kind(typed.pieces)
    marks = [number for number, piece in enumerate(rest) if piece.shown.lower() == "to"]
    if len(marks) != 1 or marks[0] in (0, len(rest) - 1):
        raise outline_errors.move_where()
    to = read_moment(_words(rest[marks[0] + 1 :]), reading)
    return v.MovePlace(read_moment(_words(rest[: marks[0]]), reading).on, to.on, to.at, kind)


def _kind(pieces: tuple[Piece, ...]) -> tuple[str, list[Piece]]:
    kinds = [piece for piece in pieces if piece.value.lower() in _KINDS]
    return (kinds[0].value.lower() if kinds else ""), [piece for piece in pieces if piece not in kinds]


def _words(pieces: list[Piece]) -> str:
    return " ".join(piece.shown for piece in pieces)

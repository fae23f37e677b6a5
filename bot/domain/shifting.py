"""One turn of a place left out or moved, this once: which turn is meant, and where it may go. The series stays.

It refuses to know who may do it and how it is saved.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import outline_errors, posts
from bot.domain.cadence import fill
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.outline import Outline, Turn
from storage.tables import Post, Slot

FARTHEST = timedelta(days=31)
"""How far a turn may move: within a month it is still that place, later it is another post."""


def free_turn(on: date, kind: str, outline: Outline, planned: Sequence[Post], *, slot_id: int | None = None) -> Turn:
    """Give the empty place of a day that is meant; refuse where there is none, a post has it, or it isn't clear."""
    turns = [
        turn for turn in outline.on(on, planned) if kind in ("", turn.slot.kind) and slot_id in (None, turn.slot.id)
    ]
    if not turns:
        raise outline_errors.no_place_on(on, kind)
    filled = fill(turns, planned)
    free = [turn for turn in turns if turn not in filled]
    if not free:
        raise outline_errors.has_its_post(filled[turns[0]].what)
    if len({turn.slot.kind for turn in free}) > 1:
        raise outline_errors.which_place(on, [turn.slot.kind for turn in free])
    return free[0]


def target(turn: Turn, on: date, at: time | None, *, now: datetime, zone: ZoneInfo) -> datetime:
    """Give the wall clock's time that a turn moves to; it is another one, lies ahead and within a month."""
    if (on, at or turn.at) == (turn.on, turn.at):
        raise outline_errors.is_there_already(turn.slot.kind, turn.on, turn.at)
    posts.publish_moment(on, at or turn.at, now=now, zone=zone)
    if abs(on - turn.due_on) > FARTHEST:
        raise outline_errors.too_far_away(turn.due_on)
    return datetime.combine(on, at or turn.at)


def last_open(turn: Turn, *, opening: Opening, zone: ZoneInfo) -> datetime | None:
    """Give the last moment before a turn at which somebody is in; None where somebody is in at its own hour."""
    at = first_instant(turn.on, turn.at, zone)
    latest = opening.previous_open(at, zone) if opening.is_ever_open else at
    return latest.astimezone(zone) if latest < at else None


def with_move(slot: Slot, due_on: date, to: datetime | None) -> dict[str, str]:
    """Give what is decided about single turns of a place, with this one moved, or left out."""
    return {**slot.moves, due_on.isoformat(): to.isoformat(timespec="minutes") if to else ""}


def without_move(slot: Slot, due_on: date) -> dict[str, str]:
    """Give what is decided about single turns of a place, with this one as usual again."""
    return {due: to for due, to in slot.moves.items() if due != due_on.isoformat()}

"""Leaving out or moving one turn of a place, and taking that back. It refuses to touch the series or a post."""

from dataclasses import replace

from bot.commands.vocabulary import MovePlace, OpenMoveForm, RestorePlace, SkipPlace
from bot.domain import outline_errors, shifting
from bot.domain.outcomes.cadence import MoveFormOpened, PlaceShifted
from bot.domain.outline import Outline, Turn
from bot.handlers.cadence import check_may_edit, outline_with_posts
from bot.handlers.call import Call
from storage import slots
from storage.tables import Slot


def skip_place(command: SkipPlace, call: Call) -> PlaceShifted:
    """Leave a turn out; the place comes round again the next time."""
    turn = _free(command, call)
    slot = _slot(turn.slot.id or 0, call)
    slot.moves = shifting.with_move(slot, turn.due_on, None)
    return _shifted(slot, turn, call)


def open_move_form(command: OpenMoveForm, call: Call) -> MoveFormOpened:
    """Ask where a turn moves to."""
    return MoveFormOpened(_free(command, call))


def move_place(command: MovePlace, call: Call) -> PlaceShifted:
    """Let a turn take place on another day or at another hour."""
    turn = _free(command, call)
    to = shifting.target(turn, command.to_on, command.to_at, now=call.now, zone=call.zone)
    slot = _slot(turn.slot.id or 0, call)
    slot.moves = shifting.with_move(slot, turn.due_on, to)
    shifted = _shifted(slot, turn, call)
    by = shifting.last_open(shifted.turn, opening=call.opening, zone=call.zone)
    return replace(shifted, is_closed=by is not None, publish_by=by if by and by > call.now else None)


def restore_place(command: RestorePlace, call: Call) -> PlaceShifted:
    """Let a turn be as usual again; where it was filled meanwhile, its post stays where it is."""
    check_may_edit(call)
    slot = _slot(command.slot_id, call)
    is_news = command.due_on.isoformat() in slot.moves
    slot.moves = shifting.without_move(slot, command.due_on)
    outline = Outline([slot], call.opening, call.workspace.on_closed)
    shifted = outline.left_out(command.due_on, command.due_on)
    turn = shifted[0] if shifted else Turn(slot, command.due_on, slot.at, command.due_on)
    return PlaceShifted(turn, call.today, is_news)


def _free(command: SkipPlace | MovePlace | OpenMoveForm, call: Call) -> Turn:
    check_may_edit(call)
    outline, around = outline_with_posts(call, command.on, command.on)
    kind = "" if isinstance(command, OpenMoveForm) else command.kind
    return shifting.free_turn(command.on, kind, outline, around, slot_id=command.slot_id)


def _slot(slot_id: int, call: Call) -> Slot:
    slot = slots.by_id(call.session, call.workspace_id, slot_id)
    if slot is None:
        raise outline_errors.no_such_place()
    return slot


def _shifted(slot: Slot, before: Turn, call: Call) -> PlaceShifted:
    found = Outline([slot]).left_out(before.due_on, before.due_on)
    return PlaceShifted(found[0], call.today)

"""How it looks when one turn of a place is left out or moved, in the answer, in the week and in the place's form."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.blocks import kit, saying
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenMoveForm, RestorePlace, ShowPlan, SkipPlace
from bot.domain import said
from bot.domain.outcomes.cadence import MoveFormOpened, PlaceShifted
from bot.domain.outline import Fate, Turn
from bot.domain.weeks import Week


def draw_place_shifted(outcome: PlaceShifted) -> Message:
    """Say what became of a turn, with a way back."""
    turn = outcome.turn
    words = _became(outcome)
    shows = ShowPlan(Week.of(turn.on))
    ways: list[kit.Element] = [button("See the week", shows)]
    if turn.fate is not Fate.AS_USUAL:
        ways.insert(0, button("Undo", RestorePlace(turn.due_on, turn.slot.id or 0)))
    return message(words, [kit.SectionBlock(words), kit.ActionsBlock(ways)], in_place=True)


def draw_move_form_opened(outcome: MoveFormOpened) -> Modal:
    """Ask for the day and the hour."""
    turn = outcome.turn
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"*{named(turn)}* goes out another time, this once."),
        kit.InputBlock("To which day?", kit.DatePicker("value", initial_date=turn.on.isoformat()), block_id="to_on"),
        kit.InputBlock("At what time?", kit.TimePicker("value", initial_time=f"{turn.at:%H:%M}"), block_id="to_at"),
    ]
    keeps = {"on": turn.on.isoformat(), "slot_id": turn.slot.id}
    return modal("Move a place", blocks, form="move-place", submit="Move it", keeps=keeps)


def shift_buttons(on: date, slot_id: int) -> kit.Block:
    """Offer, where a place is being filled, to leave it out or move it instead."""
    return kit.ActionsBlock(
        [
            button("Leave it out this time", SkipPlace(on, slot_id=slot_id)),
            button("Move it", OpenMoveForm(on, slot_id)),
        ]
    )


def moved_here(turn: Turn | None) -> str:
    """Say where an empty place comes from: "moved from Thu 26 Nov: closed"."""
    if turn is None or turn.fate is Fate.AS_USUAL:
        return ""
    why = ": closed" if turn.fate is Fate.MOVED_CLOSED else ""
    return f"\nmoved from {saying.day(turn.due_on)}{why}"


def left_out(turns: Sequence[Turn], today: date, *, restores: bool = False) -> Iterable[kit.Block]:
    """Name the places of a week that don't come round this time; by hand it was, and by hand it can be taken back."""
    for turn in turns:
        if turn.fate is Fate.MOVED_CLOSED and Week.of(turn.on) == Week.of(turn.due_on):
            continue  # its line in this very week says where it comes from
        words = f"_{named(turn)}: {_instead(turn)}_"
        is_by_hand = turn.fate in (Fate.LEFT_OUT, Fate.MOVED)
        back = RestorePlace(turn.due_on, turn.slot.id or 0)
        if restores and is_by_hand and turn.due_on >= today:
            apart = f"{turn.slot.id}-{turn.due_on}"
            yield kit.SectionBlock(words, accessory=button("As usual again", back, apart=apart))
        else:
            yield kit.ContextBlock([kit.Text(words)])


def named(turn: Turn) -> str:
    """Name a turn by the day the outline has it: "Thu 26 Nov, human"."""
    return f"{saying.day(turn.due_on)}, {said.kind(turn.slot.kind)}"


def _became(outcome: PlaceShifted) -> str:
    turn = outcome.turn
    place = f"The {said.kind(turn.slot.kind)} place of {saying.day(turn.due_on)}"
    match turn.fate:
        case Fate.AS_USUAL:
            news = "is as usual again" if outcome.is_news else "was as usual already"
            return f"{place} {news}: {saying.day(turn.on)}, {said.clock(turn.at)}."
        case Fate.MOVED | Fate.MOVED_CLOSED:
            return f"{place} moves to {saying.day(turn.on)}, {said.clock(turn.at)}, this once.{_closed(outcome)}"
        case _:
            return f"{place} is left out, this once."


def _closed(outcome: PlaceShifted) -> str:
    by = outcome.publish_by
    when = f", so publishing would be due {saying.day(by.date())}, {said.clock(by.time())}" if by else ""
    return f" Nobody is in then{when}." if outcome.is_closed else ""


def _instead(turn: Turn) -> str:
    match turn.fate:
        case Fate.LEFT_OUT_CLOSED:
            return "left out, closed"
        case Fate.LEFT_OUT_PAUSED:
            return "left out, paused"
        case Fate.MOVED_CLOSED:
            return f"moved to {saying.day(turn.on)}, closed"
        case Fate.MOVED:
            return f"moved to {saying.day(turn.on)}, {said.clock(turn.at)}"
        case _:
            return "left out this time"

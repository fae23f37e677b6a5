"""The forms of the outline, read back: all of it as lines, or one place beside the others that stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from bot.commands import places
from bot.commands.outline_lines import read_lines
from bot.commands.vocabulary import Command, MovePlace, PreviewCadence
from bot.domain import outline_errors, plan_errors
from bot.domain.cadence import Place
from storage.tables import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled

_USUAL_HOUR = time(10)
_TASKS = (Task.PHOTO, Task.CAPTION, Task.PUBLISH, Task.CHECK)


def preview_cadence(filled: Filled) -> PreviewCadence:
    """Read the outline, one place on each line."""
    return PreviewCadence(
        read_lines(filled.text("places"), filled.reading), keeps_owners=True, on_closed=filled.choice("on_closed")
    )


def preview_place(filled: Filled) -> PreviewCadence:
    """Read one place, or that it is to be taken out, beside the others."""
    others = places.from_plain(filled.keeps["others"])
    if filled.choices("gone"):
        return PreviewCadence(others)
    place = Place(
        weekday=int(filled.choice("weekday")),
        at=filled.time("at") or _USUAL_HOUR,
        kind=filled.choice("kind"),
        rank=int(filled.choice("rank")),
        network=filled.text("network"),
        owners=tuple((task.value, filled.choice(task)) for task in _TASKS if filled.choice(task)),
        since_on=filled.date("since_on"),
        until_on=filled.date("until_on"),
        budget=filled.number("budget"),
    )
    if any(replace(other, owners=()) == replace(place, owners=()) for other in others):
        raise outline_errors.same_place()
    return PreviewCadence((*others, place))


def move_place(filled: Filled) -> MovePlace:
    """Read where one turn of a place moves to."""
    to_on = filled.date("to_on")
    if to_on is None:
        raise plan_errors.which_day()
    return MovePlace(
        on=date.fromisoformat(filled.keeps["on"]),
        to_on=to_on,
        to_at=filled.time("to_at"),
        slot_id=int(filled.keeps["slot_id"]),
    )


READERS: dict[str, Callable[[Filled], Command]] = {
    "preview-cadence": preview_cadence,
    "preview-place": preview_place,
    "move-place": move_place,
}

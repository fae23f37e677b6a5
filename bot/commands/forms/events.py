"""The forms about events, read back: a new one, and one that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import AddEvent, Command, EditEvent
from bot.domain import event_errors, plan_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from bot.commands.forms.filled import Filled


def add_event(filled: Filled) -> AddEvent:
    """Read a new event."""
    on, starts, ends = _window(filled)
    return AddEvent(
        what=filled.text("what"),
        on=on,
        starts=starts,
        ends=ends,
        who=filled.choice("who"),
        post_on=filled.date("post_on"),
        post_at=filled.time("post_at"),
    )


def edit_event(filled: Filled) -> EditEvent:
    """Read what an event should be from now on."""
    on, starts, ends = _window(filled)
    return EditEvent(int(filled.keeps["event_id"]), filled.text("what"), on, starts, ends)


def _window(filled: Filled) -> tuple[date, time, time]:
    on, starts, ends = filled.date("on"), filled.time("starts"), filled.time("ends")
    if on is None:
        raise plan_errors.which_day()
    if starts is None or ends is None:
        raise event_errors.which_hours()
    return on, starts, ends


READERS: dict[str, Callable[[Filled], Command]] = {"add-event": add_event, "edit-event": edit_event}

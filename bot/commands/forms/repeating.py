"""The forms for posts that come more than once, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import AddSeries, Command, SetEvergreen
from bot.domain import series_errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def set_evergreen(filled: Filled) -> SetEvergreen:
    """Read after which rest and how often a post may go out again."""
    return SetEvergreen(int(filled.keeps["post_id"]), filled.number("rest_weeks"), filled.number("repeats"))


def add_series(filled: Filled) -> AddSeries:
    """Read a series."""
    on = filled.date("on")
    if on is None:
        raise series_errors.which_day()
    return AddSeries(
        what=filled.text("what"),
        on=on,
        every=int(filled.choice("every")),
        until_on=filled.date("until_on"),
        times=filled.number("times"),
        at=filled.time("at"),
        kind=filled.choice("kind"),
        why=filled.text("why"),
        network=filled.text("network"),
        link=filled.text("link"),
        takes=filled.text("takes"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"set-evergreen": set_evergreen, "add-series": add_series}

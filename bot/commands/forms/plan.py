"""The forms of the plan, read back: a new post, a post that is out, the outline of the week."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from bot.commands.vocabulary import AddPost, Command, MarkPosted, SetCadence
from bot.domain import plan_errors
from bot.domain.cadence import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled

_USUAL_HOUR = time(10)


def add_post(filled: Filled) -> AddPost:
    """Read a new post; its day is the one thing that has to be picked."""
    on = filled.date("on")
    if on is None:
        raise plan_errors.which_day()
    return AddPost(
        what=filled.text("what"),
        on=on,
        at=filled.time("at"),
        kind=filled.choice("kind"),
        why=filled.text("why"),
        network=filled.text("network"),
        link=filled.text("link"),
        takes=filled.text("takes"),
        who=filled.choice("who"),
    )


def mark_posted(filled: Filled) -> MarkPosted:
    """Read the link of a post that is out; none is fine."""
    return MarkPosted(post_id=int(filled.keeps["post_id"]), link=filled.text("link"), why=filled.text("why"))


def set_cadence(filled: Filled) -> SetCadence:
    """Read the outline: a day without a kind has no place."""
    kinds = ((weekday, filled.choice(f"kind_{weekday}")) for weekday in range(7))
    return SetCadence(
        tuple(
            Place(weekday, filled.time(f"at_{weekday}") or _USUAL_HOUR, kind)
            for weekday, kind in kinds
            if kind not in ("", "none")
        )
    )


READERS: dict[str, Callable[[Filled], Command]] = {
    "add-post": add_post,
    "mark-posted": mark_posted,
    "set-cadence": set_cadence,
}

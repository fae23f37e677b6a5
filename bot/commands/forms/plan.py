"""The forms of the plan, read back: a new post, a post that is out, an outline whose effect was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import places
from bot.commands.vocabulary import AddPost, Command, MarkPosted, SetCadence
from bot.domain import plan_errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


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
    return MarkPosted(post_id=int(filled.keeps["post_id"]), link=filled.text("link"))


def set_cadence(filled: Filled) -> SetCadence:
    """Read back the outline that somebody has seen the effect of."""
    return SetCadence(places.from_plain(filled.keeps["places"]), filled.keeps.get("on_closed", ""))


READERS: dict[str, Callable[[Filled], Command]] = {
    "add-post": add_post,
    "mark-posted": mark_posted,
    "set-cadence": set_cadence,
}

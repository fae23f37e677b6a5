"""The forms of the plan, read back: a new post, a post that is out, an outline whose effect was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.commands import places
from bot.commands.vocabulary import AddPost, Command, EditPost, MarkPosted, SetCadence
from bot.domain import plan_errors
from bot.domain.versions import CAPTION, Part

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


def edit_post(filled: Filled) -> EditPost:
    """Read what a post should be from now on; a field that the form could not hold is left as it is."""
    words: dict[str, Any] = {
        field: filled.text(field)
        for field in ("what", "why", "goal", "network", "link", "takes")
        if field in filled.values
    }
    return EditPost(
        post_id=int(filled.keeps["post_id"]),
        version=int(filled.keeps["version"]),
        on=filled.date("on"),
        at=filled.time("at"),
        kind=filled.choice("kind") or None,
        made_by=filled.choice("made_by") or None,
        follow=filled.choice("follow") == "all",
        **words,
    )


def edit_words(filled: Filled) -> EditPost:
    """Read a post's captions and its picture's brief."""
    captions = (field for field in filled.values if field.startswith(CAPTION))
    return EditPost(
        post_id=int(filled.keeps["post_id"]),
        version=int(filled.keeps["version"]),
        shows=filled.text("shows") if "shows" in filled.values else None,
        shape=filled.choice("shape"),
        captions=tuple((field.removeprefix(CAPTION), filled.text(field)) for field in captions),
        part=Part.WORDS,
        follow=filled.choice("follow") == "all",
    )


def mark_posted(filled: Filled) -> MarkPosted:
    """Read the link of a post that is out; none is fine."""
    return MarkPosted(post_id=int(filled.keeps["post_id"]), link=filled.text("link"), why=filled.text("why"))


def set_cadence(filled: Filled) -> SetCadence:
    """Read back the outline that somebody has seen the effect of."""
    return SetCadence(places.from_plain(filled.keeps["places"]), filled.keeps.get("on_closed", ""))


READERS: dict[str, Callable[[Filled], Command]] = {
    "add-post": add_post,
    "edit-post": edit_post,
    "edit-words": edit_words,
    "mark-posted": mark_posted,
    "set-cadence": set_cadence,
}

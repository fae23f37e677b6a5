"""The form about photos, read back: which post one is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import AttachPhoto, Command
from bot.domain import photo_errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def attach_photo(filled: Filled) -> AttachPhoto:
    """Read which post a photo is for."""
    chosen = filled.choice("post")
    if not chosen.isdecimal():
        raise photo_errors.which_post("post")
    return AttachPhoto(photo_id=int(filled.keeps["photo_id"]), post_id=int(chosen))


READERS: dict[str, Callable[[Filled], Command]] = {"attach-photo": attach_photo}

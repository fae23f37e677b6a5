"""Forms: what somebody filled into a modal becomes the same command that typing would have made."""

from typing import Any

from bot.commands.forms import (
    approvals,
    check_up,
    comments,
    course,
    digest,
    events,
    figures,
    files,
    ideas,
    leads,
    money,
    outline,
    people,
    photos,
    plan,
    repeating,
    setup,
    stall,
    steps,
    strategy,
    templates,
)
from bot.commands.forms.filled import filled, people_named
from bot.commands.vocabulary import Command
from bot.commands.when import Reading
from bot.domain import phrase_misreadings

READERS = {
    **plan.READERS,
    **events.READERS,
    **outline.READERS,
    **setup.READERS,
    **steps.READERS,
    **templates.READERS,
    **approvals.READERS,
    **photos.READERS,
    **people.READERS,
    **figures.READERS,
    **files.READERS,
    **ideas.READERS,
    **repeating.READERS,
    **stall.READERS,
    **comments.READERS,
    **leads.READERS,
    **digest.READERS,
    **course.READERS,
    **strategy.READERS,
    **check_up.READERS,
    **money.READERS,
}

__all__ = ["READERS", "people_named", "read"]


def read(view: dict[str, Any], reading: Reading) -> Command:
    """Read a submitted form; Misread, with its field, where something can't be read."""
    reads = READERS.get(view.get("callback_id", ""))
    if reads is None:
        raise phrase_misreadings.out_of_date()
    try:
        return reads(filled(view, reading))
    except KeyError:  # the form was drawn by another version, which kept something else
        raise phrase_misreadings.out_of_date() from None

"""Reading the two things that are added by typing: a post with its day, and a lead with its source.

With nothing typed the form is opened. The day may come first or last; it is never guessed from the middle.
"""

from collections.abc import Sequence

from bot.commands import vocabulary as v
from bot.commands.typed import Typed
from bot.commands.when import Moment, Reading, read_moment, split_moment
from bot.domain import misreadings
from bot.domain.errors import Misread
from storage.tables import Kind

_KINDS = tuple(kind.value for kind in Kind)
_LONGEST_MOMENT = 6


def read_post(typed: Typed, reading: Reading) -> v.Command:
    """Read "thu 4pm Meet our hygienist #human @ben"."""
    if not typed.words:
        return v.OpenPostForm()
    kind = _kind(typed.tags)
    if len(typed.people) > 1:
        raise misreadings.several_people()
    moment, words = _moment_and_words(typed.words, reading)
    if not words:
        raise misreadings.no_what()
    return v.AddPost(
        what=" ".join(words).strip("\"'“”‘’"),
        on=moment.on,
        at=moment.at,
        kind=kind,
        link=typed.links[0] if typed.links else "",
        who=typed.people[0] if typed.people else "",
    )


def read_lead(typed: Typed, _reading: Reading) -> v.Command:
    """Read "instagram A-17": a source and, where the practice has one, its own code."""
    words = (*typed.words, *typed.tags)
    if not words:
        return v.OpenLeadForm()
    if len(words) > 2 or typed.people or typed.links:
        raise misreadings.not_a_source()
    return v.AddLead(source=words[0], code=words[1] if len(words) > 1 else "")


def _kind(tags: Sequence[str]) -> str:
    if len(tags) > 1:
        raise misreadings.several_kinds(tags)
    if tags and tags[0] not in _KINDS:
        raise misreadings.not_a_kind(tags[0], _KINDS)
    return tags[0] if tags else ""


def _moment_and_words(words: Sequence[str], reading: Reading) -> tuple[Moment, Sequence[str]]:
    try:
        return split_moment(words, reading)
    except Misread as first:
        for start in range(max(1, len(words) - _LONGEST_MOMENT), len(words)):
            try:
                return read_moment(" ".join(words[start:]), reading), words[:start]
            except Misread:
                continue
        raise first from None

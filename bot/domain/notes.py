"""The note that travels with a step: what is there already, what is missing, in the words of who had it.

It refuses to know who reads it when.
"""

from dataclasses import dataclass
from datetime import date

from bot.domain import asking_errors, discretion, posts
from storage.tables import Member

LONGEST = 300
"""A few lines: what is longer belongs into a conversation."""
MOST = 3
"""The newest few still say how it stands."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody left for whoever has a step next; `by` is None where they are gone."""

    by: Member | None
    words: str


def check(typed: str, today: date, *, field: str, longest: int = LONGEST) -> str:
    """Give a note as it is kept; "" where there is none. Refuse what is too long, or may point to a patient."""
    words = posts.keepable(typed)
    if len(words) > longest:
        raise asking_errors.long_note(len(words), longest, field)
    if discretion.points_to_somebody(words, today):
        raise asking_errors.private_note(field)
    return words

"""Ideas for a month: which may be kept, and in which order they stand. It refuses to know threads and buttons."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain import idea_errors
from bot.domain.discretion import points_to_somebody
from bot.domain.posts import MOST_CHARACTERS, keepable
from storage.tables import Idea, Post


@dataclass(frozen=True, slots=True)
class Standing:
    """An idea, how many want it, whether the one who looks is among them, and the post that was made of it."""

    idea: Idea
    votes: int = 0
    is_wanted: bool = False
    post: Post | None = None


def words(typed: str, today: date) -> str:
    """Give an idea as it is kept; refuse nothing at all, too much, and what may point to a patient."""
    kept = keepable(typed)
    if not kept:
        raise idea_errors.no_idea()
    if len(kept) > MOST_CHARACTERS:
        raise idea_errors.too_long(len(kept), MOST_CHARACTERS)
    if points_to_somebody(kept, today):
        raise idea_errors.may_be_a_person()
    return kept


def stand(
    found: Sequence[tuple[Idea, Post | None]], votes: Mapping[int, Collection[int]], member_id: int = 0
) -> tuple[Standing, ...]:
    """Put ideas in order: those that are open by their votes, the older first; then those that are in the plan."""
    standings = []
    for idea, post in found:
        voters = votes.get(idea.id or 0, ())
        standings.append(Standing(idea, len(voters), member_id in voters, post))
    return tuple(sorted(standings, key=lambda one: (one.post is not None, -one.votes, one.idea.id or 0)))

"""What a sponsor hears of in a week: two finished things, each by one person, as facts. Nobody is ranked.

Pictures come first, because they are the hardest to get; after that whoever was thanked longest ago. It refuses to know
who was late.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from storage.tables import Lead, Post, Step, Task, Thanks

MOST = 2
SILENT_AFTER = timedelta(days=21)
_ORDER = (Task.PHOTO, Task.CAPTION, Task.APPROVAL, Task.PUBLISH, Task.CHECK)


class Fact(StrEnum):
    """What somebody can be thanked for."""

    STEP = "step"
    LEADS = "leads"


@dataclass(frozen=True, slots=True)
class Finished:
    """One finished thing: a step of a post, or so many leads that somebody logged in a week."""

    fact: Fact
    about: str
    member_id: int
    step: Step | None = None
    post: Post | None = None
    leads: int = 0


def finished(
    steps: Sequence[tuple[Step, Post]], leads: Sequence[Lead], week: str, *, thanked: Sequence[Thanks], sponsor_id: int
) -> list[Finished]:
    """Give up to two things the sponsor may be told of, by different people; their own and thanked ones are left out.

    `steps` are those that were done in the week, `leads` those that were logged in it.
    """
    said = {(each.fact, each.about) for each in thanked}
    known = [_of_step(step, post) for step, post in sorted(steps, key=_rank)]
    known += _of_leads(leads, week)
    lately = {each.to_id: each.said_at for each in sorted(thanked, key=lambda each: each.said_at)}
    open_ones = [each for each in known if each.member_id != sponsor_id and (each.fact, each.about) not in said]
    ranked = sorted(open_ones, key=lambda each: _waited(each, lately))
    first_of: dict[int, Finished] = {}
    for each in ranked:
        first_of.setdefault(each.member_id, each)
    return list(first_of.values())[:MOST]


def is_silent(since: datetime, now: datetime) -> bool:
    """Whether a sponsor who last said thanks, or first could, at that moment has been silent for long."""
    return now - since >= SILENT_AFTER


def _of_step(step: Step, post: Post) -> Finished:
    return Finished(Fact.STEP, str(step.id), step.owner_id, step=step, post=post)


def _of_leads(leads: Sequence[Lead], week: str) -> list[Finished]:
    by: dict[int, int] = {}
    for lead in leads:
        if lead.logged_by is not None:
            by[lead.logged_by] = by.get(lead.logged_by, 0) + 1
    return [Finished(Fact.LEADS, week, member_id, leads=count) for member_id, count in sorted(by.items())]


def _rank(pair: tuple[Step, Post]) -> tuple[int, datetime, int]:
    step, post = pair
    place = _ORDER.index(Task(step.task)) if step.task in set(_ORDER) else len(_ORDER)
    return place, step.done_at or post.publish_at, step.id or 0


def _waited(each: Finished, lately: Mapping[int, datetime]) -> tuple[bool, float]:
    """Who was never thanked comes first, then whoever was thanked longest ago; the order stays otherwise."""
    at = lately.get(each.member_id)
    return at is not None, at.timestamp() if at else 0.0

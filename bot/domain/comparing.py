"""Posts beside each other over twelve weeks: what came with leads, and which people engaged with, by what posts share.

Leads and engagement stand side by side and are never tied to each other. A kind, network, maker or picture with fewer
than three posts is not told at all, and nothing is compared where only one of them is left. Rates are drawn towards
that of all posts before one is put above another. It refuses to know why one did better.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain import evidence, middles, networks
from bot.domain.evidence import Range
from bot.domain.figures import Told
from bot.domain.leads import NO_LEADS
from bot.domain.middles import FEWEST, SMALLEST, Pool, Rate
from storage.tables import Lead, Post

WEEKS = 12


class By(StrEnum):
    """What posts have in common."""

    KIND = "kind"
    NETWORK = "network"
    MAKER = "maker"
    PICTURE = "picture"


OWN, SUBSTITUTE = "own", "substitute"
"""The picture of a post: one of its own, or what stands in for one that nobody took."""


@dataclass(frozen=True, slots=True)
class Group:
    """Posts that have something in common: how many leads are recorded for them and for each, and their rate.

    `leads` is None where no lead at all is traced to a post; `rate` is None where too few of the posts have figures.
    """

    name: str
    posts: int
    leads: int | None
    a_post: Range | None
    rate: Rate | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A post and its rate; `leads` as for a group."""

    post: Post
    leads: int | None
    rate: Rate


@dataclass(frozen=True, slots=True)
class Compared:
    """What twelve weeks of posts say beside each other.

    `groups` has only what can be compared. `ranked` has the highest rate first; `apart` is whether the first and the
    last differ by more than chance. Of `leads` leads, `traced` are recorded with a post.
    """

    first: date
    last: date
    posts: int
    leads: int
    traced: int
    groups: tuple[tuple[By, tuple[Group, ...]], ...]
    ranked: tuple[Ranked, ...]
    is_apart: bool

    @property
    def tells_anything(self) -> bool:
        """Whether there is anything to set beside each other."""
        return bool(self.traced or self.groups or self.ranked)


def compare(told: Sequence[Told], leads: Iterable[Lead], last: date) -> Compared:
    """Compare the posts that were out in the twelve weeks up to a day."""
    first = last - timedelta(weeks=WEEKS) + timedelta(days=1)
    out = [each for each in told if first <= each.post.on <= last and each.post.posted_at is not None]
    came = [lead for lead in leads if first <= lead.came_on <= last and lead.lost_reason not in NO_LEADS]
    known = {each.post.id for each in out}
    traced = [lead.post_id for lead in came if lead.post_id in known]
    of_post = {post_id: traced.count(post_id) for post_id in known} if traced else None
    pool = middles.pool([found for each in out if (found := rated(each))])
    ranked = _ranked(out, pool, of_post)
    return Compared(
        first=first,
        last=last,
        posts=len(out),
        leads=len(came),
        traced=len(traced),
        groups=tuple((by, groups) for by in By if (groups := _groups(by, out, pool, of_post))),
        ranked=ranked,
        is_apart=bool(ranked) and ranked[0].rate.range.low > ranked[-1].rate.range.high,
    )


def extremes(told: Sequence[Told], days: Collection[date]) -> tuple[Ranked, Ranked] | None:
    """Give the post of these days that most of those reached engaged with, and the one that fewest did.

    Each is drawn towards all that were out; None where they differ no more than chance would have it.
    """
    out = [each for each in told if each.post.posted_at is not None]
    pool = middles.pool([found for each in out if (found := rated(each))])
    ranked = _ranked([each for each in out if each.post.on in days], pool, None)
    is_apart = bool(ranked) and ranked[0].rate.range.low > ranked[-1].rate.range.high
    return (ranked[0], ranked[-1]) if is_apart else None


def rated(told: Told) -> tuple[int, int] | None:
    """Give how many engaged and how many a post reached, where both are known and enough saw it."""
    engaged, reached = told.engagements, told.count("reach")
    return (engaged, reached) if engaged is not None and reached is not None and reached >= SMALLEST else None


def _ranked(out: Sequence[Told], pool: Pool | None, of_post: Mapping[int | None, int] | None) -> tuple[Ranked, ...]:
    if pool is None:
        return ()
    ranked = [
        Ranked(each.post, of_post[each.post.id] if of_post else None, pool.of_one(*found))
        for each in out
        if (found := rated(each))
    ]
    return tuple(sorted(ranked, key=lambda each: (-each.rate.rate, each.post.on, each.post.id or 0)))


def _groups(
    by: By, out: Sequence[Told], pool: Pool | None, of_post: Mapping[int | None, int] | None
) -> tuple[Group, ...]:
    members: dict[str, list[Told]] = {}
    for each in out:
        for name in _names(by, each.post):
            members.setdefault(name, []).append(each)
    groups = [_group(name, held, pool, of_post) for name, held in members.items() if len(held) >= FEWEST]
    return tuple(sorted(groups, key=lambda group: (-group.posts, group.name))) if len(groups) > 1 else ()


def _names(by: By, post: Post) -> tuple[str, ...]:
    match by:
        case By.KIND:
            return (post.kind,)
        case By.NETWORK:
            return networks.named(post.network)
        case By.MAKER:
            return (post.made_by,)
        case By.PICTURE:
            return (SUBSTITUTE if post.substitute else OWN,)


def _group(name: str, held: Sequence[Told], pool: Pool | None, of_post: Mapping[int | None, int] | None) -> Group:
    known = [found for each in held if (found := rated(each))]
    rate = pool.of_several(known) if pool is not None and len(known) >= FEWEST else None
    if of_post is None:
        return Group(name, len(held), None, None, rate)
    leads = sum(of_post[each.post.id] for each in held)
    usual = evidence.count(leads)
    return Group(name, len(held), leads, Range(usual.low / len(held), usual.high / len(held)), rate)

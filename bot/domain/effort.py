"""The work that went into each network beside the leads recorded from there: keep it, keep testing, or could stop.

Work is the minutes that the steps of posts take; a post on several networks divides them. Small counts call nothing
worth stopping: enough weeks must have been spent, and chance alone must rarely leave so few leads. It refuses to know
why leads come, and it gives no orders; a network may serve another purpose than leads.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.domain import evidence, networks, sources
from bot.domain.evidence import Range, Window
from bot.domain.leads import NO_LEADS
from bot.domain.sources import META, Known
from bot.domain.weeks import Week
from storage.tables import Kind, Lead, Post, Step

WEEKS = 12
LEAST_WEEKS = 8
"""With three leads a week, twice as many shows after eight weeks, four times in five (`evidence.weeks_to_learn`); a
practice with fewer needs more, and none is judged by less time."""
SURE = 0.01
"""How improbable so few leads must be before a network is called one that could stop: several are looked at at once, so
the line is drawn where an unasked alarm's would be, not at one in twenty."""
_NOT_HALF = 0.5
"""A network is one to keep where the counts rule out that it brings half of what the others bring in the same time."""
_TWICE = 2.0
_MOST_UNKNOWN = 5
"""Where nobody knows where more than a fifth of the leads came from, no network is called one that could stop."""
_OF_META = ("facebook", "instagram")
_FOR_TRUST = (Kind.HUMAN, Kind.COMMUNITY)


class Word(StrEnum):
    """What the counts allow to be said of a network, out of a fixed set."""

    KEEP = "keep"
    TESTING = "keep testing"
    COULD_STOP = "could stop"


@dataclass(frozen=True, slots=True)
class Effort:
    """One network: posts that went out there, in how many weeks, the minutes they took, and the leads from there.

    `for_trust` counts the human and community posts among them. `minutes` is None where nobody knows what any of the
    posts took, `leads` and `known` where nobody knows the leads. `an_hour` is between how many leads an hour lies.
    """

    network: str
    posts: int
    for_trust: int
    weeks: int
    minutes: float | None
    leads: int | None = None
    known: Known | None = None
    an_hour: Range | None = None
    word: Word | None = None


@dataclass(frozen=True, slots=True)
class Efforts:
    """All networks of some weeks, the one that took most first.

    `weeks` are those that were counted: where leads are known of some, only these. Of `leads` leads, `elsewhere` came
    from no network that something went out on, of `unknown` nobody knows, and `of_meta` came from a form on Facebook
    or Instagram that doesn't say which. `needed` is after how many weeks twice as many leads would show; None where
    that can't be said. Posts that are `untimed` have no steps and count as the others there, `shared` ones went to
    several networks, and of those that are `nowhere` no network is known.
    """

    weeks: tuple[Week, ...]
    networks: tuple[Effort, ...]
    is_counted: bool = False
    leads: int = 0
    elsewhere: int = 0
    unknown: int = 0
    of_meta: int = 0
    needed: int | None = None
    untimed: int = 0
    shared: int = 0
    nowhere: int = 0

    @property
    def is_blind(self) -> bool:
        """Whether too many leads came from nobody knows where to call a network one that could stop."""
        return self.unknown * _MOST_UNKNOWN > self.leads


@dataclass(slots=True)
class _Work:
    """What went out on one network; a post counts there by its share of it."""

    posts: int = 0
    for_trust: int = 0
    weeks: set[Week] = field(default_factory=set)
    minutes: float = 0
    timed: float = 0
    whole: float = 0

    def add(self, post: Post, minutes: int | None, share: float) -> None:
        self.posts += 1
        self.for_trust += post.kind in _FOR_TRUST
        self.weeks.add(Week.of(post.on))
        self.whole += share
        if minutes is not None:
            self.minutes, self.timed = self.minutes + minutes * share, self.timed + share

    @property
    def in_all(self) -> float | None:
        """All minutes; a post without steps is taken for one like the others."""
        return self.minutes * self.whole / self.timed if self.minutes else None


def weigh(
    posts: Iterable[Post],
    steps: Mapping[int, Sequence[Step]],
    leads: Iterable[Lead],
    weeks: Sequence[Week],
    *,
    is_known: bool,
) -> Efforts:
    """Set the posts that went out in some weeks beside the leads of the same weeks, network by network.

    `is_known` is whether the leads of these weeks are known.
    """
    out = [post for post in posts if post.posted_at is not None and Week.of(post.on) in weeks]
    placed = {post.id: networks.named(post.network) for post in out}
    came = [lead for lead in leads if lead.lost_reason not in NO_LEADS and Week.of(lead.came_on) in weeks]
    found = _worked(out, placed, steps, weeks)
    return _beside(found, came, placed) if is_known and weeks else found


def _worked(
    out: Sequence[Post],
    placed: Mapping[int | None, tuple[str, ...]],
    steps: Mapping[int, Sequence[Step]],
    weeks: Sequence[Week],
) -> Efforts:
    """Add up what went out on each network."""
    minutes = {post.id: sum(step.minutes for step in steps.get(post.id or 0, ())) or None for post in out}
    work: defaultdict[str, _Work] = defaultdict(_Work)
    for post in out:
        for network in placed[post.id]:
            work[network].add(post, minutes[post.id], 1 / len(placed[post.id]))
    efforts = [
        Effort(network, each.posts, each.for_trust, len(each.weeks), each.in_all) for network, each in work.items()
    ]
    return Efforts(
        weeks=tuple(weeks),
        networks=tuple(sorted(efforts, key=lambda each: (-(each.minutes or 0), -each.posts, each.network))),
        untimed=sum(minutes[post.id] is None for post in out if any(work[each].timed for each in placed[post.id])),
        shared=sum(len(named) > 1 for named in placed.values()),
        nowhere=sum(not named for named in placed.values()),
    )


def _beside(found: Efforts, came: Sequence[Lead], placed: Mapping[int | None, tuple[str, ...]]) -> Efforts:
    """Add the leads, and what they allow to be said of each network."""
    of: defaultdict[str, list[Lead]] = defaultdict(list)
    for lead in came:
        of[_home(lead, placed)].append(lead)
    counted = [_counted(each, of[each.network]) for each in found.networks]
    ours = [lead for each in counted for lead in of[each.network]]
    of_meta = len(of[META]) if any(each.network in _OF_META for each in counted) else 0
    unknown = sum(sources.known_by(lead) is None for lead in of[""])
    by_week = Counter(Week.of(lead.came_on) for lead in ours)
    told = replace(
        found,
        is_counted=True,
        leads=len(came),
        elsewhere=len(came) - len(ours) - unknown - of_meta,
        unknown=unknown,
        of_meta=of_meta,
        needed=_needed(len(ours) / len(found.weeks)),
    )
    bursts = evidence.burstiness([by_week[week] for week in found.weeks])
    return replace(told, networks=tuple(replace(each, word=_word(each, counted, told, bursts)) for each in counted))


def _home(lead: Lead, placed: Mapping[int | None, tuple[str, ...]]) -> str:
    """Give the network that a lead is recorded from, or that its post went out on where that was one; "" for none."""
    named = lead.network or sources.network_of(lead.tracked, lead.said, lead.guessed)
    of_post = placed.get(lead.post_id, ())
    return named or (of_post[0] if len(of_post) == 1 else "")


def _counted(effort: Effort, leads: Sequence[Lead]) -> Effort:
    usual = evidence.count(len(leads))
    hours = effort.minutes / 60 if effort.minutes else None
    an_hour = Range(usual.low / hours, usual.high / hours) if hours else None
    return replace(effort, leads=len(leads), known=sources.how_known(leads), an_hour=an_hour)


def _needed(a_week: float) -> int | None:
    weeks = evidence.weeks_to_learn(a_week, _TWICE)
    return max(LEAST_WEEKS, weeks) if weeks is not None else None


def _word(effort: Effort, all_of_them: Sequence[Effort], told: Efforts, bursts: float) -> Word | None:
    """Say what the counts allow; None where there is no other network to set this one beside.

    A lead of Meta's that may be of either of its networks counts for this one before it is called one that could stop.
    """
    others = [each for each in all_of_them if each is not effort and each.minutes]
    if effort.minutes is None or not others:
        return None
    if told.needed is None or effort.weeks < told.needed:
        return Word.TESTING
    beside = Window(sum(each.leads or 0 for each in others), sum(each.minutes or 0 for each in others))
    own, most = effort.leads or 0, (effort.leads or 0) + (told.of_meta if effort.network in _OF_META else 0)
    if not told.is_blind and _is_lower(Window(most, effort.minutes), beside, bursts):
        return Word.COULD_STOP
    ratio = evidence.ratio(Window(own, effort.minutes), beside, bursts)
    return Word.KEEP if ratio is not None and ratio.low >= _NOT_HALF else Word.TESTING


def _is_lower(own: Window, beside: Window, bursts: float) -> bool:
    """Whether so few leads for the work would rarely be chance."""
    p = evidence.surprise(own, beside, bursts)
    return p is not None and p < SURE and own.pace < beside.pace

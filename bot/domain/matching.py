"""Which post of the plan a post in a file is: by its link, by its id, or by when it went out and what it says.

What fits in one way only is taken; what fits in several, or only nearly, is a question for whoever brought the file.
Of a post's words only a fingerprint is looked at, so that no text has to be kept until a file is taken in. Pure: rows
in, decisions out.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from bot.domain import networks, post_links
from storage.tables import Post

_WORD = re.compile(r"[^\W_]{3,}")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_MOST_WORDS = 60
_CLOSE = timedelta(minutes=20)
"""A scheduled post goes out to the minute; somebody who posts by hand is a little early or late."""
_HOURS = timedelta(hours=3)
_NEAR, _FAR = timedelta(days=1), timedelta(days=4)
_ALIKE, _HARDLY = 0.6, 0.25
"""How much of the shorter text is in the longer one."""
_MOST_ASKED = 5
_LIKELY_ZONES = (
    "America/Los_Angeles", "America/New_York", "America/Chicago", "America/Denver", "UTC", "Europe/London",
    "Europe/Berlin", "America/Sao_Paulo", "Australia/Sydney", "Asia/Kolkata",
)  # fmt: skip
_FEWEST_AGREEING = 2
_MOST_DISAGREEING = 0.4


class How(StrEnum):
    """How a post in a file was found in the plan."""

    LINK = "link"
    ID = "id"
    TIME = "time"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Seen:
    """A post as a file tells of it: `at` is local in a time zone that the file doesn't name."""

    row: int
    link: str = ""
    outside_id: str = ""
    on: date | None = None
    at: datetime | None = None
    words: frozenset[int] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)
    network: str = ""

    @property
    def key(self) -> str:
        """What its network calls it, under which it is known in later files; "" where nothing tells."""
        if self.link:
            return post_links.key_of(self.link)
        return f"{self.network}:{self.outside_id}" if self.outside_id else ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A post of the plan, as far as it can be recognised; `keys` are those of its link and of earlier files."""

    post: Post
    keys: frozenset[str]
    networks: tuple[str, ...]
    words: frozenset[int]

    @classmethod
    def of(cls, post: Post, captions: Iterable[str] = (), outside_ids: Iterable[str] = ()) -> Self:
        """Make it of a post, its captions, and what it was called in files before."""
        words = fingerprint(" ".join([post.what, *captions]))
        keys = frozenset({post_links.key_of(post.posted_link), *outside_ids} - {""})
        return cls(post, keys, networks.named(post.network), words)

    def is_on(self, network: str) -> bool:
        """Whether it is known which post on this network it is."""
        return any(key.startswith(f"{network}:") for key in self.keys)


@dataclass(frozen=True, slots=True)
class Match:
    """A post in a file that is known to be one of the plan."""

    seen: Seen
    post: Post
    how: How


@dataclass(frozen=True, slots=True)
class Doubt:
    """A post in a file that may be one of these, the likeliest first."""

    seen: Seen
    candidates: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Every post of a file: found, asked about, or not in the plan."""

    found: tuple[Match, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    unknown: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """The time zone that a file's times are likely in, and how many of the compared posts agree."""

    zone: str
    agreeing: int
    compared: int


def fingerprint(text: str) -> frozenset[int]:
    """Reduce a text to the checks of its words, from which it can't be read."""
    plain = unicodedata.normalize("NFKC", _LINK.sub(" ", text)).casefold()
    words = list(dict.fromkeys(_WORD.findall(plain)))[:_MOST_WORDS]
    return frozenset(zlib.crc32(word.encode()) for word in words)


def guess_zone(seen: Sequence[Seen], planned: Sequence[Planned], home: str) -> Guess | None:
    """Guess a file's time zone from posts whose links are known; None where too few agree.

    The practice's own zone wins where another one fits as well.
    """
    by_key = {key: each.post for each in planned for key in each.keys}
    pairs = [
        (each.at, by_key[key].publish_at)
        for each in seen
        if each.at is not None and (key := post_links.key_of(each.link)) in by_key
    ]
    counted = {zone: sum(_fits(at, zone, publish_at) for at, publish_at in pairs) for zone in (home, *_LIKELY_ZONES)}
    best = max(counted, key=lambda zone: counted[zone])
    if counted[best] < _FEWEST_AGREEING or counted[best] < len(pairs) * (1 - _MOST_DISAGREEING):
        return None
    return Guess(best, counted[best], len(pairs))


def match(
    seen: Sequence[Seen], planned: Sequence[Planned], *, zone: ZoneInfo, network: str, said: Mapping[int, int]
) -> Matching:
    """Say of every post in a file which one of the plan it is; `said` is what was answered, by row, 0 for none."""
    by_id = {each.post.id or 0: each for each in planned}
    by_key = {key: each for each in planned for key in each.keys}
    by_number = {number: each for each in planned for number in post_links.numbers_in(each.post.posted_link)}
    found: dict[int, Match] = {}
    for each in seen:
        sure = _by_word(each, by_id, said) or _by_link(each, by_key, by_number)
        if sure is not None:
            found[each.row] = sure
    taken = {each.post.id for each in found.values()}
    left = [each for each in seen if each.row not in found and said.get(each.row) != 0]
    free = [each for each in planned if each.post.id not in taken and _may_be_on(network, each)]
    asked: list[Doubt] = []
    rated = {each.row: _rated(each, free, zone) for each in left}
    claimed = _claimed(rated)
    for each in left:
        likely = rated[each.row]
        if likely and likely[0][0] and claimed[likely[0][1].post.id] == 1 and not _is_tied(likely):
            found[each.row] = Match(each, likely[0][1].post, How.TIME)
            taken.add(likely[0][1].post.id)
    for each in left:
        rest = [one.post for _, one, _ in rated[each.row] if one.post.id not in taken]
        if each.row not in found and rest:
            asked.append(Doubt(each, tuple(rest[:_MOST_ASKED])))
    settled = found.keys() | {doubt.seen.row for doubt in asked}
    return Matching(
        tuple(found[each.row] for each in seen if each.row in found),
        tuple(asked),
        tuple(each for each in seen if each.row not in settled),
    )


def local_day(seen: Seen, zone: ZoneInfo, home: ZoneInfo) -> date | None:
    """Give the practice's day of a post in a file whose times are in `zone`."""
    return seen.at.replace(tzinfo=zone).astimezone(home).date() if seen.at is not None else seen.on


_Rated = tuple[bool, Planned, float]
"""Whether a post of the plan is surely the one, which, and how well it fits."""


def _by_word(seen: Seen, by_id: Mapping[int, Planned], said: Mapping[int, int]) -> Match | None:
    planned = by_id.get(said.get(seen.row, 0))
    return Match(seen, planned.post, How.SAID) if planned is not None else None


def _by_link(seen: Seen, by_key: Mapping[str, Planned], by_number: Mapping[str, Planned]) -> Match | None:
    planned = by_key.get(post_links.key_of(seen.link)) if seen.link else None
    if planned is not None:
        return Match(seen, planned.post, How.LINK)
    named = by_key.get(seen.key) or by_number.get(seen.outside_id.rpartition("_")[2])
    return Match(seen, named.post, How.ID) if named is not None else None


def _may_be_on(network: str, planned: Planned) -> bool:
    """Whether a post of the plan may be on a network: it names that one or none, and no other post there is it."""
    return not planned.is_on(network) and (not network or not planned.networks or network in planned.networks)


def _rated(seen: Seen, planned: Sequence[Planned], zone: ZoneInfo) -> list[_Rated]:
    rated = [rating for each in planned if (rating := _rate(seen, each, zone)) is not None]
    return sorted(rated, key=lambda rating: (-rating[0], -rating[2]))


def _rate(seen: Seen, planned: Planned, zone: ZoneInfo) -> _Rated | None:
    """Say how well a post of the plan fits; None where it can't be meant."""
    apart = _apart(seen, planned.post, zone)
    if apart is None:
        return None
    shorter = min(len(seen.words), len(planned.words))
    alike = len(seen.words & planned.words) / shorter if shorter else None
    fits = (alike or 0.0) + 1 - apart / (2 * _FAR)
    if alike is None:
        return (apart <= _CLOSE, planned, fits) if apart <= _HOURS else None
    is_sure = (alike >= _ALIKE and apart <= _FAR) or (alike >= _HARDLY and apart <= _HOURS)
    is_likely = apart <= _CLOSE or (alike >= _HARDLY and apart <= _NEAR)
    return (is_sure, planned, fits) if is_sure or is_likely else None


def _apart(seen: Seen, post: Post, zone: ZoneInfo) -> timedelta | None:
    """How far a post in a file is from when it was planned or said to be out; None where that is too far."""
    if seen.at is not None:
        at = seen.at.replace(tzinfo=zone)
        apart = min(abs(at - moment) for moment in (post.publish_at, post.posted_at or post.publish_at))
    elif seen.on is not None:
        apart = _HOURS + abs(seen.on - post.on)  # a day alone says less than a time
    else:
        return None
    return apart if apart <= _FAR + _HOURS else None


def _is_tied(rated: Sequence[_Rated]) -> bool:
    """Whether a second post fits about as well as the first."""
    return len(rated) > 1 and rated[1][0] and rated[0][2] - rated[1][2] < 0.15


def _claimed(rated: Mapping[int, Sequence[_Rated]]) -> dict[int | None, int]:
    """Count for each post of the plan how many posts in the file it would surely be."""
    counted: dict[int | None, int] = {}
    for ratings in rated.values():
        if ratings and ratings[0][0]:
            post_id = ratings[0][1].post.id
            counted[post_id] = counted.get(post_id, 0) + 1
    return counted


def _fits(at: datetime, zone: str, publish_at: datetime) -> bool:
    return abs(at.replace(tzinfo=ZoneInfo(zone)) - publish_at) <= _CLOSE

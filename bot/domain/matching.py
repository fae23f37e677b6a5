"""Which post of the plan a post in a file is: by its link, by its id, or by when it went out and what it says.

What fits in one way only is taken; what fits in several, or only nearly, is a question for whoever brought the file.
Of a post's words only a fingerprint is looked at, so that no text has to be kept until a file is taken in. Pure: rows
in, decisions out.
"""

import re
import unicodedata
import zlib
from collections import Counter
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
_CHECK = 4
CLOSE = timedelta(minutes=20)
"""A scheduled post goes out to the minute; somebody who posts by hand is a little early or late."""
_HOURS = timedelta(hours=3)
NEAR, _FAR = timedelta(days=1), timedelta(days=4)
ALIKE, _HARDLY = 0.6, 0.25
"""How much of the shorter text is in the longer one."""
_MOST_ASKED = 5


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
    words: bytes = b""
    counts: Mapping[str, int] = field(default_factory=dict)
    network: str = ""
    kind: str = ""

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
    words: bytes

    @classmethod
    def of(cls, post: Post, captions: Iterable[str] = (), outside_ids: Iterable[str] = ()) -> Self:
        """Make it of a post, its captions, and what it was called in files before."""
        words = fingerprint(" ".join([post.what, *captions]))
        keys = frozenset({post_links.key_of(post.posted_link), *outside_ids} - {""})
        return cls(post, keys, networks.named(post.network), words)

    def is_on(self, network: str) -> bool:
        """Whether it is known which post on this network it is."""
        return any(key.startswith(f"{network}:") for key in self.keys)


_Rated = tuple[bool, Planned, float]
"""Whether a post of the plan is surely the one, which, and how well it fits."""


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


def fingerprint(text: str) -> bytes:
    """Reduce a text to the checks of its words, four bytes each and sorted, from which it can't be read."""
    plain = unicodedata.normalize("NFKC", _LINK.sub(" ", text)).casefold()
    words = list(dict.fromkeys(_WORD.findall(plain)))[:_MOST_WORDS]
    return b"".join(sorted(zlib.crc32(word.encode()).to_bytes(_CHECK) for word in words))


def share(one: bytes, other: bytes) -> float:
    """How much of the shorter text is in the longer one, from 0 to 1."""
    checks = [{each[at : at + _CHECK] for at in range(0, len(each), _CHECK)} for each in (one, other)]
    shorter = min(map(len, checks))
    return len(checks[0] & checks[1]) / shorter if shorter else 0.0


def match(seen: Sequence[Seen], planned: Sequence[Planned], *, zone: ZoneInfo, said: Mapping[int, int]) -> Matching:
    """Say of every post in a file which one of the plan it is; `said` is what was answered, by row, 0 for none."""
    found = _recognised(seen, planned, said)
    taken = {(each.post.id, each.seen.network) for each in found.values()}
    around = _around(planned)
    rated: dict[int, list[_Rated]] = {}
    for each in seen:
        near = around.get(_day(each), ()) if each.row not in found and said.get(each.row) != 0 else ()
        if near:
            rated[each.row] = _rated(each, [one for one in near if (one.post.id, each.network) not in taken], zone)
    best = {each.row: (rated[each.row][0][1].post.id, each.network) for each in seen if _is_sure(rated.get(each.row))}
    claimed = Counter(best.values())
    for each in seen:
        if each.row in best and claimed[best[each.row]] == 1 and not _is_tied(rated[each.row]):
            found[each.row] = Match(each, rated[each.row][0][1].post, How.TIME)
            taken.add(best[each.row])
    asked: dict[int, Doubt] = {}
    for each in seen:
        rest = [one.post for _, one, _ in rated.get(each.row, ()) if (one.post.id, each.network) not in taken]
        if each.row not in found and rest:
            asked[each.row] = Doubt(each, tuple(rest[:_MOST_ASKED]))
    return Matching(
        tuple(found[each.row] for each in seen if each.row in found),
        tuple(asked.values()),
        tuple(each for each in seen if each.row not in found and each.row not in asked),
    )


def local_day(seen: Seen, zone: ZoneInfo, home: ZoneInfo) -> date | None:
    """Give the practice's day of a post in a file whose times are in `zone`."""
    return seen.at.replace(tzinfo=zone).astimezone(home).date() if seen.at is not None else seen.on


def _recognised(seen: Sequence[Seen], planned: Sequence[Planned], said: Mapping[int, int]) -> dict[int, Match]:
    """Find the posts that were answered for, and those whose link or id is known; each post once on each network."""
    by_id = {each.post.id or 0: each for each in planned}
    by_key = {key: each for each in planned for key in each.keys}
    by_number = {number: each for each in planned for number in post_links.numbers_in(each.post.posted_link)}
    found: dict[int, Match] = {}
    taken = set()
    for each in seen:
        meant, how = by_id.get(said.get(each.row, 0)), How.SAID
        if meant is None and each.row not in said:
            meant, how = by_key.get(each.key), How.LINK if each.link else How.ID
        if meant is None and each.row not in said:
            meant, how = by_number.get(each.outside_id.rpartition("_")[2]), How.ID
        if meant is not None and (meant.post.id, each.network) not in taken:
            found[each.row] = Match(each, meant.post, how)
            taken.add((meant.post.id, each.network))
    return found


def _around(planned: Sequence[Planned]) -> Mapping[date | None, Sequence[Planned]]:
    """Give for each day the posts that may be meant by one of that day, whatever the clock."""
    found: dict[date | None, list[Planned]] = {}
    for each in planned:
        on = {each.post.publish_at.date(), (each.post.posted_at or each.post.publish_at).date()}
        for day in {day + timedelta(days=apart) for day in on for apart in range(-_FAR.days - 1, _FAR.days + 2)}:
            found.setdefault(day, []).append(each)
    return found


def _day(seen: Seen) -> date | None:
    return seen.at.date() if seen.at is not None else seen.on


def _rated(seen: Seen, planned: Sequence[Planned], zone: ZoneInfo) -> list[_Rated]:
    may_be = (each for each in planned if _may_be_on(seen.network, each))
    rated = [rating for each in may_be if (rating := _rate(seen, each, zone)) is not None]
    return sorted(rated, key=lambda rating: (-rating[0], -rating[2]))


def _may_be_on(network: str, planned: Planned) -> bool:
    """Whether a post of the plan may be on a network: it names that one or none, and no other post there is it."""
    return not planned.is_on(network) and (not network or not planned.networks or network in planned.networks)


def _rate(seen: Seen, planned: Planned, zone: ZoneInfo) -> _Rated | None:
    """Say how well a post of the plan fits; None where it can't be meant."""
    apart = _apart(seen, planned.post, zone)
    if apart is None:
        return None
    alike = share(seen.words, planned.words)
    fits = alike + 1 - apart / (2 * _FAR)
    if not seen.words or not planned.words:
        return (apart <= CLOSE, planned, fits) if apart <= _HOURS else None
    is_sure = (alike >= ALIKE and apart <= _FAR) or (alike >= _HARDLY and apart <= _HOURS)
    is_likely = apart <= CLOSE or (alike >= _HARDLY and apart <= NEAR)
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


def _is_sure(rated: Sequence[_Rated] | None) -> bool:
    """Whether the post that fits best surely fits."""
    return rated[0][0] if rated else False


def _is_tied(rated: Sequence[_Rated]) -> bool:
    """Whether a second post fits about as well as the first."""
    return len(rated) > 1 and rated[1][0] and rated[0][2] - rated[1][2] < 0.15

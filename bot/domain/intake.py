"""What taking a figures file in would add to what is known by now, and what of it is known already.

It is worked out anew whenever the file is shown, from the plan and the numbers as they stand then; `mark` says whether
what is taken in is what was seen. Rows in, decisions out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s
from zoneinfo import ZoneInfo

from bot.domain import file_clock, lead_changes, matching, overlapping, snapshots
from bot.domain.exports import LeadLine, PlaceCount, SpendingLine
from bot.domain.file_clock import Guess
from bot.domain.held import Held
from bot.domain.lead_changes import Changes, Standing
from bot.domain.matching import Match, Matching, Planned
from bot.domain.overlapping import Overlaps
from storage.tables import Figures, PlaceFigures, Spending

Stretch = tuple[str, str, date, date]
SpendingKey = tuple[str, str, date, date]


@dataclass(frozen=True, slots=True)
class Rows:
    """What is known already: the plan with its numbers, numbers of places, spending, and leads.

    `logged` are leads that are known by the ids of the file, `by_hand` counts those that somebody logged by hand on the
    days of the file.
    """

    planned: Sequence[Planned] = ()
    figures: Mapping[int, Sequence[Figures]] | None = None
    places: Sequence[PlaceFigures] = ()
    spending: Sequence[Spending] = ()
    logged: Mapping[str, Standing] = field(default_factory=dict)
    by_hand: int = 0


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file comes to as things stand."""

    matching: Matching
    zone: str
    guess: Guess | None
    fresh: tuple[Match, ...]
    places: tuple[PlaceCount, ...]
    spending: tuple[SpendingLine, ...]
    leads: tuple[LeadLine, ...]
    changes: Changes
    overlaps: Overlaps
    known: int
    not_out_yet: int
    by_hand: int
    mark: str

    @property
    def size(self) -> int:
        """How many rows it would add."""
        return len(self.fresh) + len(self.places) + len(self.spending) + len(self.leads) + self.changes.size


def weigh(held: Held, rows: Rows, *, zone: str, home: ZoneInfo, said: Mapping[int, int]) -> Intake:
    """Say what a file comes to. `zone` is what was answered about its times, `said` what about single posts, by row."""
    guess = file_clock.guess_zone(held.posts, rows.planned, home.key) if held.asks_zone and not zone else None
    read_as = zone or (guess.zone if guess else home.key)
    matched = matching.match(held.posts, rows.planned, zone=ZoneInfo(read_as), said=said)
    fresh = tuple(each for each in matched.found if each.seen.counts and not _is_known(each, rows, home))
    places = _new_places(held.places, rows.places)
    spending = _new_spending(held.spending, rows.spending)
    leads = tuple(line for line in held.leads if line.outside_id not in rows.logged)
    changes = lead_changes.changes(held.leads, rows.logged)
    known = len(matched.found) - len(fresh) - changes.size
    known += sum((len(held.places) - len(places), len(held.spending) - len(spending), len(held.leads) - len(leads)))
    return Intake(
        matching=matched,
        zone=read_as,
        guess=guess,
        fresh=fresh,
        places=places,
        spending=spending,
        leads=leads,
        changes=changes,
        overlaps=overlapping.found(spending, rows.spending),
        known=known,
        not_out_yet=sum(each.post.posted_at is None for each in matched.found),
        by_hand=rows.by_hand,
        mark=_mark(matched, fresh, len(places), len(spending), len(leads), read_as, changes),
    )


def stretch_of(line: PlaceCount | PlaceFigures) -> Stretch:
    """Name what a number of a place is of."""
    return line.place, line.count, line.from_on, line.until_on


def spending_key(line: SpendingLine | Spending) -> SpendingKey:
    """Name what a line of spending is of: the newest of the same ad and stretch counts."""
    return line.network, line.outside_id or line.purpose, line.from_on, line.until_on


def _is_known(match: Match, rows: Rows, home: ZoneInfo) -> bool:
    before = (rows.figures or {}).get(match.post.id or 0, ())
    return snapshots.says_the_same(match.seen.counts, before, match.seen.network, home)


def _new_places(lines: Iterable[PlaceCount], known: Iterable[PlaceFigures]) -> tuple[PlaceCount, ...]:
    newest = {stretch_of(row): row.number for row in known}
    return tuple(line for line in lines if newest.get(stretch_of(line)) != line.number)


def _new_spending(lines: Iterable[SpendingLine], known: Iterable[Spending]) -> tuple[SpendingLine, ...]:
    newest = {spending_key(row): _said_of(row) for row in known}
    return tuple(line for line in lines if newest.get(spending_key(line)) != _said_of(line))


def _said_of(line: SpendingLine | Spending) -> tuple[object, ...]:
    return line.cents, line.currency, line.purpose, line.reach, line.views, line.clicks, line.results


def _mark(matched: Matching, fresh: Sequence[Match], *more: object) -> str:
    found = [(each.seen.row, each.post.id, each.post.posted_at is None) for each in matched.found]
    asked = [(each.seen.row, [post.id for post in each.candidates]) for each in matched.doubtful]
    told = (found, asked, [each.seen.row for each in fresh], more)
    return blake2s(repr(told).encode(), digest_size=8).hexdigest()

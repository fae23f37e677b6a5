"""The rows of a practice's own table, each as what it is said to be.

Words in it become those that Rounds has for sources, stages, networks and purposes, or nothing: no other word of such a
table leaves this module.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import assert_never

from bot.domain import networks, sources
from bot.domain.counts import PLACE_COUNTS
from bot.domain.exports import (
    MEANINGS,
    LeadLine,
    Means,
    PlaceCount,
    PostCounts,
    RowsAre,
    SpendingLine,
    Why,
)
from bot.exports import days, numbers
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched, Row, Values
from bot.exports.headings import folded
from bot.exports.places import Calendar
from bot.exports.posts import network_of
from bot.exports.spending import purpose_of
from storage.tables import Stage

Line = PostCounts | PlaceCount | LeadLine | SpendingLine
_STAGES = (
    (Stage.LOST, ("lost", "no answer", "not interested", "declined", "cancelled", "canceled", "unqualified", "spam")),
    (Stage.STARTED, ("started", "treatment", "accepted", "won", "closed won", "converted", "sold")),
    (Stage.SHOWN, ("shown", "showed", "attended", "seen", "visited", "came in", "completed")),
    (Stage.BOOKED, ("booked", "scheduled", "appointment", "confirmed", "termin", "cita", "agendado", "bokad")),
    (Stage.REACHED, ("reached", "contacted", "called", "spoke", "in contact", "qualified", "erreicht", "contactado")),
    (Stage.NEW, ("new", "open", "neu", "nuevo", "novo", "nouveau", "ny")),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose columns have a meaning, and what its days and amounts are read with."""

    matched: Matched
    given: Given
    calendar: Calendar
    mark: str
    decimal: str | None
    rows_are: RowsAre


def read(table: Table, row: Row, on: date | None, stands_for: str) -> Sequence[Line] | Why:
    """Give what a row says, or why it is left out; `stands_for` is the id of a lead or an amount that has none."""
    number, values = row
    if on is None and (table.rows_are is not RowsAre.POSTS or not table.matched.words(values, Means.LINK)):
        return Why.NO_DAY
    if on is not None and on > table.given.tomorrow:
        return Why.OUTSIDE
    match table.rows_are:
        case RowsAre.LEADS:
            return _lead(table, number, values, on or date.min, stands_for)
        case RowsAre.POSTS:
            return _post(table, number, values, on)
        case RowsAre.DAYS:
            return _days(table, number, values, on or date.min)
        case RowsAre.SPENDING:
            return _spent(table, number, values, on or date.min, stands_for)
        case _:
            assert_never(table.rows_are)


def _lead(table: Table, number: int, values: Values, on: date, stands_for: str) -> list[LeadLine]:
    matched = table.matched
    said = folded(matched.words(values, Means.SAID))
    return [
        LeadLine(
            row=number,
            outside_id=stands_for,
            came_on=on,
            came_at=_moment(matched.cell(values, Means.DAY), on, table.given),
            network=_network(table, values, ""),
            tracked="",
            said=_source(said) if said else "",
            stage=_stage(folded(matched.words(values, Means.STAGE))),
        )
    ]


def _post(table: Table, number: int, values: Values, on: date | None) -> list[PostCounts] | Why:
    matched = table.matched
    link = matched.words(values, Means.LINK)
    counts = counted(matched, number, _cells(matched, values, (str(means) for means in MEANINGS[RowsAre.POSTS][3:])))
    if not counts:
        return Why.NO_NUMBERS
    link = link if link.startswith(("http://", "https://")) else ""
    return [PostCounts(number, _network(table, values, link), "", link, on, None, "", counts)]


def _days(table: Table, number: int, values: Values, on: date) -> list[PlaceCount] | Why:
    matched = table.matched
    until = table.calendar.on(matched.cell(values, Means.UNTIL)) or on
    counts = counted(matched, number, _cells(matched, values, PLACE_COUNTS))
    place = _network(table, values, "")
    found = [PlaceCount(number, place, name, on, max(on, until), count) for name, count in counts.items()]
    return found or Why.NO_NUMBERS


def _spent(table: Table, number: int, values: Values, on: date, stands_for: str) -> list[SpendingLine] | Why:
    matched = table.matched
    currency = matched.currency(Means.SPENT) or table.given.answers.currency
    try:
        spent = numbers.cents(matched.cell(values, Means.SPENT), mark=table.decimal, currency=currency)
    except numbers.NotANumber:
        spent = None
    if spent is None:
        return Why.NO_COST
    purpose = matched.words(values, Means.PURPOSE)
    until = table.calendar.on(matched.cell(values, Means.UNTIL)) or on
    is_tool = folded(purpose) in ("tool", "tools", "software", "subscription")
    counts = counted(matched, number, _cells(matched, values, ("reach", "views", "clicks")))
    return [
        SpendingLine(
            row=number,
            from_on=on,
            until_on=max(on, until),
            purpose="tools" if is_tool else purpose_of(purpose, [purpose]),
            network=_network(table, values, ""),
            cents=spent,
            currency=currency,
            outside_id=stands_for,
            reach=counts.get("reach"),
            views=counts.get("views"),
            clicks=counts.get("clicks"),
        )
    ]


def _cells(matched: Matched, values: Values, names: Iterable[str]) -> Iterator[tuple[str, object]]:
    return ((name, matched.cell(values, name)) for name in names if name in matched.places)


def _network(table: Table, values: Values, link: str) -> str:
    told = networks.named(table.matched.words(values, Means.NETWORK))
    return told[0] if told else network_of(link) or table.given.answers.network


def _source(said: str) -> str:
    """A source in the words that Rounds has for them; any other one is "other"."""
    return sources.kept(sources.usual(said) or "other")


def _stage(said: str) -> str:
    return next((str(stage) for stage, words in _STAGES if any(word in said for word in words)), "") if said else ""


def _moment(value: object, on: date, given: Given) -> datetime | None:
    seen = days.look(value)
    if seen is None or seen.at is None:
        return None
    return datetime.combine(on, seen.at, tzinfo=seen.offset or given.zone).astimezone(UTC)

"""Rows of ads: what each campaign cost over a stretch of days, whatever a file divides it into.

Rows of one campaign and stretch are added up, because a file may have one for each ad, age or platform; people reached
can't be added up and are known only where there is one row. Campaigns are told apart by their ids, and by a mark made
of their names where a file has none.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.exports import Asks, Question, Skipped, SpendingLine, Why
from bot.exports import days
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched, Row, Values
from bot.exports.headings import folded
from bot.exports.numbers import NotANumber, cents, decimal_mark, identifier
from storage.tables import AdKind

_LEVELS = (("campaign_id", "campaign"), ("set_id", "set"), ("ad_id", "ad"))
_COUNTS = ("reach", "views", "clicks", "results")
_TOTAL = re.compile(
    r"(?:totals?|totales|totais|totalt|gesamt|insgesamt|summe|summa)\s*(?::.*|--.*|)", re.IGNORECASE | re.DOTALL
)
_ALL = frozenset({"all", "todas", "todos", "toutes", "tous", "alle", "alla"})
_CURRENCIES = ("USD", "CAD", "EUR", "GBP")
_AGAIN = ("retarget", "remarket", "reengage", "re engage", "wiederansprache", "recibl", "warm audience")
_PURPOSES = (
    (AdKind.LEAD_GENERATION, ("lead", "clientes potenciales", "prospect", "cadastro", "messaging conversation")),
    (AdKind.AWARENESS, ("awareness", "reconocimiento", "reconhecimento", "bekanntheit", "notoriete", "kannedom")),
    (AdKind.AWARENESS, ("reach", "thruplay", "impressions", "video view", "ad recall", "alcance", "reichweite")),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a row, or a whole file, is about."""

    from_on: date
    until_on: date


Results = Callable[[Values], object]
"""Gives what a row counts as leads or conversations begun, None where it counts something else."""


def read(
    matched: Matched,
    given: Given,
    *,
    network: str,
    results: Results,
    whole: Stretch | None = None,
    likely: bool | None = None,
) -> tuple[list[SpendingLine], list[Question | None]]:
    """Read the spending of a table; `whole` is what all of the file is about where its rows have no days."""
    rows = [(number, matched.known(values)) for number, values in matched.rows]
    mark = decimal_mark(matched.cell(values, "spent") for _, values in rows)
    order = days.order_of(
        (matched.cell(values, name) for _, values in rows for name in ("on", "until")), given, likely=likely
    )
    has_days = "on" in matched.places
    whole = whole or _answered(given)
    if not has_days and whole is None:
        return [], [Question(Asks.PERIOD)]
    lines: list[SpendingLine] = []
    for row in rows:
        stretch = _stretch(matched, row[1], order) if has_days else whole
        line = _line(matched, row, stretch, mark=mark, network=network, results=results, given=given)
        if isinstance(line, Why):
            matched.skipped.append(Skipped(row[0], line))
        else:
            lines.append(line)
    unknown = any(not line.currency for line in lines)
    money = Question(Asks.CURRENCY, likely=_CURRENCIES[0], choices=_CURRENCIES) if unknown else None
    return _added_up(lines), [order.question, money]


def purpose_of(objective: str, names: Iterable[str]) -> str:
    """Tell what an ad is for from its objective, or from names that say it is shown again to people who know us."""
    if any(word in folded(name) for name in names for word in _AGAIN):
        return str(AdKind.RETARGETING)
    plain = folded(objective)
    return next((str(kind) for kind, words in _PURPOSES if any(word in plain for word in words)), "")


def _answered(given: Given) -> Stretch | None:
    first, last = given.answers.from_on, given.answers.until_on
    return Stretch(first, last or first) if first else None


def _stretch(matched: Matched, values: Values, order: days.Order) -> Stretch | None:
    first = order.on(matched.cell(values, "on"))
    last = order.on(matched.cell(values, "until"))
    return Stretch(first, last if last and last >= first else first) if first else None


def _line(
    matched: Matched,
    row: Row,
    stretch: Stretch | None,
    *,
    mark: str | None,
    network: str,
    results: Results,
    given: Given,
) -> SpendingLine | Why:
    number, values = row
    outside_id, name = _who(matched, values)
    if not outside_id or _is_total(matched, values):
        return Why.TOTAL
    if stretch is None:
        return Why.NO_DAY
    if stretch.from_on > given.tomorrow:
        return Why.OUTSIDE
    currency = matched.currency("spent") or matched.words(values, "currency").upper()[:3] or given.answers.currency
    spent = _spent(matched, row, mark=mark, currency=currency)
    if spent is None:
        return Why.NO_COST
    cells: Mapping[str, object] = {name: matched.cell(values, name) for name in _COUNTS} | {"results": results(values)}
    names = [matched.words(values, each) for _, each in _LEVELS]
    return SpendingLine(
        row=number,
        from_on=stretch.from_on,
        until_on=stretch.until_on,
        purpose=purpose_of(matched.words(values, "objective"), names),
        network=_platform(matched.words(values, "platform")) or network,
        cents=spent,
        currency=currency,
        outside_id=outside_id,
        name=name,
        **counted(matched, number, cells.items()),
    )


def _spent(matched: Matched, row: Row, *, mark: str | None, currency: str) -> int | None:
    """The hundredths of an amount; None where there is none, which is noted where something else stands there."""
    try:
        return cents(matched.cell(row[1], "spent"), mark=mark, currency=currency)
    except NotANumber:
        matched.skipped.append(Skipped(row[0], Why.NOT_A_NUMBER, matched.heading("spent")))
        return None


def _who(matched: Matched, values: Values) -> tuple[str, str]:
    """The id and the name of what a row is about, at the highest level that the file has."""
    for id_column, name_column in _LEVELS:
        if id_column in matched.places or name_column in matched.places:
            found, is_whole = identifier(matched.cell(values, id_column))
            name = matched.words(values, name_column)
            return (found if found and is_whole else _mark(name)), name
    return "", ""


def _mark(name: str) -> str:
    return f"name-{hashlib.sha256(folded(name).encode()).hexdigest()[:12]}" if folded(name) else ""


def _is_total(matched: Matched, values: Values) -> bool:
    """Whether the words of a row, or those in its column of days, say that it adds up others."""
    is_total = any(isinstance(value, str) and _TOTAL.fullmatch(value.strip()) for value in values)
    return is_total or folded(matched.cell(values, "on")) in _ALL


def _platform(words: str) -> str:
    plain = folded(words)
    return plain if plain in ("facebook", "instagram") else ""


def _added_up(lines: Sequence[SpendingLine]) -> list[SpendingLine]:
    kept: dict[tuple[object, ...], SpendingLine] = {}
    for line in lines:
        key = (line.outside_id, line.from_on, line.until_on, line.network, line.currency)
        kept[key] = _together(kept[key], line) if key in kept else line
    return list(kept.values())


def _together(line: SpendingLine, other: SpendingLine) -> SpendingLine:
    """Two rows of one campaign as one; a count that one of them doesn't know isn't known of both."""
    return replace(
        line,
        purpose=line.purpose if line.purpose == other.purpose else "",
        cents=line.cents + other.cents,
        reach=None,
        views=_sum(line.views, other.views),
        clicks=_sum(line.clicks, other.clicks),
        results=_sum(line.results, other.results),
    )


def _sum(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second

"""What is held of a figures file until it is taken in or set aside: its rows as plain values, and no text of anybody's.

Of a post's words only the fingerprint is held, of an ad its id, of a lead nothing that its person wrote. All of it is
forgotten once the file is taken in or set aside. It refuses to know how a file is read.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Self

from bot.domain import posts
from bot.domain.errors import Misread
from bot.domain.exports import (
    Asks,
    Column,
    Export,
    Form,
    Holds,
    LeadLine,
    Means,
    PlaceCount,
    Question,
    RowsAre,
    SpendingLine,
    Table,
    Why,
)
from bot.domain.matching import Seen, fingerprint


@dataclass(frozen=True, slots=True)
class Held:
    """One file, as `Export` has it, without texts. `counted_on` is the day that lifetime counts are of."""

    form: Form
    network: str
    columns_known: int
    columns_total: int
    counted_on: date
    posts: tuple[Seen, ...] = ()
    places: tuple[PlaceCount, ...] = ()
    spending: tuple[SpendingLine, ...] = ()
    leads: tuple[LeadLine, ...] = ()
    left_out: tuple[tuple[Why, int], ...] = ()
    cells_left_out: int = 0
    questions: tuple[Question, ...] = ()
    dropped: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    table: Table | None = None
    rows_are: RowsAre | None = None
    covers_from: date | None = None
    covers_until: date | None = None

    @classmethod
    def of(cls, export: Export, counted_on: date) -> Self:
        """Hold what a file says."""
        return cls(
            form=export.form,
            network=export.network,
            columns_known=export.columns_known,
            columns_total=export.columns_total,
            counted_on=counted_on,
            posts=tuple(
                Seen(
                    row=post.row,
                    link=_safe(post.link),
                    outside_id=post.outside_id,
                    on=post.on,
                    at=post.at,
                    words=fingerprint(post.text),
                    counts=post.counts,
                    network=post.network,
                    kind=post.kind,
                )
                for post in export.posts
            ),
            places=export.places,
            spending=tuple(replace(line, name="") for line in export.spending),
            leads=export.leads,
            left_out=export.left_out,
            cells_left_out=sum(1 for skipped in export.skipped if skipped.column),
            questions=export.questions,
            dropped=export.dropped,
            beside=export.beside,
            table=export.table,
            rows_are=export.rows_are,
            covers_from=export.covers_from,
            covers_until=export.covers_until,
        )

    @property
    def lines(self) -> int:
        """How many rows would be taken in at most."""
        return len(self.posts) + len(self.places) + len(self.spending) + len(self.leads)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What has to be answered before anything can be taken in; a time zone can be guessed."""
        return tuple(question for question in self.questions if question.asks is not Asks.TIME_ZONE)

    @property
    def asks_zone(self) -> bool:
        """Whether the times in it are in a time zone that it doesn't name."""
        return any(question.asks is Asks.TIME_ZONE for question in self.questions)

    def to_json(self) -> dict[str, Any]:
        """The file as plain values to keep for a while."""
        table = self.table
        return {
            "form": self.form,
            "network": self.network,
            "columns": [self.columns_known, self.columns_total],
            "counted_on": self.counted_on.isoformat(),
            "posts": [_post_to_json(post) for post in self.posts],
            "places": [_plain(asdict(line)) for line in self.places],
            "spending": [_plain(asdict(line)) for line in self.spending],
            "leads": [_plain(asdict(line)) for line in self.leads],
            "left_out": [[why, number] for why, number in self.left_out],
            "cells_left_out": self.cells_left_out,
            "questions": [_plain(asdict(question)) for question in self.questions],
            "dropped": list(self.dropped),
            "beside": list(self.beside),
            "table": {"mark": table.mark, "columns": [_plain(asdict(one)) for one in table.columns]} if table else None,
            "rows_are": self.rows_are,
            "covers": [_said(self.covers_from), _said(self.covers_until)],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """The file that was kept as `to_json` gives it."""
        table = kept["table"]
        first, last = (_day(words) for words in kept["covers"])
        return cls(
            form=Form(kept["form"]),
            network=kept["network"],
            columns_known=kept["columns"][0],
            columns_total=kept["columns"][1],
            counted_on=date.fromisoformat(kept["counted_on"]),
            posts=tuple(_post(post) for post in kept["posts"]),
            places=tuple(PlaceCount(**_with_days(line, "from_on", "until_on")) for line in kept["places"]),
            spending=tuple(SpendingLine(**_with_days(line, "from_on", "until_on")) for line in kept["spending"]),
            leads=tuple(LeadLine(**_with_days(line, "came_on") | {"came_at": _at(line)}) for line in kept["leads"]),
            left_out=tuple((Why(why), number) for why, number in kept["left_out"]),
            cells_left_out=kept["cells_left_out"],
            questions=tuple(_question(question) for question in kept["questions"]),
            dropped=tuple(kept["dropped"]),
            beside=tuple(kept.get("beside", ())),
            table=Table(table["mark"], tuple(_column(one) for one in table["columns"])) if table else None,
            rows_are=RowsAre(kept["rows_are"]) if kept["rows_are"] else None,
            covers_from=first,
            covers_until=last,
        )


def _safe(link: str) -> str:
    """Give a link that can be shown, which a file may not hold; "" otherwise."""
    try:
        return posts.link(link, field="link")
    except Misread:
        return ""


def _post_to_json(post: Seen) -> list[Any]:
    at = post.at.isoformat() if post.at else None
    return [post.row, post.network, post.outside_id, post.link, _said(post.on), at, post.words.hex(),
            dict(post.counts), post.kind]  # fmt: skip


def _post(kept: list[Any]) -> Seen:
    row, network, outside_id, link, on, at, words, counts, kind = kept
    seen_at = datetime.fromisoformat(at) if at else None
    return Seen(row, link, outside_id, _day(on), seen_at, bytes.fromhex(words), counts, network, kind)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _with_days(kept: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**kept, **{name: date.fromisoformat(kept[name]) for name in names}}


def _question(kept: Mapping[str, Any]) -> Question:
    return Question(Asks(kept["asks"]), kept["example"], kept["likely"], tuple(kept["choices"]))


def _column(kept: Mapping[str, Any]) -> Column:
    return Column(kept["heading"], Holds(kept["holds"]), kept["different"], Means(kept["likely"]))


def _at(kept: Mapping[str, Any]) -> datetime | None:
    return datetime.fromisoformat(kept["came_at"]) if kept["came_at"] else None


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def _said(on: date | None) -> str | None:
    return on.isoformat() if on else None

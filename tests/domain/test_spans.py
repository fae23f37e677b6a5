"""Months, quarters and years: written, named, walked, narrowed and added up."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.when import Reading, read_span
from bot.domain import filters
from bot.domain.cadence import Entry, Standing
from bot.domain.errors import Misread
from bot.domain.practice import DEFAULT_OPENING
from bot.domain.spans import Size, Span
from bot.domain.totals import add_up
from storage.tables import Post, Slot, Step

NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
READING = Reading(now=NOW, zone=ZoneInfo("America/New_York"), day_first=False, opening=DEFAULT_OPENING)
SPANS = st.builds(Span.of, st.dates(date(2001, 2, 1), date(2090, 1, 1)), st.sampled_from(Size))


@given(SPANS)
def test_spans_of_a_size_follow_each_other_without_a_gap_and_can_be_written_and_read(span: Span) -> None:
    assert span.next().previous() == span
    assert span.next().first == span.last + timedelta(days=1)
    assert Span.parse(str(span)) == span
    months = span.months()
    assert (months[0].first, months[-1].last) == (span.first, span.last)
    assert span.around(Size.YEAR).first <= span.first


@pytest.mark.parametrize(
    ("words", "size", "meant"),
    [
        ("", Size.MONTH, "2026-11"),
        ("this", Size.MONTH, "2026-11"),
        ("next", Size.MONTH, "2026-12"),
        ("last", Size.MONTH, "2026-10"),
        ("December", Size.MONTH, "2026-12"),
        ("sept.", Size.MONTH, "2026-09"),
        ("jan", Size.MONTH, "2027-01"),
        ("may 2027", Size.MONTH, "2027-05"),
        ("2026-12", Size.MONTH, "2026-12"),
        ("", Size.QUARTER, "2026-Q4"),
        ("q1", Size.QUARTER, "2027-Q1"),
        ("Q3 2025", Size.QUARTER, "2025-Q3"),
        ("2027-Q2", Size.QUARTER, "2027-Q2"),
        ("next quarter", Size.QUARTER, "2027-Q1"),
        ("", Size.YEAR, "2026"),
        ("next", Size.YEAR, "2027"),
        ("2025", Size.YEAR, "2025"),
    ],
)
def test_people_name_a_span_in_many_ways(words: str, size: Size, meant: str) -> None:
    assert str(read_span(words, size, READING)) == meant


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("smarch", Size.MONTH),
        ("2026-13", Size.MONTH),
        ("q5", Size.QUARTER),
        ("december", Size.QUARTER),
        ("26", Size.YEAR),
        ("2026-12", Size.YEAR),
        ("de", Size.MONTH),
    ],
)
def test_what_is_no_such_span_is_refused_with_an_example(words: str, size: Size) -> None:
    with pytest.raises(Misread) as refused:
        read_span(words, size, READING)
    example = (refused.value.hint or "").removeprefix("For example: ")
    assert Span.parse({"december": "2026-12", "q1": "2027-Q1"}.get(example, example)).size is size


def entry(
    kind: str, *, post: bool = True, slot: bool = True, standing: Standing = Standing.PLANNED, **given_: str
) -> Entry:
    on = date(2026, 11, 26)
    made = Post(id=1, workspace_id=1, number=1, on=on, publish_at=NOW, kind=kind, what="x", added_at=NOW, **given_)
    place = Slot(id=1, workspace_id=1, weekday=3, kind=kind) if slot else None
    return Entry(on, NOW, kind, place, made if post else None, standing)


ANSWERED = {"why": "faces", "network": "IG", "takes": "ten minutes"}
STEP = Step(workspace_id=1, post_id=1, task="photo", owner_id=7, due_at=NOW)


@pytest.mark.parametrize(
    ("only", "shown", "is_shown"),
    [
        (("human",), entry("human"), True),
        (("human",), entry("service"), False),
        (("human", "service"), entry("service"), True),
        (("human",), entry("human", post=False, standing=Standing.FREE), True),
        (("instagram",), entry("human", network="insta and FB"), True),
        (("instagram",), entry("human", network="Facebook"), False),
        (("instagram",), entry("human", post=False), False),
        (("mine",), entry("human"), True),
        (("mine",), entry("human", post=False), False),
        (("human", "mine"), entry("service"), False),
        (("open",), entry("human", post=False, standing=Standing.FREE), True),
        (("open",), entry("human", post=False, standing=Standing.LEFT_EMPTY), False),
        (("open",), entry("human"), True),
        (("open",), entry("human", **ANSWERED), True),
        (("open",), entry("human", standing=Standing.POSTED), False),
    ],
)
def test_each_word_leaves_what_it_says(only: filters.Only, shown: Entry, *, is_shown: bool) -> None:
    assert bool(filters.keep([shown], only, steps={1: [STEP]}, member_id=7)) == is_shown


def test_a_post_with_nothing_open_is_not_open_and_not_somebody_elses() -> None:
    done = Step(workspace_id=1, post_id=1, task="photo", owner_id=7, due_at=NOW, accepted_at=NOW)
    shown = entry("human", **ANSWERED)
    assert filters.keep([shown], ("open",), steps={1: [done]}, member_id=7) == ()
    assert filters.keep([shown], ("mine",), steps={1: [done]}, member_id=8) == ()


def test_words_that_narrow_are_read_as_people_write_them() -> None:
    assert [filters.word(typed) for typed in ("Mine", "#human", "IG", "twitter", "soon", "next")] == [
        "mine",
        "human",
        "instagram",
        "x",
        "",
        "",
    ]


def test_places_and_extra_posts_are_added_up_apart() -> None:
    entries = [
        entry("human", standing=Standing.POSTED),
        entry("service", post=False, standing=Standing.FREE),
        entry("human", slot=False),
    ]
    (total,) = add_up(entries, [(date(2026, 11, 1), date(2026, 11, 30))])
    assert (total.places, total.filled, total.posts, total.posted, dict(total.kinds)) == (2, 1, 2, 1, {"human": 2})
    assert add_up(entries, [(date(2026, 12, 1), date(2026, 12, 31))])[0].posts == 0

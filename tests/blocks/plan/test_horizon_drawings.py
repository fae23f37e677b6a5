"""A month, a quarter and a year hold Slack's limits however full they are, and can be said where no table is shown."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from bot.blocks.draw import draw
from bot.blocks.surfaces import Message, shown_in_modal
from bot.commands import buttons
from bot.commands.vocabulary import OpenPost, ShowSpan
from bot.domain.cadence import Entry, Standing
from bot.domain.outcomes.plan import MonthShown, SpanSummed
from bot.domain.spans import Size, Span
from bot.domain.totals import add_up
from simulator.drawing import text
from storage.tables import Slot
from tests.blocks.plan.test_plan_drawings import NEW_YORK, NOW, post

NOVEMBER = Span(2026, Size.MONTH, 11)
HUMAN = Slot(id=2, workspace_id=1, weekday=3, at=time(16), kind="human")


def entry(on: date, what: str = "", standing: Standing = Standing.PLANNED, number: int = 1) -> Entry:
    at = datetime.combine(on, time(21), UTC)
    made = post(what, number, on=on, publish_at=at) if what else None
    return Entry(on, at, "human", HUMAN, made, standing)


def month(*entries: Entry, **given_: object) -> MonthShown:
    return MonthShown(NOVEMBER, NOW, NEW_YORK, tuple(entries), **given_)


def drawn(outcome: MonthShown | SpanSummed) -> Message:
    made = draw(outcome)
    assert isinstance(made, Message)
    return made


def test_a_month_is_a_calendar_with_its_days_in_weeks() -> None:
    shown = drawn(
        month(
            entry(date(2026, 11, 2), "Whitening without the sting", Standing.POSTED),
            entry(date(2026, 11, 26), "Meet our hygienist", number=2),
            entry(date(2026, 11, 28), standing=Standing.FREE),
            closed_on=frozenset({date(2026, 11, 26)}),
        )
    )
    assert text(shown.blocks) == snapshot("""\
November 2026: 2 of 3 places filled.
Mon                        | Tue | Wed | Thu                            | Fri | Sat        | Sun
------------------------------------------------------------------------------------------------
                           |     |     |                                |     |            | 1
2 ✓ Whitening without the… | 3   | 4   | 5                              | 6   | 7          | 8
9                          | 10  | 11  | 12                             | 13  | 14         | 15
16                         | 17  | 18  | 19                             | 20  | 21         | 22
23 today                   | 24  | 25  | 26 closed ● Meet our hygienist | 27  | 28 ○ human | 29
30                         |     |     |                                |     |            |
✓ posted · ● planned · ? planned but not seen · ○ free · - left empty
(Open a post v)
[October 2026] [Add a post] [December 2026] [The quarter]\
""")
    assert shown.text == "November 2026: 2 of 3 places filled."


def test_the_same_month_is_said_in_lines_where_no_table_fits() -> None:
    shown = drawn(
        month(entry(date(2026, 11, 26), "Meet our hygienist"), entry(date(2026, 11, 28), standing=Standing.FREE))
    )
    lines = text(shown_in_modal(shown).view["blocks"])
    assert "● Thu 26 Nov, 4:00 PM  Meet our hygienist" in lines
    assert "○ Sat 28 Nov, 4:00 PM  human, free" in lines


def test_a_post_of_the_month_is_opened_from_its_menu() -> None:
    shown = drawn(month(entry(date(2026, 11, 26), "Meet our hygienist", number=7)))
    (menu,) = [e for block in shown.blocks for e in block.get("elements", ()) if e.get("type") == "static_select"]
    assert buttons.read(menu["action_id"], menu["options"][0]["value"]) == OpenPost(7)


def test_what_is_left_out_is_said_and_can_be_shown_again() -> None:
    shown = drawn(month(entry(date(2026, 11, 26), "Meet us"), only=("human", "mine"), hidden=2))
    assert "Only human and yours. 2 more entries left out here." in text(shown.blocks)
    values = [e for block in shown.blocks for e in block.get("elements", ()) if e.get("type") == "button"]
    found = [buttons.read(e["action_id"], e["value"]) for e in values]
    assert ShowSpan(NOVEMBER) in found
    assert ShowSpan(NOVEMBER.next(), ("human", "mine")) in found


ODD = st.one_of(st.text(min_size=1, max_size=300), st.sampled_from(["<!channel> *x* &&&", "&" * 400, "مرحبا" * 50]))


@given(st.lists(st.tuples(st.integers(0, 29), ODD, st.sampled_from(Standing)), max_size=150))
@settings(deadline=None, max_examples=25)
def test_a_month_can_be_drawn_however_full_it_is(filled: list[tuple[int, str, Standing]]) -> None:
    entries = [
        entry(date(2026, 11, 1) + timedelta(days=day), words, standing, number)
        for number, (day, words, standing) in enumerate(filled, 1)
    ]
    shown = drawn(month(*entries))
    assert len(shown.blocks) <= 50
    assert len(str(shown.blocks)) < 60_000
    assert shown.plain is not None
    assert len(shown.plain) <= 50
    shown_in_modal(shown)


@pytest.mark.parametrize("span", [Span(2026, Size.QUARTER, 4), Span(2026, Size.YEAR)])
def test_a_longer_span_is_added_up_line_by_line(span: Span) -> None:
    entries = [entry(date(2026, 11, 26), "Meet us", Standing.POSTED), entry(date(2026, 12, 3), standing=Standing.FREE)]
    months = [(each.first, each.last) for each in span.months()]
    whole = add_up(entries, [(span.first, span.last)])[0]
    shown = drawn(SpanSummed(span, date(2026, 11, 23), add_up(entries, months), whole))
    assert "1 of 2 places filled, 1 post, 1 out." in shown.text
    said = text(shown_in_modal(shown).view["blocks"])
    assert "1 of 1 place filled, 1 post, 1 out." in said
    assert text(shown.blocks).count("\n") >= len(months) + 3

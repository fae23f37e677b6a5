"""What is written comes back the same, in a workbook and in a CSV file, whatever people have typed."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from plan_lines import line

from bot.domain.networks import NETWORKS
from bot.domain.posts import keepable
from bot.domain.sheet import ANSWERS, COLUMNS, Holds, Sheet, columns_for
from bot.sheets import separated, workbook
from storage.tables import GoalKind, Kind, Maker, Shape

TODAY = date(2026, 11, 23)
TYPED = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["=1+1", "+49 30", "-5 %", "@ben", "'quoted", "_x0041_", "a\tb\nc", "\x07", "3/4", "TRUE", "00123"]
    ),
).map(keepable)
LINES = st.lists(
    st.fixed_dictionaries(
        {
            "on": st.dates(date(2026, 11, 1), date(2027, 11, 1)).map(str),
            "at": st.times().map(lambda at: at.strftime("%H:%M")),
            "kind": st.sampled_from([kind.value for kind in Kind]),
            "what": TYPED.filter(bool),
            "goal": st.sampled_from(["", *(goal.value for goal in GoalKind)]),
            "shape": st.sampled_from(["", *(shape.value for shape in Shape)]),
            "made_by": st.sampled_from([maker.value for maker in Maker]),
            **dict.fromkeys(("why", "link", "takes", "shows", "caption:", "caption:x", "caption:facebook"), TYPED),
            "network": st.sampled_from(["", "IG", "Instagram and FB", "the newsletter"]),
        }
    ),
    max_size=5,
).map(lambda plans: [line(number, **plan) for number, plan in enumerate(plans, 1)])


def said(sheet: Sheet) -> list[dict[str, str]]:
    assert sheet.problems == ()
    return [{**dict.fromkeys(ANSWERS, ""), **each.given} for each in sheet.lines]


@settings(max_examples=10, deadline=None)
@given(LINES)
def test_a_plan_comes_back_from_a_workbook_as_it_was(lines: list[dict[str, str]]) -> None:
    assert said(workbook.read(workbook.write(lines, today=TODAY), day_first=False)) == lines


@settings(max_examples=40, deadline=None)
@given(LINES)
def test_a_plan_comes_back_from_a_csv_file_as_it_was(lines: list[dict[str, str]]) -> None:
    assert said(separated.read(separated.write(lines), day_first=False)) == lines


@pytest.mark.parametrize("typed", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)"])
def test_no_spreadsheet_reckons_with_what_somebody_typed(typed: str) -> None:
    lines = [line(1, what=typed)]
    assert f",'{typed}".encode() in separated.write(lines)
    book = load_workbook(io.BytesIO(workbook.write(lines, today=TODAY)))
    assert book["Plan"]["E2"].value == typed
    assert book["Plan"]["E2"].data_type == "s"


def test_what_stands_in_for_a_picture_is_told_and_no_answer() -> None:
    lines = [line(1, substitute="graphic"), line(2, on="2026-12-03")]
    for back in (
        workbook.read(workbook.write(lines, today=TODAY), day_first=False),
        separated.read(separated.write(lines), day_first=False),
    ):
        assert [each.given.get("substitute", "") for each in back.lines] == ["graphic", ""]
    assert "substitute" not in ANSWERS


def test_every_column_can_be_worked_in() -> None:
    book = load_workbook(io.BytesIO(workbook.write([line(1), line(2, on="2026-12-03")], today=TODAY)))
    plan = book["Plan"]
    own_words = {"Substitute", *(f"Caption {network.name}" for network in NETWORKS.values())}
    assert [cell.value for cell in plan[1]] == [one.heading for one in COLUMNS if one.heading not in own_words]
    assert plan.freeze_panes == "C2"
    offered = {str(each.sqref)[0]: each.formula1 for each in plan.data_validations.dataValidation if each.formula1}
    assert offered["D"] == '"service,human,community"'
    assert {column.field for column in COLUMNS if column.holds is not Holds.WORDS} == {"number", "on", "at", "version"}


def test_a_network_has_a_column_where_a_post_names_it_or_has_words_for_it() -> None:
    lines = [line(1, network="IG and X"), line(2, network="", **{"caption:threads": "Short"})]
    own = [column.heading for column in columns_for(lines) if column.heading.startswith("Caption ")]
    assert own == ["Caption Instagram", "Caption X", "Caption Threads"]


def test_each_month_is_a_calendar_to_look_at() -> None:
    lines = [line(1), line(2, on="2026-12-03", what="Open day", status="posted"), line(3, on="2026-12-03", at="18:00")]
    book = load_workbook(io.BytesIO(workbook.write(lines, today=TODAY)))
    assert book.sheetnames == ["Plan", "Nov 2026", "Dec 2026"]
    december = book["Dec 2026"]
    assert [cell.value for cell in december[2]][:2] == ["Monday", "Tuesday"]
    assert december["D3"].value == "3\n16:00 human ✓\nOpen day\n18:00 human\nMeet our hygienist"
    assert december["A3"].value is None  # the Monday of that week is still November's

"""Looking at the plan from further away and more narrowly: months, quarters, years, and only a part of it."""

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice


@pytest.fixture
def planned(office: Practice) -> Practice:
    """A few posts in November and December, some Ben's."""
    ana = office.person("ana")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ana.types("/plan add sat 10am Food drive #community")
    ana.types("/plan add dec 7 10am Night guards #service @ben")
    return office


def test_a_month_is_a_calendar_from_which_a_post_is_opened(planned: Practice) -> None:
    ana = planned.person("ana")
    assert ana.types("/plan month") == snapshot("""\
November 2026: 2 of 4 places filled.
Mon                | Tue | Wed | Thu                     | Fri | Sat             | Sun
--------------------------------------------------------------------------------------
                   |     |     |                         |     |                 | 1
2                  | 3   | 4   | 5                       | 6   | 7               | 8
9                  | 10  | 11  | 12                      | 13  | 14              | 15
16                 | 17  | 18  | 19                      | 20  | 21              | 22
23 today ○ service | 24  | 25  | 26 ● Meet our hygienist | 27  | 28 ● Food drive | 29
30 ○ service       |     |     |                         |     |                 |
✓ posted · ● planned · ? planned but not seen · ○ free · - left empty
(Open a post v)
[October 2026] [Add a post] [December 2026] [The quarter]\
""")
    card = ana.picks("Open a post", "Thu 26 Nov: Meet our hygienist")
    assert "Thu 26 Nov, 4:00 PM, a human post" in card
    ana.closes()
    december = ana.clicks("December 2026")
    assert "December 2026: 1 of 13 places filled." in december
    assert "7 ● Night guards" in december
    assert ana.types("/plan month december") == december
    assert 'I can\'t read "smarch" as a month.' in ana.types("/plan month smarch")


def test_a_view_is_narrowed_by_person_kind_network_and_what_is_still_open(planned: Practice) -> None:
    ana, ben = planned.people("ana", "ben")
    mine = ben.types("/plan mine")
    assert "Only yours. 2 more entries left out here." in mine
    assert "Meet our hygienist" in mine
    assert "Food drive" not in mine
    assert "Food drive" in ben.clicks("Show all")
    assert "Food drive" not in ana.types("/plan #human")
    assert "Night guards" in ana.types("/plan month december service")
    assert "Night guards" not in ana.types("/plan month december human")
    assert "Nothing like that this week." in ana.types("/plan this instagram")
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Change it")
    ana.fills_in({"Where does it go out?": "Insta and Facebook"})
    ana.submits()
    ana.closes()
    assert "Meet our hygienist" in ana.types("/plan instagram")
    assert "Meet our hygienist" in ana.types("/plan open")


def test_a_quarter_and_a_year_are_added_up(planned: Practice) -> None:
    ana = planned.person("ana")
    quarter = ana.types("/plan quarter")
    assert "Quarter 4 of 2026: 3 of 17 places filled, 3 posts, 0 out." in quarter
    year = ana.clicks("The year")
    assert "2026: 3 of 17 places filled, 3 posts, 0 out." in year
    assert "November 2026" in year
    assert "2027: 0 of 156 places filled" in ana.types("/plan year next")


def test_the_plan_in_the_channel_is_edited_as_the_week_fills_and_never_posted_again(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    office.skip_to("monday 9:30")
    assert "None of 3 places filled." in ana.sees("#social")
    messages = len(office.workspace.channel("#social").messages)
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ana.types("/plan add sat 10am Food drive #community")
    office.skip_to("monday 9:32")
    assert "2 of 3 places filled." in ana.sees("#social")
    assert "photo: Ben is asked" in ana.sees("#social")
    assert len(office.slack.journal.entries("chat.update")) == 1
    ben.clicks("I'll do it")
    office.skip_to("monday 9:34")
    assert "photo: Ben \u00b7 caption" in ana.sees("#social")
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Change it")
    ana.fills_in({"What is it about?": "Meet Dana", "Which day?": "2026-11-27"})
    ana.submits()
    ana.closes()
    office.skip_to("monday 9:36")
    shown = ana.sees("#social")
    assert "Fri 27 Nov, 4:00 PM, human (extra)" in shown
    assert "Meet Dana" in shown
    edits = len(office.slack.journal.entries("chat.update"))
    ana.types("/plan add 2027-01-07 4pm Cake day #human")
    office.skip_to("monday 9:50")
    assert len(office.slack.journal.entries("chat.update")) == edits
    assert len(office.workspace.channel("#social").messages) == messages


def test_the_home_board_shows_two_weeks_that_a_click_narrows_and_any_post_opens(planned: Practice) -> None:
    ana, ben = planned.people("ana", "ben")
    ana.types("/plan add dec 3 4pm Twenty years of Sarah #human")
    board = ben.opens_home()
    assert "Next week" in board
    assert "Twenty years of Sarah (human): planned" in board
    assert "[Yours] [Still open] [Service] [Human] [Community]" in board
    board = ben.clicks("Human")
    assert "Food drive" not in board
    assert "Twenty years of Sarah" in board
    board = ben.clicks("Yours")
    assert "Meet our hygienist" in board
    assert "Twenty years of Sarah" not in board
    assert "Nothing like that this week." in board
    assert "Food drive" in ben.clicks("Show all")
    assert "Twenty years of Sarah" in ben.picks("Open a post", "Thu 3 Dec: Twenty years of Sarah")
    ben.clicks("Change it")
    ben.fills_in({"What is it about?": "Sarah, twenty years on"})
    assert "Sarah, twenty years on" in ben.submits()
    assert "Sarah, twenty years on (human): planned" in ben.home

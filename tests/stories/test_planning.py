"""Planning as the practice does it: set-up with slips of the pen, adding, undoing, filling a place from the channel."""

import pytest

from simulator.people import Practice


@pytest.fixture
def week(practice: Practice) -> Practice:
    """The practice on Monday at nine, set up by Ana."""
    ana = practice.person("ana")
    ana.types("/rounds setup")
    ana.fills_in({"Where does the weekly digest go?": ["#social"]})
    ana.submits()
    ana.closes()
    return practice


def test_a_slip_in_the_set_up_form_is_said_beside_its_field_and_nothing_is_lost(practice: Practice) -> None:
    ana, ben = practice.people("ana", "ben")
    ana.types("/rounds setup")
    form = ana.fills_in(
        {
            "Open on Monday": "8-12, 11-17",
            "Days you are closed": "nov 26",
            "Where does the weekly digest go?": ["#social"],
        }
    )
    assert "America/New York" in form
    refused = ana.submits()
    assert "One stretch closes at 12:00 PM and the next already opens at 11:00 AM." in refused
    assert "Days you are closed (optional): nov 26" in refused
    assert "not set up here yet" in ben.types("/plan")
    ana.fills_in({"Open on Monday": "8-12, 13-17"})
    assert "Rounds is set up. You lead the program." in ana.submits()
    assert "The practice is closed on Thu 26 Nov." in ben.types("/plan")
    assert "Ana can change them." in ben.types("/rounds setup")


def test_a_post_is_undone_once_and_its_place_is_free_again(week: Practice) -> None:
    ana, ben = week.people("ana", "ben")
    assert ana.types("/plan add thu 4pm <!channel> Meet us #human @ben").startswith(
        "Thu 26 Nov, 4:00 PM: <!channel> Meet us fills Thursday's human place.\nPhoto: Ben is asked."
    )
    assert "[I'll do it]" in ben.last_message
    assert "is out of the plan. Ben won't be reminded of it." in ana.clicks("Undo")
    assert "[I'll do it]" not in ben.last_message
    assert "Thu 26 Nov, 4:00 PM, human\nfree: the people behind the practice" in ana.types("/plan")


def test_the_monday_plan_fills_a_place_from_the_channel_and_a_passed_place_is_marked_posted(week: Practice) -> None:
    ana, sarah = week.people("ana", "sarah")
    week.skip_to("monday 9:30")
    assert "None of 3 places filled." in sarah.sees("#social")
    sarah.clicks("Fill this place", on="Sat 28 Nov")
    sarah.fills_in({"What is it about?": "Food drive", "Link, if people should go somewhere": "our page"})
    assert "links that begin with https://" in sarah.submits()
    sarah.fills_in({"Link, if people should go somewhere": "https://brightsmile.example/food"})
    assert "Food drive fills Saturday's community place.\n| Photo: you." in sarah.submits()
    week.skip_to("saturday 12:01")
    assert "Food drive\nplanned but not seen  [Open]\n[Posted]" in ana.types("/plan")
    ana.clicks("Posted")
    ana.fills_in({"Link to the post": "https://social.example/p/1"})
    assert "Food drive is marked posted. See it." in ana.submits()
    ana.closes()
    assert "Food drive was already marked posted on Sat 28 Nov, 12:01 PM." in ana.clicks("Posted")
    assert "Food drive\nposted, see it" in ana.types("/plan")


def test_days_are_said_as_people_say_them_and_always_said_back(week: Practice) -> None:
    ana = week.person("ana")
    for typed, heard in {
        "thu 12:30 Lunch together #human": "Thu 26 Nov, 12:30 PM: Lunch together",
        "mon morning at 9 Our first patient of the year": "Mon 30 Nov, 9:00 AM: Our first patient of the year",
        "Whitening week half past 4 on thurs": "Thu 26 Nov, 4:30 PM: Whitening week",
        "a week from thursday Flu shots": "Thu 3 Dec, 4:00 PM: Flu shots",
        "thu week in review": "Thu 26 Nov, 4:00 PM: week in review",
    }.items():
        assert heard in ana.types(f"/plan add {typed}"), typed
        ana.clicks("Undo")
    refused = ana.types("/plan add friday after next Open day")
    assert '"friday after next" could be Fri 4 Dec 2026 or Fri 11 Dec 2026.' in refused

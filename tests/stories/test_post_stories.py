"""A post in depth, as the practice lives it: opened, answered, changed by two at once, moved with its steps."""

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice


@pytest.fixture
def planned(office: Practice) -> Practice:
    """Thursday's place is filled, and Ben has said yes to the photo."""
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    ana.new_messages()
    ben.new_messages()
    return office


def test_a_card_asks_what_is_open_and_keeps_who_changed_what(planned: Practice) -> None:
    ana, sarah = planned.people("ana", "sarah")
    ana.types("/plan")
    assert ana.clicks("Open", on="Meet our hygienist") == snapshot("""\
+ Post 1
| Meet our hygienist
| When?
| Thu 26 Nov, 4:00 PM, a human post
| Why?
| Still open: what should come of it, or which question does it answer?
| How?
| Still open: where does it go out, and where does it lead?
| Who?
| Photo: Ben · caption: Ana · publishing: Ana · check: Ana
| What does it take?
| Still open: what is needed for it, and how many minutes?
| [Change it] [Words and picture] [Evergreen] [Take out]
| ---
| Added by Ana, Mon 23 Nov, 9:00 AM
| [Done]\
""")
    ana.clicks("Change it")
    ana.fills_in(
        {
            "Why? What should come of it": "New faces before the holidays",
            "Where does it go out?": "Instagram and Facebook",
            "What does it take?": "A portrait by the window, 10 minutes",
            "Who makes it?": "An agency",
        }
    )
    card = ana.submits()
    assert "✓ Saved: why, where it goes out, what it takes and who makes it." in card
    assert "Still open" not in card
    assert "Made by\n| an agency" in card
    ana.closes()
    sarah.types("/plan")
    sarah.clicks("Open", on="Meet our hygienist")
    sarah.clicks("Change it")
    sarah.fills_in({"What is it about?": "Meet Dana, our hygienist", "Why? What should come of it": ""})
    assert sarah.submits() == snapshot("""\
+ Post 1
| ✓ Saved: what it is about and why.
| Meet Dana, our hygienist
| When?
| Thu 26 Nov, 4:00 PM, a human post
| Why?
| Still open: what should come of it, or which question does it answer?
| How?
| Instagram and Facebook
| Who?
| Photo: Ben · caption: Ana · publishing: Ana · check: Ana
| What does it take?
| A portrait by the window, 10 minutes
| Made by
| an agency
| [Change it] [Words and picture] [Evergreen] [Take out]
| ---
| Sarah, Mon 23 Nov, 9:00 AM: what it is about, from "Meet our hygienist" to "Meet Dana, our hygienist"; why taken out, it was "New faces before the holidays"
| Ana, Mon 23 Nov, 9:00 AM: why: "New faces before the holidays"; where it goes out: "Instagram and Facebook"; what it takes: "A portrait by the window, 10 minutes"; who makes it, from us to an agency
| Added by Ana, Mon 23 Nov, 9:00 AM
| [Done]\
""")


def test_two_people_who_change_a_post_at_once_lose_nothing(planned: Practice) -> None:
    ana, sarah = planned.people("ana", "sarah")
    for person in (ana, sarah):
        person.types("/plan")
        person.clicks("Open", on="Meet our hygienist")
        person.clicks("Change it")
    ana.fills_in({"Why? What should come of it": "New faces", "Where does it go out?": "Instagram"})
    ana.submits()
    ana.closes()
    sarah.fills_in({"Why? What should come of it": "More calls", "What does it take?": "Ten minutes"})
    assert sarah.submits() == snapshot("""\
+ Change post 1
| Nothing is saved yet. While you were writing, somebody else changed the same: why. Below are your words: save again to keep them, or put the others back.
| Ana, Mon 23 Nov, 9:00 AM: why: "New faces"; where it goes out: "Instagram"
| What is it about?: Meet our hygienist
|   The idea in a few words. Please no patient's name.
| Which day?: (2026-11-26 v)
| What time? (optional): (16:00 v)
|   The steps that are still open move along.
| What is it for? (optional): (Human: the people behind the practice v)
| Why? What should come of it (optional): More calls
| What is it good for? (optional): (Whatever fits v)
| Where does it go out? (optional): Instagram
| Link, if people should go somewhere (optional): ____ (https://…)
| What does it take? (optional): Ten minutes
| Who makes it? (optional): (Us v)
| [Cancel] [Save]\
""")
    card = sarah.submits()
    assert "Why?\n| More calls\n| How?\n| Instagram\n" in card
    assert "What does it take?\n| Ten minutes" in card
    assert 'why, from "New faces" to "More calls"' in card


def test_changes_of_different_things_come_together_and_are_told(planned: Practice) -> None:
    ana, sarah = planned.people("ana", "sarah")
    for person in (ana, sarah):
        person.types("/plan")
        person.clicks("Open", on="Meet our hygienist")
        person.clicks("Change it")
    ana.fills_in({"Which day?": "2026-11-27"})
    ana.submits()
    sarah.fills_in({"Where does it go out?": "Facebook"})
    card = sarah.submits()
    assert "Fri 27 Nov, 4:00 PM, an extra human post" in card
    assert "Meanwhile: Ana, Mon 23 Nov, 9:00 AM: the day, from Thu 26 Nov 2026 to Fri 27 Nov 2026" in card
    assert "Facebook" in card


def test_a_moved_post_takes_its_open_steps_and_their_reminders_along(planned: Practice) -> None:
    ana, ben = planned.people("ana", "ben")
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Change it")
    ana.fills_in({"Which day?": "2026-12-03", "What time?": "10:00"})
    assert "Thu 3 Dec, 10:00 AM, a human post" in ana.submits()
    ana.closes()
    assert ben.new_messages() == snapshot(
        [
            """\
Ana moved Meet our hygienist. It goes out Thu 3 Dec, 10:00 AM now.
Yours and due then: photo Tue 1 Dec, 10:00 AM.
[Open]\
"""
        ]
    )
    planned.skip_to("2026-11-27 16:00")
    ben.hears_nothing_more()
    planned.skip_to("2026-11-30 10:00")
    assert "The photo for Meet our hygienist is due tomorrow at 10:00 AM." in ben.last_message
    assert "Meet our hygienist" in ana.types("/plan")


def test_a_day_that_is_over_and_a_post_that_is_out_are_refused_where_they_are_typed(planned: Practice) -> None:
    ana = planned.person("ana")
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Change it")
    ana.fills_in({"Which day?": "2026-11-20", "Why? What should come of it": "New faces"})
    refused = ana.submits()
    assert "Fri 20 Nov" in refused
    assert "New faces" in refused
    ana.closes()
    planned.skip_to("2026-11-26 18:00")
    ana.types("/plan")
    ana.clicks("Posted", on="Meet our hygienist")
    ana.submits()
    ana.closes()
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    form = ana.clicks("Change it")
    assert "It is out, so its day, time and kind stay." in form
    assert "Which day?" not in form


def test_each_network_has_its_words_counted_and_a_link_that_tells_it_apart(planned: Practice) -> None:
    ana = planned.person("ana")
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    form = ana.clicks("Words and picture")
    assert "Name the networks under Change it" in form
    ana.closes()
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Change it")
    ana.fills_in(
        {
            "Where does it go out?": "IG, X",
            "Link, if people should go somewhere": "https://brightsmile.example/team?lang=en#dana",
            "What is it good for?": "More new people",
        }
    )
    ana.submits()
    ana.clicks("Words and picture")
    ana.fills_in(
        {
            "The words, for all of them": "Meet Dana. " * 30,
            "Who or what is in the picture?": "Dana at the window",
            "How is it held?": "Upright",
        }
    )
    card = ana.submits()
    assert "Instagram: 329 of 2,200 characters" in card
    assert "X: 329 of 280 characters, 49 too many. It needs shorter words of its own." in card
    assert "Good for: more new people" in card
    ana.clicks("Words and picture")
    ana.fills_in({"Own words for X": "Meet Dana! https://brightsmile.example/team"})
    card = ana.submits()
    assert "X: 34 of 280 characters" in card
    assert (
        "Instagram: https://brightsmile.example/team?lang=en&utm_source=instagram&utm_medium=social"
        "&utm_campaign=2026-11-human&utm_content=p1#dana"
    ) in card
    assert "In the picture: Dana at the window. Held upright." in card


def test_whoever_is_asked_for_the_photo_reads_what_it_should_show(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Words and picture")
    ana.fills_in({"Who or what is in the picture?": "Dana at the window", "How is it held?": "Wide"})
    ana.submits()
    assert "In the picture: Dana at the window. Held wide." in ben.last_message

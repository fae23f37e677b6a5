"""The language of story tests: what people do, what they see, and what they are told when they look in vain."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator import moments
from simulator.people import Practice

sys.path.insert(0, str(Path(__file__).parent / "page"))
import small_app

NOON = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)  # Wednesday noon in New York


@pytest.fixture
def practice(slack, bolt, over_http):
    small_app.listen(bolt)
    over_http()
    return Practice(slack)


def test_a_command_shows_its_answer_and_mentions_reach_the_app(practice):
    (ana,) = practice.people("ana")
    assert ana.types("/greet hello @ben in #social") == "Hello. You typed hello @Ben in #social."
    assert ana.hears_nothing_more()


def test_an_unknown_command_is_refused_by_slack_itself(practice):
    (ana,) = practice.people("ana")
    assert ana.types("/unheard of") == "/unheard is not a valid command."


def test_a_late_answer_is_seen_as_slack_shows_it(practice):
    practice.slack.deliver_to = "http://127.0.0.1:9/nobody"
    (ana,) = practice.people("ana")
    assert ana.types("/greet") == '/greet failed with the error "dispatch_failed"'


def test_a_message_with_buttons_is_changed_by_a_click(practice):
    ana, ben, sarah = practice.people("ana", "ben", "sarah")
    assert ana.types("/greet offer @ben") == "Asked."
    assert ben.new_messages() == [
        "Could you take the photo for Meet our hygienist?\n[I'll do it] (Swap with v) [Can't] (... Tomorrow / Help)"
    ]
    assert ben.clicks("I'll do it") == "Thank you, it is yours."
    assert ben.dm == "Greeter (edited): Thank you, it is yours."
    assert ben.hears_nothing_more()
    assert ben.counts_messages("yours") == 1
    assert sarah.hears_nothing_more()


def test_an_edit_made_by_somebody_else_is_news(practice):
    ana, ben = practice.people("ana", "ben")
    ana.types("/greet offer @ben")
    message = ben.message("Could you")
    ben.new_messages()
    practice.slack.workspace().channels[message.channel].messages[-1].blocks = []
    assert ben.new_messages() == ["(edited) Could you?"]
    assert ben.new_messages() == []


def test_what_the_app_says_to_everybody_is_seen_by_whoever_asked(practice):
    ana, ben = practice.people("ana", "ben")
    assert ana.types("/greet digest", channel="#social").startswith("Week 48 :bar_chart:\n===")
    assert ben.hears_nothing_more()
    assert "Enquiries and bookings (bar chart; Week / People)" in ben.sees("#social")


def test_the_passing_of_time_alone_is_no_news(practice):
    ana, ben = practice.people("ana", "ben")
    practice.slack.journal.clear()
    ana.types("/greet reminder @ben")
    assert ben.new_messages() == ["Due tomorrow at 10:00 AM"]
    practice.skip_to("tomorrow 8:00")
    assert ben.hears_nothing_more()
    assert ben.last_message == "Due today at 10:00 AM"


def test_a_person_is_picked_by_name_and_an_entry_by_its_words(practice):
    ana, ben = practice.people("ana", "ben")
    ana.types("/greet offer @ben")
    assert ben.picks("Swap with", "sarah") == "Asked @Sarah."
    ana.types("/greet offer @ben")
    assert ben.clicks("Help") == "Noted: help."


def test_a_question_before_a_button_can_be_answered_with_no(practice):
    ana, ben = practice.people("ana", "ben")
    ana.types("/greet offer @ben")
    assert ben.clicks("Can't", confirms=False) == "Sure?\nAna will hear of it.\n[Go back] [Yes, I can't]"
    assert ben.clicks("Can't") == "No problem."


def test_looking_in_vain_shows_what_there_is(practice):
    ana, ben = practice.people("ana", "ben")
    ana.types("/greet offer @ben")
    with pytest.raises(AssertionError, match=r"ben sees no button 'Done'\n\n@Greeter:\nGreeter:\n  Could you take"):
        ben.clicks("Done")
    with pytest.raises(AssertionError, match="nobody here is called 'zoe'"):
        ben.picks("Swap with", "zoe")
    with pytest.raises(AssertionError, match="ben has no modal open"):
        ben.submits()
    with pytest.raises(AssertionError, match="ben heard more"):
        ben.hears_nothing_more()


def test_two_buttons_of_one_name_need_a_place(practice):
    (ana,) = practice.people("ana")
    ana.opens_home()
    with pytest.raises(AssertionError, match="ana sees 2 times 'Done'; say on="):
        ana.clicks("Done")
    assert "Sat The new chair :white_check_mark:\n" in ana.clicks("Done", on="new chair")


def test_a_form_is_filled_in_by_its_labels_and_shows_what_was_refused(practice):
    (ana,) = practice.people("ana")
    assert ana.types("/greet form").startswith("+ Add a post\n| What: ____ (in a few words)")
    seen = ana.fills_in({"What": "x", "Kind": "Human", "Who": "@sarah", "When": "2026-12-03", "Networks": ["Facebook"]})
    assert (
        "| Kind: (Human v)\n| Who: (@Sarah v)\n| When: (2026-12-03 v)\n| Networks (optional):\n|   [ ] Instagram"
        in seen
    )
    assert "|   [x] Facebook" in seen
    assert "| What: x\n|   ! A few more letters, please." in ana.submits()
    ana.fills_in({"What": "Meet Ben", "Link": "nowhere"})
    assert "! Please enter a valid URL." in ana.submits()
    ana.fills_in({"Link": None})
    assert ana.submits() == "Saved: Meet Ben"
    assert ana.modal == ""


def test_every_kind_of_field_takes_what_a_story_says(practice):
    (ana,) = practice.people("ana")
    ana.types("/greet everything")
    seen = ana.fills_in(
        {
            "Several": ["Mon", "Sat"],
            "People": ["ben", "@sarah"],
            "Channel": "#social",
            "Talk": "ben",
            "Time": "4:30 pm",
            "Moment": "2026-11-26 16:00",
            "Number": 12,
            "Mail": "ana@example.com",
            "Story": "Once & again",
            "Answer": "No",
            "Found": "Implants",
            "Treatments": ["Veneers"],
            "Files": [b"words"],
        }
    )
    for line in ("Several: (Mon, Sat v)", "People: (@Ben, @Sarah v)", "Talk: (@Ben v)", "Moment: (2026-11-26 16:00 v)"):
        assert f"| {line}\n" in seen
    assert "| Story: Once & again\n| Answer:\n|   ( ) Yes\n|   (x) No\n" in seen
    assert "| Found: (Implants v)\n| Treatments: (Veneers v)\n| Files: file" in seen
    held = json.loads(ana.submits())
    ben, sarah = practice.person("ben"), practice.person("sarah")
    assert [option["value"] for option in held["several"]] == ["mon", "sat"]
    assert held["people"] == [ben.id, sarah.id]
    assert held["channel"] == practice.workspace.channel("social").id
    assert held["talk"] == practice.workspace.direct(ana.id, ben.id).id
    assert (held["time"], held["moment"], held["number"]) == ("16:30", 1795726800, "12")
    assert held["answer"]["value"] == "no"
    assert held["found"]["value"] == "implants"
    assert held["files"][0]["size"] == 5


def test_closing_a_form_leaves_nothing(practice):
    (ana,) = practice.people("ana")
    ana.types("/greet form")
    assert ana.closes() == ""
    assert ana.modal == ""


def test_a_shortcut_is_used_on_a_message_and_an_unknown_one_is_named(practice):
    ana, ben = practice.people("ana", "ben")
    ana.says("Our smile of the month", channel="#social")
    assert ben.uses_shortcut("Keep this", on="smile") == "Kept: Our smile of the month"
    assert ana.hears_nothing_more()
    with pytest.raises(AssertionError, match="there is no shortcut 'Throw away'; there are: Keep this"):
        ben.uses_shortcut("Throw away", on="smile")
    with pytest.raises(AssertionError, match="ben sees no message with 'frown'"):
        ben.uses_shortcut("Keep this", on="frown")


def test_home_is_read_and_used(practice):
    (ana,) = practice.people("ana")
    assert ana.opens_home() == (
        "This week\n=========\nThu Meet our hygienist  [Done]\nSat The new chair  [Done]\n[Add a post]"
    )
    assert ana.clicks("Add a post").startswith("+ Add a post")


def test_an_ephemeral_answer_is_seen_by_one_person_only(practice):
    ben, sarah = practice.people("ben", "sarah")
    assert (
        ben.uploads(b"not a picture", name="team.jpg", channel="#social") == "Does it show a person who did not agree?"
    )
    assert ben.sees("#social") == (
        "Ben: [file: team.jpg]\nGreeter (only visible to you): Does it show a person who did not agree?"
    )
    assert sarah.sees("#social") == "Ben: [file: team.jpg]"
    assert ben.last_message == "Does it show a person who did not agree?"
    assert sarah.hears_nothing_more()


def test_messages_threads_and_reactions_are_read_as_a_conversation(practice):
    ana, ben = practice.people("ana", "ben")
    ana.says("Good morning <b> @ben", channel="#social")
    ben.says("Hello", channel="#social", thread="Good morning")
    ben.reacts(":wave:", on="Good morning")
    assert ana.sees("#social") == "Ana:\n  Good morning <b> @Ben\n  :wave: 1\n    Ben: Hello"


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("thursday 10:00", "2026-11-26 10:00"),
        ("wednesday 13:00", "2026-11-25 13:00"),
        ("wednesday 12:00", "2026-12-02 12:00"),
        ("tomorrow 9:00", "2026-11-26 09:00"),
        ("today 4pm", "2026-11-25 16:00"),
        ("16:30", "2026-11-25 16:30"),
        ("2026-12-01 12:00 AM", "2026-12-01 00:00"),
    ],
)
def test_a_moment_is_read_in_the_practices_own_zone(practice, words, local):
    at = moments.moment(words, NOON, practice.zone)
    assert f"{at.astimezone(practice.zone):%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize("words", ["yesterday 9:00", "today 9:00", "thursday", "soon", "2026-11-24 9:00", "today 9"])
def test_a_moment_that_is_past_or_unreadable_is_refused(practice, words):
    with pytest.raises(ValueError, match=r"has passed|is no time of day"):
        moments.moment(words, NOON, practice.zone)


def test_skipping_moves_the_clock_everybody_shares(practice):
    practice.skip_to("thursday 10:00")
    assert f"{practice.now:%A %H:%M}" == "Thursday 10:00"
    assert practice.slack.clock.now() == practice.now


def test_the_same_name_is_the_same_person(practice):
    assert practice.person("Ben") is practice.person("@ben")

"""Ana plans a post and Ben is asked for its photo: yes, swap, can't, reminders and help, as everybody reads it."""

import pytest

from simulator.people import Practice

WHY = "\nWhy this? You said yes to it. Change it: `/rounds reminders`"
QUESTION = (
    "Ana asks whether you could take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM.\n"
    "The photo: by Tue 24 Nov, 4:00 PM\n"
    "[I'll do it] [Swap] [Can't] [How to]\n"
    "Swap lets you ask somebody else. Can't is fine too, and needs no reason."
)


@pytest.fixture
def week(practice: Practice) -> Practice:
    """Bright Smile on Monday morning: Ana leads, Sarah steps in, and Ben has been asked for Thursday's photo."""
    (ana,) = practice.people("ana")
    ana.types("/rounds setup")
    ana.fills_in({"Where does the weekly digest go?": ["#social"], "Who steps in for the lead?": "sarah"})
    ana.submits()
    ana.closes(everything=True)
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    return practice


def test_ben_says_yes_is_reminded_and_done_ends_it(week: Practice) -> None:
    ana, ben, sarah = week.people("ana", "ben", "sarah")
    assert ben.last_message == QUESTION
    ben.clicks("I'll do it")
    assert ben.last_message.startswith("Thank you! The photo for Meet our hygienist is yours.")
    ben.new_messages()

    week.skip_to("tuesday 15:59")
    assert ben.new_messages() == [
        f"The photo for Meet our hygienist is due tomorrow at 4:00 PM.\n[Done] [Need help] [Tomorrow]{WHY}"
    ]
    week.skip_to("tuesday 16:00")
    assert ben.new_messages() == [f"The photo for Meet our hygienist is due now.\n[Done] [Need help] [Tomorrow]{WHY}"]
    ben.clicks("Done")
    assert ben.last_message == "✓ The photo for Meet our hygienist is done."
    ben.new_messages()

    week.skip_to("friday 17:00")
    ben.hears_nothing_more()
    assert not any("photo" in text for text in (*ana.new_messages(), *sarah.new_messages()))


def test_an_overdue_step_asks_its_owner_then_the_backup_then_the_lead(week: Practice) -> None:
    ana, ben, sarah = week.people("ana", "ben", "sarah")
    ben.clicks("I'll do it")
    week.skip_to("wednesday 9:00")
    assert ben.new_messages()[-1].startswith(
        "The photo for Meet our hygienist was due yesterday at 4:00 PM. If it's done, one click on Done is enough."
    )
    assert sarah.new_messages() == []
    week.skip_to("wednesday 11:00")
    (asked,) = sarah.new_messages()
    assert asked == (
        "The photo for Meet our hygienist was due yesterday at 4:00 PM. "
        "Ben may have full hands today: could you lend one?\n[I'll take it] [Ask somebody else]\n"
        "Why this? You step in when somebody's hands are full. Change it: `/rounds reminders`"
    )
    ana.new_messages()
    week.skip_to("wednesday 16:00")
    (asked, *_) = ana.new_messages()
    assert asked.startswith(
        "The photo for Meet our hygienist isn't there yet, and the post goes out tomorrow at 4:00 PM. It is with Ben"
    )
    sarah.clicks("I'll take it")
    kept_in_the_picture, taken = ben.new_messages()
    assert "I've asked the lead what could stand in. If yours comes first, it goes in." in kept_in_the_picture
    assert taken == "Sarah has the photo for Meet our hygienist now. Nothing left for you to do there."


def test_cant_is_told_to_the_lead_alone_and_never_in_a_channel(week: Practice) -> None:
    ana, ben, sarah = week.people("ana", "ben", "sarah")
    ben.clicks("Can't")
    ben.fills_in({"Would you like to say why?": "I'm away"})
    ben.submits()
    ben.closes(everything=True)
    assert ben.last_message.startswith("You can't do the photo for Meet our hygienist this time, and that's fine.")
    assert "Ben says: I'm away" in ana.last_message
    assert sarah.new_messages() == []
    assert "photo" not in ana.sees("#social")
    ana.clicks("Ask somebody else")
    ana.fills_in({"Who could do it instead?": "sarah"})
    ana.submits()
    assert sarah.last_message.startswith("Ana asks whether you could take the photo for Meet our hygienist")


def test_what_waits_is_the_same_in_the_list_and_in_the_home(week: Practice) -> None:
    (ben,) = week.people("ben")
    assert "Ana asks whether you could take the photo" in ben.types("/mine")
    assert "Ana asks whether you could take the photo" in ben.opens_home()
    thanks = ben.clicks("I'll do it")
    assert thanks.startswith("Thank you! The photo for Meet our hygienist is yours."), "the question shows the answer"
    assert "Yours to do" in ben.opens_home()
    assert "The photo for Meet our hygienist is due tomorrow at 4:00 PM.\n[Done] [Need help] [Tomorrow]" in ben.types(
        "/mine"
    )

"""Reminders as they come: one message a person and moment, while the practice is open, and none once a thing is done."""

from datetime import date, datetime, time

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental with a post on Thursday at 4; its photo, due Tuesday at 4, is Ben's, the rest is Ana's."""
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    return office


def test_ben_is_reminded_the_day_before_and_when_due_and_later_others_are_asked_to_help(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    office.skip_to("monday 15:59")
    assert ben.hears_nothing_more()
    office.skip_to("monday 16:00")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist is due tomorrow at 4:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    office.skip_to("tuesday 15:59")
    assert ben.hears_nothing_more()
    office.skip_to("tuesday 16:00")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    office.skip_to("wednesday 9:00")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist was due yesterday at 4:00 PM. If it's done, one click on Done is enough.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    assert sarah.hears_nothing_more()
    office.skip_to("wednesday 11:00")
    assert sarah.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist was due yesterday at 4:00 PM. Ben may have full hands today: could you lend one?
[I'll take it] [Ask somebody else]
Why this? You step in when somebody's hands are full. Change it: `/rounds reminders`\
"""
        ]
    )
    office.skip_to("wednesday 15:59")
    assert ana.counts_messages("is still open with Ben") == 0
    ana.new_messages()
    office.skip_to("wednesday 16:00")
    assert ana.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist isn't there yet, and the post goes out tomorrow at 4:00 PM. It is with Ben, who knows that I'm asking you. What could stand in for it?
No photo that fits is free in the library.
[Ask Sarah] [I'll make a graphic]
The caption for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
The photo for Meet our hygienist isn't there yet, so it may come late. Publishing is due tomorrow at 4:00 PM. I've asked about it.
[Done] [Need help]
Why this? You lead the program and you said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    assert [said.partition(".")[0] for said in ben.new_messages()] == [
        "The photo for Meet our hygienist isn't there yet, and the post goes out tomorrow at 4:00 PM"
    ]
    assert reyes.hears_nothing_more()


def test_a_done_photo_is_never_mentioned_again(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    office.skip_to("tuesday 9:00")
    assert ben.clicks("Done") == snapshot("✓ The photo for Meet our hygienist is done.")
    office.skip_to("thursday 16:00")
    assert ben.hears_nothing_more()
    assert not [said for said in ana.new_messages() + sarah.new_messages() if "photo" in said]


def test_tomorrow_puts_a_reminder_off_to_the_next_opening_morning(office: Practice) -> None:
    ben, sarah = office.people("ben", "sarah")
    office.skip_to("tuesday 16:10")
    ben.new_messages()
    assert ben.clicks("Tomorrow") == snapshot("""\
The photo for Meet our hygienist is due now. I'll remind you again tomorrow at 8:00 AM.
[Done] [Need help]
Why this? You said yes to it. Change it: `/rounds reminders`\
""")
    office.skip_to("wednesday 7:59")
    assert ben.hears_nothing_more()
    office.skip_to("wednesday 8:00")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist was due yesterday at 4:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    assert sarah.hears_nothing_more()


def test_whoever_needs_help_gets_the_lead_and_nobody_else_hears_of_it(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    ben.types("/mine")
    ben.clicks("Need help")
    assert ben.submits() == snapshot("""\
+ Rounds
| I've told Ana that the photo for Meet our hygienist needs a hand. Nobody else hears of it.
| [Done]\
""")
    ben.closes()
    assert "You've asked for a hand with it.\n[Done] [Tomorrow]" in ben.types("/mine")
    assert ana.new_messages() == snapshot(
        [
            """\
Ben would like a hand with the photo for Meet our hygienist, which is due tomorrow at 4:00 PM.
[I'll take it] [Ask somebody else]
Nobody else was told.\
"""
        ]
    )
    assert sarah.hears_nothing_more()
    assert reyes.hears_nothing_more()
    ana.clicks("I'll take it")
    assert ben.last_message == snapshot(
        "Ana has the photo for Meet our hygienist now. Nothing left for you to do there."
    )
    assert "photo: Ana" in ana.types("/plan")


def test_the_backup_can_take_a_step_over_and_the_owner_is_told(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    office.skip_to("wednesday 11:30")
    sarah.clicks("I'll take it", on="The photo for Meet our hygienist")
    assert ben.last_message == snapshot(
        "Sarah has the photo for Meet our hygienist now. Nothing left for you to do there."
    )
    assert "photo: Sarah" in ana.types("/plan")
    assert "photo" not in ben.types("/mine")
    assert "photo" in sarah.types("/mine")


def test_everything_of_one_moment_comes_in_one_message(office: Practice) -> None:
    """On Wednesday at 4 Friday's photo and Thursday's caption are due, and Thursday's photo is still missing."""
    ana = office.person("ana")
    ana.types("/plan add fri 4pm Before the weekend #human")
    office.skip_to("wednesday 15:00")
    ana.new_messages()
    office.skip_to("wednesday 16:00")
    assert ana.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist isn't there yet, and the post goes out tomorrow at 4:00 PM. It is with Ben, who knows that I'm asking you. What could stand in for it?
No photo that fits is free in the library.
[Ask Sarah] [I'll make a graphic]
The caption for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
The photo for Before the weekend is due now.
[Done] [Need help] [Tomorrow]
The photo for Meet our hygienist isn't there yet, so it may come late. Publishing is due tomorrow at 4:00 PM. I've asked about it.
[Done] [Need help]
The caption for Before the weekend is due tomorrow at 4:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You lead the program and you said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )


def test_nobody_is_reminded_during_lunch_at_night_or_on_a_closed_day(practice: Practice) -> None:
    """The steps of a post at 12:30 would be due during lunch, at night or while the practice is closed."""
    ana, ben = practice.people("ana", "ben")
    ana.types("/rounds setup")
    ana.fills_in({"Where does the weekly digest go?": ["#social"], "Days you are closed": "nov 26"})
    ana.submits()
    ana.closes()
    ana.types("/plan add next mon 12:30pm Lunch with us @ben")
    ben.clicks("I'll do it")
    practice.skip_to("2026-12-08 12:00")
    times = [
        message.ts
        for channel in practice.workspace.channels.values()
        if channel.kind == "im"
        for message in channel.messages
        if message.user not in {ana.id, ben.id}
    ]
    assert len(times) > 8
    assert not [at for at in times if not _is_open(practice, float(at))]


def test_the_list_and_the_home_say_the_same_as_the_reminder(office: Practice) -> None:
    ana = office.person("ana")
    office.skip_to("wednesday 16:00")
    reminded = ana.last_message
    for sentence in ("The caption for Meet our hygienist", "Publishing is due tomorrow at 4:00 PM."):
        assert sentence in reminded
        assert sentence in ana.types("/mine")
        assert sentence in ana.opens_home()
    ana.clicks("Done", on="The caption for Meet our hygienist")
    assert "caption" not in ana.home
    assert "caption" not in ana.types("/mine")


def test_a_step_that_ends_elsewhere_has_ended_in_every_reminder_of_it(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add fri 10am Floss tips #human @ben")
    ben.clicks("I'll do it", on="Floss tips")
    office.skip_to("wednesday 11:00")
    assert "[Done]" in ben.dm
    ben.opens_home()
    ben.clicks("Done", on="Floss tips")
    assert ben.dm.count("✓ The photo for Floss tips is done.") > 1
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Take out")
    assert "Meet our hygienist is out of the plan." in ben.dm
    assert "[Done]" not in ben.dm


def _is_open(practice: Practice, at: float) -> bool:
    """Monday to Friday from 8 to 12 and from 1 to 5, to the minute; not on the 26th."""
    here = datetime.fromtimestamp(at, practice.zone)
    is_working = time(8) <= here.time() <= time(12) or time(13) <= here.time() <= time(17)
    return is_working and here.weekday() < 5 and here.date() != date(2026, 11, 26)


def test_a_pause_that_ends_sooner_gives_every_reminder_back(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan pause until jan 7")
    assert "I'll remind you again Thu 7 Jan" in ben.types("/mine")
    ana.types("/plan pause until wed")
    assert "I'll remind you again Wed 25 Nov" in ben.types("/mine")
    assert "I'll remind you again" not in ana.types("/mine"), "the caption is due after that"
    ana.types("/plan resume")
    assert "I'll remind you again" not in ben.types("/mine")
    ben.new_messages()
    office.skip_to("monday 16:00")
    assert "The photo for Meet our hygienist is due tomorrow at 4:00 PM." in ben.last_message

"""How Rounds minds its manners: few messages a day, none into quiet hours, a reason with each, and what waits waits."""

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental with four posts that Ben takes the photo for, due on Tuesday at different hours."""
    ana, ben = office.people("ana", "ben")
    for hour, what in (
        ("9am", "Early birds"),
        ("10:30am", "Whitening"),
        ("2pm", "Thank you"),
        ("4pm", "Our hygienist"),
    ):
        ana.types(f"/plan add thu {hour} {what} #human @ben")
        ben.clicks("I'll do it")
    office.skip_to("tuesday 8:00")
    ben.new_messages()
    return office


def test_the_fourth_message_of_a_day_waits_and_comes_with_the_next_mornings(office: Practice) -> None:
    ben = office.person("ben")
    office.skip_to("tuesday 10:45")
    early, whitening = ben.new_messages()
    assert "My last reminder" not in early + whitening
    office.skip_to("tuesday 11:00")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Early birds was due today at 9:00 AM. If it's done, one click on Done is enough.
[Done] [Need help] [Tomorrow]
My last reminder for today. What else comes up is in `/mine`, and in one message on the next opening day.
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    office.skip_to("tuesday 17:00")
    assert ben.hears_nothing_more()
    assert "The photo for Our hygienist was due today at 4:00 PM." in ben.types("/mine")
    assert "The photo for Our hygienist was due today at 4:00 PM." in ben.opens_home()
    office.skip_to("wednesday 8:00")
    (summary,) = ben.new_messages()
    assert "The photo for Thank you was due yesterday at 2:00 PM" in summary
    assert "The photo for Our hygienist was due yesterday at 4:00 PM" in summary


def test_ben_says_when_and_how_often_he_wants_to_hear_and_it_is_kept(office: Practice) -> None:
    ben, ana = office.people("ben", "ana")
    assert ben.types("/rounds reminders") == snapshot("""\
+ Your reminders
| This is about you alone, and only you see it. `/mine` always shows all.
| How many reminding messages a day, at most?: (Three v)
|   What comes on top waits for the next opening day and comes in one message.
| The day before something is due:
|   (x) Remind me
|   ( ) Not me, only when it's due
| Not before (optional): (Select a time v)
|   Within your opening hours. Empty means all of them.
| Not after (optional): (Select a time v)
| [Cancel] [Save]\
""")
    ben.fills_in({"Not before": "11:00", "Not after": "10:00"})
    assert "isn't open between these two times" in ben.submits()
    ben.fills_in({"Not after": "15:00", "How many reminding messages a day, at most?": "One"})
    ben.fills_in({"The day before something is due": "Not me, only when it's due"})
    assert ben.submits() == snapshot("""\
+ Rounds
| Noted. I'll write to remind you at most one time a day, from 11:00 AM to 3:00 PM. I'll leave out the day before. `/mine` shows everything at any time.
| [Done]\
""")
    ben.closes()
    office.skip_to("tuesday 10:59")
    assert ben.hears_nothing_more()
    office.skip_to("tuesday 11:00")
    (one,) = ben.new_messages()
    assert "Early birds" in one
    assert "Whitening" in one
    assert "My last reminder for today." in one
    office.skip_to("wednesday 10:59")
    assert ben.hears_nothing_more()
    office.skip_to("wednesday 11:00")
    assert len(ben.new_messages()) == 1
    assert "due" not in ana.sees("#social"), "nobody is reminded in public"


def test_while_ben_does_not_want_to_be_disturbed_a_reminder_waits_and_others_are_written_to(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    assert "paused until 10:00 AM" in ben.types("/dnd until tuesday 10:00")
    office.skip_to("tuesday 9:30")
    assert ben.hears_nothing_more()
    ana.types("/plan add fri 4pm Before the weekend #human @ben")
    assert "Before the weekend" in ben.last_message, "a colleague's question is not held back"
    ben.new_messages()
    office.skip_to("tuesday 10:05")
    (reminder,) = ben.new_messages()
    assert reminder.startswith("The photo for Early birds was due today at 9:00 AM.")

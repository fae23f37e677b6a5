"""Learning is a duty like others: once a month there is time for it, and what came of it may be told."""

from datetime import UTC, datetime

from inline_snapshot import snapshot
from opening import set_up
from street import Street

from simulator.people import Practice


def test_ben_learns_something_and_lets_the_team_read_it_and_sarah_leaves_it_out(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    for person in (ben, sarah):
        person.types("/rounds duties")
        person.clicks("Learning")
        person.fills_in({"Minutes a week you can give it": "45"})
        person.submits()
        person.closes()
    office.skip_to("tuesday 10:00")
    assert ben.new_messages() == snapshot(
        [
            """\
You have 45 min for learning this month, until Mon 30 Nov at 5:00 PM. This quarter's topic, if you have none of your own: describing a picture for people who can't see it.
[Done] [Not this month]
Why this? You agreed to learning. Change it: `/rounds duties`\
"""
        ]
    )
    assert sarah.types("/mine") == snapshot("""\
Learning
You have 45 min for learning this month, until Mon 30 Nov at 5:00 PM. This quarter's topic, if you have none of your own: describing a picture for people who can't see it.
[Done] [Not this month]
Your minutes this week: learning 0 of 45.\
""")
    assert sarah.clicks("Not this month") == snapshot("""\
Nothing waits for you right now. Thank you for keeping things moving!
Your minutes this week: learning 0 of 45.\
""")
    assert "no learning this month" in sarah.clicks("Not this month", on="You have 45 min for learning")
    assert "[Done] [Not this month]" in sarah.clicks("Undo", on="no learning this month")
    assert "You have 45 min for learning" in sarah.types("/mine")
    assert sarah.clicks("Not this month").startswith("Nothing waits for you right now.")
    ben.clicks("Done")
    assert ben.modal == snapshot("""\
+ Learning
| What did you learn? (optional): ____ (Square pictures get cropped less)
|   One line. You needn't.
| Who may read it? (optional):
|   [ ] The team may read it in next week's plan
|   Left empty, nobody else.
| [Cancel] [Done]\
""")
    ben.fills_in(
        {
            "What did you learn?": "Square pictures get cropped less",
            "Who may read it?": ["The team may read it in next week's plan"],
        }
    )
    assert ben.submits() == snapshot("""\
+ Rounds
| ✓ Your learning for this month is done. Thank you! It will be in next week's plan for the team.
| [Done]\
""")
    ben.closes()
    assert ben.last_message == snapshot(
        "✓ Your learning for this month is done. Thank you! It will be in next week's plan for the team."
    )
    assert "for learning" not in ben.types("/mine")
    ana.new_messages()

    office.skip_to("monday 10:00")
    assert [line for line in ana.sees("#social").splitlines() if "learned" in line] == snapshot(
        ["  Ben learned: Square pictures get cropped less"]
    )
    assert all("for learning" not in message for person in (ana, ben, sarah) for message in person.new_messages())

    office.skip_to("friday 10:00")
    ben.types("/rounds duties")
    ben.clicks("✓ Learning")
    ben.fills_in({"Would you?": "Not for me"})
    ben.submits()
    ben.closes()
    assert "for learning" not in ben.types("/mine")
    assert "until Thu 24 Dec at 5:00 PM" in sarah.types("/mine"), "next month there is time again"


def test_where_nobody_has_agreed_to_learning_the_lead_hears_of_each_quarters_topic(
    street: Street, database_url: str
) -> None:
    with street.play(database_url, start=datetime(2026, 12, 31, 15, 0, tzinfo=UTC)) as rounds:
        practice = Practice(street.slack, settle=rounds.settle)
        set_up(practice)
        ana, ben = practice.people("ana", "ben")
        practice.skip_to("2027-01-19 10:00")
        [told] = [message for message in ana.new_messages() if "This quarter" in message]
        assert told == snapshot("""\
This quarter's topic to learn: posting about the practice from your own account: saying that you work there. Half an hour is enough, best until Fri 22 Jan at 5:00 PM.
[Done] [Not this quarter]
Why this? Nobody has agreed to learning, so it comes to the lead. Change it: `/rounds duties`\
""")
        assert "Half an hour is enough" in ana.types("/mine")
        assert "Nothing waits for you right now." in ana.clicks("Not this quarter")
        assert "Half an hour is enough" not in ben.dm

"""Being away: said or shown by a status, the backup steps in, and everything is its owner's again afterwards."""

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental with a post on Thursday at 4; its photo, due Tuesday at 4, is Ben's."""
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    ben.new_messages()
    return office


def test_while_ben_is_away_sarah_is_reminded_and_then_it_is_his_again(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    assert ben.types("/rounds away until wed") == snapshot("""\
You're away now, and back on Wed 25 Nov. I won't remind you. Meanwhile I'll go to Sarah with what is due. Your steps stay yours.
[I'm here after all]\
""")
    office.skip_to("monday 9:30")
    assert sarah.new_messages() == snapshot(
        [
            """\
Ben is away until Wed 25 Nov. I'll come to you with what is due meanwhile:
The photo for Meet our hygienist is due tomorrow at 4:00 PM
Nothing to do right now, and nobody else was told. Once Ben is back, it is all Ben's again.\
"""
        ]
    )
    office.skip_to("tuesday 16:00")
    assert ben.hears_nothing_more()
    day_before, due = sarah.new_messages()
    assert day_before.startswith("The photo for Meet our hygienist is due tomorrow at 4:00 PM. Ben is away until Wed")
    assert due == snapshot("""\
The photo for Meet our hygienist is due now. Ben is away until Wed 25 Nov: could you lend a hand?
[I'll take it] [Ask somebody else]
Why this? You step in while somebody is away. Change it: `/rounds reminders`\
""")
    assert "The photo for Meet our hygienist" in sarah.types("/mine")
    assert "photo: Ben" in ana.types("/plan"), "nothing changes hands"
    office.skip_to("wednesday 8:00")
    assert ben.new_messages() == snapshot(
        [
            """\
Welcome back! From now on I'll come to you again. Yours:
The photo for Meet our hygienist was due yesterday at 4:00 PM
`/mine` shows each with its buttons.\
"""
        ]
    )
    office.skip_to("wednesday 9:00")
    assert "was due yesterday at 4:00 PM. If it's done" in ben.last_message
    assert "away" not in ana.sees("#social")


def test_ben_can_say_it_for_later_and_take_it_back(office: Practice) -> None:
    ben, sarah = office.people("ben", "sarah")
    assert ben.types("/rounds away") == snapshot("""\
Until when are you away?
For example: `/rounds away until mon`, or `/rounds away dec 24 to jan 1`\
""")
    assert ben.types("/rounds away nov 24 to nov 25") == snapshot("""\
You're away from Tue 24 Nov on, and back on Thu 26 Nov. I won't remind you. Meanwhile I'll go to Sarah with what is due. Your steps stay yours.
[I'm here after all]\
""")
    office.skip_to("monday 16:00")
    assert "is due tomorrow at 4:00 PM" in ben.last_message
    assert sarah.hears_nothing_more()
    assert ben.types("/rounds back") == snapshot("Welcome back! 1 step of yours is waiting: `/mine` shows all.")
    ben.new_messages()
    office.skip_to("tuesday 16:00")
    assert "is due now" in ben.last_message
    assert sarah.hears_nothing_more()
    assert "You're here already" in ben.types("/rounds back")


def test_a_status_that_says_vacation_counts_as_away_until_it_is_gone(office: Practice) -> None:
    ben, sarah = office.people("ben", "sarah")
    ben.types("/status :palm_tree: Vacationing")
    office.skip_to("monday 15:00")
    ben.types("/mine")
    office.skip_to("monday 16:00")
    assert ben.hears_nothing_more()
    assert sarah.last_message.startswith("The photo for Meet our hygienist is due tomorrow at 4:00 PM. Ben is away")
    ben.types("/status clear")
    office.skip_to("tuesday 11:00")
    ben.types("/mine")
    office.skip_to("tuesday 16:00")
    assert "The photo for Meet our hygienist is due now." in ben.last_message


def test_a_question_to_somebody_who_is_away_is_the_leads_to_pass_on(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ben.types("/rounds away until fri")
    ana.types("/plan add thu 3pm Whitening #service @ben")
    ben.new_messages()
    office.skip_to("monday 9:30")
    assert [said for said in ana.new_messages() if "Still to settle" not in said] == snapshot(
        [
            """\
Ben was asked to take the photo for Whitening, which is due tomorrow at 3:00 PM, and is away until Fri 27 Nov. Maybe somebody else can?
[I'll take it] [Ask somebody else]
Why this? You lead the program. Change it: `/rounds reminders`\
"""
        ]
    )
    office.skip_to("tuesday 17:00")
    assert ben.hears_nothing_more()

"""When a plan stands still: one kind word to the lead, four ways on, and a pause in which nobody hears anything."""

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice

CARD = "hard to keep lately"


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental, where for two weeks no post went out."""
    office.skip_to("2026-12-10 08:00")
    office.person("ana").new_messages()
    return office


def test_the_lead_hears_once_that_the_plan_stands_still_and_takes_a_smaller_one(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    office.skip_to("2026-12-10 09:01")
    assert ana.last_message == snapshot("""\
The plan has been hard to keep lately. That happens to every team, and it is a sign about the plan only.
The last two places stayed empty and next week has no post yet.
[A smaller plan] [Swap duties] [A pause] [Outside help]
Only you see this. Nothing changes unless you want it to.\
""")
    assert not any(CARD in said for person in (ben, sarah) for said in person.new_messages())
    assert ana.clicks("A smaller plan") == snapshot("""\
+ Before it changes
| This is what changes from now on
| No longer: Thursday 4:00 PM, human.
| No longer: Saturday 10:00 AM, community.
| 25 future places in the next 12 weeks, none filled yet.
| The weeks that are over stay as they were.
| [Cancel] [Apply]\
""")
    ana.submits()
    ana.closes()
    assert "Outside" not in ana.clicks("Swap duties", on=CARD)
    assert ana.clicks("Outside help", on=CARD) == snapshot("""\
Help from outside
An agency or a freelancer can take single posts or all of them off your team:
• Invite them to Slack as a guest of the plan's channel. A guest is asked for steps like everybody in the team, with `/mine`, reminders, swap and decline, and can add posts and ideas and share pictures.
• What is the lead's stays yours: the outline, the settings, duties of others, and posts that others added.
• On the card of a post, Change it has Who makes it: us or an agency. The plan, the workbook and the calendar tell the two apart, so you see what outside help really carries.
• Let somebody of your own look over what they write: `/plan steps` asks for an approval first.
• People from another company's Slack, in a shared channel, can't be given steps; a guest can.\
""")
    ana.new_messages()
    office.skip_to("2026-12-30 17:00")
    assert not any(CARD in said for said in ana.new_messages())
    office.skip_to("2026-12-31 09:01")
    (again,) = [said for said in ana.new_messages() if CARD in said]
    assert again == snapshot("""\
The plan has been hard to keep lately. That happens to every team, and it is a sign about the plan only.
The last two places stayed empty, next week has no post yet and in the last three weeks none of 3 places went out.
It is not the first time, so a change may help more than another try.
[A smaller plan] [Swap duties] [A pause] [Outside help]
Only you see this. Nothing changes unless you want it to.\
""")
    assert "went out" not in ana.types("/rounds status")


def test_while_the_plan_is_paused_nobody_is_reminded_and_no_gap_is_counted(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add dec 17 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    assert "Ana can change it." in ben.types("/plan pause until jan 7")
    office.skip_to("2026-12-10 09:01")
    ana.clicks("A pause", on=CARD)
    ana.fills_in({"On which day does it go on?": "2027-01-07"})
    assert ana.submits() == snapshot("""\
+ Rounds
| The plan is paused until Thu 7 Jan 2027. Until then nobody is reminded. Have a good rest.
| Planned in that time, and still there: Meet our hygienist (Thu 17 Dec).
| [Go on now]
| [Done]\
""")
    ana.closes()
    ana.new_messages()
    ben.new_messages()
    office.skip_to("2027-01-06 17:00")
    assert ben.hears_nothing_more()
    assert ana.hears_nothing_more()
    digests = [said for said in ana.sees("#social").split("Rounds:") if "Week 51" in said]
    assert len(digests) == 1
    assert "Empty" not in digests[0]
    assert "not seen" not in digests[0]
    week = ana.types("/plan")
    assert "The plan is paused until Thu 7 Jan 2027." in week
    assert "left out, paused" in week
    office.skip_to("2027-01-07 09:05")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist was due Tue 15 Dec at 4:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    assert not any(CARD in said for said in ana.new_messages())
    assert "The plan wasn't paused" in ana.types("/plan resume")


def test_an_away_leads_backup_hears_of_it(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/rounds away until dec 21")
    sarah.new_messages()
    office.skip_to("2026-12-10 09:01")
    assert any(CARD in said for said in sarah.new_messages())
    assert not any(CARD in said for said in ana.new_messages())

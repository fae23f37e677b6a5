"""Once a quarter somebody who runs the program looks whether something is missing, in two minutes and for few eyes."""

from datetime import UTC, datetime

from inline_snapshot import snapshot
from opening import set_up
from street import Street

from simulator.people import Practice

TIME, PLAN = "Is there time for it in somebody's week?", "Is there a plan with places, and a goal?"
PEOPLE, PICTURES = "Has whoever does something said yes to it?", "Are the pictures there in time?"
ANSWERS, THANKS = (
    "Is everybody who writes to us answered, and soon?",
    "Does the owner see what is done, and say thanks?",
)
NUMBERS = "Do marketing and sales look at the same numbers?"
INVITING = "Do we invite people, so that the right ones find us?"
ALL_YES = dict.fromkeys((TIME, PLAN, PEOPLE, PICTURES, ANSWERS, THANKS, NUMBERS, INVITING), "Yes")


def test_ana_checks_up_in_december_and_is_asked_once_in_january(street: Street, database_url: str) -> None:
    with street.play(database_url, start=datetime(2026, 12, 4, 14, 30, tzinfo=UTC)) as rounds:
        practice = Practice(street.slack, settle=rounds.settle)
        set_up(practice)
        ana, ben, sarah, reyes = practice.people("ana", "ben", "sarah", "reyes")
        ben.types("/rounds duties")
        ben.clicks("Photo")
        ben.fills_in({"Minutes a week you can give it": "45"})
        ben.submits()
        ben.closes()
        ana.types("/rounds check-up")
        assert ana.modal == snapshot("""\
+ Check-up
| How does it stand by now? Your own view counts.
| Is there time for it in somebody's week?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   1 person has agreed to 45 min a week.
| Is there a plan with places, and a goal?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   No place has come round yet; no goals are set.
| Has whoever does something said yes to it?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   Somebody said yes to 1 of 8 duties.
| Are the pictures there in time?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   No picture was due yet.
| Is everybody who writes to us answered, and soon?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   Your strategy doesn't say who answers. I see a comment or a question only once somebody notes it.
| Does the owner see what is done, and say thanks?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   No digest told of thanks yet; what was said between two people is theirs.
| Do marketing and sales look at the same numbers?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   No whole week is over yet.
| Do we invite people, so that the right ones find us?:
|   ( ) Yes
|   ( ) Partly
|   ( ) Not yet
|   No post went out yet.
| Only the lead, the backup and the sponsor see this.
| [Cancel] [Save]\
""")
        ana.fills_in({**ALL_YES, PICTURES: "Partly", THANKS: "Not yet", PEOPLE: "Not yet", TIME: "Not yet"})
        assert ana.submits() == snapshot("""\
+ Rounds
| Check-up, quarter 4 of 2026: 4 of 8 yes, 1 partly
| Yes: plan and goal, answering, the same numbers and inviting.
| Partly: pictures.
| Not yet: time, people's yes and thanks.
| What could help next
| • Let everybody choose what they look after, and how many minutes a week they have for it.  [Duties]
| • Show the owner a month on one page: what went out and what came in.  [The month]
| [Answer again]
| Ana answered, Fri 4 Dec. Only the lead, the backup and the sponsor see this.
| [Done]\
""")
        assert "Who looks after what" in ana.clicks("Duties")
        ana.closes(everything=True)
        assert ben.types("/rounds check-up") == snapshot("""\
The check-up is Ana's, with the backup and the sponsor.
Tell Ana if something is missing.\
""")
        assert "4 of 8 yes" in reyes.types("/rounds check-up")
        sarah.types("/rounds check-up")
        sarah.clicks("Answer again")
        sarah.fills_in({TIME: "Partly"})
        assert "Ana answered, Fri 4 Dec; Sarah changed it, Fri 4 Dec." in sarah.submits()
        sarah.closes(everything=True)
        for person in (ana, ben, sarah, reyes):
            person.new_messages()

        practice.skip_to("2027-01-11 08:00")
        assert "check-up" not in "".join(ana.new_messages())
        practice.skip_to("2027-01-11 10:05")
        [asked] = [message for message in ana.new_messages() if "check-up" in message]
        assert asked == snapshot("""\
A new quarter: do you have two minutes for a check-up? Eight questions, yes, partly or not yet, with what I know beside each. Afterwards you see what changed since the last time.
[Start]
Once a quarter; `/rounds check-up` opens it at any time. Only you, the backup and the sponsor see it.\
""")
        ana.clicks("Start")
        facts = [line for line in ana.modal.splitlines() if line.endswith(".") and "( )" not in line]
        assert facts == snapshot(
            [
                "| How does it stand by now? Your own view counts. Below each is what I know, since Fri 4 Dec where it is a count.",
                "|   1 person has agreed to 45 min a week.",
                "|   None of 16 places went out; no goals are set.",
                "|   Somebody said yes to 1 of 8 duties.",
                "|   No picture was due yet.",
                "|   Your strategy doesn't say who answers. I see a comment or a question only once somebody notes it.",
                "|   No digest told of thanks yet; what was said between two people is theirs.",
                "|   Both sides wrote a line in none of 6 weeks.",
                "|   No post went out yet.",
                "| Only the lead, the backup and the sponsor see this.",
            ]
        )
        ana.fills_in({**ALL_YES, INVITING: "Partly"})
        assert ana.submits() == snapshot("""\
+ Rounds
| Check-up, quarter 1 of 2027: 7 of 8 yes, 1 partly
| Yes: time, plan and goal, people's yes, pictures, answering, thanks and the same numbers.
| Partly: inviting.
| Quarter 4 of 2026: 4 of 8 yes, 2 partly. Further along since: time, people's yes, pictures and thanks. Less so: inviting.
| What could help next
| • See what the coming posts lack, such as an invitation.  [Check the plan]
| [Answer again]
| Ana answered, Mon 11 Jan. Only the lead, the backup and the sponsor see this.
| [Done]\
""")
        ana.closes(everything=True)
        practice.settle()
        assert ana.new_messages() == snapshot(
            ["(edited) ✓ The check-up of quarter 1 of 2027 is done. Ana answered.  [See it]"]
        )
        practice.skip_to("2027-01-18 10:05")
        heard = [message for person in (ana, ben, sarah, reyes) for message in person.new_messages()]
        assert not [message for message in heard if "check-up" in message], "once a quarter"

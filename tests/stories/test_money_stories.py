"""Money, thanks and what came of it: facts and ranges, told to whom they concern."""

from inline_snapshot import snapshot

from bot.app import Rounds
from bot.demo import history
from simulator.people import Practice


def test_a_budget_is_planned_spent_and_told_of_when_it_is_nearly_used_up(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    assert ana.types("/plan budget") == snapshot("""\
Nothing is planned for November 2026, and no spending is entered. Sums for each purpose show where it goes.
[Plan a budget] [Enter what was spent]\
""")
    assert ana.clicks("Plan a budget") == snapshot("""\
+ Budget
| What may it cost each month, from November 2026 on? In whole units of your own money.
| Awareness ad (optional): ____
|   People nearby who don't know you yet
| Retargeting ad (optional): ____
|   People who have looked at you before
| Lead generation ad (optional): ____
|   People who leave word that they want to hear from you
| Tools (optional): ____
|   Programs, pictures, an editor: whatever is not an ad.
| [Cancel] [Save]\
""")
    ana.fills_in({"Awareness ad": "300", "Tools": "50"})
    assert ana.submits() == snapshot("""\
+ Rounds
| Budget in November 2026
| • Awareness ad: 0 of 300 spent (0 %)
| • Tools: 0 of 50 spent (0 %)
| 0 spent of 350 planned in all.
| [Plan a budget] [Enter what was spent]
| [Done]\
""")
    ana.closes()
    ana.types("/plan budget")
    ana.clicks("Enter what was spent")
    ana.fills_in({"What was it for?": "Awareness ad", "How much?": "1,200", "First day": "2026-11-23"})
    assert "How much was it? For example 49 or 49.50" in ana.submits()
    ana.fills_in({"How much?": "245.50"})
    assert ana.submits() == snapshot("""\
+ Rounds
| $245.50 for awareness ads, Mon 23 Nov.
| November 2026: Awareness ad: $245.50 of $300 spent (82 %)
| [Take it back] [The month]
| [Done]\
""")
    ana.closes()
    assert ana.last_message == snapshot("""\
The budget for awareness ads in November 2026 has reached 80 %: $245.50 of $300 spent.
[The month]\
""")
    ana.types("/plan budget")
    ana.clicks("Enter what was spent")
    ana.fills_in({"What was it for?": "Awareness ad", "How much?": "60"})
    ana.submits()
    ana.clicks("Take it back")
    ana.closes()
    ana.types("/plan add thu 5pm Smile more #awareness")
    assert ana.types("/plan budget") == snapshot("""\
Budget in November 2026
• Awareness ad: $245.50 of $300 spent (82 %)
• Tools: $0 of $50 spent (0 %)
$245.50 spent of $350 planned in all.
In the last 12 weeks $246 went into ads; no lead that is old enough to judge is tracked to them, so what one costs isn't known.
Without a link or a form nobody can tell what comes of an ad: Smile more.
[Open the first]
[Plan a budget] [Enter what was spent]\
""")
    assert "Plan a budget" not in ben.types("/plan budget")

    # What is entered in the evening is told of when Ana is there again.
    office.skip_to("monday 20:00")
    ana.new_messages()
    ana.types("/plan budget")
    ana.clicks("Enter what was spent")
    ana.fills_in({"What was it for?": "Tools", "How much?": "50", "First day": "2026-11-23"})
    ana.submits()
    ana.closes()
    ana.hears_nothing_more()
    office.skip_to("tuesday 9:30")
    told = [said for said in ana.new_messages() if "udget" in said]
    assert told == snapshot(
        [
            """\
The budget for tools in November 2026 is used up: $50 of $50 spent.
[The month]\
"""
        ]
    )


def test_the_sponsor_says_thanks_and_a_long_silence_is_told_to_the_lead_once(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    ben.types("/mine")
    ben.clicks("Done")
    sarah.types("/leads add phone")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    assert reyes.last_message == snapshot("""\
Finished in week 48: Ben took the photo for Meet our hygienist; Sarah logged 1 lead.
[Say thanks to Ben] [Say thanks to Sarah]\
""")
    assert reyes.clicks("Say thanks to Ben") == snapshot("""\
Finished in week 48: Ben took the photo for Meet our hygienist; Sarah logged 1 lead.
Your thanks went to Ben.
[Say thanks to Sarah]\
""")
    assert ben.last_message == snapshot("""\
Dr. Reyes says thank you for the photo for Meet our hygienist.
May the weekly digest say so too?
[Yes, gladly] [Keep it between us]\
""")
    assert ben.clicks("Yes, gladly") == snapshot("""\
Dr. Reyes says thank you for the photo for Meet our hygienist.
The next digest says so too.\
""")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    assert "Dr. Reyes thanks Ben for the photo for Meet our hygienist." in sarah.sees("#social")
    for _ in range(4):
        sarah.types("/leads add phone")
        office.skip_to("sunday 12:00")
        office.skip_to("monday 9:05")
    assert ana.counts_messages("The team has heard no thanks from Dr. Reyes") == 1
    assert all(not person.counts_messages("no thanks") for person in (ben, sarah, reyes))


def test_what_came_of_it_says_what_is_not_known(office: Practice, rounds: Rounds) -> None:
    reyes = office.person("reyes")
    assert reyes.types("/rounds worth-it") == snapshot("""\
What came of it, since Mon 23 Nov 2026
• No posts went out so far.
• How many leads came is not known: nobody logged any. `/leads add` is two taps.
Counts stand side by side here; that one came with the other is no proof that it came of it.\
""")
    with rounds.database.transaction() as session:
        history.remember(session, office.workspace.id, office.now)
    assert reyes.types("/rounds worth-it") == snapshot("""\
What came of it, since Sun 30 Aug 2026
• 29 posts went out in 12 whole weeks.
• 55 leads (about 4.7 in a whole week): none tracked by a link, form or number, 4 from nobody knows where.
• Of 44 leads old enough to judge, 19 are booked, which fits anything from 30 to 58 in 100.
• At this pace half as many leads again would show after about 17 weeks, not sooner.
Counts stand side by side here; that one came with the other is no proof that it came of it.\
""")
    assert reyes.types("/digest month october") == snapshot("""\
October 2026 on one page
========================
Plan: 11 of 14 places out.
19 leads: Instagram 7, phone 7, referral 3, unknown 2. 19 reached, 7 booked, 4 shown so far.
Decided: nothing was changed.\
""")
    office.skip_to("sunday 12:00")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    assert reyes.counts_messages("November 2026 on one page") == 1

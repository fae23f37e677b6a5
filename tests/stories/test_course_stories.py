"""Where a practice wants to get to, and what it changes on the way: goals, decisions, and looking at them again."""

from inline_snapshot import snapshot

from bot.app import Rounds
from bot.demo import history
from simulator.people import Actor, Practice


def test_a_goal_is_set_with_a_number_a_day_and_an_owner(office: Practice, rounds: Rounds) -> None:
    with rounds.database.transaction() as session:
        history.remember(session, office.workspace.id, office.now)
    ana, ben = office.people("ana", "ben")
    assert ana.types("/digest goal") == snapshot("""\
No goal is set. A goal says what should come of it, how many, and by when: for example 30 in 100 leads booked by the end of March.
[Set a goal]\
""")
    assert ana.clicks("Set a goal") == snapshot("""\
+ A goal
| What should come of it?: ____ (Fill the Friday mornings)
| What is that good for?: (Select an item v)
| How will you know?: (Select an item v)
| How many?: ____
|   For example 30, for 30 in 100 leads booked or 30 new leads a month; or 80, for a lead that costs at most 80 in your own currency.
| By when?: (Select a date v)
| Who keeps an eye on it?: (@Ana v)
| What may move first? (optional): (Select an item v)
|   It is shown beside the goal and never counts as reaching it.
| [Cancel] [Save]\
""")
    ana.fills_in(
        {
            "What should come of it?": "Go viral on TikTok",
            "What is that good for?": "More comes in",
            "How will you know?": "In 100 leads booked",
            "How many?": "60",
            "By when?": "2027-03-31",
            "What may move first?": "Followers",
        }
    )
    assert "Going viral is luck" in ana.submits()
    ana.fills_in({"What should come of it?": "Fill the Friday mornings"})
    assert ana.submits() == snapshot("""\
+ Rounds
| Fill the Friday mornings
| 60 in 100 leads booked by Wed 31 Mar 2027. Ana keeps an eye on it.
| Of 37 leads old enough to judge, 15 booked, which fits anything from 26 to 57 in 100. What may move first: followers.
| The weekly digest says how it goes. `/digest goal` shows it at any time.
| [Done]\
""")
    ana.closes()
    assert "Set a goal" not in ben.types("/digest goal"), "goals are set by who leads or backs the program"
    assert "Goal: Fill the Friday mornings by" in ana.types("/digest this")
    ana.types("/digest goal")
    ana.clicks("Change it")
    ana.fills_in({"How many?": "50"})
    assert (
        "It takes the place of: Fill the Friday mornings (60 in 100 leads booked by Wed 31 Mar 2027)." in ana.submits()
    )
    ana.closes()
    ana.types("/digest goal")
    assert ana.clicks("End it") == snapshot(
        "Ended: Fill the Friday mornings (50 in 100 leads booked by Wed 31 Mar 2027). It stays in the history."
    )
    assert ben.types("/digest goal") == snapshot("""\
No goal is set. A goal says what should come of it, how many, and by when: for example 30 in 100 leads booked by the end of March.
Before:
Fill the Friday mornings (50 in 100 leads booked by Wed 31 Mar 2027).
Fill the Friday mornings (60 in 100 leads booked by Wed 31 Mar 2027).\
""")


def test_what_a_lead_costs_can_be_the_goal(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/digest goal")
    ana.clicks("Set a goal")
    ana.fills_in(
        {
            "What should come of it?": "Ads that pay for themselves",
            "What is that good for?": "Less is spent",
            "How will you know?": "Cost of a lead, at most",
            "How many?": "80",
            "By when?": "2027-03-31",
        }
    )
    assert ana.submits() == snapshot("""\
+ Rounds
| Ads that pay for themselves
| At most 80 a lead by Wed 31 Mar 2027. Ana keeps an eye on it.
| No spending on ads is entered for the four weeks to Sun 22 Nov, so what a lead costs isn't known.
| The weekly digest says how it goes. `/digest goal` shows it at any time.
| [Done]\
""")
    ana.closes()
    office.skip_to("2026-12-21 08:00")
    ana.types("/plan budget")
    ana.clicks("Enter what was spent")
    ana.fills_in({"What was it for?": "Awareness ad", "How much?": "600", "First day": "2026-11-23"})
    ana.fills_in({"Last day": "2026-12-20", "Where?": "IG"})
    ana.submits()
    ana.closes()
    assert ana.types("/digest goal") == snapshot("""\
Goals
Ads that pay for themselves
At most $80 a lead by Wed 31 Mar 2027. Ana keeps an eye on it.
Not all leads of the four weeks to Sun 20 Dec are logged, so what one costs isn't known.
[Change it] [End it]
[Set a goal]\
""")
    for on in ("2026-11-25", "2026-12-03", "2026-12-04", "2026-12-14", "2026-12-18"):
        sarah.types("/leads add")
        sarah.fills_in({"How did they say they found you?": "Instagram", "Which day did it come?": on})
        sarah.submits()
        sarah.closes()
    assert ana.types("/digest goal") == snapshot("""\
Goals
Ads that pay for themselves
At most $80 a lead by Wed 31 Mar 2027. Ana keeps an eye on it.
In the four weeks to Sun 20 Dec $600 went into ads, and 5 leads came from there: about $120 each, which fits anything from $51 to $370.
[Change it] [End it]
[Set a goal]\
""")
    office.skip_to("2026-12-21 09:05")
    digest = sarah.sees("#social").partition("Week 51, ")[2]
    assert digest.partition("Goal: ")[2].partition("\n")[0] == snapshot(
        "Ads that pay for themselves by Wed 31 Mar, Ana keeps an eye on it. In the four weeks to Sun 20 Dec $600 went into ads, and 5 leads came from there: about $120 each, which fits anything from $51 to $370. The goal is at most $80 a lead."
    )


def test_a_decision_comes_up_again_when_the_counts_can_tell(office: Practice, rounds: Rounds) -> None:
    with rounds.database.transaction() as session:
        history.remember(session, office.workspace.id, office.now)
    ana, sarah, ben = office.people("ana", "sarah", "ben")
    assert ana.types("/digest decide") == snapshot("""\
+ A decision
| What will you do differently?: ____ (Answer leads within the hour)
|   For the whole team to read. Please nothing that could name a patient.
| What do you expect of it?: (More leads v)
| How much more?: (twice as many v)
| Who looks after it?: (@Ana v)
| When will you look at it again? (optional): (Select a date v)
|   Left empty, I propose a day. With about 5 leads a week, twice as many shows after about 5 weeks.
| [Cancel] [Write it down]\
""")
    ana.fills_in({"What will you do differently?": "Call Mrs. Miller back sooner"})
    other = ana.picks("What do you expect of it?", "Something else")
    assert "Call Mrs. Miller back sooner" in other
    assert "How much more?" not in other, "there is nothing to reckon with"
    ana.picks("What do you expect of it?", "More leads")
    assert "please leave it out" in ana.submits()
    ana.fills_in(
        {
            "What will you do differently?": "Answer leads within the hour",
            "What do you expect of it?": "More leads",
            "How much more?": "twice as many",
            "Who looks after it?": "sarah",
        }
    )
    assert ana.submits() == snapshot("""\
+ Rounds
| Decision 1: Answer leads within the hour. Sarah looks at it again on Mon 4 Jan 2027.
| With about 5 leads a week, twice as many shows after about 5 weeks.
| [Take it back] [All decisions]
| [Done]\
""")
    ana.closes()
    assert "Too early: no whole week has passed since." in ana.types("/digest decisions")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    before, _, after = ben.sees("#social").partition("Week 48, ")
    assert "Decided: Answer leads within the hour (Sarah)." in before
    assert "Decided:" not in after, "that was about the week before"
    assert "Noted: nothing changes after week 48." in ana.clicks("Nothing changes")
    assert "Taken back: it is open what changes." in ana.clicks("Undo", on="Noted: nothing changes")
    ana.clicks("Nothing changes")
    assert "Decided: nothing changes." in ben.sees("#social").partition("Week 48, ")[2]
    assert "[Nothing changes]" not in ben.sees("#social").partition("Week 48, ")[2]
    for _ in range(5):
        sarah.types("/leads add phone")
        office.skip_to("sunday 12:00")
        office.skip_to("monday 9:05")
    assert ben.sees("#social").partition("Week 53, ")[2].partition("Decision 1")[2].partition("Rounds:")[0] == snapshot("""\
, Answer leads within the hour (Sarah, Mon 4 Jan 2027). 12 leads in the 6 weeks since, 30 in the 6 weeks before. That is likely real.
  [Keep it] [Change it] [Drop it]
  Last lead logged Mon 28 Dec. Figures last entered Tue 24 Nov. Source known for the one lead. Definitions: version 1. Weeks without numbers are left out of the charts.
    \
""")
    assert ben.types("/digest decisions") == snapshot("""\
To be looked at again
Decision 1, Answer leads within the hour (Sarah, Mon 4 Jan 2027). 12 leads in the 6 weeks since, 30 in the 6 weeks before. That is likely real.
[Keep it] [Change it] [Drop it]
The log, the newest first
• Digest of week 48: nothing changed
• Digest of week 47, decision 1: Answer leads within the hour (Sarah; again on Mon 4 Jan 2027)
[Decide something]\
""")
    assert ben.clicks("Keep it").startswith("Sarah looks at this one again.")
    ana.types("/digest decisions")
    sarah.types("/digest decisions")
    assert sarah.clicks("Keep it") == snapshot("Decision 1 is kept: Answer leads within the hour.")
    assert ana.clicks("Drop it").startswith("Somebody was quicker: it is kept already.")
    assert ana.types("/digest decisions") == snapshot("""\
The log, the newest first
• Digest of week 48: nothing changed
• Digest of week 47, decision 1: Answer leads within the hour (Sarah; kept)
[Decide something]\
""")
    assert ana.types("/digest quarter") == snapshot("""\
Looking back on quarter 4 of 2026
=================================
Settled
• Answer leads within the hour (Sarah): kept
12 weeks went by without a decision, not even that nothing changes. Three questions: what do we keep, what do we stop, what do we try next?
[Decide something]\
""")


def test_a_decision_about_comments_shows_what_became_of_comments(office: Practice, rounds: Rounds) -> None:
    with rounds.database.transaction() as session:
        history.remember(session, office.workspace.id, office.now)
    ana, ben = office.people("ana", "ben")
    decide(ana, "2026-W43", change="Ask a question in every post", expects="More comments on posts")
    decide(ana, "2026-W46", change="Post at noon", expects="More people reached by posts")
    decide(ana, "2026-W44", change="Show faces", expects="More of those reached engaging")
    assert ben.types("/digest decisions") == snapshot("""\
To be looked at again
Decision 1, Ask a question in every post (Ana, Mon 28 Dec 2026). Comments on a post in the 4 weeks since: 4 in the middle of 11 posts (1 to 7); in the 4 weeks before: 3.5 in the middle of 10 posts (0 to 7). Chance alone does that easily. 20 leads in the 4 weeks since, 18 in the 4 weeks before. Chance alone does that easily.
[Keep it] [Change it] [Drop it]
Decision 2, Post at noon (Ana, Mon 28 Dec 2026). Reach of a post in the week since: 329, 523 and 586 on 3 posts; in the week before: 492, 555 and 558 on 3 posts. That is too little to compare. 5 leads in the week since, 5 in the week before. Chance alone does that easily.
[Keep it] [Change it] [Drop it]
Decision 3, Show faces (Ana, Mon 28 Dec 2026). Engaged, of every 100 reached in the 3 weeks since: 8.8 on 9 posts (8 to 9.6); in the 3 weeks before: 8.4 on 6 posts (7.4 to 9.4). Chance alone does that easily. 15 leads in the 3 weeks since, 15 in the 3 weeks before. Chance alone does that easily.
[Keep it] [Change it] [Drop it]
The log, the newest first
• Digest of week 44, decision 3: Show faces (Ana; again on Mon 28 Dec 2026)
• Digest of week 46, decision 2: Post at noon (Ana; again on Mon 28 Dec 2026)
• Digest of week 43, decision 1: Ask a question in every post (Ana; again on Mon 28 Dec 2026)
[Decide something]\
""")


def decide(ana: Actor, week: str, *, change: str, expects: str) -> None:
    """Have Ana write down a decision about a week that is over."""
    ana.types(f"/digest {week}")
    ana.clicks("Decide something")
    ana.fills_in({"What will you do differently?": change, "What do you expect of it?": expects})
    assert "looks at it again" in ana.submits()
    ana.closes()

"""Leads, figures and the digest that sets them side by side: what is unknown is never shown as nothing."""

from inline_snapshot import snapshot

from bot.app import Rounds
from bot.demo import history
from simulator.people import Practice


def test_a_week_without_data_says_so_and_shows_no_zero(office: Practice) -> None:
    sarah = office.person("sarah")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    digest = sarah.sees("#social").partition("Week 48, ")[2].partition("Rounds:")[0]
    assert digest == snapshot("""\
Mon 23 Nov to Sun 29 Nov
  =================================
  None of 3 planned places is out. Empty places: Mon 23 Nov (service), Thu 26 Nov (human) and Sat 28 Nov (community).
  Still to come: a line from Ana and a line from Sarah.
  Marketing, Ana No posts out
  Sales, Sarah No leads logged yet `/leads` logs the first one
  Too early to say. Leads are compared once eight whole weeks are known; so far none are.
  To settle by Thu 3 Dec: what would make the coming week easier? Ana starts. @Ana and @Sarah, a line each, please: good, bad or in between.
  [Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
  No numbers have been entered yet. Definitions: version 1.
""")


def test_a_silent_desk_is_not_taken_for_a_week_without_leads(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    office.skip_to("thursday 16:05")
    ana.types("/plan")
    ana.clicks("Posted", on="Meet our hygienist")
    ana.submits()
    ana.closes()
    ana.types("/figures")
    ana.clicks("Enter figures")
    ana.fills_in({"Reach": "410", "Reactions": "31"})
    ana.submits()
    ana.closes()
    sarah.types("/leads add phone")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    digest = sarah.sees("#social").partition("Week 49, ")[2]
    assert "Sales, Sarah No leads logged If none came, the line has a box for that" in digest
    assert "0 leads" not in digest


def test_a_line_is_added_to_the_digest_where_it_stands_in_every_channel(practice: Practice) -> None:
    ana, sarah, reyes = practice.people("ana", "sarah", "reyes")
    ana.types("/rounds setup")
    ana.fills_in(
        {
            "Where does the weekly digest go?": ["#social", "#front-desk"],
            "Who steps in for the lead?": "reyes",
            "Who speaks for marketing?": "ana",
            "Who speaks for the front desk or sales?": "sarah",
        }
    )
    ana.submits()
    ana.closes()
    practice.skip_to("sunday 12:00")
    practice.skip_to("monday 9:05")
    posted = len(practice.slack.journal.entries("chat.postMessage"))
    sarah.clicks("Sarah: add a line")
    sarah.fills_in({"What lies in between?": "Quiet, and <!channel> is not *called*."})
    sarah.submits()
    sarah.closes()
    for channel in ("#social", "#front-desk"):
        assert sarah.sees(channel).count("Week 48, ") == 1
        assert "Quiet, and <!channel> is not" in sarah.sees(channel)
        assert "a line from Sarah" not in sarah.sees(channel)
        assert "a line from Ana" in sarah.sees(channel)
    assert len(practice.slack.journal.entries("chat.postMessage")) == posted
    assert reyes.clicks("Ana: add a line") == snapshot("""\
Ana writes the line for marketing.
Tell Ana what you would like in it.\
""")


def test_with_weeks_behind_it_the_digest_has_charts_and_one_honest_sentence(office: Practice, rounds: Rounds) -> None:
    with rounds.database.transaction() as session:
        history.remember(session, office.workspace.id, office.now)
    sarah = office.person("sarah")
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    assert sarah.sees("#social").partition("Week 48, ")[2].partition("Rounds:")[0] == snapshot("""\
Mon 23 Nov to Sun 29 Nov
  =================================
  None of 3 planned places is out. Empty places: Mon 23 Nov (service), Thu 26 Nov (human) and Sat 28 Nov (community).
  Still to come: a line from Ana and a line from Sarah.
  Marketing, Ana No posts out
  Sales, Sarah 7 leads: Instagram 4, phone 2, referral 1 7 reached, 3 booked, 3 shown so far 2 lost (no answer), 5 still open
  Engagements a week (bar chart; Week from)
    Engagements: 5 Oct 131, 12 Oct 101, 19 Oct 77, 26 Oct 74, 2 Nov 141, 9 Nov 136, 16 Nov 122
  Leads a week (bar chart; Week from)
    Leads: 5 Oct 4, 12 Oct 6, 19 Oct 4, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5, 23 Nov 7
  In the usual range. 22 leads in the last four weeks, where about 18 would be usual. It would have to be 8 or fewer, or 31 or more, to mean something.
  To settle by Thu 3 Dec: what would make the coming week easier? Ana starts. @Ana and @Sarah, a line each, please: good, bad or in between.
  [Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
  Last lead logged Thu 26 Nov. Figures last entered Tue 24 Nov. Source known for all 7 leads. Definitions: version 1. Weeks without numbers are left out of the charts.
    \
""")


def test_the_digest_on_request_is_for_whoever_asks(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    assert ben.types("/digest", "#social").startswith("Week 47 was over before Rounds was set up on Mon 23 Nov 2026")
    assert ben.types("/digest this", "#social").startswith("Week 48, Mon 23 Nov to Sun 29 Nov")
    assert "Week 4" not in ana.sees("#social")


def test_a_lead_is_logged_in_two_taps_and_taken_back_in_one(office: Practice) -> None:
    sarah = office.person("sarah")
    assert sarah.types("/leads add", "#front-desk") == snapshot("""\
+ Log a lead
| How did they say they found you?: (Pick one v)
| What would you guess yourself? (optional): (Pick one v)
| Where do they live? (optional): ____ (021)
|   The first three digits of the postcode. I cut off what is more.
| Which day did it come?: (2026-11-23 v)
| At what time? (optional): (Select a time v)
|   If you know it. It tells how soon people are reached, and how many come while you are closed.
| Your own code (optional): ____ (A-117)
|   Never a name, a phone number or a date of birth. The lead has its running number in any case.
| [Cancel] [Log it]\
""")
    sarah.fills_in({"How did they say they found you?": "Instagram"})
    assert "Lead 1 from Instagram (said), today." in sarah.submits()
    sarah.closes()
    sarah.types("/leads")
    assert "booked" in sarah.picks("Lead 1 from Instagram (said), today", "Booked")
    sarah.types("/leads add phone")
    sarah.clicks("Take back")
    assert "Lead 2" not in sarah.types("/leads")


def test_a_lead_that_looks_like_a_name_is_not_taken(office: Practice) -> None:
    sarah = office.person("sarah")
    assert sarah.types("/leads add phone Jane Roe") == snapshot("""\
That may be somebody's name or number, so I kept nothing. One word for where they came from is enough.
For example: `/leads add instagram`\
""")
    assert "Jane" not in sarah.types("/leads")


def test_figures_that_are_no_numbers_are_said_beside_their_field(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan add today 4pm Meet our hygienist #human")
    office.skip_to("monday 16:05")
    ana.types("/plan")
    ana.clicks("Posted", on="Meet our hygienist")
    ana.submits()
    ana.clicks("Add figures")
    ana.fills_in({"Reach": "410", "Link clicks": "about 12"})
    said = ana.submits()
    assert said == snapshot("""\
+ Figures
| Meet our hygienist, Mon 23 Nov
| Enter what you know. What stays empty counts as not known, not as zero.
| Reach (optional): 410
|   How many different people saw it.
| Views (optional): ____
|   How many times it was shown or played.
| Comments (optional): ____
| Reactions (optional): ____
|   Likes and the like.
| Shares (optional): ____
| Saves (optional): ____
| Link clicks (optional): about 12
|   ! Please enter a valid number.
| [Cancel] [Save]\
""")
    ana.fills_in({"Link clicks": ""})
    assert ana.submits() == snapshot("""\
+ Rounds
| Meet our hygienist: reach 410. Not known yet: views, comments, reactions, shares, saves and link clicks.
| [Update] [All figures]
| [Done]\
""")


def test_each_channel_gets_the_digest_at_its_own_hour_with_its_details_in_the_thread(
    practice: Practice, rounds: Rounds
) -> None:
    ana, sarah = practice.people("ana", "sarah")
    ana.types("/rounds setup")
    asked = {"Where does the weekly digest go?": ["#social", "#front-desk"], "Who speaks for marketing?": "ana"}
    ana.fills_in({**asked, "Who speaks for the front desk or sales?": "sarah"})
    ana.submits()
    ana.closes()
    ana.types("/rounds setup")
    ana.fills_in({"#front-desk: another time?": "8am"})
    assert "Next digest: Mon 30 Nov, 8:00 AM, in #front-desk; 9:00 AM, in #social" in ana.submits()
    ana.closes()
    with rounds.database.transaction() as session:
        history.remember(session, practice.workspace.id, practice.now)
    practice.skip_to("sunday 12:00")
    practice.skip_to("monday 8:05")
    early = sarah.sees("#front-desk")
    assert "Week 48, " in early
    assert "What stands behind week 48" in early
    assert "Week 48, " not in sarah.sees("#social")
    practice.skip_to("monday 9:05")
    assert sarah.sees("#social").count("Week 48, ") == 1
    assert sarah.sees("#social").count("What stands behind week 48") == 1
    assert sarah.sees("#front-desk").count("What stands behind week 48") == 1

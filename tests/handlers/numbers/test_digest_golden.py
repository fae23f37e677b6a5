"""Whole digests as people read them: a full week, a first week, a silent side, a week of zero, and the extremes."""

import ast
import re
import textwrap
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from inline_snapshot import snapshot
from numbers_practice import MONDAY, ZONE
from sqlmodel import select

from bot.blocks import digest as drawn
from bot.blocks import surfaces
from bot.blocks.digest_details import draw_digest_detailed, draw_posts_compared
from bot.commands.vocabulary import ComparePosts
from bot.domain import composing
from bot.domain.digest import GoalLine, Thanks
from bot.domain.outcomes.digest import DigestShown
from bot.domain.verdict import Share
from bot.domain.weeks import Week
from bot.handlers import digest
from storage import members
from storage.tables import Delivery, Kind, Line, Role, Slot, Spending, Stage

WEEK = "2026-W48"
MON, THU, SAT = date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 28)


@pytest.fixture
def database_url(sqlite_url):
    """What is drawn is the same whichever database the rows come from."""
    return sqlite_url


def composed(practice):
    owed = {"key": "digest", "kind": "digest", "recipient": "C1", "about": {"week": WEEK}}
    delivery = Delivery(workspace_id=practice.id, due_at=MONDAY, made_at=MONDAY, **owed)
    return digest.compose_digest(practice.scene(), delivery)


def detailed(practice):
    owed = {"key": "digest", "kind": "digest-details", "recipient": "C1", "about": {"week": WEEK}}
    delivery = Delivery(workspace_id=practice.id, due_at=MONDAY, made_at=MONDAY, **owed)
    return digest.compose_digest_details(practice.scene(), delivery)


def with_goal(practice, **more):
    """The digest as it is with a goal that nobody has typed in."""
    rows = digest.gather(Week.parse(WEEK), practice.scene())
    return DigestShown(composing.compose(replace(rows, **more), Week.parse(WEEK), now=MONDAY, zone=ZONE), True)


def read(practice, message):
    return wrapped(practice.sees(message))


def wrapped(seen):
    lines = seen.splitlines()
    return "\n".join(textwrap.fill(line, 100, subsequent_indent="    ") for line in lines)


def says(practice, member, side, words="", **more):
    more = {"in_between": words, **more}
    line = Line(workspace_id=practice.id, week=WEEK, side=side, member_id=member.id, written_at=MONDAY, **more)
    practice.session.add(line)
    practice.session.flush()


def a_full_week(practice):
    """Two of three posts out with figures, four counted leads, one line; twelve ordinary weeks before."""
    practice.leads_a_week([4, 5, 6, 5, 4, 5, 7, 5, 4, 6, 5, 4, 5, 6, 4, 0])
    for number, lead in enumerate(practice.all_leads()):
        lead.stage = (Stage.BOOKED, Stage.LOST, Stage.REACHED)[number % 3]
        lead.booked_at = lead.logged_at if lead.stage == Stage.BOOKED else None
    first = practice.post("Invisalign in six questions", MON, Kind.SERVICE, link="https://instagram.example/p/1")
    practice.figures(first, reach=300, reactions=20, comments=3, clicks=4)
    second = practice.post("Meet our hygienist", THU, link="https://instagram.example/p/2", at=16)
    practice.figures(second, reach=412, reactions=48, comments=5, shares=6, saves=2, clicks=9)
    practice.post("Toy drive", SAT, Kind.COMMUNITY, out=False)
    for back in (1, 2, 4, 5, 6, 7):
        before = practice.post("Earlier", MON - timedelta(weeks=back))
        practice.figures(before, reach=200, reactions=20 + back)
    practice.post("Earlier, without figures", MON - timedelta(weeks=3))
    practice.lead(MON, stage="booked")
    practice.lead(MON, stage="lost", reason="price")
    practice.lead(THU, "google")
    practice.lead(THU, "unknown", stage="reached")
    practice.lead(THU, stage="lost", reason="spam")
    says(practice, practice.sarah, "sales", "Many asked about *Saturday* hours <!channel>")


def test_a_full_week(practice):
    a_full_week(practice)
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
2 of 3 planned places are out. Planned but not seen: Toy drive (Sat 28 Nov).
Still to come: a line from Ana.
Marketing, Ana 2 posts out Reach 300 to 412 a post 8 comments among 84 engagements, 12 for every 100
    reached; 13 link clicks
Sales, Sarah 4 leads: Instagram 2, Google 1, unknown 1 2 reached, 1 booked so far 1 lost (price), 3
    still open, 1 not counted (spam)
Engagements a week (bar chart; Week from)
  Engagements: 5 Oct 27, 12 Oct 26, 19 Oct 25, 26 Oct 24, 9 Nov 22, 16 Nov 21, 23 Nov 84
Leads a week (bar chart; Week from)
  Leads: 5 Oct 4, 12 Oct 6, 19 Oct 5, 26 Oct 4, 2 Nov 5, 9 Nov 6, 16 Nov 4, 23 Nov 4
Posts of week 48
Post                        | Reach | Comments | Engagements | Link clicks | Link
-----------------------------------------------------------------------------------
Invisalign in six questions |   300 |        3 |          23 |           4 | See it
Meet our hygienist          |   412 |        5 |          61 |           9 | See it
In the usual range. 19 leads in the last four weeks, where about 20 would be usual. It would have to
    be 10 or fewer, or 32 or more, to mean something.
Sarah, in between: “Many asked about ∗Saturday∗ hours <!channel>”
To settle by Thu 3 Dec: what did people ask about or react to? Sarah starts. @Ana, a line, please:
    good, bad or in between. Thank you, Sarah.
[Ana: add a line] [Sarah: change the line] [Decide something] [Nothing changes]
Last lead logged Thu 26 Nov. Figures last entered Fri 27 Nov. Source unknown for 1 of 4 leads.
    Definitions: version 1. Weeks without numbers are left out of the charts.\
""")


def test_a_full_week_where_slack_draws_no_charts(practice):
    a_full_week(practice)
    message = drawn.draw_digest_plain(composed(practice))
    shown = drawn.draw_digest_shown(composed(practice))
    assert practice.sees(surfaces.draw_plain(shown)) == practice.sees(message)
    assert {block["type"] for block in message.blocks} <= {"header", "section", "actions", "context"}
    assert read(practice, message) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
2 of 3 planned places are out. Planned but not seen: Toy drive (Sat 28 Nov).
Still to come: a line from Ana.
Marketing, Ana 2 posts out Reach 300 to 412 a post 8 comments among 84 engagements, 12 for every 100
    reached; 13 link clicks
Sales, Sarah 4 leads: Instagram 2, Google 1, unknown 1 2 reached, 1 booked so far 1 lost (price), 3
    still open, 1 not counted (spam)
• Engagements a week: 5 Oct 27, 12 Oct 26, 19 Oct 25, 26 Oct 24, 9 Nov 22, 16 Nov 21, 23 Nov 84
• Leads a week: 5 Oct 4, 12 Oct 6, 19 Oct 5, 26 Oct 4, 2 Nov 5, 9 Nov 6, 16 Nov 4, 23 Nov 4
• Invisalign in six questions: reach 300, 3 comments, 20 reactions, 4 link clicks, see it
• Meet our hygienist: reach 412, 5 comments, 48 reactions, 6 shares, 2 saves, 9 link clicks, see it
In the usual range. 19 leads in the last four weeks, where about 20 would be usual. It would have to
    be 10 or fewer, or 32 or more, to mean something.
Sarah, in between: “Many asked about ∗Saturday∗ hours <!channel>”
To settle by Thu 3 Dec: what did people ask about or react to? Sarah starts. @Ana, a line, please:
    good, bad or in between. Thank you, Sarah.
[Ana: add a line] [Sarah: change the line] [Decide something] [Nothing changes]
Last lead logged Thu 26 Nov. Figures last entered Fri 27 Nov. Source unknown for 1 of 4 leads.
    Definitions: version 1. Weeks without numbers are left out of the charts.\
""")


def test_a_full_week_read_aloud(practice):
    a_full_week(practice)
    assert wrapped(drawn.draw_digest_shown(composed(practice)).text) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov. 2 of 3 planned places are out. Planned but not seen: Toy drive
    (Sat 28 Nov). Still to come: a line from Ana. Marketing: 2 posts out. Reach 300 to 412 a post. 8
    comments among 84 engagements, 12 for every 100 reached; 13 link clicks. Sales: 4 leads:
    Instagram 2, Google 1, unknown 1. 2 reached, 1 booked so far. 1 lost (price), 3 still open, 1
    not counted (spam). In the usual range. 19 leads in the last four weeks, where about 20 would be
    usual. It would have to be 10 or fewer, or 32 or more, to mean something. Sarah, in between:
    “Many asked about ∗Saturday∗ hours &lt;!channel&gt;”. To settle by Thu 3 Dec: what did people
    ask about or react to? Sarah starts. <@UANA>, a line, please: good, bad or in between. Thank
    you, Sarah.\
""")


def test_an_empty_first_week(practice):
    practice.workspace.set_up_at = datetime(2026, 11, 26, 15, tzinfo=UTC)
    for slot in practice.session.exec(select(Slot)):
        slot.since_on = date(2026, 11, 26)
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
None of 2 planned places is out. Empty places: Thu 26 Nov (human) and Sat 28 Nov (community).
Still to come: a line from Ana and a line from Sarah.
Marketing, Ana No posts out
Sales, Sarah No leads logged yet `/leads` logs the first one
Too early to say. Leads are compared once eight whole weeks are known; so far none are.
To settle by Thu 3 Dec: what would make the coming week easier? Ana starts. @Ana and @Sarah, a line
    each, please: good, bad or in between.
[Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
No numbers have been entered yet. Definitions: version 1.\
""")


def test_a_week_in_which_the_sales_side_is_silent(practice):
    practice.leads_a_week([5] * 15 + [0])
    team = practice.post("Team photo", MON, Kind.SERVICE)
    practice.figures(team, reach=250, reactions=31)
    practice.post("Meet our hygienist", THU, Kind.HUMAN)
    practice.post("Toy drive", SAT, Kind.COMMUNITY)
    says(practice, practice.ana, "marketing", "The team photo did well with families")
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
3 of 3 planned places are out.
Still to come: figures for Meet our hygienist and Toy drive; a line from Sarah.
Marketing, Ana 3 posts out, figures for 1 Reach 250 31 engagements, 12 for every 100 reached
Sales, Sarah No leads logged If none came, the line has a box for that
Leads a week (bar chart; Week from)
  Leads: 5 Oct 5, 12 Oct 5, 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5
Posts of week 48
Post               |     Reach | Comments  | Engagements | Link clicks | Link
-----------------------------------------------------------------------------
Team photo         |       250 | not known |          31 | not known   | none
Meet our hygienist | not known | not known |   not known | not known   | none
Toy drive          | not known | not known |   not known | not known   | none
Can't compare: data missing (sales: leads of the week from 23 Nov).
Ana, in between: “The team photo did well with families”
To settle by Thu 3 Dec: who notes the leads and how far they come, and when in the day? Sarah
    starts. @Sarah, a line, please: good, bad or in between. Thank you, Ana.
[Ana: change the line] [Sarah: add a line] [Decide something] [Nothing changes]
Last lead logged Mon 16 Nov. Figures last entered Tue 24 Nov. Definitions: version 1. Weeks without
    numbers are left out of the charts.\
""")


def test_a_week_without_leads_once_the_sales_side_says_so(practice):
    practice.leads_a_week([5] * 15 + [0])
    practice.post("Team photo", MON, Kind.SERVICE)
    says(practice, practice.sarah, "sales", "Closed for the holiday, and quiet before that", says_none=True)
    says(practice, practice.ana, "marketing", "One post, the rest moved to next week")
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
1 of 3 planned places is out. Empty places: Thu 26 Nov (human) and Sat 28 Nov (community).
Still to come: figures for Team photo.
Marketing, Ana 1 post out, no figures yet
Sales, Sarah No leads this week
Leads a week (bar chart; Week from)
  Leads: 5 Oct 5, 12 Oct 5, 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5, 23 Nov 0
Posts of week 48
Post       | Reach     | Comments  | Engagements | Link clicks | Link
---------------------------------------------------------------------
Team photo | not known | not known | not known   | not known   | none
In the usual range. 15 leads in the last four weeks, where about 20 would be usual. It would have to
    be 10 or fewer, or 32 or more, to mean something.
Ana, in between: “One post, the rest moved to next week”
Sarah, in between: “Closed for the holiday, and quiet before that”
To settle by Thu 3 Dec: what would make the coming week easier? Ana starts. Thank you, Ana and
    Sarah.
[Ana: change the line] [Sarah: change the line] [Decide something] [Nothing changes]
Last lead logged Mon 16 Nov. Definitions: version 1.\
""")


def test_a_line_alone_does_not_turn_an_empty_log_into_zero(practice):
    practice.leads_a_week([5] * 15 + [0])
    says(practice, practice.sarah, "sales", "I was away all week")
    seen = read(practice, drawn.draw_digest_shown(composed(practice)))
    assert "No leads logged" in seen
    assert "Can't compare: data missing (sales: leads of the week from 23 Nov)." in seen


def test_a_week_without_leads_is_also_known_when_the_log_is_used_afterwards(practice):
    practice.leads_a_week([5] * 15 + [0])
    practice.lead(date(2026, 11, 30))
    assert "No leads this week" in read(practice, drawn.draw_digest_shown(composed(practice)))


@pytest.mark.parametrize(
    ("last_four", "verdict"),
    [
        ([8, 9, 8, 9], "Higher than usual — likely real. 34 leads in the last four weeks, where about 20 would"),
        ([2, 2, 3, 2], "Lower than usual — likely real. 9 leads in the last four weeks, where about 20 would"),
        ([5, 4, 9, 6], "In the usual range. 24 leads in the last four weeks, where about 20 would"),
    ],
)
def test_the_verdict_is_one_of_the_fixed_sentences_with_its_counts(practice, last_four, verdict):
    practice.leads_a_week([5] * 12 + last_four)
    assert verdict in read(practice, drawn.draw_digest_shown(composed(practice)))


def test_earlier_bookings_come_with_their_range(practice):
    practice.leads_a_week([0, 0, 0, 0, 0, 0, 10, 10, 0, 0])
    for number, lead in enumerate(practice.all_leads()):
        lead.stage, lead.booked_at = (Stage.BOOKED, lead.logged_at) if number < 8 else (Stage.REACHED, None)
    seen = practice.sees(draw_digest_detailed(detailed(practice)))
    assert "Of 20 leads that came from Mon 21 Sep to Sun 15 Nov, 8 are booked, which fits anything from 22 to" in seen


def test_without_named_people_the_lead_is_asked_for_both_sides(practice):
    for role in (Role.MARKETING, Role.SALES):
        members.hold(practice.session, practice.id, role, None)
    practice.session.flush()
    seen = practice.sees(drawn.draw_digest_shown(composed(practice)))
    assert "a line from Ana for each side" in seen
    assert "Marketing, nobody yet" in seen
    assert "@Ana, a line for each side, please" in seen
    assert "[For marketing: add a line] [For sales: add a line]" in seen


def test_of_one_person_who_speaks_for_both_sides_the_buttons_say_which(practice):
    ana = members.holders(practice.session, practice.id)[Role.MARKETING]
    members.hold(practice.session, practice.id, Role.SALES, ana)
    practice.session.flush()
    seen = practice.sees(drawn.draw_digest_shown(composed(practice)))
    assert "Sales, Ana" in seen
    assert "[For marketing: add a line] [For sales: add a line]" in seen


def test_an_empty_place_on_a_closed_day_is_no_gap(practice):
    practice.workspace.opening = {**practice.workspace.opening, "closed_days": ["2026-11-26"]}
    seen = read(practice, drawn.draw_digest_shown(composed(practice)))
    assert "Empty places: Mon 23 Nov (service) and Sat 28 Nov (community)" in seen
    assert "None of 2 planned places is out." in seen


def john_and_sarah(practice, booked):
    """Good engagement, five forms a week for six weeks, twenty of them old enough to judge."""
    practice.ana.name = practice.names.people[practice.ana.user_id] = "John"
    practice.leads_a_week([5] * 6)
    for number, lead in enumerate(reversed(practice.all_leads())):
        lead.guessed, lead.stage, lead.reached_at = "facebook", Stage.REACHED, lead.logged_at
        if number < booked:
            lead.stage, lead.booked_at = Stage.BOOKED, lead.logged_at
    for number, on in enumerate((MON, THU, SAT)):
        post = practice.post(f"Smile {number + 1}", on, (Kind.SERVICE, Kind.HUMAN, Kind.COMMUNITY)[number])
        practice.figures(post, reach=900 + 100 * number, reactions=80 + number, comments=12, clicks=31)
    until, share = date(2026, 12, 18), Share(booked, 20)
    return GoalLine("30 in 100 leads booked", until, practice.reyes, 0.3, share=share, is_booked=True)


def test_john_and_sarah_below_their_goal(practice):
    goal = john_and_sarah(practice, booked=1)
    assert read(practice, drawn.draw_digest_shown(with_goal(practice, goal=goal))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
3 of 3 planned places are out.
Still to come: a line from John and a line from Sarah.
Goal: 30 in 100 leads booked by Fri 18 Dec, Dr. Reyes keeps an eye on it. 1 of 20 so far, which fits
    1 to 24 in 100; the goal is 30 in 100.
Marketing, John 3 posts out Reach 900 to 1,100 a post 36 comments among 279 engagements, 9.3 for
    every 100 reached; 93 link clicks
Sales, Sarah 5 leads: Facebook 5 5 reached so far 5 still open
Leads a week (bar chart; Week from)
  Leads: 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5, 23 Nov 5
Posts of week 48
Post    | Reach | Comments | Engagements | Link clicks | Link
-------------------------------------------------------------
Smile 1 |   900 |       12 |          92 |          31 | none
Smile 2 | 1,000 |       12 |          93 |          31 | none
Smile 3 | 1,100 |       12 |          94 |          31 | none
Below goal — likely real. 1 of 20 leads that came from Mon 21 Sep to Sun 15 Nov is booked.
To settle by Thu 3 Dec: do we reach the right people, how soon do we answer, and is the offer clear?
    Sarah starts. @John and @Sarah, a line each, please: good, bad or in between.
[John: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
Last lead logged Mon 23 Nov. Figures last entered Sun 29 Nov. Source known for all 5 leads.
    Definitions: version 1.\
""")


def test_john_and_sarah_when_it_is_too_early_to_say(practice):
    goal = john_and_sarah(practice, booked=3)
    assert read(practice, drawn.draw_digest_shown(with_goal(practice, goal=goal))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
3 of 3 planned places are out.
Still to come: a line from John and a line from Sarah.
Goal: 30 in 100 leads booked by Fri 18 Dec, Dr. Reyes keeps an eye on it. 3 of 20 so far, which fits
    5 to 36 in 100; the goal is 30 in 100.
Marketing, John 3 posts out Reach 900 to 1,100 a post 36 comments among 279 engagements, 9.3 for
    every 100 reached; 93 link clicks
Sales, Sarah 5 leads: Facebook 5 5 reached so far 5 still open
Leads a week (bar chart; Week from)
  Leads: 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5, 23 Nov 5
Posts of week 48
Post    | Reach | Comments | Engagements | Link clicks | Link
-------------------------------------------------------------
Smile 1 |   900 |       12 |          92 |          31 | none
Smile 2 | 1,000 |       12 |          93 |          31 | none
Smile 3 | 1,100 |       12 |          94 |          31 | none
Too early to say. 3 of 20 leads that came from Mon 21 Sep to Sun 15 Nov are booked. It would have to
    be 2 or fewer to mean something.
To settle by Thu 3 Dec: what did people ask about or react to? Sarah starts. @John and @Sarah, a
    line each, please: good, bad or in between.
[John: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
Last lead logged Mon 23 Nov. Figures last entered Sun 29 Nov. Source known for all 5 leads.
    Definitions: version 1.\
""")


def test_john_and_sarah_where_nobody_says_how_far_the_leads_came(practice):
    goal = john_and_sarah(practice, booked=0)
    for lead in practice.all_leads():
        lead.stage, lead.reached_at = Stage.NEW, None
    seen = practice.sees(drawn.draw_digest_shown(with_goal(practice, goal=goal)))
    assert "Can't compare: data missing (sales: how far 20 of 20 leads came)." in seen
    assert "who notes the leads" in seen


def test_a_week_with_more_leads_than_usual_and_everything_in_it(practice):
    practice.leads_a_week([5] * 12 + [8, 9, 8, 9])
    for kind, on, made in ((Kind.SERVICE, MON, "us"), (Kind.HUMAN, THU, "agency"), (Kind.COMMUNITY, SAT, "us")):
        post = practice.post(
            f"About {kind}", on, kind, substitute="graphic" if kind == Kind.HUMAN else "", made_by=made
        )
        practice.figures(post, reach=500, reactions=40)
    practice.figures(practice.post("And one more", SAT, Kind.HUMAN, at=15), reach=200, clicks=3)
    said = {"good": "Faces work.", "bad": "No picture on Thursday.", "in_between": "Rain on Saturday."}
    says(practice, practice.ana, "marketing", **said)
    says(practice, practice.sarah, "sales", "", good="Callers know Ben.")
    goal = GoalLine("40 leads in November", date(2026, 11, 30), None, 40, count=34)
    thanks = (Thanks(practice.ben, practice.reyes),)
    assert read(practice, drawn.draw_digest_shown(with_goal(practice, goal=goal, thanks=thanks))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
3 of 3 planned places are out, and 1 extra post beside them, 1 with a substitute picture.
Goal: 40 leads in November by Mon 30 Nov. 34 of 40 so far.
Marketing, Ana 4 posts out Reach 200 to 500 a post 120 engagements, 8 for every 100 reached; 3 link
    clicks
Sales, Sarah 9 leads: Instagram 9 All still new
Leads a week (bar chart; Week from)
  Leads: 5 Oct 5, 12 Oct 5, 19 Oct 5, 26 Oct 5, 2 Nov 8, 9 Nov 9, 16 Nov 8, 23 Nov 9
Posts of week 48
Post            | Reach | Comments  | Engagements | Link clicks | Link
----------------------------------------------------------------------
About service   |   500 | not known |          40 |   not known | none
About human     |   500 | not known |          40 |   not known | none
About community |   500 | not known |          40 |   not known | none
And one more    |   200 | not known |   not known |           3 | none
Higher than usual — likely real. 34 leads in the last four weeks, where about 20 would be usual.
Ana, good: “Faces work.” Bad: “No picture on Thursday.” In between: “Rain on Saturday.”
Sarah, good: “Callers know Ben.”
To settle by Thu 3 Dec: what do we keep just as it is? Ana starts. Thank you, Ana and Sarah. Dr.
    Reyes thanks Ben for logging the leads.
[Ana: change the line] [Sarah: change the line] [Decide something] [Nothing changes]
Last lead logged Mon 23 Nov. Figures last entered Sun 29 Nov. Source known for all 9 leads.
    Definitions: version 1.\
""")


def test_a_week_with_fewer_leads_than_usual(practice):
    practice.leads_a_week([5] * 12 + [2, 2, 3, 2])
    for kind, on in ((Kind.SERVICE, MON), (Kind.HUMAN, THU), (Kind.COMMUNITY, SAT)):
        practice.figures(practice.post(f"About {kind}", on, kind), views=800)
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
3 of 3 planned places are out.
Still to come: a line from Ana and a line from Sarah.
Marketing, Ana 3 posts out
Sales, Sarah 2 leads: Instagram 2 All still new
Leads a week (bar chart; Week from)
  Leads: 5 Oct 5, 12 Oct 5, 19 Oct 5, 26 Oct 5, 2 Nov 2, 9 Nov 2, 16 Nov 3, 23 Nov 2
Posts of week 48
Post            | Reach     | Comments  | Engagements | Link clicks | Link
--------------------------------------------------------------------------
About service   | not known | not known | not known   | not known   | none
About human     | not known | not known | not known   | not known   | none
About community | not known | not known | not known   | not known   | none
Lower than usual — likely real. 9 leads in the last four weeks, where about 20 would be usual.
To settle by Thu 3 Dec: what do people ask for now, and do the posts speak to it? Sarah starts. @Ana
    and @Sarah, a line each, please: good, bad or in between.
[Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
Last lead logged Mon 23 Nov. Figures last entered Sun 29 Nov. Source known for all 2 leads.
    Definitions: version 1.\
""")


def test_a_practice_that_never_entered_anything(practice):
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
None of 3 planned places is out. Empty places: Mon 23 Nov (service), Thu 26 Nov (human) and Sat 28
    Nov (community).
Still to come: a line from Ana and a line from Sarah.
Marketing, Ana No posts out
Sales, Sarah No leads logged yet `/leads` logs the first one
Can't compare: data missing (sales: leads).
To settle by Thu 3 Dec: what would make the coming week easier? Ana starts. @Ana and @Sarah, a line
    each, please: good, bad or in between.
[Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
No numbers have been entered yet. Definitions: version 1.\
""")
    assert detailed(practice) is None


def a_quarter(practice):
    """Twelve weeks of posts by two makers on two networks, some with a substitute picture, and leads of ads."""
    a_full_week(practice)
    for number in range(16):
        on = MON - timedelta(days=4 * number + 1)
        network = "Instagram" if number % 2 else "IG and Facebook"
        post = practice.post(
            f"Quarter {number}",
            on,
            Kind.HUMAN if number % 3 else Kind.SERVICE,
            network=network,
            made_by="agency" if number % 4 == 3 else "us",
            substitute="library" if number % 5 == 0 else "",
        )
        practice.figures(post, reach=300 + 10 * number, reactions=20 + 40 * (number % 3))
        if number in (1, 4, 7):
            practice.lead(on, network="facebook", post_id=post.id, stage=Stage.SHOWN)
    for first, cents in ((date(2026, 11, 1), 60_000), (date(2026, 11, 16), 10_000)):
        practice.session.add(
            Spending(
                workspace_id=practice.id,
                from_on=first,
                until_on=first + timedelta(days=13),
                network="meta",
                purpose="lead_generation",
                cents=cents,
                currency="USD",
                outside_id=str(first),
                entered_at=MONDAY,
            )
        )
    practice.session.flush()


def test_what_stands_behind_a_digest_is_told_in_its_thread(practice):
    a_quarter(practice)
    assert read(practice, draw_digest_detailed(detailed(practice))) == snapshot("""\
What stands behind week 48
Leads
• 21 leads in the last four weeks beside about 20 in four usual ones: that fits 0.6 to 1.7 times as
    many.
• Of 44 leads that came from Mon 21 Sep to Sun 15 Nov, 16 are booked, which fits anything from 24 to
    51 in 100.
• Of 41 leads that came from Sat 5 Sep to Fri 30 Oct, 1 is shown, which fits anything from 0 to 13
    in 100.
• Younger leads are still open: booked is judged after 14 days, shown after 30.
• $657 on ads on Meta in the last four weeks: $329 for each of 2 leads from there, which fits $91 to
    $2,713.
Who asked, in twelve weeks
• Didn't fit: none of 42 leads booked or lost so far, which fits anything from 0 to 8 in 100; 20
    more stand open.
Posts of the week
• Invisalign in six questions: reach 300, 3 comments, 20 reactions, 4 link clicks, see it
• Meet our hygienist: reach 412, 5 comments, 48 reactions, 6 shares, 2 saves, 9 link clicks, see it
Twelve weeks of posts
• 3 of 62 leads are recorded with a post.
• Engaged, of every 100 reached: most for Quarter 2 (30), Quarter 5 (28) and Quarter 8 (26); fewest
    for Quarter 15 (4.8).
By kind
• Human: 18 posts, 3 leads recorded (0 to 0.5 a post), 19 of every 100 reached engaged (15 to 23)
• Service: 7 posts, no leads recorded (0 to 0.5 a post), 5.6 of every 100 reached engaged (2.6 to
    11)
By network
• Instagram: 16 posts, 3 leads recorded (0 to 0.5 a post), 15 of every 100 reached engaged (12 to
    20)
• Facebook: 8 posts, 1 lead recorded (0 to 0.7 a post), 16 of every 100 reached engaged (11 to 23)
By who made them
• Made here: 21 posts, 2 leads recorded (0 to 0.3 a post), 15 of every 100 reached engaged (12 to
    19)
• Made by the agency: 4 posts, 1 lead recorded (0 to 1.4 a post), 13 of every 100 reached engaged
    (6.7 to 22)
By picture
• A picture of their own: 21 posts, 3 leads recorded (0 to 0.4 a post), 15 of every 100 reached
    engaged (12 to 19)
• A substitute picture: 4 posts, no leads recorded (0 to 0.9 a post), 13 of every 100 reached
    engaged (7.1 to 22)
Definitions, version 1. Engagements: comments, reactions, shares and saves. Reach: people who saw a
    post, never added up over posts. Lead: one enquiry by a new person; existing patients and spam
    don't count. Ranges hold 95 times in 100.\
""")


def test_posts_beside_each_other_on_request(practice):
    a_quarter(practice)
    message = draw_posts_compared(digest.compare_posts(ComparePosts(), practice.call(practice.reyes)))
    assert read(practice, message) == snapshot("""\
25 posts out in twelve weeks, Tue 8 Sep to Mon 30 Nov
• 3 of 58 leads are recorded with a post.
• Engaged, of every 100 reached: most for Quarter 2 (30), Quarter 5 (28) and Quarter 8 (26); fewest
    for Quarter 15 (4.8).
By kind
• Human: 18 posts, 3 leads recorded (0 to 0.5 a post), 19 of every 100 reached engaged (15 to 23)
• Service: 7 posts, no leads recorded (0 to 0.5 a post), 5.6 of every 100 reached engaged (2.6 to
    11)
By network
• Instagram: 16 posts, 3 leads recorded (0 to 0.5 a post), 15 of every 100 reached engaged (12 to
    20)
• Facebook: 8 posts, 1 lead recorded (0 to 0.7 a post), 16 of every 100 reached engaged (11 to 23)
By who made them
• Made here: 21 posts, 2 leads recorded (0 to 0.3 a post), 15 of every 100 reached engaged (12 to
    19)
• Made by the agency: 4 posts, 1 lead recorded (0 to 1.4 a post), 13 of every 100 reached engaged
    (6.7 to 22)
By picture
• A picture of their own: 21 posts, 3 leads recorded (0 to 0.4 a post), 15 of every 100 reached
    engaged (12 to 19)
• A substitute picture: 4 posts, no leads recorded (0 to 0.9 a post), 13 of every 100 reached
    engaged (7.1 to 22)
Definitions, version 1. Engagements: comments, reactions, shares and saves. Reach: people who saw a
    post, never added up over posts. Lead: one enquiry by a new person; existing patients and spam
    don't count. Ranges hold 95 times in 100.\
""")
    assert message.text == snapshot(
        "25 posts out in twelve weeks, Tue 8 Sep to Mon 30 Nov. 3 of 58 leads are recorded with a post."
    )


def test_too_few_posts_are_not_set_beside_each_other(practice):
    for on in (MON, THU):
        practice.figures(practice.post("A post", on), reach=300, reactions=20)
    practice.figures(practice.post("Hardly seen", SAT), reach=99, reactions=90)
    message = draw_posts_compared(digest.compare_posts(ComparePosts(), practice.call(practice.reyes)))
    assert read(practice, message) == snapshot("""\
3 posts out in twelve weeks, Tue 8 Sep to Mon 30 Nov
• No leads are logged in this time.
• Posts are compared once 3 of them reached 100 people or more, with figures.
Definitions, version 1. Engagements: comments, reactions, shares and saves. Reach: people who saw a
    post, never added up over posts. Lead: one enquiry by a new person; existing patients and spam
    don't count. Ranges hold 95 times in 100.\
""")


FORBIDDEN = (
    "%",
    "blame",
    "fault",
    "failed",
    "failure",
    "because",
    "drove",
    "drive",
    "caused",
    "led to",
    "thanks to the post",
    "resulted",
    "forgot",
    "neglect",
    "should have",
    "poor",
    "worst",
    "disappoint",
    "0 leads",
)
CALLED = re.compile(r"\b(lazy|late|slow|careless|guilty|ignored|refused)\b")


def everything_said():
    """Every phrase that the digest's drawings hold, whether or not a digest of these tests comes to say it."""
    blocks = Path(drawn.__file__).parent
    for file in (*blocks.glob("digest*.py"), *(blocks / f"{name}.py" for name in ("verdict_phrases", "lines"))):
        tree = ast.parse(file.read_text())
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                yield node.value.lower().removeprefix("%b")  # how a month is written


def test_no_phrase_of_the_digest_blames_explains_or_counts_in_percent():
    said = list(everything_said())
    assert len(said) > 150
    assert [(word, words) for words in said for word in FORBIDDEN if word in words] == []
    assert [words for words in said if CALLED.search(words)] == []


def test_what_only_shows_that_people_looked_comes_after_what_came_of_it(practice):
    a_full_week(practice)
    for message in (drawn.draw_digest_shown(composed(practice)), drawn.draw_digest_plain(composed(practice))):
        first = " ".join(practice.sees(message).splitlines()[:6]).lower()
        assert [word for word in ("like", "follower", "reaction", "view") if word in first] == []


def lines_of(message):
    """Count the lines a person reads beside the charts and the table; columns stand side by side."""
    count = 0
    for block in message.blocks:
        if block["type"] == "section" and "fields" in block:
            count += max(len(field["text"].splitlines()) for field in block["fields"])
        elif block["type"] == "section":
            count += len(block["text"]["text"].splitlines())
        elif block["type"] == "context":
            count += 1
    return count


def test_the_fullest_digest_has_twelve_lines(practice):
    a_full_week(practice)
    practice.post("One more", THU, Kind.HUMAN)
    practice.session.flush()
    says(practice, practice.ana, "marketing", "Good week", good="Faces", bad="Rain")
    goal = GoalLine("More new patients", date(2026, 12, 18), practice.reyes, 0.3, Share(14, 42), is_booked=True)
    thanks = (Thanks(practice.ben, practice.reyes),)
    assert lines_of(drawn.draw_digest_shown(with_goal(practice, goal=goal, thanks=thanks))) == 12


@pytest.mark.parametrize("odd", ["*" * 200, "😀" * 200, "<!channel> & <@U1>" * 11, "שלום " * 40, "`~_*" * 50])
def test_the_longest_and_oddest_words_stay_within_slacks_limits_and_ping_nobody(practice, odd):
    practice.leads_a_week([9] * 16)
    for number in range(12):
        on, link = MON + timedelta(days=number % 7), "https://x.example/" + "y" * 900
        practice.post(odd * 10, on, out=number % 2 == 0, link=link)
    says(practice, practice.ana, "marketing", odd[:200])
    says(practice, practice.sarah, "sales", odd[:200])
    for draw in (drawn.draw_digest_shown, drawn.draw_digest_plain):
        message = draw(composed(practice))
        assert len(message.text.replace("<@", "").encode()) <= 4000
        assert len(message.blocks) <= 50
        assert sum(block["type"] == "data_visualization" for block in message.blocks) <= 2
        assert "<!channel" not in message.text
        texts = [block["text"]["text"] for block in message.blocks if "text" in block and block["type"] == "section"]
        assert not any("<!channel" in text for text in texts)
        assert sum(len(text) for text in texts) < 13_000


def test_how_soon_leads_were_reached_is_told_in_opening_hours_once_three_of_them_tell(practice):
    came = datetime(2026, 11, 23, 11, 0, tzinfo=ZONE)
    five_weeks_ago = came - timedelta(weeks=5)
    for moment, minutes in ((came, 10), (five_weeks_ago, 20), (came, 40)):
        lead = practice.lead(moment.date(), "instagram", "reached", came_at=moment)
        lead.reached_at = moment + timedelta(minutes=minutes)
    practice.lead(came.date(), "instagram", came_at=came)
    assert "how soon" not in practice.sees(draw_digest_detailed(detailed(practice)))
    practice.lead(came.date(), "instagram", "reached", came_at=came).reached_at = came + timedelta(days=1)
    told = practice.sees(draw_digest_detailed(detailed(practice))).splitlines()
    assert [line for line in told if "how soon" in line] == snapshot(
        [
            (
                "• 3 leads of the last four weeks tell how soon they were reached: half within 40 min of opening "
                "hours, 2 within one hour; 1 more is still new."
            )
        ]
    )

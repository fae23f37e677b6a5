"""The conversation that practices never have: engagement is good, few enquiries come to anything, and whose fault is it?

John is Ana here, who speaks for marketing; Sarah speaks for the front desk. Neither is asked to defend anything.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

from inline_snapshot import snapshot
from opening import tell_columns

sys.path.insert(0, str(Path(__file__).parents[1] / "exports"))
from export_files import as_text, table

from simulator.people import Practice

POSTS = {
    "Post ID": ["17900000000000001", "17900000000000002", "17900000000000003"],
    "Description": ["Why we floss every evening", "Meet Dana, our hygienist", "Food drive for the shelter"],
    "Publish time": ["11/23/2026 10:00", "11/23/2026 11:00", "11/23/2026 11:30"],
    "Permalink": [f"https://www.instagram.com/p/CODE{number}/" for number in (1, 2, 3)],
    "Post type": ["IG image"] * 3,
    "Views": [1400, 2100, 1300],
    "Reach": [900, 1400, 1000],
    "Likes": [60, 190, 20],
    "Comments": [4, 21, 1],
    "Shares": [2, 9, 0],
    "Saves": [3, 12, 0],
}


def enquiries(booked: int) -> bytes:
    """Write a front desk's table: five forms a week for six weeks, of which the first so many led to a booking."""
    days = [date(2026, 10, 19) + timedelta(weeks=week, days=day) for week in range(6) for day in range(5)]
    rows = [[f"{on:%m/%d/%Y}", "Facebook", "booked" if at < booked else "reached"] for at, on in enumerate(days)]
    return as_text([["Called on", "Where from", "Status"], *rows])


def test_good_engagement_and_hardly_anybody_booked(office: Practice, refused: set[str]) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/digest goal")
    ana.clicks("Set a goal")
    ana.fills_in(
        {
            "What should come of it?": "Fill the Friday mornings",
            "What is that good for?": "More comes in",
            "How will you know?": "In 100 leads booked",
            "How many?": "30",
            "By when?": "2027-03-31",
        }
    )
    ana.submits()
    ana.closes()
    for words in ("10am Why we floss every evening #service", "11am Meet Dana, our hygienist #human"):
        ana.types(f"/plan add today {words}")
    ana.types("/plan add today 11:30am Food drive for the shelter #community")
    office.skip_to("monday 13:30")
    assert "3 posts with new numbers." in ana.uploads(as_text(table(POSTS)), "Nov.csv")
    ana.clicks("Take it in")
    office.skip_to("friday 16:00")
    sarah.uploads(enquiries(booked=1), "desk.csv")
    sarah.clicks("Say what the columns mean")
    tell_columns(sarah)
    assert "30 leads are new." in sarah.last_message
    sarah.clicks("Take it in")

    # Slack doesn't take the chart: the same comes as text, once, with the best and the worst post in its thread.
    office.skip_to("sunday 12:00")
    office.slack.faults.refuse_charts()
    refused.add("chat.postMessage: invalid_blocks")
    office.skip_to("monday 9:05")
    assert sarah.sees("#social").count("Week 48, ") == 1
    digest, _, thread = sarah.sees("#social").partition("Week 48, ")[2].partition("What stands behind week 48")
    assert digest == snapshot("""\
Mon 23 Nov to Sun 29 Nov
  =================================
  1 of 3 planned places is out, and 2 extra posts beside them. Empty places: Thu 26 Nov (human) and Sat 28 Nov (community).
  Still to come: a line from Ana and a line from Sarah.
  Goal: Fill the Friday mornings by Wed 31 Mar, Ana keeps an eye on it. 1 of 20 booked so far, which fits 1 to 24 in 100; the goal is 30 in 100.
  Marketing, Ana 3 posts out Reach 900 to 1,400 a post 26 comments among 322 engagements, 9.8 for every 100 reached Highest share engaged: Meet Dana, our hygienist; lowest: Food drive for the shelter
  Sales, Sarah 5 leads: Facebook 5 5 reached so far 5 still open
  • Leads a week: 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5, 23 Nov 5
  • Why we floss every evening: reach 900, 1,400 views, 4 comments, 60 reactions, 2 shares, 3 saves, see it
  • Meet Dana, our hygienist: reach 1,400, 2,100 views, 21 comments, 190 reactions, 9 shares, 12 saves, see it
  • Food drive for the shelter: reach 1,000, 1,300 views, 1 comment, 20 reactions, no shares, no saves, see it
  Below goal — likely real. 1 of 20 leads that came from Mon 21 Sep to Sun 15 Nov is booked.
  To settle by Thu 3 Dec: do we reach the right people, how soon do we answer, and is the offer clear? Sarah starts. @Ana and @Sarah, a line each, please: good, bad or in between.
  [Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
  Last lead logged Fri 27 Nov. Figures last entered Mon 23 Nov. Source known for all 5 leads. Definitions: version 1.
    Rounds:
      \
""")
    assert next(line for line in thread.splitlines() if "of every 100 reached" in line) == snapshot(
        "      • Engaged, of every 100 reached: most for Meet Dana, our hygienist (16) and Why we floss every evening (7.7); fewest for Food drive for the shelter (2.2)."
    )

    # Two more turn out to be booked, and nothing is claimed any more.
    assert "2 leads move on." in sarah.uploads(enquiries(booked=3), "desk again.csv")
    sarah.clicks("Take it in")
    assert sarah.types("/digest") == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
1 of 3 planned places is out, and 2 extra posts beside them. Empty places: Thu 26 Nov (human) and Sat 28 Nov (community).
Still to come: a line from Ana and a line from Sarah.
Goal: Fill the Friday mornings by Wed 31 Mar, Ana keeps an eye on it. 3 of 20 booked so far, which fits 5 to 36 in 100; the goal is 30 in 100.
Marketing, Ana 3 posts out Reach 900 to 1,400 a post 26 comments among 322 engagements, 9.8 for every 100 reached Highest share engaged: Meet Dana, our hygienist; lowest: Food drive for the shelter
Sales, Sarah 5 leads: Facebook 5 5 reached so far 5 still open
Leads a week (bar chart; Week from)
  Leads: 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5, 23 Nov 5
Posts of week 48
Post                       | Reach | Comments | Engagements | Link clicks | Link
----------------------------------------------------------------------------------
Why we floss every evening |   900 |        4 |          69 | not known   | See it
Meet Dana, our hygienist   | 1,400 |       21 |         232 | not known   | See it
Food drive for the shelter | 1,000 |        1 |          21 | not known   | See it
Too early to say. 3 of 20 leads that came from Mon 21 Sep to Sun 15 Nov are booked. It would have to be 2 or fewer to mean something.
To settle by Thu 3 Dec: what would make the coming week easier? Ana starts. Ana and Sarah, a line each, please: good, bad or in between.
[Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
Last lead logged Fri 27 Nov. Figures last entered Mon 23 Nov. Source known for all 5 leads. Definitions: version 1.\
""")

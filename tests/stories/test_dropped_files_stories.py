"""One file of each network, of the ads, of the calls and of the lead forms, all dropped in one afternoon."""

import sys
from pathlib import Path

from inline_snapshot import snapshot
from opening import tell_columns

sys.path.insert(0, str(Path(__file__).parents[1] / "exports"))
from export_files import as_old_workbook, as_text, as_workbook, table

from simulator.people import Practice

TIKTOK = {
    "Video title": ["Why we floss every evening \U0001f9b7", "Dance of the week"],
    "Video link": ["https://www.tiktok.com/@bright/video/7345", "https://www.tiktok.com/@bright/video/7346"],
    "Post time": ["November 23", "November 9"],
    "Total likes": [12, 4],
    "Total comments": [3, 0],
    "Total shares": [1, 0],
    "Total views": ["1,240", "300"],
    "Average watch time": [2.1, 3.3],
    "Add to favorites": [2, 1],
}
TIKTOK_DAYS = {
    "Date": ["September 1", "September 2"],
    "Followers": ["1,204", "1,201"],
    "Difference in followers from previous day": ["undefined", "-3"],
}
# fmt: off
LINKEDIN_DAYS = [
    ["Numbers of the page Bright Smile. All dates are UTC."],
    ["Date", "Impressions (organic)", "Impressions (sponsored)", "Impressions (total)", "Unique impressions (organic)",
     "Clicks (total)", "Reactions (total)", "Comments (total)", "Reposts (total)", "Engagement rate (total)"],
    ["11/20/2026", 40, 0, 40, 31, 4, 2, 0, 1, 0.15],
    ["11/21/2026", 10, 0, 10, 9, 0, 1, 0, 0, 0.1],
]
LINKEDIN_POSTS = [
    ["All posts of the page, each with its numbers to this day."],
    ["Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date", "Audience", "Impressions",
     "Views", "Clicks", "Click through rate (CTR)", "Likes", "Comments", "Reposts", "Follows", "Engagement rate"],
    ["Meet Dana, our hygienist", "https://www.linkedin.com/feed/update/urn:li:share:71", "Organic", "", "Dana Fox",
     "11/23/2026", "All followers", 240, "", 14, 0.06, 9, 1, 0, 0, 0.1],
]
GOOGLE_ADS = [
    ["Campaign report"],
    ["November 1, 2026 - November 20, 2026"],
    ["Campaign", "Campaign state", "Campaign type", "Clicks", "Impr.", "CTR", "Currency code", "Avg. CPC", "Cost",
     "Conversions"],
    ["Implants", "Enabled", "Search", "140", "2,310", "6.06%", "USD", "2.11", "295.40", "7.00"],
    ["Brand", "Paused", "Search", " --", " --", " --", "USD", " --", "5.00", "0.00"],
    ["Total: Campaigns", "", "", "140", "2,310", "6%", "USD", "2.1", "300.40", "7.00"],
]
CALLS = [
    ["Call Status", "Number Name", "Tracking Number", "Source", "Start Time", "Duration (seconds)", "First-Time Caller",
     "Qualified", "Note", "Agent Name", "Recording Url"],
    ["Answered Call", "Emma Stone", "303-555-0100", "Google My Business", "11/20/2026 09:12 AM", 120, "true", "true",
     "toothache", "Sarah", "https://rec.example/1"],
    ["Missed Call", "R. Riguez", "303-555-0101", "Facebook", "11/20/2026 10:12 AM", 0, "true", "", "", "", ""],
    ["Answered Call", "Al Bo", "303-555-0102", "Google Organic", "11/21/2026 10:12 AM", 30, "false", "false", "", "", ""],
]
FORMS = [
    ["id", "created_time", "ad_id", "form_id", "is_organic", "platform", "full_name", "phone_number", "lead_status"],
    ["l:100200301", "2026-11-20T09:00:00-05:00", "ag:1", "f:4", "false", "fb", "Ann Lee", "p:555-014-2255", "CREATED"],
    ["", "", "", "", "", "", "", "", ""],
]
# fmt: on
VIEWERS = [["Viewers"], ["Date", "Primary"], ["2026-11-20T00:00:00", "20"], ["2026-11-21T00:00:00", "31"]]
INSTAGRAM = {
    "Identificação da publicação": ["17900000000000001"],
    "Descrição": ["Why we floss every evening"],
    "Horário de publicação": ["23/11/2026 10:00"],
    "Link permanente": ["https://www.instagram.com/p/CODE1/"],
    "Tipo de publicação": ["IG image"],
    "Visualizações": ["1.240"],
    "Alcance": ["900"],
    "Curtidas": [48],
    "Comentários": [2],
    "Salvamentos": [3],
}
FACEBOOK = {
    "Post ID": ["122158000000000123"],
    "Page ID": ["1"],
    "Page name": ["Bright Smile"],
    "Title": ["Food drive for the shelter"],
    "Publish time": ["11/23/2026 11:31"],
    "Permalink": ["https://www.facebook.com/p/1"],
    "Post type": ["Photos"],
    "Date": ["Lifetime"],
    "Views": ["540"],
    "Reach": ["410"],
    "Reactions": ["30"],
    "Comments": ["2"],
    "Shares": [""],
    "Link Clicks": ["12"],
}
PRIVATE = ("Emma", "Stone", "Riguez", "Dana Fox", "555", "toothache", "rec.example", "Ann Lee")


def test_every_network_and_the_ads_the_calls_and_the_forms_are_brought_in_one_afternoon(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/plan add today 10am Why we floss every evening #service")
    ana.types("/plan add today 11am Meet Dana, our hygienist #human")
    ana.types("/plan add today 11:30am Food drive for the shelter #community")
    office.skip_to("monday 13:30")

    assert ana.uploads(as_workbook(Content=table(TIKTOK)), "Content.xlsx") == snapshot("""\
TikTok content, file 1: recognised 9 of 9 columns, 2 posts from Mon 9 Nov to Mon 23 Nov. Nothing is taken in yet.
• 1 post found in the plan by time and words: Why we floss every evening, Mon 23 Nov.
• 1 post with new numbers.
• 1 was not marked as out yet; taking the file in does that.
• 1 is not in the plan, so it stays out: post of Mon 9 Nov (see it).
[Take it in] [Set aside]\
""")
    ana.clicks("Take it in")
    told = ana.uploads(as_text(table(TIKTOK_DAYS)), "FollowerHistory.csv")
    assert "Which year is this file from? Its days have none: 2 September." in told
    ana.picks("Choose", "2026")
    assert ana.last_message == snapshot("""\
TikTok numbers by day, file 2: recognised 3 of 3 columns, 3 numbers from Tue 1 Sep to Wed 2 Sep. Nothing is taken in yet.
• 3 numbers are new: followers and new followers of TikTok.
[Take it in] [Set aside]\
""")
    ana.clicks("Take it in")

    linkedin = as_old_workbook(Metrics=LINKEDIN_DAYS, All_posts=LINKEDIN_POSTS)
    assert ana.uploads(linkedin, "bright-smile_content.xls") == snapshot("""\
LinkedIn page, file 3: recognised 26 of 26 columns, 1 post and 12 numbers from Fri 20 Nov to Mon 23 Nov. Nothing is taken in yet.
• 1 post found in the plan by time and words: Meet Dana, our hygienist, Mon 23 Nov.
• 1 post with new numbers.
• 1 was not marked as out yet; taking the file in does that.
• 12 numbers are new: views, viewers, comments, reactions, shares and clicks of LinkedIn.
[Take it in] [Set aside]
Left unread, because it is about people: Posted by.\
""")
    ana.clicks("Take it in")

    assert ana.uploads(as_text(GOOGLE_ADS, delimiter="\t", encoding="utf-16"), "Campaign report.csv") == snapshot("""\
Google Ads, file 4: recognised 10 of 10 columns, 2 lines of spending from Sun 1 Nov to Fri 20 Nov, skipped 1 because it is a total. Nothing is taken in yet.
• 2 lines of spending on Google are new, $300.40.
[Take it in] [Set aside]\
""")
    ana.clicks("Take it in")

    assert ana.uploads(as_text(CALLS), "calls.csv") == snapshot("""\
Tracked calls, file 5: recognised 11 of 11 columns, 11 numbers from Fri 20 Nov to Sat 21 Nov. Nothing is taken in yet.
• 11 numbers are new: calls, answered calls, first-time callers and qualified calls of Facebook and Google.
• In all 3 calls, 2 answered calls, 2 first-time callers, 1 qualified call. Of a single call nothing is kept.
[Take it in] [Set aside]
Left unread, because it is about people: Number Name, Tracking Number, Note, Agent Name and Recording Url.\
""")
    ana.clicks("Take it in")

    told = ana.uploads(as_text(VIEWERS, encoding="utf-16", says=True), "Viewers.csv")
    assert "Which account are these numbers of? The file doesn't say: Viewers." in told
    ana.picks("Choose", "Instagram")
    assert "2 numbers are new: viewers of Instagram." in ana.last_message
    ana.clicks("Take it in")

    assert ana.uploads(as_text(table(INSTAGRAM), delimiter=";"), "ig.csv") == snapshot("""\
Instagram content, file 7: recognised 10 of 10 columns, 1 post of Mon 23 Nov. Nothing is taken in yet.
• 1 post found in the plan by time and words: Why we floss every evening, Mon 23 Nov.
• 1 post with new numbers.
The file doesn't name its time zone. I read its times as New York time.  (New York v)
[Take it in] [Set aside]\
""")
    ana.clicks("Take it in")
    assert "1 post found in the plan by time and words: Food drive" in ana.uploads(as_text(table(FACEBOOK)), "Nov.csv")
    ana.clicks("Take it in")
    assert "1 lead is new." in sarah.uploads(as_text(FORMS), "leads.csv")
    sarah.clicks("Take it in")

    assert ana.types("/figures") == snapshot("""\
Figures of the last four weeks, the newest post first
Food drive for the shelter, Mon 23 Nov see it
Reach 410, 540 views, 2 comments, 30 reactions, 12 link clicks  [Update]
Meet Dana, our hygienist, Mon 23 Nov see it
240 views, 1 comment, 9 reactions, no shares, 14 link clicks  [Update]
Why we floss every evening, Mon 23 Nov see it
Instagram: reach 900, 1,240 views, 2 comments, 48 reactions, 3 saves; TikTok: 1,240 views, 3 comments, 12 reactions, 1 share, 2 saves  [Update]
Accounts, Mon 16 Nov to Sun 22 Nov 2026
Facebook (1 of 7 days): 1 call, no answered calls, 1 first-time caller
Google (2 of 7 days): 2 calls, 2 answered calls, 1 first-time caller, 1 qualified call
Instagram (2 of 7 days): 31 viewers on the best day
LinkedIn (2 of 7 days): 50 views, 31 viewers on the best day, no comments, 3 reactions, 1 share, 4 clicks
Spent in November 2026: $300.40
[A week's numbers] [Files]\
""")
    assert ana.types("/plan budget") == snapshot("""\
Budget in November 2026
• Not said what for: $300.40 spent, nothing planned
$300.40 spent in all.
In the last 12 weeks $300 went into ads; no lead that is old enough to judge is tracked to them, so what one costs isn't known.
[Plan a budget] [Enter what was spent]\
""")
    assert sarah.types("/leads") == snapshot("""\
This week: no leads logged yet.
Open leads, the last logged first
Lead 1 from Facebook (tracked), Fri 20 Nov  (New v)
[Log a lead]\
""")
    assert ana.types("/digest this") == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov, so far
=========================================
1 of 3 planned places is out so far, and 2 extra posts beside them. Not filled yet: Thu 26 Nov (human) and Sat 28 Nov (community).
Still to come: a line from Ana and a line from Sarah.
Marketing, Ana 3 posts out Reach 410 to 900 a post 8 comments among 113 engagements, 6.5 for every 100 reached where that is known; 26 link clicks
Sales, Sarah No leads logged so far
Posts of week 48
Post                       |     Reach | Comments | Engagements | Link clicks | Link
--------------------------------------------------------------------------------------
Why we floss every evening |       900 |        5 |          71 |   not known | See it
Meet Dana, our hygienist   | not known |        1 |          10 |          14 | See it
Food drive for the shelter |       410 |        2 |          32 |          12 | See it
Too early to say. The week runs until Sun 29 Nov.
Ana and Sarah, a line each, please: good, bad or in between.
[Ana: add a line] [Sarah: add a line]
Last lead logged Mon 23 Nov. Figures last entered Mon 23 Nov. Spending last entered Mon 23 Nov. Definitions: version 1.\
""")
    heard = ana.dm + sarah.dm
    assert not [private for private in PRIVATE if private in heard]


def enquiries(*rows: tuple[str, str, str]) -> bytes:
    return as_text([["Called on", "Where from", "Status"], *rows])


def test_a_table_that_is_brought_again_moves_leads_on_and_taking_it_out_puts_them_back(office: Practice) -> None:
    sarah = office.person("sarah")
    first = [("11/20/2026", "Instagram", "new"), ("11/20/2026", "Google", "new"), ("11/21/2026", "Instagram", "booked")]
    sarah.uploads(enquiries(*first), "calls.csv")
    sarah.clicks("Say what the columns mean")
    tell_columns(sarah)
    sarah.clicks("Take it in")
    before = sarah.types("/leads")
    later = [
        ("11/20/2026", "Instagram", "shown"),
        ("11/20/2026", "Google", "no answer"),
        ("11/21/2026", "Instagram", "new"),
    ]
    told = sarah.uploads(enquiries(*later, ("11/22/2026", "Google", "new")), "calls.csv")
    assert told == snapshot("""\
Your own table, file 2: recognised 3 of 3 columns, 4 leads from Fri 20 Nov to Sun 22 Nov. Nothing is taken in yet.
• 1 lead is new. What people wrote is not read.
• 2 leads move on.
• 1 lead stands further here than in the file and stays so.
• 1 says what is known already and adds nothing.
[Take it in] [Choose the columns anew] [Set aside]\
""")
    assert sarah.clicks("Take it in") == snapshot("""\
Taken in: 1 lead and 2 leads moved on, from file 2 (Your own table).
[Open leads] [All figures] [Take it out again]\
""")
    assert sarah.types("/leads") == snapshot("""\
This week: no leads logged yet.
Open leads, the last logged first
Lead 4 from Google (said), Sun 22 Nov  (New v)
Lead 3 from Instagram (said), Sat 21 Nov  (Booked v)
Lead 1 from Instagram (said), Fri 20 Nov  (Shown v)
Started or lost this week
Lead 2 from Google (said), Fri 20 Nov: lost  (Lost… v)
[Log a lead]\
""")
    assert "4 say what is known already and add nothing." in sarah.uploads(
        enquiries(*later, ("11/22/2026", "Google", "new"), ("", "", "")), "again.csv"
    )
    sarah.clicks("Set aside")
    sarah.types("/figures files")
    sarah.clicks("Take it out again", on="File 2")
    assert sarah.types("/leads") == before
    sarah.types("/figures files")
    sarah.clicks("Take it out again", on="File 1")
    assert "Lead 3" in before
    assert "Lead " not in sarah.types("/leads")

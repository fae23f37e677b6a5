"""A file of figures: dropped into a direct message, seen before anything is taken in, and known ever after."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot
from opening import tell_columns

from bot.app import Rounds
from simulator.people import Practice
from storage import everything

INSTAGRAM = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    "Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"
)
PRIVATE = ("Maria Gonzalez", "Gonzalez", "555-014-2233", "maria@patients.example", "03/14/1987", "veneers hurt")


def post(number: int, at: str, words: str, *counts: object) -> str:
    views, reach, likes = counts
    return (
        f'{17900000000000000 + number},1784,brightsmile,Bright Smile,"{words}",0,{at},'
        f'https://www.instagram.com/p/CODE{number}/,IG image,,Lifetime,"{views}",{reach},{likes},2,0,1,'
    )


def instagram(*rows: str) -> bytes:
    return "\n".join([INSTAGRAM, *rows, ""]).encode("utf-8-sig")


FLOSS = post(1, "11/23/2026 10:00", "Flossing takes two minutes", "1,240", "900", 48)
DANA = post(2, "11/23/2026 11:02", "Meet Dana, our new hygienist! \U0001f9b7", "800", "610", 91)
OLD = post(3, "11/14/2026 12:00", "Before we planned", "10", "9", 1)
SILENT = post(4, "11/23/2026 13:00", "", "70", "60", 5)


@pytest.fixture
def out(office: Practice) -> Practice:
    """A Monday noon on which three posts should be out; of one it is known where."""
    ana = office.person("ana")
    ana.types("/plan add today 10am Why we floss every evening #service")
    ana.types("/plan add today 11am Meet Dana, our hygienist #human")
    ana.types("/plan add today 11:30am Food drive for the shelter #community")
    office.skip_to("monday 13:30")
    ana.types("/plan")
    ana.clicks("Posted", on="Why we floss")
    ana.fills_in({"Link to the post": "https://instagram.com/reel/CODE1?igsh=x"})
    ana.submits()
    ana.closes(everything=True)
    return office


def kept(rounds: Rounds, practice: Practice) -> str:
    """Everything the bot remembers: every row, the bytes of a database file, and every call to Slack."""
    with rounds.database.reading() as session:
        words = json.dumps(everything.dump(session, 1), ensure_ascii=False)
    url = rounds.settings.database_url
    if url.startswith("sqlite"):
        file = Path(url.removeprefix("sqlite:///"))
        beside = [each.read_bytes() for each in file.parent.glob(f"{file.name}*")]
        words += "".join(each.decode("utf-8", errors="replace") for each in beside)
    return words + "".join(json.dumps(entry.args) for entry in practice.slack.journal.entries())


def test_a_file_is_seen_first_taken_in_once_and_known_ever_after(out: Practice, rounds: Rounds) -> None:
    ana, ben = out.people("ana", "ben")
    week = instagram(FLOSS, DANA, OLD)
    assert ben.uploads(week, "Nov-01-2026.csv") == snapshot("""\
Instagram content, file 1: recognised 18 of 18 columns, 3 posts from Sat 14 Nov to Mon 23 Nov. Nothing is taken in yet.
• 1 post found in the plan by its link.
• 1 post found in the plan by time and words: Meet Dana, our hygienist, Mon 23 Nov.
• 2 posts with new numbers.
• 1 was not marked as out yet; taking the file in does that.
• 1 is not in the plan, so it stays out: photo of Sat 14 Nov (see it).
The file doesn't name its time zone. I read its times as New York time, as 2 of 2 posts of the plan show.  (New York v)
[Take it in] [Set aside]\
""")
    assert "Reach" not in ana.types("/figures")
    assert ben.clicks("Take it in") == snapshot("""\
Taken in: 2 posts' numbers, from file 1 (Instagram content).
[All figures] [Take it out again]\
""")
    assert ana.uploads(week, "the same.csv") == snapshot("""\
That is file 1 (Instagram content), brought by Ben and taken in on Mon 23 Nov. It adds nothing, so nothing has changed.
[All files]\
""")
    assert "Flossing" not in kept(rounds, out)

    out.skip_to("tuesday 9:00")
    later = instagram(FLOSS.replace(",900,", ",1020,").replace("1,240", ""), DANA)
    told = ana.uploads(later, "Nov-24.csv")
    assert "2 posts found in the plan by their link." in told
    assert "1 says what is known already" in told
    ana.clicks("Take it in")
    assert ana.types("/figures") == snapshot("""\
Figures of the last four weeks, the newest post first
Meet Dana, our hygienist, Mon 23 Nov see it
Reach 610, 800 views, 1 comment, 91 reactions, 2 shares  [Update]
Why we floss every evening, Mon 23 Nov see it
Reach 1,020, 1,240 views, 1 comment, 48 reactions, 2 shares
Since Mon 23 Nov: +120 reach  [Update]
[A week's numbers] [Files]\
""")
    assert ana.clicks("Update", on="Why we floss") == snapshot("""\
+ Figures
| Why we floss every evening, Mon 23 Nov
| Enter what you know. What stays empty counts as not known, not as zero.
| Reach (optional): 1020
|   How many different people saw it.
| Views (optional): 1240
|   How many times it was shown or played.
| Comments (optional): 1
| Reactions (optional): 48
|   Likes and the like.
| Shares (optional): 2
| Saves (optional): ____
| Link clicks (optional): ____
| Where these numbers come from
| Tue 24 Nov, file 2, row 2, Ana: reach 1,020, 1 comment, 48 reactions, 2 shares
| Mon 23 Nov, file 1, row 2, Ben: reach 900, 1,240 views, 1 comment, 48 reactions, 2 shares
| [Cancel] [Save]\
""")
    ana.closes()
    assert ana.types("/figures files") == snapshot("""\
Files of figures, the newest first
File 2 (Instagram content) of Mon 23 Nov, brought by Ana on Tue 24 Nov
Taken in: 1 post's numbers  [Take it out again]
File 1 (Instagram content) from Sat 14 Nov to Mon 23 Nov, brought by Ben on Mon 23 Nov
Taken in: 2 posts' numbers  [Take it out again]\
""")
    assert "its numbers don't count any more" in ana.clicks("Take it out again", on="File 2")
    assert "1,020" not in ana.types("/figures")
    shown = "Instagram shows 2 comments for this week, none is logged. Your own answers may be among them."
    assert shown in ana.types("/comments")


def test_what_is_doubtful_is_asked_and_the_preview_follows_the_plan(out: Practice) -> None:
    ana = out.person("ana")
    told = ana.uploads(instagram(FLOSS, SILENT), "Nov.csv")
    assert "Which post is this? Row 3: photo of Mon 23 Nov (see it), 13:00" in told
    assert "What you don't answer stays out." in told
    told = ana.picks("Choose", "Food drive for the shelter, Mon 23 Nov", on="Which post is this?")
    assert "1 post found in the plan as you said: Food drive for the shelter, Mon 23 Nov." in told
    assert "I read its times as Los Angeles time, as you said." in ana.picks("Another zone", "Los Angeles")
    ana.types("/plan")
    ana.clicks("Posted", on="Food drive")
    ana.submits()
    ana.closes(everything=True)
    told = ana.clicks("Take it in")
    assert "The plan or its numbers have changed in the meantime." in told
    assert "not marked as out yet" not in told
    assert "Taken in: 2 posts' numbers" in ana.clicks("Take it in")
    with pytest.raises(AssertionError):
        ana.clicks("Take it in")
    again = ana.uploads(instagram(FLOSS, DANA), "Nov-2.csv")
    assert "I read its times as Los Angeles time, as you said." in again


def test_of_a_practices_own_table_nothing_about_people_is_ever_kept(out: Practice, rounds: Rounds) -> None:
    sarah, ben = out.people("sarah", "ben")
    table = (
        b"Name,Phone,Email,Birthday,Called on,Where from,Status,Notes\n"
        b"Maria Gonzalez,555-014-2233,maria@patients.example,03/14/1987,11/20/2026,Instagram,booked,veneers hurt a lot\n"
        b"John Smith,555-014-2244,john@patients.example,04/15/1988,11/21/2026,a friend,new,please call after five\n"
        b"Ann Lee,555-014-2255,ann@patients.example,05/16/1989,11/21/2026,Instagram,no answer,has two children\n"
    )
    assert ben.uploads(table, "calls.csv") == snapshot("""\
File 1 is a table that I don't know yet. Nothing is taken in.
Each column can be a day, a number or a word from a short list. Columns that are about people are left out before anything is kept.
[Say what the columns mean] [Set aside]
Left unread, because it is about people: Name, Phone, Email, Birthday and Notes.\
""")
    ben.clicks("Say what the columns mean")
    ben.fills_in({"What is each row?": "An enquiry by one person", "Called on": "The day, or the first day"})
    assert "A file of leads is for those who look after them to bring in" in ben.submits()
    ben.closes()
    ben.clicks("Set aside")

    sarah.uploads(table, "calls.csv")
    assert sarah.clicks("Say what the columns mean") == snapshot("""\
+ Columns of your table
| What is each row?:
|   ( ) A post
|   ( ) A day, a week or a month of one account
|   (x) An enquiry by one person
|   ( ) Money spent
| Called on: (Leave it out v)
|   Holds days.
| Where from: (Leave it out v)
|   Holds a few words that come back.
| Status: (How far the enquiry has come v)
|   Holds a few words that come back.
| Left unread, because it is about people: Name, Phone, Email, Birthday and Notes.
| [Cancel] [Read it]\
""")
    tell_columns(sarah)
    assert sarah.dm.rpartition("Your own table")[2] == snapshot("""\
, file 2: recognised 3 of 8 columns, 3 leads from Fri 20 Nov to Sat 21 Nov. Nothing is taken in yet.
  • 3 leads are new. What people wrote is not read.
  [Take it in] [Choose the columns anew] [Set aside]
  Left unread, because it is about people: Name, Phone, Email, Birthday and Notes.\
""")
    assert "Taken in: 3 leads" in sarah.clicks("Take it in")
    assert sarah.types("/leads") == snapshot("""\
This week: no leads logged yet.
Open leads, the last logged first
Lead 2 from somewhere else (said), Sat 21 Nov  (New v)
Lead 1 from Instagram (said), Fri 20 Nov  (Booked v)
Started or lost this week
Lead 3 from Instagram (said), Sat 21 Nov: lost  (Lost… v)
[Log a lead]\
""")
    told = sarah.uploads(
        table + b"Bo Dee,555-014-2266,bo@patients.example,06/17/1990,11/22/2026,Google,new,x y z w q\n", "2.csv"
    )
    assert "1 lead is new" in told
    words = kept(rounds, out)
    assert not [private for private in PRIVATE if private in words]


def test_numbers_of_accounts_ads_and_lead_forms_come_in_too(out: Practice, rounds: Rounds) -> None:
    ana, sarah = out.people("ana", "sarah")
    listing = (
        b"Store code,Business name,Address,Labels,Google Search - Mobile,Google Search - Desktop,Google Maps - Mobile,"
        b"Google Maps - Desktop,Calls,Messages,Bookings,Directions,Website clicks,Food orders,Food menu clicks,Hotel bookings\n"
        b"prose,prose,prose,prose,prose,prose,prose,prose,prose,prose,prose,prose,prose,prose,prose,prose\n"
        b"0012,Bright Smile,Main St,,310,120,95,12,48,,,33,61,,,\n"
    )
    assert "Which days is this file about?" in ana.uploads(listing, "GMB insights.csv")
    ana.clicks("Other days")
    ana.fills_in({"First day": "2026-11-09", "Last day": "2026-11-08"})
    assert "The last day can't be before Mon 9 Nov 2026." in ana.submits()
    ana.fills_in({"First day": "2026-10-01", "Last day": "2026-10-31"})
    ana.submits()
    ana.closes()
    assert "from Thu 1 Oct to Sat 31 Oct" in ana.dm.rpartition("Google Business Profile")[2]
    ana.clicks("Take it in")

    ads = (
        b'"Reporting starts","Reporting ends","Campaign name","Campaign ID",Objective,"Amount spent (USD)",Reach,Impressions,'
        b'"Link clicks",Results,"Result indicator"\n'
        b"2026-11-01,2026-11-15,Implants,120001,OUTCOME_LEADS,412.50,5200,9100,140,12,actions:onsite_conversion.lead_grouped\n"
    )
    ana.types("/plan budget")
    ana.clicks("Plan a budget")
    ana.fills_in({"Lead generation ad": "500"})
    ana.submits()
    ana.closes()
    assert "1 line of spending on Facebook and Instagram is new, $412.50." in ana.uploads(ads, "ads.csv")
    ana.clicks("Take it in")
    assert "has reached 80 %" not in ana.dm  # she has had her messages of the day

    forms = (
        b"id,created_time,ad_id,ad_name,adset_id,adset_name,campaign_id,campaign_name,form_id,form_name,is_organic,"
        b"platform,full_name,phone_number,lead_status\n"
        b"l:100200300,2026-08-07T08:21:55-05:00,ag:1,A,as:2,B,c:3,C,f:4,Whitening,false,ig,Maria Gonzalez,p:555-014-2233,CREATED\n"
        b"l:100200301,2026-11-20T09:00:00-05:00,ag:1,A,as:2,B,c:3,C,f:4,Whitening,false,fb,Ann Lee,p:555-014-2255,CREATED\n"
        b"l:100200302,2026-11-20T10:00:00-05:00,ag:1,A,as:2,B,c:3,C,f:4,Whitening,false,fb,"
        b"<test lead: dummy data for full_name>,p:1,CREATED\n"
    )
    assert sarah.uploads(forms, "leads.csv") == snapshot("""\
Meta lead forms, file 3: recognised 15 of 15 columns, 2 leads from Fri 7 Aug to Fri 20 Nov, skipped 1 because it is a test. Nothing is taken in yet.
• 2 leads are new. What people wrote is not read.
• Meta lets leads be downloaded for 90 days, so those from before Tue 25 Aug can't be downloaded again.
[Take it in] [Set aside]
Left unread, because it is about people: full_name and phone_number.\
""")
    sarah.clicks("Take it in")
    assert "2 say what is known already" in sarah.uploads(forms + b"\n", "leads again.csv")
    assert ana.types("/figures").partition("Reach")[0] == snapshot("""\
Figures of the last four weeks, the newest post first
Why we floss every evening, Mon 23 Nov see it
No figures yet  [Enter figures]
Google: 430 views in search, 107 views on maps, 48 taps on call, 33 requests for directions, 61 website clicks, Thu 1 Oct to Sat 31 Oct
Spent in November 2026: $412.50
[A week's numbers] [Files]\
""")
    out.skip_to("tuesday 8:30")
    assert "The budget for lead generation ads in November 2026 has reached 80 %: $412.50 of $500 spent." in ana.dm
    words = kept(rounds, out)
    assert not [private for private in PRIVATE if private in words]


def test_a_week_is_entered_by_hand_in_two_taps(office: Practice) -> None:
    ana = office.person("ana")
    assert "Mon 16 Nov to Sun 22 Nov 2026" in ana.types("/figures week last")
    ana.closes()
    ana.types("/figures")
    ana.clicks("A week's numbers")
    assert "Please fill in at least one number." in ana.submits()
    ana.fills_in({"Instagram: followers": "1204", "Instagram: visits": "300", "Google: taps on call": "0"})
    assert ana.submits() == snapshot("""\
+ Rounds
| Mon 16 Nov to Sun 22 Nov 2026: Google: no taps on call; Instagram: 1,204 followers, 300 visits.
| [Update] [All figures]
| [Done]\
""")
    ana.closes()
    assert ana.types("/figures") == snapshot("""\
No post is out yet in the last four weeks. Once one is marked posted in `/plan`, its figures go here.
Accounts, Mon 16 Nov to Sun 22 Nov 2026
Google: no taps on call
Instagram: 1,204 followers, 300 visits
[A week's numbers] [Files]\
""")


def test_what_is_no_file_of_figures_gets_one_sentence_and_nothing_is_kept(out: Practice, rounds: Rounds) -> None:
    ana = out.person("ana")
    assert ana.uploads(b"%PDF-1.7 \x00\x01", "figures.csv") == snapshot(
        "I expected a file of figures as .csv, .xlsx or .xls and found a PDF. It can come from Facebook, Instagram, TikTok, LinkedIn, Google, your ads, your lead forms or your call tracking, or be a table of your own with headings in its first row."
    )
    assert ana.uploads(b"PK\x03\x04broken", "figures.xlsx") == snapshot(
        "I expected an Excel workbook and found one that is broken, locked or of another kind. Export it again, and share it as it was downloaded."
    )
    assert ana.uploads(b"", "empty.csv") == snapshot(
        "I expected a file of figures as .csv, .xlsx or .xls and found nothing in it. It can come from Facebook, Instagram, TikTok, LinkedIn, Google, your ads, your lead forms or your call tracking, or be a table of your own with headings in its first row."
    )
    assert ana.uploads(b"hello", "note.txt") == snapshot(
        "I expected a file of figures as .csv, .xlsx or .xls with a row of headings, and found none. It can come from Facebook, Instagram, TikTok, LinkedIn, Google, your ads, your lead forms or your call tracking, or be a table of your own with headings in its first row."
    )
    assert "I can't find a table in that file." in ana.uploads(
        b"Dear Ana, dear Ben,\nthank you, all of you.\n", "l.txt"
    )
    assert "has two tables, the second from row 4 on" in ana.uploads(
        b"Date,Visits\n2026-11-20,41\n\nPost,Likes,Views\nMeet Dana,5,90\n", "both.csv"
    )
    assert "I found no plan in that file. These columns are missing: Time, Kind." in ana.uploads(
        b"Date,What,Status\n2026-12-01,Open day,x\n", "plan.csv"
    )
    assert '"figures_file": []' in kept(rounds, out)
    assert ana.types("/figures files").startswith("No file yet.")


def test_an_answer_has_the_file_read_once_more(office: Practice) -> None:
    ana = office.person("ana")
    told = ana.uploads(instagram(post(1, "11/03/2026 10:00", "Hello", "1", "1", 1)), "Nov.csv")
    assert "How are dates in this file meant?" in told
    assert "[Take it in]" not in told
    ana.picks("Choose", "Month first")
    assert "1 post of Tue 3 Nov. Nothing is taken in yet." in ana.last_message


def test_a_large_file_is_taken_in_while_nobody_waits(office: Practice) -> None:
    sarah = office.person("sarah")
    rows = "".join(f"l:{7000 + number},2026-11-{number % 20 + 1:02}T09:00:00-05:00,f:4,fb\n" for number in range(1_100))
    assert "1,100 leads are new" in sarah.uploads(f"id,created_time,form_id,platform\n{rows}".encode(), "forms.csv")
    sarah.clicks("Take it in")
    assert "Taken in: 1,100 leads, from file 1 (Meta lead forms)." in sarah.dm
    assert "Lead 1,100" in sarah.types("/leads") or "Lead 1100" in sarah.types("/leads")
    with pytest.raises(AssertionError):
        sarah.clicks("Take it in")

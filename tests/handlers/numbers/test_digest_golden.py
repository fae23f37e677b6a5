"""Whole digests as people read them: a full week, a first week, a silent side, a week of zero, and the extremes."""

import textwrap
from datetime import UTC, date, datetime, timedelta

import pytest
from inline_snapshot import snapshot
from numbers_practice import MONDAY
from sqlmodel import select

from bot.blocks import digest as drawn
from bot.blocks import surfaces
from bot.handlers import digest
from storage import members
from storage.tables import Delivery, Kind, Line, Role, Slot, Stage

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


def read(practice, message):
    return wrapped(practice.sees(message))


def wrapped(seen):
    lines = seen.splitlines()
    return "\n".join(textwrap.fill(line, 100, subsequent_indent="    ") for line in lines)


def says(practice, member, side, words, *, says_none=False):
    line = Line(workspace_id=practice.id, week=WEEK, side=side, member_id=member.id, words=words, written_at=MONDAY)
    line.says_none = says_none
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
• Planned but not seen: Toy drive (Sat 28 Nov)
• Still to come: a line from Ana
2 of 3 planned places are out.
Marketing, Ana 2 posts out Reach 300 to 412 a post 84 engagements, 12 for every 100 reached; 13 link
    clicks
Sales, Sarah 4 leads: Instagram 2, Google 1, unknown 1 2 reached, 1 booked so far 1 lost (price), 3
    still open, 1 not counted (spam) Sarah: “Many asked about ∗Saturday∗ hours <!channel>”
Engagements a week (bar chart; Week from)
  Engagements: 5 Oct 27, 12 Oct 26, 19 Oct 25, 26 Oct 24, 9 Nov 22, 16 Nov 21, 23 Nov 84
Leads a week (bar chart; Week from)
  Leads: 5 Oct 4, 12 Oct 6, 19 Oct 5, 26 Oct 4, 2 Nov 5, 9 Nov 6, 16 Nov 4, 23 Nov 4
Posts of week 48
Post                        | Reach | Engagements | Link clicks | Link
------------------------------------------------------------------------
Invisalign in six questions |   300 |          23 |           4 | See it
Meet our hygienist          |   412 |          61 |           9 | See it
In the usual range. 19 leads in the last four weeks, where about 20 would be usual. 10 or fewer, or
    32 or more, would mean something. Of 42 leads two to ten weeks old, 14 are booked, which fits
    anything from 21 to 48 in 100.
@Ana, what did people ask about or react to? One line, please. Thank you, Sarah.
[Ana: add a line] [Sarah: change the line]
Last lead logged Thu 26 Nov. Figures last entered Fri 27 Nov. Source unknown for 1 of 4 leads.
    Engagements: reactions, comments, shares, saves. Weeks without numbers are left out of the
    charts.\
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
• Planned but not seen: Toy drive (Sat 28 Nov)
• Still to come: a line from Ana
2 of 3 planned places are out.
Marketing, Ana 2 posts out Reach 300 to 412 a post 84 engagements, 12 for every 100 reached; 13 link
    clicks
Sales, Sarah 4 leads: Instagram 2, Google 1, unknown 1 2 reached, 1 booked so far 1 lost (price), 3
    still open, 1 not counted (spam) Sarah: “Many asked about ∗Saturday∗ hours <!channel>”
• Engagements a week: 5 Oct 27, 12 Oct 26, 19 Oct 25, 26 Oct 24, 9 Nov 22, 16 Nov 21, 23 Nov 84
• Leads a week: 5 Oct 4, 12 Oct 6, 19 Oct 5, 26 Oct 4, 2 Nov 5, 9 Nov 6, 16 Nov 4, 23 Nov 4
• Invisalign in six questions: reach 300, 20 reactions, 3 comments, 4 link clicks, see it
• Meet our hygienist: reach 412, 48 reactions, 5 comments, 6 shares, 2 saves, 9 link clicks, see it
In the usual range. 19 leads in the last four weeks, where about 20 would be usual. 10 or fewer, or
    32 or more, would mean something. Of 42 leads two to ten weeks old, 14 are booked, which fits
    anything from 21 to 48 in 100.
@Ana, what did people ask about or react to? One line, please. Thank you, Sarah.
[Ana: add a line] [Sarah: change the line]
Last lead logged Thu 26 Nov. Figures last entered Fri 27 Nov. Source unknown for 1 of 4 leads.
    Engagements: reactions, comments, shares, saves. Weeks without numbers are left out of the
    charts.\
""")


def test_a_full_week_read_aloud(practice):
    a_full_week(practice)
    assert wrapped(drawn.draw_digest_shown(composed(practice)).text) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov. Planned but not seen: Toy drive (Sat 28 Nov). Still to come: a
    line from Ana. 2 of 3 planned places are out. Marketing: 2 posts out. Reach 300 to 412 a post.
    84 engagements, 12 for every 100 reached; 13 link clicks. Sales: 4 leads: Instagram 2, Google 1,
    unknown 1. 2 reached, 1 booked so far. 1 lost (price), 3 still open, 1 not counted (spam).
    Sarah: “Many asked about ∗Saturday∗ hours &lt;!channel&gt;”. In the usual range. 19 leads in the
    last four weeks, where about 20 would be usual. 10 or fewer, or 32 or more, would mean
    something. Of 42 leads two to ten weeks old, 14 are booked, which fits anything from 21 to 48 in
    100. <@UANA>, what did people ask about or react to? One line, please. Thank you, Sarah.\
""")


def test_an_empty_first_week(practice):
    practice.workspace.set_up_at = datetime(2026, 11, 26, 15, tzinfo=UTC)
    for slot in practice.session.exec(select(Slot)):
        slot.since_on = date(2026, 11, 26)
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
• Empty places: Thu 26 Nov (human) and Sat 28 Nov (community)
• Still to come: a line from Ana and a line from Sarah
None of 2 planned places is out.
Marketing, Ana No posts out
Sales, Sarah No leads logged yet `/leads` logs the first one
Too early to say. Leads are compared once eight whole weeks are known; so far none are.
@Ana and @Sarah, what would make the coming week easier? One line each, please.
[Ana: add a line] [Sarah: add a line]
No numbers have been entered yet.\
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
Still to come: figures for Meet our hygienist and Toy drive; a line from Sarah
3 of 3 planned places are out.
Marketing, Ana 3 posts out, figures for 1 Reach 250 31 engagements, 12 for every 100 reached Ana:
    “The team photo did well with families”
Sales, Sarah No leads logged If none came, the line has a box for that
Leads a week (bar chart; Week from)
  Leads: 5 Oct 5, 12 Oct 5, 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5
Posts of week 48
Post               |     Reach | Engagements | Link clicks | Link
-----------------------------------------------------------------
Team photo         |       250 |          31 | not known   | none
Meet our hygienist | not known |   not known | not known   | none
Toy drive          | not known |   not known | not known   | none
Can't compare: data missing (sales: leads of the week from 23 Nov). Of 40 leads two to ten weeks
    old, all still stand at new, so how many are booked is not known.
@Sarah, good, bad or in between: what should the other side know? One line, please. Thank you, Ana.
[Ana: change the line] [Sarah: add a line]
Last lead logged Mon 16 Nov. Figures last entered Tue 24 Nov. Engagements: reactions, comments,
    shares, saves. Weeks without numbers are left out of the charts.\
""")


def test_a_week_without_leads_once_the_sales_side_says_so(practice):
    practice.leads_a_week([5] * 15 + [0])
    practice.post("Team photo", MON, Kind.SERVICE)
    says(practice, practice.sarah, "sales", "Closed for the holiday, and quiet before that", says_none=True)
    says(practice, practice.ana, "marketing", "One post, the rest moved to next week")
    assert read(practice, drawn.draw_digest_shown(composed(practice))) == snapshot("""\
Week 48, Mon 23 Nov to Sun 29 Nov
=================================
• Empty places: Thu 26 Nov (human) and Sat 28 Nov (community)
• Still to come: figures for Team photo
1 of 3 planned places is out.
Marketing, Ana 1 post out, no figures yet Ana: “One post, the rest moved to next week”
Sales, Sarah No leads this week Sarah: “Closed for the holiday, and quiet before that”
Leads a week (bar chart; Week from)
  Leads: 5 Oct 5, 12 Oct 5, 19 Oct 5, 26 Oct 5, 2 Nov 5, 9 Nov 5, 16 Nov 5, 23 Nov 0
Posts of week 48
Post       | Reach     | Engagements | Link clicks | Link
---------------------------------------------------------
Team photo | not known | not known   | not known   | none
In the usual range. 15 leads in the last four weeks, where about 20 would be usual. 10 or fewer, or
    32 or more, would mean something. Of 40 leads two to ten weeks old, all still stand at new, so
    how many are booked is not known.
Thank you, Ana and Sarah.
[Ana: change the line] [Sarah: change the line]
Last lead logged Mon 16 Nov.\
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
    seen = practice.sees(drawn.draw_digest_shown(composed(practice)))
    assert "Of 20 leads two to ten weeks old, 8 are booked, which fits anything from 22 to 61 in 100." in seen


def test_without_named_people_the_lead_is_asked_for_both_sides(practice):
    for role in (Role.MARKETING, Role.SALES):
        members.hold(practice.session, practice.id, role, None)
    practice.session.flush()
    seen = read(practice, drawn.draw_digest_shown(composed(practice)))
    assert "a line from Ana for each side" in seen
    assert "Marketing, nobody yet" in seen
    assert "One line for each side, please." in seen
    assert "[For marketing: add a line] [For sales: add a line]" in seen


def test_an_empty_place_on_a_closed_day_is_no_gap(practice):
    practice.workspace.opening = {**practice.workspace.opening, "closed_days": ["2026-11-26"]}
    seen = read(practice, drawn.draw_digest_shown(composed(practice)))
    assert "Empty places: Mon 23 Nov (service) and Sat 28 Nov (community)" in seen
    assert "None of 2 planned places is out." in seen


FORBIDDEN = (
    "%",
    "blame",
    "fault",
    "failed",
    "because",
    "drove",
    "caused",
    "forgot",
    "poor",
    "0 leads",
)


def test_no_digest_blames_explains_or_shows_unknown_as_zero(practice):
    for prepare in (lambda _: None, a_full_week):
        prepare(practice)
        seen = read(practice, drawn.draw_digest_shown(composed(practice))).lower()
        assert [word for word in FORBIDDEN if word in seen] == []


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
    says(practice, practice.ana, "marketing", "Good week")
    assert lines_of(drawn.draw_digest_shown(composed(practice))) <= 12


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

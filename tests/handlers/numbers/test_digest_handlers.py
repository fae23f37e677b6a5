"""The digest as it is asked for and composed, and the lines that both sides add."""

from datetime import date, timedelta

import pytest
from inline_snapshot import snapshot
from numbers_practice import MONDAY, Practice

from bot.blocks import digest as drawn
from bot.blocks import lines as drawn_lines
from bot.commands import buttons
from bot.commands.vocabulary import AddLine, DecideNoChange, OpenDecideForm, OpenLineForm, ShowDigest
from bot.domain.digest import details_of, key_of
from bot.domain.errors import Misread, NotAllowed, WrongMoment
from bot.domain.weeks import Week
from bot.handlers import digest
from bot.handlers import lines as handlers_lines
from bot.handlers.leads import in_use
from storage import deliveries, lines, members
from storage.tables import DeliveryState, FiguresFile, Role

WEEK = Week(2026, 48)


def owed(practice, channel="C1", state=DeliveryState.SENT, key="", kind="digest"):
    delivery = deliveries.owe(
        practice.session,
        practice.id,
        key=key or key_of(WEEK, channel),
        kind=kind,
        recipient=channel,
        about={"week": str(WEEK)},
        due_at=MONDAY,
        now=MONDAY,
    )
    delivery.state = state
    practice.session.flush()
    return delivery


def add(practice, member, words, side="sales"):
    return handlers_lines.add_line(AddLine(WEEK, side, in_between=words), practice.call(member))


def test_a_line_is_kept_and_the_digest_of_every_channel_is_edited(practice):
    practice.workspace.digest_channels = ["C1", "C2", "C3"]
    first, second = owed(practice), owed(practice, "C2")
    added = add(practice, practice.sarah, "  Many asked about\nSaturday hours ")
    assert drawn_lines.draw_line_added(added).text == (
        "Thank you. Your line is in the digest of week 48. In between: “Many asked about Saturday hours”"
    )
    edits = practice.carrier.deliveries
    assert [(edit.kind, edit.recipient, edit.revises, edit.about) for edit in edits] == [
        ("digest", "C1", first.key, {"week": "2026-W48"}),
        ("digest", "C2", second.key, {"week": "2026-W48"}),
    ]
    shown = digest.compose_digest(practice.scene(), edits[0])
    assert "Sarah, in between: “Many asked about Saturday hours”" in practice.sees(drawn.draw_digest_shown(shown))


def test_a_digest_that_was_never_posted_is_not_edited(practice):
    owed(practice, state=DeliveryState.CANCELLED)
    added = add(practice, practice.sarah, "Quiet week")
    assert drawn_lines.draw_line_added(added).text.startswith("Thank you. Your line will be in the digest of week 48.")
    assert practice.carrier.deliveries == []


def test_the_details_in_the_thread_change_with_the_digest(practice):
    first = owed(practice)
    details = owed(practice, key=details_of(first.key), kind="digest-details")
    added = add(practice, practice.sarah, "Quiet week")
    assert added.messages == 1
    edits = practice.carrier.deliveries
    assert [(edit.kind, edit.revises) for edit in edits] == [("digest", first.key), ("digest-details", details.key)]


def test_a_line_has_up_to_three_parts_and_what_is_wrong_in_any_is_said_beside_it(practice):
    said = {"good": "Faces work", "bad": "x" * 201, "in_between": "Call 212-555-0143 back"}
    with pytest.raises(Misread, match="201 characters") as refused:
        handlers_lines.add_line(AddLine(WEEK, "sales", **said), practice.call(practice.sarah))
    assert [misread.field for misread in (refused.value, *refused.value.also)] == ["bad", "in_between"]
    parts = {"good": "Faces work", "bad": "No picture on Thursday"}
    added = handlers_lines.add_line(AddLine(WEEK, "sales", **parts), practice.call(practice.sarah))
    assert drawn_lines.draw_line_added(added).text == (
        "Thank you. Your line will be in the digest of week 48. Good: “Faces work” Bad: “No picture on Thursday”"
    )


def test_the_newest_line_of_a_side_counts(practice):
    owed(practice)
    for words in ("First thought", "Second thought"):
        add(practice, practice.sarah, words)
    assert lines.newest(practice.session, practice.id, "2026-W48")["sales"].in_between == "Second thought"
    assert len({edit.key for edit in practice.carrier.deliveries}) == 2


def test_each_side_has_its_own_writer(practice):
    with pytest.raises(NotAllowed, match="Sarah writes the line for sales"):
        add(practice, practice.ana, "My view of sales")
    with pytest.raises(NotAllowed, match="Ana writes the line for marketing"):
        handlers_lines.open_line_form(OpenLineForm(WEEK, "marketing"), practice.call(practice.sarah))
    assert lines.newest(practice.session, practice.id, "2026-W48") == {}


def test_the_lead_writes_for_a_side_that_nobody_holds(practice):
    members.hold(practice.session, practice.id, Role.SALES, None)
    practice.session.flush()
    with pytest.raises(NotAllowed, match="Ana writes"):
        add(practice, practice.sarah, "Not mine any more")
    add(practice, practice.ana, "Two walk-ins")
    assert lines.newest(practice.session, practice.id, "2026-W48")["sales"].in_between == "Two walk-ins"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("   ", "write a line"),
        ("x" * 201, "201 characters"),
        ("Call 212-555-0143 back", "phone number"),
        ("mrs. Miller loved her crown", "a name"),
        ("Write to jane@example.com", "e-mail"),
        ("Born 3/12/1984", "date of birth"),
    ],
)
def test_a_line_that_cannot_be_taken_is_refused_beside_the_field(practice, words, says):
    with pytest.raises(Misread, match=says) as refused:
        add(practice, practice.sarah, words)
    assert refused.value.field == ("good" if not words.strip() else "in_between")
    assert lines.newest(practice.session, practice.id, "2026-W48") == {}


@pytest.mark.parametrize(
    "words",
    [
        "Reach 1,200,000 and 3 leads by 11/28",
        "Open day on 2026-12-03 at 10:30",
        "We miss Monday. Dr. Reyes on MS Teams",
        "x" * 200,
    ],
)
def test_numbers_and_dates_of_the_team_are_fine_in_a_line(practice, words):
    add(practice, practice.sarah, words)


def test_sales_may_say_that_no_leads_came_and_then_needs_no_words(practice):
    practice.leads_a_week([5] * 15 + [0])
    owed(practice)
    added = handlers_lines.add_line(AddLine(WEEK, "sales", none_came=True), practice.call(practice.sarah))
    assert drawn_lines.draw_line_added(added).text == (
        "Thank you. Your line is in the digest of week 48, which says that no leads came."
    )
    shown = digest.compose_digest(practice.scene(), practice.carrier.deliveries[0])
    seen = practice.sees(drawn.draw_digest_shown(shown))
    assert "Sales, Sarah No leads this week" in seen
    assert "In the usual range. 15 leads in the last four weeks" in seen
    add(practice, practice.sarah, "No, I was away")
    shown = digest.compose_digest(practice.scene(), practice.carrier.deliveries[1])
    assert "Can't compare: data missing" in practice.sees(drawn.draw_digest_shown(shown))


def test_where_leads_are_logged_nobody_can_say_there_were_none(practice):
    practice.leads_a_week([1])
    opened = handlers_lines.open_line_form(OpenLineForm(WEEK, "sales"), practice.call(practice.sarah))
    assert "No leads came" not in practice.sees_modal(drawn_lines.draw_line_form_opened(opened).view)
    with pytest.raises(Misread, match="write a line"):
        handlers_lines.add_line(AddLine(WEEK, "sales", none_came=True), practice.call(practice.sarah))


def test_a_very_first_line_may_say_that_no_leads_came(practice):
    handlers_lines.add_line(AddLine(WEEK, "sales", none_came=True), practice.call(practice.sarah))
    seen = practice.sees(drawn.draw_digest_shown(digest.show_digest(ShowDigest(WEEK), practice.call(practice.ana))))
    assert "Sales, Sarah No leads this week" in seen


def test_the_form_opens_with_the_last_line_in_it(practice):
    add(practice, practice.sarah, "Quiet week")
    opened = handlers_lines.open_line_form(OpenLineForm(WEEK, "sales"), practice.call(practice.sarah))
    view = drawn_lines.draw_line_form_opened(opened).view
    assert practice.sees_modal(view) == snapshot("""\
+ A line for sales
| Week 48: what should the channel know? One part is enough. Please nothing that could name a patient.
| What was good? (optional): ____ (Something that worked, or that people liked to hear)
| What was bad? (optional): ____ (Something that was hard or missing)
| What lies in between? (optional): Quiet week
| No leads are logged for that week (optional):
|   [ ] No leads came in week 48
| [Cancel] [Add it]\
""")


def test_the_buttons_of_the_digest_open_the_form_of_their_side(practice):
    message = drawn.draw_digest_shown(digest.show_digest(ShowDigest(WEEK), practice.call(practice.reyes)))
    elements = next(block["elements"] for block in message.blocks if block["type"] == "actions")
    assert [buttons.read(each["action_id"], each["value"]) for each in elements] == [
        OpenLineForm(WEEK, "marketing"),
        OpenLineForm(WEEK, "sales"),
        OpenDecideForm(WEEK),
        DecideNoChange(WEEK),
    ]


def test_looking_it_up_pings_nobody_and_the_channel_asks_both_by_name(practice):
    mine = drawn.draw_digest_shown(digest.show_digest(ShowDigest(WEEK), practice.call(practice.reyes)))
    assert "<@" not in str(mine.blocks) + mine.text
    channel = drawn.draw_digest_shown(digest.compose_digest(practice.scene(), owed(practice)))
    assert "<@UANA> and <@USAR>" in channel.text


def test_a_channel_that_no_longer_wants_the_digest_gets_none(practice):
    assert digest.compose_digest(practice.scene(), owed(practice, "C9")) is None


def test_a_week_that_has_not_begun_has_no_digest(practice):
    with pytest.raises(WrongMoment, match="Week 50 begins on Mon 7 Dec 2026"):
        digest.show_digest(ShowDigest(Week(2026, 50)), practice.call(practice.ana))


def test_a_week_before_rounds_was_set_up_has_no_digest(practice):
    practice.workspace.set_up_at = MONDAY
    with pytest.raises(WrongMoment, match="Week 48 was over before Rounds was set up on Mon 30 Nov 2026") as refused:
        digest.show_digest(ShowDigest(WEEK), practice.call(practice.ana))
    assert refused.value.hint == "`/digest this` shows this week so far."


def test_a_week_that_still_runs_is_shown_so_far_and_not_judged(practice):
    practice.post("Invisalign", date(2026, 11, 30), "service", at=9)
    practice.post("Meet our hygienist", date(2026, 12, 3), out=False)
    at = MONDAY + timedelta(days=1)
    shown = digest.show_digest(ShowDigest(Week(2026, 49)), practice.call(practice.ana, at))
    assert practice.sees(drawn.draw_digest_shown(shown)) == snapshot("""\
Week 49, Mon 30 Nov to Sun 6 Dec, so far
========================================
1 of 3 planned places is out so far. Not filled yet: Sat 5 Dec (community).
Still to come: figures for Invisalign; a line from Ana and a line from Sarah.
Marketing, Ana 1 post out, no figures yet
Sales, Sarah No leads logged so far
Posts of week 49
Post       | Reach     | Comments  | Engagements | Link clicks | Link
---------------------------------------------------------------------
Invisalign | not known | not known | not known   | not known   | none
Too early to say. The week runs until Sun 6 Dec.
Ana and Sarah, a line each, please: good, bad or in between.
[Ana: add a line] [Sarah: add a line]
No numbers have been entered yet. Definitions: version 1.\
""")


def test_two_workspaces_never_see_each_others_numbers(practice, session):
    other = Practice(session, team_id="T2")
    other.leads_a_week([5] * 16)
    other.figures(other.post("Elsewhere", date(2026, 11, 24)), reach=999)
    handlers_lines.add_line(AddLine(WEEK, "sales", "Not yours"), other.call(other.sarah))
    message = drawn.draw_digest_shown(digest.show_digest(ShowDigest(WEEK), practice.call(practice.ana)))
    for foreign in ("Elsewhere", "999", "Not yours", "5 leads"):
        assert foreign not in practice.sees(message)


def test_a_file_of_leads_says_nothing_about_days_after_the_last_one_in_it(practice):
    file = FiguresFile(workspace_id=practice.id, number=1, mark="desk", brought_at=MONDAY)
    practice.session.add(file)
    practice.session.flush()
    filed = practice.lead(date(2026, 11, 20), file_id=file.id)
    filed.logged_at = MONDAY
    practice.session.flush()
    known = in_use(practice.scene())
    assert (known.last_on, known.knows(WEEK)) == (date(2026, 11, 20), False)
    filed.booked_at = MONDAY + timedelta(hours=1)
    practice.session.flush()
    assert in_use(practice.scene()).knows(WEEK)
    again = FiguresFile(workspace_id=practice.id, number=2, mark="more", brought_at=MONDAY, taken_at=filed.booked_at)
    practice.session.add(again)
    practice.session.flush()
    assert not in_use(practice.scene()).knows(WEEK), "a second file moved it, and nobody looked after this week's"
    filed.booked_at = None
    practice.lead(date(2026, 11, 20)).logged_at = MONDAY
    practice.session.flush()
    assert in_use(practice.scene()).knows(WEEK)

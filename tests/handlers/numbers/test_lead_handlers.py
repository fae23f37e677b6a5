"""Logging a lead in two taps, moving it, taking it back: what is seen and what is remembered."""

from datetime import date, timedelta

import pytest
from inline_snapshot import snapshot
from numbers_practice import MONDAY, Practice
from sqlmodel import select

from bot.blocks import lead_card, lead_forms
from bot.blocks import leads as drawn
from bot.commands import buttons
from bot.commands.vocabulary import AddLead, MoveLead, OpenLeadForm, OpenLostForm, RemoveLead, ShowLeads
from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment
from bot.domain.outcomes.leads import LeadGone, LeadMoved, LeadOvertaken, LostFormOpened
from bot.handlers import leads
from storage.tables import Lead


def add(practice, source="instagram", code="", at=MONDAY):
    return leads.add_lead(AddLead(source, code), practice.call(practice.sarah, at))


def kept(practice):
    return practice.session.exec(select(Lead).order_by(Lead.number)).all()


def button(message, words):
    for block in message.blocks:
        for element in block.get("elements", ()):
            if element["type"] == "button" and element["text"]["text"] == words:
                return buttons.read(element["action_id"], element["value"])
    raise AssertionError(words)


def select_of(message, number):
    for block in message.blocks:
        if "accessory" in block and f"Lead {number} " in block["text"]["text"]:
            return block["accessory"]
    raise AssertionError(number)


def test_a_lead_is_logged_in_two_taps(practice):
    added = lead_card.draw_lead_added(add(practice))
    assert practice.sees(added) == snapshot(
        """\
Lead 1 from Instagram, today.
[Reached] [Booked] [Shown] [Started] [Lost…] [Take back] [Add details]\
"""
    )
    moved = leads.move_lead(button(added, "Booked"), practice.call(practice.sarah))
    message = drawn.draw_lead_moved(moved)
    assert message.in_place
    assert practice.sees(message) == snapshot(
        """\
Lead 1 from Instagram, today: booked.
[New again] [Reached] [Shown] [Started] [Lost…] [Take back]\
"""
    )
    assert [(lead.stage, lead.booked_at) for lead in kept(practice)] == [("booked", MONDAY)]


def test_numbers_run_on_and_a_number_taken_back_is_not_used_again(practice):
    first = add(practice)
    leads.remove_lead(RemoveLead(first.lead.id), practice.call(practice.sarah))
    assert add(practice).lead.number == 2
    practice.session.refresh(practice.workspace)
    assert practice.workspace.leads_numbered == 2


def test_each_workspace_has_its_own_numbers_and_sees_only_its_own_leads(practice, session):
    add(practice)
    other = Practice(session, team_id="T2")
    assert add(other).lead.number == 1
    foreign = kept(practice)[0].id
    assert isinstance(leads.move_lead(MoveLead(foreign, "booked"), other.call(other.sarah)), LeadGone)
    assert isinstance(leads.remove_lead(RemoveLead(foreign), other.call(other.sarah)), LeadGone)
    assert len(leads.show_leads(ShowLeads(), other.call(other.sarah)).open) == 1


def test_a_name_is_refused_and_nothing_is_kept(practice):
    with pytest.raises(Misread):
        add(practice, "instagram", "Jane Doe 1984")
    assert kept(practice) == []
    assert add(practice).lead.number == 1


def test_a_code_that_came_lately_is_pointed_out(practice):
    add(practice, code="a-117", at=MONDAY - timedelta(days=20))
    assert practice.sees(lead_card.draw_lead_added(add(practice, "google", "A-117"))) == snapshot(
        """\
Lead 2 (A-117) from Google, today.
Lead 1 (A-117) came on Tue 10 Nov with the same code. Is it the same enquiry?  [Yes, count them as one]
[Reached] [Booked] [Shown] [Started] [Lost…] [Take back] [Add details]\
"""
    )
    assert add(practice, code="A-117", at=MONDAY + timedelta(days=40)).alike is None


def test_lost_asks_for_a_reason_first(practice):
    lead = add(practice).lead
    opened = leads.open_lost_form(OpenLostForm(lead.id), practice.call(practice.sarah))
    view = lead_forms.draw_lost_form_opened(opened).view
    assert (view["title"]["text"], view["callback_id"]) == ("Lead 1 was lost", "lose-lead")
    options = [option["value"] for option in view["blocks"][0]["element"]["options"]]
    assert options == snapshot(
        [
            "wrong area",
            "wrong service",
            "price",
            "insurance",
            "no answer",
            "not a fit",
            "existing patient",
            "spam",
            "vendor",
            "test",
        ]
    )
    assert isinstance(leads.move_lead(MoveLead(lead.id, "lost"), practice.call(practice.sarah)), LostFormOpened)
    assert lead.stage == "new"
    moved = leads.move_lead(MoveLead(lead.id, "lost", "price", seen="new"), practice.call(practice.sarah))
    assert drawn.draw_lead_moved(moved).text == "Lead 1 from Instagram, today: lost (price)."


def test_a_stale_menu_changes_nothing_and_is_brought_up_to_date(practice):
    added = lead_card.draw_lead_added(add(practice))
    leads.move_lead(button(added, "Booked"), practice.call(practice.ana))
    outcome = leads.move_lead(button(added, "Reached"), practice.call(practice.sarah))
    assert isinstance(outcome, LeadOvertaken)
    message = drawn.draw_lead_overtaken(outcome)
    assert message.in_place
    assert message.text == "Lead 1 is booked by now, so I changed nothing."
    assert kept(practice)[0].booked_at == MONDAY


def test_the_same_click_twice_changes_nothing_twice(practice):
    added = lead_card.draw_lead_added(add(practice))
    for at in (MONDAY, MONDAY + timedelta(minutes=5)):
        assert isinstance(leads.move_lead(button(added, "Booked"), practice.call(practice.sarah, at)), LeadMoved)
    assert kept(practice)[0].booked_at == MONDAY


def test_a_menu_of_a_lead_that_is_gone_says_so(practice):
    added = lead_card.draw_lead_added(add(practice))
    leads.remove_lead(button(added, "Take back"), practice.call(practice.sarah))
    outcome = leads.move_lead(button(added, "Booked"), practice.call(practice.sarah))
    assert practice.sees(drawn.draw_lead_gone(outcome)) == snapshot(
        """\
That lead was taken back before. Nothing changed.
[Open leads]\
"""
    )
    with pytest.raises(NotFound):
        leads.open_lost_form(button(added, "Lost…"), practice.call(practice.sarah))


def test_a_menu_of_a_lead_that_was_taken_back_moves_no_later_one(practice):
    first = add(practice).lead.id
    leads.remove_lead(RemoveLead(first), practice.call(practice.sarah))
    later = add(practice).lead
    assert isinstance(leads.move_lead(MoveLead(first, "booked"), practice.call(practice.sarah)), LeadGone)
    assert later.stage == "new"


def test_a_lead_taken_back_can_be_logged_again(practice):
    added = lead_card.draw_lead_added(add(practice, "fb", "A-117"))
    removed = drawn.draw_lead_removed(leads.remove_lead(button(added, "Take back"), practice.call(practice.sarah)))
    assert removed.text == "Lead 1 is taken back. Its number stays unused."
    again = leads.add_lead(button(removed, "Log it again"), practice.call(practice.sarah))
    assert [(lead.number, lead.guessed, lead.code) for lead in kept(practice)] == [(2, "facebook", "A-117")]
    assert again.lead.number == 2


def test_only_who_logged_a_lead_or_leads_the_program_takes_it_back_and_only_that_day(practice):
    lead = add(practice).lead
    with pytest.raises(NotAllowed, match="Lead 1 can be taken back by Sarah or Ana"):
        leads.remove_lead(RemoveLead(lead.id), practice.call(practice.ben))
    with pytest.raises(WrongMoment, match="Lead 1 was logged on Mon 30 Nov 2026"):
        leads.remove_lead(RemoveLead(lead.id), practice.call(practice.sarah, MONDAY + timedelta(days=1)))
    leads.remove_lead(RemoveLead(lead.id), practice.call(practice.ana, MONDAY + timedelta(hours=14)))
    assert kept(practice) == []


def test_the_list_shows_open_leads_newest_first_and_this_weeks_counts(practice):
    practice.lead(date(2026, 11, 25), "phone", stage="reached")
    for source in ("instagram", "instagram", "yelp", "unknown"):
        add(practice, source)
    leads.move_lead(MoveLead(kept(practice)[1].id, "booked"), practice.call(practice.sarah))
    leads.move_lead(MoveLead(kept(practice)[3].id, "lost", "no answer"), practice.call(practice.sarah))
    shown = leads.show_leads(ShowLeads(), practice.call(practice.sarah))
    assert practice.sees(drawn.draw_leads_shown(shown)) == snapshot(
        """\
This week: 4 leads: Instagram 2, unknown 1, Yelp 1. 1 reached, 1 booked so far. 1 lost (no answer), 3 still open.
Where they came from: 3 our guess, 1 unknown.
Open leads, the last logged first
Lead 5 from an unknown source, today  (New v)
Lead 3 from Instagram, today  (New v)
Lead 2 from Instagram, today  (Booked v)
Lead 1 from the phone, Wed 25 Nov  (Reached v)
Started or lost this week
Lead 4 from Yelp, today: lost (no answer)  (Lost… v)
[Log a lead]\
"""
    )


def test_a_choice_in_the_list_moves_the_lead_and_shows_the_list_again(practice):
    add(practice)
    message = drawn.draw_leads_shown(leads.show_leads(ShowLeads(), practice.call(practice.sarah)))
    command = buttons.read(select_of(message, 1)["action_id"], "booked")
    again = drawn.draw_leads_shown(leads.move_lead(command, practice.call(practice.sarah)))
    assert again.in_place
    assert practice.sees(again).splitlines()[0] == "Lead 1 is booked now."
    assert select_of(again, 1)["initial_option"]["value"] == "booked"
    stale = drawn.draw_leads_shown(
        leads.move_lead(MoveLead(1, "reached", seen="new", where="list"), practice.call(practice.ana))
    )
    assert practice.sees(stale).splitlines()[0] == "Lead 1 is booked by now, so I changed nothing."
    lost = leads.move_lead(buttons.read(select_of(again, 1)["action_id"], "lost"), practice.call(practice.sarah))
    assert isinstance(lost, LostFormOpened)


def test_a_long_list_is_cut_and_the_rest_counted(practice):
    practice.leads_a_week([6, 6, 6])
    message = drawn.draw_leads_shown(leads.show_leads(ShowLeads(), practice.call(practice.sarah)))
    assert "and 3 older open leads" in practice.sees(message)
    assert sum("accessory" in block for block in message.blocks) == 15


def test_without_any_lead_the_list_says_so_and_offers_to_log_one(practice):
    message = drawn.draw_leads_shown(leads.show_leads(ShowLeads(), practice.call(practice.sarah)))
    assert message.text == "This week: no leads logged yet. No open leads."
    assert isinstance(button(message, "Log a lead"), OpenLeadForm)


def test_the_form_asks_for_the_source_and_never_for_a_name(practice):
    outcome = leads.open_lead_form(OpenLeadForm(), practice.call(practice.sarah))
    view = lead_forms.draw_lead_form_opened(outcome).view
    assert practice.sees_modal(view) == snapshot("""\
+ Log a lead
| How did they say they found you?: (Pick one v)
| What would you guess yourself? (optional): (Pick one v)
| Where do they live? (optional): ____ (021)
|   The first three digits of the postcode. I cut off what is more.
| Which day did it come?: (2026-11-30 v)
| At what time? (optional): (Select a time v)
|   If you know it. It tells how soon people are reached, and how many come while you are closed.
| Your own code (optional): ____ (A-117)
|   Never a name, a phone number or a date of birth. The lead has its running number in any case.
| [Cancel] [Log it]\
""")


def test_an_unknown_stage_is_refused(practice):
    lead = add(practice).lead
    with pytest.raises(Misread, match="don't know that stage"):
        leads.move_lead(MoveLead(lead.id, "married"), practice.call(practice.sarah))

"""The forms about numbers, from the modal that was drawn to the command that its submission means."""

from datetime import date, time

import pytest
from numbers_practice import MONDAY, ZONE

from bot.blocks import figures as figures_drawn
from bot.blocks import lead_forms
from bot.blocks import lines as lines_drawn
from bot.commands import forms
from bot.commands.vocabulary import (
    AddLead,
    AddLine,
    EditLead,
    LogFigures,
    MoveLead,
    OpenFiguresForm,
    OpenLeadForm,
    OpenLeadSettings,
    OpenLineForm,
    OpenLostForm,
    SetLeadSettings,
)
from bot.commands.when import Reading
from bot.domain.errors import Misread
from bot.domain.hours import Opening
from bot.domain.weeks import Week
from bot.handlers import figures, lead_settings, leads, lines

READING = Reading(now=MONDAY, zone=ZONE, day_first=False, opening=Opening.from_json({}))


@pytest.fixture
def database_url(sqlite_url):
    """What is drawn is the same whichever database the rows come from."""
    return sqlite_url


def submitted(view, **filled):
    """Fill a drawn modal in and read it back, as Slack would send it."""
    values = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        kind, value = block["element"]["type"], filled.get(block["block_id"])
        option = {"value": value} if value is not None else None
        state = {
            "static_select": {"selected_option": option},
            "radio_buttons": {"selected_option": option},
            "checkboxes": {"selected_options": [option] if option else []},
            "datepicker": {"selected_date": value},
            "timepicker": {"selected_time": value},
        }.get(kind, {"value": value})
        values[block["block_id"]] = {"value": {"type": kind, **state}}
    return forms.read({**view, "state": {"values": values}}, READING)


def test_a_new_lead(practice):
    practice.workspace.services = ["Whitening"]
    view = lead_forms.draw_lead_form_opened(leads.open_lead_form(OpenLeadForm(), practice.call(practice.sarah))).view
    filled = {"said": "walk-in", "code": " A-117 ", "service": "Whitening", "area": "02139", "on": "2026-11-28"}
    on = date(2026, 11, 28)
    assert submitted(view, **filled, at="14:30") == AddLead(
        "", "A-117", "walk-in", "Whitening", "02139", on, time(14, 30)
    )
    assert submitted(view, said="unknown", guessed="phone") == AddLead("phone", said="unknown")
    with pytest.raises(Misread, match="still to come") as refused:
        submitted(view, said="phone", on="2026-12-01")
    assert refused.value.field == "on"


def test_what_is_known_of_a_lead(practice):
    lead = practice.lead(date(2026, 11, 24), stage="booked")
    form = leads.open_lead_form(OpenLeadForm(lead.id), practice.call(practice.sarah))
    view = lead_forms.draw_lead_form_opened(form).view
    command = submitted(view, said="google", guessed="phone", on="2026-11-23", booked_on="2026-11-25")
    assert command == EditLead(lead.id, "phone", said="google", on=date(2026, 11, 23), booked_on=date(2026, 11, 25))


def test_the_settings_for_leads(practice):
    opened = lead_settings.open_lead_settings(OpenLeadSettings(), practice.call(practice.sarah))
    view = lead_forms.draw_lead_settings_opened(opened).view
    assert submitted(view, services="Whitening\nImplants", weekday="2") == SetLeadSettings("Whitening\nImplants", 2)
    assert submitted(view, weekday="none") == SetLeadSettings("", None)


def test_why_a_lead_was_lost(practice):
    lead = practice.lead(date(2026, 11, 24), stage="reached")
    opened = leads.open_lost_form(OpenLostForm(lead.id), practice.call(practice.sarah))
    command = submitted(lead_forms.draw_lost_form_opened(opened).view, reason="not a fit")
    assert command == MoveLead(lead.id, "lost", "not a fit", seen="reached")


def test_figures_where_empty_is_unknown_and_zero_is_zero(practice):
    post = practice.post("Meet our hygienist", date(2026, 11, 26))
    opened = figures.open_figures_form(OpenFiguresForm(post.id), practice.call(practice.ana))
    view = figures_drawn.draw_figures_form_opened(opened).view
    assert submitted(view, reach="412", saves="0") == LogFigures(post.id, reach=412, saves=0)
    with pytest.raises(Misread) as refused:
        submitted(view, reach="a lot")
    assert refused.value.field == "reach"


def test_a_line_for_the_digest(practice):
    week = Week(2026, 48)
    opened = lines.open_line_form(OpenLineForm(week, "sales"), practice.call(practice.sarah))
    view = lines_drawn.draw_line_form_opened(opened).view
    assert submitted(view, good="Faces work", in_between="Quiet week") == AddLine(
        week, "sales", good="Faces work", in_between="Quiet week"
    )
    assert submitted(view, none="none") == AddLine(week, "sales", none_came=True)

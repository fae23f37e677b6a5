"""What is typed about leads: their numbers, how far they came and on which day, and nothing that names anybody."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.commands import grammar
from bot.commands.vocabulary import AddLead, OpenLeadForm, SayStage, ShowLead, ShowLeads
from bot.commands.when import Reading
from bot.domain.errors import Misread
from bot.domain.hours import Opening

READING = Reading(
    now=datetime(2026, 11, 24, 15, 0, tzinfo=UTC),
    zone=ZoneInfo("America/New_York"),
    day_first=False,
    opening=Opening.from_json({}),
)


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("", ShowLeads()),
        ("12", ShowLead(12)),
        ("#12", ShowLead(12)),
        ("lead 12", ShowLead(12)),
        ("12 booked", SayStage(12, "booked")),
        ("12 Booked today", SayStage(12, "booked", date(2026, 11, 24))),
        ("12 booked yesterday", SayStage(12, "booked", date(2026, 11, 23))),
        ("12 booked on mon", SayStage(12, "booked", date(2026, 11, 23))),
        ("12 reached tuesday", SayStage(12, "reached", date(2026, 11, 24))),
        ("12 shown last thursday", SayStage(12, "shown", date(2026, 11, 19))),
        ("12 shown 3 days ago", SayStage(12, "shown", date(2026, 11, 21))),
        ("12 started a week ago", SayStage(12, "started", date(2026, 11, 17))),
        ("12 booked nov 20", SayStage(12, "booked", date(2026, 11, 20))),
        ("12 booked 20 Nov", SayStage(12, "booked", date(2026, 11, 20))),
        ("12 booked dec 20", SayStage(12, "booked", date(2025, 12, 20))),
        ("12 booked 11/20", SayStage(12, "booked", date(2026, 11, 20))),
        ("12 booked 20.11.", SayStage(12, "booked", date(2026, 11, 20))),
        ("12 booked 2026-11-20", SayStage(12, "booked", date(2026, 11, 20))),
        ("12 lost price", SayStage(12, "lost", None, "price")),
        ("12 lost no answer yesterday", SayStage(12, "lost", date(2026, 11, 23), "no answer")),
        ("12 new", SayStage(12, "new")),
        ("add", OpenLeadForm()),
        ("add instagram", AddLead("instagram")),
        ("add google ads A-17", AddLead("google ads", "A-17")),
    ],
)
def test_what_is_typed_about_leads_is_read(typed, command):
    assert grammar.read("/leads", typed, READING) == command


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("12 boked", "/leads 12 booked yesterday"),
        ("12 booked sometime", "yesterday, mon, nov 24"),
        ("12 booked feb 30", "yesterday, mon, nov 24"),
        ("12 lost", "/leads 12 lost price"),
        ("12 lost interest", "/leads 12 lost price"),
    ],
)
def test_what_is_unclear_is_answered_with_what_works(typed, hint):
    with pytest.raises(Misread) as refused:
        grammar.read("/leads", typed, READING)
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    "typed",
    [
        "Jane Doe 3/12/1984",
        "add Jane Doe 3/12/1984",
        "12 booked Jane 617-555-0143",
        "add instagram MRN48213",
        "12 reached j@example.com",
        "add Mrs. Miller",
    ],
)
def test_what_may_name_somebody_is_refused_and_never_repeated(typed):
    with pytest.raises(Misread, match="so I kept nothing of it") as refused:
        grammar.read("/leads", typed, READING)
    told = " ".join([refused.value.sentence, refused.value.hint or "", refused.value.nearest or ""])
    assert not {"Jane", "1984", "Miller", "48213", "example"} & set(told.replace("/", " ").split())


def test_a_bare_source_is_taken_for_a_forgotten_add():
    with pytest.raises(Misread) as refused:
        grammar.read("/leads", "instagram", READING)
    assert refused.value.nearest == "/leads add instagram"

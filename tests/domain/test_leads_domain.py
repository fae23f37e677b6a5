"""What a source and a code may be, how a lead moves, and what leads add up to."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import leads
from bot.domain.errors import Misread
from bot.domain.leads import InUse
from bot.domain.weeks import Week
from storage.tables import Lead, Stage

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
DATES = ("reached_at", "booked_at", "shown_at", "started_at", "lost_at")


def a_lead(**fields):
    return Lead(workspace_id=1, number=12, source="instagram", came_on=TODAY, logged_at=NOW, **fields)


def move(lead, stage, **why):
    lead.sqlmodel_update(leads.move(lead, stage, **why))


def dates(lead):
    return {name.removesuffix("_at") for name in DATES if getattr(lead, name)}


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("instagram", "instagram"),
        ("IG", "instagram"),
        ("Insta", "instagram"),
        ("fb", "facebook"),
        ("Tik Tok", "tiktok"),
        ("walk in", "walk-in"),
        ("Walk-In", "walk-in"),
        ("Google Ads", "google"),
        ("word of mouth", "referral"),
        ("Google Maps", "google"),
        ("facebook ad", "facebook"),
        ("call", "phone"),
        ("unknown", "unknown"),
        (" Yelp ", "yelp"),
        ("nextdoor", "nextdoor"),
        ("booth-2", "booth-2"),
    ],
)
def test_a_source_is_read_in_any_usual_spelling(typed, source):
    assert leads.read_source(typed, TODAY) == source


@pytest.mark.parametrize(
    "typed",
    [
        "Jane Doe",
        "jane@example.com",
        "212 555 0143",
        "5550143",
        "555-0143",
        "Mrs.Smith",
        "mr smith",
        "Doe, Jane",
        "smith1984",
    ],
)
def test_a_source_that_may_be_a_person_is_refused_without_repeating_it(typed):
    with pytest.raises(Misread) as refused:
        leads.read_source(typed, TODAY)
    assert refused.value.sentence.startswith("That may be somebody's name or number, so I kept nothing.")
    assert typed not in refused.value.sentence + refused.value.hint
    assert refused.value.field == "source"


@pytest.mark.parametrize(
    ("typed", "says"), [("", "Where did"), ("a" * 21, "one short word"), ("<!channel>", "one short")]
)
def test_a_source_that_is_no_short_word_is_refused(typed, says):
    with pytest.raises(Misread, match=says):
        leads.read_source(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "code"), [("", ""), ("A-117", "A-117"), (" on2031 ", "ON2031"), ("123456", "123456")]
)
def test_the_practices_own_code_is_kept(typed, code):
    assert leads.read_code(typed, TODAY) == code


@pytest.mark.parametrize(
    "typed",
    ["Jane Doe", "smith-1984", "Smith1984", "03-12-84", "3/12/1984", "2125550143", "j@d.com", "dr-smith", "1048213"],
)
def test_a_code_that_may_be_a_person_is_refused_without_repeating_it(typed):
    with pytest.raises(Misread) as refused:
        leads.read_code(typed, TODAY)
    assert "so I kept nothing" in refused.value.sentence
    assert typed not in refused.value.sentence + refused.value.hint
    assert refused.value.field == "code"


@pytest.mark.parametrize("typed", ["janedoe", "A_117", "x" * 13 + "1", "ü1"])
def test_a_code_of_another_form_is_refused(typed):
    with pytest.raises(Misread, match="at least one digit"):
        leads.read_code(typed, TODAY)


def test_moving_on_keeps_the_earlier_dates():
    lead = a_lead()
    move(lead, Stage.REACHED, reason="", now=NOW)
    move(lead, Stage.BOOKED, reason="", now=NOW + timedelta(days=1))
    assert (lead.stage, lead.reached_at, lead.booked_at) == ("booked", NOW, NOW + timedelta(days=1))


def test_moving_back_clears_the_later_dates_and_keeps_its_own():
    lead = a_lead(stage=Stage.SHOWN, reached_at=NOW, booked_at=NOW, shown_at=NOW)
    move(lead, Stage.REACHED, reason="", now=NOW + timedelta(days=2))
    assert (lead.stage, lead.reached_at, dates(lead)) == ("reached", NOW, {"reached"})


def test_a_lost_lead_keeps_how_far_it_had_come_and_can_be_reopened():
    lead = a_lead(stage=Stage.BOOKED, booked_at=NOW)
    move(lead, Stage.LOST, reason="price", now=NOW)
    assert (lead.stage, lead.lost_reason, dates(lead)) == ("lost", "price", {"booked", "lost"})
    move(lead, Stage.BOOKED, reason="", now=NOW + timedelta(days=1))
    assert (lead.stage, lead.lost_reason, lead.booked_at, dates(lead)) == ("booked", "", NOW, {"booked"})


def test_a_lead_is_lost_for_one_of_the_reasons_only():
    lead = a_lead()
    with pytest.raises(Misread, match="one of the reasons"):
        move(lead, Stage.LOST, reason="no idea", now=NOW)
    assert dates(lead) == set()


@given(st.lists(st.sampled_from([stage for stage in Stage if stage is not Stage.LOST]), min_size=1, max_size=8))
def test_however_a_lead_was_moved_no_date_is_later_than_its_stage(moves):
    lead = a_lead()
    for days, stage in enumerate(moves):
        move(lead, stage, reason="", now=NOW + timedelta(days=days))
    rank = list(Stage).index(Stage(lead.stage))
    assert {list(Stage).index(Stage(name)) for name in dates(lead)} <= set(range(1, rank + 1))
    assert lead.stage == moves[-1]


def test_a_later_stage_implies_the_earlier_ones_and_spam_is_no_lead():
    found = leads.tally(
        [
            a_lead(stage=Stage.SHOWN, shown_at=NOW),
            a_lead(stage=Stage.LOST, booked_at=NOW, lost_at=NOW, lost_reason="price"),
            a_lead(),
            a_lead(stage=Stage.LOST, lost_at=NOW, lost_reason="spam"),
            a_lead(stage=Stage.LOST, lost_at=NOW, lost_reason="existing patient"),
        ]
    )
    assert (found.leads, found.reached, found.booked, found.shown, found.started) == (3, 2, 2, 1, 0)
    assert (found.still_open, found.untouched, found.set_apart) == (2, 1, 2)
    assert found.lost == (("price", 1),)


def test_the_leads_of_a_week_are_known_from_the_first_one_to_the_last_sign_of_life():
    log = InUse(first_on=date(2026, 11, 4), last_on=date(2026, 11, 17))
    known = [number for number in range(43, 50) if log.knows(Week(2026, number))]
    assert known == [45, 46, 47]


@pytest.mark.parametrize("typed", ["instagrm", "Facebok", "gogle"])
def test_a_slip_in_a_usual_source_is_asked_about(typed):
    with pytest.raises(Misread) as refused:
        leads.read_source(typed, TODAY)
    assert refused.value.hint == f"Did you mean {refused.value.nearest}?"

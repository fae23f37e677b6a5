"""How a lead moves, on which day, and what leads add up to."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

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
    return Lead(workspace_id=1, number=12, guessed="instagram", came_on=TODAY, logged_at=NOW, **fields)


def move(lead, stage, **why):
    lead.sqlmodel_update(leads.move(lead, stage, **why))


def dates(lead):
    return {name.removesuffix("_at") for name in DATES if getattr(lead, name)}


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


def test_a_later_stage_implies_the_earlier_ones_and_neither_spam_nor_a_merged_one_is_another_lead():
    found = leads.tally(
        [
            a_lead(stage=Stage.SHOWN, shown_at=NOW),
            a_lead(stage=Stage.LOST, booked_at=NOW, lost_at=NOW, lost_reason="price"),
            a_lead(),
            a_lead(stage=Stage.LOST, lost_at=NOW, lost_reason="spam"),
            a_lead(stage=Stage.LOST, lost_at=NOW, lost_reason="existing patient"),
            a_lead(stage=Stage.LOST, lost_at=NOW, lost_reason="vendor"),
            a_lead(stage=Stage.LOST, lost_at=NOW, lost_reason="test"),
            a_lead(stage=Stage.BOOKED, booked_at=NOW, merged_into_id=1),
        ]
    )
    assert (found.leads, found.reached, found.booked, found.shown, found.started) == (3, 2, 2, 1, 0)
    assert (found.still_open, found.untouched, found.set_apart) == (2, 1, 4)
    assert found.lost == (("price", 1),)


def test_the_leads_of_a_week_are_known_from_the_first_one_to_the_last_sign_of_life():
    log = InUse(first_on=date(2026, 11, 4), last_on=date(2026, 11, 17))
    known = [number for number in range(43, 50) if log.knows(Week(2026, number))]
    assert known == [45, 46, 47]


ZONE = ZoneInfo("America/New_York")


def test_a_stage_of_an_earlier_day_keeps_the_day_only():
    at = leads.moment_of(date(2026, 11, 23), came_on=date(2026, 11, 20), now=NOW, zone=ZONE)
    assert at.astimezone(ZONE) == datetime(2026, 11, 23, tzinfo=ZONE)
    assert leads.is_day_only(at, ZONE)
    assert leads.moment_of(TODAY, came_on=TODAY, now=NOW, zone=ZONE) == NOW
    assert not leads.is_day_only(NOW, ZONE)
    assert leads.moment_of(None, came_on=TODAY, now=NOW, zone=ZONE) is None


@pytest.mark.parametrize(
    ("on", "says"), [(date(2026, 11, 25), "still to come"), (date(2026, 11, 19), "The lead came on Fri 20 Nov")]
)
def test_a_stage_lies_between_the_lead_and_today(on, says):
    with pytest.raises(Misread, match=says):
        leads.moment_of(on, came_on=date(2026, 11, 20), now=NOW, zone=ZONE)


def test_the_days_of_stages_can_be_put_right_in_their_order():
    lead = a_lead(stage=Stage.BOOKED, reached_at=NOW, booked_at=NOW)
    lead.came_on = date(2026, 11, 20)
    days = {Stage.REACHED: date(2026, 11, 21), Stage.BOOKED: TODAY, Stage.SHOWN: TODAY}
    changes = leads.dated(lead, days, now=NOW, zone=ZONE)
    assert {field: at.astimezone(ZONE).date() for field, at in changes.items()} == {"reached_at": date(2026, 11, 21)}
    with pytest.raises(Misread, match="The day for booked is before the day for reached") as refused:
        leads.dated(lead, {Stage.BOOKED: date(2026, 11, 22)}, now=NOW, zone=ZONE)
    assert refused.value.field == "booked_on"
    lead.came_on = date(2026, 11, 25)
    with pytest.raises(Misread, match="The lead came on Wed 25 Nov") as refused:
        leads.dated(lead, {}, now=NOW, zone=ZONE)
    assert refused.value.field == "on"


@pytest.mark.parametrize(
    ("whole", "part", "becomes"),
    [
        ("new", "booked", "booked"),
        ("booked", "reached", "booked"),
        ("reached", "reached", "reached"),
        ("lost", "booked", "lost"),
        ("new", "lost", "new"),
    ],
)
def test_a_lead_moves_on_to_where_its_later_part_stands_but_never_back(whole, part, becomes):
    earlier = a_lead(stage=whole, reached_at=NOW if whole in ("reached", "booked") else None)
    later = a_lead(stage=part, reached_at=NOW + timedelta(days=1), booked_at=NOW + timedelta(days=2))
    earlier.sqlmodel_update(leads.moved_on_by(earlier, later))
    assert earlier.stage == becomes
    if (whole, part) == ("new", "booked"):
        assert (earlier.reached_at, earlier.booked_at) == (later.reached_at, later.booked_at)


def test_of_many_open_leads_those_asked_about_longest_ago_come_first_and_new_ones_before_them():
    open_ones = [Lead(id=n * 10, workspace_id=1, number=n, came_on=TODAY) for n in (5, 4, 3, 2, 1)]
    asked = [[10, 20], [30, 10, 990], []]
    assert [lead.number for lead in leads.in_turn(open_ones, asked)] == [4, 5, 2, 1, 3]
    assert [lead.number for lead in leads.in_turn(open_ones, [])] == [1, 2, 3, 4, 5]

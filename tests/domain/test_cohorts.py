"""Which leads are old enough to judge, and at which pace."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import cohorts
from bot.domain.cohorts import Pace
from bot.domain.verdict import Share
from storage.tables import Lead, Stage

SUNDAY = date(2026, 11, 29)
AT = datetime(2026, 11, 1, tzinfo=UTC)


def lead(age, stage=Stage.REACHED, **more):
    booked = {"booked_at": AT} if stage in (Stage.BOOKED, Stage.SHOWN) else {}
    shown = {"shown_at": AT} if stage == Stage.SHOWN else {}
    on = SUNDAY - timedelta(days=age)
    return Lead(workspace_id=1, number=1, came_on=on, logged_at=AT, stage=stage, **booked, **shown, **more)


def waits(stage, days):
    return [(stage, timedelta(days=each)) for each in days]


def test_only_leads_between_two_and_ten_weeks_old_are_judged_for_booked():
    leads = [lead(age, Stage.BOOKED) for age in (13, 14, 69, 70)]
    found = cohorts.cohort(leads, Stage.BOOKED, SUNDAY, Pace())
    assert (found.first, found.last) == (date(2026, 9, 21), date(2026, 11, 15))
    assert found.share == Share(2, 2)


def test_for_shown_they_have_to_be_thirty_days_old():
    leads = [lead(29, Stage.SHOWN), lead(30, Stage.SHOWN), lead(40, Stage.BOOKED), lead(86, Stage.SHOWN)]
    assert cohorts.cohort(leads, Stage.SHOWN, SUNDAY, Pace()).share == Share(1, 2)


def test_spam_and_existing_patients_are_no_leads():
    leads = [lead(20, Stage.LOST, lost_reason="spam"), lead(20)]
    assert cohorts.cohort(leads, Stage.BOOKED, SUNDAY, Pace()).share == Share(0, 1)


@pytest.mark.parametrize(("untouched", "is_known"), [(0, True), (2, True), (3, False), (10, False)])
def test_where_too_many_still_stand_at_new_it_is_not_known(untouched, is_known):
    leads = [lead(20, Stage.NEW)] * untouched + [lead(20)] * (10 - untouched)
    assert cohorts.cohort(leads, Stage.BOOKED, SUNDAY, Pace()).is_known is is_known


def test_no_leads_are_not_known_either():
    assert not cohorts.cohort([], Stage.BOOKED, SUNDAY, Pace()).is_known


def test_thirty_bookings_teach_the_practices_own_pace():
    pace = cohorts.learn(waits(Stage.BOOKED, [1] * 10 + [4] * 14 + [20] * 6) + waits(Stage.SHOWN, [9] * 29))
    assert (pace.age(Stage.BOOKED), pace.age(Stage.SHOWN)) == (timedelta(days=4), timedelta(days=30))
    assert pace.learned == {Stage.BOOKED}


@pytest.mark.parametrize(("days", "age"), [([0] * 30, 3), ([300] * 30, 56)])
def test_a_pace_is_never_hasty_and_never_endless(days, age):
    assert cohorts.learn(waits(Stage.BOOKED, days)).age(Stage.BOOKED) == timedelta(days=age)


def test_twenty_nine_bookings_teach_nothing_yet():
    assert cohorts.learn(waits(Stage.BOOKED, [1] * 29)) == Pace()

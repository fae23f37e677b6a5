"""What ads cost in some days, and what a lead from there cost."""

from datetime import UTC, date, datetime
from math import inf

import pytest

from bot.domain import spent
from storage.tables import Lead, Spending

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 29)
AT = datetime(2026, 11, 30, tzinfo=UTC)


def row(number, cents, first=FIRST, last=LAST, **more):
    given = {"network": "meta", "currency": "USD", "purpose": "awareness", "outside_id": "", **more}
    return Spending(id=number, workspace_id=1, from_on=first, until_on=last, cents=cents, entered_at=AT, **given)


def leads(count, network="facebook", reason=""):
    given = {"workspace_id": 1, "came_on": date(2026, 11, 10), "logged_at": AT, "lost_reason": reason}
    return [Lead(number=number, network=network, **given) for number in range(count)]


@pytest.mark.parametrize(("came", "low", "high"), [(5, 5_142, 36_954), (20, 1_943, 4_912), (0, 16_265, inf)])
def test_a_lead_costs_between_what_the_table_has(came, low, high):
    [cost] = spent.costs([row(1, 60_000)], leads(came), FIRST, LAST)
    assert (cost.cents, cost.leads) == (60_000, came)
    assert cost.each.low == pytest.approx(low, abs=1)
    assert cost.each.high == (high if high == inf else pytest.approx(high, abs=5))


def test_a_line_counts_by_its_share_of_the_days():
    rows = [row(1, 28_000, date(2026, 10, 19), date(2026, 11, 15))]
    assert spent.cents(rows, FIRST, LAST) == {("meta", "USD"): 14_000}


def test_of_the_same_ad_a_newer_export_takes_the_place_of_an_older_one_for_its_days():
    rows = [
        row(1, 10_000, FIRST, date(2026, 11, 11), outside_id="ad"),
        row(2, 28_000, outside_id="ad"),
        row(3, 4_000, outside_id="another"),
    ]
    assert spent.cents(rows, FIRST, LAST) == {("meta", "USD"): 32_000}
    older_alone = [row(1, 28_000, outside_id="ad"), row(2, 1_000, FIRST, date(2026, 11, 15), outside_id="ad")]
    assert spent.cents(older_alone, FIRST, LAST) == {("meta", "USD"): 15_000}


def test_tools_are_no_ads_and_currencies_are_not_mixed():
    rows = [row(1, 9_900, purpose="tools"), row(2, 100), row(3, 200, currency="EUR")]
    assert spent.cents(rows, FIRST, LAST) == {("meta", "USD"): 100, ("meta", "EUR"): 200}


def test_only_leads_from_the_network_that_was_paid_are_counted():
    came = [*leads(2), *leads(1, "instagram"), *leads(4, "google"), *leads(3, ""), *leads(2, reason="spam")]
    costs = spent.costs([row(1, 100), row(2, 200, network="google"), row(3, 50, network="")], came, FIRST, LAST)
    assert [(cost.network, cost.leads) for cost in costs] == [("google", 4), ("meta", 3), ("", 0)]


def test_a_month_beside_its_days_and_meta_as_a_whole_beside_its_parts_count_once():
    days = [row(number, 1_000, on, on, outside_id="ad", file_id=1) for number, on in enumerate((FIRST, LAST), 1)]
    month = row(3, 28_000, outside_id="ad", file_id=1)
    assert spent.cents([*days, month], FIRST, LAST) == {("meta", "USD"): 28_000}
    assert spent.cents([row(1, 28_000, outside_id="ad"), *(row(9 + day.id, 1_500, day.from_on, day.from_on,
        outside_id="ad", file_id=1) for day in days)], FIRST, LAST) == {("meta", "USD"): 29_000}  # fmt: skip
    parts = [row(4, 20_000, outside_id="ad", network="facebook", file_id=2),
             row(5, 8_000, outside_id="ad", network="instagram", file_id=2)]  # fmt: skip
    assert spent.cents([month, *parts], FIRST, LAST) == {("facebook", "USD"): 20_000, ("instagram", "USD"): 8_000}
    later = row(6, 28_500, outside_id="ad", file_id=3)
    assert spent.cents([month, *parts, later], FIRST, LAST) == {("meta", "USD"): 28_500}


def test_leads_are_tracked_to_ads_by_their_network_and_from_the_first_paid_day_on():
    """The website and a guess tell nothing of ads, and neither does what came before anything was paid."""

    def lead(day, **known):
        return Lead(number=1, workspace_id=1, came_on=date(2026, 11, day), logged_at=AT, **known)

    came = [
        lead(10, tracked="facebook"), lead(9, tracked="instagram"), lead(20, tracked="meta"),
        lead(20, tracked="google"),
        lead(20, tracked="website"), lead(20, guessed="facebook"), lead(20, tracked="facebook", lost_reason="spam"),
    ]  # fmt: skip
    rows = [row(1, 100, date(2026, 11, 10)), row(2, 100, network="google", purpose="tools"), row(3, 700, network="")]
    dollars = {"currency": "USD", "usual": "USD"}
    assert spent.tracked_from(rows, came, FIRST, LAST, **dollars) == [came[0], came[2]]
    assert spent.tracked_from([], came, FIRST, LAST, **dollars) == []
    elsewhere = [row(1, 100, network="google", currency="EUR"), row(2, 100, network="website"), row(3, 100, network="")]
    assert spent.tracked_from(elsewhere, came, FIRST, LAST, **dollars) == []
    assert spent.tracked_from(elsewhere, came, FIRST, LAST, currency="EUR", usual="USD") == [came[3]]
    assert spent.traceable(rows, FIRST, LAST, currency="USD", usual="USD") == 100
    assert spent.traceable(rows, FIRST, LAST, currency="EUR", usual="USD") == 0

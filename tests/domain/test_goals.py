"""Goals: what may be aimed for, and how far it has come, counted from leads that are old enough to judge."""

from datetime import UTC, date, datetime, timedelta
from math import inf
from zoneinfo import ZoneInfo

import pytest

from bot.domain import goals
from bot.domain.errors import Misread
from bot.domain.goals import Metric
from bot.domain.leads import InUse
from bot.domain.progress import Grounds, LeadCost, Progress, Untold, progress
from bot.domain.spent import read_network
from bot.domain.verdict import Share
from storage.tables import Goal, Lead, Spending

ZONE = ZoneInfo("America/New_York")
TODAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 22)
NOVEMBER = date(2026, 11, 1)
NOW = datetime(2026, 11, 27, 15, tzinfo=UTC)


def a_goal(metric: str, **otherwise: object) -> Goal:
    values = {"kind": "sales", "words": "More", "target": 30, "due_on": date(2027, 3, 31), "owner_id": 1, "set_at": NOW}
    return Goal(workspace_id=1, metric=metric, **{**values, **otherwise})


def a_lead(days_ago: int, *, reached: int | None = None, booked: int | None = None, lost: str = "") -> Lead:
    """One lead, reached or booked so many days after it came."""
    came = TODAY - timedelta(days=days_ago)

    def after(days: int | None) -> datetime | None:
        return (
            None if days is None else datetime(came.year, came.month, came.day, 16, tzinfo=UTC) + timedelta(days=days)
        )

    return Lead(
        workspace_id=1,
        number=1,
        said="instagram",
        came_on=came,
        logged_at=NOW,
        reached_at=after(reached),
        booked_at=after(booked),
        lost_reason=lost,
    )


@pytest.mark.parametrize(
    "words",
    [
        "Go viral on TikTok",
        "buy 5,000 followers",
        "Bought likes for the new page",
        "paid reviews",
        "giveaway for likes",
    ],
)
def test_what_no_practice_should_aim_for_is_answered_with_what_it_could(words: str) -> None:
    with pytest.raises(Misread) as refused:
        goals.read_words(words)
    assert refused.value.field == "words"
    assert "enquiries" in refused.value.sentence


@pytest.mark.parametrize("words", ["Fill the Friday mornings", "More implant consultations", "Book the reviewed plan"])
def test_what_a_practice_may_aim_for_is_kept_as_typed(words: str) -> None:
    assert goals.read_words(f"  {words} ") == words


@pytest.mark.parametrize("sign", ["likes", "followers"])
def test_likes_and_followers_are_never_the_only_goal(sign: str) -> None:
    with pytest.raises(Misread, match="look, not that they come"):
        goals.read_metric(sign)


@pytest.mark.parametrize(("target", "metric"), [(None, Metric.LEADS), (0, Metric.LEADS), (101, Metric.BOOKED_SHARE)])
def test_a_target_must_be_a_number_that_can_be_reached(target: int | None, metric: Metric) -> None:
    with pytest.raises(Misread, match="How many"):
        goals.check_target(target, metric)


@pytest.mark.parametrize("due_on", [None, TODAY, date(2029, 1, 1)])
def test_a_goal_has_a_day_ahead(due_on: date | None) -> None:
    with pytest.raises(Misread):
        goals.check_due(due_on, TODAY)


@pytest.mark.parametrize(
    ("metric", "leads", "stands"),
    [
        ("leads", [a_lead(1), a_lead(20), a_lead(40), a_lead(3, lost="spam")], Progress(2, NOVEMBER)),
        ("booked", [a_lead(40, booked=20), a_lead(2, booked=1), a_lead(60, booked=1)], Progress(2, NOVEMBER)),
        ("booked-share", [a_lead(18, booked=1), a_lead(19, booked=1), a_lead(25), a_lead(75, booked=1)],
         Progress(share=Share(1, 2))),
        ("same-day", [a_lead(5, reached=0), a_lead(6, reached=1), a_lead(7), a_lead(0, reached=0)],
         Progress(share=Share(1, 3))),
        ("shown-share", [], Progress(share=Share(0, 0))),
    ],
)  # fmt: skip
def test_how_far_a_goal_has_come(metric: str, leads: list[Lead], stands: Progress) -> None:
    assert progress(a_goal(metric), Grounds(leads, TODAY, SUNDAY, ZONE)) == stands


def test_a_goal_is_aimed_for_through_its_last_day_and_the_first_due_comes_first() -> None:
    soon, later = a_goal("leads", id=2, due_on=TODAY), a_goal("booked", id=1)
    ended = a_goal("started", id=3, ended_at=NOW)
    over = a_goal("same-day", id=4, due_on=TODAY - timedelta(days=1))
    assert goals.open_ones([later, soon, ended, over], TODAY) == [soon, later]


def spent(cents: int, network: str = "facebook", currency: str = "USD", on: date = SUNDAY) -> Spending:
    return Spending(
        workspace_id=1, from_on=on, until_on=on, purpose="awareness", network=network, cents=cents, currency=currency
    )


def cost(rows: list[Spending], leads: list[Lead], *, known_since: date = date(2026, 8, 1)) -> LeadCost:
    """What a lead cost, where leads are known since a day."""
    grounds = Grounds(leads, TODAY, SUNDAY, ZONE, spending=rows, currency="USD", in_use=InUse(known_since, TODAY))
    found = progress(a_goal("cost-per-lead", target=80), grounds).cost
    assert found is not None
    return found


def from_ads(count: int, network: str = "facebook", days_ago: int = 10) -> list[Lead]:
    leads = [a_lead(days_ago) for _ in range(count)]
    for lead in leads:
        lead.network = network
    return leads


@pytest.mark.parametrize(
    ("cents", "leads", "low", "high"),
    [(60_000, 5, 51.4, 369.5), (240_000, 20, 77.7, 196.5), (60_000, 0, 162.7, inf)],
)
def test_what_a_lead_costs_comes_with_its_range_and_is_never_divided_by_nothing(
    cents: int, leads: int, low: float, high: float
) -> None:
    """$600 for 5, $2,400 for 20 and $600 for none, by Garwood's exact interval."""
    found = cost([spent(cents)], [*from_ads(leads), *from_ads(3, "google"), *from_ads(2, "")])
    assert (found.cents, found.leads, found.untold, found.until) == (cents, leads, None, SUNDAY)
    assert found.each is not None
    assert (found.each.low / 100, found.each.high / 100) == pytest.approx((low, high), abs=0.1)


@pytest.mark.parametrize(
    ("rows", "known_since", "untold"),
    [
        ([], date(2026, 8, 1), Untold.NO_SPENDING),
        ([spent(500, on=date(2026, 10, 25))], date(2026, 8, 1), Untold.NO_SPENDING),
        ([spent(500, network="")], date(2026, 8, 1), Untold.NO_NETWORK),
        ([spent(500, network="radio")], date(2026, 8, 1), Untold.NO_NETWORK),
        ([spent(500), spent(500, "google", "EUR")], date(2026, 8, 1), Untold.CURRENCIES),
        ([spent(500)], date(2026, 11, 2), Untold.NO_LOG),
    ],
)
def test_what_a_lead_costs_is_not_told_where_it_is_not_known(
    rows: list[Spending], known_since: date, untold: Untold
) -> None:
    assert cost(rows, from_ads(4), known_since=known_since).untold is untold


def test_a_lead_of_two_networks_that_were_paid_counts_once_and_the_usual_currency_stands_for_none() -> None:
    rows = [spent(1_000, "meta", ""), spent(2_000, "facebook"), spent(4_000, "google"), spent(700, "")]
    came = [*from_ads(3), *from_ads(1, "instagram"), *from_ads(2, "google"), *from_ads(5, days_ago=40)]
    found = cost(rows, came)
    assert (found.cents, found.leads, found.unplaced, found.currency) == (7_000, 6, 700, "USD")


@pytest.mark.parametrize(
    ("typed", "network"),
    [("IG", "instagram"), ("Facebook and Instagram", "meta"), ("Meta", "meta"), ("fb ads", "facebook"),
     ("Google", "google"), ("Radio", "radio"), ("Google and IG", "google and ig"), ("", "")],
)  # fmt: skip
def test_a_network_that_was_paid_is_understood_as_people_write_it(typed: str, network: str) -> None:
    assert read_network(typed) == network

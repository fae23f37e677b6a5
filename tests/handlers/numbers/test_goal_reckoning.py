"""How far a goal has come is the same wherever it is told: in a digest, in its verdict, and when it is looked up."""

from datetime import timedelta

import pytest
from numbers_practice import MONDAY, ZONE, aim
from sqlalchemy import text

from bot.blocks import digest_phrases, goal_phrases
from bot.commands.vocabulary import ShowGoals
from bot.domain import composing
from bot.domain.localtime import first_instant
from bot.domain.weeks import Week
from bot.handlers import digest, goals
from storage.tables import Stage

WEEK = Week(2026, 48)
SUNDAY = WEEK.days[-1]


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


def told(practice, week, at):
    scene = practice.scene(at)
    return composing.compose(digest.gather(week, scene), week, now=at, zone=ZONE)


def looked_up(practice, at):
    return goals.show_goals(ShowGoals(), practice.call(practice.ben, at)).open[0].progress


@pytest.mark.parametrize(("metric", "stage", "age"), [("booked-share", "booked", 14), ("shown-share", "shown", 30)])
@pytest.mark.parametrize("took", [0, 5])
def test_a_share_is_of_the_same_leads_in_the_digest_and_when_it_is_looked_up(practice, metric, stage, age, took):
    """Leads of every day, so that one day more or less shows; with `took`, so many bookings that the pace is known."""
    for back in range(-2, 150 if took else 120):
        on = SUNDAY - timedelta(days=back)
        lead = practice.lead(on, stage=(Stage.LOST, Stage.REACHED, Stage(stage))[back % 3], reason="price")
        if took and lead.stage == stage:
            lead.booked_at = lead.shown_at = first_instant(on + timedelta(days=took), MONDAY.time(), ZONE)
    aim(practice, metric)
    age = took or age
    counted = practice.session.execute(
        text(f"SELECT SUM(stage = '{stage}'), COUNT(*) FROM lead WHERE came_on BETWEEN :first AND :last"),  # noqa: S608
        {"first": SUNDAY - timedelta(days=age + 55), "last": SUNDAY - timedelta(days=age)},
    ).one()
    for later in range(7):
        at = MONDAY + timedelta(days=later)
        seen = looked_up(practice, at).share
        assert (seen.part, seen.whole) == tuple(counted)
        for week in (WEEK, WEEK.next()):
            found = told(practice, week, at)
            assert found.goal.share == seen == getattr(found, stage).share, "also in the digest of a week that runs"


def test_an_old_digest_tells_the_share_of_its_own_week(practice):
    practice.leads_a_week([5] * 14)
    for number, lead in enumerate(practice.all_leads()):
        lead.stage, lead.booked_at = (Stage.BOOKED, lead.logged_at) if number % 5 == 0 else (Stage.REACHED, None)
    aim(practice, "booked-share")
    before = told(practice, Week(2026, 44), MONDAY)
    assert before.goal.share == before.booked.share
    assert before.booked.last == Week(2026, 42).days[-1]


@pytest.mark.parametrize("metric", ["leads", "booked", "started", "same-day", "cost-per-lead"])
def test_a_count_is_the_same_in_the_digest_and_when_it_is_looked_up(practice, metric):
    practice.leads_a_week([3, 4, 5, 6, 2])
    aim(practice, metric)
    for later in range(0, 7, 2):
        at = MONDAY + timedelta(days=later)
        seen, line = looked_up(practice, at), told(practice, WEEK, at).goal
        count = (seen.before or 0) if line.is_month_over and line.month else seen.count
        assert (line.count, line.share, line.cost) == (count, seen.share, seen.cost)


def test_on_the_first_of_a_month_the_count_is_that_of_the_month_which_the_week_ended_in(practice):
    practice.leads_a_week([3, 4, 5, 6, 2])
    aim(practice, "leads")
    tuesday = MONDAY + timedelta(days=1)
    november = sum(lead.came_on.month == 11 for lead in practice.all_leads())
    line = told(practice, WEEK, tuesday).goal
    assert digest_phrases.goal(line).endswith(f" {november} of 30 came in November.")
    (looked,) = goals.show_goals(ShowGoals(), practice.call(practice.ben, tuesday)).open
    assert goal_phrases.stands(looked) == f"So far in December: 0. In November: {november}."
    running = told(practice, WEEK.next(), tuesday).goal
    assert digest_phrases.goal(running).endswith(" 0 of 30 came in December so far.")

"""What posts show since a decision, counted again from the raw rows: other queries, medians and ranks by hand."""

import random
from datetime import date, timedelta
from math import comb
from statistics import median

import pytest
from numbers_practice import MONDAY
from sqlalchemy import text

from bot.blocks.decisions import draw_decisions_shown
from bot.commands.vocabulary import ShowDecisions
from bot.handlers import decisions
from storage.tables import Decision

MADE_IN = date(2026, 10, 26)
LABELS = {"comments": "Comments on a post", "reach": "Reach of a post"}


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


def say(number):
    return f"{number:,.0f}" if number >= 10 or number == round(number) else f"{number:.1f}"


def told_of(practice, column, first, last):
    """Put the newest numbers that somebody entered of each post that was out into words."""
    query = f"""SELECT (SELECT f.{column} FROM figures f WHERE f.post_id = p.id ORDER BY f.id DESC LIMIT 1)
                FROM post p WHERE p.posted_at IS NOT NULL AND p."on" BETWEEN :a AND :b"""  # noqa: S608 - our own words
    rows = [row[0] for row in practice.session.execute(text(query), {"a": str(first), "b": str(last)})]
    known = sorted(number for number in rows if number is not None)
    many, more = len(known), len(rows) - len(known)
    rank = next(k for k in range(many + 1) if sum(comb(many, j) for j in range(k + 1)) > 0.025 * 2**many)
    low, high = known[rank - 1], known[many - rank]
    rest = f", not known of {more} more" if more else ""
    return f"{say(median(known))} in the middle of {many} posts ({say(low)} to {say(high)}){rest}", low, high


@pytest.mark.parametrize("seed", range(2))
def test_what_posts_show_since_a_decision_is_what_is_counted_again(practice, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for back in range(12):
        for day in range(4):
            on = date(2026, 11, 23) - timedelta(weeks=back, days=-day)
            post = practice.post("A post", on, out=chance.random() < 0.9)
            for _ in range(2):
                more = 8 * seed if on > MADE_IN + timedelta(days=6) else 0
                counts = {"comments": chance.randrange(1, 9) + more, "reach": chance.randrange(200, 2_000)}
                practice.figures(post, **{name: number for name, number in counts.items() if chance.random() < 0.8})
    for number, expects in enumerate(LABELS, 1):
        row = Decision(
            workspace_id=practice.id, number=number, week="2026-W44", change="Ask", expects=expects,
            owner_id=practice.ana.id, made_by=practice.ana.id, made_at=MONDAY, review_on=date(2026, 12, 1),
        )  # fmt: skip
        practice.session.add(row)
    practice.session.flush()
    shown = decisions.show_decisions(ShowDecisions(), practice.call(practice.ana))
    told = " ".join(practice.sees(draw_decisions_shown(shown)).split())
    since, until = MADE_IN + timedelta(weeks=1), date(2026, 11, 29)
    assert ("likely real" in told) is bool(seed)
    for column, label in LABELS.items():
        after, low, high = told_of(practice, column, since, until)
        before, least, most = told_of(practice, column, since - timedelta(weeks=4), since - timedelta(days=1))
        real = "That is likely real." if low > most or high < least else "Chance alone does that easily."
        assert f"{label} in the 4 weeks since: {after}; in the 4 weeks before: {before}. {real}" in told, told

"""Every number of `/digest networks`, counted again from the raw rows by hand, and which network could stop."""

import random
import re
from datetime import date, timedelta
from math import comb, exp

import pytest
from sqlalchemy import text

from bot.blocks.effort import draw_networks_compared
from bot.commands.vocabulary import CompareNetworks
from bot.handlers import effort
from storage.tables import Step

LAST = date(2026, 11, 23)
NAMES = {"instagram": "Instagram", "facebook": "Facebook", "tiktok": "TikTok"}
SPELLED = {"IG": ["instagram"], "facebook": ["facebook"], "Insta, FB": ["instagram", "facebook"], "TikTok": ["tiktok"]}


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


def a_random_practice(practice, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    pull = {network: chance.choice((0, 1, 4)) for network in NAMES}
    for back in range(14):
        monday = LAST - timedelta(weeks=back)
        for at, network in enumerate(SPELLED):
            if chance.random() < 0.8:
                post = practice.post("A post", monday + timedelta(days=at), network=network, out=chance.random() < 0.9)
                for task in ("photo", "caption"):
                    minutes = chance.randrange(5, 60)
                    practice.session.add(
                        Step(
                            workspace_id=1,
                            post_id=post.id,
                            task=task,
                            owner_id=1,
                            due_at=post.publish_at,
                            minutes=minutes,
                        )
                    )
        for network, most in pull.items():
            for _ in range(chance.randrange(most + 1)):
                reason = "spam" if chance.random() < 0.1 else ""
                practice.lead(monday, network, "lost" if reason else "new", reason, network=network)
        practice.lead(monday, "phone")
        for _ in range(chance.randrange(2)):
            practice.lead(monday, "unknown")
    practice.session.flush()


def poisson_end(seen, chance):
    """The mean with which so many or fewer have this chance, by halving."""
    low, high = 0.0, 500.0
    for _ in range(200):
        mean = (low + high) / 2
        term, below = exp(-mean), 0.0
        for k in range(seen + 1):
            below += term
            term *= mean / (k + 1)
        low, high = (mean, high) if below > chance else (low, mean)
    return low


def say(number):
    number = round(number, 1)
    return f"{number:.0f}" if number >= 10 or number == round(number) else f"{number:.1f}"


def chance_of(own, total, share):
    """How often chance alone does this or something as rare, two-sided, term by term."""
    odds = [comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(total + 1)]
    return sum(each for each in odds if each <= odds[own] * (1 + 1e-9))


@pytest.mark.parametrize("seed", range(4))
def test_what_each_network_took_and_what_came_with_it_is_what_is_counted_again(practice, seed):
    a_random_practice(practice, seed)
    found = effort.compare_networks(CompareNetworks(), practice.call(practice.ana))
    told = " ".join(practice.sees(draw_networks_compared(found)).split())
    rows = practice.session.execute
    first, last = str(LAST - timedelta(weeks=11)), str(LAST + timedelta(days=6))
    minutes, posts, leads = dict.fromkeys(NAMES, 0.0), dict.fromkeys(NAMES, 0), dict.fromkeys(NAMES, 0)
    query = """SELECT p.network, SUM(s.minutes) FROM post p JOIN step s ON s.post_id = p.id
               WHERE p.posted_at IS NOT NULL AND p."on" BETWEEN :a AND :b GROUP BY p.id"""
    for spelled, took in rows(text(query), {"a": first, "b": last}):
        for network in SPELLED[spelled]:
            posts[network] += 1
            minutes[network] += took / len(SPELLED[spelled])
    query = """SELECT network, COUNT(*) FROM lead
               WHERE lost_reason != 'spam' AND came_on BETWEEN :a AND :b GROUP BY network"""
    for network, count in rows(text(query), {"a": first, "b": last}):
        leads[network] = count
    for network, name in NAMES.items():
        hours, seen = minutes[network] / 60, leads[network]
        high = say(10 * poisson_end(seen, 0.025) / hours)
        low = say(10 * poisson_end(seen - 1, 0.975) / hours) if seen else ""
        h, rest = divmod(round(minutes[network]), 60)
        took = " ".join([f"{h} h"] * bool(h) + [f"{rest} min"] * bool(rest))
        came = (
            f"{seen} lead{'' if seen == 1 else 's'} ({seen} guessed): {say(10 * seen / hours)}"
            if seen
            else "no leads: none"
        )
        fits = f"anything from {low} to {high}" if seen else f"up to {high}"
        assert f"{posts[network]} posts, about {took} of work, {came} in 10 hours of work, which fits {fits}." in told
        others = sum(leads[each] for each in NAMES) - seen
        share = minutes[network] / sum(minutes.values())
        p = chance_of(seen, seen + others, share)
        is_lower = seen * (sum(minutes.values()) - minutes[network]) < others * minutes[network]
        assert (p < 0.01 and is_lower) is (f"{name}: could stop" in told), (p, told)
    here = sum(leads[network] for network in NAMES)
    assert f"{here or 'none'} recorded from here" in told
    unknown = leads.get("", 0) - 12
    assert re.search(rf"\b{unknown} from nobody knows", told) if unknown else "nobody knows where" not in told

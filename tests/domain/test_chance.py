"""What is put together from SciPy's special functions says what SciPy's own statistics say, at the edges too."""

import pytest
from scipy import stats

from bot.domain import chance, evidence, middles
from bot.domain.evidence import Window

COUNTS = [(part, whole) for whole in (1, 2, 7, 12) for part in range(whole + 1)] + [(3, 40), (61, 120), (700, 40_000)]
usually = pytest.approx


@pytest.mark.parametrize("each", [0.0, 1 / 13, 0.25, 1 / 3, 0.5, 0.8, 1.0])
def test_a_count_is_as_improbable_as_the_exact_tests_say(each):
    for part, whole in COUNTS:
        less, either = (stats.binomtest(part, whole, each, way).pvalue for way in ("less", "two-sided"))
        assert chance.at_most(part, whole, each) == usually(less, rel=1e-9, abs=1e-300)
        assert chance.no_more_probable(part, whole, each) == usually(either, rel=1e-9, abs=1e-300)


def test_shares_counts_and_ratios_have_the_same_ranges():
    for part, whole in COUNTS:
        share, wilson = evidence.share(part, whole), stats.binomtest(part, whole).proportion_ci(method="wilson")
        assert (share.low, share.high) == usually((wilson.low, wilson.high), rel=1e-9, abs=1e-12)
        seen, poisson = evidence.count(part), stats.chi2.ppf((0.025, 0.975), (2 * part or 1, 2 * part + 2)) / 2
        assert (seen.low if part else poisson[0], seen.high) == usually(tuple(poisson), rel=1e-9)
        ratio = evidence.ratio(Window(part, 1), Window(whole - part, 1))
        exact = stats.binomtest(part, whole).proportion_ci(method="exact")
        assert ratio.low / (1 + ratio.low) == usually(exact.low, rel=1e-6)
        assert 1 / (1 + 1 / ratio.high if ratio.high else 1) == usually(exact.high, rel=1e-6)


def test_a_middle_and_a_rate_have_the_same_ranges():
    for many in range(8, 60):
        held, place = list(range(many)), int(stats.binom.ppf(0.025, many, 0.5))
        found = middles.middle(held).range
        assert (found.low, found.high) == (held[place - 1], held[-place])
    for yes, no in ((0.5, 900.5), (31.5, 469.5), (4_000.5, 90_000.5)):
        assert [chance.beta(yes, no, at) for at in (0.025, 0.975)] == usually(
            list(stats.beta.ppf((0.025, 0.975), yes, no))
        )


@pytest.mark.parametrize("p", [0.0, 1e-9, 0.044, 0.5, 1.0])
def test_the_normal_distribution_is_the_same(p):
    assert chance.normal(p) == usually(stats.norm.ppf(p))
    assert chance.below(chance.normal(p)) == usually(p)

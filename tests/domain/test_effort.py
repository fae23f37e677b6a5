"""Which word the counts allow for a network: never "could stop" on little, and never where its leads may hide."""

from datetime import UTC, date, datetime, timedelta
from math import comb

import pytest

from bot.domain import effort, evidence
from bot.domain.effort import Word
from bot.domain.weeks import Week
from storage.tables import Kind, Lead, Post, Step

MONDAY = date(2026, 9, 7)
WEEKS = tuple(Week.of(MONDAY + timedelta(weeks=at)) for at in range(12))
AT = datetime(2026, 9, 7, 14, 0, tzinfo=UTC)


def post(number, week, network, kind=Kind.SERVICE, *, out=True):
    return Post(
        id=number, workspace_id=1, number=number, on=WEEKS[week].monday, publish_at=AT, kind=kind, what="A post",
        network=network, added_at=AT, posted_at=AT if out else None,
    )  # fmt: skip


def lead(week, guessed, **more):
    return Lead(
        workspace_id=1, number=1, came_on=WEEKS[week].monday + timedelta(days=2), logged_at=AT, guessed=guessed, **more
    )


def weighed(works, leads, *, minutes=60, weeks=WEEKS, is_known=True, each=None):
    """Let a post go out on each network in each of so many weeks, all of the same work."""
    posts = [
        post(100 * at + week, week, network)
        for at, (network, many) in enumerate(works.items(), 1)
        for week in range(many)
    ]
    steps = {
        one.id: (Step(workspace_id=1, post_id=one.id, task="caption", owner_id=1, due_at=AT, minutes=minutes),)
        for one in posts
        if each is None or one.id in each
    }
    return effort.weigh(posts, steps, leads, weeks, is_known=is_known)


def spread(**counts):
    """Let so many leads come from each source, week after week."""
    return [lead(at % 12, source) for source, count in counts.items() for at in range(count)]


def words(found):
    return {each.network: each.word for each in found.networks}


@pytest.mark.parametrize(
    ("own", "others", "weeks", "word"),
    [
        (0, 40, 12, Word.COULD_STOP),
        (0, 40, 7, Word.TESTING),  # not enough weeks were spent
        (0, 9, 12, Word.TESTING),  # so few leads that twelve weeks are too short to learn anything
        (0, 0, 12, Word.TESTING),
        (14, 30, 12, Word.TESTING),  # p = .02: one in twenty would be enough for an alarm too many
        (12, 34, 12, Word.COULD_STOP),  # p = .002
        (24, 24, 12, Word.KEEP),
        (30, 14, 12, Word.KEEP),
        (16, 26, 12, Word.TESTING),
    ],
)
def test_the_word_that_the_counts_allow(own, others, weeks, word):
    found = weighed({"tiktok": weeks, "instagram": 12}, spread(tiktok=own, instagram=others))
    assert words(found)["tiktok"] is word


def test_the_line_is_where_chance_alone_is_rarer_than_one_in_a_hundred():
    """By hand: of 43 leads, over equal work, as few as these or fewer on either side."""
    for own, word in ((13, Word.TESTING), (12, Word.COULD_STOP)):
        others, minutes = 43 - own, 720
        p = 2 * sum(comb(43, k) for k in range(own + 1)) / 2**43
        assert (p < 0.01) is (word is Word.COULD_STOP), p
        found = weighed({"tiktok": 12, "instagram": 12}, spread(tiktok=own, instagram=others))
        assert [each.minutes for each in found.networks] == [minutes, minutes]
        assert words(found)["tiktok"] is word


def test_it_takes_eight_weeks_at_three_leads_a_week_and_longer_with_fewer():
    assert evidence.weeks_to_learn(3, 2) == effort.LEAST_WEEKS == 8
    works = {"tiktok": 12, "instagram": 12}
    needed = {count: weighed(works, spread(instagram=count)).needed for count in (0, 12, 24, 36, 120)}
    assert needed == {0: None, 12: 23, 24: 12, 36: 8, 120: 8}


def test_leads_that_may_be_its_own_keep_a_network_from_being_called_one_that_could_stop():
    works = {"facebook": 12, "tiktok": 12, "instagram": 12}
    few = spread(facebook=2, tiktok=2, instagram=40)
    assert words(weighed(works, few))["facebook"] is Word.COULD_STOP
    found = weighed(works, [*few, *(lead(at, "", network="meta", tracked="meta") for at in range(12))])
    assert (found.of_meta, words(found)["facebook"], words(found)["tiktok"]) == (12, Word.TESTING, Word.COULD_STOP)
    for unknown, word in ((11, Word.COULD_STOP), (12, Word.TESTING)):
        found = weighed(works, [*few, *spread(**{"": unknown})])
        assert (found.unknown, words(found)["tiktok"]) == (unknown, word)


def test_without_another_network_without_work_or_without_leads_no_word_is_said():
    assert words(weighed({"instagram": 12}, spread(instagram=40))) == {"instagram": None}
    alone = weighed({"instagram": 12, "tiktok": 12}, spread(instagram=40), each=range(100, 112))
    assert words(alone) == {"instagram": None, "tiktok": None}
    assert [each.minutes for each in alone.networks] == [720, None]
    unknown = weighed({"instagram": 12, "tiktok": 12}, [], is_known=False)
    assert [(each.leads, each.an_hour, each.word) for each in unknown.networks] == [(None, None, None)] * 2
    assert weighed({}, []).networks == ()


def test_a_post_on_two_networks_divides_its_work_and_one_without_steps_counts_as_the_others():
    posts = [post(1, 0, "IG + Facebook"), post(2, 1, "instagram"), post(3, 2, "facebook"), post(4, 3, "a flyer")]
    posts += [post(5, 4, "instagram", out=False)]
    steps = {
        number: [Step(workspace_id=1, post_id=number, task=task, owner_id=1, due_at=AT, minutes=minutes)
                 for task, minutes in (("photo", 40), ("caption", 20))]
        for number in (1, 2, 4, 5)
    }  # fmt: skip
    found = effort.weigh(posts, steps, [], WEEKS, is_known=True)
    assert [(each.network, each.posts, each.minutes) for each in found.networks] == [
        ("facebook", 2, 90),
        ("instagram", 2, 90),
    ]
    assert (found.shared, found.untimed, found.nowhere) == (1, 1, 1)


def test_a_lead_counts_once_where_it_is_recorded_and_only_if_it_is_one():
    leads = [
        lead(0, "instagram", said="facebook", network="tiktok"),  # what a form knows best
        lead(1, "instagram", said="facebook"),  # what the person said before what the desk guessed
        lead(2, "phone"),
        lead(3, "google"),  # nothing went out there
        lead(4, ""),
        lead(5, "instagram", lost_reason="spam", stage="lost"),
        lead(6, "", post_id=100),  # nobody said where from, but it is recorded with a post that was on one network
        Lead(workspace_id=1, number=9, came_on=WEEKS[0].monday - timedelta(days=1), logged_at=AT, guessed="instagram"),
    ]
    found = weighed({"instagram": 12, "facebook": 12, "tiktok": 12}, leads)
    assert {each.network: each.leads for each in found.networks} == {"instagram": 1, "facebook": 1, "tiktok": 1}
    assert (found.leads, found.elsewhere, found.unknown) == (6, 2, 1)


def test_only_weeks_whose_leads_are_known_count_on_either_side():
    found = weighed({"instagram": 12, "tiktok": 12}, spread(instagram=12), weeks=WEEKS[-3:])
    assert [(each.network, each.posts, each.weeks, each.leads) for each in found.networks] == [
        ("instagram", 3, 3, 3),
        ("tiktok", 3, 3, 0),
    ]


def test_the_range_of_leads_an_hour_is_garwoods_for_the_work():
    one, none = weighed({"instagram": 12, "tiktok": 12}, spread(instagram=12), minutes=50).networks
    assert (round(one.an_hour.low, 2), round(one.an_hour.high, 2)) == (0.62, 2.1)  # 6.20 to 20.96 in ten hours
    assert (none.an_hour.low, round(none.an_hour.high, 2)) == (0, 0.37)  # 3.69 in ten hours

"""Which post of the plan a post in a file is, what is asked, and which clock the file was written by."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import matching
from bot.domain.file_clock import Guess, guess_zone
from bot.domain.matching import How, Planned, Seen, fingerprint, match
from storage.tables import Post

HOME = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 2, 21, 0, tzinfo=UTC)
"""Monday, 4 PM in New York."""


def planned(number, at, what, *, network="", link="", outside_ids=()):
    post = Post(id=number, workspace_id=1, number=number, on=at.astimezone(HOME).date(), publish_at=at, kind="human",
                what=what, added_at=at, posted_at=at, network=network, posted_link=link)  # fmt: skip
    return Planned.of(post, outside_ids=outside_ids)


def seen(row, at=None, words="", *, zone=HOME, link="", outside_id="", network="instagram"):
    local = at.astimezone(zone).replace(tzinfo=None) if at else None
    return Seen(row, link, outside_id, local.date() if local else None, local, fingerprint(words), {"reach": 1},
                network)  # fmt: skip


def outcome(found):
    return (
        {each.seen.row: (each.post.id, each.how) for each in found.found},
        {each.seen.row: [post.id for post in each.candidates] for each in found.doubtful},
        [each.row for each in found.unknown],
    )


PLAN = [
    planned(1, MONDAY, "Meet Dana, our new hygienist", link="https://www.instagram.com/p/AAA/"),
    planned(2, MONDAY + timedelta(days=3), "Why we floss every single evening", network="Instagram and Facebook"),
    planned(3, MONDAY + timedelta(days=7), "Food drive for the neighborhood shelter", network="Facebook",
            link="https://www.facebook.com/bright/posts/122158012345678901"),
    planned(4, MONDAY + timedelta(days=9), "The team at the turkey trot", outside_ids=["instagram:CCC"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "found", "asked", "unknown"),
    [
        (seen(5, None, link="https://instagram.com/reel/AAA/?igsh=1"), {5: (1, How.LINK)}, {}, []),
        (seen(5, outside_id="122158012345678901", network="facebook"), {5: (3, How.ID)}, {}, []),
        (seen(5, outside_id="615500000_122158012345678901", network="facebook"), {5: (3, How.ID)}, {}, []),
        (seen(5, link="https://instagram.com/p/CCC"), {5: (4, How.LINK)}, {}, []),
        # the same time to the minute, and words of the plan in a longer text
        (seen(5, PLAN[1].post.publish_at, "Flossing! Why we floss every evening, and you should too \U0001f9b7"),
         {5: (2, How.TIME)}, {}, []),
        # two hours late, with a third of the words
        (seen(5, PLAN[1].post.publish_at + timedelta(hours=2), "We floss every day, do you?"),
         {5: (2, How.TIME)}, {}, []),
        # two days late, word for word
        (seen(5, PLAN[1].post.publish_at + timedelta(days=2), "Why we floss every single evening"),
         {5: (2, How.TIME)}, {}, []),
        # no words at all, the same minute
        (seen(5, PLAN[1].post.publish_at), {5: (2, How.TIME)}, {}, []),
        # no words, two hours apart: asked
        (seen(5, PLAN[1].post.publish_at + timedelta(hours=2)), {}, {5: [2]}, []),
        # the same minute and quite other words: asked
        (seen(5, PLAN[1].post.publish_at, "Happy birthday to our wonderful receptionist"), {}, {5: [2]}, []),
        # the plan has it on another network
        (seen(5, PLAN[2].post.publish_at, "Food drive for the neighborhood shelter"), {}, {}, [5]),
        # a week apart, or without a day
        (seen(5, PLAN[1].post.publish_at + timedelta(days=6), "Why we floss every single evening"), {}, {}, [5]),
        (seen(5, words="Why we floss every single evening"), {}, {}, [5]),
    ],
)  # fmt: skip
def test_a_post_is_found_asked_about_or_unknown(given, found, asked, unknown):
    assert outcome(match([given], PLAN, zone=HOME, said={})) == (found, asked, unknown)


def test_two_that_fit_as_well_are_asked_about_and_an_answer_settles_both():
    twins = [planned(1, MONDAY, "Team photo"), planned(2, MONDAY + timedelta(hours=1), "Team photo")]
    rows = [seen(2, MONDAY, "Team photo"), seen(3, MONDAY + timedelta(hours=1), "Team photo")]
    assert outcome(match(rows, twins, zone=HOME, said={}))[1] == {2: [1, 2], 3: [2, 1]}
    assert outcome(match(rows, twins, zone=HOME, said={2: 1})) == ({2: (1, How.SAID), 3: (2, How.TIME)}, {}, [])
    assert outcome(match(rows, twins, zone=HOME, said={2: 0, 3: 0})) == ({}, {}, [2, 3])


def test_a_post_is_found_once_on_each_network():
    both = [planned(1, MONDAY, "Team photo")]
    rows = [seen(2, MONDAY, "Team photo"), seen(3, MONDAY, "Team photo", network="facebook")]
    assert outcome(match(rows[:1], both, zone=HOME, said={}))[0] == {2: (1, How.TIME)}
    rows = [seen(2, link="https://instagram.com/p/X"), seen(3, link="https://instagram.com/p/X")]
    once = [planned(1, MONDAY, "Team photo", link="https://instagram.com/p/X")]
    assert outcome(match(rows, once, zone=HOME, said={})) == ({2: (1, How.LINK)}, {}, [3])


@given(st.permutations(range(4)))
@settings(max_examples=24, deadline=None)
def test_the_order_of_rows_changes_nothing(order):
    rows = [seen(10 + number, PLAN[number].post.publish_at, PLAN[number].post.what) for number in range(4)]
    straight = outcome(match(rows, PLAN, zone=HOME, said={}))
    mixed = outcome(match([rows[place] for place in order], PLAN, zone=HOME, said={}))
    assert (mixed[0], mixed[1], sorted(mixed[2])) == (straight[0], straight[1], sorted(straight[2]))


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "America/New_York", "Europe/Berlin", "UTC"])
def test_the_clock_of_a_file_is_guessed_from_known_links_also_across_a_change_of_clocks(zone):
    days = [datetime(2026, 10, 20, 20, 0, tzinfo=UTC) + timedelta(days=4 * number) for number in range(8)]
    plan = [planned(n, at, f"Post {n}", link=f"https://instagram.com/p/P{n}") for n, at in enumerate(days)]
    rows = [seen(n, at + timedelta(minutes=3), link=f"https://instagram.com/p/P{n}", zone=ZoneInfo(zone))
            for n, at in enumerate(days)]  # fmt: skip
    assert guess_zone(rows, plan, HOME.key) == Guess(zone, 8, 8)


def test_a_clock_is_guessed_from_words_too_and_not_from_one_post_alone():
    rows = [seen(n, each.post.publish_at, each.post.what, zone=ZoneInfo("America/Los_Angeles"))
            for n, each in enumerate(PLAN)]  # fmt: skip
    assert guess_zone(rows, PLAN, HOME.key) == Guess("America/Los_Angeles", 4, 4)
    assert guess_zone(rows[:1], PLAN, HOME.key) is None
    assert guess_zone([], PLAN, HOME.key) is None


def test_no_text_is_left_in_a_fingerprint():
    assert fingerprint("Mrs. Miller called 555-010-2030 https://x.example/miller") == fingerprint(
        "CALLED miller 555 010 2030 mrs"
    )
    assert len(fingerprint("Dana and Dana")) == 8
    assert matching.share(b"", fingerprint("Dana")) == 0

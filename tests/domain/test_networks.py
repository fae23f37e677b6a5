"""Networks: found in people's own words, counted as they count, told apart by their links."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.networks import NETWORKS, caption_for, length, named, slug, too_many, tracked


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Instagram and Facebook", ("instagram", "facebook")),
        ("IG + FB", ("instagram", "facebook")),
        ("insta, twitter/x", ("instagram", "x")),
        ("our Google Business Profile", ("google",)),
        ("Tik Tok first, then LinkedIn", ("tiktok", "linkedin")),
        ("the newsletter", ()),
        ("a box of extra flyers", ()),
        ("", ()),
    ],
)
def test_known_networks_are_found_however_people_write_them(words: str, found: tuple[str, ...]) -> None:
    assert named(words) == found


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Meet Dana", 9),
        ("caf\u00e9", 4),
        ("cafe\u0301", 4),
        ("\U0001f9b7", 2),
        ("\u6b2f", 2),
        ("see https://brightsmile.example/a/very/long/way/to/go", 27),
        ("\u2019tis", 4),
    ],
)
def test_x_counts_some_characters_twice_and_every_link_as_23(words: str, count: int) -> None:
    assert length(words, "x") == count


def test_a_caption_that_just_fits_is_not_too_long() -> None:
    assert too_many("x" * 280, "x") == 0
    assert too_many("x" * 281, "x") == 1
    assert too_many("x" * 2_201, "instagram") == 1
    assert too_many("x" * 99_999, "the newsletter") == 0


def test_a_network_without_words_of_its_own_takes_the_common_ones() -> None:
    assert caption_for("x", {"": "all", "x": "short"}) == "short"
    assert caption_for("x", {"": "all", "x": ""}) == "all"
    assert caption_for("x", {}) == ""


def test_what_a_link_says_already_stays_as_it_is() -> None:
    made = tracked("https://a.example/?utm_source=flyer&q=1#x", network="x", campaign="2026-11-human", code="p7")
    assert made == (
        "https://a.example/?utm_source=flyer&q=1&utm_medium=social&utm_campaign=2026-11-human&utm_content=p7#x"
    )


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_tracked_link_can_always_be_read_back(campaign: str, code: str) -> None:
    campaign, code = (words.encode(errors="ignore").decode() for words in (campaign, code))
    read = parse_qs(
        urlsplit(tracked("https://a.example/b?c=d", network="x", campaign=campaign, code=code)).query,
        keep_blank_values=True,
    )
    assert read == {
        "c": ["d"],
        "utm_source": ["x"],
        "utm_medium": ["social"],
        "utm_campaign": [campaign],
        "utm_content": [code],
    }


def test_every_spelling_leads_to_one_network() -> None:
    spellings = [spelling for network in NETWORKS.values() for spelling in network.spellings]
    assert len(spellings) == len(set(spellings))
    assert slug("Human touch & more") == "human-touch-more"

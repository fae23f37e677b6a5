"""Where a lead came from: how it is read, and that tracked, said and guessed are never mixed."""

from datetime import date

import pytest

from bot.domain import sources
from bot.domain.errors import Misread
from bot.domain.sources import Known
from storage.tables import Lead

TODAY = date(2026, 11, 24)


def a_lead(tracked="", said="", guessed=""):
    return Lead(workspace_id=1, number=12, came_on=TODAY, tracked=tracked, said=said, guessed=guessed)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("instagram", "instagram"),
        ("IG", "instagram"),
        ("Insta", "instagram"),
        ("fb", "facebook"),
        ("Tik Tok", "tiktok"),
        ("walk in", "walk-in"),
        ("Walk-In", "walk-in"),
        ("Google Ads", "google"),
        ("word of mouth", "referral"),
        ("Google Maps", "google"),
        ("facebook ad", "facebook"),
        ("call", "phone"),
        ("unknown", "unknown"),
        (" Yelp ", "yelp"),
        ("nextdoor", "nextdoor"),
        ("booth-2", "booth-2"),
    ],
)
def test_a_source_is_read_in_any_usual_spelling(typed, source):
    assert sources.read_source(typed, TODAY) == source


@pytest.mark.parametrize(
    "typed",
    [
        "Jane Doe",
        "jane@example.com",
        "212 555 0143",
        "5550143",
        "555-0143",
        "Mrs.Smith",
        "mr smith",
        "Doe, Jane",
        "smith1984",
    ],
)
def test_a_source_that_may_be_a_person_is_refused_without_repeating_it(typed):
    with pytest.raises(Misread) as refused:
        sources.read_source(typed, TODAY)
    assert refused.value.sentence.startswith("That may be somebody's name or number, so I kept nothing.")
    assert typed not in refused.value.sentence + refused.value.hint
    assert refused.value.field == "guessed"


@pytest.mark.parametrize(
    ("typed", "says"), [("", "Where did"), ("a" * 21, "one short word"), ("<!channel>", "one short")]
)
def test_a_source_that_is_no_short_word_is_refused(typed, says):
    with pytest.raises(Misread, match=says):
        sources.read_source(typed, TODAY)


@pytest.mark.parametrize("typed", ["instagrm", "Facebok", "gogle"])
def test_a_slip_in_a_usual_source_is_asked_about(typed):
    with pytest.raises(Misread) as refused:
        sources.read_source(typed, TODAY)
    assert refused.value.hint == f"Did you mean {refused.value.nearest}?"


@pytest.mark.parametrize(
    ("fields", "source", "how"),
    [
        (("google", "instagram", "phone"), "google", "tracked"),
        (("", "instagram", "phone"), "instagram", "said"),
        (("", "", "phone"), "phone", "guessed"),
        (("", "", ""), "unknown", None),
    ],
)
def test_what_is_known_best_stands_for_a_lead(fields, source, how):
    lead = a_lead(*fields)
    assert (sources.source_of(lead), sources.known_by(lead)) == (source, how)


def test_how_it_is_known_is_counted_and_so_is_where_it_agrees():
    leads = [
        a_lead("google", "google"),
        a_lead("google", "instagram", "google"),
        a_lead("", "phone", "phone"),
        a_lead(guessed="referral"),
        a_lead(),
        a_lead(),
    ]
    assert sources.how_known(leads) == Known(tracked=2, said=1, guessed=1, unknown=2, compared=3, agree=2)
    assert sources.how_known([]) == Known()


@pytest.mark.parametrize(("said", "agree"), [("facebook", 1), ("instagram", 1), ("google", 0)])
def test_a_form_of_metas_agrees_with_both_of_its_networks(said, agree):
    assert sources.how_known([a_lead(sources.META, said)]).agree == agree


def test_the_first_network_among_sources_is_the_leads_own():
    assert sources.network_of("", "phone", "instagram", "google") == "instagram"
    assert sources.network_of("website", "phone") == ""

"""What is kept of a lead besides its source: nothing that could name anybody, and only the start of a postcode."""

from datetime import date

import pytest

from bot.domain import lead_words
from bot.domain.errors import Misread

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "code"), [("", ""), ("A-117", "A-117"), (" on2031 ", "ON2031"), ("123456", "123456")]
)
def test_the_practices_own_code_is_kept(typed, code):
    assert lead_words.read_code(typed, TODAY) == code


@pytest.mark.parametrize(
    "typed",
    ["Jane Doe", "smith-1984", "Smith1984", "03-12-84", "3/12/1984", "2125550143", "j@d.com", "dr-smith", "1048213"],
)
def test_a_code_that_may_be_a_person_is_refused_without_repeating_it(typed):
    with pytest.raises(Misread) as refused:
        lead_words.read_code(typed, TODAY)
    assert "so I kept nothing" in refused.value.sentence
    assert typed not in refused.value.sentence + refused.value.hint
    assert refused.value.field == "code"


@pytest.mark.parametrize("typed", ["janedoe", "A_117", "x" * 13 + "1", "ü1"])
def test_a_code_of_another_form_is_refused(typed):
    with pytest.raises(Misread, match="at least one digit"):
        lead_words.read_code(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "area", "is_cut"),
    [
        ("", "", False),
        ("021", "021", False),
        (" 02139 ", "021", True),
        ("02139-1234", "021", True),
        ("m5v 3l9", "M5V", True),
        ("SW1A 1AA", "SW1", True),
    ],
)
def test_an_area_is_the_first_three_of_a_postcode(typed, area, is_cut):
    assert lead_words.read_area(typed, TODAY) == (area, is_cut)


@pytest.mark.parametrize("typed", ["617-555-0143", "6175550143", "555-0143", "Mrs. Miller", "3/12/1984", "j@d.com"])
def test_an_area_that_may_be_a_person_is_refused_without_repeating_it(typed):
    with pytest.raises(Misread, match="kept nothing") as refused:
        lead_words.read_area(typed, TODAY)
    assert typed not in refused.value.sentence + refused.value.hint
    assert refused.value.field == "area"


@pytest.mark.parametrize("typed", ["Cambridge", "12", "12 Main Street"])
def test_an_area_that_is_no_postcode_is_asked_for_again(typed):
    with pytest.raises(Misread, match="can't read that as a postcode"):
        lead_words.read_area(typed, TODAY)


def test_services_are_a_short_list_of_lines():
    assert lead_words.read_services("Whitening\n  Implants, Cleaning \n\nwhitening", TODAY) == [
        "whitening",
        "Implants",
        "Cleaning",
    ]
    assert lead_words.read_services("", TODAY) == []
    assert lead_words.read_services("Main St open day\nBotox (forehead)\nVeneers 2 for 1", TODAY) == [
        "Main St open day",
        "Botox (forehead)",
        "Veneers 2 for 1",
    ]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Whitening\nMrs. Miller", "looks like a name"),
        ("Jane Doe 3/12/1984", "looks like a name"),
        ("Call 617-555-0143", "looks like a name"),
        ("\n".join(f"Service {number}" for number in range(21)), "Up to 20 services"),
        ("W" * 41, "up to 40 characters"),
        ("<!channel>", "letters first"),
    ],
)
def test_a_service_that_could_name_somebody_or_fill_a_page_is_refused(typed, says):
    with pytest.raises(Misread, match=says) as refused:
        lead_words.read_services(typed, TODAY)
    assert refused.value.field == "services"


def test_only_a_service_of_the_list_is_kept():
    assert lead_words.read_service("  whitening ", ["Whitening", "Implants"]) == "Whitening"
    assert lead_words.read_service("Jane Doe", ["Whitening"]) == ""

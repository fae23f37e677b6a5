"""What may point to a person is refused, and what offices type every day is not."""

from datetime import date

import pytest

from bot.domain.discretion import addresses_somebody, holds_contact

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "words",
    [
        "Jane Doe 3/12/1984",
        "born 1984-03-12",
        "March 12, 1984",
        "12 Mar 84",
        "12th of March 1984",
        "call 617-555-0143",
        "+1 (617) 555 0143",
        "555-0143",
        "<@U0123456789> wrote to jane@example.com",
        "jane@example.com",
        "MRN 48213",
        "mrn48213",
        "MRN: 48213",
        "chart no. 5512",
        "record #4711",
        "patient id B4711",
        "patient 48213",
        "DOB 3/12",
        "Mrs. Miller",
    ],
)
def test_what_may_be_a_person_is_found(words):
    assert holds_contact(words, TODAY) or addresses_somebody(words)


@pytest.mark.parametrize(
    "words",
    [
        "A-117",
        "ON2031",
        "instagram A-117",
        "Main St open day",
        "12 Main St",
        "booked 3 of 20",
        "nov 28 10am",
        "nov 28 10:30",
        "nov 28, 10 leads",
        "dec 3 2026",
        "24/7 care",
        "2026-12-03",
        "patient 3 of 5",
        "chart shows 12 leads",
        "our record is 45 in a week",
        "file 7 row 12",
        "price 1,200",
        "in May 12 people asked",
        "12 booked yesterday",
        "Dr. Reyes",
        "miss Monday",
        "02139-1234",
        "Botox 20 units",
        "<@U0123456789> at the fair",
        "<@U0123456789|ben> and <#C0987654321|social>",
    ],
)
def test_what_offices_type_every_day_is_not(words):
    assert not holds_contact(words, TODAY)
    assert not addresses_somebody(words)

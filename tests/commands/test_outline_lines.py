from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.blocks.cadence import typed_line
from bot.commands.outline_lines import read_lines
from bot.commands.when import Reading
from bot.domain.cadence import Place
from bot.domain.errors import Misread
from bot.domain.practice import DEFAULT_OPENING

READING = Reading(
    now=datetime(2026, 11, 23, 14, tzinfo=UTC),
    zone=ZoneInfo("America/New_York"),
    day_first=False,
    opening=DEFAULT_OPENING,
)

DECEMBER, MARCH = date(2026, 12, 1), date(2027, 3, 31)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mon 10am service", Place(0, time(10), "service")),
        ("- Thu at 4 human", Place(3, time(16), "human")),
        ("1. every sat 10am #community", Place(5, time(10), "community")),
        ("Mondays 16:00 service", Place(0, time(16), "service")),
        ("second tue 3pm human", Place(1, time(15), "human", 2)),
        ("2nd Tuesday of the month, 3pm, human", Place(1, time(15), "human", 2)),
        ("the last friday of every month 9am community", Place(4, time(9), "community", -1)),
        ("fri noon human Instagram and Facebook", Place(4, time(12), "human", 0, "Instagram and Facebook")),
        ("wed 11am service TikTok, until mar 31", Place(2, time(11), "service", network="TikTok", until_on=MARCH)),
        ("tue 8am human from dec 1 until mar 31", Place(1, time(8), "human", since_on=DECEMBER, until_on=MARCH)),
    ],
)  # fmt: skip
def test_a_line_is_read_as_people_type_it(typed: str, expected: Place) -> None:
    assert read_lines(typed, READING) == (expected,)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("mon 10am service\nwhenever human", 'Line 2, "whenever human": A place begins with its day.'),
        ("mon service", 'Line 1, "mon service": At what time does it go out?'),
        ("mon 10am", 'Line 1, "mon 10am": What is the place for: service, human or community?'),
        ("mon 10am humna", 'I don\'t know "humna". Did you mean human?'),
        ("fifth tue 9am human", "A place can be the first to fourth such day of a month, or the last."),
        ("tue 9am human until someday", 'Line 1, "tue 9am human until someday": I can\'t read "someday"'),
        ("tue 9am human until nov 2 2026", "Mon 2 Nov 2026 is over."),
        ("second", 'Line 1, "second": A place begins with its day.'),
        ("- ", 'Line 1, "-": A place begins with its day.'),
    ],
)
def test_a_line_that_cannot_be_read_is_named_beside_its_field(typed: str, sentence: str) -> None:
    with pytest.raises(Misread) as refused:
        read_lines(typed, READING)
    assert sentence in refused.value.sentence
    assert refused.value.field == "places"


@given(
    st.lists(
        st.builds(
            Place,
            st.integers(0, 6),
            st.times().map(lambda at: at.replace(second=0, microsecond=0)),
            st.sampled_from(["service", "human", "community"]),
            st.sampled_from([0, 1, 2, 3, 4, -1]),
            st.sampled_from(["", "Instagram", "Instagram and Facebook"]),
            st.just(()),
            st.none() | st.dates(date(2026, 11, 24), date(2027, 11, 1)),
            st.none() | st.dates(date(2026, 11, 24), date(2027, 11, 1)),
        ),
        unique=True,
        min_size=1,
    )
)
def test_what_the_form_shows_can_be_read_back(places: list[Place]) -> None:
    assert read_lines("\n".join(map(typed_line, places)), READING) == tuple(places)

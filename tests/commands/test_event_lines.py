"""Events as people type them: with quotes and without, the day before or after, hours in every usual form."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.commands import grammar
from bot.commands.vocabulary import AddEvent, OpenEventForm
from bot.commands.when import Reading
from bot.domain.errors import Misread
from bot.domain.practice import DEFAULT_OPENING

READING = Reading(
    now=datetime(2026, 11, 23, 14, tzinfo=UTC), zone=ZoneInfo("America/New_York"), day_first=False,
    opening=DEFAULT_OPENING,
)  # fmt: skip
SATURDAY = date(2026, 11, 28)


def _read(words: str) -> object:
    return grammar.read("/plan", f"event {words}", READING)


@pytest.mark.parametrize(
    "words",
    [
        '"Health fair" sat 10-14',
        "\u201cHealth fair\u201d sat 10\u201314",
        "Health fair sat 10-14",
        "sat 10-14 Health fair",
        "Health fair sat 10am-2pm",
        "Health fair on sat from 10am to 2pm",
        "Health fair 10-2 sat",
        "sat 10 to 2 Health fair",
        "Health fair 28 nov 10:00-14:00",
        "Health fair 11/28 10-2pm",
        'sat 10am - 2 pm "Health fair"',
        "Health fair sat between 10 and 2",
    ],
)
def test_an_event_is_read_whatever_the_order(words: str) -> None:
    assert _read(words) == AddEvent("Health fair", SATURDAY, time(10), time(14))


@pytest.mark.parametrize(
    ("words", "starts", "ends"),
    [
        ("9-5", time(9), time(17)),
        ("9-12", time(9), time(12)),
        ("1-4", time(13), time(16)),
        ("9:30 to noon", time(9, 30), time(12)),
        ("1-2pm", time(13), time(14)),
        ("11-1", time(11), time(13)),
        ("18-20", time(18), time(20)),
        ("6pm-8:30pm", time(18), time(20, 30)),
        ("08-10", time(8), time(10)),
    ],
)
def test_hours_are_read_as_they_are_lived(words: str, starts: time, ends: time) -> None:
    assert _read(f'"Open day" wed {words}') == AddEvent("Open day", date(2026, 11, 25), starts, ends)


def test_a_name_in_quotes_may_say_anything_and_a_person_is_asked() -> None:
    read = _read('"Sat 5-10 fun run" sun 9-11 <@U1|ben> #community')
    assert read == AddEvent("Sat 5-10 fun run", date(2026, 11, 29), time(9), time(11), "U1", "community")
    assert _read("") == OpenEventForm()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('"Health fair" sat', "From when until when is it?"),
        ('"Health fair" sat 8-10', '"8-10" could be 8:00 AM to 10:00 AM or 8:00 PM to 10:00 PM.'),
        ('"Health fair" sat 14-10', 'I can\'t make hours of "14-10".'),
        ('"Health fair" someday 10-14', "someday"),
        ('"Health fair" sat 10-14 <@U1> <@U2>', "please name one"),
    ],
)
def test_what_could_be_two_things_is_asked_about(words: str, said: str) -> None:
    with pytest.raises(Misread) as caught:
        _read(words)
    assert said in f"{caught.value.sentence} {caught.value.hint}"

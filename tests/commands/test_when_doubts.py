"""What stands beside the day of a line and could belong to it is asked about; what plainly is a sentence stays one."""

import pytest
from when_typed import typed_at

from bot.commands.when import Moment, echo, split_line
from bot.domain.errors import Misread

WEDNESDAY = typed_at("2026-11-25 10:00")


def read(line: str) -> tuple[Moment, str]:
    words = line.split()
    moment, where = split_line(words, WEDNESDAY)
    return moment, " ".join(words[where])


@pytest.mark.parametrize(
    ("line", "asked"),
    {
        "fri 4th Hygiene": 'whether "fri 4th" is Fri 4 Dec 2026',
        "fri the 4th 3pm Hygiene": 'whether "fri 4th" is Fri 4 Dec 2026',
        "thu 4pm-5pm Hygiene": '"thu 4pm-5pm" has more than one time',
        "thu 2\u20134pm Open house": "has more than one time",
        "thu 4pm to 5pm Hygiene": '"thu 4pm to 5pm" has more than one time',
        "thu 4pm every week Hygiene": "comes back every time",
        "thu every other week Hygiene": "comes back every time",
        "3pm Hygiene thu": '"3pm" begins the line and "thu" ends it',
        "noon Lunch with Ben fri": '"noon" begins the line and "fri" ends it',
        "Holiday hours dec 24 to jan 1": '"24 to jan 1" has more than one day',
        "Open house on dec 12 sat 10am": '"dec 12 sat 10am" has more than one day',
        "Hygiene 12/3 thu 4pm": '"12/3 thu 4pm" has more than one day',
        "Hygiene fri 4th 3pm": '"4th" could be a day',
    }.items(),
)
def test_a_line_with_two_readings_is_asked_about(line: str, asked: str) -> None:
    with pytest.raises(Misread) as refused:
        read(line)
    assert asked in refused.value.sentence
    assert refused.value.hint


@pytest.mark.parametrize(
    ("line", "on", "text"),
    [
        ("thu 5th anniversary", "Thu 26 Nov", "5th anniversary"),
        ("thu 2-4 tips", "Thu 26 Nov", "2-4 tips"),
        ("thu 4pm every smile counts", "Thu 26 Nov, 4:00 PM", "every smile counts"),
        ("thu 4pm weekly tip", "Thu 26 Nov, 4:00 PM", "weekly tip"),
        ("3pm Hygiene today", "Wed 25 Nov, 3:00 PM", "Hygiene today"),
        ("1st visit fri 4pm", "Fri 27 Nov, 4:00 PM", "1st visit"),
        ("Top 10 fri 4pm", "Fri 27 Nov, 4:00 PM", "Top 10"),
        ("Hygiene dec 4th 3pm", "Fri 4 Dec, 3:00 PM", "Hygiene"),
    ],
)
def test_a_plain_line_is_read_as_before(line: str, on: str, text: str) -> None:
    moment, rest = read(line)
    assert (echo(moment, WEDNESDAY.today), rest) == (on, text)

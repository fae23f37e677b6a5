"""What can't be read for certain is refused, with what was wrong and an example that works."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from when_typed import LORD_HOWE, typed_at

from bot.commands.when import Reading, read_moment, split_moment
from bot.domain.errors import Misread

WEDNESDAY = typed_at("2026-11-25 10:00")
NEW_YEARS_EVE = typed_at("2026-12-31 16:30")
BEFORE_CLOCKS_GO_FORWARD = typed_at("2027-03-12 13:30")
NIGHT_CLOCKS_GO_BACK = typed_at("2026-10-31 20:00")
DAY_FIRST = typed_at("2026-11-25 10:00", day_first=True)
ON_LORD_HOWE = typed_at("2027-04-02 12:00", zone=LORD_HOWE)
LORD_HOWE_SPRING = typed_at("2027-10-01 12:00", zone=LORD_HOWE)

REFUSED = [
    (WEDNESDAY, {
        "": "I need a day",
        "  ,": "I need a day",
        "4": "could be a day or an hour",
        "28": "could be a day or an hour",
        "2027": "could be a day or an hour",
        "12345678901234567890": "could be a day or an hour",
        "thu 4": 'The number "4" could be a day or an hour',
        "nov 28 4": 'The number "4" could be a day or an hour',
        "every monday": "comes back every time",
        "each thu": "comes back every time",
        "mondays": "comes back every time",
        "weekly": "comes back every time",
        "30/30": "only twelve months",
        "0/12": "only twelve months",
        "12/0": "There is no 0 December",
        "32.1.": "There is no 32 January 2027",
        "28.13.": "only twelve months",
        "2026-13-01": "only twelve months",
        "2026-11-31": "There is no 31 November 2026: that month has 30 days",
        "nov 31": "There is no 31 November 2026: that month has 30 days",
        "feb 29": "There is no 29 February 2027: that month has 28 days",
        "the 32nd": "There is no 32",
        "28/11": "the month comes first",
        "9999-01-01": "I can't read",
        "tomorrow 25:00": '"25:00" is not a time of day',
        "tomorrow 24:00": '"24:00" is not a time of day',
        "tomorrow 9:60": '"9:60" is not a time of day',
        "tomorrow 13pm": '"13pm" is not a time of day',
        "tomorrow 0am": '"0am" is not a time of day',
        "tomorrow 13 pm": '"13 pm" is not a time of day',
        "tomorrow 16:00 pm": '"16:00" is not a time of day',
        "thu at 30": '"at 30" is not a time of day',
        "11 noon": "is not a time of day",
        "2026-12-03T25:00": "is not a time of day",
        "thu midnight": "Midnight could be the start of the day or its end",
        "tomorrow morning": "no exact time",
        "tonight": "no exact time",
        "thu at 7": '"at 7" could be 7:00 AM or 7:00 PM on Thu 26 Nov 2026',
        "sat at 4": '"at 4" could be 4:00 AM or 4:00 PM on Sat 28 Nov 2026',
        "sat 10:30": '"10:30" could be 10:30 AM or 10:30 PM on Sat 28 Nov 2026',
        "sat eod": "You are closed on Sat 28 Nov 2026",
        "sun first thing": "You are closed on Sun 29 Nov 2026",
        "dec 25 eod": "You are closed on Fri 25 Dec 2026",
        "yesterday": "Tue 24 Nov 2026 is over",
        "yesterday noon": "Tue 24 Nov 2026, 12:00 PM is over",
        "last thu": "Thu 19 Nov 2026 is over",
        "this mon": "Mon 23 Nov 2026 is over",
        "mon this week": "Mon 23 Nov 2026 is over",
        "2 weeks ago": "Wed 11 Nov 2026 is over",
        "9am": "Wed 25 Nov 2026, 9:00 AM is over",
        "10am": "Wed 25 Nov 2026, 10:00 AM is over",
        "today 9:30": "Wed 25 Nov 2026, 9:30 AM is over",
        "nov 24 2026": "Tue 24 Nov 2026 is over",
        "tue nov 24": "Tue 24 Nov 2026 is over",
        "24.11.2026": "Tue 24 Nov 2026 is over",
        "2026-11-01 1:30": "Sun 1 Nov 2026, 1:30 AM is over",
        "first monday of this month": "Mon 2 Nov 2026 is over",
        "nov 26 2027": "Fri 26 Nov 2027 is more than a year ahead",
        "2028-01-01": "more than a year ahead",
        "11/28/30": "more than a year ahead",
        "in 53 weeks": "more than a year ahead",
        "in 99 months": "more than a year ahead",
        "mon nov 24": "Wed 24 Nov 2027 is not a Monday",
        "mon 26 nov 2026": "Thu 26 Nov 2026 is not a Monday",
        "mon 11/26": "Thu 26 Nov 2026 is not a Monday",
        "mon the 28th": "Sat 28 Nov 2026 is not a Monday",
        "fifth monday of december": "December 2026 has no fifth Monday",
        "12th monday of december": "December 2026 has no 12th Monday",
        "next week": "has more than one day in it",
        "this weekend": "has more than one day in it",
        "next month": "has more than one day in it",
        "november": "has more than one day in it",
        "dec 2026": "has more than one day in it",
        "end of the month": "has more than one day in it",
        "thu or fri": "I can't read",
        "thu-fri": "I can't read",
        "thu 4pm to 5pm": "I can't read",
        "thu 4pm est": "I can't read",
        "2026-12-03T14:00Z": "I can't read",
        "3 Dec 2026 10:30 GMT": "I can't read",
        "2026 Dec 3 10:30": "I can't read",
        "2026 Dec 33": "I can't read",
        "2026 Dec 3 3": "I can't read",
        "Fri 2026 Dec 3": "I can't read",
        "in the beginning": "I can't read",
        "soon": "I can't read",
        "asap": "I can't read",
        "٤pm": "I can't read",
        "thu 4pm Meet our hygienist": "I can't read",
        "<!channel>": 'I can\'t read "<!channel>" as a day or time',
        "\u200fמחר": "I can't read",
    }),
    (NEW_YEARS_EVE, {
        "first monday of the month": "Mon 7 Dec 2026 is over",
        "in 2 months": "There is no 31 February 2027",
        "dec 31 4pm": "Thu 31 Dec 2026, 4:00 PM is over",
        "fri eod": "You are closed on Fri 1 Jan 2027",
    }),
    (BEFORE_CLOCKS_GO_FORWARD, {
        "sun 2am": "2:00 AM does not exist on Sun 14 Mar 2027: clocks go forward from 2:00 AM to 3:00 AM",
        "sun 2:59am": "2:59 AM does not exist on Sun 14 Mar 2027",
        "mar 14 2:30am": "2:30 AM does not exist",
        "2027-03-14 02:30": "2:30 AM does not exist",
        "2027-03-14T02:30": "2:30 AM does not exist",
    }),
    (NIGHT_CLOCKS_GO_BACK, {
        "tomorrow 1am": "1:00 AM comes twice on Sun 1 Nov 2026: clocks go back from 2:00 AM to 1:00 AM",
        "2026-11-01 1:59": "1:59 AM comes twice",
        "in 6 hours": "1:00 AM comes twice",
    }),
    (ON_LORD_HOWE, {
        "sun 1:45am": "1:45 AM comes twice on Sun 4 Apr 2027: clocks go back from 2:00 AM to 1:30 AM",
    }),
    (LORD_HOWE_SPRING, {
        "sun 2:15am": "2:15 AM does not exist on Sun 3 Oct 2027: clocks go forward from 2:00 AM to 2:30 AM",
    }),
    (DAY_FIRST, {
        "11/28": "the day comes first",
        "30/30": "only twelve months",
    }),
]  # fmt: skip
ROWS = [
    pytest.param(reading, phrase, reason, id=f"{number}: {phrase}")
    for number, (reading, phrases) in enumerate(REFUSED)
    for phrase, reason in phrases.items()
]


@pytest.mark.parametrize(("reading", "phrase", "reason"), ROWS)
def test_it_is_refused_with_its_reason(reading: Reading, phrase: str, reason: str) -> None:
    with pytest.raises(Misread) as refused:
        read_moment(phrase, reading)
    assert reason in refused.value.sentence


@pytest.mark.parametrize(("reading", "phrase", "reason"), ROWS)
def test_the_example_in_the_hint_works(reading: Reading, phrase: str, reason: str) -> None:
    del reason
    with pytest.raises(Misread) as refused:
        read_moment(phrase, reading)
    assert refused.value.hint is not None
    if refused.value.nearest:
        assert refused.value.hint == f"Did you mean {refused.value.nearest}?"
        assert read_moment(refused.value.nearest, reading)
        return
    for example in refused.value.hint.removeprefix("For example: ").split(", or "):
        assert read_moment(example, reading)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    {
        "thrusday 4pm": "thursday 4pm",
        "tomorow": "tomorrow",
        "wensday": "wednesday",
        "first monday of decmber": "first monday of december",
        "28/11": "11/28",
        "mon 26 nov 2026": "thu 26 nov 2026",
    }.items(),
)
def test_a_slip_is_answered_with_the_nearest_phrase(typed: str, nearest: str) -> None:
    with pytest.raises(Misread) as refused:
        read_moment(typed, WEDNESDAY)
    assert refused.value.nearest == nearest


LINES = {
    "": "I need a day",
    "Meet our hygienist": 'I looked for a day at the start of "Meet our hygienist" and found none',
    "every monday Meet our hygienist": '"every monday" comes back every time',
    "next week Meet our hygienist": '"next week" has more than one day in it',
    "december Meet our hygienist": '"december" has more than one day in it',
    "5 tips for brushing": "I looked for a day",
    "Mardi Gras party": "I looked for a day",
    "Christmas is coming": "I looked for a day",
    "now hiring": "I looked for a day",
    "half price whitening": "I looked for a day",
    "first month free": "I looked for a day",
    "28th anniversary": "I looked for a day",
    "24/7 emergency care": "I looked for a day",
    "4": "could be a day or an hour",
    "thu 4": 'The number "4" could be a day or an hour',
    "thu or fri Meet our hygienist": '"thu or fri" has more than one day in it',
    "thu - fri Meet our hygienist": '"thu - fri" has more than one day in it',
    "mon nov 26 Meet our hygienist": "Thu 26 Nov 2026 is not a Monday",
    "tomorrow 25:00 Meet our hygienist": '"25:00" is not a time of day',
    "thu at 7 Meet our hygienist": "could be 7:00 AM or 7:00 PM",
    "last thu Meet our hygienist": "is over",
    "<!channel> hello": "I looked for a day",
}


@pytest.mark.parametrize(("line", "reason"), LINES.items(), ids=LINES)
def test_a_line_whose_day_is_wrong_is_refused_whole(line: str, reason: str) -> None:
    with pytest.raises(Misread) as refused:
        split_moment(line.split(), WEDNESDAY)
    assert reason in refused.value.sentence


def test_a_line_with_a_slip_is_answered_with_the_nearest_start() -> None:
    with pytest.raises(Misread) as refused:
        split_moment(["thrusday", "4pm", "Meet", "our", "hygienist"], WEDNESDAY)
    assert refused.value.nearest == "thursday 4pm"


def test_a_very_long_text_is_refused_in_one_short_sentence() -> None:
    with pytest.raises(Misread) as refused:
        read_moment("thu 4pm " * 500, WEDNESDAY)
    assert len(refused.value.sentence) < 100


@given(st.text(max_size=40) | st.text("thu4pmnov281/.-: inatof", max_size=20))
def test_any_text_is_read_or_refused_and_nothing_else(typed: str) -> None:
    for read in (read_moment, lambda words, reading: split_moment(words.split(), reading)):
        refused = refusal_of(read, typed)
        assert refused is None or (refused.sentence and refused.hint)


def refusal_of(read: Callable[[str, Reading], object], typed: str) -> Misread | None:
    try:
        read(typed, WEDNESDAY)
    except Misread as refused:
        return refused
    return None


KNOWN = (
    "thu", "mon", "next", "last", "this", "in", "2", "3", "weeks", "days", "months", "at", "4", "4pm", "4:30",
    "16:00", "noon", "eod", "first", "thing", "of", "the", "month", "december", "nov", "28", "28th", "2026",
    "2027", "11/28", "28.11.", "2026-12-03", "today", "tomorrow", "ago", "from", "pm", "a", "week", "end",
    "day", "hours",
)  # fmt: skip


@given(st.lists(st.sampled_from(KNOWN), max_size=7))
def test_any_known_words_in_any_order_are_read_or_refused(words: list[str]) -> None:
    try:
        found = read_moment(" ".join(words), WEDNESDAY)
    except Misread:
        return
    assert found.on >= WEDNESDAY.today

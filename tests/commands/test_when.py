"""What office people type, and what it means: every answer was worked out by hand on a calendar."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from when_typed import LORD_HOWE, NEW_YORK, typed_at

from bot.commands.when import Moment, Reading, echo, read_moment, split_moment
from bot.commands.when.shapes import CLOCKS, DAYS, FROM_NOW, known, readings_of
from bot.domain.errors import PlanError

WEDNESDAY = typed_at("2026-11-25 10:00")
THURSDAY_EVENING = typed_at("2026-11-26 18:00")
SUNDAY = typed_at("2026-11-22 20:15")
NEW_YEARS_EVE = typed_at("2026-12-31 16:30")
END_OF_JANUARY = typed_at("2027-01-31 12:00")
LEAP_YEAR = typed_at("2028-02-28 09:30")
BEFORE_CLOCKS_GO_FORWARD = typed_at("2027-03-12 13:30")
NIGHT_CLOCKS_GO_BACK = typed_at("2026-11-01 00:30")
DAY_FIRST = typed_at("2026-11-25 10:00", day_first=True)
ON_LORD_HOWE = typed_at("2027-04-02 12:00", zone=LORD_HOWE)


def moment(written: str) -> Moment:
    on, _, at = written.partition(" ")
    return Moment(date.fromisoformat(on), time.fromisoformat(at) if at else None)


READINGS = {
    "wednesday": (
        WEDNESDAY,
        {
            "today": "2026-11-25",
            "Today": "2026-11-25",
            "TODAY": "2026-11-25",
            "tomorrow": "2026-11-26",
            "tmrw": "2026-11-26",
            "tmr": "2026-11-26",
            "tmrw 4pm": "2026-11-26 16:00",
            "day after tomorrow": "2026-11-27",
            "the day after tomorrow at 11am": "2026-11-27 11:00",
            "wed": "2026-11-25",
            "wednesday": "2026-11-25",
            "wed 4pm": "2026-11-25 16:00",
            "wed 9am": "2026-12-02 09:00",
            "wed 10am": "2026-12-02 10:00",
            "wed 10:01am": "2026-11-25 10:01",
            "thu": "2026-11-26",
            "thur": "2026-11-26",
            "thurs": "2026-11-26",
            "Thu.": "2026-11-26",
            "on thursday": "2026-11-26",
            "by thursday": "2026-11-26",
            "this thu": "2026-11-26",
            "this wed": "2026-11-25",
            "next thu": "2026-12-03",
            "next wed": "2026-12-02",
            "next mon": "2026-11-30",
            "next sunday": "2026-12-06",
            "thu next week": "2026-12-03",
            "next week thu": "2026-12-03",
            "next week on thursday": "2026-12-03",
            "fri this week": "2026-11-27",
            "tue": "2026-12-01",
            "tues": "2026-12-01",
            "weds": "2026-11-25",
            "sun": "2026-11-29",
            "sat": "2026-11-28",
            "thu 4pm": "2026-11-26 16:00",
            "thu 4 pm": "2026-11-26 16:00",
            "thu 4PM": "2026-11-26 16:00",
            "thu, 4pm": "2026-11-26 16:00",
            "thu,4pm": "2026-11-26 16:00",
            "thu 4p": "2026-11-26 16:00",
            "thu 4 p.m.": "2026-11-26 16:00",
            "thu 4p.m.": "2026-11-26 16:00",
            "thu at 4pm": "2026-11-26 16:00",
            "thu @ 4pm": "2026-11-26 16:00",
            "thu @4pm": "2026-11-26 16:00",
            "4pm thu": "2026-11-26 16:00",
            "at 4pm on thursday": "2026-11-26 16:00",
            "thu 12:30": "2026-11-26 12:30",
            "thu 4:30pm": "2026-11-26 16:30",
            "thu 4:30 pm": "2026-11-26 16:30",
            "thu 4.30pm": "2026-11-26 16:30",
            "thu 4:30": "2026-11-26 16:30",
            "thu 10:30": "2026-11-26 10:30",
            "thu 16:00": "2026-11-26 16:00",
            "thu 16h": "2026-11-26 16:00",
            "thu 16h30": "2026-11-26 16:30",
            "thu 04:30": "2026-11-26 04:30",
            "thu 7:30am": "2026-11-26 07:30",
            "thu 12am": "2026-11-26 00:00",
            "thu 12pm": "2026-11-26 12:00",
            "thu 0:15": "2026-11-26 00:15",
            "thu 00:15": "2026-11-26 00:15",
            "thurs at 4": "2026-11-26 16:00",
            "thurs at 9": "2026-11-26 09:00",
            "thurs at 12": "2026-11-26 12:00",
            "thurs at 11": "2026-11-26 11:00",
            "thurs at 5": "2026-11-26 17:00",
            "thurs at 16": "2026-11-26 16:00",
            "thu 4 o'clock": "2026-11-26 16:00",
            "thu at 4 o'clock": "2026-11-26 16:00",
            "fri at 8": "2026-11-27 08:00",
            "friday eod": "2026-11-27 14:00",
            "eod friday": "2026-11-27 14:00",
            "by eod friday": "2026-11-27 14:00",
            "friday end of day": "2026-11-27 14:00",
            "thu cob": "2026-11-26 17:00",
            "thu close of business": "2026-11-26 17:00",
            "thu end of business": "2026-11-26 17:00",
            "eod": "2026-11-25 17:00",
            "eod tomorrow": "2026-11-26 17:00",
            "thu first thing": "2026-11-26 09:00",
            "first thing friday": "2026-11-27 08:00",
            "first thing tomorrow": "2026-11-26 09:00",
            "noon": "2026-11-25 12:00",
            "tomorrow noon": "2026-11-26 12:00",
            "noon tomorrow": "2026-11-26 12:00",
            "thu at noon": "2026-11-26 12:00",
            "thu 12 noon": "2026-11-26 12:00",
            "thu midday": "2026-11-26 12:00",
            "4pm": "2026-11-25 16:00",
            "at 4": "2026-11-25 16:00",
            "11:15am": "2026-11-25 11:15",
            "in 20 minutes": "2026-11-25 10:20",
            "in an hour": "2026-11-25 11:00",
            "in 2 hours": "2026-11-25 12:00",
            "in 15 hours": "2026-11-26 01:00",
            "in 3 days": "2026-11-28",
            "in three days": "2026-11-28",
            "in a week": "2026-12-02",
            "in 2 weeks": "2026-12-09",
            "in two weeks": "2026-12-09",
            "in 2 weeks at 11am": "2026-12-09 11:00",
            "in a fortnight": "2026-12-09",
            "in 2 weeks on monday": "2026-12-07",
            "in 2 weeks on sunday": "2026-12-13",
            "monday in 2 weeks": "2026-12-07",
            "in 2 weeks on monday 10am": "2026-12-07 10:00",
            "in a month": "2026-12-25",
            "in 2 months": "2027-01-25",
            "a week from thursday": "2026-12-03",
            "two weeks from today": "2026-12-09",
            "nov 28": "2026-11-28",
            "Nov. 28": "2026-11-28",
            "28 nov": "2026-11-28",
            "28th nov": "2026-11-28",
            "28. november": "2026-11-28",
            "28th of november": "2026-11-28",
            "the 28th of november": "2026-11-28",
            "the 28th": "2026-11-28",
            "the 3rd": "2026-12-03",
            "wed the 2nd": "2026-12-02",
            "november 28th": "2026-11-28",
            "november 28th 2026": "2026-11-28",
            "november 28th, 2026": "2026-11-28",
            "28 nov 2026": "2026-11-28",
            "sat nov 28": "2026-11-28",
            "sat 28 nov 2026": "2026-11-28",
            "nov 25": "2026-11-25",
            "nov 24": "2027-11-24",
            "feb 3": "2027-02-03",
            "sept 9": "2027-09-09",
            "nov 25 2027": "2027-11-25",
            "nov 28 4pm": "2026-11-28 16:00",
            "nov 28 at noon": "2026-11-28 12:00",
            "dec 3 at 4": "2026-12-03 16:00",
            "4pm on 3 dec": "2026-12-03 16:00",
            "28.11.": "2026-11-28",
            "28.11.2026": "2026-11-28",
            "28.11.26": "2026-11-28",
            "3.12. 14:00": "2026-12-03 14:00",
            "11/28": "2026-11-28",
            "11/28/26": "2026-11-28",
            "11/28/2026": "2026-11-28",
            "11-28-2026": "2026-11-28",
            "sat 11/28": "2026-11-28",
            "12/3 4pm": "2026-12-03 16:00",
            "2026-12-03": "2026-12-03",
            "2026/12/03": "2026-12-03",
            "2026-12-03 14:00": "2026-12-03 14:00",
            "2026-12-03T14:00": "2026-12-03 14:00",
            "2026-12-03 14:00:00": "2026-12-03 14:00",
            "2026-12-03 4:00": "2026-12-03 04:00",
            "2026-12-05 10:30": "2026-12-05 10:30",
            "2026-12-03 4:00 pm": "2026-12-03 16:00",
            "first monday of december": "2026-12-07",
            "the first monday in december": "2026-12-07",
            "1st monday of december": "2026-12-07",
            "first monday of december 2026": "2026-12-07",
            "first monday of november": "2027-11-01",
            "last friday of the month": "2026-11-27",
            "last friday of this month": "2026-11-27",
            "last friday of november at noon": "2026-11-27 12:00",
            "second tuesday of next month": "2026-12-08",
            "third wed of january": "2027-01-20",
            "fifth thursday of december": "2026-12-31",
            "last day of the month": "2026-11-30",
            "last day of february": "2027-02-28",
        },
    ),
    "spelled out, by the second reader": (
        WEDNESDAY,
        {
            "2026 Dec 3": "2026-12-03",
            "3-Dec-2026": "2026-12-03",
            "Dec/3/2026": "2026-12-03",
            "3-Dec-2026 4:00 PM": "2026-12-03 16:00",
            "Dec 3rd, 2026 at 4:00:00 PM": "2026-12-03 16:00",
            "3-Dec-2026 16:00": "2026-12-03 16:00",
            "thu 4pm 3 dec 2026": "2026-12-03 16:00",
        },
    ),
    "thursday evening": (
        THURSDAY_EVENING,
        {
            "thu": "2026-11-26",
            "thu 4pm": "2026-12-03 16:00",
            "thu 7pm": "2026-11-26 19:00",
            "thu eod": "2026-12-03 17:00",
            "thu at 4": "2026-12-03 16:00",
            "next thu 4pm": "2026-12-03 16:00",
        },
    ),
    "sunday": (
        SUNDAY,
        {
            "mon": "2026-11-23",
            "next mon": "2026-11-23",
            "next thu": "2026-11-26",
            "thu": "2026-11-26",
            "this sunday": "2026-11-22",
            "in 2 weeks on monday": "2026-11-30",
            "sun 9pm": "2026-11-22 21:00",
        },
    ),
    "new year's eve": (
        NEW_YEARS_EVE,
        {
            "tomorrow": "2027-01-01",
            "fri": "2027-01-01",
            "in 3 days": "2027-01-03",
            "jan 4": "2027-01-04",
            "dec 30": "2027-12-30",
            "dec 31": "2026-12-31",
            "1/4": "2027-01-04",
            "4.1.": "2027-01-04",
            "first monday of next month": "2027-01-04",
            "next mon": "2027-01-04",
            "in 10 hours": "2027-01-01 02:30",
            "eod": "2026-12-31 17:00",
            "in a month": "2027-01-31",
        },
    ),
    "end of january": (
        END_OF_JANUARY,
        {
            "tomorrow": "2027-02-01",
            "in 1 day": "2027-02-01",
            "the 28th": "2027-02-28",
            "the 30th": "2027-03-30",
            "the 31st": "2027-01-31",
            "last friday of next month": "2027-02-26",
            "in 2 months": "2027-03-31",
        },
    ),
    "leap year": (
        LEAP_YEAR,
        {
            "tomorrow": "2028-02-29",
            "feb 29": "2028-02-29",
            "29.2.": "2028-02-29",
            "in 2 days": "2028-03-01",
            "last day of the month": "2028-02-29",
            "feb 27": "2029-02-27",
        },
    ),
    "before clocks go forward": (
        BEFORE_CLOCKS_GO_FORWARD,
        {
            "sun 1:59am": "2027-03-14 01:59",
            "sun 3am": "2027-03-14 03:00",
            "in 48 hours": "2027-03-14 14:30",
            "mon first thing": "2027-03-15 09:00",
        },
    ),
    "night clocks go back": (
        NIGHT_CLOCKS_GO_BACK,
        {
            "12:59am": "2026-11-01 00:59",
            "2am": "2026-11-01 02:00",
            "in 3 hours": "2026-11-01 02:30",
            "in 12 hours": "2026-11-01 11:30",
        },
    ),
    "day first": (
        DAY_FIRST,
        {
            "28/11": "2026-11-28",
            "3/12": "2026-12-03",
            "3/12/26 14:00": "2026-12-03 14:00",
            "03-12-2026": "2026-12-03",
            "28.11.": "2026-11-28",
            "2026-12-03": "2026-12-03",
        },
    ),
    "on Lord Howe": (
        ON_LORD_HOWE,
        {"sun 2am": "2027-04-04 02:00", "sun 1:29am": "2027-04-04 01:29"},
    ),
}
ROWS = [
    pytest.param(reading, phrase, answer, id=f"{where}: {phrase}")
    for where, (reading, answers) in READINGS.items()
    for phrase, answer in answers.items()
]


def test_the_table_of_phrases_is_long_enough() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize(("reading", "phrase", "answer"), ROWS)
def test_a_phrase_means(reading: Reading, phrase: str, answer: str) -> None:
    assert read_moment(phrase, reading) == moment(answer)


@pytest.mark.parametrize(("reading", "phrase", "answer"), ROWS)
def test_what_is_echoed_reads_back_as_itself(reading: Reading, phrase: str, answer: str) -> None:
    del phrase
    understood = moment(answer)
    assert read_moment(echo(understood, reading.today), reading) == understood


@given(
    st.dates(date(2020, 1, 1), date(2090, 1, 1)),
    st.integers(0, 365),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_every_echo_reads_back(today: date, days_ahead: int, at: time | None) -> None:
    reading = typed_at(f"{today} 00:00", zone=LORD_HOWE)
    understood = Moment(today + timedelta(days=days_ahead), at)
    starts_at = understood.starts_at(LORD_HOWE)
    # A time that clocks skip or repeat, or that has just passed, is refused and so never echoed.
    if starts_at is not None:
        local = starts_at.astimezone(LORD_HOWE)
        is_repeated = local.utcoffset() > local.replace(fold=1).utcoffset()
        if local.time() != at or is_repeated or starts_at <= reading.now:
            return
    assert read_moment(echo(understood, today), reading) == understood


def test_the_echo_shows_the_year_only_when_it_is_another_one() -> None:
    today = date(2026, 11, 25)
    assert echo(Moment(date(2026, 11, 26), time(16)), today) == "Thu 26 Nov, 4:00 PM"
    assert echo(Moment(date(2026, 11, 26)), today) == "Thu 26 Nov"
    assert echo(Moment(date(2027, 1, 4), time(0, 5)), today) == "Mon 4 Jan 2027, 12:05 AM"


def test_a_moment_knows_when_it_starts() -> None:
    assert Moment(date(2026, 11, 26), time(16)).starts_at(NEW_YORK) == datetime.fromisoformat("2026-11-26T21:00Z")
    assert Moment(date(2026, 11, 26)).starts_at(NEW_YORK) is None


SPLITS = {
    "thu 4pm Meet our hygienist #human @ben": ("2026-11-26 16:00", "Meet our hygienist #human @ben"),
    "thu Meet our hygienist": ("2026-11-26", "Meet our hygienist"),
    "next thu at 4 Meet our hygienist": ("2026-12-03 16:00", "Meet our hygienist"),
    "thu 4pm - Meet our hygienist": ("2026-11-26 16:00", "Meet our hygienist"),
    "thu 4pm: Meet our hygienist": ("2026-11-26 16:00", "Meet our hygienist"),
    "thu 4pm": ("2026-11-26 16:00", ""),
    "Thu 26 Nov, 4:00 PM Team photo": ("2026-11-26 16:00", "Team photo"),
    "thu 4 tips for brushing": ("2026-11-26", "4 tips for brushing"),
    "thu 28th anniversary": ("2026-11-26", "28th anniversary"),
    "thu On the town": ("2026-11-26", "On the town"),
    "thu 24/7 emergency care": ("2026-11-26", "24/7 emergency care"),
    "thu The team": ("2026-11-26", "The team"),
    "thu First visit": ("2026-11-26", "First visit"),
    "thu In two minds": ("2026-11-26", "In two minds"),
    "in 2 weeks on monday 10am Whitening": ("2026-12-07 10:00", "Whitening"),
    "first monday of december Open day": ("2026-12-07", "Open day"),
    "dec 3 Flossing": ("2026-12-03", "Flossing"),
    "2026-12-03 14:00 Flossing": ("2026-12-03 14:00", "Flossing"),
    "today at the office": ("2026-11-25", "at the office"),
    "friday eod Wrap up": ("2026-11-27 14:00", "Wrap up"),
    "tomorrow 😀 smiles": ("2026-11-26", "😀 smiles"),
    "thu every smile counts": ("2026-11-26", "every smile counts"),
    "mon morning at 9 Team photo": ("2026-11-30 09:00", "Team photo"),
    "thu half past 4 Team photo": ("2026-11-26 16:30", "Team photo"),
    "thu 12:30 Lunch with the team": ("2026-11-26 12:30", "Lunch with the team"),
    "thu morning coffee": ("2026-11-26", "morning coffee"),
    "thu 4pm afternoon tea": ("2026-11-26 16:00", "afternoon tea"),
    "thu evening 4 tips": ("2026-11-26", "evening 4 tips"),
    "thu week in review": ("2026-11-26", "week in review"),
    "thu 26 smiles": ("2026-11-26", "26 smiles"),
    "thu 2.50 off whitening": ("2026-11-26", "2.50 off whitening"),
    "thu 1600 smiles": ("2026-11-26", "1600 smiles"),
    "dec 3 Sun safety": ("2026-12-03", "Sun safety"),
    "thu half price whitening": ("2026-11-26", "half price whitening"),
    "thu to floss or not": ("2026-11-26", "to floss or not"),
    "thu now hiring": ("2026-11-26", "now hiring"),
    "monday after next Team photo": ("2026-12-07", "Team photo"),
}


@pytest.mark.parametrize(("line", "answer"), SPLITS.items(), ids=SPLITS)
def test_a_day_leads_and_the_rest_stays_as_typed(line: str, answer: tuple[str, str]) -> None:
    found, rest = split_moment(line.split(), WEDNESDAY)
    assert (found, " ".join(rest)) == (moment(answer[0]), answer[1])


# Every day beside every time is some 18,000 shapes; each day and each time is in one of these.
EVERY_DAY_AND_TIME = sorted(
    {*DAYS, *CLOCKS, *FROM_NOW, *(day + "c" for day in DAYS), *("w" + clock for clock in CLOCKS)}
)


def test_no_shape_has_two_readings() -> None:
    both = {first + second for day in DAYS for clock in CLOCKS for first, second in ((day, clock), (clock, day))}
    for shape in both | set(EVERY_DAY_AND_TIME):
        readings = readings_of(shape)
        in_a_line = [reading for reading in readings if not reading.only_whole]
        assert len(in_a_line) == 1 or (not in_a_line and len(readings) == 1) or shape == "k", shape


def test_every_shape_can_be_read_without_a_slip_in_its_rule() -> None:
    """Each rule finds the values it needs, whichever of its shapes is typed."""
    typed = {
        "d": "tomorrow", "w": "fri", "m": "dec", "n": "4", "o": "4th", "y": "2026", "i": "2026-12-04",
        "j": "2026-12-04T14:00", "s": "12/4", "p": "4.12.", "c": "4pm", "b": "4:30", "a": "pm", "N": "noon",
        "K": "o'clock", "A": "at", "x": "next", "l": "last", "f": "first", "r": "second", "q": "two", "D": "days",
        "W": "weeks", "M": "month", "H": "hours", "I": "in", "F": "from", "G": "ago", "E": "end", "B": "business",
        "T": "thing", "h": "quarter", "u": "past", "t": "to", "C": "coming", "Z": "now", "e": "time", "g": "4.30",
        "z": "28.11", "k": "1600",
    }  # fmt: skip
    read = 0
    for shape in EVERY_DAY_AND_TIME:
        try:
            read_moment(" ".join(typed[kind] for kind in shape), WEDNESDAY)
        except PlanError:
            continue
        read += 1
    assert read > len(EVERY_DAY_AND_TIME) / 2
    assert known("wc") is known("wc")

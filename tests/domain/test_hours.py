from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.errors import Misread, NeverOpen
from bot.domain.hours import Opening

NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
WHOLE = Opening.parse_day("9:00-12:00, 13:00-17:00")
BRIGHT_SMILE = Opening(
    (WHOLE, WHOLE, WHOLE, WHOLE, Opening.parse_day("8:00-14:00"), (), ()), frozenset({date(2026, 11, 26)})
)
NEVER = Opening(((),) * 7)


def at(local: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)


def local(instant: datetime, zone: ZoneInfo = NEW_YORK) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("moment", "is_open"),
    {
        "2026-11-25 08:59": False,
        "2026-11-25 09:00": True,
        "2026-11-25 12:00": True,
        "2026-11-25 12:01": False,
        "2026-11-25 13:00": True,
        "2026-11-25 17:00": True,
        "2026-11-25 17:01": False,
        "2026-11-26 10:00": False,
        "2026-11-27 08:30": True,
        "2026-11-28 10:00": False,
    }.items(),
)
def test_somebody_is_in_from_opening_to_closing_minute(moment: str, is_open: bool) -> None:
    assert BRIGHT_SMILE.is_open(at(moment).astimezone(NEW_YORK)) is is_open


def test_being_open_cannot_be_told_without_the_zone() -> None:
    with pytest.raises(TypeError):
        BRIGHT_SMILE.is_open(datetime(2026, 11, 25, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    ("moment", "following", "preceding"),
    [
        ("2026-11-25 10:00", "2026-11-25 10:00", "2026-11-25 10:00"),
        ("2026-11-25 12:30", "2026-11-25 13:00", "2026-11-25 12:00"),
        ("2026-11-25 07:00", "2026-11-25 09:00", "2026-11-24 17:00"),
        ("2026-11-25 20:00", "2026-11-27 08:00", "2026-11-25 17:00"),
        ("2026-11-26 10:00", "2026-11-27 08:00", "2026-11-25 17:00"),
        ("2026-11-28 10:00", "2026-11-30 09:00", "2026-11-27 14:00"),
    ],
)
def test_the_next_and_the_previous_open_moment(moment: str, following: str, preceding: str) -> None:
    assert local(BRIGHT_SMILE.next_open(at(moment), NEW_YORK)) == following
    assert local(BRIGHT_SMILE.previous_open(at(moment), NEW_YORK)) == preceding


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-11-25 10:00", 60, "2026-11-25 11:00"),
        ("2026-11-25 11:30", 60, "2026-11-25 13:30"),
        ("2026-11-25 16:00", 60, "2026-11-25 17:00"),
        ("2026-11-25 16:00", 61, "2026-11-27 08:01"),
        ("2026-11-25 16:00", 421, "2026-11-30 09:01"),
        ("2026-11-28 10:00", 30, "2026-11-30 09:30"),
    ],
)
def test_open_time_skips_lunch_nights_weekends_and_closed_days(start: str, minutes: int, end: str) -> None:
    assert local(BRIGHT_SMILE.add_open_time(at(start), minutes, NEW_YORK)) == end
    assume_start = BRIGHT_SMILE.next_open(at(start), NEW_YORK)
    assert BRIGHT_SMILE.subtract_open_time(at(end), minutes, NEW_YORK) == assume_start


def test_open_hours_across_a_clock_change_are_local_hours() -> None:
    # Friday 12 March 13:00 is EST; an hour later the office closes; Monday opens at 9:00 EDT.
    assert local(BRIGHT_SMILE.add_open_time(at("2027-03-12 13:00"), 120, NEW_YORK)) == "2027-03-15 10:00"
    assert BRIGHT_SMILE.next_open(at("2027-03-13 12:00"), NEW_YORK) == datetime(2027, 3, 15, 13, tzinfo=UTC)
    assert BRIGHT_SMILE.next_open(at("2027-11-06 12:00"), NEW_YORK) == datetime(2027, 11, 8, 14, tzinfo=UTC)


ALL_NIGHT = Opening((Opening.parse_day("0:00-6:00"),) * 7)


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        (NEW_YORK, "2027-03-14", 300),
        (NEW_YORK, "2027-11-07", 420),
        (LORD_HOWE, "2027-10-03", 330),
        (LORD_HOWE, "2027-04-04", 390),
        (NEW_YORK, "2027-06-01", 360),
    ],
)
def test_a_night_at_work_has_as_many_minutes_as_really_pass(zone: ZoneInfo, day: str, minutes: int) -> None:
    start, end = at(f"{day} 00:00", zone), at(f"{day} 06:00", zone)
    assert ALL_NIGHT.add_open_time(start, minutes, zone) == end
    assert ALL_NIGHT.subtract_open_time(end, minutes, zone) == start


def test_an_opening_time_that_clocks_skip_is_the_moment_of_the_change() -> None:
    early = Opening((Opening.parse_day("02:15-05:00"),) * 7)
    assert local(early.next_open(at("2027-03-14 00:00"), NEW_YORK)) == "2027-03-14 03:00"
    assert local(early.next_open(at("2027-10-03 00:00", LORD_HOWE), LORD_HOWE), LORD_HOWE) == "2027-10-03 02:30"


def test_hours_that_clocks_skip_altogether_are_no_hours_that_day() -> None:
    skipped = Opening((Opening.parse_day("02:10-02:50"),) * 7)
    assert local(skipped.next_open(at("2027-03-14 00:00"), NEW_YORK)) == "2027-03-15 02:10"


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda: NEVER.next_open(at("2026-11-25 10:00"), NEW_YORK), id="next"),
        pytest.param(lambda: NEVER.previous_open(at("2026-11-25 10:00"), NEW_YORK), id="previous"),
        pytest.param(lambda: NEVER.add_open_time(at("2026-11-25 10:00"), 1, NEW_YORK), id="add"),
        pytest.param(lambda: NEVER.subtract_open_time(at("2026-11-25 10:00"), 1, NEW_YORK), id="subtract"),
    ],
)
def test_where_nothing_is_ever_open_the_answer_says_so(ask: Callable[[], datetime]) -> None:
    assert not NEVER.is_ever_open
    with pytest.raises(NeverOpen, match="no opening hours"):
        ask()


def test_a_long_holiday_is_looked_past() -> None:
    holiday = frozenset(date(2026, 11, 23) + timedelta(days=number) for number in range(400))
    opening = Opening(BRIGHT_SMILE.weekdays, holiday)
    assert local(opening.next_open(at("2026-11-23 10:00"), NEW_YORK)) == "2027-12-28 09:00"


def test_a_day_knows_when_it_opens_and_closes() -> None:
    assert BRIGHT_SMILE.open_of(date(2026, 11, 27)) == time(8)
    assert BRIGHT_SMILE.close_of(date(2026, 11, 25)) == time(17)
    assert BRIGHT_SMILE.close_of(date(2026, 11, 26)) is None
    assert BRIGHT_SMILE.close_of(date(2026, 11, 28)) is None
    assert BRIGHT_SMILE.open_of(date(2026, 11, 29)) is None


@pytest.mark.parametrize(
    ("typed", "written"),
    {
        "9:00-12:00, 13:00-17:00": "9:00-12:00, 13:00-17:00",
        "9-12,13-17": "9:00-12:00, 13:00-17:00",
        "13-17; 9-12": "9:00-12:00, 13:00-17:00",
        "9am-5pm": "9:00-17:00",
        "9 am to 5:30 PM": "9:00-17:30",
        "09.00 – 17.00": "9:00-17:00",
        "12am-12pm": "0:00-12:00",
        "1am-5am": "01:00-05:00",
        "1-5 am": "01:00-05:00",
        "01:00-05:00": "01:00-05:00",
        "5-1pm": "05:00-13:00",
        "9-12, 1pm-5pm": "9:00-12:00, 13:00-17:00",
        "": "",
        " closed ": "",
        "Closed": "",
    }.items(),
)
def test_opening_hours_are_read_as_people_write_them(typed: str, written: str) -> None:
    opening = Opening((Opening.parse_day(typed),) * 7)
    assert opening.text_of(0) == written
    assert Opening.parse_day(written) == opening.weekdays[0]


@pytest.mark.parametrize(
    ("typed", "reason"),
    {
        "9-5": '"9-5" closes at 5:00 AM, which is not after 9:00 AM',
        "9:00-9:00": "which is not after",
        "9-12, 1-5": '"1-5" could begin at 1:00 AM or at 1:00 PM',
        "1:30-5pm": '"1:30-5pm" could begin at 1:30 AM or at 1:30 PM',
        "9:00": 'I can\'t read "9:00" as opening hours',
        "9:00-12:00-17:00": "as opening hours",
        "mornings": 'I can\'t read "mornings" as opening hours',
        "9:00-12:00, ": "as opening hours",
        "9:00-25:00": '"25:00" is not a time of day',
        "9:00-24:00": '"24:00" is not a time of day',
        "9:61-12": '"9:61" is not a time of day',
        "0am-12": '"0am" is not a time of day',
        "13pm-14": '"13pm" is not a time of day',
        "9-12, 11-17": "One stretch closes at 12:00 PM and the next already opens at 11:00 AM",
        "9-12, 12-17": "One stretch closes at 12:00 PM and the next already opens at 12:00 PM",
        "<!channel>": 'I can\'t read "<!channel>" as opening hours',
    }.items(),
)
def test_opening_hours_that_cannot_be_meant_are_refused_with_the_reason(typed: str, reason: str) -> None:
    with pytest.raises(Misread) as refused:
        Opening.parse_day(typed)
    assert reason in refused.value.sentence
    assert refused.value.hint is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("8-5", "8:00-17:00"), ("9am-5", "9:00-17:00"), ("1-5", "13:00-17:00"), ("1-5pm", "13:00-17:00")],
)
def test_what_was_probably_meant_is_offered_and_can_be_read(typed: str, meant: str) -> None:
    with pytest.raises(Misread) as refused:
        Opening.parse_day(typed)
    assert refused.value.nearest == meant
    assert meant in (refused.value.hint or "")
    assert Opening.parse_day(meant)


def test_early_hours_that_were_kept_without_their_zero_are_still_found() -> None:
    kept = {"weekdays": ["2:15-5:00, 13:00-17:00", *[""] * 6]}
    assert Opening.from_json(kept).text_of(0) == "02:15-05:00, 13:00-17:00"


def test_an_opening_is_kept_and_found_again() -> None:
    kept = BRIGHT_SMILE.to_json()
    assert kept["weekdays"][4:] == ["8:00-14:00", "", ""]
    assert kept["closed_days"] == ["2026-11-26"]
    assert Opening.from_json(kept) == BRIGHT_SMILE
    assert Opening.from_json({}) == NEVER


def test_an_opening_with_a_slip_in_it_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="seven"):
        Opening(((),))
    with pytest.raises(ValueError, match="gap"):
        Opening((((time(9), time(12)), (time(12), time(17))), *((),) * 6))


@st.composite
def days(draw: st.DrawFn) -> str:
    minutes = sorted(draw(st.sets(st.integers(0, 24 * 60 - 1), max_size=6)))
    pairs = zip(minutes[::2], minutes[1::2], strict=False)
    return ", ".join(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}" for a, b in pairs)


OPENINGS = st.lists(days(), min_size=7, max_size=7).map(lambda texts: Opening(tuple(map(Opening.parse_day, texts))))
ZONES = st.sampled_from([NEW_YORK, LORD_HOWE, ZoneInfo("Pacific/Apia"), ZoneInfo("America/Havana")])
CLOCK_CHANGES = st.sampled_from(
    [at("2027-03-14 03:00"), at("2027-11-07 00:30"), at("2027-04-03 11:00"), at("2027-10-02 11:00")]
)
INSTANTS = st.builds(lambda near, minutes: near + timedelta(minutes=minutes), CLOCK_CHANGES, st.integers(-4000, 4000))


@given(OPENINGS, ZONES, INSTANTS, st.integers(0, 3000))
@example(ALL_NIGHT, NEW_YORK, at("2027-11-07 01:30"), 60)
def test_reckoning_always_ends_in_open_time_and_goes_back_to_where_it_began(
    opening: Opening, zone: ZoneInfo, start: datetime, minutes: int
) -> None:
    assume(opening.is_ever_open)
    begin, end = opening.next_open(start, zone), opening.add_open_time(start, minutes, zone)
    assert start <= begin <= end
    for moment in (begin, end, opening.previous_open(start, zone), opening.subtract_open_time(start, minutes, zone)):
        assert opening.is_open(moment.astimezone(zone))
    back = opening.subtract_open_time(end, minutes, zone)
    # Closing time and the next opening are the same point of open time, so only the way forward is exact.
    assert opening.add_open_time(back, minutes, zone) == end


@given(OPENINGS)
def test_every_text_form_reads_back(opening: Opening) -> None:
    assert tuple(Opening.parse_day(opening.text_of(weekday)) for weekday in range(7)) == opening.weekdays
    assert Opening.from_json(opening.to_json()) == opening

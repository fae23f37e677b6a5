from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.commands.forms import outline, plan, setup
from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import AddPost, MarkPosted, PreviewCadence
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


def filled(keeps: dict[str, Any] | None = None, **values: Any) -> Filled:
    return Filled(values, keeps or {}, READING)


def set_up(**given: Any) -> Filled:
    usual = {f"opening_{day}": "8:00-12:00, 13:00-17:00" if day < 5 else "" for day in range(7)}
    people = {"lead": "U1", "zone": "America/New_York", "digest_channels": ["C1"], "digest_weekday": "2"}
    return filled(**{**usual, **people, "digest_at": "08:30", "date_order": "month", **given})


def test_a_filled_form_is_the_same_wish_as_a_typed_one() -> None:
    form = filled(what="Meet us", on="2026-11-26", at="16:00", kind="human", who="U2", why="faces", network="", link="")
    assert plan.add_post(form) == AddPost("Meet us", date(2026, 11, 26), time(16), "human", why="faces", who="U2")
    assert plan.add_post(filled(what="Meet us", on="2026-11-26")) == AddPost("Meet us", date(2026, 11, 26))


def test_a_post_without_a_day_is_asked_for_it_beside_the_field() -> None:
    with pytest.raises(Misread) as refused:
        plan.add_post(filled(what="Meet us"))
    assert refused.value.field == "on"


def test_the_link_form_knows_its_post() -> None:
    assert plan.mark_posted(filled({"post_id": 7}, link="https://a.example")) == MarkPosted(7, "https://a.example")
    assert plan.mark_posted(filled({"post_id": 7})) == MarkPosted(7)


def test_the_outline_is_read_line_by_line() -> None:
    form = filled(places="Mon 9:00 AM service\n\nthu 10am human")
    wanted = (Place(0, time(9), "service"), Place(3, time(10), "human"))
    assert outline.preview_cadence(form) == PreviewCadence(wanted, keeps_owners=True)


def test_one_place_is_read_beside_those_that_stay_or_taken_out() -> None:
    keeps = {"others": [[0, "10:00", "service"]]}
    picked = {"rank": "-1", "weekday": "4", "at": "09:30", "kind": "human", "network": "TikTok", "caption": "U2"}
    read = outline.preview_place(filled(keeps, **picked, until_on="2027-03-31"))
    place = Place(4, time(9, 30), "human", -1, "TikTok", (("caption", "U2"),), None, date(2027, 3, 31))
    assert read == PreviewCadence((Place(0, time(10), "service"), place))
    assert outline.preview_place(filled(keeps, **picked, gone=["gone"])).places == (Place(0, time(10), "service"),)


def test_one_place_that_is_there_already_is_refused() -> None:
    keeps = {"others": [[0, "10:00", "service", 0, "", {"caption": "U2"}]]}
    picked = {"rank": "0", "weekday": "0", "at": "10:00", "kind": "service"}
    with pytest.raises(Misread) as refused:
        outline.preview_place(filled(keeps, **picked))
    assert refused.value.field == "at"
    assert len(outline.preview_place(filled(keeps, **picked, network="TikTok")).places) == 2


def test_settings_are_read_with_hours_and_closed_days_as_people_write_them() -> None:
    read = setup.set_up(set_up(closed_days="nov 26, 27 nov\ndec 24 to dec 26; January 4, 2027", backup="U2"))
    assert read.opening.weekdays == DEFAULT_OPENING.weekdays
    assert sorted(read.opening.closed_days) == [
        date(2026, 11, 26),
        date(2026, 11, 27),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2027, 1, 4),
    ]
    assert (read.lead, read.backup, read.sponsor, read.digest_channels) == ("U1", "U2", "", ("C1",))
    assert (read.digest_weekday, read.digest_at, read.day_first) == (2, time(8, 30), False)


def test_a_holiday_over_new_year_is_read() -> None:
    days = sorted(setup.set_up(set_up(closed_days="dec 30 - jan 2")).opening.closed_days)
    assert (days[0], days[-1], len(days)) == (date(2026, 12, 30), date(2027, 1, 2), 4)


def test_closed_days_are_read_in_the_order_this_very_form_chooses() -> None:
    day_first = setup.set_up(set_up(closed_days="11/12/2026", date_order="day"))
    month_first = setup.set_up(set_up(closed_days="11/12/2027"))
    assert day_first.opening.closed_days == {date(2026, 12, 11)}
    assert month_first.opening.closed_days == {date(2027, 11, 12)}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("opening_2", "9-5 or so"),
        ("opening_0", "13:00-12:00"),
        ("closed_days", "every monday"),
        ("closed_days", "nov 26, whenever"),
        ("closed_days", "30/30"),
        ("closed_days", "dec 24 to nov 30"),
        ("closed_days", "nov 26 to jan 2 to jan 5"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(field: str, typed: str) -> None:
    with pytest.raises(Misread) as refused:
        setup.set_up(set_up(**{field: typed}))
    assert refused.value.field == field


def test_what_the_form_shows_of_closed_days_can_be_read_back() -> None:
    read = setup.set_up(set_up(closed_days="Thu 26 Nov 2026\nThu 24 Dec 2026"))
    assert read.opening.closed_days == {date(2026, 11, 26), date(2026, 12, 24)}

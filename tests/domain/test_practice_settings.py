from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain import practice
from bot.domain.errors import Misread
from bot.domain.hours import Opening

NEW_YORK = ZoneInfo("America/New_York")
CLOSED = Opening(((),) * 7)


def test_every_zone_offered_exists_and_they_fit_into_one_select() -> None:
    assert all(practice.zone_named(zone) for zone in practice.ZONES)
    assert len(practice.zones_offered("Antarctica/Troll", "Asia/Yangon")) <= 100


def test_a_zone_that_is_wished_for_is_offered_first_and_one_that_does_not_exist_is_not() -> None:
    assert practice.zones_offered("Antarctica/Troll", "Mars/Olympus")[:2] == ("Antarctica/Troll", practice.ZONES[0])
    assert practice.zones_offered("Europe/Paris").count("Europe/Paris") == 1


@pytest.mark.parametrize("name", ["", "Nowhere", "../etc/passwd", "/etc/passwd", "America/", "EST5EDT/x"])
def test_a_name_that_is_no_zone_is_none(name: str) -> None:
    assert practice.zone_named(name) is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"opening": CLOSED}, "opening_0"),
        ({"channels": ()}, "digest_channels"),
        ({"digest_weekday": 7}, "digest_at"),
    ],
)
def test_settings_nothing_could_run_under_are_refused_beside_their_field(wrong: dict[str, object], field: str) -> None:
    right = {
        "zone": "America/New_York",
        "opening": practice.DEFAULT_OPENING,
        "channels": ("C1",),
        "digest_weekday": 0,
    }
    practice.check(**right)
    with pytest.raises(Misread) as refused:
        practice.check(**{**right, **wrong})
    assert refused.value.field == field


def test_closed_days_that_are_over_stay_known() -> None:
    over, ahead, dropped = date(2026, 11, 20), date(2026, 12, 24), date(2026, 12, 31)
    before = replace(practice.DEFAULT_OPENING, closed_days=frozenset({over, dropped}))
    wanted = replace(practice.DEFAULT_OPENING, closed_days=frozenset({ahead}))
    kept = practice.with_past_closed_days(wanted, before, date(2026, 11, 23))
    assert kept.closed_days == {over, ahead}

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from bot.blocks import setup as blocks
from bot.blocks import setup_form
from bot.blocks.surfaces import Nothing
from bot.domain import practice
from bot.domain.cadence import DEFAULT
from bot.domain.outcomes.setup import (
    ChannelJoined,
    Settings,
    SetupFormOpened,
    StatusShown,
    Welcomed,
    WorkspaceSetUp,
)
from simulator.drawing import text
from storage.tables import Member, Role

NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
TODAY = date(2026, 11, 23)
NEXT_DIGEST = datetime(2026, 11, 30, 14, tzinfo=UTC)
ANA, SARAH = (
    Member(id=number, workspace_id=1, user_id=f"U{number}", name=name, seen_at=NOW)
    for number, name in [(1, "Ana"), (4, "<!here> Sarah")]
)
OPENING = replace(practice.DEFAULT_OPENING, closed_days=frozenset({date(2026, 11, 20), date(2026, 11, 26)}))
SETTINGS = Settings(
    zone="America/New_York",
    opening=OPENING,
    digest_channels=("C1", "C2"),
    digest_weekday=0,
    digest_at=time(9),
    day_first=False,
    holders={Role.LEAD: ANA, Role.SALES: SARAH},
)


def status(**given: Any) -> StatusShown:
    facts = {"today": TODAY, "parked": 0, "unreachable_at": None, "may_edit": True}
    return StatusShown(SETTINGS, DEFAULT, NEXT_DIGEST, **{**facts, **given})


def fields(**given: Any) -> dict[str, dict[str, Any]]:
    facts = {"settings": SETTINGS, "zones": practice.ZONES, "today": TODAY, "is_first": True}
    view = setup_form.draw_setup_form_opened(SetupFormOpened(**{**facts, **given})).view
    assert view["callback_id"] == "set-up"
    return {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}


def test_the_form_is_filled_with_what_is_proposed() -> None:
    form = fields()
    assert form["zone"]["element"]["initial_option"]["value"] == "America/New_York"
    assert form["opening_0"]["element"]["initial_value"] == "8:00-12:00, 13:00-17:00"
    assert "initial_value" not in form["opening_6"]["element"]
    assert form["closed_days"]["element"]["initial_value"] == "Thu 26 Nov 2026"
    assert form["digest_channels"]["element"]["initial_channels"] == ["C1", "C2"]
    assert form["digest_weekday"]["element"]["initial_option"]["value"] == "0"
    assert form["digest_at"]["element"]["initial_time"] == "09:00"
    assert form["lead"]["element"]["initial_user"] == "U1"
    assert "initial_user" not in form["backup"]["element"]
    assert form["date_order"]["element"]["initial_option"]["value"] == "month"
    assert {field["element"]["action_id"] for field in form.values()} == {"value"}


def test_only_the_people_beside_the_lead_and_closed_hours_may_be_left_empty() -> None:
    optional = {name for name, field in fields().items() if field.get("optional")}
    days = {f"opening_{weekday}" for weekday in range(7)}
    assert optional == days | {"agency", "closed_days", "backup", "sponsor", "marketing", "sales"}


def test_one_select_holds_all_the_zones_offered() -> None:
    zones = practice.zones_offered("Antarctica/Troll")
    assert len(fields(zones=zones)["zone"]["element"]["options"]) == len(zones) <= 100


@pytest.mark.parametrize(("viewer", "leads"), [(1, "You lead"), (2, "Ana leads")])
def test_set_up_says_what_comes_next(viewer: int, leads: str) -> None:
    drawn = blocks.draw_workspace_set_up(WorkspaceSetUp(SETTINGS, DEFAULT, NEXT_DIGEST, True, viewer))
    assert text(drawn.blocks).split("\n") == [
        f"Rounds is set up. {leads} the program.",
        "Next digest: Mon 30 Nov, 9:00 AM, in #C1 and #C2",
        "If I'm not in #C1 and #C2 yet, type `/invite @Rounds` there, so that I can post.",
        (
            "The outline of every week: Monday 10:00 AM, service; Thursday 4:00 PM, human; "
            "Saturday 10:00 AM, community. Change it with `/plan cadence`."
        ),
        "Next: type `/plan` to see your week.",
    ]


def test_saving_settings_again_says_that_the_plan_stays() -> None:
    drawn = blocks.draw_workspace_set_up(WorkspaceSetUp(SETTINGS, DEFAULT, NEXT_DIGEST, False, 1))
    assert drawn.text == "The settings are saved. Everything you planned stays. Type /plan to see your week."


def test_status_shows_the_settings_on_one_page_and_pings_nobody() -> None:
    drawn = blocks.draw_status_shown(status())
    assert text(drawn.blocks).split("\n") == [
        "Rounds is running. Nothing is stuck.",
        "Lead: Ana",
        "Backup: nobody yet",
        "Sponsor: nobody yet",
        "Marketing: nobody yet",
        "Sales: <!here> Sarah",
        "Next digest: Mon 30 Nov, 9:00 AM, in #C1 and #C2",
        "Outline: Monday 10:00 AM, service; Thursday 4:00 PM, human; Saturday 10:00 AM, community",
        "Opening hours (America/New York)",
        *(f"{day} 8:00-12:00, 13:00-17:00" for day in ("Mon", "Tue", "Wed", "Thu", "Fri")),
        "Sat closed",
        "Sun closed",
        "Closed on Thu 26 Nov",
        "[Change the settings]",
    ]
    assert "<!here>" not in str(drawn)
    assert "Change the settings" not in text(blocks.draw_status_shown(status(may_edit=False)).blocks)


def test_status_says_first_what_is_stuck() -> None:
    one = text(blocks.draw_status_shown(status(parked=1)).blocks)
    assert one.startswith(
        "1 message could not be delivered: a channel is archived or I am no longer in it, or somebody's account is "
        "closed."
    )
    away = text(blocks.draw_status_shown(status(parked=3, unreachable_at=NOW)).blocks)
    assert away.startswith("I could not reach Slack properly since Mon 23 Nov, 9:00 AM. Nothing is lost")


def test_many_closed_days_are_counted_rather_than_listed() -> None:
    many = replace(OPENING, closed_days=frozenset(date(2027, 1, day) for day in range(1, 29)))
    drawn = blocks.draw_status_shown(replace(status(), settings=replace(SETTINGS, opening=many)))
    assert "Tue 12 Jan 2027 and 16 more" in text(drawn.blocks)


def test_a_welcome_names_the_one_next_thing() -> None:
    fresh = text(blocks.draw_welcomed(Welcomed("C1", is_set_up=False, lead=None)).blocks)
    assert "Type `/rounds setup`, it takes two minutes." in fresh
    assert fresh.endswith("[Set up]")
    running = text(blocks.draw_welcomed(Welcomed("C1", is_set_up=True, lead=ANA)).blocks)
    assert "Ana leads the program. Type `/plan` to see this week." in running


def test_coming_shows_nothing_in_a_channel() -> None:
    assert blocks.draw_channel_joined(ChannelJoined("C1")) == Nothing()

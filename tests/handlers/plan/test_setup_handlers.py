from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from sqlmodel import col, select

from bot.commands.vocabulary import OpenSetup, SetUp, ShowStatus
from bot.domain.cadence import DEFAULT
from bot.domain.errors import Misread, NotAllowed, WrongMoment
from bot.domain.hours import Opening
from bot.domain.practice import DEFAULT_OPENING
from bot.handlers import setup
from storage.tables import DeliveryState, Member, Role, RoleHolder, Task
from tests.handlers.plan.bright_smile import MONDAY_NINE, Practice

WISHES = SetUp(
    zone="America/New_York",
    opening=DEFAULT_OPENING,
    lead="UANA",
    digest_channels=("C0SOCIAL", "C0FRONT"),
    backup="UREYES",
    sponsor="UREYES",
    marketing="UANA",
    sales="USARAH",
)


def leads(practice: Practice) -> list[str]:
    rows = select(Member.name).join(RoleHolder, col(RoleHolder.member_id) == col(Member.id))
    return list(practice.session.exec(rows.where(col(RoleHolder.role) == Role.LEAD)))


def test_the_form_proposes_the_zone_of_whoever_asks_first_and_them_as_lead(newcomers: Practice) -> None:
    newcomers.people["ben"].zone = "Antarctica/Troll"
    form = setup.open_setup(OpenSetup(), newcomers.call("ben"))
    assert form.is_first
    assert form.settings.zone == "Antarctica/Troll"
    assert form.zones[0] == "Antarctica/Troll"
    assert form.settings.holders[Role.LEAD].name == "Ben"
    assert form.settings.opening == DEFAULT_OPENING


@pytest.mark.parametrize("zone", ["", "Mars/Olympus"])
def test_a_profile_without_a_known_zone_proposes_the_usual_one(newcomers: Practice, zone: str) -> None:
    newcomers.people["ana"].zone = zone
    form = setup.open_setup(OpenSetup(), newcomers.call())
    assert form.settings.zone == "America/New_York"
    assert form.settings.zone in form.zones


def test_set_up_writes_everything_down_and_makes_the_default_outline(newcomers: Practice) -> None:
    done = setup.set_up(WISHES, newcomers.call())
    workspace = newcomers.workspace
    assert (done.is_first, done.places) == (True, DEFAULT)
    assert done.next_digest_at == datetime(2026, 11, 30, 14, tzinfo=UTC)
    assert (workspace.zone, workspace.digest_channels) == ("America/New_York", ["C0SOCIAL", "C0FRONT"])
    assert workspace.set_up_at == MONDAY_NINE
    assert Opening.from_json(workspace.opening) == DEFAULT_OPENING
    assert {role: member.name for role, member in done.settings.holders.items()} == {
        Role.LEAD: "Ana",
        Role.BACKUP: "Reyes",
        Role.SPONSOR: "Reyes",
        Role.MARKETING: "Ana",
        Role.SALES: "Sarah",
    }


def test_there_is_always_exactly_one_lead(newcomers: Practice) -> None:
    setup.set_up(WISHES, newcomers.call())
    setup.set_up(replace(WISHES, lead="UBEN", backup=""), newcomers.call())
    assert leads(newcomers) == ["Ben"]
    with pytest.raises(Misread) as refused:
        setup.set_up(replace(WISHES, lead=""), newcomers.call("ben"))
    assert refused.value.field == "lead"
    assert leads(newcomers) == ["Ben"]


def test_whoever_steps_in_for_the_lead_is_somebody_else(newcomers: Practice) -> None:
    with pytest.raises(Misread) as refused:
        setup.set_up(replace(WISHES, backup="UANA"), newcomers.call())
    assert (refused.value.field, refused.value.sentence) == (
        "backup",
        "Ana leads the program already, so somebody else steps in.",
    )
    assert newcomers.workspace.set_up_at is None


def test_a_role_that_is_left_empty_is_nobodys_any_more(newcomers: Practice) -> None:
    setup.set_up(WISHES, newcomers.call())
    again = setup.set_up(replace(WISHES, sales=""), newcomers.call())
    assert Role.SALES not in again.settings.holders


def test_setting_up_again_keeps_posts_outline_and_first_day(practice: Practice) -> None:
    first_day = practice.workspace.set_up_at
    added = practice.has_post(who="ben")
    again = setup.set_up(replace(WISHES, digest_at=time(8)), practice.call())
    assert (again.is_first, practice.workspace.set_up_at) == (False, first_day)
    assert again.places == DEFAULT
    assert practice.steps(added.post.id)[Task.PHOTO].accepted_at is None
    assert practice.workspace.digest_at == time(8)


def test_a_corrected_time_zone_keeps_every_post_at_the_hour_people_read(practice: Practice) -> None:
    added = practice.has_post()
    setup.set_up(replace(WISHES, zone="America/Los_Angeles"), practice.call())
    practice.session.expire_all()
    assert added.post.publish_at == datetime(2026, 11, 27, 0, tzinfo=UTC)
    steps = practice.steps(added.post.id)
    assert steps[Task.PUBLISH].due_at == added.post.publish_at
    assert steps[Task.PHOTO].due_at == datetime(2026, 11, 25, 0, tzinfo=UTC)


def test_past_closed_days_stay_known_when_the_form_no_longer_shows_them(practice: Practice) -> None:
    practice.workspace.opening = replace(
        DEFAULT_OPENING, closed_days=frozenset({date(2026, 11, 20), date(2026, 12, 24)})
    ).to_json()
    setup.set_up(WISHES, practice.call())
    assert Opening.from_json(practice.workspace.opening).closed_days == {date(2026, 11, 20)}


@pytest.mark.parametrize("field", ["lead", "backup", "sponsor", "marketing", "sales"])
def test_a_role_needs_a_person_of_the_team_and_says_so_beside_its_field(newcomers: Practice, field: str) -> None:
    newcomers.meets("robot", is_bot=True)
    for user_id in ("UROBOT", "UNOBODY"):
        with pytest.raises(Misread) as refused:
            setup.set_up(replace(WISHES, **{field: user_id}), newcomers.call())
        assert refused.value.field == field
    assert newcomers.workspace.set_up_at is None
    assert leads(newcomers) == []


def test_before_set_up_anybody_may_and_afterwards_the_lead_and_the_backup(newcomers: Practice) -> None:
    setup.set_up(WISHES, newcomers.call("sarah"))
    for act, command in ((setup.open_setup, OpenSetup()), (setup.set_up, WISHES)):
        with pytest.raises(NotAllowed) as refused:
            act(command, newcomers.call("ben"))
        assert "Ana can change them" in (refused.value.hint or "")
        act(command, newcomers.call("reyes"))


def test_the_form_shows_what_is_set_up_the_second_time(practice: Practice) -> None:
    practice.people["reyes"].zone = "Europe/Paris"
    form = setup.open_setup(OpenSetup(), practice.call("reyes"))
    assert not form.is_first
    assert form.settings.zone == "America/New_York"
    assert form.settings.holders[Role.LEAD].name == "Ana"
    assert form.settings.digest_channels == ("C0SOCIAL",)


def test_status_before_set_up_says_what_to_type(newcomers: Practice) -> None:
    with pytest.raises(WrongMoment, match="not set up here yet") as refused:
        setup.show_status(ShowStatus(), newcomers.call())
    assert "/rounds setup" in (refused.value.hint or "")


def test_status_counts_what_is_stuck(practice: Practice) -> None:
    assert setup.show_status(ShowStatus(), practice.call("ben")).parked == 0
    practice.has_post(who="ben")
    practice.owed()[0].state = DeliveryState.PARKED
    status = setup.show_status(ShowStatus(), practice.call("ben"))
    assert (status.parked, status.may_edit, status.places) == (1, False, DEFAULT)
    assert setup.show_status(ShowStatus(), practice.call("ana")).may_edit

"""When a step is nudged and whom, as tables of moments in a New York practice with a lunch break."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain import nudging
from bot.domain.hours import Opening
from bot.domain.team import Team
from storage.tables import ApprovalState, Offer, Reminder, Step, Task

ZONE = ZoneInfo("America/New_York")
DAY = ((time(9), time(12)), (time(13), time(17)))
OPENING = Opening((DAY,) * 5 + ((), ()))
ANA, BEN, SARAH = 1, 2, 3
TEAM = Team(lead_id=ANA, backup_id=SARAH)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


MONDAY = at(23, 10)


def step(**about: object) -> Step:
    given: dict[str, object] = {"due_at": at(26, 16), "accepted_at": MONDAY, "owner_id": BEN, **about}
    return Step(id=7, workspace_id=1, post_id=1, task=Task.PHOTO, **given)


def told(found: Step, team: Team = TEAM, opening: Opening = OPENING) -> list[tuple[str, int, str]]:
    return [
        (row.reminder, row.member_id, f"{row.moment_at.astimezone(ZONE):%a %H:%M}")
        for row in nudging.of_step(found, team, opening, ZONE)
    ]


def test_a_step_reminds_its_owner_then_asks_the_backup_then_the_lead() -> None:
    assert told(step()) == [
        ("day-before", BEN, "Wed 16:00"),
        ("due", BEN, "Thu 16:00"),
        ("overdue", BEN, "Fri 10:00"),
        ("overdue-backup", SARAH, "Fri 12:00"),
        ("overdue-lead", ANA, "Fri 17:00"),
    ]


def test_the_day_before_a_monday_is_friday() -> None:
    assert told(step(due_at=at(30, 9)))[0] == ("day-before", BEN, "Fri 09:00")


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (((time(9), time(12)),), "Wed 12:00"),
        (((time(16, 30), time(18)),), "Wed 16:30"),
        ((), "Tue 16:00"),
    ],
)
def test_the_day_before_keeps_the_hour_as_near_as_that_day_allows(
    hours: tuple[tuple[time, time], ...], expected: str
) -> None:
    opening = Opening((DAY, DAY, hours, DAY, DAY, (), ()))
    assert told(step(), opening=opening)[0] == ("day-before", BEN, expected)


def test_a_closed_day_is_no_day_before() -> None:
    opening = Opening(OPENING.weekdays, frozenset({date(2026, 11, 25)}))
    assert told(step(), opening=opening)[0] == ("day-before", BEN, "Tue 16:00")


def test_whoever_says_yes_on_the_day_before_is_not_reminded_at_once() -> None:
    assert told(step(accepted_at=at(25, 16, 30)))[0] == ("due", BEN, "Thu 16:00")


def test_a_step_taken_on_late_counts_as_due_two_open_hours_later() -> None:
    assert told(step(accepted_at=at(27, 11))) == [
        ("due", BEN, "Fri 14:00"),
        ("overdue", BEN, "Fri 16:00"),
        ("overdue-backup", SARAH, "Mon 10:00"),
        ("overdue-lead", ANA, "Mon 15:00"),
    ]


def test_a_snooze_before_it_is_due_brings_the_early_reminder_back_and_leaves_the_rest() -> None:
    assert told(step(snoozed_until=at(26, 9)))[:2] == [("day-before", BEN, "Thu 09:00"), ("due", BEN, "Thu 16:00")]


def test_a_snooze_when_it_is_overdue_starts_the_reckoning_anew_with_its_owner() -> None:
    assert told(step(snoozed_until=at(27, 9))) == [
        ("due", BEN, "Fri 09:00"),
        ("overdue", BEN, "Fri 11:00"),
        ("overdue-backup", SARAH, "Fri 14:00"),
        ("overdue-lead", ANA, "Mon 10:00"),
    ]


@pytest.mark.parametrize(
    ("about", "team", "expected"),
    [
        ({"owner_id": ANA}, TEAM, {"overdue-backup": SARAH}),
        ({"owner_id": SARAH}, TEAM, {"overdue-lead": ANA}),
        ({}, Team(lead_id=ANA), {"overdue-lead": ANA}),
        ({}, Team(lead_id=ANA, backup_id=ANA), {"overdue-backup": ANA}),
        ({}, Team(lead_id=ANA, backup_id=SARAH, gone=frozenset({SARAH})), {"overdue-lead": ANA}),
        ({}, Team(lead_id=ANA, backup_id=SARAH, gone=frozenset({ANA})), {"overdue-backup": SARAH}),
        ({}, Team(), {}),
    ],
)
def test_help_is_asked_of_each_other_person_who_is_there_once(
    about: dict[str, object], team: Team, expected: dict[str, int]
) -> None:
    helpers = {reminder: member for reminder, member, _ in told(step(**about), team) if reminder not in nudging.OWN}
    assert helpers == expected


def test_the_steps_of_somebody_whose_account_is_deactivated_remind_the_lead() -> None:
    assert {member for _, member, _ in told(step(), Team(ANA, SARAH, frozenset({BEN})))} == {ANA, SARAH}


@pytest.mark.parametrize("answer", ["held", "rejected"])
def test_nobody_is_reminded_of_a_look_that_is_on_hold_or_was_a_no(answer: str) -> None:
    assert told(step(answer=ApprovalState(answer))) == []
    assert told(step(answer=ApprovalState.CHANGES)), "it is looked at again once it is changed"


@pytest.mark.parametrize("about", [{"done_at": MONDAY}, {"accepted_at": None}])
def test_nothing_is_said_about_a_step_that_is_done_or_that_nobody_said_yes_to(about: dict[str, object]) -> None:
    assert told(step(**about)) == []


def test_nothing_is_said_where_nobody_is_ever_in() -> None:
    assert told(step(), opening=Opening(((),) * 7)) == []


def test_only_the_latest_reminder_that_is_reached_counts() -> None:
    rows = nudging.of_step(step(), TEAM, OPENING, ZONE)
    reached = nudging.latest(rows, at(27, 13))
    assert reached is not None
    assert reached.reminder is Reminder.OVERDUE_BACKUP
    assert nudging.latest(rows, at(25, 15)) is None


def asked(made_at: datetime, due_at: datetime, team: Team = TEAM, member_id: int = BEN) -> list[tuple[str, int, str]]:
    offer = Offer(id=3, workspace_id=1, post_id=1, member_id=member_id, made_at=made_at, tasks=["photo"])
    rows = nudging.of_offer(offer, [step(due_at=due_at, accepted_at=None)], team, OPENING, ZONE)
    return [(row.reminder, row.member_id, f"{row.moment_at.astimezone(ZONE):%a %H:%M}") for row in rows]


def test_a_question_is_repeated_after_half_an_open_hour_then_the_backup_is_asked_and_then_the_lead() -> None:
    assert asked(MONDAY, at(30, 16)) == [
        ("unanswered", BEN, "Mon 10:30"),
        ("unanswered-backup", SARAH, "Mon 11:00"),
        ("unanswered-lead", ANA, "Tue 10:30"),
    ]
    assert asked(at(23, 16, 50), at(30, 16))[:2] == [
        ("unanswered", BEN, "Tue 09:20"),
        ("unanswered-backup", SARAH, "Tue 09:50"),
    ]


def test_how_long_a_question_may_wait_can_be_set() -> None:
    offer = Offer(id=3, workspace_id=1, post_id=1, member_id=BEN, made_at=MONDAY, tasks=["photo"])
    rows = nudging.of_offer(offer, [step(accepted_at=None)], TEAM, OPENING, ZONE, within=240)
    assert [f"{row.moment_at.astimezone(ZONE):%a %H:%M}" for row in rows[:2]] == ["Mon 15:00", "Tue 11:00"]


def test_the_lead_hears_sooner_of_a_question_about_something_due_soon() -> None:
    assert asked(MONDAY, at(23, 17))[-1] == ("unanswered-lead", ANA, "Mon 17:00")
    assert asked(MONDAY, at(23, 11))[-1] == ("unanswered-lead", ANA, "Mon 13:30")


def test_without_a_backup_the_lead_is_asked_in_their_place() -> None:
    rows = asked(MONDAY, at(30, 16), Team(lead_id=ANA))
    assert rows == [("unanswered", BEN, "Mon 10:30"), ("unanswered-lead", ANA, "Mon 11:00")]


def test_a_question_to_the_lead_is_repeated_to_the_lead_alone() -> None:
    assert asked(MONDAY, at(30, 16), member_id=ANA) == [("unanswered", ANA, "Mon 10:30")]


def test_a_question_to_somebody_whose_account_is_deactivated_goes_to_the_lead_at_once() -> None:
    team = Team(ANA, SARAH, frozenset({BEN}))
    assert asked(at(23, 20), at(30, 16), team) == [("unanswered-lead", ANA, "Tue 09:00")]


@pytest.mark.parametrize(("now", "until"), [(at(23, 10), at(24, 9)), (at(27, 16), at(30, 9)), (at(24, 3), at(25, 9))])
def test_tomorrow_is_the_start_of_the_next_opening_day(now: datetime, until: datetime) -> None:
    assert nudging.tomorrow(now, OPENING, ZONE) == until


def test_help_is_asked_of_the_lead_and_by_the_lead_of_the_backup() -> None:
    assert (TEAM.helper_of(BEN), TEAM.helper_of(ANA), Team(ANA).helper_of(ANA)) == (ANA, SARAH, None)

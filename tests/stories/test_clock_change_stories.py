"""The weeks in which the clocks change: digest and reminders come once each, at the hour on the practice's wall."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from opening import set_up
from street import Street

from simulator.people import Practice

NEW_YORK, LORD_HOWE = "America/New_York", "Australia/Lord_Howe"
OPEN_HOURS = {f"{hour:02}:00" for hour in (8, 9, 10, 11, 12, 13, 14, 15, 16, 17)}
WEEKS = [
    pytest.param((NEW_YORK, "2027-03-08 09:30"), id="New York in March"),
    pytest.param((NEW_YORK, "2026-10-26 09:30"), id="New York in November"),
    pytest.param((LORD_HOWE, "2026-09-28 09:30"), id="Lord Howe in October"),
    pytest.param((LORD_HOWE, "2027-03-29 09:30"), id="Lord Howe in April"),
]
"""Each begins on the Monday before the change, which is on its Sunday."""


@pytest.fixture(params=WEEKS)
def practice(request: pytest.FixtureRequest, street: Street, database_url: str) -> Iterator[Practice]:
    """The practice in such a place and week, set up on Monday morning."""
    zone, begins = request.param
    start = datetime.fromisoformat(begins).replace(tzinfo=ZoneInfo(zone))
    with street.play(database_url, start=start) as rounds:
        for person in street.slack.workspace().humans():
            person.tz = zone
        practice = Practice(street.slack, settle=rounds.settle)
        set_up(practice)
        yield practice


def test_digest_and_reminders_come_once_each_at_the_hour_on_the_wall(practice: Practice) -> None:
    """The photo of a Tuesday post is due before the change, on Friday, the rest of its steps after it."""
    ana, ben = practice.people("ana", "ben")
    ana.types("/plan add next tue 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    practice.skip_to("friday 16:00")
    assert ben.new_messages()[-1].startswith("The photo for Meet our hygienist is due now.")
    ben.clicks("Done")
    practice.skip_to("monday 8:59")
    assert _digests(practice) == []
    practice.skip_to("monday 9:01")
    assert len(_digests(practice)) == 1
    practice.skip_to("monday 15:59")
    ana.new_messages()
    practice.skip_to("monday 16:00")
    assert [said.splitlines()[0] for said in ana.new_messages()] == ["The caption for Meet our hygienist is due now."]
    practice.skip_to("tuesday 15:59")
    ana.new_messages()
    practice.skip_to("tuesday 16:00")
    assert len([said for said in ana.new_messages() if "Publishing for Meet our hygienist is due now." in said]) == 1
    assert ben.hears_nothing_more()
    practice.skip_to("sunday 23:00")
    practice.skip_to("monday 9:01")
    assert [_local(practice, at) for at in _digests(practice)] == ["Monday 09:00", "Monday 09:00"]
    assert {_local(practice, at).partition(" ")[2] for at in _reminders(practice)} <= OPEN_HOURS


def _digests(practice: Practice) -> list[str]:
    posted = practice.slack.journal.entries("chat.postMessage")
    return [entry.at for entry in posted if "Empty places" in entry.line() or "Nothing was planned" in entry.line()]


def _reminders(practice: Practice) -> list[str]:
    return [entry.at for entry in practice.slack.journal.entries("chat.postMessage") if "is due" in entry.line()]


def _local(practice: Practice, at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone(practice.zone):%A %H:%M}"

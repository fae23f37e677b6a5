"""A calendar that follows the plan: subscribed to once, right from then on, and closed when it should be."""

import re
import urllib.error
import urllib.request
from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from icalendar import Calendar, Event
from opening import set_up
from street import Street

from bot.app import Rounds
from simulator.people import Actor, Practice
from storage.tables import Member


def address(person: Actor, title: str) -> str:
    found = re.search(rf"{title}\n.*?(http://\S+\.ics)", person.types("/rounds calendar"))
    assert found is not None
    return found[1]


def looked_up(address: str, mark: str = "") -> tuple[int, dict[str, str], bytes]:
    asked = urllib.request.Request(address, headers={"If-None-Match": mark} if mark else {})  # noqa: S310 - our own
    try:
        with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310 - as above
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def entries(address: str) -> dict[str, Event]:
    status, headers, data = looked_up(address)
    assert status == HTTPStatus.OK
    assert headers["content-type"].startswith("text/calendar")
    return {str(entry["uid"]): entry for entry in Calendar.from_ical(data).walk("VEVENT")}


def test_the_plan_is_in_the_calendar_and_moves_and_goes_with_it(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist; 10, or more? #human @ben")
    plan = address(ana, "The whole plan")
    [(uid, entry)] = entries(plan).items()
    assert str(entry["summary"]) == "Meet our hygienist; 10, or more? (human)"
    assert entry["dtstart"].dt == datetime(2026, 11, 26, 21, 0, tzinfo=UTC)
    assert b"X-WR-TIMEZONE:America/New_York" in looked_up(plan)[2]

    ana.types("/plan")
    ana.clicks("Open")
    ana.clicks("Change it")
    ana.fills_in({"What time?": "17:00"})
    ana.submits()
    ana.closes(everything=True)
    moved = entries(plan)
    assert list(moved) == [uid]
    assert moved[uid]["dtstart"].dt == datetime(2026, 11, 26, 22, 0, tzinfo=UTC)
    assert int(moved[uid]["sequence"]) == 1

    ben.clicks("I'll do it")
    [step] = entries(address(ben, "What waits for you")).values()
    assert str(step["summary"]) == "Photo: Meet our hygienist; 10, or more?"
    ana.types("/plan")
    ana.clicks("Open")
    ana.clicks("Take out")
    assert entries(plan) == {}
    assert entries(address(ben, "What waits for you")) == {}

    ben.types("/rounds duties")
    ben.clicks("Learning")
    ben.fills_in({"Minutes a week you can give it": "45"})
    ben.submits()
    office.skip_to("tuesday 10:00")
    [learning] = entries(address(ben, "What waits for you")).values()
    assert str(learning["summary"]) == "Learning"
    assert learning["dtstart"].dt == datetime(2026, 11, 30, 21, 15, tzinfo=UTC)
    assert "describing a picture" in str(learning["description"])


def test_an_unchanged_calendar_is_not_sent_again(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    plan = address(ana, "The whole plan")
    _, headers, _ = looked_up(plan)
    status, _, data = looked_up(plan, headers["etag"])
    assert (status, data) == (HTTPStatus.NOT_MODIFIED, b"")
    ana.types("/plan add dec 1 10am Why we floss #service")
    assert looked_up(plan, headers["etag"])[0] == HTTPStatus.OK


def test_an_address_is_private_renewable_and_of_one_practice(
    office: Practice, valley: Practice, rounds: Rounds, capsys: pytest.CaptureFixture[str]
) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    plan, waits = address(ana, "The whole plan"), address(ana, "What waits for you")
    assert len({plan, waits, address(ben, "The whole plan")}) == 3
    assert plan == address(ana, "The whole plan")
    assert len(plan.rpartition("/")[2]) > 40
    ana.types("/rounds calendar")
    assert "The whole plan has a new address. The old one is closed." in ana.clicks("Renew the plan's")
    assert [looked_up(each)[0] for each in (plan, waits)] == [HTTPStatus.NOT_FOUND, HTTPStatus.OK]
    assert looked_up(address(ana, "The whole plan"))[0] == HTTPStatus.OK
    assert looked_up(plan.rpartition("/")[0] + "/guessed.ics")[0] == HTTPStatus.NOT_FOUND
    assert looked_up(plan.rpartition("/")[0] + f"/{'x' * 500}.ics")[0] == HTTPStatus.NOT_FOUND
    captured = capsys.readouterr()
    assert plan.rpartition("/")[2] not in captured.out + captured.err
    assert rounds.read_calendar("") is None
    assert "not set up here yet" in valley.person("omar").types("/rounds calendar")


def test_the_practice_next_door_has_its_own(office: Practice, valley: Practice) -> None:
    omar = valley.person("omar")
    omar.types("/rounds setup")
    omar.fills_in({"Where does the weekly digest go?": ["#social"]})
    omar.submits()
    omar.closes()
    office.person("ana").types("/plan add thu 4pm Meet our hygienist #human")
    assert entries(address(omar, "The whole plan")) == {}


def test_whoever_leaves_takes_no_calendar_along(office: Practice, rounds: Rounds) -> None:
    ana, ben = office.people("ana", "ben")
    bens, anas = address(ben, "The whole plan"), address(ana, "The whole plan")
    rounds.desk.meet(office.workspace.id, Member(user_id=ben.id, name="Ben", is_deactivated=True))
    assert [looked_up(each)[0] for each in (bens, anas)] == [HTTPStatus.NOT_FOUND, HTTPStatus.OK]
    rounds.forget(office.workspace.id)
    assert looked_up(anas)[0] == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("without", [{"public_url": ""}, {"slack_app_token": "xapp-1"}], ids=["address", "http"])
def test_where_no_calendar_program_can_reach_it_that_is_said(
    street: Street, database_url: str, without: dict[str, str]
) -> None:
    with street.play(database_url, **without) as rounds:
        office = Practice(street.slack, settle=rounds.settle)
        set_up(office)
        said = office.person("ana").types("/rounds calendar")
    assert "Calendars need an address on the internet that your calendar program can read." in said
    assert ".ics" not in said

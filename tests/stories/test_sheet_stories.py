"""The plan as a file: Ana takes it along as a workbook, works on it, and sees what would change before it does."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from simulator.people import Practice


@pytest.fixture
def planned(office: Practice) -> Practice:
    """Three posts in the plan, one of them Ben's to photograph."""
    ana = office.person("ana")
    for typed in (
        "thu 4pm Meet our hygienist #human @ben",
        "dec 1 10am Why we floss #service",
        "dec 5 11am Food drive #community",
    ):
        ana.types(f"/plan add {typed}")
    return office


def received(practice: Practice) -> bytes:
    """The newest file the app has sent."""
    sent = [file for file in practice.workspace.files.values() if file.name.startswith("plan-")]
    return sent[-1].content


def worked_on(data: bytes, change: Callable[[Any], None]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    change(book["Plan"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_plan_goes_out_as_a_workbook_and_what_comes_back_is_seen_first(planned: Practice) -> None:
    ana, ben = planned.people("ana", "ben")
    ben.clicks("I'll do it")
    said = ana.types("/plan export")
    assert "The plan is on its way to your direct messages with me, as an Excel workbook." in said
    assert "share the file here again" in ana.dm
    book = load_workbook(io.BytesIO(received(planned)))
    assert book.sheetnames == ["Plan", "Nov 2026", "Dec 2026"]

    def change(plan: Any) -> None:
        plan["E2"], plan["C2"], plan["F2"] = "Meet Dana, our hygienist", "17:00", "People ask for her"
        plan["O3"] = "take out"
        plan.append([None, "2026-12-10", "09:00", "human", "Our first patient tells", None, "experience"])
        plan["I5"] = "Ten years ago today"

    told = ana.uploads(worked_on(received(planned), change), "plan.xlsx")
    assert "Your sheet would change this: 1 post new, 1 post changed and 1 post taken out." in told
    assert "+ Our first patient tells on Thu 10 Dec, 9:00 AM (human)" in told
    assert "the time, from 4:00 PM to 5:00 PM" in told
    assert "takes out Why we floss of Tue 1 Dec" in told
    assert "4:00 PM, human\nMeet our hygienist" in ana.types("/plan")

    assert "Done: 1 post added, 1 post changed and 1 post taken out." in ana.clicks("Apply")
    week = ana.types("/plan")
    assert "5:00 PM, human\nMeet Dana, our hygienist" in week
    assert "5:00 PM" in ben.last_message
    ana.types("/plan export csv")
    text = received(planned).decode("utf-8-sig")
    assert "Why we floss" not in text
    assert "Our first patient tells,,experience,,Ten years ago today" in text


def test_a_sheet_that_changes_nothing_says_so_and_so_does_one_shared_twice(planned: Practice) -> None:
    ana = planned.person("ana")
    ana.types("/plan export")
    assert "That sheet says what the plan says: 3 posts, all the same." in ana.uploads(received(planned), "plan.xlsx")
    ana.types("/plan export csv")
    assert "3 posts, all the same" in ana.uploads(received(planned), "plan.csv")


def test_wrong_cells_are_named_and_nothing_changes(planned: Practice) -> None:
    ana = planned.person("ana")
    ana.types("/plan export")

    def change(plan: Any) -> None:
        plan["D2"], plan["B3"], plan["J4"] = "funny", "soon", "our page"
        plan.append([7, "2026-12-10", "09:00", "human", "x"])
        plan.append([None, "2026-12-10", None, "human", "=1+1"])
        plan.append([None, "2026-11-01", "09:00", "human", "Too late"])

    told = ana.uploads(worked_on(received(planned), change), "plan.xlsx")
    assert "6 cells don't fit yet, so nothing has changed." in told
    for named in (
        "Plan!D2: This can be service, human or community.",
        'Plan!B3: I can\'t read "soon" as a date. Write it like 2026-12-03.',
        "Plan!J4: I can keep links that begin with https://",
        "Plan!A5: There is no post 7 in the plan. Leave the number empty for a new post.",
        "Plan!E6: There is a formula here.",
        "Plan!B7: Sun 1 Nov 2026, 9:00 AM is over.",
    ):
        assert named in told
    assert "Meet our hygienist" in ana.types("/plan")


def test_what_somebody_changed_in_the_meantime_is_not_written_over(planned: Practice) -> None:
    ana, sarah = planned.people("ana", "sarah")
    ana.types("/plan export")
    data = received(planned)
    ana.uploads(worked_on(data, lambda plan: plan.__setitem__("E2", "Meet Dana")), "plan.xlsx")
    sarah.types("/plan")
    sarah.clicks("Open", on="Meet our hygienist")
    sarah.clicks("Change it")
    sarah.fills_in({"What is it about?": "Meet our new hygienist"})
    sarah.submits()
    sarah.closes(everything=True)
    assert "Plan!E2: Somebody changed this in Slack after the sheet was made." in ana.clicks("Apply")
    assert "Meet our new hygienist" in ana.types("/plan")


def test_cancel_leaves_everything_and_only_those_who_lead_may_share_a_sheet(planned: Practice) -> None:
    ana, ben = planned.people("ana", "ben")
    ana.types("/plan export")
    changed = worked_on(received(planned), lambda plan: plan.__setitem__("E2", "Meet Dana"))
    ana.uploads(changed, "plan.xlsx")
    assert "I've set that sheet aside. Nothing has changed." in ana.clicks("Cancel")
    assert "Only the lead and the backup can put a sheet into the plan. Ana can do it." in ben.uploads(
        changed + b" ", "mine.xlsx"
    )
    assert "Meet our hygienist" in ana.types("/plan")


def test_any_other_file_is_refused_in_one_sentence_and_a_sheet_in_a_channel_is_not_ours(planned: Practice) -> None:
    ana = planned.person("ana")
    book, out = Workbook(), io.BytesIO()
    book.save(out)
    assert "and found nothing in it" in ana.uploads(out.getvalue(), "other.xlsx")
    assert "These columns are missing: Time, Kind." in ana.uploads(b"Date,What\n2026-12-01,x", "half.csv")
    assert ana.uploads(b"Name,Phone\nx,1", "people.csv", "#social") == ""


def test_an_app_that_may_not_send_files_says_what_to_do(planned: Practice, refused: set[str]) -> None:
    ana = planned.person("ana")
    assert planned.workspace.installation is not None
    planned.workspace.installation.scopes -= {"files:write"}
    refused.add("files.getUploadURLExternal: missing_scope")
    ana.types("/plan export")
    assert "I may not send files in this workspace yet" in ana.dm


def test_a_year_of_plan_is_put_in_while_nobody_waits_for_it(office: Practice) -> None:
    ana = office.person("ana")
    days = [date(2026, 12, 1) + timedelta(days=number) for number in range(41)]
    text = "Date,Time,Kind,What\n" + "".join(f"{on},10:00,human,Post of {on}\n" for on in days)
    assert "Your sheet would change this: 41 posts new." in ana.uploads(text.encode(), "year.csv")
    ana.clicks("Apply")
    assert "I'm putting 41 changes into the plan. I'll tell you when it is done." in ana.dm
    assert "Done: 41 posts added." in ana.dm
    assert "Post of 2027-01-10" in ana.types("/plan 2027-01-10")
    with pytest.raises(AssertionError):
        ana.clicks("Apply")

"""`rounds export` and `rounds import`, as whoever looks after the bot uses them."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot import __main__ as command_line
from storage import everything
from storage.engine import Database
from storage.tables import Caption, Delivery, Member, Post, Role, RoleHolder, Step, Workspace

NOW = datetime.now(UTC).replace(microsecond=0)  # the command line asks the real clock
SOON = (NOW + timedelta(days=30)).replace(hour=15, minute=0, second=0)


def practice(url: str) -> None:
    database = Database(url)
    with database.transaction() as session:
        opening = {"weekdays": ["9:00-17:00"] * 5 + ["", ""], "closed_days": []}
        session.add(
            Workspace(
                team_id="T1", name="Bright Smile", zone="America/New_York", opening=opening, created_at=NOW,
                set_up_at=NOW, posts_numbered=1,
            )
        )  # fmt: skip
        session.flush()
        session.add(Member(workspace_id=1, user_id="U1", name="Ana", seen_at=NOW))
        session.flush()
        session.add(RoleHolder(workspace_id=1, role=Role.LEAD, member_id=1))
        session.add(
            Post(
                workspace_id=1, number=1, on=SOON.date(), publish_at=SOON, kind="human", what="Möwe",
                added_by=1, added_at=NOW,
            )
        )  # fmt: skip
        session.flush()
        session.add(Step(workspace_id=1, post_id=1, task="photo", owner_id=1, due_at=SOON, accepted_at=NOW))
        session.add(Caption(workspace_id=1, post_id=1, network="", words="Hello"))
        session.add(
            Delivery(
                workspace_id=1, key="nudge/1/x", kind="nudge", recipient="U1", about={"member": 1}, due_at=NOW,
                state="sent", sent_at=NOW, made_at=NOW,
            )
        )  # fmt: skip
    database.close()


@pytest.fixture
def at_home(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to work in, beside a practice's database."""
    practice(database_url)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", database_url)
    return tmp_path


def rows(url: str) -> dict[str, Any]:
    database = Database(url)
    with database.reading() as session:
        found = everything.dump(session, 1)
    database.close()
    return found


def test_the_plan_goes_into_a_workbook_and_back(
    at_home: Path, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["export", "plan.xlsx"]) == 0
    assert command_line.main(["import", "plan.xlsx", "--yes"]) == 0
    assert "1 post, all the same" in capsys.readouterr().out
    book = load_workbook(at_home / "plan.xlsx")
    book["Plan"]["E2"] = "Gulls"
    book["Plan"].append([None, (SOON + timedelta(days=1)).date(), "10:00", "service", "New"])
    book.save(at_home / "plan.xlsx")
    assert command_line.main(["import", "plan.xlsx"]) == 1
    told = capsys.readouterr()
    assert "1 post new and 1 post changed" in told.out
    assert "Nothing has changed." in told.err
    assert command_line.main(["import", "plan.xlsx", "--yes"]) == 0
    found = rows(database_url)["post"]
    assert isinstance(found, list)
    assert [(post["what"], post["version"]) for post in found] == [("Gulls", 2), ("New", 1)]


def test_a_wrong_sheet_or_place_is_told_in_one_line(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (at_home / "plan.csv").write_text(f"Date,Time,Kind,What\n{date(2020, 1, 1)},10:00,human,Old\n")
    for words, told in (
        (["import", "plan.csv"], "A2: Wed 1 Jan 2020, 10:00 AM is over."),
        (["import", "missing.xlsx"], "missing.xlsx: No such file or directory"),
        (["export", "plan.doc"], "A file ends in .xlsx or .csv for the plan, or in .json"),
        (["export", "plan.csv", "--workspace", "Elsewhere"], "There are: T1 (Bright Smile)."),
    ):
        assert command_line.main(words) == 1
        said = capsys.readouterr()
        assert told in said.out + said.err


def test_everything_of_a_workspace_comes_back_as_it_was(
    at_home: Path, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows(database_url)
    assert command_line.main(["export", "all.json"]) == 0
    text = (at_home / "all.json").read_text()
    assert "Möwe" in text
    assert "xoxb" not in text
    assert command_line.main(["import", "all.json"]) == 1
    assert "Bright Smile is set up here already." in capsys.readouterr().err
    database = Database(database_url)
    with database.transaction() as session:
        session.delete(session.get_one(Workspace, 1))
    assert command_line.main(["import", "all.json"]) == 0
    assert rows(database_url) == before
    with database.transaction() as session:
        session.add(Member(workspace_id=1, user_id="U2", seen_at=NOW))  # new rows are numbered after the old ones
    database.close()


def test_what_an_earlier_version_wrote_comes_back_under_the_names_of_today(at_home: Path, database_url: str) -> None:
    database = Database(database_url)
    with database.transaction() as session:
        session.delete(session.get_one(Workspace, 1))
    database.close()
    of_it, then = {"workspace_id": 1}, "2026-03-02T14:00:00+00:00"
    lead = {**of_it, "came_on": "2026-03-02", "logged_at": then, "stage": "open"}
    earlier = {
        "format": "rounds-workspace/1",
        "workspace": [{"id": 1, "team_id": "T1", "name": "Bright Smile", "created_at": then, "set_up_at": then}],
        "member": [{**of_it, "id": 7, "user_id": "U1", "name": "Ana", "seen_at": then}],
        "lead": [
            {**lead, "id": 1, "number": 1, "source": "instagram"},
            {**lead, "id": 2, "number": 2, "source": "phone"},
            {**lead, "id": 3, "number": 3, "source": "unknown"},
        ],
        "line": [
            {
                **of_it,
                "id": 4,
                "week": "2026-W09",
                "side": "sales",
                "member_id": 7,
                "words": "Quiet",
                "written_at": then,
            }
        ],
    }
    (at_home / "old.json").write_text(json.dumps(earlier))
    assert command_line.main(["import", "old.json"]) == 0
    found = rows(database_url)
    assert [(lead["guessed"], lead["network"], lead["tracked"]) for lead in found["lead"]] == [
        ("instagram", "instagram", ""),
        ("phone", "", ""),
        ("", "", ""),
    ]
    assert [(line["good"], line["bad"], line["in_between"]) for line in found["line"]] == [("", "", "Quiet")]
    assert found["workspace"][0]["leads_weekday"] == 3


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("no json", "That file is no JSON."),
        ("[]", "That file is no export of a workspace."),
        ("{}", "not an export of a workspace by this version"),
        ({"revision": "9999", "workspace": [{"team_id": "T9", "name": "X"}]}, "Update this one, then take it in."),
        ({"workspace": [{"team_id": "T9", "name": "X", "colour": 1}]}, "changed in a way that can't be read"),
        ({"workspace": [{"team_id": "T9", "name": "X", "created_at": "soon"}]}, "changed in a way that can't be read"),
    ],
)
def test_what_is_no_export_changes_nothing(
    at_home: Path, capsys: pytest.CaptureFixture[str], given: str | dict[str, object], told: str
) -> None:
    database = Database(os.environ["DATABASE_URL"])
    with database.transaction() as session:
        session.delete(session.get_one(Workspace, 1))
    database.close()
    text = given if isinstance(given, str) else json.dumps({"format": everything.FORMAT, **given})
    (at_home / "all.json").write_text(text)
    assert command_line.main(["import", "all.json"]) == 1
    assert told in capsys.readouterr().err

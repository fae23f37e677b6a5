"""`rounds import` with a file of figures: the preview, the questions on a terminal, and a large file."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import func, select

from bot import __main__ as command_line
from storage.engine import Database
from storage.tables import Figures, FiguresFile, Lead, Member, Post, Role, RoleHolder, Workspace

ROWS = 10_000
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
HEAD = "Post ID,Description,Publish time,Permalink,Post type,Views,Reach,Likes,Shares,Comments,Saves\n"


@pytest.fixture
def at_home(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to work in, beside a practice's database with one post that is out."""
    database = Database(sqlite_url)
    with database.transaction() as session:
        session.add(Workspace(team_id="T1", name="Bright Smile", created_at=NOW, set_up_at=NOW, posts_numbered=1))
        session.flush()
        session.add(Member(workspace_id=1, user_id="U1", name="Ana", seen_at=NOW))
        session.flush()
        session.add(RoleHolder(workspace_id=1, role=Role.LEAD, member_id=1))
        at = datetime(2025, 11, 24, 21, 0, tzinfo=UTC)
        session.add(
            Post(
                workspace_id=1, number=1, on=at.date(), publish_at=at, kind="human", what="Meet Dana", added_at=at,
                posted_at=at,
            )
        )  # fmt: skip
    database.close()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return tmp_path


class Typing(io.StringIO):
    """Somebody at a terminal who has typed all of this beforehand."""

    def isatty(self) -> bool:
        return True


def test_a_file_is_shown_agreed_to_and_known_the_second_time(
    at_home: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = at_home / "figures.csv"
    file.write_text(
        HEAD + "1,Meet Dana our hygienist,11/24/2025 16:01,https://www.instagram.com/p/A1/,IG image,9,8,7,,,\n"
    )
    assert command_line.main(["import", "figures.csv"]) == 1
    assert "Nothing has changed." in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", Typing("y\n"))
    assert command_line.main(["import", "figures.csv"]) == 0
    said = capsys.readouterr().out
    assert "1 post found in the plan by time and words: Meet Dana, Mon 24 Nov." in said
    assert "Done: 1 post's numbers, from file 1 (Instagram content)." in said
    assert command_line.main(["import", "figures.csv", "--yes"]) == 0
    assert "That is file 1 (Instagram content), taken in before. It adds nothing." in capsys.readouterr().out
    database = Database(sqlite_url)
    with database.reading() as session:
        row = session.exec(select(Figures)).one()
        assert (row.reach, row.network, row.outside_id, row.row, row.file_id) == (8, "instagram", "instagram:A1", 2, 1)
        assert session.exec(select(Post.posted_link)).one() == "https://www.instagram.com/p/A1/"
    database.close()


def test_an_own_table_is_asked_about_on_a_terminal_and_nowhere_else(
    at_home: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = at_home / "calls.csv"
    people = "".join(f"Maria Gonzalez {n},555-01{n:02}-2233,2025-11-{n:02},Instagram,booked\n" for n in range(10, 20))
    file.write_text("Name,Phone,Called on,Where from,How far\n" + people)
    assert command_line.main(["import", "calls.csv", "--yes"]) == 1
    assert "I don't know this table yet" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", Typing("leads\nday\nsaid\nstage\ny\n"))
    assert command_line.main(["import", "calls.csv"]) == 0
    said = capsys.readouterr().out
    assert "Left unread, because it is about people: Name and Phone." in said
    assert "Done: 10 leads, from file 1 (Your own table)." in said
    assert "Gonzalez" not in said
    database = Database(sqlite_url)
    with database.reading() as session:
        assert session.exec(select(func.count()).select_from(Lead).where(Lead.stage == "booked")).one() == 10
        file_row = session.exec(select(FiguresFile)).one()
        assert {what: count for what, count in file_row.read["done"].items() if count} == {"leads": 10}
    database.close()


def test_a_large_file_needs_little_memory_and_says_how_far_it_is(at_home: Path) -> None:
    file = at_home / "large.csv"
    with file.open("w") as out:
        out.write("id,created_time,ad_id,ad_name,campaign_id,form_id,is_organic,platform,full_name,what_do_you_wish\n")
        for n in range(ROWS):
            day = f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}T09:{n % 60:02}:00-05:00"
            out.write(f"l:{7000 + n},{day},ag:1,Whitening,c:1,f:4,false,ig,Maria Gonzalez {n},please call me {n}\n")
    done = subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-c", _MEASURED, "import", "large.csv", "--yes"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"{ROWS:,} rows read" in done.stderr
    assert f"{ROWS:,} rows written" in done.stderr
    assert f"Done: {ROWS:,} leads, from file 1 (Meta lead forms)." in done.stdout, done.stderr
    peak = int(done.stdout.rpartition("peak ")[2])
    assert peak < 200_000, f"{peak} kB"


_MEASURED = """
import re, sys
from pathlib import Path
from bot.__main__ import main
main(sys.argv[1:])
status = Path("/proc/self/status")  # what getrusage says begins with the parent's memory
print("peak", re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1] if status.exists() else 0)
"""

"""One process serves a SQLite file; the lock goes with whoever holds it."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.alone import Taken, alone
from storage.engine import Unavailable

_ROOT = Path(__file__).parents[2]
_HOLD = """
import sys
from storage.alone import alone
with alone(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_one_is_turned_away_until_the_first_has_left(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/rounds.sqlite"
    with alone(url), pytest.raises(Taken), alone(url):
        pass
    with alone(url):
        pass


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/rounds.sqlite"
    holder = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _HOLD, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(Taken), alone(url):
        pass
    holder.kill()
    holder.communicate()
    with alone(url):
        pass


def test_where_no_lock_can_be_the_database_counts_as_gone(tmp_path: Path) -> None:
    (tmp_path / "nowhere").write_text("a file, in which no file can be")
    with pytest.raises(Unavailable), alone(f"sqlite:///{tmp_path}/nowhere/rounds.sqlite"):
        pass


@pytest.mark.parametrize("url", ["sqlite://", "postgresql://nobody@127.0.0.1:9/none"])
def test_what_is_no_file_may_be_served_by_several(url: str) -> None:
    with alone(url), alone(url):
        pass

"""dateparser is asked only about dates that are spelled out, and waits outside until then."""

import subprocess
import sys

import pytest
from when_typed import typed_at

from bot.commands.when import Moment, read_moment, warm
from bot.commands.when.second import read

WEDNESDAY = typed_at("2026-11-25 10:00")


def test_nobody_waits_for_dateparser_who_does_not_need_it() -> None:
    program = """
import sys
sys.path.insert(0, "tests/commands")
from when_typed import typed_at
from bot.commands.when import read_moment, split_moment
from bot.domain.errors import Misread
for typed in ("thu 4pm", "donnerstag 16 uhr", "3 decembre 2026", "lorem ipsum dolor"):
    try:
        read_moment(typed, typed_at("2026-11-25 10:00"))
    except Misread:
        pass
print("dateparser" in sys.modules)
"""
    asked = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert asked.stdout.strip() == "False"


def test_it_can_be_warmed_before_anybody_asks() -> None:
    warm()
    assert "dateparser" in sys.modules


@pytest.mark.parametrize(
    "typed",
    [
        "2 weeks ago",
        "3 Dec",
        "December 2026",
        "2026 Dec 3 4",
        "2026 Dec 3 3",
        "2026 Dec 3 4:00",
        "2026 Dec 3 11:30",
        "2026 Dec 3 pm",
        "2026 Dec 3 4:00 PM EST",
        "2026 Dec 3 4:00 +0100",
        "2026 Dec 3 Nov",
        "2026 2027 Dec 3",
        "Fri 2026 Dec 3",
        "2026 Dec 31 31 pm",
        "2026 décembre 3",
        "3 Dez 2026",
        "around 2026 Dec 3",
        "not 2026 Dec 3",
        "2026 Dec 3 or 4",
        "2026 Dec 3~",
    ],
)
def test_what_it_would_have_to_guess_is_not_taken_from_it(typed: str) -> None:
    assert read(typed, WEDNESDAY) is None


@pytest.mark.parametrize("month", ["jan", "february", "MAR", "apr.", "may", "sep", "Oct"])
@pytest.mark.parametrize("clock", ["", " 4:05 PM", " 04:05", " 16:05:00"])
def test_what_it_reads_is_what_the_table_reads_in_the_usual_order(month: str, clock: str) -> None:
    usual = read_moment(f"9 {month} 2027{clock.replace(':00', '')}", WEDNESDAY)
    assert read(f"2027 {month} 9{clock}", WEDNESDAY) == usual == Moment(usual.on, usual.at)

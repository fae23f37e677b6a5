"""What office people type, against answers worked out by hand on a calendar, twice, before anything read them.

In `when_cases.csv` each phrase is typed at a local time, in a zone, in a workspace that writes the day or the month
first, in a practice with these opening hours. The answer is a local day and time, or "refused" and words of the
reason.
"""

import csv
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from when_typed import OPENING

from bot.commands.when import Moment, Reading, read_moment
from bot.domain.errors import Misread
from bot.domain.hours import Opening

_LONG_DAY = Opening.parse_day("7:00-19:00")
OPENINGS = {
    "lunch": OPENING,
    "long": Opening((*[_LONG_DAY] * 5, Opening.parse_day("9:00-13:00"), ())),
    "never": Opening(((),) * 7),
}
LEAST_SHARE = 0.95

with (Path(__file__).parent / "when_cases.csv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file))
LEGITIMATE = [case for case in CASES if not case["expected"].startswith("refused")]


def read(case: dict[str, str]) -> str:
    """The answer in the form of the file, or the sentence of the refusal."""
    zone = ZoneInfo(case["zone"])
    now = datetime.fromisoformat(case["now"]).replace(tzinfo=zone).astimezone(UTC)
    try:
        found = read_moment(case["phrase"], Reading(now, zone, case["day_first"] == "yes", OPENINGS[case["opening"]]))
    except Misread as refused:
        return f"refused: {refused.sentence}"
    return written(found)


def written(found: Moment) -> str:
    return f"{found.on}" if found.at is None else f"{found.on} {found.at:%H:%M}"


def named(case: dict[str, str]) -> str:
    return f"{case['phrase']} ({case['now']} {case['zone']})"


def test_the_file_is_long_enough_and_its_answers_can_be() -> None:
    assert len(CASES) >= 500
    for case in LEGITIMATE:
        on, _, at = case["expected"].partition(" ")
        assert written(Moment(date.fromisoformat(on), time.fromisoformat(at) if at else None)) == case["expected"]


def test_no_phrase_is_silently_read_wrong() -> None:
    wrong = {named(case): answer for case in CASES if (answer := read(case)) != case["expected"] and is_read(answer)}
    assert wrong == {}


def test_nearly_every_legitimate_phrase_is_understood() -> None:
    missed = {named(case): answer for case in LEGITIMATE if (answer := read(case)) != case["expected"]}
    share = 1 - len(missed) / len(LEGITIMATE)
    summary = f"{share:.1%} of {len(LEGITIMATE)} legitimate phrases understood"
    print(summary)  # noqa: T201 - shown when it fails, and with -s
    assert share >= LEAST_SHARE, (summary, missed)


def test_what_is_refused_is_refused_for_its_reason() -> None:
    refusals = [case for case in CASES if case not in LEGITIMATE]
    others = {
        named(case): answer
        for case in refusals
        if case["expected"].removeprefix("refused:") not in (answer := read(case))
    }
    assert others == {}


def is_read(answer: str) -> bool:
    return not answer.startswith("refused")

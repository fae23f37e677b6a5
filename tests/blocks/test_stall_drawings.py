from collections.abc import Sequence

import pytest

from bot.blocks.stall import kept_lately
from bot.domain.stall import Kept
from bot.domain.weeks import Week


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ([], ""),
        ([(48, 3, 0), (49, 3, 0)], ""),
        (
            [(45, 3, 3), (46, 3, 2), (48, 3, 1), (49, 1, 0)],
            (
                "*The last 4 weeks:* 6 of 10 places are out, and it held in 2 of 4 weeks. "
                "Closed and paused weeks don't count."
            ),
        ),
        (
            [(48, 3, 1)],
            "*The last 1 week:* 1 of 3 places is out. Closed and paused weeks don't count.",
        ),
    ],
)
def test_the_last_weeks_are_told_kindly(weeks: Sequence[tuple[int, int, int]], expected: str) -> None:
    assert kept_lately([Kept(Week(2026, number), places, kept) for number, places, kept in weeks]) == expected

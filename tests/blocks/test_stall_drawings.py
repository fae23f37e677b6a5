from collections.abc import Sequence

import pytest

from bot.blocks.stall import draw_stall_told, kept_lately
from bot.domain.outcomes.stall import StallTold
from bot.domain.stall import Kept, Sign
from bot.domain.weeks import Week
from simulator import drawing


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


def test_a_week_without_a_post_alone_is_not_called_hard_to_keep() -> None:
    told = drawing.text({"blocks": draw_stall_told(StallTold(frozenset({Sign.EMPTY}), (), is_first=True)).blocks})
    assert told.startswith(
        "Next week has no post yet. That happens to every team, and it is a sign about the plan only.\n["
    )
    both = StallTold(frozenset({Sign.EMPTY, Sign.MISSED}), (), is_first=False)
    assert drawing.text({"blocks": draw_stall_told(both).blocks}).splitlines()[:3] == [
        "The plan has been hard to keep lately. That happens to every team, and it is a sign about the plan only.",
        "The last two places stayed empty and next week has no post yet.",
        "It is not the first time, so a change may help more than another try.",
    ]

"""The private word that nobody was thanked for a while, read aloud."""

from datetime import UTC, date, datetime

import pytest

from bot.blocks.thanks import draw_sponsor_quiet
from bot.domain.outcomes.sponsor import SponsorQuiet
from storage.tables import Member

REYES = Member(workspace_id=1, user_id="UREYES", name="Dr. Reyes", seen_at=datetime(2026, 11, 27, tzinfo=UTC))


@pytest.mark.parametrize(
    ("thanked", "so_far"),
    [(0, ""), (1, " So far Dr. Reyes has said thanks once."), (4, " So far Dr. Reyes has said thanks 4 times.")],
)
def test_how_often_thanks_were_said_so_far(thanked: int, so_far: str) -> None:
    told = draw_sponsor_quiet(SponsorQuiet(REYES, date(2026, 11, 23), thanked)).text
    assert told.startswith(f"The team has heard no thanks from Dr. Reyes since Mon 23 Nov.{so_far} A word from you")

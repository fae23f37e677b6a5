"""A button that takes something away for good asks first, and says what happens then."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.blocks.draw import draw
from bot.blocks.surfaces import Message
from bot.domain.outcomes import Outcome
from bot.domain.outcomes.approvals import ApprovalNews
from bot.domain.outcomes.calendars import CalendarsShown
from bot.domain.outcomes.comments import CommentShown
from bot.domain.outcomes.course import Aimed, GoalsShown
from bot.domain.outcomes.files import FilesShown, FileTaken
from bot.domain.outcomes.leads import LeadWebShown
from bot.domain.progress import Progress
from storage.tables import Approval, ApprovalState, Comment, FiguresFile, Goal, Member, Post, Tone

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ANA = Member(id=3, workspace_id=1, user_id="UANA", name="Ana", seen_at=NOW)
POST = Post(id=1, workspace_id=1, number=1, on=TODAY, publish_at=NOW, kind="human", what="Meet Ben")
FILE = FiguresFile(id=7, workspace_id=1, number=7, mark="m", form="instagram", brought_at=NOW, taken_at=NOW)
FILE.read = {"done": {"posts": 2}}
COMMENT = Comment(id=2, workspace_id=1, number=2, network="instagram", tone=Tone.PRAISE, wrote_at=NOW, logged_by=3)
GOAL = Goal(id=5, workspace_id=1, words="More", kind="", metric="leads", target=12, due_on=date(2027, 2, 1))
LOOK = Approval(id=1, workspace_id=1, post_id=1, member_id=3, decision=ApprovalState.REJECTED, asked_at=NOW)


@pytest.mark.parametrize(
    ("outcome", "label", "asked", "consequence"),
    [
        (FileTaken(FILE), "Take it out again", "Take this file out again?", "drop the file here once more"),
        (FilesShown((FILE,), {}, ZONE, TODAY), "Take it out again", "Take this file out again?", "is gone then"),
        (GoalsShown((Aimed(GOAL, ANA, Progress()),), (), True, TODAY), "End it", "End this goal?", "in the history"),
        (CommentShown(COMMENT, ANA, ANA, None, None, None, ZONE, NOW), "Take it back", "Take this comment", "reminded"),
        (CalendarsShown({"mine": "https://rounds.example/c"}), "Renew", "Renew the address?", "needs the new one"),
        (LeadWebShown("https://rounds.example/l", "v", "s"), "Renew the address", "Renew the address?", "Every form"),
        (LeadWebShown("https://rounds.example/l", "v", "s"), "Renew the secret", "Renew the secret?", "of your own"),
        (ApprovalNews(LOOK, POST, ANA, may_take_out=True), "Take it out of the plan", "Take it out?", "becomes free"),
    ],
)
def test_a_button_that_takes_away_asks_first(outcome: Outcome, label: str, asked: str, consequence: str) -> None:
    drawn = draw(outcome)
    assert isinstance(drawn, Message)
    [button, *_] = [each for each in _buttons(drawn.blocks) if each["text"]["text"].startswith(label)]
    assert button["confirm"]["title"]["text"].startswith(asked)
    assert consequence in button["confirm"]["text"]["text"]
    assert button["confirm"]["deny"]["text"].startswith("Keep")


def _buttons(blocks: list[Any]) -> Iterator[Any]:
    for block in blocks:
        for element in [*block.get("elements", ()), *filter(None, [block.get("accessory")])]:
            if element["type"] == "button":
                yield element

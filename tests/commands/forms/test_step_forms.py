"""What is filled into the forms about steps comes back as the command that was meant, through the drawing itself."""

import json
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.blocks.draw import draw
from bot.blocks.surfaces import Modal
from bot.commands import forms
from bot.commands.vocabulary import AskForHelp, DeclineOffer, HandOver, SwapOffer
from bot.commands.when import Reading
from bot.domain.hours import Opening
from bot.domain.outcomes.offers import DeclineFormOpened, SwapFormOpened
from bot.domain.outcomes.steps import HandOverFormOpened, HelpFormOpened
from storage.tables import Member, Offer, Post, Step, Task

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
POST = Post(id=1, workspace_id=1, number=1, on=date(2026, 11, 26), publish_at=NOW, kind="human", what="X", added_at=NOW)
STEP = Step(id=7, workspace_id=1, post_id=1, task=Task.PHOTO, owner_id=2, due_at=NOW)
OFFER = Offer(id=5, workspace_id=1, post_id=1, member_id=2, made_at=NOW, tasks=["photo"])
ANA = Member(id=1, workspace_id=1, user_id="UANA", name="Ana", seen_at=NOW)


@pytest.mark.parametrize(
    ("opened", "filled", "meant"),
    [
        (
            SwapFormOpened(OFFER, POST, [STEP]),
            {"user_id": {"selected_user": "USARAH"}, "note": {"value": " two are there "}},
            SwapOffer(5, "USARAH", "two are there"),
        ),
        (
            DeclineFormOpened(OFFER, POST, [STEP], ANA, asks_why=True),
            {"reason": {"value": " my day off "}},
            DeclineOffer(5, "my day off"),
        ),
        (DeclineFormOpened(OFFER, POST, [STEP], ANA, asks_why=False), {}, DeclineOffer(5)),
        (
            HandOverFormOpened(STEP, POST, ANA, "nudge/1/2026-11-24T21:00Z", ZONE),
            {"user_id": {"selected_user": "USARAH"}, "note": {"value": None}},
            HandOver(7, "USARAH", opened_in="nudge/1/2026-11-24T21:00Z"),
        ),
        (
            HelpFormOpened(STEP, POST, ANA, "nudge/1/2026-11-24T21:00Z", ZONE),
            {"note": {"value": "a tripod"}},
            AskForHelp(7, note="a tripod", opened_in="nudge/1/2026-11-24T21:00Z"),
        ),
    ],
)
def test_a_form_about_a_step_comes_back_as_the_command_that_was_meant(
    opened: Any, filled: dict[str, Any], meant: object
) -> None:
    drawn = draw(opened)
    assert isinstance(drawn, Modal)
    inputs = {block["block_id"] for block in drawn.view["blocks"] if block["type"] == "input"}
    assert inputs == set(filled)
    state = {"values": {field: {"value": element} for field, element in filled.items()}}
    view = {**drawn.view, "state": state}
    assert json.loads(view["private_metadata"])
    reading = Reading(now=NOW, zone=ZONE, day_first=False, opening=Opening(((),) * 7))
    assert forms.read(view, reading) == meant

"""Offers, nudges and lists hold Slack's limits whatever somebody typed, and ping nobody."""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.draw import draw
from bot.blocks.surfaces import Message, Nothing
from bot.domain.offers import Standing
from bot.domain.outcomes.mine import Mine, MineShown
from bot.domain.outcomes.offers import DeclineFormOpened, OfferDeclined, OfferSeen, OfferSwapped, SwapFormOpened
from bot.domain.outcomes.steps import HandOverFormOpened, HelpWanted, NudgeShown, StepWaiting
from storage.tables import Member, Offer, Post, Reminder, Step, Task

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
BEN = Member(id=2, workspace_id=1, user_id="UBEN", name="Ben", seen_at=NOW)
odd = st.one_of(
    st.text(min_size=1, max_size=4000), st.sampled_from(["<!channel> *x* `y` ~z~ _w_" * 100, "مرحبا" * 500])
)


def _post(what: str, takes: str) -> Post:
    return Post(
        id=1,
        workspace_id=1,
        number=1,
        on=date(2026, 11, 26),
        publish_at=NOW,
        kind="human",
        what=what,
        takes=takes,
        added_at=NOW,
    )


def _steps() -> list[Step]:
    return [
        Step(id=number, workspace_id=1, post_id=1, task=task, owner_id=2, due_at=NOW)
        for number, task in enumerate(Task, start=1)
    ]


def _seen(standing: Standing, words: str, name: str) -> OfferSeen:
    other = Member(id=3, workspace_id=1, user_id="UANA", name=name, seen_at=NOW)
    offer = Offer(id=1, workspace_id=1, post_id=1, member_id=2, made_at=NOW, tasks=list(Task))
    return OfferSeen(offer, _post(words, words), _steps(), ZONE, standing, other, reason=words)


@pytest.mark.parametrize("standing", list(Standing))
@given(words=odd, name=st.text(max_size=255))
@settings(deadline=None, max_examples=15)
def test_every_state_of_a_question_can_be_drawn_whatever_was_typed(standing: Standing, words: str, name: str) -> None:
    drawn = draw(_seen(standing, words, name))
    assert isinstance(drawn, Message)
    assert drawn.text.strip()
    assert "<!" not in json.dumps(drawn.blocks)


@given(words=odd, name=st.text(max_size=255), reminder=st.sampled_from([*Reminder, ""]))
@settings(deadline=None, max_examples=40)
def test_forms_nudges_and_lists_can_be_drawn_whatever_was_typed(words: str, name: str, reminder: str) -> None:
    post, steps = _post(words, words), _steps()
    owner = Member(id=3, workspace_id=1, user_id="UANA", name=name, seen_at=NOW)
    seen = _seen(Standing.ASKED, words, name)
    items = [StepWaiting(step, post, owner, reminder) for step in steps] * 10
    mine = Mine(BEN, [seen] * 10, items, items, [], ZONE, NOW)
    for outcome in (
        SwapFormOpened(seen.offer, post, steps),
        OfferSwapped(post, steps, owner),
        DeclineFormOpened(seen.offer, post, steps, owner, asks_why=True),
        OfferDeclined(post, steps, owner),
        HandOverFormOpened(steps[0], post, owner, "nudge/2/2026-11-23T15:00Z", ZONE),
    ):
        assert "<!" not in json.dumps(_json(draw(outcome)))
    # Equal buttons may not meet in one message: each step is listed once.
    for shown in (
        NudgeShown(items[: len(steps)], BEN, "nudge/2/2026-11-23T15:00Z", ZONE, NOW),
        HelpWanted(items[0], BEN, "notice-help/1/2", ZONE, NOW),
        MineShown(mine),
    ):
        drawn = draw(shown)
        assert isinstance(drawn, Message)
        assert drawn.text.strip()
        assert len(drawn.blocks) <= 50
        assert "<!" not in json.dumps(drawn.blocks)


def _json(drawn: object) -> object:
    assert not isinstance(drawn, Nothing)
    return drawn.blocks if isinstance(drawn, Message) else getattr(drawn, "view", None)

"""Questions, answers and news about approvals hold Slack's limits whatever somebody typed, and ping nobody."""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.approvals import LABELS
from bot.blocks.draw import draw
from bot.blocks.surfaces import Message, Modal
from bot.domain.outcomes.approvals import ApprovalDecided, ApprovalNews, ApprovalSeen, DecisionFormOpened
from storage.tables import Approval, ApprovalState, Member, Photo, PhotoState, Post, Step, Task

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
odd = st.one_of(st.text(min_size=1, max_size=4000), st.sampled_from(["<!channel> *x* `y` ~z~ _w_" * 100, "a\nb" * 900]))


@pytest.mark.parametrize("decision", list(ApprovalState))
@given(words=odd, name=st.text(max_size=255), captions=st.dictionaries(st.sampled_from(["", "instagram", "x"]), odd))
@settings(deadline=None, max_examples=10)
def test_whatever_was_typed_can_be_shown(
    decision: ApprovalState, words: str, name: str, captions: dict[str, str]
) -> None:
    by = Member(id=3, workspace_id=1, user_id="UANA", name=name, seen_at=NOW)
    post = Post(id=1, workspace_id=1, number=1, on=date(2026, 11, 26), publish_at=NOW, kind="human", what=words)
    post.link = "https://bright-smile.example/?a=1&b=2"
    step = Step(id=1, workspace_id=1, post_id=1, task=Task.CAPTION, owner_id=3, due_at=NOW)
    look = Approval(id=1, workspace_id=1, post_id=1, member_id=3, decision=decision, words=words[:500], asked_at=NOW)
    look.labels = list(LABELS)
    shots = [
        Photo(id=n, workspace_id=1, number=n, file_id=f"F0ABCDEF{n}", shared_by=3, state=PhotoState.READY)
        for n in range(1, 6)
    ]
    seen = ApprovalSeen(look, post, shots, ZoneInfo("America/New_York"), captions, by, ("text",), by, NOW)
    drawn = [
        draw(seen),
        draw(ApprovalDecided(look, post, asked_next=by, told=[by])),
        draw(ApprovalNews(look, post, by, [step], ("text", "time"), may_take_out=True)),
    ]
    for one in drawn:
        assert isinstance(one, Message)
        assert one.text.strip()
        assert "<!" not in json.dumps(one.blocks)
    for answer in (ApprovalState.APPROVED, ApprovalState.CHANGES, ApprovalState.HELD, ApprovalState.REJECTED):
        form = draw(DecisionFormOpened(seen, str(answer)))
        assert isinstance(form, Modal)
        assert "<!" not in json.dumps(form.view)

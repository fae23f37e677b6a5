"""A post's card, its form and the word that it moved hold Slack's limits whatever was typed."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.draw import draw
from bot.blocks.surfaces import Message, Modal
from bot.domain import versions
from bot.domain.outcomes.posts import EditFormOpened, PostMoved, PostShown
from bot.domain.posts import left_open
from simulator.drawing import text
from storage.tables import PostVersion
from tests.blocks.plan.test_plan_drawings import ANA, BEN, NEW_YORK, NOW, PEOPLE, post, steps

ODD = st.one_of(
    st.text(max_size=4000), st.sampled_from(["<!channel> *x* &&& ~z~ _w_" * 160, "&" * 4000, "مرحبا" * 500])
)


def version(number: int, changes: dict[str, list[str]]) -> PostVersion:
    return PostVersion(
        id=number, workspace_id=1, post_id=1, number=number, changed_by=1, changed_at=NOW, changes=changes
    )


def card(**given_: Any) -> PostShown:
    shown = given_.pop("post", post())
    facts = {"steps": steps(), "people": PEOPLE, "history": (), "zone": NEW_YORK, "now": NOW}
    return PostShown(post=shown, left_open=left_open(shown), **{**facts, **given_})


@given(words=ODD, before=ODD, changes=st.integers(0, 12))
@settings(deadline=None, max_examples=40)
def test_a_card_and_its_form_can_be_drawn_whatever_was_typed(words: str, before: str, changes: int) -> None:
    said = dict.fromkeys(("what", "why", "network", "takes", "shows"), words)
    shown = post(**said, link="https://a.example/?a=1&b=2", posted_at=None)
    made = tuple(version(number, {field: [before, words] for field in said}) for number in range(2, changes + 2))
    captions = {"": words, "x": words, "instagram": before, "the newsletter": words}
    drawn = draw(
        card(
            post=shown, captions=captions, history=made, just=made[-1] if made else None, beside=made, is_removable=True
        )
    )
    assert isinstance(drawn, Modal)
    answers = versions.answers(shown, captions, NEW_YORK)
    for part in versions.Part:
        form = draw(EditFormOpened(shown, answers, NEW_YORK, part, made, frozenset({"what", "on"}), PEOPLE))
        assert isinstance(form, Modal)
        assert "<!channel>" not in str([block for block in form.view["blocks"] if block["type"] != "input"])
    moved = draw(PostMoved(shown, steps(), BEN, NEW_YORK, NOW))
    assert isinstance(moved, Message)
    assert moved.text.strip()


def test_every_open_question_is_asked_for_in_passing_and_none_that_is_answered() -> None:
    asked = text(draw(card()).view["blocks"])  # type: ignore[union-attr]
    assert asked.count("Still open") == 3
    answered = post(why="faces", network="Instagram", takes="ten minutes")
    assert "Still open" not in text(draw(card(post=answered)).view["blocks"])  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"on": ["2026-11-26", "2026-12-03"], "at": ["16:00", "09:30"]},
            "the day, from Thu 26 Nov 2026 to Thu 3 Dec 2026; the time, from 4:00 PM to 9:30 AM",
        ),
        ({"why": ["", "New faces"]}, 'why: "New faces"'),
        ({"link": ["https://a.example", ""]}, 'the link taken out, it was "https://a.example"'),
        ({"made_by": ["us", "agency"]}, "who makes it, from us to an agency"),
    ],
)
def test_a_change_is_said_from_what_to_what(changes: dict[str, list[str]], said: str) -> None:
    drawn = text(draw(card(history=(version(2, changes),))).view["blocks"])  # type: ignore[union-attr]
    assert f"Ana, Mon 23 Nov, 9:00 AM: {said}" in drawn


def test_whoever_has_a_step_is_told_who_moved_it_and_when_it_is_due() -> None:
    moved = draw(
        PostMoved(post(), steps()[:1], ANA, ZoneInfo("America/New_York"), datetime(2026, 11, 23, 14, tzinfo=UTC))
    )
    assert isinstance(moved, Message)
    assert moved.text == (
        "Ana moved Meet our hygienist. It goes out Thu 26 Nov, 4:00 PM now. "
        "Yours and due then: photo Tue 24 Nov, 4:00 PM."
    )

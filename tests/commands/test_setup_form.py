"""The set-up form tells everything that it can't read at once, each beside its own field, with an example that fits."""

from typing import Any

import pytest
from when_typed import typed_at

from bot.blocks.problems import draw_problem
from bot.commands import forms
from bot.domain.errors import Misread


def submitted(**texts: str) -> dict[str, Any]:
    values = {field: {"value": {"type": "plain_text_input", "value": text}} for field, text in texts.items()}
    return {"callback_id": "set-up", "state": {"values": values}, "private_metadata": ""}


def test_all_that_cannot_be_read_is_told_at_once() -> None:
    with pytest.raises(Misread) as refused:
        forms.read(
            submitted(opening_1="9-12, 11-17", opening_4="8-25", closed_days="carnival"), typed_at("2026-11-25 10:00")
        )
    drawn = draw_problem(refused.value)
    told = {drawn.problem_field: drawn.text, **dict(drawn.also)}
    assert list(told) == ["opening_1", "opening_4", "closed_days"]
    assert told["opening_4"] == '"25" is not a time of day. For example: 9:00-12:00, 13:00-17:00'
    assert told["closed_days"] == 'I can\'t read "carnival" as a day or time. For example: nov 26, or dec 24 to jan 1'


def test_hours_as_an_office_writes_them_are_answered_with_what_they_probably_mean() -> None:
    with pytest.raises(Misread) as refused:
        forms.read(submitted(opening_0="8-5", opening_1="8-12, 1-5"), typed_at("2026-11-25 10:00"))
    drawn = draw_problem(refused.value)
    assert {drawn.problem_field: drawn.text, **dict(drawn.also)} == {
        "opening_0": '"8-5" closes at 5:00 AM, which is not after 8:00 AM. Did you mean 8:00-17:00?',
        "opening_1": '"1-5" could begin at 1:00 AM or at 1:00 PM. Type 13:00-17:00, or 01:00-05:00 for the night.',
    }

"""Commands that travel in buttons come back as they were, and a button of another time is never a crash."""

import json
from contextlib import suppress
from dataclasses import MISSING, fields
from datetime import date, time
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import buttons, vocabulary
from bot.commands import vocabulary as v
from bot.domain.errors import Misread
from bot.domain.hours import Opening
from bot.domain.spans import Size, Span
from bot.domain.weeks import Week

COMMANDS: list[type[v.Command]] = list(get_args(vocabulary.Command))
TOO_LARGE = {v.SetUp, v.SetCadence, v.PreviewCadence, v.EditPost, v.SetTemplate}
WORDS = st.text(max_size=40)
WEEKS = st.dates(date(2020, 1, 6), date(2090, 12, 31)).map(Week.of)
DATES = st.dates()
TIMES = st.times().map(lambda at: at.replace(microsecond=0))
VALUES: dict[object, st.SearchStrategy[Any]] = {
    int: st.integers(),
    bool: st.booleans(),
    str: WORDS,
    str | None: st.none() | WORDS,
    Week: WEEKS,
    Week | None: st.none() | WEEKS,
    Span: st.builds(Span.of, st.dates(date(2020, 1, 1), date(2090, 12, 31)), st.sampled_from(Size)),
    date: DATES,
    date | None: st.none() | DATES,
    time: TIMES,
    time | None: st.none() | TIMES,
    int | None: st.none() | st.integers(),
    tuple[str, ...]: st.lists(WORDS, max_size=3).map(tuple),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


def commands() -> st.SearchStrategy[v.Command]:
    fitting = [kind for kind in COMMANDS if kind not in TOO_LARGE]
    return st.one_of(
        st.builds(kind, **{name: VALUES[hint] for name, hint in get_type_hints(kind).items()}) for kind in fitting
    )


@given(commands(), st.text(max_size=10))
def test_a_command_comes_back_from_its_button_unchanged(command: v.Command, apart: str) -> None:
    action_id, value = buttons.action_of(command, apart=apart), buttons.value_of(command)
    assert buttons.stands_for_command(action_id)
    assert buttons.read(action_id, value) == command


@given(st.sampled_from(COMMANDS), JSON)
def test_a_value_of_another_time_is_read_or_said_to_be_out_of_date(kind: type[v.Command], value: object) -> None:
    with suppress(Misread):
        assert isinstance(buttons.read(kind.__name__, json.dumps(value)), kind)


@given(commands(), st.data())
def test_a_field_that_is_missing_takes_its_default_or_makes_the_button_out_of_date(
    command: v.Command, data: st.DataObject
) -> None:
    given_fields = json.loads(buttons.value_of(command))
    if not given_fields:
        return
    gone = data.draw(st.sampled_from(sorted(given_fields)))
    default = next(field.default for field in fields(command) if field.name == gone)
    del given_fields[gone]
    if default is MISSING:
        with pytest.raises(Misread):
            buttons.read(buttons.action_of(command), json.dumps(given_fields))
    else:
        assert getattr(buttons.read(buttons.action_of(command), json.dumps(given_fields)), gone) == default


@pytest.mark.parametrize(
    ("action_id", "value"),
    [
        ("FinishStep", "{"),
        ("FinishStep", ""),
        ("FinishStep", "[]"),
        ("FinishStep", "7"),
        ("FinishStep", '{"step_id":"7a"}'),
        ("FinishStep", '{"step_id":null}'),
        ("FinishStep", '{"step_id":true}'),
        ("FinishStep", '{"step_id":7.0}'),
        ("FinishStep", "[" * 1999),
        ("ShowPlan", '{"week":"2026-W60"}'),
        ("ShowPlan", '{"week":50}'),
        ("AddPost", '{"what":"x","on":"2026-02-30"}'),
        ("UsePhoto", '{"file_ids":[1],"channel_id":"C1","shared_by":"U1"}'),
        ("SetUp", '{"zone":"x","opening":{},"lead":"U1","digest_channels":[]}'),
        ("SetCadence", '{"places":[{"weekday":1}]}'),
        ("ClaimStep", "{}"),
        ("ClaimStep?user_id&{}", "U1"),
        ("HandOver?user_id&{", "U1"),
        ("HandOver?user_id&{}", "U1"),
        ("HandOver?nobody&{}", "U1"),
        ("AttachPhoto?post_id&{}", "seven"),
        ("", "{}"),
    ],
)
def test_an_old_or_damaged_button_says_that_it_is_out_of_date(action_id: str, value: str) -> None:
    with pytest.raises(Misread, match="older message and no longer works, so nothing was changed"):
        buttons.read(action_id, value)


def test_a_field_that_is_no_more_is_left_out() -> None:
    assert buttons.read("FinishStep", '{"step_id":7,"colour":"red"}') == v.FinishStep(7)


@pytest.mark.parametrize(
    ("action_id", "picked", "command"),
    [
        (buttons.picked_action(v.SwapOffer, "user_id", {"offer_id": 3}), "U2", v.SwapOffer(3, "U2")),
        (buttons.picked_action(v.AttachPhoto, "post_id", {"photo_id": 3}), "8", v.AttachPhoto(3, 8)),
        (buttons.picked_action(v.MoveLead, "stage", {"lead_id": 3}), "booked", v.MoveLead(3, "booked")),
        (buttons.picked_action(v.AddLead, "guessed"), "12", v.AddLead("12")),
        (buttons.picked_action(v.ShowPlan, "week"), "2026-W50", v.ShowPlan(Week(2026, 50))),
        (buttons.picked_action(v.OpenPostForm, "on"), "2026-11-26", v.OpenPostForm(date(2026, 11, 26))),
    ],
)
def test_what_is_picked_fills_the_field_it_is_for(action_id: str, picked: str, command: v.Command) -> None:
    assert len(action_id) <= 255
    assert buttons.read(action_id, picked) == command


@pytest.mark.parametrize("action_id", ["", "value", "see-it", "a1b2c3", "42", "step_id", "Two words"])
def test_a_link_or_a_field_of_a_form_stands_for_no_command(action_id: str) -> None:
    assert not buttons.stands_for_command(action_id)


def test_what_is_too_large_for_a_button_is_found_when_it_is_drawn() -> None:
    with pytest.raises(TypeError, match="Opening does not fit into a button"):
        buttons.value_of(v.SetUp("UTC", Opening(((),) * 7), "U1", ("C1",)))

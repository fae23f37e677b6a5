"""A submitted form as the values that somebody filled in, whatever elements it was made of."""

from datetime import date, time
from typing import Any

import pytest
from when_typed import typed_at

from bot.commands import forms
from bot.commands.forms import people_named
from bot.commands.forms.filled import Filled, filled
from bot.domain.errors import Misread

READING = typed_at("2026-11-25 10:00")


def submitted(**elements: dict[str, Any]) -> dict[str, Any]:
    values = {field: {"value": element} for field, element in elements.items()}
    return {"type": "modal", "callback_id": "a-form", "state": {"values": values}, "private_metadata": ""}


def fill(**elements: dict[str, Any]) -> Filled:
    return filled(submitted(**elements), READING)


def option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": value.title()}, "value": value}


def test_text_is_kept_as_typed_without_blanks_around_it() -> None:
    form = fill(what={"type": "plain_text_input", "value": "  Say *hi* <!channel>\nto 'Ana' "})
    assert form.text("what") == "Say *hi* <!channel>\nto 'Ana'"


@pytest.mark.parametrize("kind", ["plain_text_input", "number_input", "datepicker", "users_select", "static_select"])
def test_what_was_left_empty_is_nothing(kind: str) -> None:
    key = {
        "datepicker": "selected_date",
        "users_select": "selected_user",
        "static_select": "selected_option",
    }.get(kind, "value")
    form = fill(field={"type": kind, key: None})
    assert (form.text("field"), form.choice("field"), form.choices("field")) == ("", "", ())
    assert (form.date("field"), form.time("field"), form.number("field")) == (None, None, None)


def test_a_field_that_the_form_did_not_have_is_nothing() -> None:
    form = filled({"callback_id": "a-form"}, READING)
    assert (form.text("why"), form.choices("why"), form.number("why"), form.keeps) == ("", (), None, {})


def test_one_choice_is_read_from_every_kind_of_select() -> None:
    form = fill(
        kind={"type": "static_select", "selected_option": option("human")},
        side={"type": "radio_buttons", "selected_option": option("sales")},
        who={"type": "users_select", "selected_user": "U1"},
        where={"type": "conversations_select", "selected_conversation": "C1"},
        there={"type": "channels_select", "selected_channel": "C2"},
    )
    assert [form.choice(field) for field in ("kind", "side", "who", "where", "there")] == [
        "human",
        "sales",
        "U1",
        "C1",
        "C2",
    ]


def test_several_choices_keep_their_order() -> None:
    form = fill(
        days={"type": "checkboxes", "selected_options": [option("mon"), option("thu")]},
        people={"type": "multi_users_select", "selected_users": ["U2", "U1"]},
        channels={"type": "multi_conversations_select", "selected_conversations": ["C2", "C1"]},
        none={"type": "multi_channels_select", "selected_channels": []},
    )
    assert form.choices("days") == ("mon", "thu")
    assert form.choices("people") == ("U2", "U1")
    assert form.choices("channels") == ("C2", "C1")
    assert form.choices("none") == ()


def test_days_and_times_are_read_as_slack_writes_them() -> None:
    form = fill(
        on={"type": "datepicker", "selected_date": "2026-11-26"}, at={"type": "timepicker", "selected_time": "16:00"}
    )
    assert (form.date("on"), form.time("at")) == (date(2026, 11, 26), time(16))


@pytest.mark.parametrize(
    ("typed", "number"), [("0", 0), ("1200", 1200), (" 7 ", 7), ("007", 7), ("999999999", 999999999)]
)
def test_a_whole_number_is_read(typed: str, number: int) -> None:
    assert fill(reach={"type": "number_input", "value": typed}).number("reach") == number


@pytest.mark.parametrize("typed", ["1,200", "1.200", "12.0", "-3", "+3", "1_000", "1e3", "twelve", "½", "²", "0x10"])
def test_what_is_no_whole_number_is_said_beside_its_field(typed: str) -> None:
    with pytest.raises(Misread) as caught:
        fill(reach={"type": "plain_text_input", "value": typed}).number("reach")
    assert (caught.value.field, caught.value.sentence) == ("reach", f'"{typed}" is not a whole number.')


def test_a_number_that_is_too_large_is_said_beside_its_field() -> None:
    with pytest.raises(Misread, match="a digit too many") as caught:
        fill(reach={"type": "number_input", "value": "1234567890"}).number("reach")
    assert caught.value.field == "reach"


def test_what_the_form_kept_comes_back() -> None:
    view = submitted() | {"private_metadata": '{"post_id":7}'}
    assert filled(view, READING).keeps == {"post_id": 7}


def test_everybody_who_is_picked_is_named_once() -> None:
    view = submitted(
        who={"type": "users_select", "selected_user": "U1"},
        nobody={"type": "users_select", "selected_user": None},
        others={"type": "multi_users_select", "selected_users": ["U2", "U1"]},
        what={"type": "plain_text_input", "value": "U3"},
    )
    assert people_named(view) == ("U1", "U2")


@pytest.mark.parametrize("view", [submitted(), submitted() | {"callback_id": ""}, {"type": "modal"}])
def test_a_form_of_another_time_says_that_it_is_out_of_date(view: dict[str, Any]) -> None:
    with pytest.raises(Misread, match="older message"):
        forms.read(view, READING)

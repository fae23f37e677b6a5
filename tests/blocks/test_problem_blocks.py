"""How a problem reads, and that nothing somebody typed pings, turns bold or becomes a link in it."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.blocks.problems import draw_apology, draw_problem, draw_unavailable
from bot.domain import misreadings, phrase_misreadings
from bot.domain.errors import Misread, NotAllowed, NotFound


def parts(block: dict[str, Any]) -> list[dict[str, Any]]:
    assert block["type"] == "rich_text"
    [section] = block["elements"]
    return list(section["elements"])


def words(block: dict[str, Any]) -> str:
    return "".join(part["text"] for part in parts(block))


def code(block: dict[str, Any]) -> list[str]:
    return [part["text"] for part in parts(block) if part.get("style") == {"code": True}]


def test_the_nearest_phrase_stands_out_under_what_was_not_understood() -> None:
    problem = phrase_misreadings.not_a_phrase(
        "/leads", "instagram", usages=["/leads", "/leads add instagram"], nearest="/leads add instagram"
    )
    drawn = draw_problem(problem)
    said, meant, usages = drawn.blocks
    assert words(said) == 'I don\'t know "/leads instagram", so nothing was changed.'
    assert words(meant) == "Did you mean /leads add instagram?"
    assert code(meant) == ["/leads add instagram"]
    assert usages["elements"][0]["text"] == "You can type:\n`/leads`\n`/leads add instagram`"
    assert drawn.text == 'I don\'t know "/leads instagram", so nothing was changed. Did you mean /leads add instagram?'


def test_what_can_be_typed_in_a_hint_is_set_apart() -> None:
    drawn = draw_problem(NotFound("Nobody leads the program.", hint="Type `/rounds setup` to name a lead."))
    assert code(drawn.blocks[1]) == ["/rounds setup"]
    assert words(drawn.blocks[1]) == "Type /rounds setup to name a lead."
    assert drawn.text == "Nobody leads the program. Type /rounds setup to name a lead."


def test_a_problem_without_a_hint_is_one_sentence() -> None:
    drawn = draw_problem(NotAllowed("Only the lead can do that."))
    assert [words(block) for block in drawn.blocks] == ["Only the lead can do that."]
    assert drawn.problem_field == ""


def test_a_problem_of_a_form_names_its_field() -> None:
    assert draw_problem(phrase_misreadings.not_a_number("1,200", "reach")).problem_field == "reach"


@pytest.mark.parametrize("typed", ["<!channel>", "<@U1>", "*bold*", "<https://a.com|x>", "&lt;", ":tooth:"])
def test_typed_words_are_repeated_as_literal_text(typed: str) -> None:
    drawn = draw_problem(misreadings.not_understood(typed))
    assert f'"{typed}"' in words(drawn.blocks[0])
    assert {part["type"] for block in drawn.blocks for part in parts(block)} == {"text"}
    assert "<!" not in drawn.text
    assert "<@" not in drawn.text
    assert "<h" not in drawn.text


@given(st.text(), st.text(), st.none() | st.text())
@example("", "`", None)
def test_any_words_can_be_told(sentence: str, hint: str, nearest: str | None) -> None:
    drawn = draw_problem(Misread(f"I read {sentence}", hint=hint, nearest=nearest))
    assert words(drawn.blocks[0]) == f"I read {sentence}".replace("`", "")


def test_an_apology_carries_its_reference_and_says_that_nothing_was_lost() -> None:
    assert "reference a1b2c3" in draw_apology("a1b2c3").text
    assert "nothing was changed" in draw_apology("a1b2c3").text
    assert "nothing was changed" in draw_unavailable().text

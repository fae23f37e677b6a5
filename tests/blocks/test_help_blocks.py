"""How help reads: before set-up, for everything, and for one slash command."""

import pytest

from bot.blocks.help import draw_help_shown
from bot.blocks.surfaces import Message
from bot.commands import grammar
from bot.commands.help import usages
from bot.domain.outcomes.help import HelpShown

EVERYTHING = """\
*The week*
`/plan`  See and fill the week's plan
`/mine`  See what waits for you
`/photos`  See which photos wait, are ready or in use
*How it goes*
`/figures`  See and enter how posts did
`/leads`  Log new enquiries and how far they came
`/comments`  See and log comments that wait for an answer
`/digest`  See the week's digest, only you
*Rounds itself*
`/rounds`  Set up, check and learn about Rounds
Add `help` to any of them, such as `/plan help`. Only you see this."""


def shown(about: str = "", *, is_set_up: bool = True) -> Message:
    return draw_help_shown(HelpShown(usages(about), is_set_up, about))


def texts(message: Message) -> list[str]:
    return [
        block["text"]["text"] if block["type"] == "section" else block["elements"][0]["text"]
        for block in message.blocks
    ]


def test_the_overview_is_one_line_for_each_command_in_three_groups() -> None:
    assert "\n".join(texts(shown())) == EVERYTHING


def test_no_command_is_missing_from_the_overview() -> None:
    together = "\n".join(texts(shown()))
    assert all(f"`{slash}`" in together for slash in grammar.SLASHES)


@pytest.mark.parametrize("about", ["", *grammar.SLASHES])
def test_before_set_up_the_first_thing_said_is_how_to_begin(about: str) -> None:
    message = shown(about, is_set_up=False)
    assert texts(message)[0].startswith("*Nothing is set up yet.* Type `/rounds setup`")
    assert message.text.startswith("Type /rounds setup")
    assert "Nothing is set up" not in "".join(texts(shown(about)))


def test_help_on_one_command_shows_its_phrases_and_an_example_of_days() -> None:
    [week, *_, days] = texts(shown("/plan"))
    assert "`/plan add thu 4pm What it is #human @ben`  Put a post into the plan" in week
    assert "`next thu`" in days
    assert "/leads" not in week


def test_help_on_the_plan_has_what_is_typed_most_first_and_every_phrase_once_under_its_heading() -> None:
    parts = texts(shown("/plan"))[:-1]
    headings = [part.partition("\n")[0] for part in parts]
    assert headings == ["*The week*", "*More posts*", "*Further ahead*", "*How the plan is made*"]
    rows = [line.partition("`  ")[0].strip("`") for part in parts for line in part.splitlines()[1:]]
    assert sorted(rows) == sorted(usage.words for usage in usages("/plan"))
    assert all(len(part.splitlines()) <= 9 for part in parts)


@pytest.mark.parametrize("about", grammar.SLASHES)
def test_help_on_one_command_is_short_and_its_fallback_reads_aloud(about: str) -> None:
    message = shown(about)
    assert all(len(part) < 1000 for part in texts(message))
    assert message.text.startswith(f"You can type: {about}")

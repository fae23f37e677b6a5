"""What the kit draws by itself is what slackblocks draws, but for names that nobody gave."""

from collections.abc import Callable
from typing import Any

import pytest
import slackblocks

from bot.blocks import kit

ASKS = slackblocks.ConfirmationDialogue(title="Sure?", text="It is gone then.", confirm="Yes", deny="No")
MENU = slackblocks.StaticSelectMenu(
    "pick", [slackblocks.Option(slackblocks.PlainText("One"), "1")], placeholder="Choose"
)


def drawn_by_the_library(block: slackblocks.Block) -> dict[str, Any]:
    drawn: dict[str, Any] = block._resolve()
    if block._generated_block_id:
        del drawn["block_id"]
    return drawn


def button(made_of: Any, **more: Any) -> Any:
    return made_of.Button("Take out", "RemovePost", value='{"post_id":1}', **more)


SHAPES: dict[str, Callable[[Any], slackblocks.Block]] = {
    "text": lambda of: of.SectionBlock("Hello *Ana*"),
    "named": lambda of: of.SectionBlock("Hello", block_id="greeting"),
    "fields": lambda of: of.SectionBlock(fields=["one", slackblocks.PlainText("two")]),
    "beside a menu": lambda of: of.SectionBlock(slackblocks.PlainText("Hello :wave:", emoji=True), accessory=MENU),
    "beside a button": lambda of: of.SectionBlock("Hello", accessory=button(of, style="danger", confirm=ASKS)),
    "small": lambda of: of.ContextBlock([slackblocks.Text("a"), slackblocks.Text("b", verbatim=True)]),
    "ways on": lambda of: of.ActionsBlock([button(of), MENU], block_id="ways-on"),
    "a link": lambda of: of.ActionsBlock(
        [of.Button("See it", "see", url="https://example.org/?a=1&b=2", accessibility_label="See the post")]
    ),
}
TOO_MUCH: dict[str, Callable[[], object]] = {
    "a long text": lambda: kit.SectionBlock("x" * 3001),
    "nothing": kit.SectionBlock,
    "many fields": lambda: kit.SectionBlock(fields=["x"] * 11),
    "much small print": lambda: kit.ContextBlock([kit.Text("x")] * 11),
    "many buttons": lambda: kit.ActionsBlock([button(kit)] * 26),
    "a long button": lambda: kit.Button("x" * 76, "press"),
    "a long value": lambda: kit.Button("Press", "press", value="x" * 2001),
    "a long name": lambda: kit.ActionsBlock([kit.Button("x", "press")], block_id="x" * 256),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_block_is_drawn_as_the_library_draws_it(shape: str) -> None:
    make = SHAPES[shape]
    assert kit.draw(make(kit)) == drawn_by_the_library(make(slackblocks))


@pytest.mark.parametrize("shape", TOO_MUCH)
def test_what_is_too_much_for_slack_is_refused_when_it_is_made(shape: str) -> None:
    with pytest.raises(slackblocks.InvalidUsageError):
        TOO_MUCH[shape]()

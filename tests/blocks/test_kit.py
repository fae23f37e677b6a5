"""What the kit draws by itself is what slackblocks draws, but for names that nobody gave."""

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


@pytest.mark.parametrize(
    "make",
    [
        lambda of: of.SectionBlock("Hello *Ana*"),
        lambda of: of.SectionBlock("Hello", block_id="greeting"),
        lambda of: of.SectionBlock(fields=["one", slackblocks.PlainText("two")]),
        lambda of: of.SectionBlock(slackblocks.PlainText("Hello :wave:", emoji=True), accessory=MENU),
        lambda of: of.SectionBlock("Hello", accessory=button(of, style="danger", confirm=ASKS)),
        lambda of: of.ContextBlock([slackblocks.Text("a"), slackblocks.Text("b", verbatim=True)]),
        lambda of: of.ActionsBlock([button(of), MENU], block_id="ways-on"),
        lambda of: of.ActionsBlock(
            [of.Button("See it", "see", url="https://example.org/?a=1&b=2", accessibility_label="See the post")]
        ),
    ],
)
def test_a_block_is_drawn_as_the_library_draws_it(make: Any) -> None:
    assert kit.draw(make(kit)) == drawn_by_the_library(make(slackblocks))


@pytest.mark.parametrize(
    "make",
    [
        lambda: kit.SectionBlock("x" * 3001),
        kit.SectionBlock,
        lambda: kit.SectionBlock(fields=["x"] * 11),
        lambda: kit.ContextBlock([kit.Text("x")] * 11),
        lambda: kit.ActionsBlock([button(kit)] * 26),
        lambda: kit.Button("x" * 76, "press"),
        lambda: kit.Button("Press", "press", value="x" * 2001),
        lambda: kit.ActionsBlock([kit.Button("x", "press")], block_id="x" * 256),
    ],
)
def test_what_is_too_much_for_slack_is_refused_when_it_is_made(make: Any) -> None:
    with pytest.raises(slackblocks.InvalidUsageError):
        make()

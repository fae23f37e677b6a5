"""The form for the strategy, read back."""

from collections.abc import Callable

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import Command, SetStrategy


def set_strategy(filled: Filled) -> SetStrategy:
    """Read the strategy; a part that was left empty is still open."""
    return SetStrategy(
        voice=filled.text("voice"),
        purposes=filled.text("purposes"),
        answerer=filled.choice("answerer"),
        within=filled.choice("within"),
        ways=filled.text("ways"),
        measures=filled.text("measures"),
        version=filled.keeps["version"],
    )


READERS: dict[str, Callable[[Filled], Command]] = {"set-strategy": set_strategy}

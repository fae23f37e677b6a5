"""Options to choose from, as Slack takes them in selects and radio buttons: plain characters, at most 75."""

from collections.abc import Iterable

from bot.blocks import kit, saying

_MOST = 75


def option(words: str, value: str, more: str = "") -> kit.Option:
    """Make one option, with a line below it where there is more to say; words that are too long are cut."""
    below = kit.PlainText(saying.short(more, _MOST)) if more else None
    return kit.Option(kit.PlainText(saying.short(words, _MOST)), value, below)


def options(pairs: Iterable[tuple[str, str]]) -> dict[str, kit.Option]:
    """Make several options, each under its value, so that the one chosen beforehand is found."""
    return {value: option(words, value) for words, value in pairs}

"""How help is shown: short enough to be read between two patients."""

from collections.abc import Iterable
from functools import cache

import slackblocks as kit

from bot.blocks import surfaces
from bot.blocks.surfaces import Message
from bot.domain.outcomes.help import HelpShown, Usage

_GROUPS = {
    "The week": ("/plan", "/mine", "/photos"),
    "How it goes": ("/figures", "/leads", "/digest"),
    "Rounds itself": ("/rounds",),
}
_NEXT = {
    "/plan": "Days: `today`, `thu`, `next thu`, `nov 28`. Times: `4pm`, `noon`, `eod`. "
    "Kinds: #service, #human, #community.",
    "/leads": "Only a source and your own code, please: never a name.",
}
_START = "*Nothing is set up yet.* Type `/rounds setup` to begin; it takes two minutes."
_MORE = "Add `help` to any of them, such as `/plan help`. Only you see this."


@cache
def draw_help_shown(outcome: HelpShown) -> Message:
    """Show what can be typed: everything in a line each, or the phrases of one slash command."""
    blocks: list[kit.Block] = [] if outcome.is_set_up else [kit.SectionBlock(_START)]
    if outcome.about:
        blocks.append(kit.SectionBlock(_lines(outcome.usages)))
        more = _NEXT.get(outcome.about, "`/rounds` shows everything else.")
    else:
        blocks += [kit.SectionBlock(f"*{group}*\n{_lines(usages)}") for group, usages in _grouped(outcome.usages)]
        more = _MORE
    blocks.append(kit.ContextBlock([kit.Text(more)]))
    start = "" if outcome.is_set_up else "Type /rounds setup to begin. "
    return surfaces.message(f"{start}You can type: {', '.join(usage.words for usage in outcome.usages)}", blocks)


def _lines(usages: Iterable[Usage]) -> str:
    return "\n".join(f"`{usage.words}`  {usage.does}" for usage in usages)


def _grouped(usages: Iterable[Usage]) -> Iterable[tuple[str, list[Usage]]]:
    by_words = {usage.words: usage for usage in usages}
    return ((group, [by_words[words] for words in slashes]) for group, slashes in _GROUPS.items())

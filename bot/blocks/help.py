"""How help is shown: short enough to be read between two patients."""

from collections.abc import Iterable
from functools import cache

from bot.blocks import kit, surfaces
from bot.blocks.surfaces import Message
from bot.domain.outcomes.help import HelpShown, Usage

_GROUPS = {
    "The week": ("/plan", "/mine", "/photos"),
    "How it goes": ("/figures", "/leads", "/comments", "/digest"),
    "Rounds itself": ("/rounds",),
}
_NEXT = {
    "/plan": "Days: `today`, `thu`, `next thu`, `nov 28`. Times: `4pm`, `noon`, `eod`. "
    "Kinds: #service, #human, #community.",
    "/comments": "Only where and how it sounds, please: never what was written, and never who wrote it.",
    "/leads": "Only a source and your own code, please: never a name.",
}
_PARTS = {
    "/plan": {
        "The week": ("", "next", "add", "skip", "move", "mine", "check"),
        "More posts": ("event", "series", "ideas", "idea", "question", "questions", "copy", "ads"),
        "Further ahead": ("month", "quarter", "year", "budget"),
        "How the plan is made": ("cadence", "steps", "pause", "resume", "export"),
    },
}
"""What is typed most comes first, under the word that each phrase begins with."""
_START = "*Nothing is set up yet.* Type `/rounds setup` to begin; it takes two minutes."
_MORE = "Add `help` to any of them, such as `/plan help`. Only you see this."


@cache
def draw_help_shown(outcome: HelpShown) -> Message:
    """Show what can be typed: everything in a line each, or the phrases of one slash command."""
    blocks: list[kit.Block] = [] if outcome.is_set_up else [kit.SectionBlock(_START)]
    if outcome.about:
        blocks += [kit.SectionBlock(part) for part in _parts(outcome.about, outcome.usages)]
        more = _NEXT.get(outcome.about, "`/rounds` shows everything else.")
    else:
        blocks += [kit.SectionBlock(f"*{group}*\n{_lines(usages)}") for group, usages in _grouped(outcome.usages)]
        more = _MORE
    blocks.append(kit.ContextBlock([kit.Text(more)]))
    start = "" if outcome.is_set_up else "Type /rounds setup to begin. "
    return surfaces.message(f"{start}You can type: {', '.join(usage.words for usage in outcome.usages)}", blocks)


def _parts(about: str, usages: Iterable[Usage]) -> list[str]:
    """Give the phrases of a slash command, in parts with a heading where there are many."""
    held = list(usages)
    if about not in _PARTS:
        return [_lines(held)]
    of = {word: heading for heading, words in _PARTS[about].items() for word in words}
    first = next(iter(_PARTS[about]))
    parts: dict[str, list[Usage]] = {heading: [] for heading in _PARTS[about]}
    for usage in held:
        parts[of.get(usage.words.removeprefix(about).strip().partition(" ")[0], first)].append(usage)
    return [f"*{heading}*\n{_lines(found)}" for heading, found in parts.items() if found]


def _lines(usages: Iterable[Usage]) -> str:
    return "\n".join(f"`{usage.words}`  {usage.does}" for usage in usages)


def _grouped(usages: Iterable[Usage]) -> Iterable[tuple[str, list[Usage]]]:
    by_words = {usage.words: usage for usage in usages}
    return ((group, [by_words[words] for words in slashes if words in by_words]) for group, slashes in _GROUPS.items())

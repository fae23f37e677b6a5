"""How a problem is told: what happened in one sentence, and what to do about it.

These sentences repeat what somebody typed, so they are drawn as rich text, in which nothing pings, turns bold or
becomes a link. Between backticks, and where the nearest phrase is named, stands what can be typed.
"""

from bot.blocks import kit, saying, surfaces
from bot.blocks.surfaces import Message
from bot.domain.errors import Misread, PlanError

_ZERO_WIDTH = "\u200b"


def draw_problem(problem: PlanError) -> Message:
    """Tell a person what was not understood or not possible; nothing was changed."""
    nearest = problem.nearest if isinstance(problem, Misread) else None
    blocks: list[kit.Block] = [_told(problem.sentence)]
    if problem.hint and problem.hint.strip("`"):
        blocks.append(_told(problem.hint, nearest))
    if isinstance(problem, Misread) and problem.usages:
        usages = "\n".join(f"`{usage}`" for usage in problem.usages)
        blocks.append(kit.ContextBlock([kit.Text(f"You can type:\n{usages}")]))
    drawn = surfaces.message(_in_short(problem), blocks)
    also = tuple((other.field or "", _in_short(other)) for other in problem.also)
    return Message(drawn.text, drawn.blocks, problem_field=problem.field or "", also=also)


def marked(words: str) -> str:
    """Show a problem in mrkdwn: what was typed exactly as typed, and what can be typed between its backticks."""
    return "`".join(map(saying.plain, words.split("`")))


def draw_unavailable() -> Message:
    """Tell that nothing could be saved just now."""
    text = "I can't reach my notes right now, so nothing was changed. Please try again in a minute."
    return surfaces.message(text, [kit.SectionBlock(text)])


def draw_not_shown() -> Message:
    """Tell that Slack did not show what was to be seen."""
    text = "Slack didn't let me show you the answer just now. Please try again in a moment."
    return surfaces.message(text, [kit.SectionBlock(text)])


def draw_apology(reference: str) -> Message:
    """Tell that the fault is ours, with the reference under which it was logged."""
    text = (
        "Sorry, something went wrong on my side and nothing was changed. "
        f"If it happens again, mention reference {reference}."
    )
    return surfaces.message(text, [kit.SectionBlock(text)])


def _told(words: str, nearest: str | None = None) -> kit.Block:
    marked = words.replace(nearest, f"`{nearest}`", 1) if nearest and "`" not in words else words
    parts = [kit.RichText(part, code=number % 2 == 1 or None) for number, part in enumerate(marked.split("`")) if part]
    return kit.RichTextBlock(kit.RichTextSection(list(parts)))


def _in_short(problem: PlanError) -> str:
    return _unmarked(" ".join(part for part in (problem.sentence, problem.hint) if part))


def _unmarked(words: str) -> str:
    """The same words where a form or a notification shows them: no mark of Slack's begins in them."""
    return words.replace("`", "").replace("<", f"<{_ZERO_WIDTH}")

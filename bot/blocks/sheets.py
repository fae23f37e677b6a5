"""How the plan as a file is spoken of: what a sheet would change, beside what is there, before anything does."""

from datetime import date, time

from bot.blocks import kit, problems, saying
from bot.blocks.plan_phrases import listed
from bot.blocks.surfaces import Message, Nothing, message
from bot.blocks.versions import from_to
from bot.commands import buttons
from bot.commands.vocabulary import ApplySheet, CancelSheet
from bot.domain import said
from bot.domain.outcomes.sheets import (
    PlanExported,
    PlanNotSent,
    SheetApplied,
    SheetCompared,
    SheetNoticed,
    SheetRefused,
    SheetSetAside,
    SheetUnderWay,
)
from bot.domain.sheet import Line
from bot.domain.sheet_changes import Changed, Comparison

_MOST_LINES = 12
_MOST_WORDS = 80
_MOST_CHARACTERS = 2_800
"""A text holds 3,000 (docs.slack.dev, text object)."""
COMES_BACK = (
    "Here is the plan. Change what you like and share the file here again: I'll show you what would change, and you "
    "decide."
)
"""What is written beside a workbook that is sent."""


def draw_plan_exported(outcome: PlanExported) -> Message:
    """Say where the file will be."""
    kind = "CSV file" if outcome.form == "csv" else "Excel workbook"
    words = f"The plan is on its way to your direct messages with me, as {'a' if kind[0] == 'C' else 'an'} {kind}."
    return message(words, [kit.SectionBlock(words)])


def draw_plan_not_sent(_outcome: PlanNotSent) -> Message:
    """Say what has to be done before files can be sent."""
    words = (
        "I made the file, but I may not send files in this workspace yet. Whoever looks after the app can install it "
        "again: it then asks for `files:write`."
    )
    return message(words, [kit.SectionBlock(words)])


def draw_sheet_noticed(_outcome: SheetNoticed) -> Nothing:
    """Say nothing yet: what the sheet comes to is told when it has been read."""
    return Nothing()


def draw_sheet_compared(outcome: SheetCompared) -> Message:
    """Show what a sheet comes to: its problems, or its changes with a way to apply them."""
    found = outcome.comparison
    if found.problems:
        return _problems(outcome)
    if found.is_empty:
        words = f"That sheet says what the plan says: {saying.count(found.same, 'post')}, all the same. {_kept(found)}"
        return message(words.strip(), [kit.SectionBlock(words.strip())], in_place=outcome.in_place)
    anew = "The plan has changed in the meantime. " if outcome.is_anew else ""
    head = f"{anew}Your sheet would change this: {_counts(found)}. Nothing has changed yet."
    parts = _changes(found)
    apply, cancel = ApplySheet(outcome.sheet_id, found.mark), CancelSheet(outcome.sheet_id)
    blocks: list[kit.Block] = [
        kit.SectionBlock(head),
        kit.SectionBlock(_listed(parts)),
        kit.ActionsBlock(
            [
                kit.Button("Apply", buttons.action_of(apply), value=buttons.value_of(apply), style="primary"),
                kit.Button("Cancel", buttons.action_of(cancel), value=buttons.value_of(cancel)),
            ]
        ),
    ]
    if _kept(found):
        blocks.insert(2, kit.ContextBlock([kit.Text(_kept(found))]))
    return message(head, blocks, in_place=outcome.in_place)


def told(found: Comparison) -> list[str]:
    """Say what a sheet comes to where there are no blocks: on a command line, all of it."""
    if found.problems:
        return [f"{problem.cell}: {problem.sentence}" for problem in found.problems]
    if found.is_empty:
        return [f"The sheet says what the plan says: {saying.count(found.same, 'post')}, all the same."]
    changes = [change.replace("*", "") for change in _changes(found)]
    return [f"{_counts(found)}:", *changes, *filter(None, [_kept(found)])]


def draw_sheet_refused(outcome: SheetRefused) -> Message:
    """Say why a file can't be taken in, and what works."""
    words = problems.marked(f"{outcome.sentence} {outcome.hint}".strip())
    return message(words, [kit.SectionBlock(words)])


def draw_sheet_applied(outcome: SheetApplied) -> Message:
    """Say what has changed."""
    done = [
        f"{saying.count(number, 'post')} {what}"
        for number, what in ((outcome.added, "added"), (outcome.changed, "changed"), (outcome.taken_out, "taken out"))
        if number
    ]
    words = f"Done: {listed(done)}. `/plan` shows the week."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_sheet_under_way(outcome: SheetUnderWay) -> Message:
    """Say that it takes a moment."""
    words = f"I'm putting {outcome.changes} changes into the plan. I'll tell you when it is done."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_sheet_set_aside(_outcome: SheetSetAside) -> Message:
    """Say that nothing has changed."""
    words = "I've set that sheet aside. Nothing has changed."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def _problems(outcome: SheetCompared) -> Message:
    found = outcome.comparison
    one = "One cell doesn't" if len(found.problems) == 1 else f"{len(found.problems)} cells don't"
    head = f"{one} fit yet, so nothing has changed. Put it right and share the file again."
    told = [f"*{saying.plain(problem.cell)}*: {saying.plain(problem.sentence)}" for problem in found.problems]
    return message(head, [kit.SectionBlock(head), kit.SectionBlock(_listed(told))], in_place=outcome.in_place)


def _changes(found: Comparison) -> list[str]:
    taken_out = [f"\u2013 takes out {_named(post.what)} of {saying.day(post.on)}" for post in found.taken_out]
    return [*map(_added, found.added), *map(_changed, found.changed), *taken_out]


def _counts(found: Comparison) -> str:
    counted = ((len(found.added), "new"), (len(found.changed), "changed"), (len(found.taken_out), "taken out"))
    parts = [f"{saying.count(number, 'post')} {what}" for number, what in counted if number]
    return listed(parts)


def _kept(found: Comparison) -> str:
    if not found.missing:
        return ""
    posts = saying.count(found.missing, "post")
    return f"{posts} of the plan {'is' if found.missing == 1 else 'are'} not in the sheet and stay as they are."


def _added(line: Line) -> str:
    on, at = date.fromisoformat(line.given["on"]), time.fromisoformat(line.given["at"])
    return f"+ {_named(line.given['what'])} on {said.day(on, on)}, {said.clock(at)} ({line.given['kind']})"


def _changed(changed: Changed) -> str:
    parts = "; ".join(from_to(field, before, after) for field, (before, after) in changed.changes.items())
    return f"\u2022 {_named(changed.post.what)} of {saying.day(changed.post.on)}: {parts}"


def _named(words: str) -> str:
    return f"*{saying.plain(saying.short(' '.join(words.split()), _MOST_WORDS))}*"


def _listed(parts: list[str]) -> str:
    """List as many as fit, and how many more there are."""
    shown: list[str] = []
    for part in parts[:_MOST_LINES]:
        if sum(map(len, shown)) + len(part) > _MOST_CHARACTERS:
            break
        shown.append(part)
    more = len(parts) - len(shown)
    return "\n".join([*shown, f"and {more} more"] if more else shown)

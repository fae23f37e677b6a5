"""How the outline of the week looks, and the form that edits it."""

from collections.abc import Sequence

from bot.blocks import choices, kit, saying
from bot.blocks.plan_phrases import MEANT_FOR, TASK_WORDS, capital, place
from bot.blocks.surfaces import Drawn, Message, Modal, message, modal
from bot.commands import buttons
from bot.commands.places import to_plain
from bot.commands.vocabulary import Command, OpenCadenceForm, OpenPlaceForm
from bot.domain import said
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import CadenceFormOpened, CadencePreviewed, CadenceSet, CadenceShown, Edit
from bot.domain.outline import OnClosed
from bot.domain.reshaping import HORIZON
from storage.tables import Task

_MOST_TYPED = 3000
"""Slack's limit for a text input (docs.slack.dev, plain-text input element)."""
_ON_CLOSED = {
    OnClosed.KEEP: "It stays",
    OnClosed.MOVE: "It moves to the next opening day",
    OnClosed.DROP: "It is left out",
}
_CLOSED_NOW = {
    OnClosed.KEEP: "A place on a day you are closed stays where it is.",
    OnClosed.MOVE: "A place on a day you are closed moves to the next opening day, if that comes before its next turn.",
    OnClosed.DROP: "A place on a day you are closed is left out.",
}
_AS_IT_WAS = "The outline stays as it was."


def draw_cadence_shown(outcome: CadenceShown) -> Message:
    """Show the outline, with buttons for who looks after it."""
    blocks: list[kit.Block] = [kit.SectionBlock("*The outline of your weeks*")]
    if outcome.may_edit:
        changes = [
            _button("Change", OpenPlaceForm(slot_id), apart=str(slot_id), aloud=f"Change {place(spot)}")
            for slot_id, spot in zip(outcome.slot_ids, outcome.places, strict=True)
        ]
        lines = [_line(spot) for spot in outcome.places]
        blocks += [kit.SectionBlock(words, accessory=edit) for words, edit in zip(lines, changes, strict=True)]
        ways: list[kit.Element] = [_button("Add a place", OpenPlaceForm()), _button("Edit all", OpenCadenceForm())]
        blocks.append(kit.ActionsBlock(ways))
    else:
        blocks.append(kit.SectionBlock(_lines(outcome.places)))
        blocks.append(kit.ContextBlock([kit.Text(f"{saying.name(outcome.lead)} can change it.")]))
    said_aloud = "; ".join(place(spot) for spot in outcome.places) or "empty"
    return message(f"The outline of your weeks: {said_aloud}", blocks)


def draw_cadence_form_opened(outcome: CadenceFormOpened) -> Modal:
    """Ask for the whole outline, one place on each line."""
    typed = kit.PlainTextInput(
        "value",
        multiline=True,
        initial_value="\n".join(typed_line(spot) for spot in outcome.places) or None,
        max_length=_MOST_TYPED,
        placeholder="Mon 10am service",
        focus_on_load=True,
    )
    asked = kit.InputBlock(
        "One place on each line",
        typed,
        block_id="places",
        hint="A day, a time, and what it is for. Also: second Tue 3pm human Instagram until mar 31",
    )
    words = "Several places a day are fine. Posts you planned already keep their day."
    options = choices.options((words, rule) for rule, words in _ON_CLOSED.items())
    radio = kit.RadioButtonGroup("value", list(options.values()), initial_option=options[outcome.on_closed])
    closed = kit.InputBlock("When a place falls on a day you are closed", radio, block_id="on_closed")
    blocks: list[kit.Block] = [kit.ContextBlock([kit.Text(words)]), asked, closed]
    return modal("Outline of your weeks", blocks, form="preview-cadence", submit="See what changes")


def draw_cadence_previewed(outcome: CadencePreviewed) -> Drawn:
    """Say what would change, and ask before anything does."""
    if not outcome.edit:
        return message(_AS_IT_WAS, [kit.SectionBlock(_AS_IT_WAS)])
    blocks: list[kit.Block] = [
        kit.SectionBlock("\n".join(["*This is what changes from now on*", *_changes(outcome.edit)])),
        *(kit.ContextBlock([kit.Text(words)]) for words in _reach(outcome.edit)),
        kit.ContextBlock([kit.Text("The weeks that are over stay as they were.")]),
    ]
    keeps = {"places": to_plain(outcome.wanted), "on_closed": outcome.edit.on_closed or ""}
    return modal("Before it changes", blocks, form="set-cadence", submit="Apply", keeps=keeps)


def draw_cadence_set(outcome: CadenceSet) -> Message:
    """Say what changed, and the outline as it is now."""
    changes = _changes(outcome.edit)
    if outcome.edit.reach.filled:
        keep = "keeps its day and time" if outcome.edit.reach.filled == 1 else "keep their day and time"
        changes.append(f"{saying.count(outcome.edit.reach.filled, 'planned post')} {keep}.")
    summary = " ".join(changes) or _AS_IT_WAS
    blocks: list[kit.Block] = [
        kit.SectionBlock("\n".join(changes) or summary),
        kit.SectionBlock(f"*The outline from now on*\n{_lines(outcome.places)}"),
        kit.ContextBlock([kit.Text("Type `/plan` to see this week.")]),
    ]
    return message(summary, blocks)


def typed_line(spot: Place) -> str:
    """Say a place as it can be typed: "Second Tue 3:00 PM human Instagram until Wed 31 Mar 2027"."""
    stretch = (
        f"{word} {said.day(on)}" for word, on in (("from", spot.since_on), ("until", spot.until_on)) if on is not None
    )
    money = str(spot.budget) if spot.budget else ""
    words = (
        said.RANKS[spot.rank],
        said.WEEKDAYS[spot.weekday][:3],
        said.clock(spot.at),
        spot.kind,
        money,
        spot.network,
    )
    return " ".join(word for word in (*words, *stretch) if word)


def _changes(edit: Edit) -> list[str]:
    return [
        *(f"New: {place(spot)}." for spot in edit.added),
        *(f"{_how(before, after)}: {place(after)}." for before, after in edit.moved),
        *(f"No longer: {place(spot)}." for spot in edit.gone),
        *([_CLOSED_NOW[edit.on_closed]] if edit.on_closed else []),
    ]


def _how(before: Place, after: Place) -> str:
    return "Now at another time" if before.at != after.at else "Changed"


def _reach(edit: Edit) -> list[str]:
    """Say how much of the plan an edit changes: "24 places in the next 12 weeks, 3 of them already filled: kept."."""
    if not edit.reach.places:
        return []
    weeks = HORIZON.days // 7
    kept = f", {edit.reach.filled} already filled: kept as planned" if edit.reach.filled else ", none filled yet"
    return [f"{capital(saying.count(edit.reach.places, 'future place'))} in the next {weeks} weeks{kept}."]


def _lines(places: Sequence[Place]) -> str:
    return "\n".join(_line(spot) for spot in places) or "It has no places yet."


def _line(spot: Place) -> str:
    asked = ", ".join(f"{TASK_WORDS[Task(task)]}: <@{user_id}>" for task, user_id in spot.owners)
    return f"{place(spot)}: {MEANT_FOR[spot.kind]}{f' ({asked})' if asked else ''}"


def _button(words: str, opens: Command, *, apart: str = "", aloud: str | None = None) -> kit.Button:
    action = buttons.action_of(opens, apart=apart)
    return kit.Button(
        words, action, value=buttons.value_of(opens), accessibility_label=aloud and saying.short(aloud, 75)
    )

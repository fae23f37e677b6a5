"""How the outline of the week looks, and the form that edits it."""

from collections.abc import Sequence
from datetime import time

import slackblocks as kit

from bot.blocks import choices, saying
from bot.blocks.plan_phrases import MEANT_FOR, capital, place
from bot.blocks.surfaces import Drawn, Message, Modal, message, modal
from bot.commands import buttons
from bot.commands.places import to_plain
from bot.commands.vocabulary import OpenCadenceForm
from bot.domain import said
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import CadenceFormOpened, CadencePreviewed, CadenceSet, CadenceShown, Edit
from bot.domain.reshaping import HORIZON
from storage.tables import Kind

_USUAL_HOUR = time(10)
_AS_IT_WAS = "The outline stays as it was."


def draw_cadence_shown(outcome: CadenceShown) -> Message:
    """Show the outline, with a button for who looks after it."""
    blocks: list[kit.Block] = [
        kit.SectionBlock("*The outline of every week*"),
        kit.SectionBlock(_lines(outcome.places)),
    ]
    if outcome.may_edit:
        opens = OpenCadenceForm()
        edit = kit.Button("Change it", buttons.action_of(opens), value=buttons.value_of(opens))
        blocks.append(kit.ActionsBlock([edit]))
    else:
        blocks.append(kit.ContextBlock([kit.Text(f"{saying.name(outcome.lead)} can change it.")]))
    said_aloud = "; ".join(place(spot) for spot in outcome.places) or "empty"
    return message(f"The outline of every week: {said_aloud}", blocks)


def draw_cadence_form_opened(outcome: CadenceFormOpened) -> Modal:
    """Ask for the place of each weekday: what it is for, and when."""
    blocks: list[kit.Block] = [
        kit.ContextBlock([kit.Text("One place for each day you post on. Posts you planned already keep their day.")])
    ]
    for weekday, name in enumerate(said.WEEKDAYS):
        spot = next((spot for spot in outcome.places if spot.weekday == weekday), None)
        blocks.append(_kind(weekday, name, spot.kind if spot else "none"))
        picker = kit.TimePicker("value", initial_time=(spot.at if spot else _USUAL_HOUR).strftime("%H:%M"))
        blocks.append(kit.InputBlock(f"{name}, at", picker, block_id=f"at_{weekday}", optional=True))
    return modal("Outline of the week", blocks, form="preview-cadence", submit="See what changes")


def draw_cadence_previewed(outcome: CadencePreviewed) -> Drawn:
    """Say what would change, and ask before anything does."""
    if not outcome.edit:
        return message(_AS_IT_WAS, [kit.SectionBlock(_AS_IT_WAS)])
    blocks: list[kit.Block] = [
        kit.SectionBlock("\n".join(["*This is what changes from now on*", *_changes(outcome.edit)])),
        *(kit.ContextBlock([kit.Text(words)]) for words in _reach(outcome.edit)),
        kit.ContextBlock([kit.Text("The weeks that are over stay as they were.")]),
    ]
    keeps = {"places": to_plain(outcome.wanted)}
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
        kit.SectionBlock(f"*Every week from now on*\n{_lines(outcome.places)}"),
        kit.ContextBlock([kit.Text("Type `/plan` to see this week.")]),
    ]
    return message(summary, blocks)


def _changes(edit: Edit) -> list[str]:
    return [
        *(f"New: {place(spot)}." for spot in edit.added),
        *(f"Now at another time: {place(after)}." for _, after in edit.moved),
        *(f"No longer: {place(spot)}." for spot in edit.gone),
    ]


def _reach(edit: Edit) -> list[str]:
    """Say how much of the plan an edit changes: "24 places in the next 12 weeks, 3 of them already filled: kept."."""
    if not edit.reach.places:
        return []
    weeks = HORIZON.days // 7
    kept = f", {edit.reach.filled} already filled: kept as planned" if edit.reach.filled else ", none filled yet"
    return [f"{capital(saying.count(edit.reach.places, 'future place'))} in the next {weeks} weeks{kept}."]


def _lines(places: Sequence[Place]) -> str:
    if not places:
        return "It has no places yet."
    return "\n".join(f"{place(spot)}: {MEANT_FOR[Kind(spot.kind)]}" for spot in places)


def _kind(weekday: int, name: str, chosen: str) -> kit.Block:
    options = choices.options([("Nothing", "none"), *((capital(kind), str(kind)) for kind in Kind)])
    menu = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=options[chosen])
    return kit.InputBlock(name, menu, block_id=f"kind_{weekday}")

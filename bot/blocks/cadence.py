"""How the outline of the week looks, and the form that edits it."""

from collections.abc import Sequence
from datetime import time

import slackblocks as kit

from bot.blocks import choices, saying
from bot.blocks.plan_phrases import MEANT_FOR, capital, place
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands import buttons
from bot.commands.vocabulary import OpenCadenceForm
from bot.domain import said
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import CadenceFormOpened, CadenceSet, CadenceShown
from storage.tables import Kind

_USUAL_HOUR = time(10)


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
    return modal("Outline of the week", blocks, form="set-cadence", submit="Save")


def draw_cadence_set(outcome: CadenceSet) -> Message:
    """Say what changed, and the outline as it is now."""
    changes = [
        *(f"New: {place(spot)}." for spot in outcome.added),
        *(f"Now at another time: {place(spot)}." for spot in outcome.moved),
        *(f"No longer: {place(spot)}." for spot in outcome.gone),
    ]
    if outcome.posts_kept:
        keep = "keeps its day and time" if outcome.posts_kept == 1 else "keep their day and time"
        changes.append(f"{saying.count(outcome.posts_kept, 'planned post')} {keep}.")
    summary = " ".join(changes) or "The outline stays as it was."
    blocks: list[kit.Block] = [
        kit.SectionBlock("\n".join(changes) or summary),
        kit.SectionBlock(f"*Every week from now on*\n{_lines(outcome.places)}"),
        kit.ContextBlock([kit.Text("Type `/plan` to see this week.")]),
    ]
    return message(summary, blocks)


def _lines(places: Sequence[Place]) -> str:
    if not places:
        return "It has no places yet."
    return "\n".join(f"{place(spot)}: {MEANT_FOR[Kind(spot.kind)]}" for spot in places)


def _kind(weekday: int, name: str, chosen: str) -> kit.Block:
    options = choices.options([("Nothing", "none"), *((capital(kind), str(kind)) for kind in Kind)])
    menu = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=options[chosen])
    return kit.InputBlock(name, menu, block_id=f"kind_{weekday}")

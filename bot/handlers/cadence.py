"""Looking at the outline of the week, saying what an edit would change, and changing it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.commands.vocabulary import OpenCadenceForm, PreviewCadence, SetCadence, ShowCadence
from bot.domain import plan_errors, reshaping, roles
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import CadenceFormOpened, CadencePreviewed, CadenceSet, CadenceShown, Edit
from bot.domain.outline import Outline
from bot.domain.reshaping import Change, place_of
from bot.handlers.call import Call, Scene
from storage import members, posts, slots
from storage.tables import Slot


def show_cadence(command: ShowCadence, call: Call) -> CadenceShown:  # noqa: ARG001 - every handler takes its command
    """Show the outline."""
    return CadenceShown(places_of(call), _may_edit(call), call.lead())


def open_cadence_form(command: OpenCadenceForm, call: Call) -> CadenceFormOpened:  # noqa: ARG001 - as above
    """Open the form that edits the outline, for the lead and the backup."""
    _check_may_edit(call)
    return CadenceFormOpened(places_of(call))


def preview_cadence(command: PreviewCadence, call: Call) -> CadencePreviewed:
    """Say what an edit of the outline would change, and change nothing."""
    _check_may_edit(call)
    change = _change(command.places, call)
    return CadencePreviewed(command.places, _edit(change, call))


def set_cadence(command: SetCadence, call: Call) -> CadenceSet:
    """Replace the outline from now on; weeks that are over stay, and planned posts keep their day and hour."""
    _check_may_edit(call)
    change = _change(command.places, call)
    edit = _edit(change, call)
    apply(change, call, call.zone)
    return CadenceSet(places_of(call), edit)


def apply(change: Change, scene: Scene, zone: ZoneInfo) -> None:
    """Save what an edit does to the outline: what changes ends, and what is new begins."""
    for slot, place in change.moved:
        _replace(slot, place, reshaping.holds_from(slot.at, place.at, now=scene.now, zone=zone), scene)
    for slot in change.gone:
        _end(slot, reshaping.holds_from(slot.at, now=scene.now, zone=zone), scene)
    for place in change.added:
        scene.session.add(_slot(place, reshaping.holds_from(place.at, now=scene.now, zone=zone), scene))
    scene.session.flush()


def places_of(scene: Scene) -> tuple[Place, ...]:
    """Give the outline as it stands."""
    return tuple(place_of(slot) for slot in slots.standing(scene.session, scene.workspace_id, scene.today))


def outline_of(scene: Scene, first: date, last: date) -> Outline:
    """Give the outline of a stretch of days."""
    return Outline(slots.outline(scene.session, scene.workspace_id, first, last))


def _change(places: tuple[Place, ...], call: Call) -> Change:
    return reshaping.compare(slots.standing(call.session, call.workspace_id, call.today), places)


def _edit(change: Change, call: Call) -> Edit:
    planned = posts.between(call.session, call.workspace_id, call.today, call.today + reshaping.HORIZON)
    return Edit(
        added=change.added,
        moved=tuple((place_of(slot), place) for slot, place in change.moved),
        gone=tuple(place_of(slot) for slot in change.gone),
        reach=reshaping.reach(change, planned, now=call.now, zone=call.zone),
    )


def _replace(slot: Slot, place: Place, since_on: date, scene: Scene) -> None:
    """Let a place go on as another one, which has its posts from then on."""
    if slot.since_on >= since_on:
        slot.at = place.at
        return
    after = _slot(place, since_on, scene)
    after.until_on = slot.until_on
    scene.session.add(after)
    scene.session.flush()
    slots.hand_on(scene.session, scene.workspace_id, slot, after)
    _end(slot, since_on, scene)


def _end(slot: Slot, gone_on: date, scene: Scene) -> None:
    """End a place on the day before; one that never came round is forgotten."""
    if slot.since_on >= gone_on:
        scene.session.delete(slot)
    else:
        slot.until_on = gone_on - timedelta(days=1)


def _slot(place: Place, since_on: date, scene: Scene) -> Slot:
    return Slot(workspace_id=scene.workspace_id, weekday=place.weekday, at=place.at, kind=place.kind, since_on=since_on)


def _may_edit(call: Call) -> bool:
    return roles.leads(call.member, members.holders(call.session, call.workspace_id))


def _check_may_edit(call: Call) -> None:
    if not _may_edit(call):
        raise plan_errors.not_yours_to_outline(call.lead().name)

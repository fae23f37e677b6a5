"""Looking at the outline of the week, and replacing it."""

from bot.commands.vocabulary import OpenCadenceForm, SetCadence, ShowCadence
from bot.domain import cadence, plan_errors, roles
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import CadenceFormOpened, CadenceSet, CadenceShown
from bot.handlers.call import Call, Scene
from storage import members, posts, slots
from storage.tables import Slot


def show_cadence(command: ShowCadence, call: Call) -> CadenceShown:  # noqa: ARG001 - every handler takes its command
    """Show the outline."""
    return CadenceShown(places_of(call), _may_edit(call), call.lead())


def open_cadence_form(command: OpenCadenceForm, call: Call) -> CadenceFormOpened:  # noqa: ARG001 - as above
    """Open the form that edits the outline, for the lead and the backup."""
    if not _may_edit(call):
        raise plan_errors.not_yours_to_outline(call.lead().name)
    return CadenceFormOpened(places_of(call))


def set_cadence(command: SetCadence, call: Call) -> CadenceSet:
    """Replace the outline; posts that are planned already keep their day and hour."""
    if not _may_edit(call):
        raise plan_errors.not_yours_to_outline(call.lead().name)
    change = cadence.compare(slots.outline(call.session, call.workspace_id), command.places)
    changed = {slot.id for slot in change.gone} | {slot.id for slot, _ in change.moved}
    waiting = [
        post for post in posts.to_come(call.session, call.workspace_id, call.now) if post.slot_id in changed - {None}
    ]
    moved = tuple(Place(slot.weekday, at, slot.kind) for slot, at in change.moved)
    gone = tuple(_place(slot) for slot in change.gone)
    apply(change, call)
    return CadenceSet(places_of(call), change.added, moved, gone, len(waiting))


def apply(change: cadence.Change, scene: Scene) -> None:
    """Save what an edit does to the outline."""
    for slot, at in change.moved:
        slot.at = at
    for slot in change.gone:
        scene.session.delete(slot)
    scene.session.add_all(
        Slot(workspace_id=scene.workspace_id, weekday=place.weekday, at=place.at, kind=place.kind)
        for place in change.added
    )
    scene.session.flush()


def places_of(scene: Scene) -> tuple[Place, ...]:
    """Give the outline as it stands."""
    return tuple(_place(slot) for slot in slots.outline(scene.session, scene.workspace_id))


def _may_edit(call: Call) -> bool:
    return roles.leads(call.member, members.holders(call.session, call.workspace_id))


def _place(slot: Slot) -> Place:
    return Place(slot.weekday, slot.at, slot.kind)

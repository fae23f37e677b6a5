"""Looking at the outline of the week, saying what an edit would change, and changing it."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.commands import places
from bot.commands.vocabulary import OpenCadenceForm, OpenPlaceForm, PreviewCadence, SetCadence, ShowCadence
from bot.domain import outline_errors, plan_errors, reshaping, roles
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import (
    CadenceFormOpened,
    CadencePreviewed,
    CadenceSet,
    CadenceShown,
    Edit,
    PlaceFormOpened,
)
from bot.domain.outline import OnClosed, Outline
from bot.domain.reshaping import Change, place_of
from bot.handlers.call import Call, Scene
from storage import members, posts, slots
from storage.tables import AdKind, Member, Post, Slot


def show_cadence(command: ShowCadence, call: Call) -> CadenceShown:  # noqa: ARG001 - every handler takes its command
    """Show the outline."""
    standing = outline_as_it_stands(call)
    ids = tuple(slot.id or 0 for slot, _ in standing)
    return CadenceShown(tuple(place for _, place in standing), ids, call.leads(), call.lead())


def open_cadence_form(command: OpenCadenceForm, call: Call) -> CadenceFormOpened:  # noqa: ARG001 - as above
    """Open the form that edits the outline, for the lead and the backup."""
    check_may_edit(call)
    return CadenceFormOpened(places_of(call), reshaping.on_closed(call.workspace.on_closed))


def open_place_form(command: OpenPlaceForm, call: Call) -> PlaceFormOpened:
    """Open the form for one place of the outline, one that is there or a new one."""
    check_may_edit(call)
    standing = outline_as_it_stands(call)
    place = next((place for slot, place in standing if slot.id == command.slot_id), None)
    if command.slot_id is not None and place is None:
        raise outline_errors.no_such_place()
    is_ad = place.kind in set(AdKind) if place else command.is_ad
    return PlaceFormOpened(
        place, tuple(each for slot, each in standing if slot.id != command.slot_id), call.today, is_ad
    )


def preview_cadence(command: PreviewCadence, call: Call) -> CadencePreviewed:
    """Say what an edit of the outline would change, and change nothing."""
    check_may_edit(call)
    standing, wanted = outline_as_it_stands(call), command.places
    if command.keeps_owners:
        wanted = reshaping.with_owners(wanted, [place for _, place in standing])
    reshaping.check(wanted, call.today)
    if not places.fit(wanted):
        raise outline_errors.too_much()
    for place in wanted:
        _owners(place, call)
    rule = _new_rule(command.on_closed, call)
    return CadencePreviewed(wanted, _edit(reshaping.compare(standing, wanted), standing, rule, call))


def set_cadence(command: SetCadence, call: Call) -> CadenceSet:
    """Replace the outline from now on; weeks that are over stay, and planned posts keep their day and hour."""
    check_may_edit(call)
    reshaping.check(command.places, call.today)
    standing = outline_as_it_stands(call)
    change = reshaping.compare(standing, command.places)
    edit = _edit(change, standing, _new_rule(command.on_closed, call), call)
    apply(change, standing, call, call.zone)
    if edit.on_closed is not None:
        call.workspace.on_closed = {**call.workspace.on_closed, call.today.isoformat(): edit.on_closed.value}
    return CadenceSet(places_of(call), edit)


def apply(change: Change, standing: reshaping.Standing, scene: Scene, zone: ZoneInfo) -> None:
    """Save what an edit does to the outline: what changes ends, and what is new begins.

    A place that goes stays for today where another one of its kind has passed today: its post must not fill that one.
    """
    for slot, place in change.moved:
        _replace(slot, place, reshaping.holds_from(slot.at, place.at, now=scene.now, zone=zone), scene)
    for slot in change.gone:
        alike = [other.at for other, _ in standing if (other.weekday, other.kind) == (slot.weekday, slot.kind)]
        _end(slot, reshaping.holds_from(*alike, now=scene.now, zone=zone), scene)
    for place in change.added:
        scene.session.add(_slot(place, reshaping.holds_from(place.at, now=scene.now, zone=zone), scene))
    scene.session.flush()


def places_of(scene: Scene) -> tuple[Place, ...]:
    """Give the outline as it stands."""
    return tuple(place for _, place in outline_as_it_stands(scene))


def outline_of(scene: Scene, first: date, last: date) -> Outline:
    """Give the outline of a stretch of days."""
    rows = slots.outline(scene.session, scene.workspace_id, first, last)
    return Outline(rows, scene.opening, scene.workspace.on_closed, scene.workspace.pauses)


def outline_with_posts(scene: Scene, first: date, last: date) -> tuple[Outline, Sequence[Post]]:
    """Give the outline of a stretch of days, and the posts that decide how it is filled."""
    outline = outline_of(scene, first, last)
    return outline, posts.between(scene.session, scene.workspace_id, outline.first_due(first), last)


def check_may_edit(call: Call) -> None:
    """Refuse it to everybody but the lead and the backup."""
    if not call.leads():
        raise plan_errors.not_yours_to_outline(call.lead().name)


def outline_as_it_stands(scene: Scene) -> list[tuple[Slot, Place]]:
    """Give the outline as it stands, each row with the place it is."""
    rows = slots.standing(scene.session, scene.workspace_id, scene.today)
    people: dict[int, Member] = {}
    if any(slot.owners for slot in rows):
        people = {member.id or 0: member for member in members.everybody(scene.session, scene.workspace_id)}
    return [(slot, place_of(slot, scene.today, people)) for slot in rows]


def _new_rule(wanted: str, call: Call) -> OnClosed | None:
    """Give what is wanted for closed days, where that is not so already."""
    before = reshaping.on_closed(call.workspace.on_closed)
    rule = before if wanted not in set(OnClosed) else OnClosed(wanted)
    return None if rule is before else rule


def _edit(change: Change, standing: Sequence[tuple[Slot, Place]], on_closed: OnClosed | None, call: Call) -> Edit:
    was = {slot.id: place for slot, place in standing}
    planned = posts.between(call.session, call.workspace_id, call.today, call.today + reshaping.HORIZON)
    return Edit(
        added=change.added,
        moved=tuple((was[slot.id], place) for slot, place in change.moved),
        gone=tuple(was[slot.id] for slot in change.gone),
        on_closed=on_closed,
        reach=reshaping.reach(change, standing, planned, now=call.now, zone=call.zone),
    )


def _replace(slot: Slot, place: Place, since_on: date, scene: Scene) -> None:
    """Let a place go on as another one, which has its posts from then on."""
    after = _slot(place, since_on, scene)
    is_same = (slot.at, slot.budget) == (after.at, after.budget)
    if slot.since_on >= since_on or (is_same and place.since_on is None):
        slot.at, slot.network, slot.owners, slot.until_on = after.at, after.network, after.owners, after.until_on
        slot.budget = after.budget
        slot.since_on = max(since_on, after.since_on) if slot.since_on >= since_on else slot.since_on
        return
    after.moves = {due_on: to for due_on, to in slot.moves.items() if due_on >= since_on.isoformat()}
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
    return Slot(
        workspace_id=scene.workspace_id,
        weekday=place.weekday,
        at=place.at,
        kind=place.kind,
        since_on=max(since_on, place.since_on or since_on),
        until_on=place.until_on,
        rank=place.rank,
        network=place.network,
        owners=_owners(place, scene),
        budget=place.budget,
    )


def _owners(place: Place, scene: Scene) -> dict[str, int]:
    """Give the row ids of who is asked first; whoever can't be asked is refused."""
    asked = {
        task: roles.can_be_asked(members.by_user(scene.session, scene.workspace_id, user_id), field=task)
        for task, user_id in place.owners
    }
    return {task: member.id or 0 for task, member in asked.items()}

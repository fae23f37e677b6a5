"""Noticing that a plan stands still, and what the lead may do about it: a smaller outline, a pause, outside help."""

from datetime import date, time, timedelta

from bot.commands.vocabulary import (
    OpenPauseForm,
    PausePlan,
    PreviewCadence,
    ProposeSmaller,
    ResumePlan,
    ShowOutsideHelp,
)
from bot.domain import cadence, pauses, stall
from bot.domain.cadence import Entry
from bot.domain.localtime import first_instant
from bot.domain.outcomes.cadence import CadencePreviewed
from bot.domain.outcomes.stall import OutsideHelpShown, PauseFormOpened, PlanPaused, PlanResumed, StallTold
from bot.domain.stall import Kept, Memory
from bot.domain.weeks import Week
from bot.handlers.cadence import check_may_edit, outline_as_it_stands, outline_with_posts, preview_cadence
from bot.handlers.call import Call, Scene
from storage import posts, steps
from storage.tables import Delivery

_USUAL_PAUSE = timedelta(weeks=2)


def notice(scene: Scene, week: Week) -> bool:
    """Look whether the plan stands still, remember it, and tell whether the lead is to hear of it."""
    found = stall.signs(_entries(scene, week), scene.opening.closed_days, week)
    memory, is_told = stall.weigh(Memory.of(scene.workspace.stalled), found, week, scene.today)
    scene.workspace.stalled = memory.to_json()
    return is_told


def looked(scene: Scene) -> frozenset[str]:
    """Give the key of the week that was looked at last, also where there was nothing to tell."""
    week = Memory.of(scene.workspace.stalled).looked
    return frozenset({f"stall/{week}/lead"} if week else ())


def compose_stall(scene: Scene, delivery: Delivery) -> StallTold | None:
    """Tell the lead, from the plan as it is by now; nothing where it moves again."""
    week = Week.parse(delivery.about["week"])
    entries, closed = _entries(scene, week), scene.opening.closed_days
    found = stall.signs(entries, closed, week)
    weeks = tuple(each for each in stall.kept(entries, closed) if each.week < week)
    return StallTold(found, weeks[-3:], Memory.of(scene.workspace.stalled).times < 2) if found else None


def propose_smaller(command: ProposeSmaller, call: Call) -> CadencePreviewed:  # noqa: ARG001 - every handler takes its command
    """Show what a smaller outline would change, in the same preview as every edit of the outline."""
    check_may_edit(call)
    entries = _entries(call, Week.of(call.today))
    places = stall.smaller(outline_as_it_stands(call), entries, call.opening.closed_days)
    return preview_cadence(PreviewCadence(places), call)


def open_pause_form(command: OpenPauseForm, call: Call) -> PauseFormOpened:  # noqa: ARG001 - as above
    """Ask until when the plan is paused."""
    check_may_edit(call)
    until_on = pauses.until(call.workspace.pauses, call.today) or call.today + _USUAL_PAUSE
    return PauseFormOpened(call.today, until_on)


def pause_plan(command: PausePlan, call: Call) -> PlanPaused:
    """Pause the plan; what is planned stays in it, and reminders begin anew on the day it goes on."""
    check_may_edit(call)
    running = pauses.until(call.workspace.pauses, call.today)
    call.workspace.pauses = pauses.begun(call.workspace.pauses, call.today, command.until_on)
    _hold_reminders(call, command.until_on, instead_of=running)
    meanwhile = posts.between(call.session, call.workspace_id, call.today, command.until_on - timedelta(days=1))
    planned = [post for post in meanwhile if post.posted_at is None and post.publish_at > call.now]
    return PlanPaused(command.until_on, planned, call.zone)


def resume_plan(command: ResumePlan, call: Call) -> PlanResumed:  # noqa: ARG001 - as above
    """Let the plan go on."""
    check_may_edit(call)
    running = pauses.until(call.workspace.pauses, call.today)
    call.workspace.pauses = pauses.ended(call.workspace.pauses, call.today)
    if running is not None:
        _hold_reminders(call, call.today, instead_of=running)
    return PlanResumed(was_paused=running is not None)


def show_outside_help(command: ShowOutsideHelp, call: Call) -> OutsideHelpShown:  # noqa: ARG001 - as above
    """Show what somebody from outside can take on."""
    return OutsideHelpShown()


def kept_weeks(scene: Scene) -> tuple[Kept, ...]:
    """Give how the last twelve weeks went, without those in which no place came round."""
    this = Week.of(scene.today)
    return tuple(each for each in stall.kept(_entries(scene, this), scene.opening.closed_days) if each.week < this)


def _hold_reminders(scene: Scene, until_on: date, *, instead_of: date | None) -> None:
    """Remind of what is due before the plan goes on as if it were due then, so that nobody is late after it.

    What another day was to wait for, on which it would have gone on, waits for that no longer.
    """
    goes_on_at = first_instant(until_on, time.min, scene.zone)
    if instead_of is not None:
        waited_until = first_instant(instead_of, time.min, scene.zone)
        for step in steps.held_until(scene.session, scene.workspace_id, waited_until):
            step.snoozed_until = None
    opens_at = max(goes_on_at, scene.now)
    if scene.opening.is_ever_open:
        opens_at = scene.opening.next_open(opens_at, scene.zone)
    for step in steps.open_before(scene.session, scene.workspace_id, opens_at):
        step.snoozed_until = opens_at


def _entries(scene: Scene, week: Week) -> tuple[Entry, ...]:
    """Lay the plan out from twelve weeks ago to the end of the next week."""
    first, last = week.monday - timedelta(weeks=stall.LOOKS_BACK), week.next().days[-1]
    outline, planned = outline_with_posts(scene, first, last)
    return cadence.lay_out_days(first, last, outline, planned, now=scene.now, zone=scene.zone)

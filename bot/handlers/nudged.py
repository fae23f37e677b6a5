"""Nudges as they look by now: composed when they go out, and redrawn when one of their buttons is clicked.

What was finished, moved or handed on between owing and sending is left out; a message with nothing left is not sent,
and one whose reader may not be reminded any more by then is taken back, to be owed anew when they may.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.domain import approvals, dependencies, etiquette, nudging, substitutes
from bot.domain.approvals import Look
from bot.domain.etiquette import Manners
from bot.domain.nudging import Due
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.outcomes.steps import HelpWanted, Just, NudgeShown, StepWaiting
from bot.domain.substitutes import Missing
from bot.domain.team import Team
from bot.handlers import agreed, asking, away, held, look, missing, notes, strategy, taken_at
from bot.handlers.call import Scene
from storage import deliveries, habits, members, nudges, offers, waiting, workspaces
from storage.tables import Delivery, Member, Nudge, OfferState, Post, Reminder, Step, Task

_PROMPT = timedelta(minutes=15)
"""What was owed while somebody was in goes out although the door was closed a moment ago."""


def compose_nudge(scene: Scene, delivery: Delivery) -> NudgeShown | None:
    """Remind somebody of what still waits; nothing where all of it is settled meanwhile, or where it has to wait."""
    if not _may_go_out(scene, delivery):
        _take_back(scene, delivery)
        return None
    shown = _shown(scene, delivery, None, only_valid=True)
    return shown if shown is not None and shown.items else None


def compose_notice_help(scene: Scene, delivery: Delivery) -> HelpWanted | None:
    """Tell somebody privately that a step needs help; nothing where it is settled meanwhile."""
    wanted = _wanted(scene, delivery, None)
    if wanted is None or wanted.item.step.done_at or wanted.item.step.help_asked_at is None:
        return None
    return wanted


def compose_nudge_update(scene: Scene, delivery: Delivery) -> NudgeShown | HelpWanted | None:
    """Show in an earlier message what has become of its steps."""
    return show(scene, delivery.revises, None)


def bring_up_to_date(scene: Scene, key: str) -> None:
    """Owe an edit of the message that a form was opened from."""
    message = deliveries.by_key(scene.session, scene.workspace_id, key) if key else None
    if message is not None and message.kind in ("nudge", "notice-help"):
        scene.owe_edit("nudge-update", key, message.recipient, {})


def settle(scene: Scene, steps: Iterable[Step], *, clicked_in: str = "") -> None:
    """Owe an edit of every reminder of steps that came to an end, except where the click came from."""
    ids = [step.id or 0 for step in steps]
    for message in nudges.messages(scene.session, scene.workspace_id, ids):
        if message.key != clicked_in:
            bring_up_to_date(scene, message.key)


def show(call: Scene, where: str, just: Just | OfferSeen | None) -> NudgeShown | HelpWanted | None:
    """Bring the message that carried a button up to date; None where it carried no nudge."""
    delivery = deliveries.by_key(call.session, call.workspace_id, where) if where else None
    if delivery is None:
        return None
    if delivery.kind == "nudge":
        return _shown(call, delivery, just)
    return _wanted(call, delivery, just) if delivery.kind == "notice-help" else None


def _may_go_out(scene: Scene, delivery: Delivery) -> bool:
    """Whether its reader may still be reminded: a message can be held up for hours, by Slack or by the network."""
    kept = habits.of_member(scene.session, scene.workspace_id, delivery.about["member"])
    manners = replace(Manners.of(kept), nudged=0)  # it is one of those that were counted
    at = max(delivery.made_at, scene.now - _PROMPT)
    free_at = etiquette.free_at(manners, at, scene.opening, scene.zone)
    return free_at is not None and free_at <= scene.now


def _take_back(scene: Scene, delivery: Delivery) -> None:
    """Count a message as never owed, so that the next look owes it anew."""
    nudges.forget(scene.session, scene.workspace_id, delivery.id or 0)
    away.count(scene, delivery.about["member"], delivery.made_at, -1)
    workspaces.wake_soon(scene.workspace, scene.now)


def _shown(
    scene: Scene, delivery: Delivery, just: Just | OfferSeen | None, *, only_valid: bool = False
) -> NudgeShown | None:
    reader = members.by_id(scene.session, scene.workspace_id, delivery.about["member"])
    if reader is None:
        return None
    rows = {row.step_id: row for row in nudges.of_delivery(scene.session, scene.workspace_id, delivery.id or 0)}
    found = waiting.steps_by_id(scene.session, scene.workspace_id, rows)
    if only_valid:
        team, before = look.team(scene), held.held_up(scene, [step for step, _ in found])
        found = [
            (step, post)
            for step, post in found
            if _still_holds(scene, step, post, rows[step.id or 0], team=team, before=before.get(step.id or 0))
        ]
    items = [_item(scene, step, post, rows[step.id or 0], reader) for step, post in found]
    is_last = bool(delivery.about.get("last"))
    return NudgeShown(
        items, reader, delivery.key, scene.zone, scene.now, just, in_place=just is not None, is_last=is_last
    )


def _item(scene: Scene, step: Step, post: Post, row: Nudge, reader: Member) -> StepWaiting:
    offer = offers.by_id(scene.session, scene.workspace_id, step.offer_id or 0)
    owner = asking.whose(scene, step, row.reminder)
    is_question = row.reminder in nudging.QUESTIONS and offer is not None and offer.made_at == row.due_at
    if offer is not None and is_question and row.reminder == Reminder.UNANSWERED:
        return StepWaiting(step, post, owner, row.reminder, offer=asking.see(scene, offer))
    asked = None if is_question else asking.asked_instead(scene, step)
    late = held.late(scene, [step]) if row.reminder == Reminder.AT_RISK else {}
    absent = habits.away_until(scene.session, scene.workspace_id, step.owner_id, scene.now)
    could = () if asked or row.reminder in nudging.OWN else agreed.for_lead(scene, step, reader)
    item = StepWaiting(
        step,
        post,
        owner,
        row.reminder,
        asked=asked,
        away_until=absent,
        late=late.get(step.id or 0),
        could=could,
        notes=notes.read(scene, [step], but=reader.id),
        voice=strategy.voice_for(scene, [step]) if step.owner_id == reader.id else "",
        look=None if offer and offer.member_id == reader.id else _look(scene, step, post, reader),
    )
    return replace(item, stand_ins=missing.choices(scene, item, reader), event=taken_at.event_of(scene, step))


def _look(scene: Scene, step: Step, post: Post, reader: Member) -> Look | None:
    if step.task != Task.APPROVAL or step.owner_id != reader.id:
        return None
    return approvals.look_of(approvals.rule_of(scene.workspace.templates, post.kind), reader.user_id)


def _wanted(scene: Scene, delivery: Delivery, just: Just | OfferSeen | None) -> HelpWanted | None:
    found = waiting.step_by_id(scene.session, scene.workspace_id, delivery.about["step"])
    reader = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    if found is None or reader is None:
        return None
    step, post = found
    asked = asking.asked_instead(scene, step)
    could = () if asked else agreed.for_lead(scene, step, reader)
    said = notes.read(scene, [step], but=reader.id)
    item = StepWaiting(step, post, asking.whose(scene, step), asked=asked, could=could, notes=said)
    return HelpWanted(item, reader, delivery.key, scene.zone, scene.now, just, in_place=just is not None)


def _still_holds(scene: Scene, step: Step, post: Post, row: Nudge, *, team: Team, before: Step | None) -> bool:
    """Whether the reminder would be given today as it was when it was owed."""
    if post.removed_at is not None or step.done_at is not None:
        return False
    if row.reminder in nudging.QUESTIONS:
        offer = offers.by_id(scene.session, scene.workspace_id, step.offer_id or 0)
        return offer is not None and offer.state == OfferState.OPEN and offer.made_at == row.due_at
    if row.reminder in substitutes.REMINDERS:
        picture = Missing(step, post.publish_at, post.added_at)
        asked = substitutes.questions(picture, team, scene.opening, scene.zone)
        return not missing.is_over(post, scene.now) and any(_is_same(due, row) for due in asked)
    if (row.reminder == Reminder.AT_RISK) is not (before is not None):
        return False
    if before is not None:
        reminders = dependencies.of_waiting(step, before, team, scene.opening, scene.zone)
    else:
        event = taken_at.event_of(scene, step)
        reminders = nudging.of_step(step, team, scene.opening, scene.zone, event=event)
        if row.reminder == Reminder.LEAVING and (event is None or event.starts_at <= scene.now):
            return False
    return any(_is_same(reminder, row) for reminder in reminders)


def _is_same(due: Due, row: Nudge) -> bool:
    return (due.reminder, due.member_id, due.reckoned_from) == (row.reminder, row.member_id, row.due_at)

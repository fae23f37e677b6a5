"""Doing a step, asking for help with it, putting it off until tomorrow, and handing it to somebody else.

A step is its owner's; the lead and the backup can say that it is done, take it, or ask somebody to take it. A button
that belonged to an older state changes nothing and brings its message up to date.
"""

from bot.commands.vocabulary import (
    AskForHelp,
    FinishStep,
    HandOver,
    OpenHandOverForm,
    OpenHelpForm,
    OpenPostedForm,
    SnoozeStep,
)
from bot.domain import approvals, asking_errors, nudging
from bot.domain.offers import check_may_be_asked
from bot.domain.outcomes.approvals import DecisionFormOpened
from bot.domain.outcomes.posts import PostedFormOpened
from bot.domain.outcomes.steps import (
    HandOverFormOpened,
    HelpAsked,
    HelpFormOpened,
    StepFinished,
    StepHandedOver,
    StepSettled,
    StepSnoozed,
    StepTakenOver,
)
from bot.handlers import agreed, approving, asking, look, notes, nudged, posts, reviewing
from bot.handlers.call import Call, Scene
from bot.handlers.replies import Reply, reply
from storage import members, offers, waiting
from storage.tables import Member, OfferState, Post, Step, Task


def finish_step(command: FinishStep, call: Call) -> Reply | PostedFormOpened | DecisionFormOpened:
    """Say that a step is done; for publishing the link is asked for, because then the post is out."""
    found = open_step(call, command.step_id, command.where)
    if not isinstance(found, tuple):
        return found
    step, post = found
    if step.owner_id != call.member_id and not call.leads():
        return _not_yours(call, command.where, step, post)
    if step.task == Task.APPROVAL and approvals.rule_for(call.workspace.templates, post.kind, step).mode != "none":
        return approving.open_own(call, step, post)
    if step.task == Task.PUBLISH and post.posted_at is None:
        form = posts.open_posted_form(OpenPostedForm(post.id or 0), call)
        if isinstance(form, PostedFormOpened):
            return form
    finish(call, step, clicked_in=command.where)
    return reply(call, command.where, StepFinished(step, post))


def finish(scene: Scene, step: Step, *, clicked_in: str = "") -> None:
    """Make a step done, whoever noticed it: nobody is reminded or asked about it any more, and what did so says it."""
    if step.done_at is not None:
        return
    step.done_at = scene.now
    step.accepted_at = step.accepted_at or scene.now
    step.snoozed_until = step.help_asked_at = None
    scene.session.add(step)
    scene.session.flush()
    asking.settle(scene, step)
    nudged.settle(scene, [step], clicked_in=clicked_in)


def open_help_form(command: OpenHelpForm, call: Call) -> HelpFormOpened | Reply:
    """Ask what would help with a step."""
    found = _own_open_step(call, command.step_id, command.where)
    if not isinstance(found, tuple):
        return found
    step, post = found
    return HelpFormOpened(step, post, _helper(call, step), command.where, call.zone)


def ask_for_help(command: AskForHelp, call: Call) -> Reply:
    """Tell the lead privately, once, that a step needs help, and what; the backup where it is the lead who asks."""
    found = _own_open_step(call, command.step_id, command.where)
    if not isinstance(found, tuple):
        return found
    step, post = found
    helper = _helper(call, step)
    notes.leave(call, [step], command.note, field="note")
    is_news = step.help_asked_at is None
    if is_news:
        step.help_asked_at = call.now
        key = f"notice-help/{step.id}/{call.member_id}"
        call.owe("notice-help", key, helper.user_id, {"step": step.id})
        _bring_messages_up_to_date(call, step, command.opened_in)
    return reply(call, command.where, HelpAsked(step, post, helper, is_news))


def snooze_step(command: SnoozeStep, call: Call) -> Reply:
    """Leave a step alone until the next opening day begins."""
    found = _own_open_step(call, command.step_id, command.where)
    if not isinstance(found, tuple):
        return found
    step, post = found
    until_at = nudging.tomorrow(call.now, call.opening, call.zone)
    step.snoozed_until = until_at
    return reply(call, command.where, StepSnoozed(step, post, until_at, call.zone))


def open_hand_over_form(command: OpenHandOverForm, call: Call) -> HandOverFormOpened | Reply:
    """Ask whom to give a step to."""
    _check_leads(call)
    found = open_step(call, command.step_id, command.where)
    if not isinstance(found, tuple):
        return found
    step, post = found
    owner = members.by_id(call.session, call.workspace_id, step.owner_id)
    could = agreed.whom(call, [step], but={*_has_or_is_asked(call, step), call.member_id})
    return HandOverFormOpened(step, post, owner, command.where, call.zone, could)


def hand_over(command: HandOver, call: Call) -> Reply:
    """Ask somebody to take a step from its owner, or take it oneself, which needs no question."""
    _check_leads(call)
    found = open_step(call, command.step_id, command.where)
    if not isinstance(found, tuple):
        return found
    step, post = found
    asked = members.by_user(call.session, call.workspace_id, command.user_id)
    if asked is not None and asked.id == call.member_id:
        asking.take_over(call, step)
        reviewing.settle(call, step.post_id)
        nudged.bring_up_to_date(call, command.opened_in)
        return reply(call, command.where, StepTakenOver(step, post, call.zone))
    asked = check_may_be_asked(
        asked,
        asker_id=call.member_id,
        bot_user_id=call.workspace.bot_user_id,
        already=_has_or_is_asked(call, step),
        field="user_id",
    )
    notes.leave(call, [step], command.note, field="note")
    asking.end_questions(call, step.post_id, [step])
    if step.accepted_at is None:
        step.owner_id = call.lead().id or 0
    asking.ask(call, post, asked, [step])
    nudged.bring_up_to_date(call, command.opened_in)
    owner = members.by_id(call.session, call.workspace_id, step.owner_id)
    handed = StepHandedOver(step, post, asked, owner, agreed.over(call, asked, [step]))
    return reply(call, command.where, handed) if command.where else handed


def _helper(call: Call, step: Step) -> Member:
    """Give who hears that a step needs help."""
    helper_id = look.team(call).helper_of(step.owner_id)
    helper = members.by_id(call.session, call.workspace_id, helper_id) if helper_id else None
    if helper is None:
        raise asking_errors.nobody_to_help()
    return helper


def _bring_messages_up_to_date(call: Call, step: Step, opened_in: str) -> None:
    """Let the message that asked for this step, and the one that a form was opened from, show that help was asked."""
    offer = offers.by_id(call.session, call.workspace_id, step.offer_id or 0)
    if offer is not None and offer.member_id == call.member_id:
        asking.bring_up_to_date(call, offer)
    nudged.bring_up_to_date(call, opened_in)


def open_step(call: Call, step_id: int, where: str) -> tuple[Step, Post] | Reply:
    """Give a step as it is now, kept for this transaction, or say that it is done or out of the plan."""
    found = waiting.step_by_id(call.session, call.workspace_id, step_id)
    if found is not None:
        offers.hold_post(call.session, call.workspace_id, found[1].id or 0)
        found = waiting.step_by_id(call.session, call.workspace_id, step_id)
    if found is None or found[1].removed_at is not None:
        if not where:
            raise asking_errors.no_such_step()
        return reply(call, where, StepSettled(*(found or (None, None))))
    step, post = found
    return found if step.done_at is None else reply(call, where, StepFinished(step, post, is_news=False))


def _own_open_step(call: Call, step_id: int, where: str) -> tuple[Step, Post] | Reply:
    """The same, for its owner alone."""
    found = open_step(call, step_id, where)
    if isinstance(found, tuple) and found[0].owner_id != call.member_id:
        return _not_yours(call, where, *found)
    return found


def _not_yours(call: Call, where: str, step: Step, post: Post) -> Reply:
    owner = members.by_id(call.session, call.workspace_id, step.owner_id)
    if not where:
        raise asking_errors.somebody_elses_step(owner.name if owner and owner.name else "Somebody else")
    return reply(call, where, StepSettled(step, post, owner))


def _check_leads(call: Call) -> None:
    if not call.leads():
        raise asking_errors.only_lead_hands_over()


def _has_or_is_asked(call: Call, step: Step) -> set[int]:
    """Give who has said yes to a step and who is being asked about it right now."""
    asked = {
        offer.member_id
        for offer in offers.of_post(call.session, call.workspace_id, step.post_id)
        if offer.state == OfferState.OPEN and step.task in offer.tasks
    }
    return asked | ({step.owner_id} if step.accepted_at else set())

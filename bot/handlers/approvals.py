"""Answering whether a post may go out: yes, changes, wait, or no; and the messages that ask and tell."""

from bot.commands.vocabulary import DecideApproval, OpenDecisionForm
from bot.domain import approval_errors, notes
from bot.domain import approvals as decide
from bot.domain.outcomes.approvals import ApprovalDecided, ApprovalNews, ApprovalSeen, DecisionFormOpened
from bot.handlers import approving
from bot.handlers import steps as doing
from bot.handlers.call import Call, Scene
from storage import approvals as kept
from storage import members, offers, posts, steps
from storage.tables import Approval, ApprovalState, Delivery, Member, Post, Step

_ANSWERS = (ApprovalState.APPROVED, ApprovalState.CHANGES, ApprovalState.HELD, ApprovalState.REJECTED)


def open_decision_form(command: OpenDecisionForm, call: Call) -> DecisionFormOpened | ApprovalSeen:
    """Open the form for one kind of answer; where there is nothing to answer any more, say how it stands."""
    approval, post = _mine(call, command.approval_id)
    seen = approving.see(call, approval, post, in_place=True)
    if approval.decision not in kept.LIVE or command.decision not in _ANSWERS:
        return seen
    return DecisionFormOpened(seen, command.decision)


def decide_approval(command: DecideApproval, call: Call) -> ApprovalDecided | ApprovalSeen:
    """Take the answer, unless what was looked at has changed meanwhile."""
    approval, post = _mine(call, command.approval_id)
    step = approving.step_of(call, post)
    has_changed = decide.changed(approval.seen, approving.shown(call, post))
    if approval.decision not in kept.LIVE or command.decision not in _ANSWERS or step is None or has_changed:
        return approving.see(call, approval, post)
    _check_says_enough(command)
    words = notes.check(command.words, call.today, field="words", longest=decide.MOST_WORDS)
    approval.labels, approval.words = list(command.labels), words
    approving.close(call, approval, ApprovalState(command.decision))
    if command.decision == ApprovalState.APPROVED:
        return ApprovalDecided(approval, post, asked_next=_go_on(call, approval, post, step))
    step.answer = command.decision
    told = approving.concerned(call, post, but=call.member_id)
    redo = []
    if command.decision == ApprovalState.CHANGES:
        of_post = steps.of_post(call.session, call.workspace_id, post.id or 0)
        redo = decide.to_redo(command.labels, words, of_post, post.substitute)
        told = _opened_again(call, redo) or told
    approving.tell(call, approval, told, redo=[one.id for one in redo])
    return ApprovalDecided(approval, post, told=told)


def compose_approval(scene: Scene, delivery: Delivery) -> ApprovalSeen | None:
    """Ask somebody to look a post over; nothing where that is settled meanwhile."""
    approval = kept.by_id(scene.session, scene.workspace_id, delivery.about["approval"])
    post = posts.by_id(scene.session, scene.workspace_id, approval.post_id) if approval else None
    if approval is None or post is None or approval.decision != ApprovalState.OPEN:
        return None
    return approving.see(scene, approval, post)


def compose_approval_update(scene: Scene, delivery: Delivery) -> ApprovalSeen | None:
    """Show in the message that asked how it stands now."""
    approval = kept.by_id(scene.session, scene.workspace_id, delivery.about["approval"])
    post = posts.by_id(scene.session, scene.workspace_id, approval.post_id) if approval else None
    return approving.see(scene, approval, post) if approval is not None and post is not None else None


def compose_approval_news(scene: Scene, delivery: Delivery) -> ApprovalNews | None:
    """Tell somebody what another's answer means for them; nothing where the post is gone or out."""
    approval = kept.by_id(scene.session, scene.workspace_id, delivery.about["approval"])
    post = posts.by_id(scene.session, scene.workspace_id, approval.post_id) if approval else None
    if approval is None or post is None or post.removed_at or post.posted_at:
        return None
    member_id = delivery.about["member"]
    of_post = steps.of_post(scene.session, scene.workspace_id, post.id or 0)
    redo = [s for s in of_post if s.id in delivery.about.get("redo", ()) and s.owner_id == member_id and not s.done_at]
    return ApprovalNews(
        approval,
        post,
        by=members.by_id(scene.session, scene.workspace_id, approval.member_id),
        redo=redo,
        changed=delivery.about.get("changed", ()),
        may_take_out=approval.decision == ApprovalState.REJECTED and scene.lead().id == member_id,
    )


def _mine(call: Call, approval_id: int) -> tuple[Approval, Post]:
    approval = kept.by_id(call.session, call.workspace_id, approval_id)
    post = offers.hold_post(call.session, call.workspace_id, approval.post_id) if approval else None
    if approval is None or post is None:
        raise approval_errors.no_such_approval()
    call.session.refresh(approval)
    if approval.member_id != call.member_id:
        asked = members.by_id(call.session, call.workspace_id, approval.member_id)
        raise approval_errors.somebody_elses_look(asked.name if asked else "")
    return approval, post


def _check_says_enough(command: DecideApproval) -> None:
    if command.decision == ApprovalState.APPROVED and set(command.checks) != set(decide.CHECKS):
        raise approval_errors.not_all_ticked()
    if command.decision in (ApprovalState.CHANGES, ApprovalState.REJECTED) and not (
        command.words.strip() or command.labels
    ):
        raise approval_errors.no_reason()


def _go_on(call: Call, approval: Approval, post: Post, step: Step) -> Member | None:
    """Ask the second one after the first yes; with the last one the step is done."""
    step.answer = ""
    rule = decide.rule_of(call.workspace.templates, post.kind)
    second = members.by_user(call.session, call.workspace_id, rule.second) if rule.second else None
    if approval.level == 1 and rule.mode is decide.Mode.TWO_STEP and second and second.id != approval.member_id:
        step.owner_id, step.accepted_at, step.snoozed_until = second.id or 0, call.now, None
        approving.ask(call, post, second.id or 0, 2)
        return second
    doing.finish(call, step)
    return None


def _opened_again(call: Call, redo: list[Step]) -> list[Member]:
    """Open the steps again that have to be redone, and give whose they are."""
    for step in redo:
        step.done_at, step.accepted_at = None, call.now
        call.session.add(step)
    owners = (members.by_id(call.session, call.workspace_id, one) for one in dict.fromkeys(s.owner_id for s in redo))
    return [owner for owner in owners if owner is not None]

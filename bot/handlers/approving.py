"""Keeping approvals in step with their posts: asked once there is something to look at, void once it has changed.

The clock does this after every change, so that whoever edits words, picture or time need not think of it. Every message
that asked is edited in place.
"""

from collections.abc import Sequence

from bot.domain import approval_errors
from bot.domain import approvals as decide
from bot.domain.approvals import Rule
from bot.domain.outcomes.approvals import ApprovalSeen, DecisionFormOpened
from bot.handlers import strategy
from bot.handlers.call import Call, Scene
from storage import approvals as kept
from storage import captions, members, photos, steps, waiting
from storage.tables import Approval, ApprovalState, Member, Photo, Post, Step, Task

_DELEGATES_MINUTES = 120
"""Two open hours: half of what the first had by default, and still before the post."""


def bring_up_to_date(scene: Scene) -> None:
    """Ask, ask anew and take back whatever the posts to come need by now."""
    is_used = decide.is_used(scene.workspace.templates) or kept.reviews_somebody(scene.session, scene.workspace_id)
    if not is_used:
        return
    for approval in kept.left_over(scene.session, scene.workspace_id):
        close(scene, approval, ApprovalState.VOID)
    since = scene.now - waiting.STILL_MATTERS
    found = kept.steps(scene.session, scene.workspace_id, since)
    of_posts = steps.of_posts(scene.session, scene.workspace_id, {step.post_id for step, _ in found})
    for step, post in found:
        rule = decide.rule_for(scene.workspace.templates, post.kind, step)
        if step.done_at is not None:
            _void_if_changed(scene, post, step)
        elif step.accepted_at is not None:
            _ask_if_ready(scene, post, step, rule, of_posts[step.post_id])


def ask(scene: Scene, post: Post, member_id: int, level: int) -> Approval:
    """Ask a member to look a post over as it is now."""
    asked = Approval(
        workspace_id=scene.workspace_id,
        post_id=post.id or 0,
        member_id=member_id,
        level=level,
        seen=shown(scene, post),
        asked_at=scene.now,
    )
    scene.session.add(asked)
    scene.session.flush()
    member = members.by_id(scene.session, scene.workspace_id, member_id)
    if member is not None:
        scene.owe("approval", f"approval/{asked.id}", member.user_id, {"approval": asked.id})
    return asked


def close(scene: Scene, approval: Approval, decision: ApprovalState, *, told: bool = False) -> None:
    """Put down how a look ended, and bring the message that asked for it up to date."""
    approval.decision, approval.decided_at = decision, scene.now
    scene.session.add(approval)
    scene.session.flush()
    member = members.by_id(scene.session, scene.workspace_id, approval.member_id)
    if member is not None and not told:
        scene.owe_edit("approval-update", f"approval/{approval.id}", member.user_id, {"approval": approval.id})


def tell(scene: Scene, approval: Approval, people: Sequence[Member], **about: object) -> None:
    """Owe each of these people the news, once for each answer."""
    for person in people:
        key = f"approval-news/{approval.id}/{approval.decision}/{person.id}"
        known = {"approval": approval.id, "member": person.id, **about}
        scene.owe("approval-news", key, person.user_id, known)


def shown(scene: Scene, post: Post) -> dict[str, str]:
    """Say what an approver would be shown now."""
    return decide.shown(post, captions_of(scene, post), pictures_of(scene, post))


def pictures_of(scene: Scene, post: Post) -> Sequence[Photo]:
    """Give the pictures that are with a post."""
    return photos.of_post(scene.session, scene.workspace_id, post.id or 0)


def captions_of(scene: Scene, post: Post) -> dict[str, str]:
    """Give the captions of a post by network."""
    return captions.of_post(scene.session, scene.workspace_id, post.id or 0)


def missing_yes(scene: Scene, post: Post) -> Member | None:
    """Give who still has to say yes before a post may go out; None where nobody has to, or they have."""
    step = step_of(scene, post)
    if not decide.rule_for(scene.workspace.templates, post.kind, step).mode.is_binding:
        return None
    said = decide.yes(kept.of_post(scene.session, scene.workspace_id, post.id or 0))
    if step is None or (step.done_at and said is not None and not decide.changed(said.seen, shown(scene, post))):
        return None
    return members.by_id(scene.session, scene.workspace_id, step.owner_id)


def open_own(call: Call, step: Step, post: Post) -> DecisionFormOpened:
    """Open the form for a yes from a list or a reminder."""
    found = kept.of_post(call.session, call.workspace_id, post.id or 0)
    live = next((one for one in found if one.decision in kept.LIVE and one.member_id == step.owner_id), None)
    if live is None:
        raise approval_errors.nothing_to_look_at()
    if live.member_id != call.member_id:
        asked = members.by_id(call.session, call.workspace_id, live.member_id)
        raise approval_errors.somebody_elses_look(asked.name if asked else "")
    return DecisionFormOpened(see(call, live, post), str(ApprovalState.APPROVED))


def see(scene: Scene, approval: Approval, post: Post, *, in_place: bool = False) -> ApprovalSeen:
    """Gather what an approver is shown, and how it stands."""
    found = kept.of_post(scene.session, scene.workspace_id, post.id or 0)
    earlier = [one for one in found if (one.id or 0) < (approval.id or 0)]
    said_yes = next((o for o in reversed(earlier) if o.member_id == approval.member_id and o.decided_at), None)
    first = next((one for one in reversed(earlier) if one.decision == ApprovalState.APPROVED), None)
    rule = decide.rule_of(scene.workspace.templates, post.kind)
    step = step_of(scene, post)
    delegate = members.by_user(scene.session, scene.workspace_id, rule.delegate) if rule.delegate else None
    return ApprovalSeen(
        approval=approval,
        post=post,
        pictures=pictures_of(scene, post),
        zone=scene.zone,
        captions=captions_of(scene, post),
        before=members.by_id(scene.session, scene.workspace_id, first.member_id) if first else None,
        changed=decide.changed(said_yes.seen, approval.seen) if said_yes else (),
        next_one=delegate if delegate and delegate.id != approval.member_id else None,
        due_at=step.due_at if step else None,
        in_place=in_place,
        strategy=strategy.of_practice(scene),
    )


def step_of(scene: Scene, post: Post) -> Step | None:
    """Give the approval step of a post, where it has one."""
    of_post = steps.of_post(scene.session, scene.workspace_id, post.id or 0)
    return next((step for step in of_post if step.task == Task.APPROVAL), None)


def go_without(call: Call, post: Post, why: str) -> None:
    """Remember that, and why, the lead lets a post go out without the yes it should have."""
    if not why:
        raise approval_errors.why_without()
    call.session.add(
        Approval(
            workspace_id=call.workspace_id,
            post_id=post.id or 0,
            member_id=call.member_id,
            seen=shown(call, post),
            decision=ApprovalState.OVERRIDDEN,
            words=why,
            asked_at=call.now,
            decided_at=call.now,
        )
    )


def concerned(scene: Scene, post: Post, *, but: int) -> list[Member]:
    """Give who has to know what became of a post's approval: the lead, and whoever has a step of it left."""
    of_post = steps.of_post(scene.session, scene.workspace_id, post.id or 0)
    ids = [scene.lead().id or 0, *(step.owner_id for step in of_post if not step.done_at and step.accepted_at)]
    people = (members.by_id(scene.session, scene.workspace_id, one) for one in dict.fromkeys(ids) if one != but)
    return [person for person in people if person is not None and not person.is_deactivated]


def _ask_if_ready(scene: Scene, post: Post, step: Step, rule: Rule, of_post: Sequence[Step]) -> None:
    found = kept.of_post(scene.session, scene.workspace_id, post.id or 0)
    live = next((approval for approval in reversed(found) if approval.decision in kept.LIVE), None)
    if not decide.is_ready(of_post):
        if live is not None:
            close(scene, live, ApprovalState.VOID)
        return
    _pass_on_when_time_is_up(scene, post, step, rule)
    if live is not None and live.member_id == step.owner_id and not decide.changed(live.seen, shown(scene, post)):
        return
    if live is not None:
        close(scene, live, ApprovalState.VOID)
    step.answer = ""
    ask(scene, post, step.owner_id, live.level if live is not None else 1)


def _pass_on_when_time_is_up(scene: Scene, post: Post, step: Step, rule: Rule) -> None:
    """Let the delegate answer from when the approver's own time is up, in opening hours."""
    if not rule.delegate or step.due_at > scene.now or not scene.opening.is_open(scene.now.astimezone(scene.zone)):
        return
    delegate = members.by_user(scene.session, scene.workspace_id, rule.delegate)
    if delegate is not None and not delegate.is_deactivated and delegate.id != step.owner_id and not step.answer:
        step.owner_id, step.accepted_at, step.snoozed_until = delegate.id or 0, scene.now, None
        a_while = scene.opening.add_open_time(scene.now, _DELEGATES_MINUTES, scene.zone)
        step.due_at = max(step.due_at, min(a_while, post.publish_at))
        scene.session.add(step)


def _void_if_changed(scene: Scene, post: Post, step: Step) -> None:
    """Take a yes back where words, picture or time are others by now; everybody concerned is told once."""
    found = kept.of_post(scene.session, scene.workspace_id, post.id or 0)
    said = decide.yes(found)
    changed = decide.changed(said.seen, shown(scene, post)) if said is not None else ()
    if said is None or not changed:
        return
    first = next((one for one in found if one.level == 1 and one.decision == ApprovalState.APPROVED), said)
    for approval in found:
        if approval.decision == ApprovalState.APPROVED:
            close(scene, approval, ApprovalState.VOID)
    step.done_at, step.owner_id, step.accepted_at = None, first.member_id, scene.now
    scene.session.add(step)
    scene.session.flush()
    tell(scene, said, concerned(scene, post, but=first.member_id), changed=list(changed))
    if decide.is_ready(steps.of_post(scene.session, scene.workspace_id, post.id or 0)):
        ask(scene, post, first.member_id, 1)

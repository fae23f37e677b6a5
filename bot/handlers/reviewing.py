"""Somebody new to a duty: their first few of it are looked over, by somebody surer of it, before the post goes out.

Only photos and captions are, because they are what an approver looks at. Where the practice has its posts looked over
anyway, nothing is added. Who looks is asked like anybody else.
"""

from collections.abc import Sequence

from bot.domain import duties, steps
from bot.domain.templates import USUAL_MINUTES, Planned
from bot.handlers import asking
from bot.handlers.call import Call
from storage import duties as kept
from storage import habits
from storage import offers as kept_offers
from storage import steps as kept_steps
from storage.tables import Agreement, Duty, Member, Post, Step, Task

Agreements = Sequence[tuple[Agreement, Member]]
"""What everybody of the team agreed to."""
_LOOKED_AT = (Task.PHOTO, Task.CAPTION)
_BEFORE = Planned(Task.APPROVAL, hours=4, minutes=USUAL_MINUTES[Task.APPROVAL])


def settle(call: Call, post_id: int) -> Member | None:
    """Have a post looked over where somebody is new to a step of theirs, and no longer where nobody is.

    Give who looks where that has just been asked.
    """
    agreements = kept.of_team(call.session, call.workspace_id)
    if all(agreement.skill > duties.LEARNING for agreement, _ in agreements):
        return None
    post = kept_offers.hold_post(call.session, call.workspace_id, post_id)
    of_post = kept_steps.of_post(call.session, call.workspace_id, post_id)
    approval = next((step for step in of_post if step.task == Task.APPROVAL), None)
    if post is None or post.posted_at or (approval is not None and (approval.done_at or not approval.reviews)):
        return None
    learning = _learning(call, of_post, agreements)
    if approval is not None and not learning:
        _drop(call, approval)
    if approval is not None or not learning:
        return None
    looks = _buddy(call, learning[0], agreements)
    return _ask(call, post, looks) if looks is not None else None


def _learning(call: Call, of_post: Sequence[Step], team: Agreements) -> list[Step]:
    """Give the steps of whoever is new to them."""
    agreements = {(one.member_id, one.duty): one for one, _ in team}
    found = []
    for step in of_post:
        agreement = agreements.get((step.owner_id, duties.OF_TASK.get(step.task, "")))
        if agreement is None or step.task not in _LOOKED_AT or step.accepted_at is None:
            continue
        done = kept.finished_of(call.session, call.workspace_id, step.owner_id, step.task, step.post_id)
        if duties.is_new_to(agreement, done):
            found.append(step)
    return found


def _buddy(call: Call, step: Step, agreements: Agreements) -> Member | None:
    people = habits.of_team(call.session, call.workspace_id)
    away = {one.member_id for one in people if one.is_away(call.now) or one.is_gone}
    found = duties.buddy(Duty(duties.OF_TASK[step.task]), agreements, but={step.owner_id, *away})
    lead = call.lead()
    return found or (lead if lead.id != step.owner_id else None)


def _ask(call: Call, post: Post, looks: Member) -> Member:
    (due,) = steps.due_times(post.publish_at, now=call.now, opening=call.opening, zone=call.zone, template=(_BEFORE,))
    step = Step(
        workspace_id=call.workspace_id,
        post_id=post.id or 0,
        task=Task.APPROVAL,
        owner_id=looks.id or 0,
        due_at=due.due_at,
        minutes=_BEFORE.minutes,
        reviews=True,
    )
    call.session.add(step)
    call.session.flush()
    asking.ask(call, post, looks, [step])
    return looks


def _drop(call: Call, approval: Step) -> None:
    approval.reviews, approval.done_at = False, call.now
    approval.accepted_at = approval.accepted_at or call.now
    call.session.flush()
    asking.settle(call, approval)

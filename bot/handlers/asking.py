"""The moves that offers are made of: ask, take, give, take back, fall back, and how an offer stands.

The commands in `offers` and `steps` are put together from these. Every move keeps the messages that asked up to date.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.nudging import QUESTIONS
from bot.domain.offers import Standing, standing
from bot.domain.outcomes.offers import OfferSeen
from bot.handlers import agreed, notes, strategy, taken_at
from bot.handlers.call import Call, Scene
from storage import members
from storage import offers as kept
from storage.tables import Member, Offer, OfferState, Post, Step

_LIVE = (OfferState.OPEN, OfferState.SWAPPED)


def ask(call: Call, post: Post, asked: Member, steps: Sequence[Step], *, follows: Offer | None = None) -> Offer:
    """Ask a member, by direct message, whether they take these steps."""
    offer = Offer(
        workspace_id=call.workspace_id,
        post_id=post.id or 0,
        member_id=asked.id or 0,
        asked_by=call.member_id,
        follows_id=follows.id if follows else None,
        tasks=[step.task for step in steps],
        made_at=call.now,
    )
    call.session.add(offer)
    call.session.flush()
    for step in steps:
        step.offer_id = offer.id
    call.owe("offer", f"offer/{offer.id}", asked.user_id, {"offer": offer.id})
    return offer


def give(call: Scene, step: Step, owner: Member) -> None:
    """Make a step somebody's own, on their own word."""
    step.owner_id, step.accepted_at = owner.id or 0, call.now
    step.snoozed_until = step.help_asked_at = None


def take(call: Call, offer: Offer) -> None:
    """Give the offered steps to the member who was asked, and end every other question about them."""
    open_steps = [step for step in kept.steps_of(call.session, call.workspace_id, offer) if not step.done_at]
    for step in open_steps:
        _tell_who_had_it(call, step)
        give(call, step, call.member)
        step.offer_id = offer.id
    close(call, offer, OfferState.ACCEPTED, told=True)
    end_questions(call, offer.post_id, open_steps, but=offer)


def take_over(call: Call, step: Step) -> None:
    """Give a step to the member who takes it unasked, and end every question about it."""
    _tell_who_had_it(call, step)
    give(call, step, call.member)
    end_questions(call, step.post_id, [step])


def end_questions(call: Call, post_id: int, steps: Sequence[Step], *, but: Offer | None = None) -> None:
    """Let every other question about these steps say that somebody has them now."""
    tasks = {step.task for step in steps}
    for other in kept.of_post(call.session, call.workspace_id, post_id):
        if (but is not None and other.id == but.id) or other.state not in _LIVE or tasks.isdisjoint(other.tasks):
            continue
        left = [task for task in other.tasks if task not in tasks]
        if left and other.state == OfferState.OPEN:
            other.tasks = left
            bring_up_to_date(call, other)
        else:
            close(call, other, OfferState.WITHDRAWN if other.state == OfferState.OPEN else OfferState.SWAPPED)


def close(call: Scene, offer: Offer, state: OfferState, *, told: bool = False) -> None:
    """Put an offer into another state and, unless the member is told anyway, bring its message up to date."""
    offer.state, offer.answered_at = state, call.now
    call.session.add(offer)
    call.session.flush()
    if not told:
        bring_up_to_date(call, offer)


def drop_followers(call: Call, offer: Offer) -> None:
    """Take back what was asked of others on the way from this offer."""
    later = kept.follower(call.session, call.workspace_id, offer.id or 0)
    if later is not None and later.state in _LIVE:
        drop_followers(call, later)
        close(call, later, OfferState.WITHDRAWN)


def fall_back(call: Call, offer: Offer, post: Post, steps: Sequence[Step]) -> Member | None:
    """Pass declined steps back to whoever swapped them away, or to the lead; None where the lead keeps them."""
    before = _swapped_before(call, offer)
    open_steps = [step for step in steps if not step.done_at]
    if before is not None:
        close(call, offer, OfferState.DECLINED)
        before.state, before.answered_at, before.made_at = OfferState.OPEN, None, call.now
        for step in open_steps:
            step.offer_id = before.id
        bring_up_to_date(call, before)
        member = members.by_id(call.session, call.workspace_id, before.member_id)
        if member is not None:
            call.owe("notice-back", f"notice-back/{before.id}/{offer.id}", member.user_id, {"offer": before.id})
        return member
    lead = call.lead()
    if lead.id == call.member_id:
        close(call, offer, OfferState.OPEN)
        offer.made_at = call.now
        return None
    close(call, offer, OfferState.DECLINED)
    for step in open_steps:
        if step.accepted_at is None:
            step.owner_id = lead.id or 0
    ask(call, post, lead, open_steps, follows=offer)
    return lead


def asker_before(call: Call, offer: Offer) -> Member | None:
    """Give whoever swapped these steps away and would have them back."""
    before = _swapped_before(call, offer)
    return members.by_id(call.session, call.workspace_id, before.member_id) if before else None


def chain(call: Call, offer: Offer) -> set[int]:
    """Give everybody who was asked for these steps already, on the way to this offer and from it."""
    asked: set[int] = set()
    before = _by_id(call, offer.follows_id)
    while before is not None:
        asked.add(before.member_id)
        before = _by_id(call, before.follows_id)
    later = kept.follower(call.session, call.workspace_id, offer.id or 0)
    while later is not None:
        asked.add(later.member_id)
        later = kept.follower(call.session, call.workspace_id, later.id or 0)
    return asked


def bring_up_to_date(call: Scene, offer: Offer, *, clicked_in: str = "elsewhere") -> None:
    """Owe an edit of every message that asked, except where the click came from or an edit is owed already."""
    member = members.by_id(call.session, call.workspace_id, offer.member_id)
    clicked = clicked_in or f"offer/{offer.id}"
    for message in kept.messages(call.session, call.workspace_id, offer.id or 0):
        if member is not None and message.key != clicked:
            call.owe_edit("offer-update", message.key, member.user_id, {"offer": offer.id})


def see(scene: Scene, offer: Offer, *, where: str = "", in_place: bool = False, stale: bool = False) -> OfferSeen:
    """Say how an offer stands now."""
    session, workspace_id = scene.session, scene.workspace_id
    post = kept.post_of(session, workspace_id, offer)
    steps = kept.steps_of(session, workspace_id, offer)
    came_from, follower = _by_id(scene, offer.follows_id), kept.follower(session, workspace_id, offer.id or 0)
    waiting_on = _waiting_on(scene, offer)
    stands = standing(offer, post, steps, came_from=came_from, follower=follower, waiting_on=waiting_on)
    about = {
        Standing.ASKED: offer.asked_by,
        Standing.PASSED_ON: offer.asked_by,
        Standing.BACK: follower.member_id if follower else None,
        Standing.FELL: came_from.member_id if came_from else None,
        Standing.WAITING: waiting_on.member_id if waiting_on else None,
        Standing.TAKEN: next((step.owner_id for step in steps if step.accepted_at), None),
        Standing.DECLINED: _passed_to(came_from, follower),
    }.get(stands)
    seen = OfferSeen(
        offer=offer,
        post=post,
        steps=steps,
        zone=scene.zone,
        standing=stands,
        other=members.by_id(session, workspace_id, about) if about else None,
        reason=came_from.reason if came_from and stands is Standing.FELL else "",
        where=where,
        in_place=in_place,
        stale=stale,
        event=taken_at.asked_for(scene, steps),
    )
    said, voice = notes.read(scene, steps, but=offer.member_id), strategy.voice_for(scene, steps)
    return agreed.with_agreements(scene, replace(seen, notes=said, voice=voice))


def whose(scene: Scene, step: Step, reminder: str = "") -> Member | None:
    """Give who has a step or, where a reminder is about a question, who was asked."""
    offer = _by_id(scene, step.offer_id) if reminder in QUESTIONS else None
    return members.by_id(scene.session, scene.workspace_id, offer.member_id if offer else step.owner_id)


def asked_instead(scene: Scene, step: Step) -> Member | None:
    """Give who is being asked, right now, to take a step from its owner."""
    offer = _by_id(scene, step.offer_id)
    if offer is None or offer.state != OfferState.OPEN or offer.member_id == step.owner_id:
        return None
    return members.by_id(scene.session, scene.workspace_id, offer.member_id)


def settle(scene: Scene, step: Step) -> None:
    """End the questions about a step that is done, and keep the message of a question about more steps up to date."""
    for offer in kept.of_post(scene.session, scene.workspace_id, step.post_id):
        if offer.state not in _LIVE or step.task not in offer.tasks:
            continue
        if all(other.done_at for other in kept.steps_of(scene.session, scene.workspace_id, offer)):
            is_theirs = offer.member_id == step.owner_id and offer.state == OfferState.OPEN
            close(scene, offer, OfferState.ACCEPTED if is_theirs else OfferState.WITHDRAWN)
        else:
            bring_up_to_date(scene, offer)


def _tell_who_had_it(call: Call, step: Step) -> None:
    """Tell an owner who had said yes that somebody else has the step now, and keep it in the post's history."""
    notes.hand_on(call, step, call.member_id, by=call.member_id)
    if step.accepted_at is None or step.owner_id == call.member_id:
        return
    had_it = members.by_id(call.session, call.workspace_id, step.owner_id)
    if had_it is not None:
        key = f"notice-taken/{step.id}/{had_it.id}/{call.now:%Y-%m-%dT%H:%M:%SZ}"
        call.owe("notice-taken", key, had_it.user_id, {"step": step.id, "by": call.member_id})


def _waiting_on(scene: Scene, offer: Offer) -> Offer | None:
    later = kept.follower(scene.session, scene.workspace_id, offer.id or 0)
    while later is not None and later.state == OfferState.SWAPPED:
        later = kept.follower(scene.session, scene.workspace_id, later.id or 0)
    return later if later is not None and later.state == OfferState.OPEN else None


def _swapped_before(call: Call, offer: Offer) -> Offer | None:
    before = _by_id(call, offer.follows_id)
    return before if before is not None and before.state == OfferState.SWAPPED else None


def _passed_to(came_from: Offer | None, follower: Offer | None) -> int | None:
    if came_from is not None and came_from.state != OfferState.DECLINED:
        return came_from.member_id
    return follower.member_id if follower else None


def _by_id(scene: Scene, offer_id: int | None) -> Offer | None:
    return kept.by_id(scene.session, scene.workspace_id, offer_id) if offer_id else None

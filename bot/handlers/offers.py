"""Asking people to take steps: yes, swap or no, each by the person's own click and told to nobody who need not know.

Whoever had a step keeps it until somebody else says yes. What lands in no other hands lands in the lead's.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.commands.vocabulary import AcceptOffer, DeclineOffer, OpenDeclineForm, OpenSwapForm, SwapOffer
from bot.domain import asking_errors
from bot.domain import notes as words
from bot.domain.offers import Standing, check_can_take, check_may_be_asked
from bot.domain.outcomes.offers import (
    DeclineFormOpened,
    OfferDeclined,
    OfferSeen,
    OfferSwapped,
    StepTaken,
    SwapFormOpened,
)
from bot.domain.suggestions import Suggestion
from bot.handlers import agreed, asking, duties, notes, nudged, reviewing
from bot.handlers.call import Call, Scene
from bot.handlers.replies import Reply, reply
from storage import deliveries, members, waiting
from storage import offers as kept
from storage.tables import Delivery, DeliveryState, Member, Offer, OfferState, Post, Step


def offer_steps(call: Call, post: Post, owner: Member, steps: Sequence[Step]) -> None:
    """Give steps to an owner: at once where it is they who ask, otherwise by asking them in a direct message."""
    if not steps:
        return
    if owner.id == call.member_id:
        for step in steps:
            asking.give(call, step, owner)
        return
    check_can_take(owner, bot_user_id=call.workspace.bot_user_id, field="who")
    for step in steps:
        step.owner_id, step.accepted_at = owner.id or 0, None
    asking.ask(call, post, owner, steps)


def withdraw(call: Call, post: Post) -> None:
    """Take every open question about a post back, and bring the messages that asked up to date."""
    for offer in kept.of_post(call.session, call.workspace_id, post.id or 0):
        if offer.state in (OfferState.OPEN, OfferState.SWAPPED):
            asking.close(call, offer, OfferState.WITHDRAWN)
        elif offer.state == OfferState.ACCEPTED:
            asking.bring_up_to_date(call, offer)


def accept_offer(command: AcceptOffer, call: Call) -> Reply:
    """Take the offered steps, unless somebody was quicker; then say who has them."""
    offer = _mine(call, command.offer_id)
    seen = asking.see(call, offer)
    looks = None
    if seen.standing.is_answerable:
        if command.from_now_on:
            duties.agree(call, seen.unsaid)
        asking.take(call, offer)
        looks = reviewing.settle(call, offer.post_id)
        asking.bring_up_to_date(call, offer, clicked_in=command.where)
        nudged.settle(call, seen.steps, clicked_in=command.where)
    is_stale = not seen.standing.is_answerable
    now = asking.see(call, offer, in_place=True, stale=is_stale)
    agreed_to = seen.unsaid if command.from_now_on and not is_stale else ()
    return reply(call, command.where, replace(now, agreed=agreed_to, looks=looks))


def open_swap_form(command: OpenSwapForm, call: Call) -> SwapFormOpened | OfferSeen:
    """Ask whom to ask instead."""
    offer = _mine(call, command.offer_id)
    seen = asking.see(call, offer, in_place=True, stale=True)
    if not seen.standing.is_answerable:
        return seen
    return SwapFormOpened(offer, seen.post, seen.steps, _others(call, offer, seen.steps))


def swap_offer(command: SwapOffer, call: Call) -> OfferSwapped | OfferSeen:
    """Ask somebody else; until they say yes, the steps stay where they are."""
    offer = _mine(call, command.offer_id)
    seen = asking.see(call, offer, stale=True)
    if not seen.standing.is_answerable:
        return seen
    asked = check_may_be_asked(
        members.by_user(call.session, call.workspace_id, command.user_id),
        asker_id=call.member_id,
        bot_user_id=call.workspace.bot_user_id,
        already=asking.chain(call, offer),
        field="user_id",
    )
    notes.leave(call, seen.steps, command.note, field="note")
    asking.drop_followers(call, offer)
    asking.close(call, offer, OfferState.SWAPPED)
    open_steps = [step for step in seen.steps if not step.done_at]
    asking.ask(call, seen.post, asked, open_steps, follows=offer)
    over = () if call.member.is_agency else agreed.over(call, asked, open_steps)
    return OfferSwapped(seen.post, seen.steps, asked, over)


def open_decline_form(command: OpenDeclineForm, call: Call) -> DeclineFormOpened | OfferSeen:
    """Ask, optionally, why not."""
    offer = _mine(call, command.offer_id)
    seen = asking.see(call, offer, in_place=True, stale=True)
    if not seen.standing.is_answerable:
        return seen
    before = asking.asker_before(call, offer)
    passes_to = before or call.lead()
    if passes_to.id == call.member_id:
        return DeclineFormOpened(offer, seen.post, seen.steps, None, asks_why=False)
    return DeclineFormOpened(offer, seen.post, seen.steps, passes_to, asks_why=before is None)


def decline_offer(command: DeclineOffer, call: Call) -> OfferDeclined | OfferSeen:
    """Take no for an answer: the steps go back to whoever swapped them away, or to the lead, with the reason."""
    offer = _mine(call, command.offer_id)
    seen = asking.see(call, offer, stale=True)
    if not seen.standing.is_answerable:
        return seen
    offer.reason = words.check(command.reason, call.today, field="reason")
    asking.drop_followers(call, offer)
    passed_to = asking.fall_back(call, offer, seen.post, seen.steps)
    return OfferDeclined(seen.post, seen.steps, passed_to)


def compose_offer(scene: Scene, delivery: Delivery) -> OfferSeen | None:
    """Show an offer as it stands when its message goes out; nothing where it needs no answer any more."""
    offer = kept.by_id(scene.session, scene.workspace_id, delivery.about["offer"])
    if offer is None:
        return None
    seen = asking.see(scene, offer)
    return seen if seen.standing.is_answerable else None


def compose_offer_update(scene: Scene, delivery: Delivery) -> OfferSeen | None:
    """Show how an offer stands now, in the message that asked; nothing where that message never went out."""
    offer = kept.by_id(scene.session, scene.workspace_id, delivery.about["offer"])
    asked = deliveries.by_key(scene.session, scene.workspace_id, delivery.revises)
    if offer is None or asked is None or asked.state == DeliveryState.CANCELLED:
        return None
    is_newest = kept.messages(scene.session, scene.workspace_id, offer.id or 0)[-1].key == asked.key
    return asking.see(scene, offer, where=asked.key if is_newest and asked.kind == "notice-back" else "")


def compose_notice_back(scene: Scene, delivery: Delivery) -> OfferSeen | None:
    """Tell somebody that the one they asked can't, so that the steps are theirs to answer for again."""
    offer = kept.by_id(scene.session, scene.workspace_id, delivery.about["offer"])
    seen = asking.see(scene, offer, where=delivery.key) if offer is not None else None
    return seen if seen is not None and seen.standing is Standing.BACK else None


def compose_notice_taken(scene: Scene, delivery: Delivery) -> StepTaken | None:
    """Tell somebody who had a step that it is somebody else's now; nothing where it moved on since."""
    found = waiting.step_by_id(scene.session, scene.workspace_id, delivery.about["step"])
    by = members.by_id(scene.session, scene.workspace_id, delivery.about["by"])
    if found is None or by is None or found[0].owner_id != by.id or found[1].removed_at is not None:
        return None
    return StepTaken(found[1], found[0], by)


def _others(call: Call, offer: Offer, steps: Sequence[Step]) -> tuple[Suggestion, ...]:
    if call.member.is_agency:
        return ()
    return agreed.whom(call, steps, but={*agreed.asked_for(call, offer), call.member_id})


def _mine(call: Call, offer_id: int) -> Offer:
    offer = kept.held(call.session, call.workspace_id, offer_id)
    if offer is None:
        raise asking_errors.no_such_offer()
    if offer.member_id != call.member_id:
        asked = members.by_id(call.session, call.workspace_id, offer.member_id)
        raise asking_errors.somebody_elses_offer(asked.name if asked and asked.name else "somebody else")
    return offer

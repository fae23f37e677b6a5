"""Who may be asked to take a step, and how an offer stands: what its message should say right now.

Nobody is assigned silently: a step has an owner from the start, but only its owner's own yes makes it theirs. It
refuses to know how an offer is asked or where its rows come from.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum

from bot.domain import asking_errors
from storage.tables import Member, Offer, OfferState, Post, Step


class Standing(StrEnum):
    """How an offer stands for the one who was asked."""

    ASKED = "asked"
    PASSED_ON = "passed-on"
    BACK = "back"
    FELL = "fell"
    KEPT = "kept"
    WAITING = "waiting"
    YOURS = "yours"
    TAKEN = "taken"
    DECLINED = "declined"
    DONE = "done"
    GONE = "gone"

    @property
    def is_answerable(self) -> bool:
        """Whether *I'll do it* would still mean something."""
        return self in _ANSWERABLE


_ANSWERABLE = frozenset(
    {Standing.ASKED, Standing.PASSED_ON, Standing.BACK, Standing.FELL, Standing.KEPT, Standing.WAITING}
)


def standing(
    offer: Offer,
    post: Post,
    steps: Sequence[Step],
    *,
    came_from: Offer | None = None,
    follower: Offer | None = None,
    waiting_on: Offer | None = None,
) -> Standing:
    """Say how an offer stands; `waiting_on` is the swap that is open further down, `follower` the newest one."""
    if post.removed_at is not None:
        return Standing.GONE
    if steps and all(step.done_at for step in steps):
        return Standing.DONE
    match offer.state:
        case OfferState.OPEN:
            return _open(offer, came_from, follower)
        case OfferState.SWAPPED:
            return Standing.WAITING if waiting_on is not None else Standing.TAKEN
        case OfferState.DECLINED:
            return Standing.DECLINED
        case OfferState.ACCEPTED if any(step.owner_id == offer.member_id for step in steps if not step.done_at):
            return Standing.YOURS
        case _:
            return Standing.TAKEN if any(step.accepted_at for step in steps) else Standing.GONE


def check_may_be_asked(
    asked: Member | None,
    *,
    asker_id: int,
    bot_user_id: str = "",
    already: Collection[int] = (),
    field: str,
) -> Member:
    """Give the person back, or refuse with the reason beside the field they were chosen in."""
    if asked is None:
        raise asking_errors.asked_a_stranger(field)
    if asked.id == asker_id:
        raise asking_errors.asked_yourself(field)
    check_can_take(asked, bot_user_id=bot_user_id, field=field)
    if asked.id in already:
        raise asking_errors.asked_already(asked.name or "That person", field)
    return asked


def check_can_take(asked: Member, *, bot_user_id: str = "", field: str) -> None:
    """Refuse apps, deactivated accounts and people of another organisation."""
    said = asked.name or "That person"
    if asked.is_bot or asked.user_id in {bot_user_id, "USLACKBOT"}:
        raise asking_errors.asked_a_bot(field)
    if asked.is_deactivated:
        raise asking_errors.asked_somebody_gone(said, field)
    if asked.is_foreign:
        raise asking_errors.asked_a_guest(said, field)


def _open(offer: Offer, came_from: Offer | None, follower: Offer | None) -> Standing:
    if offer.answered_at is not None:
        return Standing.KEPT
    if follower is not None and follower.state == OfferState.DECLINED:
        return Standing.BACK
    if came_from is not None and came_from.state == OfferState.DECLINED:
        return Standing.FELL
    return Standing.PASSED_ON if came_from is not None else Standing.ASKED

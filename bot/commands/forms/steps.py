"""The forms about steps, read back: whom to ask instead, why not, whom to give a step to."""

from collections.abc import Callable

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import Command, DeclineOffer, HandOver, SwapOffer


def swap_offer(filled: Filled) -> SwapOffer:
    """Read whom to ask instead."""
    return SwapOffer(offer_id=int(filled.keeps["offer_id"]), user_id=filled.choice("user_id"))


def decline_offer(filled: Filled) -> DeclineOffer:
    """Read the reason; none is fine."""
    return DeclineOffer(offer_id=int(filled.keeps["offer_id"]), reason=filled.text("reason"))


def hand_over(filled: Filled) -> HandOver:
    """Read whom to ask about a step."""
    return HandOver(
        step_id=int(filled.keeps["step_id"]),
        user_id=filled.choice("user_id"),
        opened_in=filled.keeps.get("opened_in", ""),
    )


READERS: dict[str, Callable[[Filled], Command]] = {
    "swap-offer": swap_offer,
    "decline-offer": decline_offer,
    "hand-over": hand_over,
}

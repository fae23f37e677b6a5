"""The forms about steps, read back: whom to ask instead, why not, whom to give a step to."""

from collections.abc import Callable

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import AskForHelp, Command, DeclineOffer, HandOver, SwapOffer


def swap_offer(filled: Filled) -> SwapOffer:
    """Read whom to ask instead, and what they should know."""
    offer_id = int(filled.keeps["offer_id"])
    return SwapOffer(offer_id=offer_id, user_id=filled.choice("user_id"), note=filled.text("note"))


def decline_offer(filled: Filled) -> DeclineOffer:
    """Read the reason; none is fine."""
    return DeclineOffer(offer_id=int(filled.keeps["offer_id"]), reason=filled.text("reason"))


def hand_over(filled: Filled) -> HandOver:
    """Read whom to ask about a step."""
    return HandOver(
        step_id=int(filled.keeps["step_id"]),
        user_id=filled.choice("user_id"),
        opened_in=filled.keeps.get("opened_in", ""),
        note=filled.text("note"),
    )


def ask_for_help(filled: Filled) -> AskForHelp:
    """Read what would help; nothing said is fine."""
    step_id, opened_in = int(filled.keeps["step_id"]), filled.keeps.get("opened_in", "")
    return AskForHelp(step_id=step_id, note=filled.text("note"), opened_in=opened_in)


READERS: dict[str, Callable[[Filled], Command]] = {
    "swap-offer": swap_offer,
    "decline-offer": decline_offer,
    "hand-over": hand_over,
    "ask-for-help": ask_for_help,
}

"""What can be asked about steps: offers, nudges and what waits for me.

`where` says in which message the button was, so that this message can show the new state: empty for the offer's own,
`mine` for the list of what waits for me, `home` for the App Home, or the key of the delivery that carried a nudge.
`opened_in` says the same of a form, whose answer appears in the form itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowMine:
    """Show what waits for me."""


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """Take on the steps that were offered; from now on also what else is part of their duties."""

    offer_id: int
    where: str = ""
    from_now_on: bool = False


@dataclass(frozen=True, slots=True)
class OpenSwapForm:
    """Open the form that asks whom to swap with."""

    offer_id: int


@dataclass(frozen=True, slots=True)
class SwapOffer:
    """Ask somebody else to take the offered steps, with a note for them."""

    offer_id: int
    user_id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenDeclineForm:
    """Open the form that asks, optionally, why not."""

    offer_id: int


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """Say no to the offered steps; the reason is for the lead only."""

    offer_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FinishStep:
    """Say that a step is done."""

    step_id: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class OpenHelpForm:
    """Open the form that asks, optionally, what would help with a step."""

    step_id: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class AskForHelp:
    """Say that a step needs help, and what would help; the lead hears of it privately."""

    step_id: int
    where: str = ""
    note: str = ""
    opened_in: str = ""


@dataclass(frozen=True, slots=True)
class SnoozeStep:
    """Be reminded of a step tomorrow instead."""

    step_id: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Let the lead give an open step to somebody, who is asked, with a note for them."""

    step_id: int
    user_id: str
    where: str = ""
    opened_in: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenHandOverForm:
    """Open the form that asks whom to give an open step to."""

    step_id: int
    where: str = ""

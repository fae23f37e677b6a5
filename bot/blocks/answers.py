"""The buttons that answer somebody who is asked to take a step: yes, somebody else, no, and what helps with a yes."""

from collections.abc import Sequence

from bot.blocks import kit, playbooks, saying
from bot.blocks.step_phrases import button, things
from bot.commands.vocabulary import AcceptOffer, OpenDeclineForm, OpenHelpForm, OpenSwapForm, ShowPlaybook, SwapOffer
from bot.domain.offers import Standing
from bot.domain.outcomes.offers import OfferSeen
from storage.tables import Step


def answers(seen: OfferSeen, where: str) -> list[kit.Element]:
    """Give the buttons that answer an offer; none where there is nothing to answer."""
    offer_id = seen.offer.id or 0
    apart = f"offer-{offer_id}"
    how = [button("How to", ShowPlaybook(tasks), apart=apart)] if (tasks := _with_playbook(seen.steps)) else []
    take, swap, no = AcceptOffer(offer_id, where), OpenSwapForm(offer_id), OpenDeclineForm(offer_id)
    match seen.standing:
        case Standing.ASKED | Standing.PASSED_ON | Standing.BACK:
            always = AcceptOffer(offer_id, where, from_now_on=True)
            return [
                button("This once" if seen.unsaid else "I'll do it", take, apart=apart, is_first=True),
                *([button("From now on", always, apart=f"{apart}-always")] if seen.unsaid else []),
                button("Swap", swap, apart=apart),
                button("Can't", no, apart=apart),
                *how,
            ]
        case Standing.FELL | Standing.KEPT:
            return [
                button("I'll do it", take, apart=apart, is_first=True),
                *[
                    button(
                        f"Ask {saying.short(one.member.name, 40)}", SwapOffer(offer_id, one.member.user_id), apart=apart
                    )
                    for one in seen.could[:1]
                ],
                button("Ask somebody else", swap, apart=apart),
                *how,
            ]
        case Standing.WAITING:
            return [button("I'll do it after all", take, apart=apart)]
        case Standing.YOURS:
            return [*helps(seen), *how]
        case _:
            return []


def helps(seen: OfferSeen) -> list[kit.Element]:
    """Give a way to say that it gets tight; a yes by then needs no click."""
    mine = [step for step in seen.steps if step.owner_id == seen.offer.member_id and not step.done_at]
    return [
        button(
            "Need help" if len(mine) == 1 else saying.short(f"Need help: {things([step])}", 75),
            OpenHelpForm(step.id or 0),
            apart=f"help-{step.id}",
        )
        for step in mine
        if step.help_asked_at is None
    ]


def _with_playbook(steps: Sequence[Step]) -> tuple[str, ...]:
    open_ones = [step.name or step.task for step in steps if not step.done_at]
    return tuple(task for task in open_ones if playbooks.of(task) is not None)

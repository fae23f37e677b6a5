"""Where the answer to a button appears: in the message it was in, brought up to date, whichever message that was."""

from bot.domain.outcomes.home import HomeShown
from bot.domain.outcomes.mine import MineShown
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.outcomes.steps import HelpWanted, Just, NudgeShown
from bot.handlers import home, mine, nudged
from bot.handlers.call import Call

Reply = Just | OfferSeen | MineShown | HomeShown | NudgeShown | HelpWanted


def reply(call: Call, where: str, just: Just | OfferSeen) -> Reply:
    """Show what was just done in the message that `where` names, or by itself."""
    call.session.flush()
    if where == "mine":
        return MineShown(mine.gather(call), just, in_place=True)
    if where == "home":
        return home.show(call, just)
    return nudged.show(call, where, just) or just

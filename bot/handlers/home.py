"""The App Home: this week, what waits for whoever looks, photos to clear; a welcome before the set-up."""

from bot.commands.vocabulary import OpenHome
from bot.domain import roles
from bot.domain.outcomes.home import HomeShown, WelcomeShown
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.outcomes.steps import Just
from bot.domain.weeks import Week
from bot.handlers import mine, plan
from bot.handlers.call import Call
from storage import members, photos


def open_home(command: OpenHome, call: Call) -> HomeShown | WelcomeShown:  # noqa: ARG001 - every handler takes its command
    """Show the dashboard of whoever looks."""
    return WelcomeShown(call.member) if call.workspace.set_up_at is None else show(call)


def show(call: Call, just: Just | OfferSeen | None = None) -> HomeShown:
    """Gather the dashboard, with what was just done in it."""
    to_clear = 0
    if roles.leads(call.member, members.holders(call.session, call.workspace_id)):
        to_clear = len(photos.to_clear(call.session, call.workspace_id))
    return HomeShown(mine.gather(call), plan.look_at(Week.of(call.today), call), to_clear, just)

"""The App Home: this week and the next, what waits for whoever looks, photos to clear; a welcome before the set-up."""

from bot.commands.vocabulary import OpenHome
from bot.domain import digest, filters
from bot.domain.filters import Only
from bot.domain.outcomes.asked import After
from bot.domain.outcomes.home import HomeLeads, HomeShown, WelcomeShown
from bot.domain.outcomes.mine import Said
from bot.domain.weeks import Week
from bot.handlers import mine, plan
from bot.handlers.call import Call
from storage import leads, members, photos
from storage.tables import Role

_LEADS_SHOWN = 8


def open_home(command: OpenHome, call: Call) -> HomeShown | WelcomeShown:
    """Show the dashboard of whoever looks."""
    return WelcomeShown(call.member) if call.workspace.set_up_at is None else show(call, only=command.only)


def show(call: Call, just: Said | None = None, *, only: Only = (), after: After | None = None) -> HomeShown:
    """Gather the dashboard, with what was just done in it."""
    to_clear = 0
    if call.leads():
        to_clear = len(photos.to_clear(call.session, call.workspace_id))
    this, coming = (plan.look_at(week, call) for week in (Week.of(call.today), Week.of(call.today).next()))
    return HomeShown(
        mine=mine.gather(call),
        plan=plan.narrowed(this, only, call),
        coming=plan.narrowed(coming, only, call),
        choices=filters.choices([*this.entries, *coming.entries]),
        only=only,
        photos_to_clear=to_clear,
        just=just,
        leads=_leads(call, after),
    )


def _leads(call: Call, after: After | None) -> HomeLeads | None:
    """Give the open leads to whoever speaks for sales; None to everybody else."""
    speaks = digest.writer_of(Role.SALES, members.holders(call.session, call.workspace_id))
    if speaks is None or speaks.id != call.member_id:
        return None
    found = leads.still_open(call.session, call.workspace_id)
    return HomeLeads(found[:_LEADS_SHOWN], len(found[_LEADS_SHOWN:]), call.today, after)

"""What each network took and what came with it: gathers the posts, steps and leads of twelve whole weeks."""

from bot.commands.vocabulary import CompareNetworks
from bot.domain import effort, strategy
from bot.domain.outcomes.digest import NetworksCompared
from bot.domain.verdict import stretch
from bot.domain.weeks import Week
from bot.handlers.call import Call
from bot.handlers.leads import in_use
from storage import leads, posts, steps
from storage import strategy as kept


def compare_networks(command: CompareNetworks, call: Call) -> NetworksCompared:  # noqa: ARG001 - every handler takes both
    """Show the networks beside each other, over those of the last twelve weeks whose leads are known."""
    session, workspace_id = call.session, call.workspace_id
    asked = stretch(Week.of(call.today).previous(), effort.WEEKS)
    first, last = asked[0].monday, asked[-1].days[-1]
    logged = in_use(call)
    known = [week for week in asked if logged is not None and logged.knows(week)]
    planned = posts.between(session, workspace_id, first, last)
    efforts = effort.weigh(
        planned,
        steps.of_posts(session, workspace_id, [post.id or 0 for post in planned]),
        leads.came_between(session, workspace_id, first, last),
        known or asked,
        is_known=bool(known),
    )
    page = kept.newest(session, workspace_id)
    return NetworksCompared(efforts, strategy.purpose_of(page.purposes) if page is not None else {})

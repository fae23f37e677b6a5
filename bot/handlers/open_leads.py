"""Asking the sales side how far leads have come: once a week about the open ones, and when some came by the web.

One message each; where the week's has no room for all of them, they take turns in it. Who is away is not asked;
whoever leads is.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain import asking_times
from bot.domain import leads as enquiries
from bot.domain.agenda import Rows
from bot.domain.outcomes.asked import LeadsAsked
from bot.domain.verdict import stretch
from bot.domain.weeks import Week
from bot.handlers import away
from bot.handlers.call import Scene
from storage import announcements, deliveries, lead_addresses, leads, members
from storage.tables import Delivery, Lead, Role, Stage

WEEKLY, CAME = "leads-open", "leads-came"
KINDS = (WEEKLY, CAME)
_LOOKED_AFTER = 30
"""Leads: what is told of more than so many leads ago has had its time."""
MOST = 8
"""More menus than this in one message are scrolled past."""
_TURNS = 26
"""Weeks: whichever lead was not asked about in so many of them has its turn as if it never had been."""


def tell(scene: Scene, rows: Rows) -> datetime | None:
    """Owe what is to be asked about leads now, and give when to look again."""
    if not scene.workspace.leads_numbered or not rows.opening.is_ever_open:
        return None
    moments = [_weekly(scene, rows), _came(scene, rows)]
    return min((at for at in moments if at is not None), default=None)


def keys(scene: Scene) -> set[str]:
    """Give the keys of the latest messages, which are looked after until they are answered."""
    last = scene.workspace.leads_numbered
    if not last:
        return set()
    this = Week.of(scene.today)
    weekly = {f"{WEEKLY}/{week}" for week in (this, this.previous())}
    return weekly | {f"{CAME}/{number}" for number in range(max(1, last - _LOOKED_AFTER), last + 1)}


def gather(scene: Scene, told: Delivery) -> LeadsAsked:
    """Gather how the leads of a message stand by now."""
    found = leads.by_ids(scene.session, scene.workspace_id, told.about["leads"])
    instead_of = members.by_id(scene.session, scene.workspace_id, told.about.get("for") or 0)
    return LeadsAsked(
        key=told.key,
        leads=[lead for lead in found if lead.merged_into_id is None],
        more=told.about["more"],
        came_by_web=told.kind == CAME,
        today=scene.today,
        instead_of=instead_of,
    )


def still_asks(shown: LeadsAsked) -> bool:
    """Whether any of the leads waits for an answer."""
    if shown.came_by_web:
        return any(lead.stage == Stage.NEW for lead in shown.leads)
    return any(map(enquiries.is_open, shown.leads))


def _weekly(scene: Scene, rows: Rows) -> datetime | None:
    """Ask about the leads that were open when the day for it came; give the moment of the next asking."""
    weekday = scene.workspace.leads_weekday
    this = Week.of(scene.today)
    if weekday is None:
        return None
    later: list[datetime] = []
    for week in (this, this.next()):
        day = asking_times.workday_of(week, weekday, rows.opening)
        at = asking_times.morning_of(day, rows.opening, rows.zone) if day else None
        if at is None or at < rows.rhythm.since_at:
            continue
        if at > scene.now:
            later.append(at)
        elif scene.now < at + asking_times.USEFUL_FOR:
            found = [lead for lead in leads.still_open(scene.session, scene.workspace_id) if lead.logged_at < at]
            waits = _ask(scene, rows, WEEKLY, f"{WEEKLY}/{week}", _in_turn(scene, week, found))
            later += [waits] if waits else []
    return min(later, default=None)


def _in_turn(scene: Scene, week: Week, found: Sequence[Lead]) -> Sequence[Lead]:
    """Put the leads in the order of their turns in the weekly message, by what the messages sent before asked about."""
    if len(found) <= MOST:
        return found[::-1]
    keys = {f"{WEEKLY}/{earlier}" for earlier in stretch(week, _TURNS)}
    sent = sorted(announcements.sent(scene.session, scene.workspace_id, keys), key=lambda told: told.key)
    return enquiries.in_turn(found, [told.about["leads"] for told in sent])


def _came(scene: Scene, rows: Rows) -> datetime | None:
    """Tell of leads that came by the web and were not told of before."""
    address = lead_addresses.of_workspace(scene.session, scene.workspace_id)
    if address is None or address.told >= scene.workspace.leads_numbered:
        return None
    found = leads.from_web_after(scene.session, scene.workspace_id, address.told)
    waits = _ask(scene, rows, CAME, f"{CAME}/{found[-1].number}", found) if found else None
    if waits is None:
        address.told = scene.workspace.leads_numbered
        scene.session.add(address)
    return waits


def _ask(scene: Scene, rows: Rows, kind: str, key: str, found: Sequence[Lead]) -> datetime | None:
    asks = away.speaker(scene, rows, Role.SALES)
    if not found or asks is None or deliveries.by_key(scene.session, scene.workspace_id, key) is not None:
        return None
    reader, instead_of = asks
    about = {
        "leads": [lead.id for lead in found[:MOST]],
        "more": len(found[MOST:]),
        "for": instead_of.id if instead_of else None,
    }
    return away.owe_when_free(scene, reader, kind, key, about)

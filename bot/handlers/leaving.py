"""Somebody has left: what they had said yes to is the lead's the same day, and the lead hears of it once.

Slack tells at once. For where it doesn't, and for statuses, people with open steps are looked up twice on an opening
day: when it begins and an open hour before it ends. It refuses to know how that is done.
"""

from datetime import datetime, time

from bot.domain import nudging, roles
from bot.domain.agenda import Rows
from bot.domain.localtime import first_instant
from bot.domain.outcomes.people import StepsLeft
from bot.domain.outcomes.steps import StepWaiting
from bot.handlers import asking, notes
from bot.handlers.call import Scene
from storage import members, waiting
from storage.tables import Delivery, Member

_BEFORE_CLOSING = 60
KIND = "people-look"


def look_at_people(scene: Scene, rows: Rows) -> datetime | None:
    """Owe the errand that looks people up, where it is time; give when it is next, None where nobody has steps."""
    if not (rows.steps or rows.offers or rows.beyond_at) or not rows.opening.is_ever_open:
        return None
    opens_at, late_at = _moments(rows, scene.now)
    if opens_at <= scene.now:
        part = "late" if scene.now >= late_at else "early"
        key = f"{KIND}/{scene.today}/{part}"
        if key not in rows.keys and rows.opening.is_open(scene.now.astimezone(scene.zone)):
            scene.owe(KIND, key, scene.workspace.bot_user_id, {})
    later = [at for at in (opens_at, late_at) if at > scene.now]
    return min(later, default=nudging.tomorrow(scene.now, rows.opening, rows.zone))


def keys(scene: Scene) -> set[str]:
    """Give the keys under which the errand may have been owed today."""
    return {f"{KIND}/{scene.today}/{part}" for part in ("early", "late")}


def hand_on(scene: Scene, member: Member) -> None:
    """Give the lead what somebody who has left had said yes to, and tell the lead once."""
    lead = roles.acting_lead(members.holders(scene.session, scene.workspace_id))
    left = waiting.of_member(scene.session, scene.workspace_id, member.id or 0, scene.now)
    if lead is None or lead.id == member.id or not left:
        return
    for step, _ in left:
        notes.hand_on(scene, step, lead.id or 0, by=None)
        asking.give(scene, step, lead)
    about = {"member": member.id, "steps": [step.id for step, _ in left]}
    scene.owe("notice-left", f"notice-left/{member.id}/{scene.now:%Y-%m-%dT%H:%M:%SZ}", lead.user_id, about)


def compose_notice_left(scene: Scene, delivery: Delivery) -> StepsLeft | None:
    """Tell the lead what came to them; nothing where all of it is done or with somebody else by now."""
    gone = members.by_id(scene.session, scene.workspace_id, delivery.about["member"])
    lead = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    if gone is None or lead is None:
        return None
    found = waiting.steps_by_id(scene.session, scene.workspace_id, delivery.about["steps"])
    items = [
        StepWaiting(step, post, lead)
        for step, post in found
        if step.done_at is None and post.removed_at is None and step.owner_id == lead.id
    ]
    return StepsLeft(gone, items, scene.now, scene.zone) if items else None


def _moments(rows: Rows, now: datetime) -> tuple[datetime, datetime]:
    """Give when the opening day of now, or the next one, begins, and an open hour before it ends."""
    midnight = first_instant(now.astimezone(rows.zone).date(), time.min, rows.zone)
    opens_at = rows.opening.next_open(midnight, rows.zone)
    ends_at = rows.opening.previous_open(
        nudging.tomorrow(opens_at, rows.opening, rows.zone) - nudging.A_MOMENT, rows.zone
    )
    return opens_at, max(opens_at, rows.opening.subtract_open_time(ends_at, _BEFORE_CLOSING, rows.zone))

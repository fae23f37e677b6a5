"""Keeping the plan that a channel was told current: its message is edited in place, never posted again.

Whatever changes the plan wakes the clock, and the clock compares what the message shows with what is true now; so
nobody who changes something has to think of the message, and many changes at once lead to one edit. The mark of what
was shown is kept with the message in the ledger: a digest of it, not its words.
"""

from hashlib import blake2s

from bot.domain.outcomes.plan import WeekAnnounced, WeekShown
from bot.domain.weeks import Week
from bot.handlers import plan
from bot.handlers.call import Scene
from storage import announcements, deliveries, offers
from storage.tables import Delivery

_UPDATE = "week-plan-update"


def keep_current(scene: Scene) -> None:
    """Owe an edit of each message whose week looks different by now; at most one is open for each message."""
    this = Week.of(scene.today)
    keys = {
        f"week-plan/{week}/{channel}" for week in (this, this.next()) for channel in scene.workspace.digest_channels
    }
    marks: dict[str, str] = {}
    for told in announcements.sent(scene.session, scene.workspace_id, keys):
        week = told.about["week"]
        if week not in marks:
            marks[week] = _mark(plan.look_at(Week.parse(week), scene))
        if told.about.get("mark", marks[week]) == marks[week]:
            continue
        count, is_owed = offers.updates(scene.session, scene.workspace_id, told.key)
        if not is_owed:
            scene.owe(_UPDATE, f"{told.key}/{count + 2}", told.recipient, {"week": week}, revises=told.key)


def compose_week_plan(scene: Scene, delivery: Delivery) -> WeekAnnounced | None:
    """Tell a channel the plan of a week; nothing where there is neither an outline nor a post."""
    shown = plan.look_at(Week.parse(delivery.about["week"]), scene)
    _remember(delivery, shown)
    return WeekAnnounced(shown) if shown.entries else None


def compose_week_plan_update(scene: Scene, delivery: Delivery) -> WeekAnnounced | None:
    """Tell in the same message how the week stands by now."""
    told = deliveries.by_key(scene.session, scene.workspace_id, delivery.revises)
    if told is None:
        return None
    shown = plan.look_at(Week.parse(delivery.about["week"]), scene)
    _remember(told, shown)
    return WeekAnnounced(shown)


def _remember(told: Delivery, shown: WeekShown) -> None:
    told.about = {**told.about, "mark": _mark(shown)}


def _mark(shown: WeekShown) -> str:
    seen = [
        (
            entry.publish_at.isoformat(),
            entry.kind,
            entry.standing,
            (entry.post.id, entry.post.version, entry.post.posted_link) if entry.post else None,
            [
                (step.task, step.owner_id, step.accepted_at is None, step.done_at is None)
                for step in shown.steps.get((entry.post.id or 0) if entry.post else 0, ())
            ],
        )
        for entry in shown.entries
    ]
    left_out = [(turn.slot.id, turn.due_on, turn.on, turn.at, turn.fate) for turn in shown.left_out]
    return blake2s(repr((seen, shown.closed_on, left_out)).encode(), digest_size=8).hexdigest()

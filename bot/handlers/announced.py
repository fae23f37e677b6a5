"""Keeping what a channel was told current, a week's plan or a month's ideas: edited in place, never posted again.

Whatever changes the plan wakes the clock, and the clock compares what the message shows with what is true now; so
nobody who changes something has to think of the message, and many changes at once lead to one edit. The mark of what
was shown is kept with the message in the ledger: a digest of it, not its words.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2s

from bot.commands.months import month_after
from bot.domain.ideas import Standing
from bot.domain.outcomes.ideas import IdeasAnnounced
from bot.domain.outcomes.plan import WeekAnnounced
from bot.domain.weeks import Week
from bot.handlers import ideas_standing, learning, plan
from bot.handlers.call import Scene
from storage import deliveries
from storage.tables import Delivery

_MONTHS = 12
"""How far ahead ideas are collected: as far as the plan reaches."""


def keys(scene: Scene) -> set[str]:
    """Give the keys of the messages that are kept current: those of this week and the next, and of months to come.

    On a Monday that of the week before as well, so that it ends with how that went and offers no place that is over.
    """
    this = Week.of(scene.today)
    kept = (this.previous(), this, this.next()) if scene.today == this.monday else (this, this.next())
    weeks = {f"week-plan/{week}/{channel}" for week in kept for channel in scene.workspace.digest_channels}
    return weeks | {ideas_standing.key_of(month_after(scene.today, months)) for months in range(_MONTHS + 1)}


def keep_current(scene: Scene, told: Iterable[Delivery]) -> None:
    """Owe an edit of each of these whose week or ideas look different by now; at most one is open for each message."""
    marks: dict[str, str] = {}
    for message in told:
        about = {name: value for name, value in message.about.items() if name != "mark"}
        shown = about.get("week") or about["month"]
        if shown not in marks:
            marks[shown] = _mark_now(about, scene)
        if message.about.get("mark", marks[shown]) != marks[shown]:
            scene.owe_edit(f"{message.kind}-update", message.key, message.recipient, about)


def compose_week_plan(scene: Scene, delivery: Delivery) -> WeekAnnounced | None:
    """Tell a channel the plan of a week; nothing where there is neither an outline nor a post, or the week is over."""
    if Week.parse(delivery.about["week"]) < Week.of(scene.today):
        return None
    told = _announced(scene, delivery.about["week"])
    _remember(delivery, _mark(told))
    return told if told.shown.entries else None


def compose_week_plan_update(scene: Scene, delivery: Delivery) -> WeekAnnounced | None:
    """Tell in the same message how the week stands by now."""
    told = deliveries.by_key(scene.session, scene.workspace_id, delivery.revises)
    if told is None:
        return None
    now = _announced(scene, delivery.about["week"])
    _remember(told, _mark(now))
    return now


def compose_ideas(scene: Scene, delivery: Delivery) -> IdeasAnnounced:
    """Say above the thread how the ideas for its month stand."""
    return _ideas(scene, delivery)


def compose_ideas_update(scene: Scene, delivery: Delivery) -> IdeasAnnounced | None:
    """Say in the same message how they stand by now."""
    told = deliveries.by_key(scene.session, scene.workspace_id, delivery.revises)
    return _ideas(scene, told) if told is not None else None


def _ideas(scene: Scene, told: Delivery) -> IdeasAnnounced:
    month = date.fromisoformat(told.about["month"])
    found = ideas_standing.standing(scene, month)
    _remember(told, _mark_of_ideas(found))
    return IdeasAnnounced(month, found)


def _remember(told: Delivery, mark: str) -> None:
    told.about = {**told.about, "mark": mark}


def _mark_now(about: Mapping[str, str], scene: Scene) -> str:
    if "week" in about:
        return _mark(_announced(scene, about["week"]))
    return _mark_of_ideas(ideas_standing.standing(scene, date.fromisoformat(about["month"])))


def _mark_of_ideas(found: Sequence[Standing]) -> str:
    seen = [(one.idea.id, one.idea.words, one.votes, one.post and (one.post.id, one.post.version)) for one in found]
    return _digested(seen)


def _announced(scene: Scene, named: str) -> WeekAnnounced:
    week = Week.parse(named)
    return WeekAnnounced(plan.look_at(week, scene), learning.told_before(scene, week))


def _mark(now: WeekAnnounced) -> str:
    shown = now.shown
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
    learned = [(member.id, words) for member, words in now.learned]
    left_out = [(turn.slot.id, turn.due_on, turn.on, turn.at, turn.fate) for turn in shown.left_out]
    events = [each.event for each in shown.events]
    happening = [(event.what, event.starts_at.isoformat(), event.ends_at.isoformat()) for event in events]
    more = [learned] if learned else []
    return _digested((seen, shown.closed_on, left_out, happening, sorted(shown.series.items()), *more))


def _digested(seen: object) -> str:
    return blake2s(repr(seen).encode(), digest_size=8).hexdigest()

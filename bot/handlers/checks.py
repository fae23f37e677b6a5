"""Looking for what is missing from the plan: for whoever asks, and once a week for the lead."""

from dataclasses import replace
from datetime import date, timedelta

from bot.commands.vocabulary import CheckPlan
from bot.domain import cadence, checks, score
from bot.domain.outcomes.checks import PlanChecked
from bot.domain.score import Tick
from bot.domain.weeks import Week
from bot.handlers import resting
from bot.handlers.cadence import outline_of, outline_with_posts
from bot.handlers.call import Call, Scene
from storage import figures, members, posts, steps
from storage.tables import AdKind, Delivery

_BACK = timedelta(weeks=checks.MIX_WEEKS + 1)
_MONTH = timedelta(days=31)


def check_plan(command: CheckPlan, call: Call) -> PlanChecked:  # noqa: ARG001 - every handler takes its command
    """Say what is missing from the plan as it stands."""
    found = _check(call, Week.of(call.today + timedelta(days=6)))
    return replace(found, score=_score(call))


def compose_plan_check(scene: Scene, delivery: Delivery) -> PlanChecked | None:
    """Tell the lead what is missing; nothing where nothing is."""
    found = _check(scene, Week.parse(delivery.about["week"]))
    return found if found.gaps or found.findings else None


def _check(scene: Scene, week: Week) -> PlanChecked:
    first, last = week.monday - _BACK, max(week.days[-1] + _MONTH, scene.today + checks.SEVEN_DAYS)
    outline = outline_of(scene, first, last)
    planned = posts.between(scene.session, scene.workspace_id, first, last)
    soon = (scene.today, scene.today + checks.SEVEN_DAYS)
    ahead = cadence.lay_out_days(*soon, outline, planned, now=scene.now, zone=scene.zone)
    entries = cadence.lay_out(week, outline, planned, now=scene.now, zone=scene.zone)
    ids = [entry.post.id or 0 for entry in ahead if entry.post]
    gaps = checks.gaps(ahead, steps.of_posts(scene.session, scene.workspace_id, ids), now=scene.now)
    return PlanChecked(
        gaps=gaps,
        again=resting.suggestions(scene, gaps.empty),
        findings=checks.mix(
            planned,
            entries,
            week,
            uses_ads=any(slot.kind in set(AdKind) for slot in outline.slots) or any(map(checks.is_ad, planned)),
        ),
        month=_month(week),
        week=week,
        people={member.id or 0: member for member in members.everybody(scene.session, scene.workspace_id)},
        zone=scene.zone,
    )


def _score(scene: Scene) -> tuple[Tick, ...]:
    first, last = scene.today - score.FOUR_WEEKS, scene.today + score.FOUR_WEEKS
    outline, planned = outline_with_posts(scene, first, last)
    entries = cadence.lay_out_days(first, last, outline, planned, now=scene.now, zone=scene.zone)
    behind = [entry for entry in entries if entry.publish_at <= scene.now]
    ahead = [entry for entry in entries if entry.publish_at > scene.now]
    ids = [entry.post.id or 0 for entry in entries if entry.post]
    known = figures.of_posts(scene.session, scene.workspace_id, ids)
    return score.score(behind, ahead, steps.of_posts(scene.session, scene.workspace_id, ids), known, now=scene.now)


def _month(week: Week) -> date:
    return next((day for day in week.days if day.day == 15), week.monday)

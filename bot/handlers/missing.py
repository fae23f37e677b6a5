"""Pictures that aren't there yet, and what could stand in, so that a nudge, the list and the Home agree on it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain import substitutes
from bot.domain.outcomes.steps import StandIns, StepWaiting
from bot.domain.substitutes import Missing
from bot.handlers.call import Scene
from storage import habits, members, photos, waiting
from storage.tables import Member, Post, Reminder, Role, Step, Task

_MOST_LOOKED_AT = 60


def missing(scene: Scene, steps: Sequence[Step]) -> list[Missing]:
    """Give the photo steps among these whose picture may have to be asked about."""
    open_ones = [step for step in steps if step.task == Task.PHOTO and step.done_at is None]
    if not open_ones:
        return []
    planned = waiting.pictures(scene.session, scene.workspace_id, {step.post_id for step in open_ones})
    return [Missing(step, *planned[step.post_id]) for step in open_ones if step.post_id in planned]


def choices(scene: Scene, item: StepWaiting, reader: Member) -> StandIns | None:
    """Gather what could stand in where that is asked: kept photos that fit, and the backup, where they can be asked."""
    step, post, asked = item.step, item.post, item.asked
    if item.reminder != Reminder.MISSING or step.done_at is not None or is_over(post, scene.now):
        return None
    rested = scene.now - substitutes.RESTED
    kept = photos.free(scene.session, scene.workspace_id, rested, most=_MOST_LOOKED_AT)
    fitting = substitutes.fitting(kept, post)
    sharers = {photo.shared_by: members.by_id(scene.session, scene.workspace_id, photo.shared_by) for photo in fitting}
    return StandIns(
        photos=fitting,
        sharers={member_id: member for member_id, member in sharers.items() if member is not None},
        helper=_helper(scene, step, reader, asked),
        team_id=scene.workspace.team_id,
    )


def is_over(post: Post, now: datetime) -> bool:
    """Whether nothing has to stand in any more: something does, or the post is out, gone or past its moment."""
    return bool(post.substitute or post.posted_at or post.removed_at) or post.publish_at <= now


def _helper(scene: Scene, step: Step, reader: Member, asked: Member | None) -> Member | None:
    backup = scene.holder(Role.BACKUP)
    if backup is None or backup.is_deactivated or backup.id in {reader.id, step.owner_id, asked.id if asked else None}:
        return None
    away_until = habits.away_until(scene.session, scene.workspace_id, backup.id or 0, scene.now)
    return None if away_until else backup

"""Moving a post's open steps along with it, and with them the reminders, which reckon from when a step is due.

Whoever changes when a post goes out does this in the same transaction. What is done stays done.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import steps, templates
from bot.domain.hours import Opening
from bot.domain.steps import PlannedStep
from bot.domain.templates import Template
from bot.handlers.call import Scene
from storage import events
from storage import steps as kept
from storage.tables import Event, Post, Step


def reckoned(
    post: Post, template: Template, event: Event | None, *, now: datetime, opening: Opening, zone: ZoneInfo
) -> Sequence[PlannedStep]:
    """Reckon when each step of a post is due, also of one that is made of an event."""
    until = event.ends_at if event is not None else None
    return steps.due_times(post.publish_at, now=now, opening=opening, zone=zone, template=template, taken_until=until)


def retime(scene: Scene, post: Post, *, before: datetime, opening: Opening, zone: ZoneInfo) -> Sequence[Step]:
    """Let the open steps of a post, which went out at `before`, be due as its moment is now; gives those.

    A step that the practice's template no longer has keeps its distance from the post.
    """
    event = events.of_post(scene.session, scene.workspace_id, post.id or 0)
    template = templates.of_kind(scene.workspace.templates, post.kind)
    template = templates.with_photo(template) if event is not None else template
    due = reckoned(post, template, event, now=scene.now, opening=opening, zone=zone)
    due_at = {(planned.task, planned.name): each.due_at for planned, each in zip(template, due, strict=True)}
    still_open = [
        step for step in kept.of_post(scene.session, scene.workspace_id, post.id or 0) if step.done_at is None
    ]
    for step in still_open:
        as_before = max(scene.now, step.due_at + (post.publish_at - before))
        step.due_at = due_at.get((step.task, step.name), as_before)
        scene.session.add(step)
    scene.session.flush()
    return still_open

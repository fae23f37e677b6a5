"""At which event the pictures of a step are taken, so that a question, a nudge and the list of what waits agree."""

from collections.abc import Sequence

from bot.handlers.call import Scene
from storage import events
from storage.tables import Event, Step, Task


def event_of(scene: Scene, step: Step) -> Event | None:
    """Give the event that the pictures of a step are taken at; None for other steps and most posts."""
    return events.of_post(scene.session, scene.workspace_id, step.post_id) if step.task == Task.PHOTO else None


def asked_for(scene: Scene, steps: Sequence[Step]) -> Event | None:
    """Give the event that is not over yet and at which one of these steps is asked for."""
    found = (event_of(scene, step) for step in steps if step.done_at is None)
    return next((event for event in found if event is not None and event.ends_at > scene.now), None)

"""What the steps of a list wait for, so that a nudge, the list of what waits and the Home say the same about it."""

from collections.abc import Collection

from bot.domain import dependencies
from bot.handlers.call import Scene
from storage import steps as kept
from storage.tables import Step


def held_up(scene: Scene, steps: Collection[Step]) -> dict[int, Step]:
    """Give, for each of these steps that waits for another, the one it waits for."""
    of_posts = kept.of_posts(scene.session, scene.workspace_id, {step.post_id for step in steps})
    return dependencies.held_up(step for of_post in of_posts.values() for step in of_post)


def late(scene: Scene, steps: Collection[Step]) -> dict[int, Step]:
    """Give, for each of these steps, the one of somebody else that it waits for where that one is past its time."""
    owners = {step.id: step.owner_id for step in steps}
    held = held_up(scene, steps).items()
    return {
        step_id: before
        for step_id, before in held
        if before.due_at <= scene.now and owners.get(step_id) not in (None, before.owner_id)
    }

"""Evergreen posts and their runs: which may fill an empty place, and on which days one still rests.

It gathers what others decide by, and plans nothing itself.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain import evergreen, plan_errors
from bot.domain.cadence import Entry
from bot.handlers.call import Call, Scene
from storage import posts as kept
from storage.tables import Post, Slot


def check_move(scene: Scene, post: Post, on: date) -> None:
    """Refuse a day on which an evergreen post, or a repeat of one, still rests."""
    original = kept.by_id(scene.session, scene.workspace_id, post.repeats_id) if post.repeats_id else post
    if original is None or original.removed_at is not None or not original.rest_weeks:
        return
    others = [run.on for run in (original, *runs_of(scene, original)) if run is not post]
    evergreen.check_rest(original.rest_weeks, others, on)


def suggestions(scene: Scene, entries: Iterable[Entry]) -> dict[tuple[date, int], Post]:
    """Suggest an evergreen post for each free place, by its day and place; none twice within its rest."""
    return _suggested(scene, [(entry.on, entry.slot) for entry in entries if entry.slot is not None])


def suggestion(scene: Scene, on: date, slot: Slot) -> Post | None:
    """Suggest an evergreen post for one free place."""
    return _suggested(scene, [(on, slot)]).get((on, slot.id or 0))


def used(scene: Scene, post: Post) -> int:
    """Count the repeats of an evergreen post that are planned or out."""
    return len(runs_of(scene, post)) if post.rest_weeks else 0


def original(post_id: int, call: Call) -> Post:
    """Give the post that a repeat repeats, or the post itself."""
    post = kept.by_id(call.session, call.workspace_id, post_id)
    if post is not None and post.repeats_id is not None:
        post = kept.by_id(call.session, call.workspace_id, post.repeats_id) or post
    if post is None or post.removed_at is not None:
        raise plan_errors.no_such_post()
    return post


def runs_of(scene: Scene, post: Post) -> list[Post]:
    """Give the posts that repeat an evergreen one and stand in the plan."""
    return list(kept.repeats_of(scene.session, scene.workspace_id, [post.id or 0]))


def _suggested(scene: Scene, places: Sequence[tuple[date, Slot]]) -> dict[tuple[date, int], Post]:
    evergreens = kept.evergreen(scene.session, scene.workspace_id) if places else ()
    runs: dict[int, list[Post]] = {}
    ids = [post.id or 0 for post in evergreens]
    for run in kept.repeats_of(scene.session, scene.workspace_id, ids) if ids else ():
        runs.setdefault(run.repeats_id or 0, []).append(run)
    found: dict[tuple[date, int], Post] = {}
    for on, slot in places:
        post = evergreen.suggested(evergreens, runs, on, slot.kind)
        if post is not None:
            found[on, slot.id or 0] = post
            runs.setdefault(post.id or 0, []).append(Post(**{**post.model_dump(), "on": on}))
    return found

"""Notes and names that travel with a step: left by whoever had it, read by whoever has it next, kept with the post."""

from collections.abc import Iterable

from bot.domain import notes
from bot.domain.notes import Note
from bot.domain.versions import WHO
from bot.handlers.call import Call, Scene
from storage import members
from storage import offers as kept
from storage.tables import PostVersion, Step


def leave(call: Call, steps: Iterable[Step], typed: str, *, field: str) -> None:
    """Leave word for whoever has these steps next; what was said before stays.

    Raises:
        Misread: it is too long, or may point to a patient.
    """
    words = notes.check(typed, call.today, field=field)
    for step in steps if words else ():
        step.notes = [*step.notes, {"by": call.member_id, "words": words}][-notes.MOST :]


def read(scene: Scene, steps: Iterable[Step], *, but: int | None = None) -> tuple[Note, ...]:
    """Give what was left with steps that are not done, each word once; `but` is whose own words are left out."""
    said = dict.fromkeys((note["by"], note["words"]) for step in steps if not step.done_at for note in step.notes)
    return tuple(Note(members.by_id(scene.session, scene.workspace_id, by), words) for by, words in said if by != but)


def hand_on(scene: Scene, step: Step, owner_id: int, *, by: int | None) -> None:
    """Write down in the post's history that a step somebody had said yes to is another one's from now on."""
    if step.accepted_at is None or step.owner_id == owner_id:
        return
    post = kept.hold_post(scene.session, scene.workspace_id, step.post_id)
    if post is None:
        return
    post.version += 1
    made = PostVersion(
        workspace_id=scene.workspace_id,
        post_id=step.post_id,
        number=post.version,
        changed_by=by,
        changed_at=scene.now,
        changes={f"{WHO}{step.name or step.task}": [str(step.owner_id), str(owner_id)]},
    )
    scene.session.add(made)
    scene.session.flush()

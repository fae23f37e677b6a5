"""Letting something stand in for a picture that isn't there: a kept photo, or a graphic that somebody makes.

Whoever had the photo is thanked and left alone. A real one that comes in before the post goes out takes the place back.
"""

from bot.commands.vocabulary import UseSubstitute
from bot.domain import photo_errors, templates
from bot.domain.outcomes.photos import PictureCame, StoodIn
from bot.domain.outcomes.steps import SubstituteUsed
from bot.domain.substitutes import RESTED
from bot.handlers import asking, attaching
from bot.handlers import steps as doing
from bot.handlers.call import Call, Scene
from bot.handlers.replies import Reply, reply
from storage import members, photos, posts, steps
from storage.tables import Delivery, Photo, Post, Step, Substitute, Task

_AHEAD_MINUTES = 120
"""Two open hours before whatever waits for it, so that a graphic can still be looked at."""


def use_substitute(command: UseSubstitute, call: Call) -> Reply:
    """Let a kept photo stand in or, where none is named, a graphic, which is then whoever chose that's to make."""
    if not call.leads():
        raise photo_errors.not_yours_to_replace(call.lead().name)
    found = doing.open_step(call, command.step_id, command.where)
    if not isinstance(found, tuple):
        return found
    step, post = found
    if step.task != Task.PHOTO or post.posted_at is not None:
        raise photo_errors.post_is_out()
    owner = members.by_id(call.session, call.workspace_id, step.owner_id)
    had_agreed = step.accepted_at is not None
    photo = _kept(call, command.photo_id) if command.photo_id is not None else None
    if photo is not None:
        attaching.attach(call, photo, post, substitute=Substitute.LIBRARY, clicked_in=command.where)
    else:
        doing.finish(call, step, clicked_in=command.where)
        attaching.mark(call, post, Substitute.GRAPHIC, by=call.member_id)
        _plan_graphic(call, post)
    if owner is not None and had_agreed and owner.id != call.member_id and not owner.is_deactivated:
        call.owe("stood-in", f"stood-in/{step.id}/{post.version}", owner.user_id, {"step": step.id})
    return reply(call, command.where, SubstituteUsed(step, post, photo))


def compose_stood_in(scene: Scene, delivery: Delivery) -> StoodIn | None:
    """Thank whoever had the photo, and say that it may still come; nothing where it did, or the post is out."""
    step = steps.by_id(scene.session, scene.workspace_id, delivery.about["step"])
    post = posts.by_id(scene.session, scene.workspace_id, step.post_id) if step else None
    if step is None or post is None or not post.substitute or post.posted_at or post.removed_at:
        return None
    return StoodIn(post, scene.zone)


def compose_picture_came(scene: Scene, delivery: Delivery) -> PictureCame | None:
    """Tell the lead that the real picture is there after all; nothing where it is gone again, or the post is out."""
    photo = photos.by_id(scene.session, scene.workspace_id, delivery.about["photo"])
    post = posts.by_id(scene.session, scene.workspace_id, delivery.about["post"])
    if photo is None or post is None or photo.post_id != post.id or post.substitute or post.posted_at:
        return None
    return PictureCame(photo, post, members.by_id(scene.session, scene.workspace_id, photo.shared_by), scene.zone)


def _kept(call: Call, photo_id: int) -> Photo:
    photo = photos.held(call.session, call.workspace_id, photo_id)
    if photo is None:
        raise photo_errors.no_such_photo()
    taken = posts.by_id(call.session, call.workspace_id, photo.post_id) if photo.post_id else None
    if taken is not None and taken.removed_at is None:
        if taken.posted_at is None or taken.posted_at >= call.now - RESTED:
            raise photo_errors.with_another_post(photo.number)
        photo.was_with, photo.post_id = [*photo.was_with, taken.id or 0], None
    return photo


def _plan_graphic(call: Call, post: Post) -> None:
    """Give the step of making the graphic to whoever chose one; one that was planned before is open again."""
    of_post = steps.of_post(call.session, call.workspace_id, post.id or 0)
    waits = [step.due_at for step in of_post if step.done_at is None and step.task in (Task.APPROVAL, Task.PUBLISH)]
    until = min(waits, default=post.publish_at)
    ahead = call.opening.subtract_open_time(until, _AHEAD_MINUTES, call.zone) if call.opening.is_ever_open else until
    step = next((step for step in of_post if step.task == Task.GRAPHIC), None)
    if step is None:
        step = Step(workspace_id=call.workspace_id, post_id=post.id or 0, task=Task.GRAPHIC, owner_id=call.member_id)
    step.due_at, step.done_at = (ahead if ahead > call.now else max(until, call.now)), None
    step.minutes = templates.USUAL_MINUTES[Task.GRAPHIC]
    asking.give(call, step, call.member)
    call.session.add(step)
    call.session.flush()

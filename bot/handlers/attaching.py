"""Where a photo is: which post it is with, and what is known about it once its bytes have been fetched, or not.

The commands in `photos` and the errand that fetches are put together from these.
"""

import secrets
from datetime import timedelta

from bot.domain import photo_errors
from bot.domain import photos as decide
from bot.domain.outcomes.photos import PhotoSeen
from bot.domain.problems import Problem
from bot.domain.substitutes import after_attaching
from bot.handlers import steps as doing
from bot.handlers.call import Scene
from storage import deliveries, members, photos, posts, steps
from storage.tables import Member, Photo, PhotoState, Post, PostVersion, Role, Step, Substitute, Task

_AHEAD = timedelta(days=70)
_MOST_CHOICES = 100


def see(scene: Scene, photo: Photo, viewer: Member | None, *, in_place: bool = False) -> PhotoSeen:
    """Gather what a photo's message shows to somebody now."""
    lead, backup = scene.holder(Role.LEAD), scene.holder(Role.BACKUP)
    waiting: list[Post] = []
    if photo.state == PhotoState.READY and photo.post_id is None:
        waiting = _waiting(scene, photo)
    return PhotoSeen(
        photo=photo,
        zone=scene.zone,
        post=posts.by_id(scene.session, scene.workspace_id, photo.post_id) if photo.post_id else None,
        waiting=tuple(waiting[:_MOST_CHOICES]),
        lead=lead,
        sharer=members.by_id(scene.session, scene.workspace_id, photo.shared_by),
        is_sharer=viewer is not None and viewer.id == photo.shared_by,
        is_lead=lead is not None and viewer is not None and lead.id == viewer.id,
        may_clear=viewer is not None and decide.may_clear(photo, viewer, lead=lead, backup=backup),
        in_place=in_place,
    )


def choices(scene: Scene, photo: Photo) -> tuple[Post, ...]:
    """Give the posts that a photo can go to, in the order they go out; not the one it is with."""
    first, last = scene.today - decide.TOO_LATE_AFTER, scene.today + _AHEAD
    open_ones = [
        post
        for post in posts.between(scene.session, scene.workspace_id, first, last)
        if decide.is_open(post, scene.today) and post.id != photo.post_id
    ]
    return tuple(open_ones[:_MOST_CHOICES])


def attach(scene: Scene, photo: Photo, post: Post, *, substitute: str = "", clicked_in: str = "") -> None:
    """Give a photo to a post, whose steps for a picture are done; those of a post it was with before are open again.

    A real photo takes the place of whatever stood in for it, and the lead hears of that.
    """
    decide.check_attachable(photo, post, scene.today)
    detach(scene, photo)
    picture, graphic = _step(scene, post, Task.PHOTO), _step(scene, post, Task.GRAPHIC)
    stood_in, stands_in = post.substitute, substitute or after_attaching(photo, post, picture, graphic)
    before = photos.of_post(scene.session, scene.workspace_id, post.id or 0)
    photo.post_id = post.id
    scene.session.add(photo)
    for step in (picture, graphic):
        if step is not None and step.done_at is None:
            doing.finish(scene, step, clicked_in=clicked_in)
    if stands_in == stood_in:
        return
    mark(scene, post, stands_in, by=photo.shared_by)
    if not stands_in:
        for other in before:
            other.post_id = None
        about = {"photo": photo.id, "post": post.id}
        scene.owe("picture-came", f"picture-came/{post.id}/{post.version}", scene.lead().user_id, about)


def detach(scene: Scene, photo: Photo) -> None:
    """Take a photo away from its post; where no other one is there, the step it did is open again."""
    post = posts.by_id(scene.session, scene.workspace_id, photo.post_id) if photo.post_id else None
    if post is None:
        return
    if post.posted_at is not None and photo.state == PhotoState.READY:
        raise photo_errors.went_out_already(photo.number)
    photo.post_id = None
    scene.session.add(photo)
    scene.session.flush()
    others = photos.of_post(scene.session, scene.workspace_id, post.id or 0)
    if others or not decide.is_open(post, scene.today):
        return
    step = _step(scene, post, Task.GRAPHIC if post.substitute == Substitute.GRAPHIC else Task.PHOTO)
    if post.substitute == Substitute.LIBRARY:
        mark(scene, post, "", by=photo.shared_by)
    if step is not None:
        step.done_at = None
        scene.session.add(step)


def mark(scene: Scene, post: Post, substitute: str, *, by: int) -> None:
    """Put down what stands in for a post's picture, as a change of the post like any other."""
    made = PostVersion(
        workspace_id=scene.workspace_id,
        post_id=post.id or 0,
        number=post.version + 1,
        changed_by=by,
        changed_at=scene.now,
        changes={"substitute": [post.substitute, substitute]},
    )
    post.version, post.substitute = made.number, substitute
    scene.session.add(made)
    scene.session.add(post)
    scene.session.flush()


def to_fetch(scene: Scene, photo_id: int) -> Photo | None:
    """Give the photo whose bytes may be fetched, with a name that nobody can guess to store them under; None if not."""
    photo = photos.held(scene.session, scene.workspace_id, photo_id)
    if photo is None or photo.state != PhotoState.CLEARED:
        return None
    photo.stored_as = photo.stored_as or f"{scene.workspace_id}/{secrets.token_urlsafe(24)}"
    scene.session.add(photo)
    return photo


def fetched(scene: Scene, photo_id: int, *, stored_as: str, width: int, height: int) -> bool:
    """Take in that a photo's copies are stored; false where it was set aside meanwhile and they have to go again."""
    photo = photos.held(scene.session, scene.workspace_id, photo_id)
    if photo is None or photo.state != PhotoState.CLEARED or photo.stored_as != stored_as:
        return photo is not None and photo.state == PhotoState.READY and photo.stored_as == stored_as
    photo.state, photo.width, photo.height = PhotoState.READY, width, height
    scene.session.add(photo)
    meant = posts.by_id(scene.session, scene.workspace_id, photo.meant_for_id) if photo.meant_for_id else None
    is_open = meant is not None and decide.is_open(meant, scene.today)
    post = meant if is_open else decide.choose(_waiting(scene, photo))
    if post is not None:
        attach(scene, photo, post)
    tell(scene, photo)
    return True


def failed(scene: Scene, photo_id: int, problem: Problem) -> None:
    """Take in that a photo could not be used, and tell why."""
    photo = photos.held(scene.session, scene.workspace_id, photo_id)
    if photo is None or photo.state != PhotoState.CLEARED:
        return
    photo.state, photo.problem = PhotoState.FAILED, problem
    if problem == Problem.NOT_KEPT:
        forget_copies(scene, photo, members.by_id(scene.session, scene.workspace_id, photo.shared_by))
    photo.stored_as = ""
    scene.session.add(photo)
    tell(scene, photo)


def forget_copies(scene: Scene, photo: Photo, recipient: Member | None) -> None:
    """Owe the errand that deletes what is, or may be, stored of a photo; the row knows of no copies from now on."""
    if photo.stored_as:
        about = {"photo": photo.id, "stored_as": photo.stored_as}
        scene.owe("photo-forget", next_key(scene, "photo-forget", photo), recipient.user_id if recipient else "", about)
    photo.stored_as, photo.width, photo.height = "", None, None
    scene.session.add(photo)


def next_key(scene: Scene, kind: str, photo: Photo) -> str:
    """Give the next key of that kind for a photo: what is asked or tried again is owed anew."""
    begins = f"{kind}/photo-{photo.id}/"
    return f"{begins}{len(deliveries.of_kind(scene.session, scene.workspace_id, kind, begins=begins)) + 1}"


def tell(scene: Scene, photo: Photo) -> None:
    """Owe the news to the sharer, and to whoever answered for them."""
    begins = f"photo-told/photo-{photo.id}/"
    news = deliveries.of_kind(scene.session, scene.workspace_id, "photo-told", begins=begins)
    for member_id in dict.fromkeys((photo.shared_by, photo.answered_by)):
        member = members.by_id(scene.session, scene.workspace_id, member_id) if member_id else None
        if member is not None and not member.is_deactivated:
            about = {"photo": photo.id, "member": member.id}
            scene.owe("photo-told", f"{begins}{len(news) + 1}/member-{member.id}", member.user_id, about)


def _waiting(scene: Scene, photo: Photo) -> list[Post]:
    open_steps = photos.open_photo_steps(scene.session, scene.workspace_id, photo.shared_by)
    return decide.waiting_for(open_steps, photo.shared_by, scene.today)


def _step(scene: Scene, post: Post, task: Task) -> Step | None:
    of_post = steps.of_post(scene.session, scene.workspace_id, post.id or 0)
    return next((step for step in of_post if step.task == task), None)

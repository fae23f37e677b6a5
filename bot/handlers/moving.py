"""Moving a post to another moment: its place, the due times of its open steps and with them their nudges, at one go.

A nudge is reckoned from its step's due time whenever the clock looks, and one that is on its way is left out when it no
longer holds; so nothing about a moved step has to be taken back one by one.
"""

from datetime import date, datetime, time

from bot.domain import cadence, event_errors, plan_errors, posts
from bot.domain.outcomes.posts import PostMoved
from bot.handlers import retiming
from bot.handlers.cadence import outline_with_posts
from bot.handlers.call import Call, Scene
from storage import events, members, slots
from storage import posts as kept_posts
from storage import steps as kept_steps
from storage import versions as kept_versions
from storage.tables import Delivery, Post, Step


def move(call: Call, post: Post, on: date, at: time, *, is_moved: bool = True) -> None:
    """Move a post that is still to go out to another day, hour or kind of place; refuse a moment that can't be."""
    if post.posted_at is not None:
        raise plan_errors.already_out()
    before_at = post.publish_at
    if is_moved:
        posts.check_day(on, call.today)
        post.publish_at = posts.publish_moment(on, at, now=call.now, zone=call.zone)
        event = events.of_post(call.session, call.workspace_id, post.id or 0)
        if event is not None and post.publish_at <= event.ends_at:
            raise event_errors.post_before_event(event.what)
    if on != post.on or not _is_at_home(call, post):
        outline, around = outline_with_posts(call, on, on)
        beside = [other for other in around if other.id != post.id]
        post.kind, turn = cadence.choose(on, post.kind, outline, beside, at=at)
        post.slot_id = turn.slot.id if turn else None
    post.on = on
    if is_moved:
        _move_steps(call, post, before_at)


def compose_post_moved(scene: Scene, delivery: Delivery) -> PostMoved | None:
    """Tell somebody when the steps they said yes to are due now; nothing where the post moved on since."""
    reader = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    post = kept_posts.by_id(scene.session, scene.workspace_id, delivery.about["post"])
    if post is None or reader is None or post.removed_at is not None or post.posted_at is not None:
        return None
    made = kept_versions.of_post(scene.session, scene.workspace_id, post.id or 0, since=delivery.about["version"] - 1)
    moved = [version for version in made if not version.changes.keys().isdisjoint(("on", "at"))]
    theirs = [step for step in _open_steps(scene, post) if step.owner_id == reader.id and step.accepted_at]
    if not theirs or [version.number for version in moved] != [delivery.about["version"]]:
        return None
    by = members.by_id(scene.session, scene.workspace_id, moved[0].changed_by or 0)
    return PostMoved(post, theirs, by, scene.zone, scene.now)


def _move_steps(call: Call, post: Post, before_at: datetime) -> None:
    """Reckon every open step anew; one that the reckoning does not know moves as far as the post."""
    waiting = retiming.retime(call, post, before=before_at, opening=call.opening, zone=call.zone)
    for step in waiting:
        step.snoozed_until = None
    told = {step.owner_id for step in waiting if step.accepted_at} - {call.member_id}
    for owner_id in sorted(told):
        owner = members.by_id(call.session, call.workspace_id, owner_id)
        if owner is not None:
            about = {"post": post.id, "version": post.version}
            call.owe("post-moved", f"post-moved/{post.id}/{post.version}/{owner_id}", owner.user_id, about)


def _open_steps(scene: Scene, post: Post) -> list[Step]:
    found = kept_steps.of_post(scene.session, scene.workspace_id, post.id or 0)
    return [step for step in found if step.done_at is None]


def _is_at_home(call: Call, post: Post) -> bool:
    """Whether a post that stays on its day still stands in a place of its kind."""
    slot = slots.by_id(call.session, call.workspace_id, post.slot_id or 0)
    return slot is not None and slot.kind == post.kind

"""What may happen to a photo: who may answer for it, which post waits for it, and what keeps it from being used.

Rows in, decisions out. A photo is a mere pointer until somebody who was there has said that no patient is in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.domain import photo_errors
from storage.tables import Member, Photo, PhotoState, Post, Step, Task

TOO_LATE_AFTER = timedelta(days=7)
"""A post that is a week past its day no longer waits for a photo."""
_NOT_FOR_US = frozenset(
    {
        "gif", "tif", "tiff", "bmp", "x-ms-bmp", "x-bmp", "svg", "svg+xml", "psd", "vnd.adobe.photoshop", "x-photoshop",
        "x-icon", "vnd.microsoft.icon", "jxl",
    }
)  # fmt: skip
"""Kinds of pictures that can't be used, as Slack names them."""
_PICTURES = _NOT_FOR_US | {"jpg", "jpeg", "png", "webp", "heic", "heif"}


class Answer(StrEnum):
    """What can be answered to the question whether a photo shows a patient."""

    NO = "no"
    YES = "yes"
    UNSURE = "unsure"


def is_picture(file_kind: str) -> bool:
    """Whether Slack's media type or file type names a still picture, or something that claims to be one."""
    kind = file_kind.lower()
    return kind.startswith("image/") or kind in _PICTURES


def is_usable(file_kind: str) -> bool:
    """Whether it is a picture of a kind that can be used, or of one that nobody here has heard of."""
    return is_picture(file_kind) and file_kind.lower().removeprefix("image/") not in _NOT_FOR_US


def is_video(file_kind: str) -> bool:
    """Whether Slack's media type or file type names a video."""
    kind = file_kind.lower()
    return kind.startswith("video/") or kind in {"mp4", "mov", "m4v", "webm", "avi", "mkv", "mpg"}


def is_ours_to_ask(member: Member, bot_user_id: str) -> bool:
    """Whether a picture that this member shares is asked about: people of the practice are, apps are not."""
    return not (member.is_bot or member.is_foreign or member.is_deactivated or member.user_id == bot_user_id)


def is_open_to_agency(photo: Photo, member: Member) -> bool:
    """Whether somebody from an agency sees this photo: a cleared one, or their own."""
    return photo.state == PhotoState.READY or photo.shared_by == member.id


def may_clear(photo: Photo, member: Member, *, lead: Member | None, backup: Member | None) -> bool:
    """Whether this member's word is enough that a photo shows no patient.

    The sharer was there, and lead and backup answer for the program. Once somebody said yes or was not sure, only the
    lead's word opens the photo again.
    """
    if photo.state == PhotoState.BLOCKED:
        return lead is not None and member.id == lead.id
    return member.id in {photo.shared_by, *(holder.id for holder in (lead, backup) if holder)}


def answered(photo: Photo, answer: str, member: Member, *, lead: Member | None, backup: Member | None) -> PhotoState:
    """Say what an answer makes of a photo; the cautious answers are open to everybody and at any time.

    Raises:
        NotAllowed: when somebody else's word is needed.
        NotFound: when it is no answer at all.
    """
    if answer in (Answer.YES, Answer.UNSURE):
        return PhotoState.BLOCKED
    if answer != Answer.NO:
        raise photo_errors.no_such_answer()
    if photo.state in (PhotoState.CLEARED, PhotoState.READY):
        return PhotoState(photo.state)
    if not may_clear(photo, member, lead=lead, backup=backup):
        raise photo_errors.somebody_elses_word(photo)
    return PhotoState.CLEARED


def waiting_for(steps: Iterable[tuple[Step, Post]], sharer_id: int, today: date) -> list[Post]:
    """Give the posts whose photo is this member's to bring, soonest first.

    What was accepted goes before what was only offered: a photo never lands in a place that nobody has agreed to fill
    while another one waits for it.
    """
    waiting = [
        (step, post)
        for step, post in steps
        if step.owner_id == sharer_id and _takes_a_picture(step, post) and is_open(post, today)
    ]
    agreed = [pair for pair in waiting if pair[0].accepted_at is not None]
    return sorted({post.id: post for _, post in agreed or waiting}.values(), key=lambda post: post.publish_at)


def _takes_a_picture(step: Step, post: Post) -> bool:
    """Whether a picture would do this step, or still take the place of a substitute."""
    is_late = step.task == Task.PHOTO and bool(post.substitute)
    return (step.task in (Task.PHOTO, Task.GRAPHIC) and step.done_at is None) or is_late


def is_open(post: Post, today: date) -> bool:
    """Whether a photo can still go to this post."""
    return post.posted_at is None and post.removed_at is None and post.on >= today - TOO_LATE_AFTER


def choose(waiting: Sequence[Post]) -> Post | None:
    """Give the post that a photo is for where there is no doubt; several, or none, are for a person to decide."""
    return waiting[0] if len(waiting) == 1 else None


def check_attachable(photo: Photo, post: Post, today: date) -> None:
    """Refuse, with the reason, a photo that may not go to a post.

    Raises:
        WrongMoment: the photo is not cleared or not here yet, or the post is out, over or gone.
    """
    if photo.state != PhotoState.READY:
        raise photo_errors.not_ready(photo)
    if post.removed_at is not None:
        raise photo_errors.post_taken_out()
    if post.posted_at is not None:
        raise photo_errors.post_is_out()
    if not is_open(post, today):
        raise photo_errors.post_is_over()

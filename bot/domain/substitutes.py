"""What stands in for a picture that isn't there in time: when the lead is asked, and which kept photos would do.

The lead is asked once, an opening day before the post goes out, and whoever has the photo knows of it; a photo that is
planned for later than that is waited for. A post that was added later than that is nobody's surprise. Rows in,
decisions out; it refuses to know how the question looks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import nudging
from bot.domain.hours import Opening
from bot.domain.nudging import Due
from bot.domain.team import Team
from storage.tables import Photo, PhotoState, Post, Reminder, Shape, Step, Substitute

REMINDERS = frozenset({Reminder.MISSING, Reminder.MISSING_OWN})
MOST_OFFERED = 3
"""A choice that is made between two patients."""
RESTED = timedelta(weeks=26)
"""Half a year after a picture went out, few who see it again remember it."""
_HARDLY_OFF = 1.1
"""A picture counts as square up to a tenth more on one side."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A photo step that is not done, with when its post goes out and when that was planned."""

    step: Step
    publish_at: datetime
    planned_at: datetime


def asked_at(missing: Missing, opening: Opening, zone: ZoneInfo) -> datetime | None:
    """Give when the lead is asked what stands in; None where nobody is: planned too late, or nobody is in before."""
    if not opening.is_ever_open:
        return None
    day_before = nudging.opening_day_before(missing.publish_at, opening, zone)
    if missing.planned_at > day_before:
        return None
    at = opening.next_open(max(day_before, missing.step.due_at), zone)
    return at if at < missing.publish_at else None


def questions(missing: Missing, team: Team, opening: Opening, zone: ZoneInfo) -> Sequence[Due]:
    """Ask the lead what stands in for a photo, and let whoever said yes to it know; each once for this moment."""
    at = asked_at(missing, opening, zone)
    step, lead = missing.step, team.lead
    if step.done_at or at is None or lead is None:
        return ()
    asked = Due(step.id or 0, lead, Reminder.MISSING, missing.publish_at, at)
    if step.accepted_at is None or step.owner_id == lead or not team.is_here(step.owner_id):
        return (asked,)
    return (Due(step.id or 0, step.owner_id, Reminder.MISSING_OWN, missing.publish_at, at), asked)


def is_asked_anyway(due: Due, asked_at: datetime | None) -> bool:
    """Whether the lead is asked about a step no later, and better, with what could stand in for its picture."""
    return due.reminder is Reminder.OVERDUE_LEAD and asked_at is not None and asked_at <= due.moment_at


def is_too_late(due: Due, now: datetime) -> bool:
    """Whether a picture is asked about whose post should be out by now, or whose event has begun."""
    return due.reminder in (*REMINDERS, Reminder.LEAVING) and due.reckoned_from <= now


def fitting(photos: Iterable[Photo], post: Post) -> tuple[Photo, ...]:
    """Give the kept photos that would do for a post: ready, and held as its picture should be.

    Those that were never used come first, the newest of them before the others.
    """
    ready = [photo for photo in photos if photo.state == PhotoState.READY and _is_held(photo, post.shape)]
    newest = sorted(ready, key=lambda photo: (photo.shared_at, photo.number), reverse=True)
    return tuple(sorted(newest, key=lambda photo: photo.post_id is not None or bool(photo.was_with))[:MOST_OFFERED])


def after_attaching(photo: Photo, post: Post, picture: Step | None, graphic: Step | None) -> str:
    """Say what stands in for a post's picture once this photo is with it; "" where it has one of its own.

    What is shared after the choice was made is the real one, unless whoever makes the graphic shares it.
    """
    if not post.substitute or picture is None or picture.done_at is None:
        return ""
    is_late = photo.shared_at >= picture.done_at
    makes_it = graphic is not None and graphic.done_at is None and graphic.owner_id == photo.shared_by
    if post.substitute == Substitute.GRAPHIC and is_late and makes_it:
        return Substitute.GRAPHIC
    return "" if is_late else Substitute.LIBRARY


def _is_held(photo: Photo, shape: str) -> bool:
    """Whether a photo is held as the brief asks; any will do where the brief doesn't say."""
    width, height = photo.width or 0, photo.height or 0
    if not (shape and width and height):
        return True
    is_square = max(width, height) <= _HARDLY_OFF * min(width, height)
    return {Shape.SQUARE: is_square, Shape.UPRIGHT: height > width, Shape.WIDE: width > height}.get(Shape(shape), True)

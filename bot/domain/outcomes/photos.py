"""What came of sharing a photo, answering for it or giving it to a post."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from storage.tables import Member, Photo, Post, Step


@dataclass(frozen=True, slots=True)
class PhotoIgnored:
    """Something was shared that nobody is asked about: no picture, an app's, or one that was asked about before."""


@dataclass(frozen=True, slots=True)
class VideoShared:
    """Somebody who has these pictures to take, each with its post, shared a video; it is left where it is."""

    pictures: Sequence[tuple[Step, Post]]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class PictureUnusable:
    """A picture was shared that is of a kind that can't be used; `in_channel` says that others see the picture too."""

    in_channel: bool


@dataclass(frozen=True, slots=True)
class PhotoNoticed:
    """A picture was shared; the one who shared it is asked about it in a message of its own."""

    photo: Photo


@dataclass(frozen=True, slots=True)
class PhotoSeen:
    """A photo as its message should show it now, whatever was clicked.

    `waiting` holds the posts that wait for a photo of the sharer's; more than one is for a person to choose from.
    """

    photo: Photo
    zone: ZoneInfo
    post: Post | None = None
    waiting: tuple[Post, ...] = ()
    lead: Member | None = None
    sharer: Member | None = None
    is_lead: bool = False
    is_sharer: bool = True
    may_clear: bool = True
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class PhotoSetAside:
    """The private word to the lead that a photo may show a patient."""

    photo: Photo
    sharer: Member | None
    answered_by: Member | None
    team_id: str


@dataclass(frozen=True, slots=True)
class PhotosPicked:
    """The pictures of a message, from its shortcut; `asked` was asked instead, because it was they who shared them."""

    seen: tuple[PhotoSeen, ...]
    asked: Member | None = None


@dataclass(frozen=True, slots=True)
class PhotosShown:
    """The photos: those that wait for my answer, and what else there is; `to_clear` is for those who lead only."""

    mine: tuple[Photo, ...]
    to_clear: tuple[Photo, ...]
    failed: tuple[Photo, ...]
    kept: tuple[Photo, ...]
    posts: Mapping[int, Post]
    people: Mapping[int, Member]
    zone: ZoneInfo
    team_id: str
    is_lead: bool = False
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class StoodIn:
    """Something stands in for a picture that somebody had said yes to."""

    post: Post
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class PictureCame:
    """The real picture is there after all, in the place of what stood in for it."""

    photo: Photo
    post: Post
    sharer: Member | None
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class AttachFormOpened:
    """The form that asks which post a photo is for."""

    photo: Photo
    posts: tuple[Post, ...]

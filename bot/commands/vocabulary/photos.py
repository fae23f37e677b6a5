"""What can be asked about photos."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowPhotos:
    """Show the photos: which wait for an answer, which are ready, where they are used."""


@dataclass(frozen=True, slots=True)
class NoticePhoto:
    """Notice that a member shared a picture in a channel, perhaps in the thread under a message."""

    file_id: str
    channel_id: str
    file_kind: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class ClearPhoto:
    """Answer whether a photo shows a patient: `no`, `yes` or `unsure`.

    `where` says in what message the button was: empty for the photo's own, `photos` for the list of photos, `mine` for
    the list of what waits for me, `home` for the App Home.
    """

    photo_id: int
    answer: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class AttachPhoto:
    """Attach a cleared photo to a post."""

    photo_id: int
    post_id: int


@dataclass(frozen=True, slots=True)
class OpenAttachForm:
    """Open the form that asks which post a photo is for."""

    photo_id: int


@dataclass(frozen=True, slots=True)
class UseSubstitute:
    """Let a kept photo stand in for one that isn't there or, where none is named, a graphic; `where` as with steps."""

    step_id: int
    photo_id: int | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class UsePhoto:
    """Use the pictures of a message, from its shortcut."""

    file_ids: tuple[str, ...]
    channel_id: str
    shared_by: str

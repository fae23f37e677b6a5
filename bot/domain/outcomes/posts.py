"""What came of adding a post, taking one out, or saying that one is out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.posts import LeftOpen
from bot.domain.suggestions import Suggestion
from bot.domain.versions import Part
from bot.domain.workload import Load
from storage.tables import Event, Member, Post, PostVersion, Step, Strategy


@dataclass(frozen=True, slots=True)
class PostFormOpened:
    """The form for a new post, with what is known about it already; `beside` fills that place by now.

    `shifts` is the place that whoever looks may leave out or move this time. `usual` is who is asked for the photo
    where nobody is named, and `could` are those who agreed to take photos, the best first. `again` is an evergreen post
    that may go out once more in the place `slot_id`.
    """

    today: date
    on: date | None = None
    at: time | None = None
    kind: str = ""
    beside: Post | None = None
    shifts: int | None = None
    again: Post | None = None
    slot_id: int | None = None
    usual: Member | None = None
    could: Sequence[Suggestion] = ()


@dataclass(frozen=True, slots=True)
class PostAdded:
    """A post is in the plan; `fills_place` tells an expected post from an extra one.

    `suggested` are those whom nobody named and who are thought of because they agreed to it, by task; `over` is where
    somebody has more than they agreed to. `repeats` is the evergreen post that it repeats.
    """

    post: Post
    fills_place: bool
    steps: tuple[Step, ...]
    people: Mapping[int, Member]
    viewer_id: int
    left_open: tuple[LeftOpen, ...]
    zone: ZoneInfo
    today: date
    suggested: Mapping[str, Suggestion] = field(default_factory=dict)
    over: Sequence[Load] = ()
    repeats: Post | None = None


@dataclass(frozen=True, slots=True)
class PostShown:
    """A post's card; `just` is the change that was made a moment ago, `beside` what others changed at that time.

    `position` is which of how many it is in a series, `later` how many follow it there and can still change, `followed`
    how many changed with it. `repeats` is the post it repeats; `used` counts the repeats of an evergreen one.
    """

    post: Post
    steps: Sequence[Step]
    people: Mapping[int, Member]
    history: tuple[PostVersion, ...]
    left_open: tuple[LeftOpen, ...]
    zone: ZoneInfo
    now: datetime
    captions: Mapping[str, str] = field(default_factory=dict)
    is_removable: bool = False
    just: PostVersion | None = None
    beside: tuple[PostVersion, ...] = ()
    position: tuple[int, int] | None = None
    later: int = 0
    followed: int = 0
    repeats: Post | None = None
    used: int = 0


@dataclass(frozen=True, slots=True)
class EditFormOpened:
    """The form that changes one part of a post; with `clashes`, nothing was saved: others changed the same too.

    `later` counts the posts of a series that may change with it. `strategy` is at hand where words are written.
    """

    post: Post
    answers: Mapping[str, str]
    zone: ZoneInfo
    part: Part = Part.ANSWERS
    meanwhile: tuple[PostVersion, ...] = ()
    clashes: frozenset[str] = frozenset()
    people: Mapping[int, Member] = field(default_factory=dict)
    later: int = 0
    strategy: Strategy | None = None


@dataclass(frozen=True, slots=True)
class PostMoved:
    """A post moved, and these steps of whoever is told are due at another time."""

    post: Post
    steps: Sequence[Step]
    by: Member | None
    zone: ZoneInfo
    now: datetime


@dataclass(frozen=True, slots=True)
class PostRemoved:
    """A post was taken out, with its event; `had_asked` holds whoever need not answer or do anything any more."""

    post: Post
    had_asked: tuple[Member, ...]
    zone: ZoneInfo
    today: date
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class PostGone:
    """A button was clicked for a post that had been taken out before."""

    post: Post
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class PostedFormOpened:
    """The form that asks for the link of a post that is out; `missing_yes` has not said that it may go out."""

    post: Post
    zone: ZoneInfo
    missing_yes: Member | None = None


@dataclass(frozen=True, slots=True)
class PostMarked:
    """A post is known to be out; `news` is false where everything about it was known before."""

    post: Post
    zone: ZoneInfo
    posted_at: datetime
    news: bool = True

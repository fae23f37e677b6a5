"""What came of planning an event, looking at it, and taking its pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.outcomes.posts import PostAdded
from storage.tables import Event, Member, Post, Step


@dataclass(frozen=True, slots=True)
class EventAdded:
    """An event is in the plan, with its pictures to take and the post that is made of it."""

    event: Event
    added: PostAdded


@dataclass(frozen=True, slots=True)
class EventSeen:
    """An event of a week: its post, and who has which step of that."""

    event: Event
    post: Post
    steps: Sequence[Step] = ()


@dataclass(frozen=True, slots=True)
class EventFormOpened:
    """The form for a new event, or the one that changes one."""

    today: date
    zone: ZoneInfo
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event as it stands; `is_news` is what was changed of it a moment ago."""

    seen: EventSeen
    people: Mapping[int, Member]
    pictures: int
    zone: ZoneInfo
    now: datetime
    is_changeable: bool = False
    is_removable: bool = False
    is_news: bool = False


@dataclass(frozen=True, slots=True)
class PicturesWanted:
    """Whoever takes the pictures is asked for some, while the event is on; `count` are there by now."""

    event: Event
    ping: str
    count: int
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class PicturesDone:
    """Somebody said that there are enough pictures of an event."""

    event: Event
    count: int


@dataclass(frozen=True, slots=True)
class EventMoved:
    """The hours of an event are others, which whoever takes its pictures has to know."""

    event: Event
    post: Post
    by: Member | None
    zone: ZoneInfo

"""What came of asking somebody to look a post over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from storage.tables import Approval, Member, Photo, Post, Step, Strategy


@dataclass(frozen=True, slots=True)
class ApprovalSeen:
    """A post as somebody is asked to look it over, and how that stands.

    `before` said yes first; `changed` names what is different since the reader last said yes; `next_one` is asked when
    the time is up. `strategy` is what the practice wrote down about how it sounds.
    """

    approval: Approval
    post: Post
    pictures: Sequence[Photo]
    zone: ZoneInfo
    captions: Mapping[str, str] = field(default_factory=dict)
    before: Member | None = None
    changed: Sequence[str] = ()
    next_one: Member | None = None
    due_at: datetime | None = None
    in_place: bool = False
    strategy: Strategy | None = None


@dataclass(frozen=True, slots=True)
class DecisionFormOpened:
    """The form that takes one kind of answer."""

    seen: ApprovalSeen
    decision: str


@dataclass(frozen=True, slots=True)
class ApprovalDecided:
    """An answer was taken; `asked_next` looks at it now, `told` hear of it."""

    approval: Approval
    post: Post
    asked_next: Member | None = None
    told: Sequence[Member] = ()


@dataclass(frozen=True, slots=True)
class ApprovalNews:
    """What somebody else's answer, or a change after it, means for the reader."""

    approval: Approval
    post: Post
    by: Member | None
    redo: Sequence[Step] = ()
    changed: Sequence[str] = ()
    may_take_out: bool = False

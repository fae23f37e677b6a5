"""What came of logging and answering comments: one, all that wait, and a message to whoever answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.answering import Answering
from bot.domain.giveaways import Giveaway
from bot.domain.unlogged import Unlogged
from storage.tables import Comment, Member, Post, Tone


@dataclass(frozen=True, slots=True)
class CommentFormOpened:
    """The form that logs a comment is open, with a place and a link where a message told them."""

    network: str
    link: str
    today: date


@dataclass(frozen=True, slots=True)
class CommentShown:
    """One comment as it stands: who answers people, who answered it, the post it is under, and whether it is new.

    `follows` is the comment that the conversation began with, `is_told` whether whoever answers will hear of it.
    """

    comment: Comment
    answerer: Member
    reader: Member
    closed_by: Member | None
    post: Post | None
    follows: Comment | None
    zone: ZoneInfo
    now: datetime
    is_new: bool = False
    is_told: bool = False
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class CommentSaid:
    """What was just done about one comment, for the list it was done in; stale where somebody was quicker."""

    comment: Comment
    zone: ZoneInfo
    now: datetime
    stale: bool = False


@dataclass(frozen=True, slots=True)
class CommentRemoved:
    """A comment was taken back."""

    number: int


@dataclass(frozen=True, slots=True)
class CommentsShown:
    """The comments that wait, those answered lately, and how soon those of twelve weeks were answered.

    `within` is how soon people are to be answered by the strategy, "" where that is open; `unlogged` what figures show
    beyond what is logged; `after` what was just done.
    """

    waiting: Sequence[Comment]
    closed: Sequence[Comment]
    more: int
    answering: Answering
    needless: int
    within: str
    answerer: Member
    zone: ZoneInfo
    now: datetime
    unlogged: Sequence[Unlogged] = ()
    after: CommentSaid | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class CommentsAsked:
    """Somebody hears of comments that wait: that they are there, that it is time, or that the time has passed.

    `key` names the message, `more` counts what it has no room for, `instead_of` is who is away or, where the lead
    hears, who answers people.
    """

    key: str
    comments: Sequence[Comment]
    more: int
    told: int
    instead_of: Member | None
    zone: ZoneInfo
    now: datetime
    after: CommentSaid | None = None
    in_place: bool = False

    @property
    def lacks_nothing(self) -> bool:
        """Whether all of it is answered by now."""
        return all(each.closed_at is not None for each in self.comments)


@dataclass(frozen=True, slots=True)
class AnswerChecked:
    """An answer was looked over: what it gives away, and what it seems to answer; None where there was no answer."""

    given_away: Sequence[Giveaway] = ()
    tone: Tone | None = None


CommentOutcome = (
    AnswerChecked | CommentFormOpened | CommentShown | CommentSaid | CommentRemoved | CommentsShown | CommentsAsked
)
"""All that can come of a comment; `outcomes` has them under this one name."""

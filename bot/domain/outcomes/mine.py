"""What waits for one member."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.outcomes.comments import CommentSaid
from bot.domain.outcomes.learning import LessonSeen
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.outcomes.steps import Just, StepWaiting
from bot.domain.workload import Load
from storage.tables import Comment, Member, Photo

Said = Just | OfferSeen | CommentSaid
"""What was just done in a list of what waits."""

SOON = timedelta(days=14)
"""What is due later than that waits for nobody yet: a reminder comes a day before, and a series reaches far ahead."""


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything that waits for a member: questions first, then steps by due time, steps of others, photos.

    `comments` wait for whoever answers people, `loads` is what they have this week of each duty they agreed to, and
    `lesson` what they have still to learn this month.
    """

    member: Member
    offers: Sequence[OfferSeen]
    steps: Sequence[StepWaiting]
    helping: Sequence[StepWaiting]
    photos: Sequence[Photo]
    zone: ZoneInfo
    now: datetime
    comments: Sequence[Comment] = ()
    loads: Sequence[Load] = ()
    lesson: LessonSeen | None = None

    @property
    def soon(self) -> Sequence[StepWaiting]:
        """Their own steps but for those that are due much later."""
        return [item for item in self.steps if self._is_soon(item)]

    @property
    def later(self) -> Sequence[StepWaiting]:
        """Their own steps that are due much later."""
        return [item for item in self.steps if not self._is_soon(item)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits for this member yet."""
        return not (self.offers or self.soon or self.helping or self.photos or self.lesson or self.comments)

    def _is_soon(self, item: StepWaiting) -> bool:
        return bool(item.reminder) or item.step.due_at - self.now <= SOON


@dataclass(frozen=True, slots=True)
class MineShown:
    """The list of what waits, and what was just done in it."""

    mine: Mine
    just: Said | None = None
    in_place: bool = False

"""What came of collecting ideas for a month, voting for them and taking one into the plan."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.cadence import Entry
from bot.domain.ideas import Standing
from storage.tables import Idea


@dataclass(frozen=True, slots=True)
class IdeasShown:
    """The ideas for a month, for one who looks; `channel` has their thread, and `is_new` where it was opened just now.

    In place where somebody has voted in it.
    """

    month: date
    ideas: tuple[Standing, ...]
    channel: str
    is_new: bool = False
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class IdeasAnnounced:
    """The ideas for a month, as the channel sees them above the thread."""

    month: date
    ideas: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class IdeaKept:
    """An idea that was typed is kept; `has_thread` tells whether others see it by now."""

    idea: Idea
    has_thread: bool


@dataclass(frozen=True, slots=True)
class IdeaRemoved:
    """An idea was taken back by whoever had it."""

    words: str


@dataclass(frozen=True, slots=True)
class ReplyTaken:
    """What was said in the thread is kept as an idea, or was none; the thread's first message shows it."""


@dataclass(frozen=True, slots=True)
class VoteTaken:
    """A vote was cast or taken back above the thread, whose first message shows it."""


@dataclass(frozen=True, slots=True)
class IdeaNotKept:
    """Something in the thread was not kept, because it may point to a patient; said to its writer alone."""

    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class IdeaFormOpened:
    """The form that takes an idea into a free place of its month."""

    month: date
    ideas: tuple[Standing, ...]
    places: tuple[Entry, ...]
    zone: ZoneInfo


IdeaOutcome = (
    IdeasShown | IdeasAnnounced | IdeaKept | IdeaRemoved | ReplyTaken | VoteTaken | IdeaNotKept | IdeaFormOpened
)
"""All that can come of ideas; `outcomes` has them under this one name."""

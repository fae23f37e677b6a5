"""What can be asked about the ideas for a month, which is named by its first day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ShowIdeas:
    """Show the ideas for a month, and open their thread where there is none yet."""

    month: date


@dataclass(frozen=True, slots=True)
class AddIdea:
    """Keep an idea for a month."""

    words: str
    month: date


@dataclass(frozen=True, slots=True)
class RemoveIdea:
    """Take one's own idea back."""

    idea_id: int


@dataclass(frozen=True, slots=True)
class NoticeReply:
    """Notice what somebody says in a thread; no words where they have taken it back."""

    channel_id: str
    thread: str
    reply: str
    words: str


@dataclass(frozen=True, slots=True)
class VoteForIdea:
    """Vote for an idea, or take the vote back; `in_thread` where that is done above the thread that all see."""

    idea_id: int
    in_thread: bool = False


@dataclass(frozen=True, slots=True)
class OpenIdeaForm:
    """Open the form that takes an idea for a month into one of its free places."""

    month: date


@dataclass(frozen=True, slots=True)
class PlanIdea:
    """Make a post of an idea, in the free place of a day."""

    idea_id: int
    slot_id: int
    on: date
    who: str = ""

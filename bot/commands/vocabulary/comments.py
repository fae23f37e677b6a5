"""What can be asked about comments: what people outside write where everybody reads it, and that it was answered."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class ShowComments:
    """Show which comments wait for an answer, and how soon others were answered."""


@dataclass(frozen=True, slots=True)
class ShowComment:
    """Show one comment by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class OpenCommentForm:
    """Open the form that logs a comment, with the words of a message that may hold the link to it."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class LogComment:
    """Log that somebody wrote: where, how it sounds, the link to it, and when, where that isn't now."""

    network: str
    tone: str = "other"
    link: str = ""
    on: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class CloseComment:
    """Say that a comment was answered or needs no answer; `where` names the list or message that shows it."""

    comment_id: int
    ending: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class SayClosed:
    """Say the same of the comment with a number."""

    number: int
    ending: str


@dataclass(frozen=True, slots=True)
class ReopenComment:
    """Say that a comment waits for an answer after all."""

    comment_id: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """Look an answer over before it is posted, or, without words, show how answers can begin."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class ContinueComment:
    """Say that whoever wrote a comment has written again since it was answered."""

    comment_id: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class RemoveComment:
    """Take back a comment that one logged by mistake."""

    comment_id: int

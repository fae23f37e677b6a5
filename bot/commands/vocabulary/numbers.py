"""What can be asked about figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowFigures:
    """Show the figures of recent posts and which are missing."""


@dataclass(frozen=True, slots=True)
class OpenFiguresForm:
    """Open the form for the figures of a post."""

    post_id: int


@dataclass(frozen=True, slots=True)
class LogFigures:
    """Remember the figures of a post; what is left empty is unknown, not zero."""

    post_id: int
    reach: int | None = None
    views: int | None = None
    reactions: int | None = None
    comments: int | None = None
    shares: int | None = None
    saves: int | None = None
    clicks: int | None = None

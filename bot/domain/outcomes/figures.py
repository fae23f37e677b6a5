"""What came of asking about figures."""

from dataclasses import dataclass

from bot.domain.figures import Told


@dataclass(frozen=True, slots=True)
class FiguresShown:
    """The posts that are out lately are shown, the newest first, with their figures."""

    posts: tuple[Told, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FiguresFormOpened:
    """The form for the figures of a post is open, filled in as they were last."""

    told: Told


@dataclass(frozen=True, slots=True)
class FiguresLogged:
    """The figures of a post are remembered."""

    told: Told

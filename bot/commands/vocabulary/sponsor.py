"""What a sponsor can say, what those who are thanked can, and what both may want to know: what came of it all."""

from dataclasses import dataclass
from datetime import date

from bot.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class SayThanks:
    """Thank somebody for something they finished in a week."""

    fact: str
    about: str
    member_id: int
    week: Week


@dataclass(frozen=True, slots=True)
class ShareThanks:
    """Say whether the digest may tell that I was thanked."""

    thanks_id: int
    is_shared: bool


@dataclass(frozen=True, slots=True)
class ShowWorth:
    """Show what came of it so far: counts, ranges and what is not known."""


@dataclass(frozen=True, slots=True)
class ShowMonthPage:
    """Show a month on one page; it is named by its first day."""

    month: date

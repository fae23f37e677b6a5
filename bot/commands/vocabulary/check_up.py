"""What can be asked about a check-up: the eight questions of a quarter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowCheckUp:
    """Show how this quarter's questions were answered or, where they were not, ask them."""


@dataclass(frozen=True, slots=True)
class OpenCheckUpForm:
    """Ask this quarter's questions, also where they were answered already."""


@dataclass(frozen=True, slots=True)
class AnswerCheckUp:
    """Answer this quarter's questions, in their order."""

    answers: tuple[str, ...]

"""What can be asked about the strategy: reading it, changing it, and what it said before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowStrategy:
    """Show the strategy; aside, it stands over what somebody is at and takes nothing of it away."""

    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class OpenStrategyForm:
    """Open the form for the strategy."""


@dataclass(frozen=True, slots=True)
class SetStrategy:
    """Save the strategy as a form had it, which was opened at that version; 0 where there was none."""

    voice: str
    purposes: str
    answerer: str
    within: str
    ways: str
    measures: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class ShowStrategyChanges:
    """Show who changed what in the strategy, and when."""

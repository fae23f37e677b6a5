"""What can be asked when a plan is too much: a smaller one, a pause, help from outside."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ProposeSmaller:
    """Say what a smaller outline would change, one that would have been kept."""


@dataclass(frozen=True, slots=True)
class OpenPauseForm:
    """Open the form that asks until when the plan is paused."""


@dataclass(frozen=True, slots=True)
class PausePlan:
    """Pause the plan from today until a day, on which it goes on."""

    until_on: date


@dataclass(frozen=True, slots=True)
class ResumePlan:
    """Let a paused plan go on today."""


@dataclass(frozen=True, slots=True)
class ShowOutsideHelp:
    """Show what somebody from outside can take on."""

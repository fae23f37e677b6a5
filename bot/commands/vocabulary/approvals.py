"""What can be answered when somebody is asked to look a post over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenDecisionForm:
    """Open the form that takes an answer: approved, changes, held or rejected."""

    approval_id: int
    decision: str


@dataclass(frozen=True, slots=True)
class DecideApproval:
    """Answer: with all checks ticked for a yes, with labels and words for anything else."""

    approval_id: int
    decision: str
    checks: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    words: str = ""

"""What can be asked about figures and leads."""

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


@dataclass(frozen=True, slots=True)
class ShowLeads:
    """Show the open leads and the counts of this week."""


@dataclass(frozen=True, slots=True)
class AddLead:
    """Log a new lead from a source, with the practice's own code where it has one."""

    source: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class OpenLeadForm:
    """Open the form that logs a lead."""


@dataclass(frozen=True, slots=True)
class MoveLead:
    """Say how far a lead has come; `seen` is the stage that was shown then, `listed` asks for the list again."""

    lead_id: int
    stage: str
    reason: str = ""
    seen: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class OpenLostForm:
    """Open the form that asks why a lead was lost."""

    lead_id: int


@dataclass(frozen=True, slots=True)
class RemoveLead:
    """Take back a lead that was logged by mistake."""

    lead_id: int

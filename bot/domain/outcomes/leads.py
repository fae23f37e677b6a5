"""What came of asking about leads."""

from dataclasses import dataclass
from datetime import date

from bot.domain.leads import Tally
from storage.tables import Lead


@dataclass(frozen=True, slots=True)
class LeadAdded:
    """A lead is logged; `alike` is one of the last days with the same code, which may be the same enquiry."""

    lead: Lead
    today: date
    alike: Lead | None = None


@dataclass(frozen=True, slots=True)
class LeadFormOpened:
    """The form that logs a lead is open."""


@dataclass(frozen=True, slots=True)
class LeadMoved:
    """A lead stands where somebody just said."""

    lead: Lead
    today: date


@dataclass(frozen=True, slots=True)
class LeadOvertaken:
    """Somebody else moved the lead in between, so nothing was changed."""

    lead: Lead
    today: date


@dataclass(frozen=True, slots=True)
class LeadGone:
    """The lead was taken back before, so nothing was changed."""


@dataclass(frozen=True, slots=True)
class LeadRemoved:
    """A lead is taken back."""

    number: int
    source: str
    code: str


@dataclass(frozen=True, slots=True)
class LostFormOpened:
    """The form that asks why a lead was lost is open."""

    lead: Lead


@dataclass(frozen=True, slots=True)
class LeadsShown:
    """The open leads are shown, the newest first, with those that were closed lately and this week's counts.

    `after` is what somebody just did to one of them in this very list.
    """

    open: tuple[Lead, ...]
    more: int
    closed: tuple[Lead, ...]
    tally: Tally | None
    today: date
    after: LeadMoved | LeadOvertaken | LeadGone | None = None

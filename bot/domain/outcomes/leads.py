"""What came of asking about leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.leads import Tally
from storage.tables import Lead


@dataclass(frozen=True, slots=True)
class LeadAdded:
    """A lead is logged; `alike` is one of the last days with the same code, which may be the same enquiry.

    `area_cut` tells that more of a postcode was typed than is kept.
    """

    lead: Lead
    today: date
    alike: Lead | None = None
    area_cut: bool = False


@dataclass(frozen=True, slots=True)
class LeadShown:
    """One lead with all that is known of it, perhaps just changed.

    `parts` are merged into it, `whole` is what it is merged into itself, `nearby` are those it may be the same as.
    """

    lead: Lead
    today: date
    zone: ZoneInfo
    parts: Sequence[Lead] = ()
    whole: Lead | None = None
    nearby: Sequence[Lead] = ()
    is_changed: bool = False
    area_cut: bool = False
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class LeadFormOpened:
    """The form that logs a lead, or changes what is known of one, is open."""

    today: date
    zone: ZoneInfo
    services: Sequence[str] = ()
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class LeadMoved:
    """A lead stands where somebody just said; `on` is since when, where that is not today."""

    lead: Lead
    today: date
    on: date | None = None


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
    guessed: str
    said: str
    code: str


@dataclass(frozen=True, slots=True)
class LeadsMerged:
    """Two enquiries count as one: `part` belongs to `whole` now, which stood at `was` before."""

    part: Lead
    whole: Lead
    today: date
    was: str


@dataclass(frozen=True, slots=True)
class LostFormOpened:
    """The form that asks why a lead was lost is open."""

    lead: Lead


@dataclass(frozen=True, slots=True)
class LeadSettingsOpened:
    """The form for the services people ask for, the areas near and the day for open leads is open."""

    services: Sequence[str]
    areas: Sequence[str]
    weekday: int | None
    sales: str


@dataclass(frozen=True, slots=True)
class LeadSettingsSet:
    """The services people ask for, the areas near and the day for open leads are remembered."""

    services: Sequence[str]
    areas: Sequence[str]
    weekday: int | None
    sales: str


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


@dataclass(frozen=True, slots=True)
class LeadWebShown:
    """Where forms send new leads, and with what they sign; no address where Rounds can't be reached from outside.

    `renewed` is what is new: the address, the secret, or Meta's.
    """

    address: str
    verify_token: str
    secret: str
    has_meta: bool = False
    renewed: str = ""


@dataclass(frozen=True, slots=True)
class MetaFormOpened:
    """The form for the secret of the practice's app at Meta is open; `has_one` tells that one is kept."""

    has_one: bool

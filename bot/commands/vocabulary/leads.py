"""What can be asked about leads. `where` is the place that shows what came of it.

It is empty for the message itself, `list` for the list of open leads, `home` for the App Home, or the key of the
delivery that asked.
"""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class ShowLeads:
    """Show the open leads and the counts of this week."""


@dataclass(frozen=True, slots=True)
class ShowLead:
    """Show one lead with all that is known of it."""

    number: int


@dataclass(frozen=True, slots=True)
class AddLead:
    """Log a new lead: where the desk guesses it came from, what they said, and what else is known of it.

    Without a day it came today. `area` is a postcode or the beginning of one, of which three digits are kept.
    """

    guessed: str
    code: str = ""
    said: str = ""
    service: str = ""
    area: str = ""
    on: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class OpenLeadForm:
    """Open the form that logs a lead, or the one that changes what is known of it."""

    lead_id: int | None = None


@dataclass(frozen=True, slots=True)
class EditLead:
    """Change what is known of a lead, as the form shows it; the days are those of the stages it came to."""

    lead_id: int
    guessed: str
    code: str = ""
    said: str = ""
    service: str = ""
    area: str = ""
    on: date | None = None
    at: time | None = None
    reached_on: date | None = None
    booked_on: date | None = None
    shown_on: date | None = None
    started_on: date | None = None
    lost_on: date | None = None


@dataclass(frozen=True, slots=True)
class MoveLead:
    """Say how far a lead has come; `seen` is the stage that was shown then, `on` the day of it where that isn't now."""

    lead_id: int
    stage: str
    reason: str = ""
    seen: str = ""
    where: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class SayStage:
    """Say how far the lead of that number has come, and since when."""

    number: int
    stage: str
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenLostForm:
    """Open the form that asks why a lead was lost."""

    lead_id: int


@dataclass(frozen=True, slots=True)
class RemoveLead:
    """Take back a lead that was logged by mistake."""

    lead_id: int


@dataclass(frozen=True, slots=True)
class MergeLeads:
    """Count two enquiries of the same person as one: the later becomes part of the earlier."""

    lead_id: int
    with_id: int


@dataclass(frozen=True, slots=True)
class SplitLead:
    """Count a lead that was merged into another one for itself again.

    `was` and `became` are the stage of the other one before and after, where merging moved it.
    """

    lead_id: int
    was: str = ""
    became: str = ""


@dataclass(frozen=True, slots=True)
class OpenLeadSettings:
    """Open the form for the practice's services, the areas near it, and the day on which open leads are asked about."""


@dataclass(frozen=True, slots=True)
class SetLeadSettings:
    """Remember the services people ask for, one a line, the areas near, with commas, and the day for open leads.

    Nobody is asked where there is no day.
    """

    services: str
    weekday: int | None = None
    areas: str = ""


@dataclass(frozen=True, slots=True)
class ShowLeadWeb:
    """Show the address at which forms on the web leave new leads, with what they sign with."""


@dataclass(frozen=True, slots=True)
class RenewLeadWeb:
    """Give that address, or what forms sign with, anew; `what` is "address" or "secret"."""

    what: str


@dataclass(frozen=True, slots=True)
class OpenMetaForm:
    """Open the form for the secret of the practice's app at Meta."""


@dataclass(frozen=True, slots=True)
class SetMetaSecret:
    """Remember the secret of the practice's app at Meta; an empty one is forgotten."""

    secret: str


@dataclass(frozen=True, slots=True)
class SayNoneCame:
    """Say that no leads came in a week, so that it counts as none and not as unknown."""

    week: Week
    where: str = ""

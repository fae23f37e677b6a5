"""What a form on the web says of a new lead: when, by which form, and nothing of who it is.

Whatever else came with it, such as the answers to its questions, was left out before it became one of these.
"""

from dataclasses import dataclass
from datetime import datetime

A_MINUTE = 60
"""Requests to one address in a minute: so many are read by each process, and so many signed ones logged by all."""


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One new enquiry; `outside_id` is never the same for two, `post` the code of a post such as "p12".

    `said` and `service` are as they were sent, to be taken only where they are words of a known list.
    """

    outside_id: str
    came_at: datetime
    tracked: str
    network: str = ""
    said: str = ""
    service: str = ""
    area: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class LogEnquiries:
    """Log what a form sent; nobody of the team asks for it, so it is no command that could be typed or clicked."""

    enquiries: tuple[Enquiry, ...]


@dataclass(frozen=True, slots=True)
class EnquiriesLogged:
    """So many of them are new leads; the others were known already."""

    new: int
    known: int

"""The sentences for leads that can't be kept or changed as asked, each with what works instead.

Where something private may have been typed they do not repeat it.
"""

from collections.abc import Sequence
from datetime import date

from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment
from bot.domain.said import day
from storage.tables import Stage


def private() -> Misread:
    """Something private in a line about leads."""
    return Misread(
        "That may be somebody's name, number or date of birth, so I kept nothing of it. A lead has a number and, "
        "if you like, a code of your own.",
        hint="For example: `/leads add instagram A-117`",
    )


def private_area() -> Misread:
    """A postcode that may be a phone number or a person."""
    return Misread(
        "That may be somebody's phone number or name, so I kept nothing of it.",
        hint="The first three digits of the postcode are enough, such as 021.",
        field="area",
    )


def unclear_area() -> Misread:
    """Something that is no postcode."""
    return Misread("I can't read that as a postcode.", hint="The first three digits are enough.", field="area")


def private_services() -> Misread:
    """A list of services with something private in it."""
    return Misread(
        "One of these looks like a name, a number or a date of birth, so I kept none of them.", field="services"
    )


def too_many_services(most: int) -> Misread:
    """A list of services that is too long to choose from."""
    return Misread(f"Up to {most} services, please; a short list is answered more often.", field="services")


def unclear_service(longest: int) -> Misread:
    """A service that is no name of one."""
    return Misread(f"Each service is one line of up to {longest} characters, letters first.", field="services")


def unclear_areas() -> Misread:
    """A list of areas with something else in it."""
    return Misread(
        "One of these is not the start of a postcode, so I kept none of them.",
        hint="Three digits each, with commas: 021, 022, 024-026",
        field="areas",
    )


def too_many_areas(most: int) -> Misread:
    """More areas than anybody can call near."""
    return Misread(f"Up to {most} areas, please.", field="areas")


def came_ahead() -> Misread:
    """A lead of a day to come."""
    return Misread("That day is still to come.", field="on")


def stage_ahead() -> Misread:
    """A stage of a day to come."""
    return Misread("That day is still to come. Say it once it has happened.")


def stage_before_lead(came_on: date) -> Misread:
    """A stage before the lead itself."""
    return Misread(f"The lead came on {day(came_on)}, so nothing can have happened before that.", field="on")


def stages_out_of_order(earlier: Stage, later: Stage) -> Misread:
    """Stages in an order that can't be."""
    return Misread(f"The day for {later} is before the day for {earlier}.", field=f"{later}_on")


def no_lead_of_number(number: int) -> NotFound:
    """A number no lead has."""
    return NotFound(f"There is no lead {number} here.", hint="`/leads` shows the open ones.")


def stage_without_number() -> Misread:
    """A stage without the number of its lead."""
    return Misread("Which lead is it, and what happened?", hint="For example: `/leads 12 booked yesterday`")


def lost_needs_reason(reasons: Sequence[str]) -> Misread:
    """A lead typed as lost without a reason, or with none of these."""
    known = f"{', '.join(reasons[:-1])} or {reasons[-1]}"
    return Misread("Why was it lost?", hint=f"For example: `/leads 12 lost price`. It can be {known}.")


def far_apart(days: int) -> WrongMoment:
    """Two enquiries that are too far apart to be one."""
    return WrongMoment(f"These two came more than {days} days apart, so they count as two.")


def already_merged(number: int) -> WrongMoment:
    """A lead that is part of another one, or has another one in it."""
    return WrongMoment(
        f"Lead {number} is merged with another one already.",
        hint=f"`/leads {number}` shows it, with a way to undo that.",
    )


def not_yours_to_look_after(lead: str) -> NotAllowed:
    """Something only those who look after leads may change."""
    return NotAllowed("That is for whoever leads or speaks for marketing or sales.", hint=f"{lead} can help.")


def unclear_day() -> Misread:
    """A day that can't be read."""
    return Misread("Which day was that?", hint="For example: yesterday, mon, nov 24, or nothing for today.")


def no_app_secret() -> Misread:
    """Something that can't be the secret of an app at Meta."""
    return Misread("That is no app secret: it is one word of letters and digits.", field="secret")


def too_fast() -> WrongMoment:
    """More signed requests in a minute than one address may get."""
    return WrongMoment("That is too many requests for one minute.")

"""The sentences for settings that can't be taken as they are. It only words what others found; it decides nothing."""

from bot.domain.errors import Misread, NotAllowed


def not_yours_to_set_up(lead: str) -> NotAllowed:
    """Settings belong to the lead and the backup once there are some."""
    return NotAllowed(
        "Rounds is set up here, and the lead and the backup look after its settings.",
        hint=f"{lead or 'The lead'} can change them. Type `/rounds status` to see them.",
    )


def no_such_zone() -> Misread:
    """A time zone that is not known."""
    return Misread("I don't know that time zone.", hint="Pick the one of your practice.", field="zone")


def never_open() -> Misread:
    """Reminders come in opening hours, so there are some."""
    return Misread(
        "I only remind people in opening hours, so I need them for at least one day.",
        hint="For example: 9:00-12:00, 13:00-17:00",
        field="opening_0",
    )


def no_lead() -> Misread:
    """There is always exactly one lead."""
    return Misread("Somebody has to lead the program.", hint="Pick one person.", field="lead")


def steps_in_for_themselves(name: str) -> Misread:
    """Whoever steps in for the lead is somebody else."""
    return Misread(
        f"{name or 'The lead'} leads the program already, so somebody else steps in.",
        hint="Pick another person, or leave it empty for now.",
        field="backup",
    )


def no_channels() -> Misread:
    """A digest is read somewhere."""
    return Misread("The digest needs a channel.", hint="Pick at least one.", field="digest_channels")


def no_such_hour() -> Misread:
    """A digest has a day and an hour."""
    return Misread("Pick a day and a time for the digest.", field="digest_at")


def too_many_days(first: str, last: str) -> Misread:
    """A holiday longer than anybody means."""
    return Misread(f"From {first} to {last} is not a holiday I can read.", hint="For example: dec 24 to jan 2")

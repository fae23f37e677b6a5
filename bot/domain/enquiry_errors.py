"""The sentences for what a form sent and can't be read, for whoever sets the form up; they repeat nothing of it."""

from bot.domain.errors import Misread


def no_json() -> Misread:
    """A body that is no JSON object."""
    return Misread("The body is not a JSON object.")


def no_id(field: str) -> Misread:
    """An enquiry without an id."""
    return Misread(f'"{field}" is missing or no id. Each enquiry needs one of its own, so that none counts twice.')


def no_moment() -> Misread:
    """A time that is none."""
    return Misread('"at" is no time with an offset, such as 2026-11-27T14:05:00-05:00. Without it, now is taken.')


def far_moment(days: int) -> Misread:
    """A time that can't be when somebody has just written."""
    return Misread(f'"at" is in the future or more than {days} days ago.')


def too_many(most: int) -> Misread:
    """More enquiries than one request may carry."""
    return Misread(f"One request can carry up to {most} enquiries.")

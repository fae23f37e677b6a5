"""The sentences for a figures file, or an answer about one, that can't be taken. They only word what others found."""

from datetime import date

from bot.domain.errors import Misread, NotAllowed, NotFound
from bot.domain.said import day

_AGAIN = "Share it with me again and I'll read it anew."


def no_such_file() -> NotFound:
    """A file of another practice, or none at all."""
    return NotFound("I don't know that file.", hint="`/figures files` shows the ones I know.")


def no_use(what: str) -> Misread:
    """A file in a direct message that surely is no table."""
    return Misread(
        f"I can't use {what} here. What I can read is a picture, or figures as .csv, .xlsx or .xls.",
        hint="Networks offer CSV or Excel where they show their numbers.",
    )


def done_with() -> Misread:
    """A file that was set aside or taken in before."""
    return Misread("This file is done with, so nothing has changed.", hint=_AGAIN)


def not_yours(writers: str) -> NotAllowed:
    """A file of leads, brought by somebody who doesn't look after them."""
    return NotAllowed(
        "A file of leads is for those who look after them to bring in, so I kept nothing of it.",
        hint=f"{writers or 'The lead'} can share it with me.",
    )


def not_of_the_team() -> NotAllowed:
    """A file from somebody of another company."""
    return NotAllowed("I take figures from people of this practice only, so I kept nothing of that file.")


def no_day_column() -> Misread:
    """A table without days."""
    return Misread("One column has to say the day.", field="column-0")


def two_columns_alike(heading: str) -> Misread:
    """Two columns with one meaning."""
    return Misread(f"Two columns say the same thing. Leave {_short(heading)} out, or choose another meaning for it.")


def nothing_to_count() -> Misread:
    """A table of posts, days or spending without a number."""
    return Misread("At least one column has to be a number that I can keep.", field="column-0")


def backwards(first: date) -> Misread:
    """A period that ends before it begins."""
    return Misread(f"The last day can't be before {day(first)}.", field="last")


def not_over_yet() -> Misread:
    """A period that is not over."""
    return Misread("That is still to come, and a file can only tell what was.", field="last")


def nothing_entered() -> Misread:
    """A week's form with nothing in it."""
    return Misread("Please fill in at least one number. What stays empty counts as not known.")


def week_to_come() -> Misread:
    """A week that hasn't begun."""
    return Misread("That week has not begun, so there is nothing to count yet.")


def too_large(megabytes: int) -> Misread:
    """A file with more bytes than are read here."""
    return Misread(
        f"That file is larger than {megabytes} MB, more than I read in Slack.",
        hint="Export fewer weeks at a time, or ask whoever runs me to use `rounds import`.",
    )


def not_fetched() -> Misread:
    """A file that Slack doesn't give out."""
    return Misread("Slack doesn't let me read that file, so nothing has changed.", hint=_AGAIN)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return f'"{flat}"' if len(flat) <= 40 else f'"{flat[:39]}…"'

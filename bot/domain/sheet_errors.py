"""The sentences for a sheet, or one of its cells, that can't be taken in. They only word what others found."""

from collections.abc import Sequence

from bot.domain.errors import Misread, NotAllowed

_HEADINGS = {"on": "date", "at": "time", "kind": "kind", "what": "few words on what it is about"}
_EXPORT = "Type `/plan export` for one that fits."


def needed(field: str) -> str:
    """A new post, or a changed one, without what it can't do without."""
    return f"A post needs a {_HEADINGS[field]}."


def no_such_number(number: str) -> str:
    """A number that no post of the plan has."""
    return f"There is no post {number} in the plan. Leave the number empty for a new post."


def twice(number: str) -> str:
    """Two lines for one post."""
    return f"Post {number} is in the sheet twice. Leave the number empty for a new post."


def not_a_choice(choices: Sequence[str]) -> str:
    """A word that is not one of those to choose from."""
    return f"This can be {', '.join(choices[:-1])} or {choices[-1]}."


def not_a_number(words: str) -> str:
    """A number column with something else in it."""
    return f"{_short(words)} is not a number."


def not_a_day(words: str) -> str:
    """A date column with something else in it."""
    return f"I can't read {_short(words)} as a date. Write it like 2026-12-03."


def not_a_time(words: str) -> str:
    """A time column with something else in it."""
    return f"I can't read {_short(words)} as a time. Write it like 16:00 or 4:00 PM."


def a_formula() -> str:
    """A cell that would be reckoned by a spreadsheet."""
    return "There is a formula here. Put its result in its place."


def changed_meanwhile() -> str:
    """Somebody changed the same answer after the sheet was made."""
    return "Somebody changed this in Slack after the sheet was made. Take a new sheet, or change it in Slack."


def is_out() -> str:
    """A post that is out stays where it is."""
    return "This post is out already, so its day, time and kind stay."


def too_large(megabytes: int) -> Misread:
    """A file with more bytes than any plan."""
    return Misread(f"That file is larger than {megabytes} MB, and a plan never is.", hint=_EXPORT)


def too_many_lines(most: int) -> Misread:
    """A sheet with more lines than any plan."""
    return Misread(f"That sheet has more than {most:,} lines, and a plan never has.", hint=_EXPORT)


def unpacks_too_large() -> Misread:
    """A small file that would become a huge one."""
    return Misread("That file becomes far larger when it is opened than a plan can be, so I left it closed.")


def has_macros() -> Misread:
    """A workbook with a program inside."""
    return Misread("That workbook has macros in it, and I take none.", hint="Save it as .xlsx and share that.")


def not_a_workbook() -> Misread:
    """Bytes that are no workbook, or one that is broken or locked."""
    return Misread("I can't open that file as an Excel workbook or a CSV file.", hint=_EXPORT)


def no_plan_in_it(headings: Sequence[str]) -> Misread:
    """A file without the columns of a plan."""
    missing = f"These columns are missing: {', '.join(headings)}." if headings else "It is empty."
    return Misread(f"I found no plan in that file. {missing}", hint=_EXPORT)


def not_yours_to_take_in(lead: str) -> NotAllowed:
    """A sheet changes the whole plan, which is the lead's and the backup's to do."""
    return NotAllowed(
        "Only the lead and the backup can put a sheet into the plan.", hint=f"{lead or 'The lead'} can do it."
    )


def set_aside() -> Misread:
    """A sheet that was cancelled, or taken in before."""
    return Misread("This sheet is done with.", hint="Share it again if you want to use it once more.")


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return f'"{flat}"' if len(flat) <= 40 else f'"{flat[:39]}…"'

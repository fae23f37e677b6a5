"""Reading what is typed about leads: a new one from its source, one by its number, and how far it has come since when.

A day here lies in the past: "mon" is the last Monday. What may be somebody's name, number or date of birth is refused
before anything else is read, and never repeated.
"""

import re
from datetime import date, timedelta

from bot.commands import vocabulary as v
from bot.commands.typed import Typed
from bot.commands.when import Reading
from bot.domain import lead_errors, phrase_misreadings
from bot.domain.discretion import points_to_somebody
from bot.domain.leads import REASONS
from bot.domain.said import MONTHS, WEEKDAYS
from storage.tables import Stage

_MOST_SOURCE_WORDS = 4
_NUMBER = re.compile(r"#?(\d{1,9})[,.;:]?")
_AGO = re.compile(r"(\d{1,3}|a) (day|week)s? ago")
_MONTH_DAY = re.compile(r"(?P<month>[a-z]{3,9})\.? ?(?P<day>\d{1,2})|(?P<first>\d{1,2})\.? ?(?P<last>[a-z]{3,9})\.?")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})[./-]?")
_FILLING = re.compile(r"^(?:on|since|last)\s+")


def read_leads(typed: Typed, reading: Reading) -> v.Command:
    """Read "12" or "12 booked yesterday"; with nothing typed the open leads are shown."""
    if not typed.pieces:
        return v.ShowLeads()
    _refuse_a_person(typed, reading)
    words = [piece.shown for piece in typed.pieces]
    words = words[1:] if words[0].lower() == "lead" and len(words) > 1 else words
    numbered = _NUMBER.fullmatch(words[0])
    if numbered is None:
        raise lead_errors.stage_without_number()
    number, rest = int(numbered[1]), words[1:]
    if not rest:
        return v.ShowLead(number)
    stage = rest[0].lower().strip(".,")
    if stage not in set(Stage):
        raise lead_errors.stage_without_number()
    said = " ".join(rest[1:]).lower().strip()
    if stage != Stage.LOST:
        return v.SayStage(number, stage, _past_day(said, reading))
    reason = next((reason for reason in REASONS if said == reason or said.startswith(f"{reason} ")), "")
    if not reason:
        raise lead_errors.lost_needs_reason(REASONS)
    return v.SayStage(number, stage, _past_day(said.removeprefix(reason).strip(), reading), reason)


def read_lead(typed: Typed, reading: Reading) -> v.Command:
    """Read "instagram A-17": a source and, where the last word has a figure in it, the practice's own code."""
    words = [piece.value if piece.sign == "tag" else piece.shown for piece in typed.pieces]
    if not words:
        return v.OpenLeadForm()
    _refuse_a_person(typed, reading)
    if len(words) > _MOST_SOURCE_WORDS or not words[0][:1].isalpha():
        raise phrase_misreadings.not_a_source()
    if any(piece.sign == "person" for piece in typed.pieces):
        raise phrase_misreadings.not_a_source()
    has_code = len(words) > 1 and any(character.isdigit() for character in words[-1])
    source = words[:-1] if has_code else words
    return v.AddLead(" ".join(source), code=words[-1] if has_code else "")


def _refuse_a_person(typed: Typed, reading: Reading) -> None:
    if points_to_somebody(typed.text, reading.today):
        raise lead_errors.private()


def _past_day(words: str, reading: Reading) -> date | None:
    """Read a day up to today; None where none is said."""
    said = _FILLING.sub("", words)
    if not said:
        return None
    found = _spelled(said, reading.today) or _dated(said, reading)
    if found is None:
        raise lead_errors.unclear_day()
    return found


def _spelled(said: str, today: date) -> date | None:
    if said in ("today", "now"):
        return today
    if said == "yesterday":
        return today - timedelta(days=1)
    ago = _AGO.fullmatch(said)
    if ago is not None:
        count = 1 if ago[1] == "a" else int(ago[1])
        return today - timedelta(days=count * (7 if ago[2] == "week" else 1))
    weekday = _one_of(said, WEEKDAYS)
    return None if weekday is None else today - timedelta(days=(today.weekday() - weekday) % 7)


def _dated(said: str, reading: Reading) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    in_words, in_figures = _MONTH_DAY.fullmatch(said), _FIGURES.fullmatch(said)
    if in_words is not None:
        month = _one_of(in_words["month"] or in_words["last"], MONTHS)
        return None if month is None else _latest(month + 1, int(in_words["day"] or in_words["first"]), reading.today)
    if in_figures is not None:
        figures = int(in_figures[1]), int(in_figures[3])
        day, month = figures if reading.day_first or in_figures[2] == "." else figures[::-1]
        return _latest(month, day, reading.today)
    return None


def _latest(month: int, day: int, today: date) -> date | None:
    """Give the latest such day that is not ahead."""
    for year in (today.year, today.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None


def _one_of(word: str, names: tuple[str, ...]) -> int | None:
    return next((at for at, name in enumerate(names) if len(word) > 2 and name.lower().startswith(word)), None)

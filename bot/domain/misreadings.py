"""The sentences for days, times, weeks and opening hours that can't be read, each with an example that works.

It only words what others found; it decides nothing.
"""

from datetime import date, time

from bot.domain.errors import Misread
from bot.domain.said import MONTHS, WEEKDAYS, clock, day

_RANKS = ("first", "second", "third", "fourth", "fifth")
_SHOWN = 40


def quoted(words: str) -> str:
    """The words as typed, in quotation marks and no longer than a line."""
    flat = " ".join(words.split())
    return f'"{flat}"' if len(flat) <= _SHOWN else f'"{flat[: _SHOWN - 1].rstrip()}…"'


def _misread(sentence: str, *, example: str = "thu 4pm", nearest: str | None = None) -> Misread:
    hint = f"Did you mean {nearest}?" if nearest else f"For example: {example}"
    return Misread(sentence, hint=hint, nearest=nearest)


def with_example(misread: Misread, example: str) -> Misread:
    """The same, with an example of the phrase it stands in; what was probably meant is a better one."""
    return misread if misread.nearest else Misread(misread.sentence, hint=f"For example: {example}")


def not_a_day(words: str, example: str) -> Misread:
    """A number where only a day makes sense."""
    return Misread(f"I can't read {quoted(words)} as a day.", hint=f"For example: {example}")


def no_words() -> Misread:
    """Nothing was typed."""
    return _misread("I need a day, and a time if you have one.")


def not_understood(words: str, nearest: str | None = None) -> Misread:
    """The words are no day or time that can be read for certain."""
    return _misread(f"I can't read {quoted(words)} as a day or time.", nearest=nearest)


def no_day_leads(words: str, nearest: str | None = None) -> Misread:
    """A line that should begin with a day begins with something else."""
    return _misread(f"I looked for a day at the start of {quoted(words)} and found none.", nearest=nearest)


def bare_number(words: str) -> Misread:
    """A number alone may be a day or an hour."""
    return _misread(f"The number {quoted(words)} could be a day or an hour.", example="28 nov, or thu at 4")


def not_a_span(words: str, size: str) -> Misread:
    """No month, quarter or year that can be read."""
    examples = {"month": "december", "quarter": "q1", "year": "2027"}
    return _misread(f"I can't read {quoted(words)} as a {size}.", example=examples[size])


def every(words: str) -> Misread:
    """A day that comes back belongs to the outline."""
    return _misread(
        f"{quoted(words)} comes back every time, and a post has one day. What comes round for good is in the outline: "
        "`/plan cadence`. The same post a few times is a series: `/plan series`.",
        example="next mon",
    )


def which_day(words: str) -> Misread:
    """A stretch of several days was named."""
    return _misread(f"{quoted(words)} has more than one day in it. Which one do you mean?", example="mon next week")


def vague_time(words: str) -> Misread:
    """A part of the day was named, not a time."""
    return _misread(f"{quoted(words)} has no exact time in it.", example="tomorrow 10am")


def midnight() -> Misread:
    """Midnight belongs to two days."""
    return _misread("Midnight could be the start of the day or its end.", example="thu 11:59pm, or fri 12am")


def no_such_time(words: str) -> Misread:
    """A time no clock shows."""
    return _misread(f"{quoted(words)} is not a time of day.")


def no_such_day(number: int, month: int, year: int, last: int) -> Misread:
    """A day its month does not have."""
    return _misread(f"There is no {number} {MONTHS[month - 1]} {year}: that month has {last} days.", example="28 nov")


def no_such_month(words: str) -> Misread:
    """A month beyond twelve, in either order."""
    return _misread(f"{quoted(words)} is not a date: there are only twelve months.", example="28 nov")


def other_order(words: str, swapped: str, *, day_first: bool) -> Misread:
    """A date written the other way round than this workspace does."""
    order = "the day comes first" if day_first else "the month comes first"
    return _misread(f"{quoted(words)} is not a date here, because {order}.", nearest=swapped)


def no_such_turn(rank: int, weekday: int, month: int, year: int) -> Misread:
    """A fifth weekday its month does not have, or a tenth."""
    said = _RANKS[rank - 1] if 1 <= rank <= len(_RANKS) else f"{rank}th"
    return _misread(
        f"{MONTHS[month - 1]} {year} has no {said} {WEEKDAYS[weekday]}.", example="last friday of the month"
    )


def other_weekday(on: date, weekday: int) -> Misread:
    """A date and a weekday that contradict each other."""
    return _misread(f"{day(on)} is not a {WEEKDAYS[weekday]}.", nearest=day(on).lower())


def two_readings(words: str, on: date, earlier: time, later: time) -> Misread:
    """An hour that may be morning or afternoon, where opening hours don't tell."""
    likely = earlier if earlier.hour >= 7 else later
    return _misread(
        f"{quoted(words)} could be {clock(earlier)} or {clock(later)} on {day(on)}.",
        example=f"{day(on)} {clock(likely)}".lower(),
    )


def two_days(words: str, earlier: date, later: date) -> Misread:
    """Words that mean one day to some people and another to others."""
    return _misread(f"{quoted(words)} could be {day(earlier)} or {day(later)}.", example=day(later).lower())


def which_time(words: str) -> Misread:
    """Hours from until, where one moment is asked for."""
    return _misread(
        f"{quoted(words)} has more than one time in it, and a post has one.",
        example="thu 4pm. What goes on for hours is an event: `/plan event`",
    )


def day_or_words(words: str, on: date) -> Misread:
    """A number behind a weekday that may be the day of the month, or the beginning of the text."""
    return _misread(
        f"I can't tell whether {quoted(words)} is {day(on)}.",
        example=f"{day(on).lower()}. If it is part of the text, put the day at the end",
    )


def day_and_time_apart(at: str, on: str) -> Misread:
    """A time that leads a line and a day that ends it, which may belong together."""
    return Misread(
        f"{quoted(at)} begins the line and {quoted(on)} ends it, so I'm not sure of the day.",
        hint=f"Put them side by side: {on} {at}",
    )


def closed_on(on: date) -> Misread:
    """Opening or closing time of a day that has none."""
    return _misread(f"You are closed on {day(on)}, so that day has no opening or closing time.")


def past(on: date, at: time | None) -> Misread:
    """A moment that is over."""
    said = day(on) if at is None else f"{day(on)}, {clock(at)}"
    return _misread(f"{said} is over.", example="tomorrow 4pm")


def too_far(on: date) -> Misread:
    """A moment more than a year ahead."""
    return _misread(f"{day(on)} is more than a year ahead, and the plan reaches one year.", example="28 nov")


def skipped(on: date, at: time, leaves: time, shows: time) -> Misread:
    """A time the clocks skip."""
    return _misread(
        f"{clock(at)} does not exist on {day(on)}: clocks go forward from {clock(leaves)} to {clock(shows)}.",
        example=f"{day(on)} {clock(shows)}".lower(),
    )


def repeated(on: date, at: time, leaves: time, shows: time) -> Misread:
    """A time the clocks show twice."""
    return _misread(
        f"{clock(at)} comes twice on {day(on)}: clocks go back from {clock(leaves)} to {clock(shows)}.",
        example=f"{day(on)} {clock(leaves)}".lower(),
    )


def not_a_week(words: str, nearest: str | None = None) -> Misread:
    """The words name no week."""
    return _misread(f"I can't read {quoted(words)} as a week.", example="next, 2026-W50, or 28 nov", nearest=nearest)


def no_such_week(year: int, number: int, last: int) -> Misread:
    """A week its year does not have."""
    return _misread(f"There is no week {number} in {year}: it has {last} weeks.", example=f"{year}-W{last}")


def no_interval(part: str) -> Misread:
    """A part of opening hours that is not "from-to"."""
    return _misread(f"I can't read {quoted(part)} as opening hours.", example="9:00-12:00, 13:00-17:00")


def night_or_day(part: str, early: time, late: time, by_day: str, by_night: str) -> Misread:
    """Opening hours that could be the small ones of the night."""
    return Misread(
        f"{quoted(part)} could begin at {clock(early)} or at {clock(late)}.",
        hint=f"Type {by_day}, or {by_night} for the night.",
        nearest=by_day,
    )


def closes_too_early(part: str, opens: time, closes: time, nearest: str | None = None) -> Misread:
    """Opening hours that end before they begin."""
    return _misread(
        f"{quoted(part)} closes at {clock(closes)}, which is not after {clock(opens)}.",
        example="9:00-12:00, 13:00-17:00",
        nearest=nearest,
    )


def hours_overlap(closes: time, opens: time) -> Misread:
    """Opening hours that touch or overlap."""
    return _misread(
        f"One stretch closes at {clock(closes)} and the next already opens at {clock(opens)}.",
        example="9:00-12:00, 13:00-17:00",
    )

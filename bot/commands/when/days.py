"""The shapes of a day that is counted from today: tomorrow, next thu, in 2 weeks on monday.

A shape is a string of token kinds (see `tokens`). Each rule gets the values by kind and answers with a date or Misread.
It refuses to know times of day, and whether the day may be in the past or far away.
"""

from datetime import date, timedelta

from bot.commands.when.asked import Asked, DayRule, Parts, date_of, month_from


def relative_day(parts: Parts, asked: Asked) -> date:
    """Today, tomorrow, yesterday."""
    return asked.today + timedelta(days=parts["d"])


def coming_weekday(parts: Parts, asked: Asked) -> date:
    """The next such day, today included."""
    return asked.today + timedelta(days=(parts["w"] - asked.today.weekday()) % 7)


def weekday_of_week(parts: Parts, asked: Asked) -> date:
    """Such a day of this week, the next or the last."""
    return _monday(asked.today) + timedelta(weeks=parts.get("x", parts.get("l", 0)), days=parts["w"])


def ahead(parts: Parts, asked: Asked) -> date:
    """So many days, weeks or months from today or from the day named."""
    start = asked.today
    if "F" in parts:
        start = coming_weekday(parts, asked) if "w" in parts else relative_day(parts, asked)
    return _moved(start, parts, 1)


def ago(parts: Parts, asked: Asked) -> date:
    """So many days, weeks or months before today."""
    return _moved(asked.today, parts, -1)


def day_after(parts: Parts, asked: Asked) -> date:
    """The day after today, tomorrow or a weekday."""
    return ahead({**parts, "n": 1}, asked)


def weekday_in_weeks(parts: Parts, asked: Asked) -> date:
    """Such a day of the week that is so many weeks from now."""
    return _monday(_moved(asked.today, parts, 1)) + timedelta(days=parts["w"])


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _moved(start: date, parts: Parts, sign: int) -> date:
    number = sign * int(parts.get("n", parts.get("q", 1)))
    if "M" not in parts:
        return start + timedelta(days=number * (parts["W"] * 7 if "W" in parts else 1))
    year, month = month_from(start, number)
    return date_of(year, month, start.day)


SHAPES: dict[str, DayRule] = {
    "d": relative_day,
    "w": coming_weekday,
    "[xl]w": weekday_of_week,
    "w[xl]W": weekday_of_week,
    "[xl]Ww": weekday_of_week,
    "I[nq][DWM]": ahead,
    "[nq][DWM]F[dw]": ahead,
    "[nq][DWM]G": ago,
    "DF[dw]": day_after,
    "I[nq]Ww": weekday_in_weeks,
    "wI[nq]W": weekday_in_weeks,
}
"""Every shape with its rule; `[xl]` is one of these kinds."""

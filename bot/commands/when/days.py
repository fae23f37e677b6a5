"""The shapes of a day that is counted from today: tomorrow, next thu, in 2 weeks on monday.

A shape is a string of token kinds (see `tokens`). Each rule gets the values by kind and answers with a date or Misread.
It refuses to know times of day, and whether the day may be in the past or far away.
"""

from datetime import date, timedelta

from bot.commands.when.asked import Asked, DayRule, Parts, date_of, month_from
from bot.domain import misreadings
from bot.domain.said import WEEKDAYS


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


def from_now(parts: Parts, asked: Asked) -> date:
    """So many days, weeks or months from now."""
    return _moved(asked.today, parts, 1)


def ago(parts: Parts, asked: Asked) -> date:
    """So many days, weeks or months before today."""
    return _moved(asked.today, parts, -1)


def day_after(parts: Parts, asked: Asked) -> date:
    """The day after today, tomorrow or a weekday."""
    return ahead({**parts, "n": 1}, asked)


def weekday_in_weeks(parts: Parts, asked: Asked) -> date:
    """Such a day of the week that is so many weeks from now."""
    return _monday(_moved(asked.today, parts, 1)) + timedelta(days=parts["w"])


def coming(parts: Parts, asked: Asked) -> date:
    """The next such day that is not today: "this coming friday"."""
    if parts.get("x", 0) != 0:
        raise misreadings.not_understood(f"next coming {WEEKDAYS[parts['w']].lower()}")
    return asked.today + timedelta(days=(parts["w"] - asked.today.weekday() - 1) % 7 + 1)


def after_next(parts: Parts, asked: Asked) -> date:
    """The Monday after next, where "next" can only mean one."""
    name, following = WEEKDAYS[parts["w"]].lower(), coming({"w": parts["w"]}, asked) + timedelta(weeks=1)
    if parts["x"] != 1:
        raise misreadings.not_understood(f"{name} after this")
    on = _monday(asked.today) + timedelta(weeks=2, days=parts["w"])
    if on != following:
        raise misreadings.two_days(f"{name} after next", following, on)
    return on


def week_after_next(parts: Parts, asked: Asked) -> date:
    """Monday the week after next."""
    if parts["x"] != 1:
        raise misreadings.not_understood("the week after this")
    return _monday(asked.today) + timedelta(weeks=2, days=parts["w"])


def weeks_on(parts: Parts, asked: Asked) -> date:
    """Monday week, tomorrow week, a week on Friday: counted from the day named."""
    return ahead({"W": 1, **parts, "F": "on"}, asked)


def named_twice(parts: Parts, asked: Asked) -> date:
    """Tomorrow, Thursday: the two have to agree."""
    on = relative_day(parts, asked)
    if on.weekday() != parts["w"]:
        raise misreadings.other_weekday(on, parts["w"])
    return on


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
    "I[nq][DWM]e": ahead,
    "[nq][DWM]FZ": from_now,
    "x?Cw": coming,
    "wFx": after_next,
    "wWFx": week_after_next,
    "WFxw": week_after_next,
}
"""Every shape with its rule; `[xl]` is one of these kinds."""

WHOLE_SHAPES: dict[str, DayRule] = {
    "[wd]W": weeks_on,
    "[nq]W[wd]": weeks_on,
    "dw": named_twice,
}
"""Shapes that are a day only when nothing else is said: "thu week in review" is not one."""

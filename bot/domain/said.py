"""How a day and a time are said, in one form everywhere: "Thu 26 Nov 2026" and "4:00 PM".

The form can be read back by the words people may type, whatever the language of the machine. It refuses to know zones.
"""

from datetime import date, time

from storage.tables import AdKind

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ADS = frozenset(AdKind)
RANKS = {0: "", 1: "First", 2: "Second", 3: "Third", 4: "Fourth", -1: "Last"}
"""Which one of its weekday in a month a day can be; 0 for every one."""
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(on: date, today: date | None = None) -> str:
    """The day as people say it; its year is left out only when it is this year's."""
    said = f"{WEEKDAYS[on.weekday()][:3]} {on.day} {MONTHS[on.month - 1][:3]}"
    return said if today is not None and on.year == today.year else f"{said} {on.year}"


def month_name(on: date) -> str:
    """The month of a day without its year: "November"."""
    return MONTHS[on.month - 1]


def month(on: date) -> str:
    """The month of a day: "November 2026"."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def kind(word: str) -> str:
    """What a post or place is for, as people say it: "human", "lead generation ad"."""
    return f"{word.replace('_', ' ')} ad" if word in _ADS else word


def clock(at: time) -> str:
    """The time as people say it: "4:00 PM", "12:00 AM"."""
    return f"{at.hour % 12 or 12}:{at.minute:02d} {'AM' if at.hour < 12 else 'PM'}"

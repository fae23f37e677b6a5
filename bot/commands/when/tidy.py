"""Habits of writing that are put right before a whole day and time is read: "thu@4pm", "dec3", "3 dec (thu)".

None of it is done inside a line, where the same signs may belong to a sentence. It refuses to know what words mean.
"""

import re

from bot.domain.said import MONTHS, WEEKDAYS

_MONTH = "|".join([name.lower() for name in MONTHS] + [name.lower()[:3] for name in MONTHS] + ["sept"])
_WEEKDAY = "|".join([name.lower() for name in WEEKDAYS] + [name.lower()[:3] for name in WEEKDAYS] + ["tues", "thurs"])
_GLUED = (
    re.compile(rf"\b({_MONTH})([0-9]{{1,2}})(?![0-9])", re.IGNORECASE),
    re.compile(rf"\b([0-9]{{1,2}}(?:st|nd|rd|th)?)({_MONTH})\b", re.IGNORECASE),
    re.compile(rf"\b({_WEEKDAY})([0-9])", re.IGNORECASE),
)
_DASHED = re.compile(rf"\b([0-9]{{1,2}})-({_MONTH})-([0-9]{{2}})(?![0-9])", re.IGNORECASE)
_HALF_PAST = re.compile(r"\b(half|quarter)-past\b", re.IGNORECASE)
_NAMED = {
    "christmas eve": "24 december",
    "xmas eve": "24 december",
    "christmas day": "25 december",
    "christmas": "25 december",
    "xmas": "25 december",
    "new year's eve": "31 december",
    "new years eve": "31 december",
    "new year's day": "1 january",
    "new years day": "1 january",
    "valentine's day": "14 february",
    "valentines day": "14 february",
    "halloween": "31 october",
}
"""Days with a name that fall on the same date everywhere, every year."""
_NAME = re.compile(rf"\b(?:{'|'.join(_NAMED)})(?![\w'])")


def tidied(words: str) -> list[str]:
    """The words of a whole day and time, each on its own."""
    text = words.replace("\u2019", "'").replace("(", " ").replace(")", " ").replace(",", " ").replace("@", " @ ")
    text = _HALF_PAST.sub(r"\1 past", text)
    for glued in _GLUED:
        text = glued.sub(r"\1 \2", text)
    text = _DASHED.sub(r"\1 \2 \3", text.rstrip().rstrip("!?"))
    return _NAME.sub(lambda name: _NAMED[name[0].lower()], text.lower()).split() if _has_name(text) else text.split()


def _has_name(text: str) -> bool:
    return _NAME.search(text.lower()) is not None

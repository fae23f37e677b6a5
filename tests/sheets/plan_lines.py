"""Lines of a plan as a sheet holds them."""

from bot.domain.sheet import ANSWERS

Line = dict[str, str]


def line(number: int, **given: str) -> Line:
    blank = dict.fromkeys(ANSWERS, "")
    told = {"number": str(number), "status": "planned", "version": "1"}
    post = {"on": "2026-11-26", "at": "16:00", "kind": "human", "what": "Meet our hygienist", "made_by": "us"}
    return {**blank, **told, **post, **given}

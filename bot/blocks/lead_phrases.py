"""How leads, their sources and their counts are said. It refuses to know which message they are for."""

from datetime import date

from bot.blocks import saying
from bot.blocks.plan_phrases import listed
from bot.domain.leads import UNKNOWN, Tally
from storage.tables import Lead, Stage

SOURCES = {
    "instagram": "Instagram",
    "facebook": "Facebook",
    "google": "Google",
    "tiktok": "TikTok",
    "website": "the website",
    "phone": "the phone",
    "walk-in": "a walk-in",
    "referral": "a referral",
    "other": "somewhere else",
    UNKNOWN: "an unknown source",
}
STAGES = {
    Stage.NEW: "new",
    Stage.REACHED: "reached",
    Stage.BOOKED: "booked",
    Stage.SHOWN: "shown",
    Stage.STARTED: "started",
    Stage.LOST: "lost",
}
_SHORT = {"website": "website", "phone": "phone", "walk-in": "walk-in", "referral": "referral", "other": "elsewhere"}


def lead(row: Lead, today: date) -> str:
    """Say which lead this is: "Lead 12 (A-117) from Instagram, today"."""
    return f"{called(row)} from {source(row.source)}, {_came(row, today)}"


def called(row: Lead) -> str:
    """Call a lead by its number and code: "Lead 12 (A-117)"."""
    return f"Lead {row.number}{f' ({saying.plain(row.code)})' if row.code else ''}"


def source(word: str) -> str:
    """Say a source inside a sentence: "Instagram", "the phone"."""
    return SOURCES.get(word) or saying.plain(word.capitalize())


def standing(row: Lead) -> str:
    """Say how far a lead has come: "booked", "lost (price)"."""
    reason = f" ({saying.plain(row.lost_reason)})" if row.stage == Stage.LOST and row.lost_reason else ""
    return STAGES[Stage(row.stage)] + reason


def sources(tally: Tally) -> str:
    """Count leads and say where they came from: "5 leads: Instagram 3, Google 1, unknown 1"."""
    shares = ", ".join(f"{_short(word)} {count}" for word, count in tally.sources)
    return f"{saying.count(tally.leads, 'lead')}{f': {shares}' if shares else ''}"


def progress(tally: Tally) -> str:
    """Say how far leads have come, none of it where nobody has said: "4 reached, 2 booked so far"."""
    if tally.untouched == tally.leads:
        return "Still new" if tally.leads == 1 else "All still new"
    steps = (("reached", tally.reached), ("booked", tally.booked), ("shown", tally.shown), ("started", tally.started))
    known = [f"{count} {word}" for word, count in steps if count]
    return f"{', '.join(known) or 'None reached'} so far"


def rest(tally: Tally) -> str:
    """Say what became of the others: "1 lost (price), 2 still open"; nothing where there is nothing to say."""
    lost = sum(count for _, count in tally.lost)
    reasons = listed([saying.plain(reason) for reason, _ in tally.lost])
    parts = [f"{lost} lost ({reasons})"] if lost else []
    parts += [f"{tally.still_open} still open"] if tally.still_open and tally.untouched < tally.leads else []
    parts += [f"{tally.set_apart} not counted (existing patient or spam)"] if tally.set_apart else []
    return ", ".join(parts)


def _short(word: str) -> str:
    return "unknown" if word == UNKNOWN else _SHORT.get(word) or source(word)


def _came(row: Lead, today: date) -> str:
    return "today" if row.came_on == today else saying.day(row.came_on)

"""How leads, their sources and their counts are said. It refuses to know which message they are for."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.blocks import saying
from bot.blocks.plan_phrases import listed
from bot.domain.leads import LADDER, Tally
from bot.domain.sources import META, UNKNOWN, Evidence, known_by, source_of
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
    META: "a Meta form",
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
_KNOWN_BY = {Evidence.TRACKED: " (tracked)", Evidence.SAID: " (said)"}
"""What nothing else is known of is the desk's own guess, and the usual case."""
_SHORT = {"website": "website", "phone": "phone", "walk-in": "walk-in", "referral": "referral", "other": "elsewhere"}


def lead(row: Lead, today: date) -> str:
    """Say which lead this is: "Lead 12 (A-117) from Instagram (said), today"."""
    found = known_by(row)
    return f"{called(row)} from {source(source_of(row))}{_KNOWN_BY.get(found, '') if found else ''}, {came(row, today)}"


def called(row: Lead, *, inside: bool = False) -> str:
    """Call a lead by its number and code: "Lead 12 (A-117)", or "lead 12 (A-117)" inside a sentence."""
    return f"{'lead' if inside else 'Lead'} {row.number}{f' ({saying.plain(row.code)})' if row.code else ''}"


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
    reasons = listed([saying.plain(reason) for reason, _ in tally.lost if reason])
    parts = [f"{lost} lost ({reasons})" if reasons else f"{lost} lost"] if lost else []
    parts += [f"{tally.still_open} still open"] if tally.still_open and tally.untouched < tally.leads else []
    apart = listed([reason for reason, _ in tally.apart])
    parts += [f"{tally.set_apart} not counted ({apart})"] if tally.set_apart else []
    return ", ".join(parts)


def how_known(tally: Tally) -> str:
    """Say how it is known where leads came from, and how far that agrees; nothing where nothing is known."""
    known = tally.known
    ways = ((known.tracked, "tracked"), (known.said, "said by them"), (known.guessed, "our guess"))
    counted = [f"{count} {word}" for count, word in ways if count]
    counted += [f"{known.unknown} unknown"] if known.unknown and counted else []
    if not counted:
        return ""
    agree = ""
    if known.compared == 1:
        agree = f" Where two are known, they {'agree' if known.agree else 'differ'}."
    elif known.compared:
        agree = f" Where more than one is known, they agree for {known.agree or 'none'} of {known.compared}."
    return f"Where they came from: {', '.join(counted)}.{agree}"


def dates(row: Lead, zone: ZoneInfo) -> list[str]:
    """Say since when a lead stands where: "reached Mon 23 Nov", "booked Tue 24 Nov"."""
    moments = ((str(stage), getattr(row, f"{stage}_at")) for stage in (*LADDER, Stage.LOST))
    return [f"{stage} {saying.day(at.astimezone(zone).date())}" for stage, at in moments if at]


def came(row: Lead, today: date) -> str:
    """Say when a lead came: "today", "Wed 25 Nov"; with the year where that was long ago."""
    return "today" if row.came_on == today else saying.day_then(row.came_on, today)


def _short(word: str) -> str:
    return "unknown" if word == UNKNOWN else _SHORT.get(word) or source(word)

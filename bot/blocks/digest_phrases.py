"""The sentences of the digest: gaps, what was kept, each side's facts, the verdict, the question and the footer.

Facts and counts only: nothing is called good or bad, nobody is blamed, nothing is said to have caused anything.
"""

from collections.abc import Sequence

from bot.blocks import lead_phrases, saying
from bot.blocks.plan_phrases import capital, listed, title
from bot.domain import evidence, said
from bot.domain.digest import Digest, Question, Side
from bot.domain.verdict import Says, Share, Verdict
from storage.tables import Post

_NAMED = 3
"""How many posts or places a gap names before it counts the rest."""
_ENOUGH_TO_SHARE = 5
_MOST_NEW = 5
"""Where more than a fifth of the leads were never moved on, how many are booked is not known."""
_ASKED = {
    Question.WHAT_WOULD_HELP: "what would make the coming week easier?",
    Question.WHAT_PEOPLE_ASKED: "what did people ask about or react to?",
    Question.GOOD_BAD_BETWEEN: "good, bad or in between: what should the other side know?",
}
_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven")
_FOOT = "Engagements: reactions, comments, shares, saves."


def heading(digest: Digest) -> str:
    """Name the week: "Week 48, Mon 23 Nov to Sun 29 Nov"."""
    so_far = "" if digest.is_over else ", so far"
    return f"Week {digest.week.number}, {saying.day(digest.week.days[0])} to {saying.day(digest.week.days[-1])}{so_far}"


def gaps(digest: Digest) -> list[str]:
    """Say what is missing, neutrally; one sentence where nothing is."""
    lines = []
    if digest.unseen:
        lines.append(f"Planned but not seen: {_some([_dated(post) for post in digest.unseen])}")
    if digest.empty:
        places = _some([f"{saying.day(entry.on)} ({said.kind(entry.kind)})" for entry in digest.empty])
        still = f"Empty {_noun(len(digest.empty), 'place')}" if digest.is_over else "Not filled yet"
        lines.append(f"{still}: {places}")
    to_come = []
    if digest.without_figures:
        to_come.append(f"figures for {_some([title(post, 60) for post in digest.without_figures])}")
    to_come += _lines_to_come([side for side in digest.sides if side.line is None])
    if to_come:
        lines.append(f"Still to come: {'; '.join(to_come)}")
    return lines or ["Nothing is missing."]


def plan_kept(digest: Digest) -> str:
    """Say how much of the plan is out: "2 of 3 planned places are out."."""
    so_far = "" if digest.is_over else " so far"
    beside = saying.count(digest.beside_out, "extra post")
    if digest.places:
        more = f", and {beside} beside them" if digest.beside_out else ""
        verb = "is" if digest.places_out < 2 else "are"
        places = f"{digest.places_out or 'None'} of {digest.places} planned {_noun(digest.places, 'place')}"
        return f"{places} {verb} out{so_far}{more}."
    return f"{capital(beside)} out{so_far}." if digest.beside_out else "Nothing was planned."


def marketing(digest: Digest) -> list[str]:
    """Say what marketing saw, as far as it is known."""
    seen = digest.reading
    out = f"{capital(saying.count(seen.posts, 'post'))} out"
    if not seen.with_figures:
        return [f"{out}, no figures yet" if seen.posts else out]
    facts = [out if seen.with_figures == seen.posts else f"{out}, figures for {seen.with_figures}"]
    if seen.reach:
        low, high = seen.reach[0], seen.reach[-1]
        facts.append(f"Reach {low:,}" if len(seen.reach) == 1 else f"Reach {low:,} to {high:,} a post")
    engaged = []
    if seen.engagements is not None:
        engaged.append(_counted(seen.engagements, "engagement"))
    if seen.for_every_hundred is not None:
        engaged[-1] += f", {_plainly(seen.for_every_hundred)} for every 100 reached"
    if seen.clicks is not None:
        engaged.append(_counted(seen.clicks, "link click"))
    return [*facts, capital("; ".join(engaged))] if engaged else facts


def sales(digest: Digest) -> list[str]:
    """Say what the sales side saw; that nobody logged anything is not the same as no leads."""
    tally = digest.tally
    if tally is None:
        logged = "No leads logged" if digest.has_log else "No leads logged yet"
        if not digest.is_over:
            return ["No leads logged so far"]
        return [
            logged,
            "If none came, the line has a box for that" if digest.has_log else "`/leads` logs the first one",
        ]
    if not tally.leads:
        return ["No leads this week", *([capital(rest)] if (rest := lead_phrases.rest(tally)) else [])]
    facts = [lead_phrases.sources(tally), lead_phrases.progress(tally)]
    return [*facts, *([capital(rest)] if (rest := lead_phrases.rest(tally)) else [])]


def own_line(side: Side) -> list[str]:
    """Give the line a side wrote, as typed."""
    words = saying.plain(side.line.words) if side.line else ""
    return [f"{saying.name(side.writer)}: “{words}”"] if words else []


def verdict(digest: Digest) -> tuple[str, str]:
    """Give the verdict, one of a fixed set, and the counts it rests on."""
    said = digest.verdict
    match said.says:
        case Says.STILL_RUNNING:
            return "Too early to say.", f"The week runs until {saying.day(digest.week.days[-1])}."
        case Says.TOO_EARLY:
            known = f"{_COUNTS[said.known]} {'is' if said.known == 1 else 'are'}"
            return "Too early to say.", f"Leads are compared once eight whole weeks are known; so far {known}."
        case Says.MISSING:
            return f"Can't compare: data missing ({_missing(digest)}).", ""
        case Says.BELOW_GOAL:
            share = said.booked or Share(0, 0)
            counted = f"{share.part} of {share.whole} leads two to ten weeks old are booked"
            return "Below goal — likely real.", f"{capital(counted)}; the goal is {100 * (said.goal or 0):.0f} in 100."
        case Says.USUAL:
            return "In the usual range.", f"{_compared(said)} {_would_mean(said)}"
        case Says.HIGHER:
            return "Higher than usual — likely real.", _compared(said)
        case Says.LOWER:
            return "Lower than usual — likely real.", _compared(said)


def earlier(digest: Digest) -> str:
    """Say how many leads of the weeks before are booked, with its range; nothing where they are too few."""
    share = digest.earlier
    found = evidence.share(share.part, share.whole)
    if found is None or share.whole < _ENOUGH_TO_SHARE or digest.verdict.says is Says.BELOW_GOAL:
        return ""
    leads = f"Of {share.whole} leads two to ten weeks old,"
    if digest.earlier_new * _MOST_NEW > share.whole:
        new = "all" if digest.earlier_new == share.whole else digest.earlier_new
        return f"{leads} {new} still stand at new, so how many are booked is not known."
    booked = f"{share.part or 'none'} {'is' if share.part == 1 else 'are'} booked"
    return f"{leads} {booked}, which fits anything from {100 * found.low:.0f} to {100 * found.high:.0f} in 100."


def question(digest: Digest, *, is_addressed: bool) -> str:
    """Ask both named people for a line each, or thank those who wrote one."""
    call = saying.person if is_addressed else saying.name
    to_come = [call(side.writer) for side in digest.sides if side.writer and not side.line]
    wrote = list(dict.fromkeys(saying.name(side.writer) for side in digest.sides if side.writer and side.line))
    thanks = f"Thank you, {listed(wrote)}." if wrote else ""
    if not to_come or digest.question is Question.NOTHING:
        return thanks
    ways = "One line for each side, please." if len(to_come) > len(set(to_come)) else "One line each, please."
    ways = ways if len(to_come) > 1 else "One line, please."
    asked = f"{listed(list(dict.fromkeys(to_come)))}, {_ASKED[digest.question]} {ways}"
    return f"{asked} {thanks}".strip()


def footer(digest: Digest) -> str:
    """Say how old the numbers are and what they leave out."""
    ages = []
    if digest.logged_at:
        ages.append(f"Last lead logged {saying.day(digest.logged_at.astimezone(digest.zone).date())}.")
    if digest.entered_at:
        ages.append(f"Figures last entered {saying.day(digest.entered_at.astimezone(digest.zone).date())}.")
    if digest.tally and digest.tally.unknown_source:
        unknown, leads = digest.tally.unknown_source, digest.tally.leads
        ages.append(f"Source unknown for {unknown} of {saying.count(leads, 'lead')}.")
    if digest.reading.engagements is not None:
        ages.append(_FOOT)
    return " ".join(ages) or "No numbers have been entered yet."


def _lines_to_come(sides: Sequence[Side]) -> list[str]:
    nobodys = [side for side in sides if side.writer is None]
    writers = list(dict.fromkeys(saying.name(side.writer) for side in sides if side.writer))
    both = len(writers) == 1 and len(sides) - len(nobodys) == 2
    lines = [f"a line from {writers[0]} for each side"] if both else [f"a line from {name}" for name in writers]
    return [*([listed(lines)] if lines else []), *(f"somebody for {side.role}" for side in nobodys)]


def _missing(digest: Digest) -> str:
    weeks = digest.verdict.missing
    if not digest.has_log:
        return "sales: leads"
    first_days = listed([f"{week.monday.day} {week.monday:%b}" for week in weeks])
    return f"sales: leads of the {_noun(len(weeks), 'week')} from {first_days}"


def _compared(said: Verdict) -> str:
    leads = saying.count(said.recent, "lead").capitalize()
    return f"{leads} in the last four weeks, where about {_plainly(said.usual)} would be usual."


def _would_mean(said: Verdict) -> str:
    if said.signal is None:
        return ""
    low = said.signal.at_most
    many = f"{said.signal.at_least} or more"
    if low is not None:
        many = f"{'None' if low == 0 else f'{low} or fewer'}, or {many},"
    return f"{many} would mean something."


def _dated(post: Post) -> str:
    return f"{title(post, 60)} ({saying.day(post.on)})"


def _some(things: Sequence[str]) -> str:
    rest = len(things) - _NAMED
    return listed(things) if rest < 1 else f"{', '.join(things[:_NAMED])} and {rest} more"


def _counted(number: int, one: str) -> str:
    return f"{f'{number:,}' if number else 'no'} {_noun(number, one)}"


def _noun(number: int, one: str) -> str:
    return one if number == 1 else f"{one}s"


def _plainly(number: float) -> str:
    return f"{number:.0f}" if number >= 10 or number == round(number) else f"{number:.1f}"

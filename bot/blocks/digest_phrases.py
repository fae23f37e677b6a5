"""The sentences of the digest: what was kept and is missing, the goal, each side's facts, its line, and the footer.

Facts and counts only: nothing is called good or bad but by the sides themselves, nobody is blamed, nothing is said to
have caused anything. What only shows that people looked comes after what came of it.
"""

from collections.abc import Sequence

from bot.blocks import goal_phrases, lead_phrases, lines, saying
from bot.blocks.goal_phrases import DONE
from bot.blocks.plan_phrases import capital, listed, title
from bot.domain import evidence, said
from bot.domain.digest import DEFINITIONS, Digest, GoalLine, Side
from bot.domain.goals import Metric
from storage.tables import Post, Role

_NAMED = 3
"""How many posts or places a gap names before it counts the rest."""


def heading(digest: Digest) -> str:
    """Name the week: "Week 48, Mon 23 Nov to Sun 29 Nov"."""
    so_far = "" if digest.is_over else ", so far"
    return f"Week {digest.week.number}, {saying.day(digest.week.days[0])} to {saying.day(digest.week.days[-1])}{so_far}"


def plan_kept(digest: Digest) -> str:
    """Say how much of the plan is out: "2 of 3 planned places are out, 1 with a substitute picture."."""
    so_far = "" if digest.is_over else " so far"
    beside = saying.count(digest.beside_out, "extra post")
    instead = f", {digest.substitutes} with a substitute picture" if digest.substitutes else ""
    if digest.places:
        more = f", and {beside} beside them" if digest.beside_out else ""
        verb = "is" if digest.places_out < 2 else "are"
        places = f"{digest.places_out or 'None'} of {digest.places} planned {saying.noun(digest.places, 'place')}"
        return f"{places} {verb} out{so_far}{more}{instead}."
    return f"{capital(beside)} out{so_far}{instead}." if digest.beside_out else "Nothing was planned."


def not_out(digest: Digest) -> str:
    """Say which posts nobody saw and which places are empty, neutrally."""
    told = []
    if digest.unseen:
        told.append(f"Planned but not seen: {_some([_dated(post) for post in digest.unseen])}.")
    if digest.empty:
        places = _some([f"{saying.day(entry.on)} ({said.kind(entry.kind)})" for entry in digest.empty])
        still = f"Empty {saying.noun(len(digest.empty), 'place')}" if digest.is_over else "Not filled yet"
        told.append(f"{still}: {places}.")
    return " ".join(told)


def to_come(digest: Digest) -> str:
    """Say which figures and lines are still to come."""
    missing = []
    if digest.without_figures:
        missing.append(f"figures for {_some([title(post, 60) for post in digest.without_figures])}")
    missing += _lines_to_come([side for side in digest.sides if side.line is None])
    return f"Still to come: {'; '.join(missing)}." if missing else ""


def goal(line: GoalLine | None) -> str:
    """Say what is aimed for and how far it is; nothing where there is no goal."""
    if line is None:
        return ""
    owner = f", {saying.name(line.owner)} keeps an eye on it" if line.owner else ""
    return f"*Goal:* {saying.plain(line.words)} by {saying.day(line.until)}{owner}. {_progress(line)}"


def facts(side: Side, digest: Digest) -> list[str]:
    """Say what a side saw."""
    return _marketing(digest) if side.role is Role.MARKETING else _sales(digest)


def own_line(side: Side) -> str:
    """Give the line a side wrote, as typed."""
    told = lines.parts(side.line) if side.line else ""
    return f"*{saying.name(side.writer)}*, {told}" if told else ""


def footer(digest: Digest) -> str:
    """Say how old the numbers of each source are, what is unknown, and what the numbers mean."""
    ages = [
        f"{words} {saying.day_then(at.astimezone(digest.zone).date(), digest.week.days[-1])}."
        for words, at in (
            ("Last lead logged", digest.logged_at),
            ("Figures last entered", digest.entered_at),
            ("Spending last entered", digest.spent_at),
        )
        if at
    ]
    if digest.tally and digest.tally.leads:
        ages.append(_sources_known(digest.tally.unknown_source, digest.tally.leads))
    return " ".join([*(ages or ["No numbers have been entered yet."]), f"Definitions: version {DEFINITIONS}."])


def _sources_known(unknown: int, leads: int) -> str:
    if unknown:
        return f"Source unknown for {unknown} of {saying.count(leads, 'lead')}."
    return "Source known for the one lead." if leads == 1 else f"Source known for all {leads} leads."


def _marketing(digest: Digest) -> list[str]:
    seen = digest.reading
    out = f"{capital(saying.count(seen.posts, 'post'))} out"
    if not seen.with_figures:
        return [f"{out}, no figures yet" if seen.posts else out]
    told = [out if seen.with_figures == seen.posts else f"{out}, figures for {seen.with_figures}"]
    if seen.reach:
        low, high = seen.reach[0], seen.reach[-1]
        told.append(f"Reach {low:,}" if len(seen.reach) == 1 else f"Reach {low:,} to {high:,} a post")
    engaged = []
    if seen.engagements is not None:
        talk = "" if seen.comments is None else f"{_counted(seen.comments, 'comment')} among "
        engaged.append(f"{talk}{_counted(seen.engagements, 'engagement')}")
    if seen.for_every_hundred is not None:
        where = " where that is known" if seen.engaged_elsewhere else ""
        engaged[-1] += f", {saying.plainly(seen.for_every_hundred)} for every 100 reached{where}"
    if seen.clicks is not None:
        engaged.append(_counted(seen.clicks, "link click"))
    told += [capital("; ".join(engaged))] if engaged else []
    if digest.extremes is not None:
        highest, lowest = (title(each.post, 40) for each in digest.extremes)
        told.append(f"Highest share engaged: {highest}; lowest: {lowest}")
    return told


def _sales(digest: Digest) -> list[str]:
    """Say what the sales side saw; that nobody logged anything is not the same as no leads."""
    tally = digest.tally
    if tally is None:
        if not digest.is_over:
            return ["No leads logged so far"]
        if digest.has_log:
            return ["No leads logged", "If none came, the line has a box for that"]
        return ["No leads logged yet", "`/leads` logs the first one"]
    rest = lead_phrases.rest(tally)
    last = [capital(rest)] if rest else []
    if not tally.leads:
        return ["No leads this week", *last]
    return [lead_phrases.sources(tally), lead_phrases.progress(tally), *last]


def _progress(line: GoalLine) -> str:
    if line.share is not None and line.share.whole:
        fits = evidence.share(line.share.part, line.share.whole)
        between = f", which fits {100 * fits.low:.0f} to {100 * fits.high:.0f} in 100" if fits else ""
        done = f" {DONE[Metric(line.metric)]}" if line.metric else ""
        so_far = f"{line.share.part} of {line.share.whole}{done} so far{between}"
        return f"{so_far}; the goal is {100 * line.target:.0f} in 100."
    if line.cost is not None:
        aim = f" The goal is {goal_phrases.at_most(line.target, line.cost.currency)} a lead."
        return f"{goal_phrases.cost(line.cost)}{aim}"
    if line.count is not None:
        done = f" {DONE[Metric(line.metric)]}" if line.metric else ""
        in_month = f" in {said.month_name(line.month)}" if line.month else ""
        return f"{line.count} of {line.target:.0f}{done}{in_month}{'' if line.is_month_over else ' so far'}."
    return "Nothing to count yet."


def _lines_to_come(sides: Sequence[Side]) -> list[str]:
    nobodys = [side for side in sides if side.writer is None]
    writers = list(dict.fromkeys(saying.name(side.writer) for side in sides if side.writer))
    both = len(writers) == 1 and len(sides) - len(nobodys) == 2
    wanted = [f"a line from {writers[0]} for each side"] if both else [f"a line from {name}" for name in writers]
    return [*([listed(wanted)] if wanted else []), *(f"somebody for {side.role}" for side in nobodys)]


def _dated(post: Post) -> str:
    return f"{title(post, 60)} ({saying.day(post.on)})"


def _some(things: Sequence[str]) -> str:
    rest = len(things) - _NAMED
    return listed(things) if rest < 1 else f"{', '.join(things[:_NAMED])} and {rest} more"


def _counted(number: int, one: str) -> str:
    return f"{f'{number:,}' if number else 'no'} {saying.noun(number, one)}"

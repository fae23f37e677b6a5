"""How a month looks: a calendar with its weeks as rows, each day with what goes out on it, and a menu to open a post.

Where no table can be shown, the same is said in lines.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.blocks import choices, kit, saying
from bot.blocks.narrowing import narrowed, ways_back
from bot.blocks.plan_phrases import title
from bot.blocks.repeating import place_in_series
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import OpenPost, OpenPostForm, ShowSpan
from bot.domain import said
from bot.domain.cadence import Entry, Standing
from bot.domain.outcomes.plan import MonthShown
from bot.domain.spans import Size, Span

_MARKS = {
    Standing.POSTED: "✓",
    Standing.PLANNED: "●",
    Standing.UNSEEN: "?",
    Standing.FREE: "○",
    Standing.LEFT_EMPTY: "-",
}
_SUBSTITUTE = "≈"
_WITH_SUBSTITUTE = "≈ with a substitute picture"
_LEGEND = "✓ posted · ● planned · ? planned but not seen · ○ free · - left empty"
_MOST_IN_A_DAY = 4
_MOST_WORDS = 22
_MOST_TO_OPEN = 100
"""Options that a menu holds (docs.slack.dev, static select)."""
_MOST_LINES = 60
_MOST_CHARACTERS = 2_900


def draw_month_shown(outcome: MonthShown) -> Message:
    """Draw a month as a calendar."""
    filled = _filled(outcome.entries)
    heading = f"*{name(outcome.span)}*: {filled}"
    note = narrowed(outcome.only, outcome.hidden)
    top: list[kit.Block] = [kit.SectionBlock(heading), *note]
    is_any = any(entry.post is not None and entry.post.substitute for entry in outcome.entries)
    legend = f"{_LEGEND} · {_WITH_SUBSTITUTE}" if is_any else _LEGEND
    below: list[kit.Block] = [kit.ContextBlock([kit.Text(legend)]), *post_menu(outcome.entries)]
    below.append(kit.ActionsBlock(_ways_on(outcome)))
    text = f"{name(outcome.span)}: {filled}"
    drawn = message(text, [*top, _calendar(outcome), *below], in_place=True)
    in_lines = message(text, [kit.SectionBlock(lines) for lines in _in_lines(outcome)]).blocks
    return replace(drawn, plain=[*drawn.blocks[: len(top)], *in_lines, *drawn.blocks[len(top) + 1 :]])


def name(span: Span) -> str:
    """Name a span: "December 2026", "Quarter 4 of 2026", "2026"."""
    if span.size == Size.MONTH:
        return said.month(span.first)
    return f"Quarter {span.number} of {span.year}" if span.size == Size.QUARTER else str(span.year)


def post_menu(entries: Sequence[Entry]) -> list[kit.Block]:
    """Offer to open any of these posts; nothing where there is none."""
    posts = [(entry.on, entry.post) for entry in entries if entry.post is not None]
    if not posts:
        return []
    options = choices.options(
        (f"{saying.day(on)}: {' '.join(post.what.split())}", str(post.id)) for on, post in posts[:_MOST_TO_OPEN]
    )
    menu = kit.StaticSelectMenu(
        buttons.picked_action(OpenPost, "post_id"), options=list(options.values()), placeholder="Open a post"
    )
    return [kit.ActionsBlock([menu])]


def _filled(entries: Sequence[Entry]) -> str:
    places = [entry for entry in entries if entry.slot is not None]
    extra = sum(entry.post is not None and entry.slot is None for entry in entries)
    also = f" {saying.count(extra, 'extra post').capitalize()}." if extra else ""
    if not places:
        return also.strip().lower() or "nothing is planned."
    filled = sum(entry.post is not None for entry in places)
    return f"{filled or 'none'} of {saying.count(len(places), 'place')} filled.{also}"


def _calendar(outcome: MonthShown) -> kit.Block:
    of_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in outcome.entries:
        of_day[entry.on].append(entry)
    rows: list[list[kit.RawText | kit.RichTextObject]] = [[kit.RawText(day[:3]) for day in said.WEEKDAYS]]
    monday = outcome.span.first - timedelta(days=outcome.span.first.weekday())
    while monday <= outcome.span.last:
        rows.append([_day(monday + timedelta(days=at), of_day, outcome) for at in range(7)])
        monday += timedelta(days=7)
    return kit.TableBlock(rows, [kit.ColumnSettings(is_wrapped=True) for _ in said.WEEKDAYS])


def _day(on: date, of_day: dict[date, list[Entry]], outcome: MonthShown) -> kit.RawText | kit.RichTextObject:
    if not outcome.span.first <= on <= outcome.span.last:
        return kit.RawText(" ")
    entries = of_day.get(on, [])
    lines = [_line(entry, outcome) for entry in entries[:_MOST_IN_A_DAY]]
    if len(entries) > _MOST_IN_A_DAY:
        lines.append(f"and {len(entries) - _MOST_IN_A_DAY} more")
    if on in outcome.closed_on:
        lines.insert(0, "closed")
    day = f"{on.day} today" if on == outcome.today else str(on.day)
    if not lines:
        return kit.RawText(day)
    return kit.RichTextSection([kit.RichText(day, bold=True), kit.RichText("\n" + "\n".join(lines))])


def _line(entry: Entry, outcome: MonthShown) -> str:
    words = " ".join(entry.post.what.split()) if entry.post else entry.kind
    which = _which(entry, outcome)
    return f"{_mark(entry)} {saying.short(words, _MOST_WORDS - len(which))}{which}"


def _which(entry: Entry, outcome: MonthShown) -> str:
    return place_in_series(outcome.series.get(entry.post.id or 0)) if entry.post else ""


def _mark(entry: Entry) -> str:
    return f"{_MARKS[entry.standing]}{_SUBSTITUTE if entry.post and entry.post.substitute else ''}"


def _in_lines(outcome: MonthShown) -> list[str]:
    """Say the month in as few sections as it takes."""
    sections = [""]
    for entry in outcome.entries[:_MOST_LINES]:
        words = title(entry.post, 60) if entry.post else f"{entry.kind}, {entry.standing}"
        words += _which(entry, outcome)
        line = f"{_mark(entry)} {saying.moment(entry.publish_at, outcome.zone)}  {words}"
        if len(sections[-1]) + len(line) > _MOST_CHARACTERS:
            sections.append("")
        sections[-1] = f"{sections[-1]}\n{line}".strip()
    more = len(outcome.entries) - _MOST_LINES
    return [words for words in [*sections, f"and {more} more" if more > 0 else ""] if words]


def _ways_on(outcome: MonthShown) -> list[kit.Element]:
    span, only = outcome.span, outcome.only
    ways: list[kit.Element] = [
        button(name(beside), ShowSpan(beside, only), apart=str(beside)) for beside in (span.previous(), span.next())
    ]
    on = max(span.first, outcome.today)
    ways.insert(1, button("Add a post", OpenPostForm(on if on <= span.last else None), apart="month"))
    ways.append(button("The quarter", ShowSpan(span.around(Size.QUARTER), only), apart="quarter"))
    return [*ways, *ways_back(ShowSpan(span), only)]

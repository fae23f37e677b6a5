"""How a week of the plan looks, to one person and to a channel.

A message holds 50 blocks and about 13,000 characters, so a very full week is cut and says by how many posts.
"""

from collections.abc import Iterable, Mapping

from bot.blocks import events, kit, saying
from bot.blocks.learning import learned
from bot.blocks.narrowing import narrowed, ways_back
from bot.blocks.plan_phrases import MEANT_FOR, link, substitute, title, week_span, who_is_on
from bot.blocks.repeating import place_in_series
from bot.blocks.shifting import left_out, moved_here
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import OpenPost, OpenPostedForm, OpenPostForm, ShowPlan
from bot.domain import said
from bot.domain.cadence import Entry, Standing
from bot.domain.outcomes.plan import WeekAnnounced, WeekShown
from bot.domain.weeks import Week
from storage.tables import Post

_MOST_BLOCKS = 40
_MOST_CHARACTERS = 9_000


def draw_week_shown(outcome: WeekShown) -> Message:
    """Draw a week with what can be done about each of its entries."""
    heading = f"*{_name(outcome.week, Week.of(outcome.today))}*: {week_span(outcome.week)}"
    blocks: list[kit.Block] = [kit.SectionBlock(heading), *narrowed(outcome.only, outcome.hidden), *_closed(outcome)]
    blocks += _entries(outcome, {id(entry): _action(entry) for entry in outcome.entries}, asks=True)
    blocks += events.in_week(outcome.events, outcome.people, outcome.zone, opens=True)
    blocks += left_out(outcome.left_out, outcome.today, restores=True)
    blocks.append(kit.ActionsBlock(_ways_on(outcome)))
    text = f"{_name(outcome.week, Week.of(outcome.today))}: {_filled(outcome)}"
    return message(text, blocks, in_place=True)


def draw_week_announced(outcome: WeekAnnounced) -> Message:
    """Draw a week for a channel: who is on what and what is still open, by name and without a ping."""
    shown = outcome.shown
    blocks: list[kit.Block] = [kit.SectionBlock(f"*The plan for the week*: {week_span(shown.week)}"), *_closed(shown)]
    fills = {id(entry): _fill(entry) for entry in shown.entries if entry.standing == Standing.FREE}
    blocks += _entries(shown, fills)
    blocks += events.in_week(shown.events, shown.people, shown.zone, opens=False)
    blocks += left_out(shown.left_out, shown.today)
    blocks += learned(outcome.learned)
    blocks.append(kit.ContextBlock([kit.Text(f"{_filled(shown)} Type `/plan` to see the week at any time.")]))
    return message(f"The plan for the week, {week_span(shown.week)}. {_filled(shown)}", blocks)


def _name(week: Week, current: Week) -> str:
    known = {current: "This week", current.next(): "Next week", current.previous(): "Last week"}
    return known.get(week, f"Week {week.number} of {week.year}")


def _filled(shown: WeekShown) -> str:
    places = [entry for entry in shown.entries if entry.slot is not None]
    if not places:
        posts = [entry for entry in shown.entries if entry.post]
        return f"{saying.count(len(posts), 'post')} planned.".capitalize()
    filled = [entry for entry in places if entry.post]
    return f"{len(filled) or 'None'} of {len(places)} {'place' if len(places) == 1 else 'places'} filled."


def _closed(shown: WeekShown) -> list[kit.Block]:
    said_of = []
    if shown.paused_until is not None and shown.paused_until > shown.today:
        said_of.append(f"The plan is paused until {said.day(shown.paused_until)}.")
    if shown.closed_on:
        said_of.append(f"The practice is closed on {', '.join(saying.day(day) for day in shown.closed_on)}.")
    return [kit.ContextBlock([kit.Text(" ".join(said_of))])] if said_of else []


def _entries(shown: WeekShown, actions: Mapping[int, kit.Button | None], *, asks: bool = False) -> Iterable[kit.Block]:
    """Draw each entry; where it `asks`, a post whose day has come can be marked posted at one click."""
    if not shown.entries:
        nothing = "Nothing like that this week." if shown.only else "Nothing was planned for this week."
        yield kit.SectionBlock(nothing)
        return
    left, room = _MOST_CHARACTERS, _MOST_BLOCKS
    for number, entry in enumerate(shown.entries):
        words = _line(entry, shown)
        left -= len(words)
        is_due = asks and _is_due(entry, shown)
        room -= 1 + is_due
        if room < 0 or left < 0:
            yield kit.ContextBlock([kit.Text(f"and {len(shown.entries) - number} more")])
            return
        yield kit.SectionBlock(words, accessory=actions.get(id(entry)))
        if entry.post is not None and is_due:
            yield kit.ActionsBlock([_posted(entry.post)])


def _is_due(entry: Entry, shown: WeekShown) -> bool:
    return entry.post is not None and entry.standing != Standing.POSTED and entry.on <= shown.today


def _line(entry: Entry, shown: WeekShown) -> str:
    heading = f"*{saying.moment(entry.publish_at, shown.zone)}*, {said.kind(entry.kind)}"
    if entry.post is None:
        state = "left empty" if entry.standing == Standing.LEFT_EMPTY else "free"
        meant = f": {MEANT_FOR[entry.kind]}" if entry.standing == Standing.FREE else ""
        return f"{heading}\n_{state}_{meant}{moved_here(entry.turn)}"
    extra = "" if entry.slot else " (extra)"
    stands_in = f"\n_substitute for the picture: {substitute(entry.post)}_" if entry.post.substitute else ""
    which = place_in_series(shown.series.get(entry.post.id or 0))
    return f"{heading}{extra}\n{title(entry.post)}{which}\n{_state(entry, entry.post, shown)}".rstrip() + stands_in


def _state(entry: Entry, post: Post, shown: WeekShown) -> str:
    match entry.standing:
        case Standing.POSTED:
            return f"_posted_, {link(post.posted_link, 'see it')}" if post.posted_link else "_posted_"
        case Standing.UNSEEN:
            return "_planned but not seen_"
        case _:
            return who_is_on(shown.steps.get(post.id or 0, ()), shown.people)


def _action(entry: Entry) -> kit.Button | None:
    if entry.post is None:
        return _fill(entry) if entry.standing == Standing.FREE else None
    opens = OpenPost(entry.post.id or 0)
    return kit.Button(
        "Open",
        buttons.action_of(opens, apart=str(opens.post_id)),
        value=buttons.value_of(opens),
        accessibility_label=saying.short(f"Open {title(entry.post, 60)}", 75),
    )


def _posted(post: Post) -> kit.Button:
    posted = OpenPostedForm(post.id or 0)
    return kit.Button("Posted", buttons.action_of(posted, apart=str(post.id)), value=buttons.value_of(posted))


def _fill(entry: Entry) -> kit.Button:
    opens = OpenPostForm(entry.on, entry.slot.id if entry.slot else None)
    action = buttons.action_of(opens, apart=f"{opens.slot_id}-{entry.on}")
    said_aloud = f"Fill the {said.kind(entry.kind)} place of {said.WEEKDAYS[entry.on.weekday()]}"
    return kit.Button(
        "Fill this place", action, value=buttons.value_of(opens), style="primary", accessibility_label=said_aloud
    )


def _ways_on(shown: WeekShown) -> list[kit.Element]:
    current = Week.of(shown.today)
    ways: list[kit.Element] = []
    for apart, week in (("before", shown.week.previous()), ("after", shown.week.next())):
        shows = ShowPlan(week, shown.only)
        words = _name(week, current)
        ways.append(kit.Button(words, buttons.action_of(shows, apart=apart), value=buttons.value_of(shows)))
    first = max(shown.week.days[0], shown.today)
    opens = OpenPostForm(first if first in shown.week.days else None)
    ways.insert(1, kit.Button("Add a post", buttons.action_of(opens), value=buttons.value_of(opens)))
    return [*ways, *ways_back(ShowPlan(shown.week), shown.only)]

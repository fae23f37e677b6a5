"""How private calendars look: their addresses in Slack, and their entries in whatever program people keep theirs in."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.blocks import kit, saying, sure
from bot.blocks.plan_phrases import TASK_WORDS, capital, substitute
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, message
from bot.blocks.topics import topic
from bot.commands.vocabulary import RenewCalendar
from bot.domain.outcomes.calendars import CalendarRead, CalendarsShown
from storage.tables import Event as PlannedEvent
from storage.tables import Lesson, Post, Step, Task

if TYPE_CHECKING:
    from icalendar import Event

_TITLES = {"mine": "What waits for you", "plan": "The whole plan"}
_RENEWS = {"mine": "Renew mine", "plan": "Renew the plan's"}
_LASTS = timedelta(minutes=30)
_LONGEST_TITLE = 120


def draw_calendars_shown(outcome: CalendarsShown) -> Message:
    """Show the addresses with a way to renew each, or say what they need."""
    if not outcome.addresses:
        words = (
            "Calendars need an address on the internet that your calendar program can read. Rounds has none here: "
            "whoever runs it can serve it over HTTP and set `PUBLIC_URL`."
        )
        return message(words, [kit.SectionBlock(words)], in_place=outcome.in_place)
    renewed = f"{_TITLES[outcome.renewed]} has a new address. The old one is closed. " if outcome.renewed else ""
    head = f"{renewed}Subscribe to these in Google Calendar, Outlook or your phone. Whoever has an address can read it."
    blocks: list[kit.Block] = [kit.SectionBlock(head)]
    for covers, address in outcome.addresses.items():
        blocks.append(kit.SectionBlock(f"*{_TITLES[covers]}*\n`{address}`"))
        renew = button(_RENEWS[covers], RenewCalendar(covers), apart=covers, sure=sure.RENEWS_CALENDAR)
        blocks.append(kit.ActionsBlock([renew]))
    return message(head, blocks, in_place=outcome.in_place)


def draw_calendar_read(outcome: CalendarRead) -> bytes:
    """Write a calendar as RFC 5545 has it; the same rows always give the same bytes."""
    from icalendar import Calendar  # noqa: PLC0415 - only who reads a calendar waits for it

    calendar = Calendar()
    calendar.add("prodid", "-//Rounds//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{outcome.name}: {_TITLES[outcome.covers].lower()}")
    calendar.add("x-wr-timezone", str(outcome.zone))
    calendar.add("x-published-ttl", "PT1H")
    entries = (
        [(_step_title(step, outcome.posts[step.post_id]), step, outcome.posts[step.post_id]) for step in outcome.steps]
        if outcome.covers == "mine"
        else [(_post_title(post), None, post) for post in outcome.posts.values()]
    )
    for title, step, post in entries:
        calendar.add_component(_entry(outcome, title, step, post))
    for event in outcome.events:
        calendar.add_component(_event(outcome, event))
    if outcome.lesson is not None:
        calendar.add_component(_learning(outcome, outcome.lesson))
    return bytes(calendar.to_ical())


def _entry(outcome: CalendarRead, title: str, step: Step | None, post: Post) -> "Event":
    named = f"step-{step.id}" if step else f"post-{post.id}"
    begins = step.due_at if step else post.publish_at
    entry = _made(outcome, named, title, begins, begins + _LASTS, made_at=post.added_at)
    entry.add("sequence", post.version - 1)
    entry.add("transp", "TRANSPARENT")
    about = [post.what] if len(post.what) > _LONGEST_TITLE or step else []
    about += [words for words in (post.why, post.takes, post.network, post.posted_link or post.link) if words]
    if post.substitute:
        about.append(f"Substitute for the picture: {substitute(post)}")
    if about:
        entry.add("description", "\n".join(about))
    return entry


def _event(outcome: CalendarRead, event: PlannedEvent) -> "Event":
    post = outcome.posts[event.post_id]
    title = _short(event.what)
    entry = _made(outcome, f"event-{event.id}", title, event.starts_at, event.ends_at, made_at=post.added_at)
    entry.add("sequence", post.version - 1)
    entry.add("description", f"Pictures for the post of {saying.moment(post.publish_at, outcome.zone)}.")
    return entry


def _learning(outcome: CalendarRead, lesson: Lesson) -> "Event":
    begins = lesson.due_at - (timedelta(minutes=lesson.minutes) or _LASTS)
    entry = _made(outcome, f"lesson-{lesson.id}", "Learning", begins, lesson.due_at, made_at=lesson.made_at)
    entry.add("transp", "TRANSPARENT")
    entry.add("description", f"Any time until then. If you have no topic of your own: {topic(lesson.month)}.")
    return entry


def _made(
    outcome: CalendarRead, named: str, title: str, begins: datetime, ends: datetime, *, made_at: datetime
) -> "Event":
    """Make an entry; `named` tells it from all others of the workspace, so that programs know it again."""
    from icalendar import Event  # noqa: PLC0415 - as above

    entry = Event()
    entry.add("uid", f"{named}@{outcome.team_id.lower()}.rounds")
    entry.add("summary", title)
    entry.add("dtstamp", made_at)
    entry.add("dtstart", begins)
    entry.add("dtend", ends)
    return entry


def _post_title(post: Post) -> str:
    return f"{_short(post.what)} ({post.kind})"


def _step_title(step: Step, post: Post) -> str:
    return f"{capital(step.name or TASK_WORDS[Task(step.task)])}: {_short(post.what)}"


def _short(words: str) -> str:
    return saying.short(" ".join(words.split()), _LONGEST_TITLE)

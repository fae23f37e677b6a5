"""How events look: planned, in the week, on their card, and while they are on."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from bot.blocks import kit, posts, saying
from bot.blocks.event_phrases import SHOT_LIST, hours, named
from bot.blocks.plan_phrases import capital, title, when, who_is_on
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import FinishPictures, OpenEvent, OpenEventForm, OpenPost, RemovePost, ShowPlan
from bot.domain import said
from bot.domain.events import ENOUGH, LONGEST_NAME, Ping, picture_step
from bot.domain.outcomes.events import (
    EventAdded,
    EventFormOpened,
    EventMoved,
    EventSeen,
    EventShown,
    PicturesDone,
    PicturesWanted,
)
from bot.domain.weeks import Week
from storage.tables import Member

_HERE = "Share them right here, in this thread: I ask about each one, and it goes to the post."


def draw_event_added(outcome: EventAdded) -> Message:
    """Echo how an event was read, who is asked for what, when its post goes out, and how to undo it."""
    event, added = outcome.event, outcome.added
    post, zone = added.post, added.zone
    where = f"in {said.WEEKDAYS[post.on.weekday()]}'s {said.kind(post.kind)} place"
    place = where if added.fills_place else "as an extra post"
    goes = f"Its post goes out {when(post, zone, added.today)}, {place}."
    head = f"{hours(event, zone)}: {named(event)} is in the plan. {goes}"
    asks = "While it is on, whoever takes the pictures is asked for some up to three times, also outside opening hours."
    ways: list[kit.Element] = [
        button("Undo", RemovePost(post.id or 0)),
        button("Change it", OpenEventForm(event.id)),
        button("Change the post", OpenPost(post.id or 0)),
        button("See the week", ShowPlan(Week.of(event.starts_at.astimezone(zone).date()))),
    ]
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"{head}\n{posts.who(added)}"),
        kit.ContextBlock([kit.Text(f"{posts.due(added)}\n{asks}")]),
        kit.ActionsBlock(ways),
    ]
    return message(unmarked(head), blocks)


def draw_event_form_opened(outcome: EventFormOpened) -> Modal:
    """Ask what, when, and for a new one who takes the pictures and when its post goes out."""
    event, zone = outcome.event, outcome.zone
    starts = event.starts_at.astimezone(zone) if event else None
    ends = event.ends_at.astimezone(zone) if event else None
    on = (starts.date() if starts else outcome.today).isoformat()
    name = kit.PlainTextInput("value", max_length=LONGEST_NAME, initial_value=event.what if event else None)
    blocks: list[kit.Block] = [
        kit.InputBlock("What is it?", name, block_id="what"),
        kit.InputBlock("Which day?", kit.DatePicker("value", initial_date=on), block_id="on"),
        _time("From", "starts", f"{starts:%H:%M}" if starts else None),
        _time("Until", "ends", f"{ends:%H:%M}" if ends else None),
    ]
    if event is not None:
        note = "Its steps and reminders move along, and its post where it would go out too early."
        blocks.append(kit.ContextBlock([kit.Text(note)]))
        return modal("Change an event", blocks, form="edit-event", submit="Save", keeps={"event_id": event.id})
    who = kit.UserSelectMenu("value", placeholder="A colleague, who is asked first")
    blocks += [
        kit.InputBlock("Who takes the pictures?", who, block_id="who", optional=True, hint="Left empty, it is yours."),
        kit.InputBlock(
            "When does its post go out?",
            kit.DatePicker("value"),
            block_id="post_on",
            optional=True,
            hint="Left empty, in the next free human place, or on the next opening day.",
        ),
        kit.InputBlock("At what time?", kit.TimePicker("value"), block_id="post_at", optional=True),
    ]
    return modal("Plan an event", blocks, form="add-event", submit="Plan it")


def draw_event_shown(outcome: EventShown) -> Modal:
    """Draw an event's card."""
    seen = outcome.seen
    event, post = seen.event, seen.post
    event_id, post_id = event.id or 0, post.id or 0
    pictures = f"{saying.count(outcome.pictures, 'picture')} so far. {_pictures(seen, outcome.people)}".strip()
    blocks: list[kit.Block] = [kit.ContextBlock([kit.Text("✓ Saved.")])] if outcome.is_news else []
    blocks += [
        kit.SectionBlock(f"{named(event)}\n{hours(event, outcome.zone)}"),
        kit.SectionBlock(f"*Pictures*\n{capital(pictures)}"),
        kit.SectionBlock(f"*Its post*\n{title(post)}, {when(post, outcome.zone)}"),
        kit.ContextBlock([kit.Text(capital(who_is_on(seen.steps, outcome.people)))]),
    ]
    ways: list[kit.Element] = []
    if outcome.is_changeable:
        ways.append(button("Change it", OpenEventForm(event_id), apart="event", is_first=True))
    ways.append(button("Open its post", OpenPost(post_id), apart="event"))
    if outcome.is_removable:
        what_happens = "The event and its post leave the plan, and whoever was asked for something is told."
        ways.append(posts.take_out(post_id, what_happens))
    blocks.append(kit.ActionsBlock(ways))
    return modal("Event", blocks, close="Done", in_place=True)


def draw_pictures_wanted(outcome: PicturesWanted) -> Message:
    """Ask for pictures, with what to look for and where they go."""
    event, until = outcome.event, saying.clock(outcome.event.ends_at, outcome.zone)
    there = saying.count(outcome.count, "picture is", "pictures are")
    more = f" {there.capitalize()} with the post; {ENOUGH - outcome.count} more is plenty." if outcome.count else ""
    words = {
        Ping.START: f"{named(event)} is on until {until}. A picture or two while it is fresh?",
        Ping.MIDDLE: f"Half-time at {named(event)}. A picture now?{more}",
        Ping.END: f"{named(event)} is over at {until}. One last picture before you pack up?{more}",
    }[Ping(outcome.ping)]
    done = button("That's enough", FinishPictures(event.id or 0), apart=f"event-{event.id}")
    blocks: list[kit.Block] = [
        kit.SectionBlock(words),
        kit.SectionBlock(SHOT_LIST),
        kit.ActionsBlock([done]),
        kit.ContextBlock([kit.Text(_HERE)]),
    ]
    return message(unmarked(words), blocks)


def draw_pictures_done(outcome: PicturesDone) -> Message:
    """Take the word that there are enough."""
    there = (
        f"{saying.count(outcome.count, 'picture is', 'pictures are')} with its post."
        if outcome.count
        else "Whenever you share one, here or in any channel I'm in, it goes to its post."
    )
    words = f"Thank you! I won't ask for more pictures of {named(outcome.event)}. {capital(there)}"
    return message(unmarked(words), [kit.SectionBlock(words)], in_place=True)


def draw_event_moved(outcome: EventMoved) -> Message:
    """Tell whoever takes the pictures when an event is now."""
    event, by = outcome.event, saying.name(outcome.by) if outcome.by else "Somebody"
    words = f"{by} moved {named(event)}. It is {hours(event, outcome.zone)} now, and its pictures are still yours."
    ways: list[kit.Element] = [button("Open", OpenEvent(event.id or 0), apart="moved")]
    note = "Doesn't that suit you? *Need help* in `/mine` lets the lead know, privately."
    blocks = [kit.SectionBlock(words), kit.ActionsBlock(ways), kit.ContextBlock([kit.Text(note)])]
    return message(unmarked(words), blocks)


def in_week(
    events: Iterable[EventSeen], people: Mapping[int, Member], zone: ZoneInfo, *, opens: bool
) -> Iterable[kit.Block]:
    """Draw the events of a week, each with who takes the pictures and when its post goes out."""
    for seen in events:
        event = seen.event
        lines = [
            f"*{hours(event, zone)}*, event",
            saying.plain(event.what),
            f"{_pictures(seen, people)} Its post goes out {when(seen.post, zone)}.",
        ]
        look = button("Open", OpenEvent(event.id or 0), apart=f"event-{event.id}") if opens else None
        yield kit.SectionBlock("\n".join(lines), accessory=look)


def _pictures(seen: EventSeen, people: Mapping[int, Member]) -> str:
    step = picture_step(seen.steps)
    if step is None:
        return ""
    if step.done_at is not None:
        return "The pictures are done."
    owner = saying.name(people.get(step.owner_id))
    return f"{owner} takes the pictures." if step.accepted_at else f"{owner} is asked to take the pictures."


def _time(label: str, field: str, at: str | None) -> kit.Block:
    return kit.InputBlock(label, kit.TimePicker("value", initial_time=at), block_id=field)

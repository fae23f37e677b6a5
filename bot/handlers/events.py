"""Planning an event, looking at it, moving it: its pictures, its post and all their reminders go along in one go."""

from datetime import date, datetime, time, timedelta

from bot.commands.vocabulary import AddEvent, AddPost, EditEvent, FinishPictures, OpenEvent, OpenEventForm
from bot.domain import cadence, event_errors, posts
from bot.domain import events as decide
from bot.domain.localtime import first_instant
from bot.domain.outcomes.events import (
    EventAdded,
    EventFormOpened,
    EventMoved,
    EventSeen,
    EventShown,
    PicturesDone,
)
from bot.handlers import asking, editing, retiming
from bot.handlers import posts as planning
from bot.handlers.cadence import outline_with_posts
from bot.handlers.call import Call, Scene
from storage import events, members, photos, steps, workspaces
from storage import offers as kept_offers
from storage import posts as kept_posts
from storage.tables import Delivery, Event, Kind, OfferState, Post, Step

_LOOKED_AHEAD = timedelta(days=8)


def add_event(command: AddEvent, call: Call) -> EventAdded:
    """Put an event into the plan, ask whoever is thought of for its pictures, and plan the post after it."""
    what = _name(command.what, call.today)
    starts_at, ends_at = decide.hours(command.on, command.starts, command.ends, now=call.now, zone=call.zone)
    on, at = _post_moment(call, command, ends_at)
    if first_instant(on, at, call.zone) <= ends_at:
        raise event_errors.post_before_event(what).beside("post_on")
    event = Event(workspace_id=call.workspace_id, post_id=0, what=what, starts_at=starts_at, ends_at=ends_at)
    wanted = AddPost(what=what, on=on, at=at, kind=command.kind or Kind.HUMAN, who=command.who)
    return EventAdded(event, planning.plan(wanted, call, event=event))


def open_event_form(command: OpenEventForm, call: Call) -> EventFormOpened:
    """Open the form for a new event, or for one that changes."""
    if command.event_id is None:
        return EventFormOpened(call.today, call.zone)
    event, post = _in_plan(call, command.event_id)
    _check_may_change(call, event, post)
    return EventFormOpened(call.today, call.zone, event)


def open_event(command: OpenEvent, call: Call) -> EventShown:
    """Show how an event stands."""
    event, post = _in_plan(call, command.event_id)
    return show(call, event, post)


def edit_event(command: EditEvent, call: Call) -> EventShown:
    """Change an event; where its post would go out before it is over, that moves to the next place after it."""
    event, post = _in_plan(call, command.event_id)
    _check_may_change(call, event, post)
    what = _name(command.what, call.today)
    starts_at, ends_at = decide.hours(command.on, command.starts, command.ends, now=call.now, zone=call.zone)
    is_moved = (starts_at, ends_at) != (event.starts_at, event.ends_at)
    is_news = is_moved or what != event.what
    event.what, event.starts_at, event.ends_at = what, starts_at, ends_at
    call.session.add(event)
    call.session.flush()
    if is_moved:
        _move_along(call, event, post)
    return show(call, event, post, is_news=is_news)


def finish_pictures(command: FinishPictures, call: Call) -> PicturesDone:
    """Take the word of whoever takes the pictures, or of the lead, that there are enough."""
    event, post = _in_plan(call, command.event_id)
    step = picture_step(call, post)
    if step is not None and step.owner_id != call.member_id and not call.leads():
        owner = members.by_id(call.session, call.workspace_id, step.owner_id)
        raise event_errors.not_your_pictures(owner.name if owner else "")
    event.done_at = event.done_at or call.now
    call.session.add(event)
    return PicturesDone(event, count_pictures(call, post))


def compose_event_moved(scene: Scene, delivery: Delivery) -> EventMoved | None:
    """Tell whoever takes the pictures when an event is now; nothing where they don't any more, or it is over."""
    found = told_of(scene, delivery)
    if found is None or found[0].ends_at <= scene.now:
        return None
    event, post = found
    step = picture_step(scene, post)
    reader = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    if step is None or reader is None or step.owner_id != reader.id:
        return None
    return EventMoved(event, post, members.by_id(scene.session, scene.workspace_id, delivery.about["by"]), scene.zone)


def show(call: Call, event: Event, post: Post, *, is_news: bool = False) -> EventShown:
    """Gather an event's card."""
    people, holders = members.team(call.session, call.workspace_id)
    may_change = posts.may_take_out(post, call.member, holders) and post.posted_at is None
    return EventShown(
        seen=EventSeen(event, post, steps.of_post(call.session, call.workspace_id, post.id or 0)),
        people=people,
        pictures=count_pictures(call, post),
        zone=call.zone,
        now=call.now,
        is_changeable=may_change and event.ends_at > call.now,
        is_removable=may_change,
        is_news=is_news,
    )


def of_days(scene: Scene, first_at: datetime, last_at: datetime) -> tuple[EventSeen, ...]:
    """Give the events of a stretch of time as the plan shows them."""
    found = events.between(scene.session, scene.workspace_id, first_at, last_at)
    of_posts = steps.of_posts(scene.session, scene.workspace_id, [event.post_id for event, _ in found]) if found else {}
    return tuple(EventSeen(event, post, of_posts.get(event.post_id, ())) for event, post in found)


def picture_step(scene: Scene, post: Post) -> Step | None:
    """Give the step of taking the pictures."""
    return decide.picture_step(steps.of_post(scene.session, scene.workspace_id, post.id or 0))


def told_of(scene: Scene, delivery: Delivery) -> tuple[Event, Post] | None:
    """Give the event that a message is about, with its post; None where that is out of the plan."""
    event = events.by_id(scene.session, scene.workspace_id, delivery.about["event"])
    post = kept_posts.by_id(scene.session, scene.workspace_id, event.post_id) if event else None
    return (event, post) if event is not None and post is not None and post.removed_at is None else None


def count_pictures(scene: Scene, post: Post) -> int:
    """Count the pictures that are with an event's post by now."""
    return len(photos.of_post(scene.session, scene.workspace_id, post.id or 0))


def _name(typed: str, today: date) -> str:
    kept = " ".join(posts.keepable(typed).split())
    if not kept:
        raise event_errors.what_is_it()
    posts.check_discreet(kept, today)
    if len(kept) > decide.LONGEST_NAME:
        raise event_errors.name_too_long(decide.LONGEST_NAME)
    return kept


def _post_moment(call: Call, command: AddEvent, ends_at: datetime) -> tuple[date, time]:
    """Give when the post goes out: as named, or in the next place; a day alone takes the hour of the event's end."""
    on, at = _next_moment(call, command.kind or Kind.HUMAN, ends_at)
    if command.post_on is None:
        return on, command.post_at or at
    return command.post_on, command.post_at or at


def _next_moment(call: Call, kind: str, ends_at: datetime) -> tuple[date, time]:
    first = ends_at.astimezone(call.zone).date()
    outline, around = outline_with_posts(call, first, first + _LOOKED_AHEAD)
    turns = outline.turns(first, first + _LOOKED_AHEAD, around)
    taken = cadence.fill(turns, around)
    free = [turn for turn in turns if turn not in taken and turn.slot.kind == kind]
    turn = decide.place_after(free, ends_at, call.opening, call.zone)
    return (turn.on, turn.at) if turn else decide.moment_after(ends_at, call.opening, call.zone)


def _in_plan(call: Call, event_id: int) -> tuple[Event, Post]:
    event = events.by_id(call.session, call.workspace_id, event_id)
    post = kept_offers.hold_post(call.session, call.workspace_id, event.post_id) if event else None
    if event is None or post is None or post.removed_at is not None:
        raise event_errors.no_such_event()
    return event, post


def _check_may_change(call: Call, event: Event, post: Post) -> None:
    if not posts.may_take_out(post, call.member, members.holders(call.session, call.workspace_id)):
        raise event_errors.not_yours(call.lead().name)
    if event.ends_at <= call.now or post.posted_at is not None:
        raise event_errors.is_over()


def _move_along(call: Call, event: Event, post: Post) -> None:
    """Move the steps of an event's post, and the post itself where it would come too early; tell who takes pictures."""
    event.done_at = None
    if post.publish_at <= decide.ready_at(event.ends_at, call.opening, call.zone):
        on, at = _next_moment(call, post.kind, event.ends_at)
        local = post.publish_at.astimezone(call.zone)
        pairs = {"on": (post.on.isoformat(), on.isoformat()), "at": (f"{local:%H:%M}", f"{at:%H:%M}")}
        editing.change(call, post, {field: pair for field, pair in pairs.items() if pair[0] != pair[1]})
    else:
        retiming.retime(call, post, before=post.publish_at, opening=call.opening, zone=call.zone)
        for offer in kept_offers.of_post(call.session, call.workspace_id, post.id or 0):
            if offer.state == OfferState.OPEN:
                asking.bring_up_to_date(call, offer)
    workspaces.wake_soon(call.workspace, call.now)
    step = picture_step(call, post)
    owner = members.by_id(call.session, call.workspace_id, step.owner_id) if step else None
    if step is not None and step.accepted_at and owner is not None and owner.id != call.member_id:
        key = f"event-moved/{event.id}/{event.starts_at:%Y-%m-%dT%H:%MZ}/{call.now:%Y-%m-%dT%H:%M:%SZ}"
        call.owe("event-moved", key, owner.user_id, {"event": event.id, "by": call.member_id})

"""Private calendars: their addresses, and what is in one when a calendar program asks.

Every member has two of their own, so that a new address, or somebody who leaves, changes nothing for anybody else.
"""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from sqlmodel import Session

from bot.commands.vocabulary import RenewCalendar, ShowCalendars
from bot.domain.outcomes.calendars import CalendarRead, CalendarsShown
from bot.handlers.call import Call, Scene
from storage import calendars, events, lessons, members, posts
from storage import steps as kept_steps
from storage.tables import CalendarFeed, Event, Lesson, Member, Post, Task

MINE, PLAN = "mine", "plan"
_SINCE = timedelta(days=31)
_AHEAD = timedelta(days=400)
_TOKEN_BYTES = 32


def show_calendars(_command: ShowCalendars, call: Call) -> CalendarsShown:
    """Show the addresses of one's own calendars, made now where there are none yet."""
    if not call.web_at:
        return CalendarsShown({})
    return CalendarsShown({covers: _address(call, _feed(call, covers)) for covers in _covered(call.member)})


def renew_calendar(command: RenewCalendar, call: Call) -> CalendarsShown:
    """Give a calendar a new address; the old one opens nothing from now on."""
    if not call.web_at:
        return CalendarsShown({}, in_place=True)
    all_covered = _covered(call.member)
    covers = command.covers if command.covers in all_covered else MINE
    _feed(call, covers).token = secrets.token_urlsafe(_TOKEN_BYTES)
    addresses = {each: _address(call, _feed(call, each)) for each in all_covered}
    return CalendarsShown(addresses, renewed=covers, in_place=True)


def opened_by(session: Session, token: str) -> CalendarFeed | None:
    """Give the calendar that a token opens, unless its member has left or may not see it any more."""
    feed = calendars.by_token(session, token)
    member = members.by_id(session, feed.workspace_id, feed.member_id) if feed else None
    is_theirs = member is not None and feed is not None and feed.covers in _covered(member)
    return feed if is_theirs and member is not None and not member.is_deactivated else None


def read_calendar(scene: Scene, feed: CalendarFeed) -> CalendarRead:
    """Gather what a calendar holds now."""
    first, last = scene.today - _SINCE, scene.today + _AHEAD
    planned = {post.id or 0: post for post in posts.between(scene.session, scene.workspace_id, first, last)}
    by_post = kept_steps.of_posts(scene.session, scene.workspace_id, list(planned)) if feed.covers == MINE else {}
    waiting = [step for steps in by_post.values() for step in steps]
    return CalendarRead(
        name=scene.workspace.name or "Rounds",
        team_id=scene.workspace.team_id,
        covers=feed.covers,
        zone=scene.zone,
        posts=planned,
        events=_events(scene, feed, planned),
        steps=[step for step in waiting if step.owner_id == feed.member_id and step.done_at is None],
        lesson=_lesson(scene, feed) if feed.covers == MINE else None,
    )


def _lesson(scene: Scene, feed: CalendarFeed) -> Lesson | None:
    return lessons.open_of(scene.session, scene.workspace_id, feed.member_id, scene.today.replace(day=1))


def _events(scene: Scene, feed: CalendarFeed, planned: Mapping[int, Post]) -> list[Event]:
    """Give the events that a calendar shows: all, or those whose pictures are its member's."""
    found = events.between(scene.session, scene.workspace_id, scene.now - _SINCE, scene.now + _AHEAD)
    of_posts = kept_steps.of_posts(scene.session, scene.workspace_id, [event.post_id for event, _ in found])
    return [
        event
        for event, _ in found
        if event.post_id in planned
        and (
            feed.covers == PLAN
            or any(
                step.task == Task.PHOTO and step.owner_id == feed.member_id and step.accepted_at
                for step in of_posts.get(event.post_id, ())
            )
        )
    ]


def _covered(member: Member) -> tuple[str, ...]:
    """Give what somebody has calendars of; what leaves Slack with an agency is its own work only."""
    return (MINE,) if member.is_agency else (MINE, PLAN)


def _feed(call: Call, covers: str) -> CalendarFeed:
    for feed in calendars.of_member(call.session, call.workspace_id, call.member_id):
        if feed.covers == covers:
            return feed
    made = CalendarFeed(
        workspace_id=call.workspace_id,
        member_id=call.member_id,
        covers=covers,
        token=secrets.token_urlsafe(_TOKEN_BYTES),
        made_at=call.now,
    )
    call.session.add(made)
    call.session.flush()
    return made


def _address(call: Call, feed: CalendarFeed) -> str:
    return f"{call.web_at}/calendar/{feed.token}.ics"

"""Planning the same post several times, and ending a series."""

from collections.abc import Sequence
from datetime import date

from bot.commands.vocabulary import AddPost, AddSeries, EndSeries, OpenSeriesForm, RemovePost
from bot.domain import plan_errors, roles, series, series_errors
from bot.domain.outcomes.repeating import SeriesAdded, SeriesEnded, SeriesFormOpened
from bot.handlers import posts as planned
from bot.handlers.cadence import outline_of
from bot.handlers.call import Call
from storage import members, posts
from storage.tables import Kind, Post


def open_series_form(command: OpenSeriesForm, call: Call) -> SeriesFormOpened:  # noqa: ARG001 - every handler takes its command
    """Open the form for a series."""
    return SeriesFormOpened(call.today)


def add_series(command: AddSeries, call: Call) -> SeriesAdded:
    """Put every post of a series into the plan, all of it or nothing; a place that is free on its day is filled."""
    every = command.every if command.every in range(5) else 1
    days, closed = series.days(
        command.on,
        every,
        until_on=command.until_on,
        times=command.times,
        closed_days=call.opening.closed_days,
        today=call.today,
    )
    made: list[Post] = []
    filled, usual = 0, command.kind or _usual_kind(days, call)
    for on in days:
        at = command.at or (made[0].publish_at.astimezone(call.zone).time() if made else None)
        kind = made[0].kind if made else usual
        wish = AddPost(command.what, on, at, kind, command.why, command.network, command.link, command.takes)
        added = planned.plan(wish, call, is_mine=True)
        filled += added.fills_place
        made.append(added.post)
        added.post.series_id = made[0].id
    return SeriesAdded(made, every, closed, filled, call.zone)


def end_series(command: EndSeries, call: Call) -> SeriesEnded:
    """Take out what follows a post in its series and is not out yet."""
    post = posts.by_id(call.session, call.workspace_id, command.post_id)
    if post is None:
        raise plan_errors.no_such_post()
    if post.series_id is None:
        raise series_errors.not_in_a_series()
    _check_may_end(post, call)
    known = posts.of_series(call.session, call.workspace_id, [post.series_id])
    over = series.following(post, known)
    if not command.keeps and post.removed_at is None and post.posted_at is None:
        over.insert(0, post)
    for each in over:
        planned.remove_post(RemovePost(each.id or 0), call)
    return SeriesEnded(post, len(over), len(known) - len(over))


def _usual_kind(days: Sequence[date], call: Call) -> str:
    """Give the kind of the places on these days, filled or not, where they have one; "" leaves it open."""
    outline = outline_of(call, days[0], days[-1])
    kinds = {turn.slot.kind for on in days for turn in outline.on(on) if turn.slot.kind in set(Kind)}
    return kinds.pop() if len(kinds) == 1 else ""


def _check_may_end(post: Post, call: Call) -> None:
    people = members.holders(call.session, call.workspace_id)
    if post.added_by != call.member_id and not roles.leads(call.member, people):
        raise plan_errors.not_yours_to_take_out(call.lead().name)

"""Planning the same post several times, changing what follows one of them, and ending it."""

from collections.abc import Mapping
from datetime import date

from bot.commands.vocabulary import AddPost, AddSeries, EndSeries, OpenSeriesForm, RemovePost
from bot.domain import plan_errors, roles, series, series_errors
from bot.domain.outcomes.repeating import SeriesAdded, SeriesEnded, SeriesFormOpened
from bot.handlers import posts as planned
from bot.handlers.call import Call, Scene
from storage import members, posts
from storage.tables import Post


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
    filled = 0
    for on in days:
        at = command.at or (made[0].publish_at.astimezone(call.zone).time() if made else None)
        kind = made[0].kind if made else command.kind
        wish = AddPost(command.what, on, at, kind, command.why, command.network, command.link, command.takes)
        added = planned.add_post(wish, call, is_mine=True)
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


def positions(scene: Scene, shown: Mapping[int, int | None]) -> dict[int, tuple[int, int]]:
    """Say of the posts that are shown which of how many each is; `shown` are their series by post."""
    ids = {series_id for series_id in shown.values() if series_id is not None}
    return series.positions(posts.of_series(scene.session, scene.workspace_id, ids)) if ids else {}


def later(scene: Scene, post: Post) -> list[Post]:
    """Give what follows a post in its series and is not out yet."""
    if post.series_id is None:
        return []
    return series.following(post, posts.of_series(scene.session, scene.workspace_id, [post.series_id]))


def shifted(changes: Mapping[str, tuple[str, str]], now: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give what a change of one post means for a later one: the same words, and a day as much earlier or later."""
    wanted = {field: after for field, (_, after) in changes.items()}
    if "on" in changes:
        before, after = (date.fromisoformat(on) for on in changes["on"])
        wanted["on"] = (date.fromisoformat(now["on"]) + (after - before)).isoformat()
    return {field: (now.get(field, ""), words) for field, words in wanted.items() if words != now.get(field, "")}


def _check_may_end(post: Post, call: Call) -> None:
    people = members.holders(call.session, call.workspace_id)
    if post.added_by != call.member_id and not roles.leads(call.member, people):
        raise plan_errors.not_yours_to_take_out(call.lead().name)

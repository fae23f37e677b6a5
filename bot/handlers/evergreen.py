"""Letting a post be repeated, and planning it once more."""

from dataclasses import replace
from datetime import date

from bot.commands.vocabulary import AddPost, OpenEvergreenForm, RepeatPost, SetEvergreen
from bot.domain import evergreen, evergreen_errors
from bot.domain.cadence import Entry, Standing
from bot.domain.outcomes.posts import PostAdded, PostShown
from bot.domain.outcomes.repeating import EvergreenFormOpened
from bot.domain.weeks import Week
from bot.handlers import editing, plan, resting
from bot.handlers.call import Call
from bot.handlers.posts import add_post


def open_evergreen_form(command: OpenEvergreenForm, call: Call) -> EvergreenFormOpened:
    """Ask whether a post may go out again; a repeat asks about the post that it repeats."""
    post = resting.original(command.post_id, call)
    return EvergreenFormOpened(post, len(resting.runs_of(call, post)))


def set_evergreen(command: SetEvergreen, call: Call) -> PostShown:
    """Remember after which rest and how often a post may go out again."""
    post = resting.original(command.post_id, call)
    weeks, repeats = evergreen.checked(command.rest_weeks, command.repeats)
    days = [run.on for run in (post, *resting.runs_of(call, post))]
    near = evergreen.too_near(weeks, days, call.today)
    if near is not None:
        raise evergreen_errors.runs_are_nearer(*near)
    post.rest_weeks, post.repeats = weeks, repeats
    call.session.flush()
    return editing.show(call, post)


def repeat_post(command: RepeatPost, call: Call) -> PostAdded:
    """Put an evergreen post into a free place once more; its caption is written anew."""
    post = resting.original(command.post_id, call)
    entry = _free_entry(command.on, command.slot_id, call)
    runs = resting.runs_of(call, post)
    if not evergreen.left(post, runs):
        raise evergreen_errors.none_left()
    evergreen.check_rest(post.rest_weeks, [run.on for run in (post, *runs)], entry.on)
    at = entry.publish_at.astimezone(call.zone).time()
    wish = AddPost(post.what, entry.on, at, entry.kind, post.why, post.network, post.link, post.takes)
    added = add_post(wish, call)
    made = added.post
    made.repeats_id = post.id
    made.goal, made.shows, made.shape, made.made_by = post.goal, post.shows, post.shape, post.made_by
    return replace(added, repeats=post)


def _free_entry(on: date, slot_id: int, call: Call) -> Entry:
    shown = plan.look_at(Week.of(on), call)
    places = [entry for entry in shown.entries if entry.on == on and entry.slot and entry.slot.id == slot_id]
    free = next((entry for entry in places if entry.standing is Standing.FREE), None)
    if free is not None:
        return free
    is_over = any(entry.standing is Standing.LEFT_EMPTY for entry in places)
    raise evergreen_errors.place_over(on) if is_over else evergreen_errors.place_taken(on)

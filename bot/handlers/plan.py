"""Looking at the plan: a week, a month, a quarter or a year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.commands.vocabulary import ShowPlan, ShowSpan
from bot.domain import cadence, filters, pauses
from bot.domain.filters import Only
from bot.domain.outcomes.plan import MonthShown, SpanSummed, WeekShown
from bot.domain.spans import Size
from bot.domain.totals import add_up
from bot.domain.weeks import Week
from bot.handlers import events, in_series
from bot.handlers.cadence import outline_with_posts
from bot.handlers.call import Call, Scene
from storage import members, steps
from storage.tables import Post, Step


def show_plan(command: ShowPlan, call: Call) -> WeekShown:
    """Show a week of the plan."""
    return narrowed(look_at(command.week, call), command.only, call)


def show_span(command: ShowSpan, call: Call) -> MonthShown | SpanSummed:
    """Show a month as it stands, or add a quarter or a year up."""
    span = command.span
    outline, around = outline_with_posts(call, span.first, span.last)
    entries = cadence.lay_out_days(span.first, span.last, outline, around, now=call.now, zone=call.zone)
    steps_of = _steps(call, around) if filters.needs_steps(command.only) else {}
    kept = filters.keep(entries, command.only, steps=steps_of, member_id=call.member_id) if command.only else entries
    if span.size == Size.MONTH:
        closed_on = frozenset(call.opening.closed_days)
        hidden = len(entries) - len(kept)
        series = in_series.positions(call, {post.id or 0: post.series_id for post in around})
        return MonthShown(span, call.now, call.zone, kept, closed_on, command.only, hidden, series)
    months = [(month.first, month.last) for month in span.months()]
    stretches = months if span.size == Size.YEAR else list(_weeks(span.first, span.last))
    whole = add_up(kept, [(span.first, span.last)])[0]
    return SpanSummed(span, call.today, add_up(kept, stretches), whole, command.only)


def narrowed(shown: WeekShown, only: Only, call: Call) -> WeekShown:
    """Leave of a week only what was asked for."""
    if not only:
        return shown
    kept = filters.keep(shown.entries, only, steps=shown.steps, member_id=call.member_id)
    return replace(shown, entries=kept, only=only, hidden=len(shown.entries) - len(kept), events=())


def look_at(week: Week, scene: Scene) -> WeekShown:
    """Gather how a week stands."""
    days = week.days
    outline, around = outline_with_posts(scene, days[0], days[-1])
    found = [post for post in around if post.on in days]
    people = {member.id or 0: member for member in members.everybody(scene.session, scene.workspace_id)}
    return WeekShown(
        week=week,
        now=scene.now,
        zone=scene.zone,
        entries=cadence.lay_out(week, outline, around, now=scene.now, zone=scene.zone),
        steps=_steps(scene, found),
        people=people,
        left_out=outline.left_out(days[0], days[-1], around),
        events=events.of_days(scene, week.starts_at(scene.zone), week.next().starts_at(scene.zone)),
        closed_on=tuple(day for day in days if day in scene.opening.closed_days),
        series=in_series.positions(scene, {post.id or 0: post.series_id for post in found}),
        paused_until=next((on for day in days if (on := pauses.until(scene.workspace.pauses, day))), None),
    )


def _steps(scene: Scene, posts: Sequence[Post]) -> Mapping[int, tuple[Step, ...]]:
    return steps.of_posts(scene.session, scene.workspace_id, [post.id or 0 for post in posts])


def _weeks(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Give the days of each week that a stretch touches, cut to the stretch."""
    week = Week.of(first)
    while week.days[0] <= last:
        yield max(week.days[0], first), min(week.days[-1], last)
        week = week.next()

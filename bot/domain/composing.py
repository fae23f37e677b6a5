"""Putting the digest of a week together from its rows.

A place on a closed day is only one where it was filled, a week's leads are only a number where somebody looked after
them, and what leads cost is only told where both sides of it are known. It knows no wording, no database and no clock.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import cadence, cohorts, comments, comparing, fit, lead_hours, settling, spent
from bot.domain import figures as counts
from bot.domain import leads as enquiries
from bot.domain.cadence import Entry, Standing
from bot.domain.cohorts import Cohort
from bot.domain.digest import CHARTED, SIDES, Digest, Gathered, Side, Weekly, speaker_of, writer_of
from bot.domain.figures import Told
from bot.domain.fit import Fit
from bot.domain.lead_hours import Speed
from bot.domain.leads import Tally
from bot.domain.spent import Cost
from bot.domain.verdict import BEFORE, RECENT, Verdict, judge, stretch
from bot.domain.weeks import Week
from storage.tables import Lead, Role, Stage


def compose(rows: Gathered, week: Week, *, now: datetime, zone: ZoneInfo) -> Digest:
    """Put a week's rows together."""
    told = [Told.of(post, rows.figures.get(post.id or 0, ()), zone) for post in rows.posts]
    laid_out = _laid_out(week, rows, now, zone)
    out = tuple(each for each in told if each.post.on in week.days and each.post.posted_at is not None)
    places = [entry for entry in laid_out if entry.slot is not None]
    places_out = sum(entry.standing is Standing.POSTED for entry in places)
    known = _known(week, rows)
    tally, pace, is_over = known[week], cohorts.learn(rows.waits), week.next().starts_at(zone) <= now
    judged_on = cohorts.judged_on(week, now.astimezone(zone).date())
    booked, shown = (cohorts.cohort(rows.leads, stage, judged_on, pace) for stage in (Stage.BOOKED, Stage.SHOWN))
    verdict = _judged(week, rows, known, booked, is_over=is_over)
    is_behind = places_out * 2 < len(places)
    leads = tally.leads if tally else 0
    return Digest(
        week=week,
        is_over=is_over,
        places=len(places),
        places_out=places_out,
        beside_out=sum(entry.slot is None and entry.standing is Standing.POSTED for entry in laid_out),
        substitutes=sum(bool(each.post.substitute) for each in out),
        posts=out,
        extremes=comparing.extremes(told, week.days),
        conversation=comments.conversation(
            rows.comments, week.starts_at(zone), within=rows.within, now=now, opening=rows.opening, zone=zone
        ),
        talks=comments.talks(rows.under),
        unseen=tuple(
            entry.post
            for entry in laid_out
            if entry.post and entry.standing is Standing.UNSEEN and not rows.outline.is_paused(entry.on)
        ),
        empty=tuple(entry for entry in laid_out if entry.post is None),
        without_figures=tuple(each.post for each in out if not each.has_figures),
        goal=rows.goal,
        reading=counts.read(out),
        tally=tally,
        has_log=rows.in_use is not None,
        pace=pace,
        booked=booked,
        shown=shown,
        speed=_speed(week, rows, zone),
        costs=_costs(week, rows),
        engagement_weeks=tuple(Weekly(each, _engagements(each, told)) for each in stretch(week, CHARTED)),
        lead_weeks=tuple(Weekly(each, _leads(known[each])) for each in stretch(week, CHARTED)),
        verdict=verdict,
        sides=tuple(_side(role, rows) for role in SIDES),
        settle=settling.settle(verdict.says, is_behind=is_behind, leads=leads, week=week, opening=rows.opening)
        if is_over
        else None,
        thanks=rows.thanks,
        logged_at=rows.logged_at,
        entered_at=max((each.figures.entered_at for each in told if each.figures), default=None),
        spent_at=max((each.entered_at for each in rows.spending), default=None),
        zone=zone,
    )


def who_asked(rows: Gathered, week: Week) -> Fit:
    """Say who asked in the twelve weeks up to this one."""
    return fit.weigh(_came(week, rows, fit.WEEKS), rows.areas)


def _speed(week: Week, rows: Gathered, zone: ZoneInfo) -> Speed | None:
    """Say how soon the leads of the last four weeks were reached."""
    return lead_hours.speed(_came(week, rows, RECENT), rows.opening, zone)


def _came(week: Week, rows: Gathered, count: int) -> list[Lead]:
    """Give the leads of so many weeks up to this one."""
    weeks = stretch(week, count)
    return [lead for lead in rows.leads if Week.of(lead.came_on) in weeks]


def _side(role: Role, rows: Gathered) -> Side:
    return Side(role, speaker_of(role, rows.holders), writer_of(role, rows.holders), rows.lines.get(role))


def _laid_out(week: Week, rows: Gathered, now: datetime, zone: ZoneInfo) -> list[Entry]:
    """Lay the week out; a place on a closed day is only one where it was filled."""
    laid_out = cadence.lay_out(week, rows.outline, rows.posts, now=now, zone=zone)
    return [entry for entry in laid_out if entry.post or entry.on not in rows.opening.closed_days]


def _judged(
    week: Week, rows: Gathered, known: Mapping[Week, Tally | None], booked: Cohort, *, is_over: bool
) -> Verdict:
    return judge(
        {each: _leads(tally) for each, tally in known.items()},
        week,
        since=_since(rows),
        is_over=is_over,
        booked=booked.share,
        is_told=booked.is_known,
        goal=rows.goal.target if rows.goal and rows.goal.is_booked else None,
    )


def _known(week: Week, rows: Gathered) -> dict[Week, Tally | None]:
    """Count the leads of sixteen weeks, each week's apart; None where nobody knows them."""
    came: dict[Week, list[Lead]] = {each: [] for each in stretch(week, RECENT + BEFORE)}
    for lead in rows.leads:
        came.get(Week.of(lead.came_on), []).append(lead)
    return {
        each: enquiries.tally(leads) if rows.in_use and rows.in_use.knows(each) else None
        for each, leads in came.items()
    }


def _leads(tally: Tally | None) -> int | None:
    return None if tally is None else tally.leads


def _costs(week: Week, rows: Gathered) -> tuple[Cost, ...]:
    """Say what leads of the last four weeks cost; nothing where nobody knows the leads of one of them."""
    weeks = stretch(week, RECENT)
    if not rows.in_use or not all(rows.in_use.knows(each) for each in weeks):
        return ()
    return spent.costs(rows.spending, rows.leads, weeks[0].monday, week.days[-1])


def _engagements(week: Week, told: Sequence[Told]) -> int | None:
    """Add up a week's engagements; None where nothing was out or a post that was out has no numbers."""
    out = [each.engagements for each in told if each.post.on in week.days and each.post.posted_at is not None]
    known = [count for count in out if count is not None]
    return sum(known) if known and len(known) == len(out) else None


def _since(rows: Gathered) -> Week:
    """Give the first whole week in which leads could have been logged."""
    first = rows.in_use.first_on if rows.in_use else rows.began_on
    week = Week.of(first)
    return week if first == week.monday else week.next()

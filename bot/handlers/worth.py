"""What came of it: everything so far, and a month on one page. Counts with their ranges, and what is not known."""

from datetime import date, timedelta

from bot.commands.vocabulary import ShowMonthPage, ShowWorth
from bot.domain import budgets, cadence, copying, evidence, spent, totals
from bot.domain import leads as enquiries
from bot.domain.outcomes.sponsor import MonthPageShown, WorthShown
from bot.domain.verdict import Share
from bot.domain.weeks import Week
from bot.handlers import goals
from bot.handlers.cadence import outline_with_posts
from bot.handlers.call import Call, Scene
from bot.handlers.leads import in_use
from bot.handlers.money import month_of_money, usual_currency
from storage import decisions, leads, members, posts, spending
from storage import thanks as kept_thanks
from storage.tables import Delivery

_LONGEST = timedelta(weeks=52)
_HALF_MORE = 1.5


def show_worth(command: ShowWorth, call: Call) -> WorthShown:  # noqa: ARG001 - every handler takes its command
    """Show what came of it since the practice began, or in the last year."""
    first = max(call.began_on, call.today - _LONGEST)
    last = Week.of(call.today).previous().days[-1]
    came = leads.came_between(call.session, call.workspace_id, first, call.today)
    counted = [lead for lead in came if lead.lost_reason not in enquiries.NO_LEADS]
    mature = [lead for lead in counted if lead.came_on <= call.today - enquiries.MATURE]
    known = in_use(call)
    weeks = [week for week in _weeks(first, last) if known is not None and known.knows(week)]
    whole = [lead for lead in counted if Week.of(lead.came_on) in set(weeks)]
    a_week = len(whole) / len(weeks) if weeks else None
    paid = spending.between(call.session, call.workspace_id, first, call.today)
    usual = usual_currency(call)
    cents, currency = budgets.ads_only(paid, first, call.today, usual)
    planned = posts.between(call.session, call.workspace_id, first, call.today)
    return WorthShown(
        since_on=first,
        weeks=len(_weeks(first, last)),
        posts=sum(post.posted_at is not None for post in planned),
        tally=enquiries.tally(came) if known else None,
        a_week=a_week,
        tracked=sum(bool(lead.tracked) for lead in counted),
        from_ads=len(spent.tracked_from(paid, counted, first, call.today, currency=currency, usual=usual)),
        booked=Share(enquiries.tally(mature).booked, len(mature)),
        cents=cents,
        traceable=spent.traceable(paid, first, call.today, currency=currency, usual=usual),
        currency=currency,
        weeks_to_learn=evidence.weeks_to_learn(a_week, _HALF_MORE) if a_week else None,
        today=call.today,
    )


def show_month_page(command: ShowMonthPage, call: Call) -> MonthPageShown:
    """Show a month on one page."""
    return month_page(command.month, call)


def compose_month_page(scene: Scene, delivery: Delivery) -> MonthPageShown:
    """Show the sponsor or the lead the month that was over when the digest of its last week went out."""
    digest_on = Week.parse(delivery.about["week"]).next().days[scene.workspace.digest_weekday]
    return month_page(digest_on.replace(day=1) - timedelta(days=1), scene)


def month_page(on: date, scene: Scene) -> MonthPageShown:
    """Put a month on one page: what went out, what came in, what it cost, what was decided, and who was thanked."""
    session, workspace_id = scene.session, scene.workspace_id
    first, last = copying.month_of(on)
    until = min(last, scene.today)
    outline, around = outline_with_posts(scene, first, last)
    entries = cadence.lay_out_days(first, last, outline, around, now=scene.now, zone=scene.zone)
    shown = [entry for entry in entries if entry.post or entry.on not in scene.opening.closed_days]
    known = in_use(scene)
    is_known = known is not None and known.first_on <= until and first <= known.last_on
    return MonthPageShown(
        month=first,
        total=totals.add_up(shown, [(first, until)])[0],
        tally=enquiries.tally(leads.came_between(session, workspace_id, first, last)) if is_known else None,
        money=month_of_money(first, scene),
        decided=decisions.of_weeks(session, workspace_id, str(Week.of(first)), str(Week.of(last))),
        goals=goals.aimed_for(scene),
        thanks=[
            each
            for each in kept_thanks.all_of(session, workspace_id)
            if each.shared and first <= each.said_at.astimezone(scene.zone).date() <= last
        ],
        people={member.id or 0: member for member in members.everybody(session, workspace_id)},
        is_over=scene.today > last,
    )


def _weeks(first: date, last: date) -> list[Week]:
    """Give the whole weeks from one day to another."""
    week = Week.of(first) if first.weekday() == 0 else Week.of(first).next()
    found = []
    while week.days[-1] <= last:
        found.append(week)
        week = week.next()
    return found

"""Gathering what goals are reckoned from, and the pace at which a practice's leads are booked and shown.

Whoever shows a goal gathers it here, so that the digest and a look at the goals say the same.
"""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain import cohorts
from bot.domain.progress import REACHES_BACK, Grounds, cost_weeks
from bot.domain.weeks import Week
from bot.handlers.call import Scene
from bot.handlers.leads import in_use
from bot.handlers.money import usual_currency
from storage import leads, spending
from storage.tables import Stage

_A_YEAR = timedelta(weeks=52)


def grounds(scene: Scene, week: Week | None = None, *, with_costs: bool) -> Grounds:
    """Gather what goals are reckoned from, as of the end of a week, or of the last whole one.

    What was spent is only looked up `with_costs`, for a goal that counts them.
    """
    judged_on = cohorts.judged_on(week or Week.of(scene.today), scene.today)
    found = Grounds(
        leads=leads.came_between(scene.session, scene.workspace_id, judged_on - REACHES_BACK, scene.today),
        today=scene.today,
        counted_on=min(week.days[-1], scene.today) if week else scene.today,
        judged_on=judged_on,
        zone=scene.zone,
        pace=cohorts.learn(waits(judged_on, scene)),
    )
    if not with_costs:
        return found
    return replace(
        found,
        spending=spending.between(scene.session, scene.workspace_id, cost_weeks(judged_on)[0].monday, judged_on),
        currency=usual_currency(scene),
        in_use=in_use(scene),
    )


def waits(judged_on: date, scene: Scene) -> list[tuple[Stage, timedelta]]:
    """Give how long the leads of a year took to each stage, those left out that are too young to tell."""
    until = judged_on - cohorts.LONGEST
    took = []
    for came_on, booked_at, shown_at in leads.waits(scene.session, scene.workspace_id, until - _A_YEAR, until):
        for stage, at in ((Stage.BOOKED, booked_at), (Stage.SHOWN, shown_at)):
            if at is not None:
                took.append((stage, max(at.astimezone(scene.zone).date() - came_on, timedelta())))
    return took

"""What agreements mean for a step: whom to ask, who never said that they do it, and whose minutes it goes beyond.

A practice in which nobody agreed to anything hears of none of it. How people were on time before is read here, used for
the order, and kept nowhere.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain import duties, suggestions, workload
from bot.domain.offers import Standing
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.suggestions import Roster, Suggestion
from bot.domain.weeks import Week
from bot.domain.workload import Load
from bot.handlers.call import Scene
from storage import duties as kept
from storage import habits, lessons, members, offers
from storage.tables import Duty, Member, Offer, Role, Step

_ASKS = (Standing.ASKED, Standing.PASSED_ON, Standing.BACK)
_MOST = 3


def roster(scene: Scene, at: datetime) -> Roster | None:
    """Gather who could do what is due at a moment; None where nobody has agreed to anything."""
    agreements = kept.of_team(scene.session, scene.workspace_id)
    if not agreements:
        return None
    people = habits.of_team(scene.session, scene.workspace_id)
    week = Week.of(at.astimezone(scene.zone).date())
    return Roster(
        week=week,
        agreements=agreements,
        planned=_planned(scene, week),
        away=frozenset(one.member_id for one in people if one.is_away(scene.now) or one.is_away(at)),
        often_late=often_late(scene),
    )


def often_late(scene: Scene) -> frozenset[int]:
    """Give who is to be reminded earlier than others; for the order and the moment only, and for nobody's eyes."""
    since_at = scene.now - suggestions.REMEMBERED_FOR
    return suggestions.often_late(kept.finished(scene.session, scene.workspace_id, since_at))


def whom(scene: Scene, steps: Sequence[Step], *, but: Collection[int]) -> tuple[Suggestion, ...]:
    """Give the first few who could be asked for these steps, the best first."""
    longest = duties.longest([step for step in steps if not step.done_at])
    if longest is None:
        return ()
    found = roster(scene, longest.due_at)
    return found.rank(duties.OF_TASK[longest.task], longest.minutes, but=but)[:_MOST] if found else ()


def for_lead(scene: Scene, step: Step, reader: Member) -> tuple[Suggestion, ...]:
    """Give who else could be asked for a step that its reader has to find somebody for."""
    asked = offers.of_post(scene.session, scene.workspace_id, step.post_id)
    but = {offer.member_id for offer in asked if step.task in offer.tasks}
    return whom(scene, [step], but={*but, step.owner_id, reader.id or 0})


def over(scene: Scene, member: Member, steps: Iterable[Step]) -> tuple[Load, ...]:
    """Say where these steps, once they are this member's, go beyond the minutes that they agreed to."""
    mine = [one for one, _ in kept.of_team(scene.session, scene.workspace_id) if one.member_id == member.id]
    counted = [step for step in steps if step.task in duties.OF_TASK]
    if not mine or not counted:
        return ()
    planned = {week: _planned(scene, week) for week in workload.weeks_of(counted, scene.zone)}
    return workload.over(member, counted, mine, planned, scene.zone)


def loads(scene: Scene, member: Member) -> tuple[Load, ...]:
    """Give what somebody has this week of each duty that they agreed to."""
    mine = [one for one, _ in kept.of_team(scene.session, scene.workspace_id) if one.member_id == member.id]
    if not mine:
        return ()
    week = Week.of(scene.today)
    planned = _with_learning(scene, week)
    agreed = {one.duty: one.minutes for one in mine}
    return tuple(
        Load(member, duty, week, planned.get((member.id or 0, duty), 0), agreed[duty])
        for duty in Duty
        if duty in agreed
    )


def planned_this_week(scene: Scene) -> workload.Planned:
    """Give the minutes that everybody has of each duty this week."""
    return _with_learning(scene, Week.of(scene.today))


def with_agreements(scene: Scene, seen: OfferSeen) -> OfferSeen:
    """Add to a question what the agreements say about it."""
    team = kept.of_team(scene.session, scene.workspace_id) if seen.standing.is_answerable else ()
    if not team:
        return seen
    asked = members.by_id(scene.session, scene.workspace_id, seen.offer.member_id)
    steps = [step for step in seen.steps if not step.done_at]
    if asked is None or asked.is_agency or not steps:
        return seen
    unsaid = [step for step in steps if not step.reviews]
    said = {one.duty for one, member in team if member.id == asked.id}
    leads = scene.holder(Role.LEAD)
    is_told = seen.standing in _ASKS and (leads is None or leads.id != asked.id)
    return replace(
        seen,
        unsaid=tuple(duty for duty in duties.of_steps(unsaid) if duty not in said) if is_told else (),
        over=over(scene, asked, steps),
        could=() if is_told else whom(scene, steps, but=asked_for(scene, seen.offer)),
    )


def asked_for(scene: Scene, offer: Offer) -> set[int]:
    """Give who need not be suggested for an offer: who asks, and everybody who was asked for the same before."""
    others = offers.of_post(scene.session, scene.workspace_id, offer.post_id)
    asked = {other.member_id for other in others if not set(offer.tasks).isdisjoint(other.tasks)}
    return {*asked, offer.asked_by or 0}


def _planned(scene: Scene, week: Week) -> workload.Planned:
    from_at, until_at = week.starts_at(scene.zone), week.next().starts_at(scene.zone)
    return workload.by_duty(kept.planned(scene.session, scene.workspace_id, from_at, until_at))


def _with_learning(scene: Scene, week: Week) -> workload.Planned:
    from_at, until_at = week.starts_at(scene.zone), week.next().starts_at(scene.zone)
    learning = lessons.due_between(scene.session, scene.workspace_id, from_at, until_at)
    return {**_planned(scene, week), **{(member_id, Duty.LEARNING): minutes for member_id, minutes in learning.items()}}

"""Decisions: writing one down with a day to look again, what happened since, and the agenda of a quarter."""

from collections.abc import Mapping, Sequence

from bot.commands.vocabulary import (
    Decide,
    DecideNoChange,
    OpenDecideForm,
    RemoveDecision,
    ReviewDecision,
    ShowDecisions,
    ShowQuarter,
)
from bot.domain import decision_errors, measured, number_errors, roles
from bot.domain import decisions as course
from bot.domain.decisions import Pace
from bot.domain.discretion import points_to_somebody
from bot.domain.figures import Told
from bot.domain.outcomes.course import (
    Decided,
    DecideFormOpened,
    DecisionRemoved,
    DecisionReviewed,
    DecisionsShown,
    NoChangeDecided,
    QuarterShown,
    Reviewed,
)
from bot.domain.verdict import stretch
from bot.domain.weeks import Week
from bot.handlers import redrawn
from bot.handlers.call import Call, Scene
from bot.handlers.goals import aimed_for
from bot.handlers.leads import in_use
from storage import decisions, figures, leads, members, posts
from storage.tables import Decision, Lead, Member

_SHOWN = 10
_LEARNED_FROM = 12
"""Weeks whose leads say how many come in a week."""


def show_decisions(command: ShowDecisions, call: Call) -> DecisionsShown:  # noqa: ARG001 - every handler takes its command
    """Show what is to be looked at again and the log."""
    week = Week.of(call.today).previous()
    return DecisionsShown(
        waiting=_reviewed(call, decisions.unreviewed(call.session, call.workspace_id), week),
        log=decisions.newest(call.session, call.workspace_id, _SHOWN),
        people={member.id or 0: member for member in members.everybody(call.session, call.workspace_id)},
        week=week,
        today=call.today,
    )


def open_decide_form(command: OpenDecideForm, call: Call) -> DecideFormOpened:
    """Open the form for a decision about a week that is over or runs."""
    week = _begun(command.week, call)
    expects = command.expects if command.expects in set(course.Expects) else ""
    return DecideFormOpened(week, _pace(call, course.FACTORS[0]), call.member, expects)


def decide(command: Decide, call: Call) -> Decided:
    """Write a decision down, and propose when to look again where no day was chosen."""
    change = course.read_change(command.change)
    if points_to_somebody(change, call.today):
        raise decision_errors.private_words()
    if command.expects not in set(course.Expects):
        raise decision_errors.what_is_expected()
    owner = roles.can_be_asked(members.by_user(call.session, call.workspace_id, command.owner), field="owner")
    learned = _pace(call, command.factor)
    proposed = course.propose_review(call.today, command.expects, learned)
    review_on = course.check_review(command.review_on or proposed, call.today)
    decision = _blank(call, _begun(command.week, call))
    decision.change, decision.expects, decision.factor = change, command.expects, command.factor
    decision.owner_id, decision.review_on = owner.id, review_on
    _remember(call, decision)
    redrawn.bring_up_to_date(call, Week.parse(decision.week), f"decision-{decision.id}")
    is_early = course.is_early(review_on, call.today, command.expects, learned)
    return Decided(decision, owner, learned, is_early, proposed, call.today)


def decide_no_change(command: DecideNoChange, call: Call) -> NoChangeDecided:
    """Write down that nothing changes after a week, unless something was decided about it."""
    week = _begun(command.week, call)
    if decisions.of_weeks(call.session, call.workspace_id, str(week), str(week)):
        raise decision_errors.decided_already()
    decision = _remember(call, _blank(call, week))
    redrawn.bring_up_to_date(call, week, f"decision-{decision.id}")
    return NoChangeDecided(decision, week)


def review_decision(command: ReviewDecision, call: Call) -> DecisionReviewed:
    """Write down what becomes of a decision; its owner says so, or the lead."""
    result = course.read_result(command.result)
    decision = _decision(command.decision_id, call)
    if decision.reviewed_at is not None:
        raise decision_errors.reviewed_already(decision.result)
    if decision.owner_id != call.member_id and not call.leads():
        owner = members.by_id(call.session, call.workspace_id, decision.owner_id or 0)
        raise decision_errors.not_yours(owner.name if owner else call.lead().name)
    decision.result, decision.reviewed_by, decision.reviewed_at = result, call.member_id, call.now
    call.session.add(decision)
    call.session.flush()
    redrawn.bring_up_to_date(call, Week.of(call.today).previous(), f"review-{decision.id}")
    return DecisionReviewed(decision)


def remove_decision(command: RemoveDecision, call: Call) -> DecisionRemoved:
    """Take a decision back; whoever wrote it down can, and the lead."""
    decision = _decision(command.decision_id, call)
    if decision.made_by != call.member_id and not call.leads():
        writer = members.by_id(call.session, call.workspace_id, decision.made_by or 0)
        raise decision_errors.not_yours_to_take_back(writer.name if writer else call.lead().name)
    call.session.delete(decision)
    call.session.flush()
    redrawn.bring_up_to_date(call, Week.parse(decision.week), f"decision-{decision.id}-gone")
    return DecisionRemoved(decision.number, is_change=bool(decision.change))


def show_quarter(command: ShowQuarter, call: Call) -> QuarterShown:
    """Show the agenda for looking back on a quarter, as far as it is over."""
    first = Week.of(max(command.quarter.first, call.began_on))
    last = min(Week.of(command.quarter.last), Week.of(call.today).previous())
    decided = decisions.of_weeks(call.session, call.workspace_id, str(first), str(Week.of(command.quarter.last)))
    without = course.weeks_without(decided, first, last) if first <= last else []
    changes = [decision for decision in decided if decision.change]
    seen = _reviewed(call, changes, Week.of(call.today).previous())
    return QuarterShown(command.quarter, seen, without, aimed_for(call), call.today)


def up_for_review(scene: Scene, week: Week) -> list[Reviewed]:
    """Give the decisions that the digest of a week brings up, with what happened since."""
    waiting = decisions.unreviewed(scene.session, scene.workspace_id)
    return _reviewed(scene, [each for each in waiting if course.is_up_for_review(each, week)], week)


def decided_about(scene: Scene, week: Week) -> Sequence[Decision]:
    """Give what was decided about a week."""
    return decisions.of_weeks(scene.session, scene.workspace_id, str(week), str(week))


def _blank(call: Call, week: Week) -> Decision:
    return Decision(
        workspace_id=call.workspace_id,
        number=decisions.next_number(call.session, call.workspace_id),
        week=str(week),
        made_by=call.member_id,
        made_at=call.now,
    )


def _remember(call: Call, decision: Decision) -> Decision:
    call.session.add(decision)
    call.session.flush()
    return decision


def _reviewed(scene: Scene, found: Sequence[Decision], last: Week) -> list[Reviewed]:
    if not found:
        return []
    people: Mapping[int | None, Member] = {
        member.id: member for member in members.everybody(scene.session, scene.workspace_id)
    }
    came = _leads_by_week(scene, stretch(last, 2 * course.MOST_WEEKS))
    told = _told(scene, found, last)
    return [
        Reviewed(
            each,
            people.get(each.owner_id),
            course.since(each, came, last),
            measured.measure(each, told, last),
            is_new=Week.parse(each.week) >= last,
        )
        for each in found
    ]


def _told(scene: Scene, found: Sequence[Decision], last: Week) -> list[Told]:
    """Give the posts that decisions about engagement are measured by, with what is known of their figures."""
    about = [measured.first_week(each).monday for each in found if each.expects in measured.METRICS]
    if not about:
        return []
    out = posts.between(scene.session, scene.workspace_id, min(about), last.days[-1])
    known = figures.of_posts(scene.session, scene.workspace_id, [post.id or 0 for post in out])
    return [Told.of(post, known.get(post.id or 0, ()), scene.zone) for post in out]


def _pace(call: Call, factor: int) -> Pace:
    came = _leads_by_week(call, stretch(Week.of(call.today).previous(), _LEARNED_FROM))
    return course.pace({week: None if held is None else len(held) for week, held in came.items()}, factor)


def _leads_by_week(scene: Scene, weeks: Sequence[Week]) -> dict[Week, list[Lead] | None]:
    """Give the leads of each week; None for a week whose leads nobody knows."""
    known = in_use(scene)
    came = leads.came_between(scene.session, scene.workspace_id, weeks[0].monday, weeks[-1].days[-1])
    held: dict[Week, list[Lead] | None] = {week: [] if known and known.knows(week) else None for week in weeks}
    for lead in came:
        found = held[Week.of(lead.came_on)]
        if found is not None:
            found.append(lead)
    return held


def _decision(decision_id: int, call: Call) -> Decision:
    decision = decisions.by_id(call.session, call.workspace_id, decision_id, to_change=True)
    if decision is None:
        raise decision_errors.no_such_decision()
    return decision


def _begun(week: Week, call: Call) -> Week:
    if week.monday > call.today:
        raise number_errors.week_ahead(week)
    return week

"""Goals: setting one, ending one, and how far each has come. Every goal that was set stays in the history."""

from collections.abc import Sequence

from bot.commands.vocabulary import EndGoal, OpenGoalForm, SetGoal, ShowGoals
from bot.domain import goal_errors, roles
from bot.domain import goals as aims
from bot.domain.digest import GoalLine
from bot.domain.discretion import points_to_somebody
from bot.domain.outcomes.course import Aimed, GoalEnded, GoalFormOpened, GoalSet, GoalsShown
from bot.domain.progress import progress
from bot.domain.weeks import Week
from bot.handlers import progress as gathered
from bot.handlers.call import Call, Scene
from bot.handlers.money import usual_currency
from storage import goals, members
from storage.tables import Goal, GoalKind, Member, Role


def show_goals(command: ShowGoals, call: Call) -> GoalsShown:  # noqa: ARG001 - every handler takes its command
    """Show the goals, those that are aimed for first."""
    every = goals.all_of(call.session, call.workspace_id)
    past = [goal for goal in reversed(every) if not aims.is_open(goal, call.today)]
    return GoalsShown(aimed_for(call), past, _may_set(call), call.today, usual_currency(call))


def open_goal_form(command: OpenGoalForm, call: Call) -> GoalFormOpened:
    """Open the form for a goal, to whoever sets them."""
    _check_may_set(call)
    if command.goal_id is None:
        return GoalFormOpened(None, call.member)
    goal = _open_goal(command.goal_id, call)
    return GoalFormOpened(goal, members.by_id(call.session, call.workspace_id, goal.owner_id))


def set_goal(command: SetGoal, call: Call) -> GoalSet:
    """Set a goal; the one it takes the place of ends and is kept."""
    _check_may_set(call)
    metric = aims.read_metric(command.metric)
    owner = _owner(command.owner, call)
    goal = Goal(
        workspace_id=call.workspace_id,
        kind=GoalKind(command.kind) if command.kind in set(GoalKind) else GoalKind.SALES,
        words=_words(command.words, call),
        metric=metric,
        first_sign=command.first_sign if command.first_sign in set(aims.Sign) else "",
        target=aims.check_target(command.target, metric),
        due_on=aims.check_due(command.due_on, call.today),
        owner_id=owner.id or 0,
        set_by=call.member_id,
        set_at=call.now,
    )
    now = aims.open_ones(goals.all_of(call.session, call.workspace_id), call.today)
    before = next((each for each in now if each.id == command.replaces_id or each.metric == metric), None)
    if before is None and len(now) >= aims.MOST:
        raise goal_errors.enough_goals(aims.MOST)
    if before is not None:
        before.ended_at = call.now
    call.session.add(goal)
    call.session.flush()
    return GoalSet(_aimed(call, [goal])[0], before, call.today, usual_currency(call))


def end_goal(command: EndGoal, call: Call) -> GoalEnded:
    """End a goal; it stays in the history."""
    _check_may_set(call)
    goal = _open_goal(command.goal_id, call)
    goal.ended_at = call.now
    call.session.add(goal)
    call.session.flush()
    return GoalEnded(goal, usual_currency(call))


def aimed_for(scene: Scene, week: Week | None = None) -> list[Aimed]:
    """Give the goals that are aimed for, each as far as it came by the end of a week, or the last whole one."""
    return _aimed(scene, aims.open_ones(goals.all_of(scene.session, scene.workspace_id), scene.today), week)


def line(scene: Scene, week: Week) -> GoalLine | None:
    """Give the goal that the digest of a week tells of: the one that is due first."""
    for aimed in aimed_for(scene, week)[:1]:
        goal, metric = aimed.goal, aims.Metric(aimed.goal.metric)
        return GoalLine(
            words=goal.words,
            until=goal.due_on,
            owner=aimed.owner,
            target=goal.target / 100 if metric.is_share else goal.target,
            share=aimed.progress.share,
            count=aimed.progress.count,
            cost=aimed.progress.cost,
            is_booked=metric is aims.Metric.BOOKED_SHARE,
            metric=metric,
            month=aimed.progress.month,
            is_month_over=aimed.progress.is_over,
        )
    return None


def _aimed(scene: Scene, some: Sequence[Goal], week: Week | None = None) -> list[Aimed]:
    if not some:
        return []
    grounds = gathered.grounds(scene, week, with_costs=any(goal.metric == aims.Metric.COST for goal in some))
    return [
        Aimed(goal, members.by_id(scene.session, scene.workspace_id, goal.owner_id), progress(goal, grounds))
        for goal in some
    ]


def _words(typed: str, call: Call) -> str:
    words = aims.read_words(typed)
    if points_to_somebody(words, call.today):
        raise goal_errors.private_words()
    return words


def _owner(user_id: str, call: Call) -> Member:
    if not user_id:
        raise goal_errors.whose()
    return roles.can_be_asked(members.by_user(call.session, call.workspace_id, user_id), field="owner")


def _open_goal(goal_id: int, call: Call) -> Goal:
    goal = goals.by_id(call.session, call.workspace_id, goal_id)
    if goal is None or not aims.is_open(goal, call.today):
        raise goal_errors.no_such_goal()
    return goal


def _may_set(call: Call) -> bool:
    sponsor = call.holder(Role.SPONSOR)
    return call.leads() or (sponsor is not None and sponsor.id == call.member_id)


def _check_may_set(call: Call) -> None:
    if not _may_set(call):
        raise goal_errors.not_yours(call.lead().name)

"""How goals look: each with how far it has come, the form for one, and what was aimed for before."""

from bot.blocks import choices, kit, saying, sure
from bot.blocks.goal_phrases import METRICS, aim_of, line, over, stands
from bot.blocks.plan_phrases import capital
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import EndGoal, OpenGoalForm
from bot.domain.goals import LONGEST, MOST, Sign
from bot.domain.outcomes.course import Aimed, GoalEnded, GoalFormOpened, GoalSet, GoalsShown
from storage.tables import Goal, GoalKind

_KINDS = {
    GoalKind.SALES: "More comes in",
    GoalKind.COSTS: "Less is spent",
    GoalKind.EXPERIENCE: "People fare better",
}
_SIGNS = {
    Sign.VIEWS: "video views",
    Sign.REACH: "people reached",
    Sign.CLICKS: "link clicks",
    Sign.COMMENTS: "comments and questions",
    Sign.LIKES: "likes",
    Sign.FOLLOWERS: "followers",
}
_PAST_SHOWN = 5
_NONE = (
    "No goal is set. A goal says what should come of it, how many, and by when: for example 30 in 100 leads booked "
    "by the end of March."
)


def draw_goals_shown(outcome: GoalsShown) -> Message:
    """Draw the goals with how far they have come, and those that ended."""
    blocks: list[kit.Block] = [kit.SectionBlock("*Goals*" if outcome.open else _NONE)]
    for aimed in outcome.open:
        blocks.append(kit.SectionBlock(_card(aimed)))
        if outcome.may_set:
            blocks.append(kit.ActionsBlock(_ways(aimed.goal)))
    if outcome.past:
        past = "\n".join(over(goal, outcome.currency) for goal in outcome.past[:_PAST_SHOWN])
        blocks.append(kit.ContextBlock([kit.Text(f"Before: {past}" if len(outcome.past) == 1 else f"Before:\n{past}")]))
    if outcome.may_set and len(outcome.open) < MOST:
        blocks.append(kit.ActionsBlock([button("Set a goal", OpenGoalForm())]))
    aloud = " ".join(line(aimed) for aimed in outcome.open) or _NONE
    return message(unmarked(aloud), blocks, in_place=True)


def draw_goal_form_opened(outcome: GoalFormOpened) -> Modal:
    """Ask what should come of it, what counts, how many, by when, and who keeps an eye on it."""
    goal = outcome.goal
    metrics = {str(key): capital(words) for key, words in METRICS.items()}
    signs = {str(key): capital(words) for key, words in _SIGNS.items()}
    blocks: list[kit.Block] = [
        kit.InputBlock(
            "What should come of it?",
            kit.PlainTextInput(
                "value",
                initial_value=goal.words if goal else None,
                max_length=LONGEST,
                placeholder="Fill the Friday mornings",
            ),
            block_id="words",
        ),
        _select(
            "kind",
            "What is that good for?",
            {str(kind): words for kind, words in _KINDS.items()},
            goal.kind if goal else "",
        ),
        _select("metric", "How will you know?", metrics, goal.metric if goal else ""),
        kit.InputBlock(
            "How many?",
            kit.NumberInput(
                is_decimal_allowed=False,
                action_id="value",
                initial_value=str(goal.target) if goal else None,
                min_value=1,
            ),
            block_id="target",
            hint="For example 30, for 30 in 100 leads booked or 30 new leads a month; or 80, for a lead that costs "
            "at most 80 in your own currency.",
        ),
        kit.InputBlock(
            "By when?",
            kit.DatePicker("value", initial_date=goal.due_on.isoformat() if goal else None),
            block_id="due_on",
        ),
        kit.InputBlock(
            "Who keeps an eye on it?",
            kit.UserSelectMenu("value", initial_user=outcome.owner.user_id if outcome.owner else None),
            block_id="owner",
        ),
        _select(
            "first_sign",
            "What may move first?",
            signs,
            goal.first_sign if goal else "",
            optional=True,
            hint="It is shown beside the goal and never counts as reaching it.",
        ),
    ]
    keeps = {"goal": goal.id} if goal else None
    return modal("Change a goal" if goal else "A goal", blocks, form="set-goal", submit="Save", keeps=keeps)


def draw_goal_set(outcome: GoalSet) -> Message:
    """Echo a goal, with where it stands and what it took the place of."""
    blocks: list[kit.Block] = [kit.SectionBlock(_card(outcome.aimed))]
    if outcome.replaced is not None:
        blocks.append(
            kit.ContextBlock([kit.Text(f"It takes the place of: {over(outcome.replaced, outcome.currency)}")])
        )
    blocks.append(
        kit.ContextBlock([kit.Text("The weekly digest says how it goes. `/digest goal` shows it at any time.")])
    )
    return message(unmarked(line(outcome.aimed)), blocks)


def draw_goal_ended(outcome: GoalEnded) -> Message:
    """Say that a goal is over."""
    words = f"Ended: {over(outcome.goal, outcome.currency)} It stays in the history."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def _card(aimed: Aimed) -> str:
    goal = aimed.goal
    first = f" What may move first: {_SIGNS[Sign(goal.first_sign)]}." if goal.first_sign else ""
    whose = f"{saying.name(aimed.owner)} keeps an eye on it."
    return f"*{saying.plain(goal.words)}*\n{capital(aim_of(aimed))}. {whose}\n{stands(aimed)}{first}"


def _ways(goal: Goal) -> list[kit.Element]:
    number = goal.id or 0
    change = button("Change it", OpenGoalForm(number), apart=str(number))
    return [change, button("End it", EndGoal(number), apart=str(number), sure=sure.ENDS_GOAL)]


def _select(
    field: str,
    label: str,
    words: dict[str, str],
    chosen: str,
    *,
    optional: bool = False,
    hint: str | None = None,
) -> kit.Block:
    options = choices.options((word, value) for value, word in words.items())
    menu = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=options.get(chosen))
    return kit.InputBlock(label, menu, block_id=field, optional=optional, hint=hint)

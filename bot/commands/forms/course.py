"""The forms for a goal and a decision, read back."""

from collections.abc import Callable

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import Command, Decide, SetGoal
from bot.domain.weeks import Week


def set_goal(filled: Filled) -> SetGoal:
    """Read a goal; what is missing is named when it is set."""
    return SetGoal(
        words=filled.text("words"),
        kind=filled.choice("kind"),
        metric=filled.choice("metric"),
        target=filled.number("target"),
        due_on=filled.date("due_on"),
        owner=filled.choice("owner"),
        first_sign=filled.choice("first_sign"),
        replaces_id=filled.keeps.get("goal"),
    )


def decide(filled: Filled) -> Decide:
    """Read a decision; without a day to look again one is proposed."""
    return Decide(
        week=Week.parse(filled.keeps["week"]),
        change=filled.text("change"),
        expects=filled.choice("expects"),
        factor=int(filled.choice("factor") or 200),
        owner=filled.choice("owner"),
        review_on=filled.date("review_on"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"set-goal": set_goal, "decide": decide}

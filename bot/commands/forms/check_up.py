"""The form of a check-up, read back."""

from collections.abc import Callable

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import AnswerCheckUp, Command
from bot.domain.check_up import Cause


def answer_check_up(filled: Filled) -> AnswerCheckUp:
    """Read the answers in the order of the questions."""
    return AnswerCheckUp(tuple(filled.choice(cause) for cause in Cause))


READERS: dict[str, Callable[[Filled], Command]] = {"answer-check-up": answer_check_up}

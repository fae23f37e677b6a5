"""The forms about people, read back: how somebody wants to be reminded."""

from collections.abc import Callable

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import Command, SetReminders


def set_reminders(filled: Filled) -> SetReminders:
    """Read how often and when somebody wants to be reminded."""
    return SetReminders(
        most_a_day=int(filled.choice("most_a_day") or 3),
        skips_day_before=filled.choice("day_before") == "no",
        not_before=filled.time("not_before"),
        not_after=filled.time("not_after"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"set-reminders": set_reminders}

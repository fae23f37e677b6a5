"""The forms about people, read back: how somebody wants to be reminded, and what they look after."""

from collections.abc import Callable

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import Command, SetDuty, SetReminders, TellLesson


def set_reminders(filled: Filled) -> SetReminders:
    """Read how often and when somebody wants to be reminded."""
    return SetReminders(
        most_a_day=int(filled.choice("most_a_day") or 3),
        skips_day_before=filled.choice("day_before") == "no",
        not_before=filled.time("not_before"),
        not_after=filled.time("not_after"),
    )


def set_duty(filled: Filled) -> SetDuty:
    """Read how gladly, how well and how long somebody looks after a duty."""
    return SetDuty(
        duty=filled.keeps["duty"],
        interest=int(filled.choice("interest") or 0),
        skill=int(filled.choice("skill") or 2),
        minutes=filled.number("minutes"),
    )


def tell_lesson(filled: Filled) -> TellLesson:
    """Read what somebody learned, and whether the team may read it."""
    lesson_id, is_shared = int(filled.keeps["lesson_id"]), "yes" in filled.choices("share")
    return TellLesson(lesson_id, words=filled.text("words"), is_shared=is_shared)


READERS: dict[str, Callable[[Filled], Command]] = {
    "set-reminders": set_reminders,
    "set-duty": set_duty,
    "tell-lesson": tell_lesson,
}

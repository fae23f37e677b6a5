"""What people say about themselves: how they want to be reminded."""

from bot.commands.vocabulary import OpenRemindersForm, SetReminders
from bot.domain import etiquette, people_errors
from bot.domain.etiquette import Manners
from bot.domain.outcomes.people import RemindersFormOpened, RemindersSet
from bot.handlers.call import Call
from storage import habits


def open_reminders_form(command: OpenRemindersForm, call: Call) -> RemindersFormOpened:  # noqa: ARG001 - as everywhere
    """Show how whoever asks is reminded, to be changed."""
    return RemindersFormOpened(Manners.of(habits.of_member(call.session, call.workspace_id, call.member_id)))


def set_reminders(command: SetReminders, call: Call) -> RemindersSet:
    """Remember how whoever asks wants to be reminded; what is held back by it comes when it may."""
    if not etiquette.leaves_time(command.not_before, command.not_after, call.opening):
        raise people_errors.no_time_left()
    kept = habits.of_member(call.session, call.workspace_id, call.member_id)
    kept.most_a_day = min(max(command.most_a_day, 1), etiquette.MOST_A_DAY)
    kept.skips_day_before = command.skips_day_before
    kept.not_before, kept.not_after = command.not_before, command.not_after
    return RemindersSet(Manners.of(kept))

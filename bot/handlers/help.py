"""Answering `help`: what a slash command can do, from the same table that reads it."""

from bot.commands import help as words
from bot.commands import reach
from bot.commands.vocabulary import ShowHelp
from bot.domain import agency_errors
from bot.domain.outcomes.help import HelpShown
from bot.domain.roles import Theirs
from bot.handlers.call import Call


def show_help(command: ShowHelp, call: Call) -> HelpShown:
    """Show the usage of one slash command, or of all."""
    return help_for(command, is_set_up=call.workspace.set_up_at is not None, is_outside=call.member.is_agency)


def help_for(command: ShowHelp, *, is_set_up: bool, is_outside: bool = False) -> HelpShown:
    """Show the usage, which is the same for everybody of the practice, and less for who works for it from outside."""
    if is_outside and command.about and not reach.is_slash_within(command.about):
        raise agency_errors.stays(Theirs.LEADS, "")
    usages = words.usages_within(command.about) if is_outside else words.usages(command.about)
    return HelpShown(usages=usages, is_set_up=is_set_up, about=command.about)

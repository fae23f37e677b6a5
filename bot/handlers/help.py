"""Answering `help`: what a slash command can do, from the same table that reads it."""

from bot.commands import help as words
from bot.commands.vocabulary import ShowHelp
from bot.domain.outcomes.help import HelpShown
from bot.handlers.call import Call


def show_help(command: ShowHelp, call: Call) -> HelpShown:
    """Show the usage of one slash command, or of all."""
    return help_for(command, is_set_up=call.workspace.set_up_at is not None)


def help_for(command: ShowHelp, *, is_set_up: bool) -> HelpShown:
    """Show the usage, which is the same for everybody."""
    return HelpShown(usages=words.usages(command.about), is_set_up=is_set_up, about=command.about)

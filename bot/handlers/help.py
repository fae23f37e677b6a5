"""Answering `help`: what a slash command can do, from the same table that reads it."""

from bot.commands import help as words
from bot.commands.vocabulary import ShowHelp
from bot.domain.outcomes.help import HelpShown
from bot.handlers.call import Call


def show_help(command: ShowHelp, call: Call) -> HelpShown:
    """Show the usage of one slash command, or of all."""
    is_set_up = call.workspace.set_up_at is not None
    return HelpShown(usages=words.usages(command.about), is_set_up=is_set_up, about=command.about)

"""What can be typed, told from the grammar's own table."""

from functools import cache

from bot.commands import grammar, phrases
from bot.domain.outcomes.help import Usage


@cache
def usages(about: str = "") -> tuple[Usage, ...]:
    """The phrases of one slash command; of all, one line each and how to set up."""
    if about in phrases.PHRASES:
        return tuple(Usage(grammar.usage(about, phrase), phrase.does) for phrase in phrases.PHRASES[about])
    return tuple(Usage(slash, summary) for slash, summary in phrases.SUMMARIES.items())

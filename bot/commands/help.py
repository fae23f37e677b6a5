"""What can be typed, told from the grammar's own table."""

from bot.commands import grammar
from bot.domain.outcomes.help import Usage


def usages(about: str = "") -> tuple[Usage, ...]:
    """The phrases of one slash command, or of all."""
    slashes = (about,) if about in grammar.PHRASES else grammar.SLASHES
    return tuple(
        Usage(grammar.usage(slash, phrase), phrase.does) for slash in slashes for phrase in grammar.PHRASES[slash]
    )

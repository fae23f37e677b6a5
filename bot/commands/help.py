"""What can be typed, told from the grammar's own table."""

from dataclasses import replace
from functools import cache

from bot.commands import grammar, phrases, reach
from bot.domain.outcomes.help import Usage


@cache
def usages(about: str = "") -> tuple[Usage, ...]:
    """The phrases of one slash command; of all, one line each and how to set up."""
    if about in phrases.PHRASES:
        return tuple(Usage(grammar.usage(about, phrase), phrase.does) for phrase in phrases.PHRASES[about])
    return tuple(Usage(slash, summary) for slash, summary in phrases.SUMMARIES.items())


@cache
def usages_within(about: str = "") -> tuple[Usage, ...]:
    """The same for somebody from an agency, as far as it is within their reach."""
    if about in phrases.PHRASES:
        known = [phrase for phrase in phrases.PHRASES[about] if reach.is_phrase_within(about, phrase.start)]
        return tuple(Usage(grammar.usage(about, phrase), phrase.does) for phrase in known)
    return tuple(_within(usage) for usage in usages() if reach.is_slash_within(usage.words))


def _within(usage: Usage) -> Usage:
    """Sum a slash command up by what is left of it, where the word alone is out of reach."""
    return usage if reach.is_phrase_within(usage.words, "") else replace(usage, does=usages_within(usage.words)[0].does)

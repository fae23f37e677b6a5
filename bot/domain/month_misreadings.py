"""The sentences for a month that can't be read, each with an example that works. It only words what others found."""

from bot.domain.errors import Misread
from bot.domain.misreadings import quoted


def not_a_month(words: str) -> Misread:
    """The words name no month."""
    return Misread(f"I can't read {quoted(words)} as a month.", hint="For example: next, december, or 2026-12")

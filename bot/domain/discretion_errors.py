"""The one sentence for words that may point to a patient; what would do instead is said by whoever refuses them."""

from bot.domain.errors import Misread


def not_kept(hint: str, field: str | None = None) -> Misread:
    """Words that may point to a patient."""
    return Misread("That may point to a patient, so I haven't kept it.", hint=hint, field=field)

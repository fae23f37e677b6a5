"""The sentences for what people ask about themselves and that can't be. It only words what others found."""

from bot.domain.errors import Misread


def no_time_left() -> Misread:
    """The hours chosen lie outside the opening hours, or end before they begin."""
    return Misread(
        "Your practice isn't open between these two times, so I could never remind you.",
        hint="Leave both empty to hear from me whenever you are open.",
        field="not_after",
    )

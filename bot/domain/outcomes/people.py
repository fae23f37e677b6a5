"""What came of asking about oneself: how one is reminded."""

from dataclasses import dataclass

from bot.domain.etiquette import Manners


@dataclass(frozen=True, slots=True)
class RemindersFormOpened:
    """The form that says how somebody is reminded, as it is now."""

    manners: Manners


@dataclass(frozen=True, slots=True)
class RemindersSet:
    """Somebody is reminded this way from now on."""

    manners: Manners

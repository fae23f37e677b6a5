"""A submitted form as plain values: Slack's view state, read by field name whatever element was used."""

import json
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.commands.when import Reading
from bot.domain import phrase_misreadings

_MOST_DIGITS = 9
"""What a database's whole number surely holds."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody filled in, what the form kept, and what is needed to read dates."""

    values: dict[str, Any]
    keeps: dict[str, Any]
    reading: Reading

    def text(self, field: str) -> str:
        """The text of a field, without blanks around it; "" when it was left empty."""
        value = self.values.get(field)
        return value.strip() if isinstance(value, str) else ""

    def choice(self, field: str) -> str:
        """The one thing chosen; "" when nothing was."""
        return self.text(field)

    def choices(self, field: str) -> tuple[str, ...]:
        """All that was chosen, in Slack's order."""
        value = self.values.get(field)
        return tuple(value) if isinstance(value, list) else ()

    def date(self, field: str) -> date | None:
        """The day picked."""
        return date.fromisoformat(self.text(field)) if self.text(field) else None

    def time(self, field: str) -> time | None:
        """The time picked."""
        return time.fromisoformat(self.text(field)) if self.text(field) else None

    def number(self, field: str) -> int | None:
        """The whole number entered; None, which is unknown and not zero, when the field was left empty."""
        words = self.text(field)
        if not words:
            return None
        if not words.isdecimal():  # "1,200" and "12.0" mean different numbers in different countries
            raise phrase_misreadings.not_a_number(words, field)
        if len(words) > _MOST_DIGITS:
            raise phrase_misreadings.too_large(words, field)
        return int(words)


def filled(view: dict[str, Any], reading: Reading) -> Filled:
    """Read a submitted view."""
    state = _state(view)
    values = {field: _value(next(iter(elements.values()), {})) for field, elements in state.items()}
    return Filled(values, json.loads(view.get("private_metadata") or "{}"), reading)


def people_named(view: dict[str, Any]) -> tuple[str, ...]:
    """The users picked anywhere in a view."""
    elements = [e for field in _state(view).values() for e in field.values()]
    picked = [e.get("selected_user") for e in elements] + [u for e in elements for u in e.get("selected_users") or ()]
    return tuple(dict.fromkeys(user for user in picked if user))


def _state(view: dict[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
    return (view.get("state") or {}).get("values") or {}


def _value(element: dict[str, Any]) -> object:
    """What was filled into one element: text, or a list for those that take several."""
    for key, value in element.items():
        if key == "selected_option":
            return (value or {}).get("value", "")
        if key == "selected_options":
            return [option["value"] for option in value or ()]
        if key.startswith("selected_"):
            return value or ([] if key.endswith("s") else "")
    return element.get("value") or ""

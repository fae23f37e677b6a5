"""One control as its template needs it: how it is named, what it offers, what it holds now and what was refused.

What it holds is what the person chose in this message or view, or what the app put there before they did.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.drawing import elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from simulator.page.templating import Reader
    from simulator.rows import Json


def version(held: object) -> str:
    """Name the present state of something, so that a part of the page that minds itself is made anew after a change."""
    return hashlib.blake2s(json.dumps(held, default=str, sort_keys=True).encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a menu."""

    value: str
    words: str
    about: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One control where it stands."""

    reader: Reader
    block: Mapping[str, Any]
    element: Mapping[str, Any]
    labelled: bool = False  # its block shows a label of its own

    @property
    def kind(self) -> str:
        """The type, whether one or many can be chosen."""
        return str(self.element.get("type")).removeprefix("multi_")

    @property
    def many(self) -> bool:
        """Whether several can be chosen."""
        return str(self.element.get("type")).startswith("multi_")

    @property
    def id(self) -> str:
        """A name for its label, its error and the script."""
        parts = (self.reader.place, self.block.get("block_id"), self.element.get("action_id"))
        return "f-" + "-".join(re.sub(r"[^\w-]", "_", str(part)) for part in parts)

    @property
    def asks(self) -> str:
        """What it asks for when nothing else says so."""
        return elements.label({}, self.element, self.reader.names) or "Choose"

    @property
    def placeholder(self) -> str:
        """The words in it while it is empty."""
        return self.reader.bare(self.element["placeholder"]) if self.element.get("placeholder") else ""

    @property
    def wrong(self) -> str:
        """What was refused about it."""
        return self.reader.errors.get(str(self.block.get("block_id")), "") if self.labelled else ""

    @property
    def place(self) -> dict[str, str | None]:
        """Attributes that say which control it is, and what is asked before it acts."""
        confirm = self.element.get("confirm")
        return {
            "data-block": str(self.block.get("block_id", "")),
            "data-action": str(self.element.get("action_id", "")),
            "data-type": str(self.element.get("type")),
            "data-confirm": json.dumps(self._asked(confirm)) if confirm else None,
        }

    @property
    def named(self) -> dict[str, str | None]:
        """Attributes by which it is found, labelled, explained and, where it is wrong, marked so."""
        below = [f"{self.id}-hint"] * bool(self.block.get("hint")) + [f"{self.id}-error"] * bool(self.wrong)
        return {
            "id": self.id,
            "aria-label": None if self.labelled else self._label(),
            "aria-required": "true" if self.labelled and not self.block.get("optional") else None,
            "aria-invalid": "true" if self.wrong else None,
            "aria-describedby": (" ".join(below) or None) if self.labelled else None,
            "autofocus": "" if self.element.get("focus_on_load") else None,
        }

    @property
    def dispatch(self) -> str | None:
        """On what a text field tells the app at once, if it does."""
        if not self.block.get("dispatch_action"):
            return None
        asked = (self.element.get("dispatch_action_config") or {}).get("trigger_actions_on") or ["on_enter_pressed"]
        return " ".join(asked)

    @property
    def values(self) -> list[str]:
        """What it holds, as a form sends it."""
        return [value for key, held in self._held().items() for value in self._written(key, held)]

    @property
    def chosen(self) -> list[Choice]:
        """The entries that are chosen, also of a list the app keeps elsewhere."""
        known = {choice.value: choice for choice in self.choices}
        held = self._held()
        several = held.get("selected_options") or held.get("initial_options") or []
        one = held.get("selected_option") or held.get("initial_option")
        known |= {choice.value: choice for choice in map(self._choice, [*several, *([one] if one else [])])}
        return [known.get(value, Choice(value, value)) for value in self.values]

    @property
    def choices(self) -> list[Choice]:
        """Everything it offers by itself, groups in order."""
        listed = [self._choice(option) for option in self.element.get("options") or ()]
        for group in self.element.get("option_groups") or ():
            label = self.reader.bare(group.get("label"))
            listed += [self._choice(option, label) for option in group.get("options") or ()]
        return listed + [Choice(value, words) for value, words in self.reader.offered(self.element)]

    @property
    def version(self) -> str:
        """Changes whenever what the app put here does."""
        return version([self.element, [(one.value, one.words, one.about) for one in self.choices]])

    @property
    def rich(self) -> Markup:
        """The formatted text it holds."""
        held = self._held()
        value = held.get("rich_text_value") or held.get("initial_value") or {}
        return self.reader.rich(value if value.get("type") == "rich_text" else {"elements": [value] if value else []})

    @property
    def files(self) -> list[Json]:
        """The files chosen so far."""
        return list(self._held().get("files") or ())

    def _held(self) -> Mapping[str, Any]:
        kept = (self.reader.state.get(str(self.block.get("block_id"))) or {}).get(str(self.element.get("action_id")))
        return self.element if kept is None else kept

    def _label(self) -> str:
        return (
            self.reader.aloud(self.element) or elements.label(self.block, self.element, self.reader.names) or "Choose"
        )

    def _asked(self, confirm: Mapping[str, Any]) -> dict[str, str]:
        asked = {key: self.reader.bare(confirm.get(key)) for key in ("title", "text", "confirm", "deny")}
        return {**asked, "style": str(confirm.get("style", "primary"))}

    def _choice(self, option: Mapping[str, Any], group: str = "") -> Choice:
        about = self.reader.bare(option["description"]) if option.get("description") else ""
        return Choice(str(option.get("value", "")), self.reader.bare(option.get("text")), about, group)

    def _written(self, key: str, held: Any) -> Iterator[str]:  # noqa: ANN401
        if not held or not key.startswith(("selected_", "initial_", "value")):
            return
        for one in held if isinstance(held, list) else [held]:
            if key.endswith("date_time"):
                yield f"{self.reader.names.local(int(one)):%Y-%m-%dT%H:%M}"
            elif isinstance(one, dict):
                yield str(one.get("value", ""))
            else:
                yield str(one)

"""The page in parts, each with a mark of what it says, so that a page is sent only what it does not show already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2s
from typing import TYPE_CHECKING, Any

from simulator.page.screen import HOME
from simulator.page.templating import render

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.page.screen import Screen, Shown

MOST_KEPT = 4000
PARTS = ("clock", "sidebar", "bar", "composer", "thread_bar", "thread_composer", "tour", "modal")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some HTML and its mark."""

    html: str
    mark: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything one person has in front of them."""

    parts: Mapping[str, Piece]
    flow: Mapping[str, Piece]  # messages, or a Home, by the id of what stands around them, in order
    thread: Mapping[str, Piece]

    def beyond(self, parts: Mapping[str, str], flow: Mapping[str, str], thread: Mapping[str, str]) -> dict[str, Any]:
        """Give what differs from the marks a page already has; of messages also the order."""
        return {
            "parts": _differing(self.parts, parts),
            "flow": {"order": list(self.flow), "items": _differing(self.flow, flow)},
            "thread": {"order": list(self.thread), "items": _differing(self.thread, thread)},
        }


class Kept:
    """Messages as they were drawn before, so that one more does not mean drawing all anew."""

    def __init__(self) -> None:
        self._pieces: dict[str, Piece] = {}

    def piece(self, known_by: str, drawn: Callable[[], Piece]) -> Piece:
        """Give what was drawn for this very look, or draw it."""
        name = _mark(known_by)
        found = self._pieces.get(name)
        if found is None:
            if len(self._pieces) >= MOST_KEPT:
                self._pieces = {}
            found = self._pieces[name] = drawn()
        return found


def draw(screen: Screen, values: dict[str, Any], kept: Kept) -> Drawn:
    """Draw everything for one person."""
    parts = {part: piece(render(f"{part.replace('_', '-')}.html", **values)) for part in PARTS}
    return Drawn(parts, _flow(screen, values, kept), _thread(screen, values, kept))


def piece(html: str) -> Piece:
    """Mark a piece of HTML."""
    return Piece(html, _mark(html))


def _flow(screen: Screen, values: dict[str, Any], kept: Kept) -> dict[str, Piece]:
    if screen.where == HOME:
        return {"i-home": piece(render("home.html", **values))}
    shown = screen.messages()
    items = {f"i-{one.key}": _message(one, values, kept) for one in shown}
    if screen.cut.older:
        return items
    return {"i-beginning": piece(render("beginning.html", **values)), **items}


def _thread(screen: Screen, values: dict[str, Any], kept: Kept) -> dict[str, Piece]:
    if not screen.thread:
        return {}
    inside = {**values, "in_thread": True}
    shown = screen.thread_messages()
    if not shown:
        return {"t-gone": piece('<p class="empty">This message is gone.</p>')}
    return {f"t-{one.key}": _message(one, {**inside, "is_parent": one is shown[0]}, kept) for one in shown}


def _message(shown: Shown, values: dict[str, Any], kept: Kept) -> Piece:
    screen: Screen = values["screen"]
    message, viewer = shown.message, screen.viewer.id
    state, trouble = message.state.get(viewer, {}), message.trouble.get(viewer, {})
    mine = replace(message, state={viewer: state}, trouble={viewer: trouble})
    inside = (values["in_thread"], values.get("is_parent"))
    look = f"{screen.surroundings}{replace(shown, message=mine)!r}{inside}"
    return kept.piece(look, lambda: piece(render("message.html", shown=shown, **values)))


def _mark(text: str) -> str:
    return blake2s(text.encode(), digest_size=9).hexdigest()


def _differing(there: Mapping[str, Piece], known: Mapping[str, str]) -> dict[str, dict[str, str]]:
    return {name: {"html": one.html, "mark": one.mark} for name, one in there.items() if known.get(name) != one.mark}

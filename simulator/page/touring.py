"""What the guided tour's card needs: where a step leads, in which words, and its hint with commands set apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from simulator import sight
from simulator.page.screen import HOME

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.page.screen import Screen
    from simulator.rows import Person
    from simulator.tour import Step

_CODE = re.compile(r"`([^`]+)`")


def card(screen: Screen, href: Callable[..., str]) -> dict[str, Any]:
    """Gather what the card calls."""

    def link(step: Step) -> str:
        """Address the place where a step is taken, as whoever takes it."""
        person = _taker(screen, step) or screen.viewer
        return href(as_=person.id, in_=_where(screen, step) or screen.where, thread="")

    def words(step: Step) -> str:
        """Say where a step's link leads."""
        person = _taker(screen, step)
        app = screen.slack.app.manifest.name
        place = {HOME: f"on the Home of {app}", "dm": f"in the messages of {app}"}
        there = place.get(step.where, f"in {step.where}" if step.where else "")
        named = f"Be {sight.called(screen.workspace, person)}" if person else "Go there"
        return ", ".join(part for part in (named, there) if part)

    return {"tour": screen.workspace.tour, "tour_link": link, "tour_words": words, "marked_hint": _marked}


def _taker(screen: Screen, step: Step) -> Person | None:
    return next((one for one in screen.workspace.humans() if one.name == step.who), None)


def _where(screen: Screen, step: Step) -> str:
    named = step.where.removeprefix("#")
    return next((c.id for c in screen.workspace.channels.values() if c.name and c.name == named), step.where)


def _marked(hint: str) -> Markup:
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(_CODE.split(hint))
    )

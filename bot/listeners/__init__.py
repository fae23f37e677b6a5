"""Bolt's doors: each turns a payload into a command and an outcome into a reply, and does nothing else."""

from slack_bolt import App

from bot.listeners import clicks, events, forms, shortcuts, slashes
from bot.listeners.parts import Parts
from bot.listeners.slashes import waits_for_nothing

__all__ = ["register", "waits_for_nothing"]


def register(app: App, parts: Parts) -> None:
    """Register every door; the manifest declares exactly these."""
    for module in (slashes, clicks, forms, shortcuts, events):
        module.register(app, parts)

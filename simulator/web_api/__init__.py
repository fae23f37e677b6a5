"""Slack's Web API: the methods a Bolt app calls, with Slack's argument checks and error words.

Importing this package fills the table of methods.
"""

from simulator.web_api import auth, bots, chat, conversations, files, markers, scheduling, users, views
from simulator.web_api.calls import METHODS, Call, Method, Refused

__all__ = [
    "METHODS",
    "Call",
    "Method",
    "Refused",
    "auth",
    "bots",
    "chat",
    "conversations",
    "files",
    "markers",
    "scheduling",
    "users",
    "views",
]

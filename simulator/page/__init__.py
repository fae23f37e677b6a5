"""The pretend Slack in a browser: drawn on the server, kept fresh by server-sent events, with no build step.

It shows what `simulator.sight` sees and does what `simulator.acts` can do; it knows no app.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.page.doing import Doing
from simulator.page.drawer import Drawer
from simulator.page.guard import Guard
from simulator.page.live import Live
from simulator.page.showing import Showing
from simulator.page.skipping import Skipping

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from simulator.slack import Slack

STATIC = Path(__file__).parent / "static"


def routes(slack: Slack) -> list[BaseRoute]:
    """Give the routes of the page for one pretend Slack; they come after those of the protocol."""
    skipping = Skipping(slack)
    showing, doing = Showing(slack, skipping), Doing(slack, skipping)
    live, drawer = Live(slack), Drawer(slack)
    inside: list[BaseRoute] = [
        Route("/", showing.page),
        Route("/journal", drawer.alone),
        Route("/page/wire", drawer.rows),
        Route("/page/wire/frame", drawer.frame),
        Route("/page/wire/all.json", drawer.copy),
        Route("/page/wire/{number:int}", drawer.detail),
        Route("/page/wire/{number:int}.json", drawer.copy),
        Route("/page/switch/{what}", drawer.switch, methods=["POST"]),
        Route("/page/parts", showing.parts, methods=["POST"]),
        Route("/page/changes", live.changes),
        Route("/page/file/{team}/{file}", showing.file),
        Route("/page/act/{what}", doing.act, methods=["POST"]),
        Route("/page/upload", doing.upload, methods=["POST"]),
        Route("/page/keep", doing.keep, methods=["POST"]),
        Mount("/page/static", StaticFiles(directory=STATIC)),
    ]
    return [Mount("/", Starlette(routes=inside, middleware=[Middleware(Guard)]))]

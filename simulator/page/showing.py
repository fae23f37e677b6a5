"""Answers what a browser asks to see: the whole page, what has changed in it, and files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from simulator import acts, emoji, sight
from simulator.drawing import dates
from simulator.page import sidebar, touring
from simulator.page.asked_for import UNKNOWN
from simulator.page.parts import Kept, draw
from simulator.page.reading import Reading
from simulator.page.screen import HOME, PICTURES, Screen, colour
from simulator.page.templating import render
from simulator.page.window import Window
from simulator.pictures import thumbnail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from simulator.page.skipping import Skipping
    from simulator.rows import Channel, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace


class Showing:
    """Everything that is looked at."""

    def __init__(self, slack: Slack, skipping: Skipping) -> None:
        self._slack = slack
        self._skipping = skipping
        self._kept = Kept()
        self._readings: WeakKeyDictionary[Workspace, Reading] = WeakKeyDictionary()

    async def page(self, request: Request) -> Response:
        """Show the whole page."""
        return await run_in_threadpool(self._page, request)

    async def parts(self, request: Request) -> Response:
        """Give what differs from what a page says it shows."""
        try:
            asked = await request.json()
        except ValueError:
            asked = None
        if not isinstance(asked, dict):
            return JSONResponse({"error": UNKNOWN}, status_code=400)
        return await run_in_threadpool(self._parts, asked)

    async def file(self, request: Request) -> Response:
        """Give a shared file; only pictures are shown in the browser, anything else is saved."""
        return await run_in_threadpool(self._file, request)

    def _page(self, request: Request) -> Response:
        screen = self._screen(dict(request.query_params), arriving=True, looking=True)
        if screen is None:
            return PlainTextResponse("There is no workspace here yet.", status_code=404)
        values = self._values(screen)
        return HTMLResponse(render("page.html", drawn=draw(screen, values, self._kept), **values))

    def _parts(self, asked: Mapping[str, Any]) -> Response:
        arriving = bool(asked.get("arriving"))
        screen = self._screen(asked, arriving=arriving, looking=bool(asked.get("looking", True)))
        if screen is None:
            return JSONResponse({}, status_code=404)
        known = [_marks(asked.get(name)) for name in ("parts", "flow", "thread_flow")]
        place = {"team": screen.workspace.id, "as": screen.viewer.id, "in": screen.where, "thread": screen.thread}
        cut = screen.cut
        window = {"first": cut.first, "last": cut.last, "older": cut.older, "newer": cut.newer}
        drawn = draw(screen, self._values(screen), self._kept).beyond(*known)
        return JSONResponse({**drawn, "title": _title(screen), "place": place, "window": window})

    def _file(self, request: Request) -> Response:
        workspace = self._slack.workspaces.get(request.path_params["team"])
        file = workspace.files.get(request.path_params["file"]) if workspace else None
        if file is None or file.deleted:
            return PlainTextResponse("This file is not here.", status_code=404)
        size = file.thumbs.get(request.query_params.get("size", ""))
        if size:
            return Response(thumbnail(file.content, size), media_type="image/jpeg")
        if file.mimetype in PICTURES:
            return Response(file.content, media_type=file.mimetype)
        saved = {"content-disposition": "attachment"}
        return Response(file.content, media_type="application/octet-stream", headers=saved)

    def _screen(self, asked: Mapping[str, Any], *, arriving: bool, looking: bool) -> Screen | None:
        """Read who looks at what; whatever is not there falls back to the first."""
        workspaces = self._slack.workspaces
        workspace = workspaces.get(str(asked.get("team", ""))) or next(iter(workspaces.values()), None)
        people = sidebar.people(workspace) if workspace else []
        if not workspace or not people:
            return None
        viewer = next((person for person in people if asked.get("as") in (person.id, person.name)), people[0])
        where = _where(workspace, viewer, str(asked.get("in", "")))
        screen = Screen(self._slack, workspace, viewer, where, str(asked.get("thread") or ""), _window(asked))
        if screen.channel is None:
            if arriving:
                acts.open_home(self._slack, viewer)
            return screen
        reading = self._readings.setdefault(workspace, Reading(workspace))
        reading.look(viewer, screen.channel, arriving=arriving, looking=looking and not screen.window.last)
        return replace(screen, line=reading.line(viewer, screen.channel))

    def _values(self, screen: Screen) -> dict[str, Any]:
        """Gather what the templates need."""
        workspace, viewer = screen.workspace, screen.viewer
        modals = workspace.modals.get(viewer.id) or []
        shortcuts = self._slack.app.manifest.shortcuts or ()
        tally, href = self._skipping.tally(workspace), _links(screen)
        return {
            "screen": screen,
            "title": _title(screen),
            "reader": screen.reader,
            "href": href,
            "moment": dates.moment,
            "colour": colour,
            "glyph": emoji.glyph,
            "in_thread": False,
            "app_name": self._slack.app.manifest.name,
            "home": workspace.homes.get(viewer.id),
            "modal": modals[-1] if modals else None,
            "depth": len(modals),
            "shortcuts": [shortcut for shortcut in shortcuts if shortcut.kind == "message"],
            "global_shortcuts": [shortcut for shortcut in shortcuts if shortcut.kind == "global"],
            "suggested": [*self._commands(), *sidebar.completions(workspace)],
            "next_wake": self._next_wake(screen),
            "clock": self._slack.clock,
            "tally": tally if tally.shown else None,
            "names_of": lambda users: ", ".join(sight.called(workspace, workspace.people[one]) for one in users),
            "workspaces": list(self._slack.workspaces.values()),
            **touring.card(screen, href),
            **sidebar.listed(workspace, viewer, screen.app_conversation()),
        }

    def _commands(self) -> list[dict[str, str]]:
        manifest = self._slack.app.manifest
        mine = [(command, about, hint) for command, (about, hint) in manifest.usage.items()]
        slacks = [(command, f"{own.about} (Slack's own)", own.hint) for command, own in acts.OWN.items()]
        return [{"word": command, "about": about, "hint": hint} for command, about, hint in [*mine, *slacks]]

    def _next_wake(self, screen: Screen) -> str:
        """Say when something happens next, with the day unless that is today."""
        at = self._slack.clock.next_wake()
        if at is None:
            return ""
        here = at.astimezone(screen.now.tzinfo)
        return dates.clock(here) if here.date() == screen.now.date() else f"{here:%a} {dates.clock(here)}"


def _where(workspace: Workspace, viewer: Person, asked: str) -> str:
    """Find the place somebody asks for; otherwise the one with the newest message."""
    if asked.startswith("@") and asked[1:] in workspace.people and asked[1:] != viewer.id:
        asked = workspace.direct(viewer.id, asked[1:]).id
    if asked == "dm" and (bot := workspace.bot()):
        asked = workspace.direct(viewer.id, bot.id).id
    if asked == HOME or (asked in workspace.channels and viewer.id in workspace.channels[asked].members):
        return asked
    mine = sight.conversations(workspace, viewer)
    named = next((channel for channel in mine if channel.name and channel.name == asked.removeprefix("#")), None)
    first = named or max(mine, key=lambda channel: _newest(channel, viewer), default=None)
    return first.id if first else HOME


def _newest(channel: Channel, viewer: Person) -> str:
    return max((message.ts for message in channel.seen_by(viewer.id)), default="")


def _window(asked: Mapping[str, Any]) -> Window:
    held = asked.get("window")
    if not isinstance(held, dict):
        return Window()
    first, last, more = (str(held.get(key) or "") for key in ("first", "last", "more"))
    return Window(first, last, more, bool(held.get("following", True)))


def _marks(held: object) -> dict[str, str]:
    return {str(key): str(value) for key, value in held.items()} if isinstance(held, dict) else {}


def _title(screen: Screen) -> str:
    return f"{screen.title()} | {screen.workspace.name}"


def _links(screen: Screen) -> Callable[..., str]:
    def href(as_: str = "", in_: str = "", thread: str | None = None) -> str:
        """Address the same page with one thing changed."""
        asked = {
            "team": screen.workspace.id,
            "as": as_ or screen.viewer.id,
            "in": in_ or screen.where,
            "thread": (screen.thread if not (in_ or as_) else "") if thread is None else thread,
        }
        return "/?" + urlencode({key: value for key, value in asked.items() if value})

    return href

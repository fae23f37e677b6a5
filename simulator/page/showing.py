"""Answers what a browser asks to see: the whole page, its parts after a change, files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from simulator import acts, sight
from simulator.drawing import dates
from simulator.page import emoji
from simulator.page.screen import HOME, PICTURES, Readings, Screen, colour
from simulator.page.templating import render
from simulator.pictures import thumbnail

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from simulator.rows import Channel, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

PARTS = ("sidebar", "main", "thread", "modal")


class Showing:
    """Everything that is looked at."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._read: WeakKeyDictionary[Workspace, Readings] = WeakKeyDictionary()

    async def page(self, request: Request) -> Response:
        """Show the whole page."""
        return await run_in_threadpool(self._page, request)

    async def parts(self, request: Request) -> Response:
        """Give the parts of the page as they are now."""
        return await run_in_threadpool(self._parts, request)

    async def file(self, request: Request) -> Response:
        """Give a shared file; only pictures are shown in the browser, anything else is saved."""
        return await run_in_threadpool(self._file, request)

    def _page(self, request: Request) -> Response:
        screen = self._screen(request)
        if screen is None:
            return PlainTextResponse("There is no workspace here yet.", status_code=404)
        if screen.where == HOME:
            acts.open_home(self._slack, screen.viewer)
        return HTMLResponse(render("page.html", **self._values(screen)))

    def _parts(self, request: Request) -> Response:
        screen = self._screen(request)
        if screen is None:
            return JSONResponse({}, status_code=404)
        if screen.where == HOME and request.query_params.get("arriving"):
            acts.open_home(self._slack, screen.viewer)
        values = self._values(screen)
        shown = {part: render(f"{part}.html", **values) for part in PARTS}
        place = {"team": screen.workspace.id, "as": screen.viewer.id, "in": screen.where, "thread": screen.thread}
        title = f"{screen.title()} | {screen.workspace.name}"
        return JSONResponse({"parts": shown, "title": title, "place": place})

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

    def _screen(self, request: Request) -> Screen | None:
        """Read who looks at what from the address; whatever is not there falls back to the first."""
        asked = request.query_params
        workspace = self._slack.workspaces.get(asked.get("team", "")) or next(
            iter(self._slack.workspaces.values()), None
        )
        people = _people(workspace) if workspace else []
        if not workspace or not people:
            return None
        viewer = next((person for person in people if asked.get("as") in (person.id, person.name)), people[0])
        where = asked.get("in", "")
        if where.startswith("@") and where[1:] in workspace.people and where[1:] != viewer.id:
            where = workspace.direct(viewer.id, where[1:]).id
        if where != HOME and (where not in workspace.channels or viewer.id not in workspace.channels[where].members):
            mine = sight.conversations(workspace, viewer)
            named = next((channel for channel in mine if channel.name and channel.name == where), None)
            first = named or max(mine, key=lambda channel: _newest(channel, viewer), default=None)
            where = first.id if first else HOME
        return Screen(self._slack, workspace, viewer, where, asked.get("thread", ""))

    def _values(self, screen: Screen) -> dict[str, Any]:
        """Gather what the templates need."""
        workspace, viewer = screen.workspace, screen.viewer
        app, readings = screen.app_conversation(), self._read.setdefault(workspace, Readings())
        if screen.channel:
            readings.read(viewer, screen.channel)
        modals = workspace.modals.get(viewer.id) or []
        shortcuts = self._slack.app.manifest.shortcuts or ()
        return {
            "screen": screen,
            "reader": screen.reader(),
            "href": _links(screen),
            "moment": dates.moment,
            "colour": colour,
            "glyph": emoji.glyph,
            "in_thread": False,
            "app_name": self._slack.app.manifest.name,
            "app_channel": app,
            "app_unread": readings.unread(viewer, app) if app else 0,
            "home": workspace.homes.get(viewer.id),
            "modal": modals[-1] if modals else None,
            "depth": len(modals),
            "shortcuts": [shortcut for shortcut in shortcuts if shortcut.kind == "message"],
            "suggested": [*self._commands(), *_mentions(workspace)],
            "next_wake": self._next_wake(screen),
            "workspaces": list(self._slack.workspaces.values()),
            **_places(workspace, viewer, app.id if app else "", readings),
        }

    def _commands(self) -> list[dict[str, str]]:
        manifest = self._slack.app.manifest
        return [{"word": command, "about": about, "hint": hint} for command, (about, hint) in manifest.usage.items()]

    def _next_wake(self, screen: Screen) -> str:
        at = self._slack.clock.next_wake()
        if at is None:
            return ""
        return dates.moment(at.astimezone(screen.now.tzinfo))


def _places(workspace: Workspace, viewer: Person, app_id: str, readings: Readings) -> dict[str, Any]:
    """Gather what the sidebar lists, with what is unread in it."""
    mine = sight.conversations(workspace, viewer)
    listed = [(c, sight.title(workspace, c, viewer), readings.unread(viewer, c)) for c in mine]
    people = _people(workspace)
    return {
        "people": people,
        "channels": [one for one in listed if one[0].kind != "im"],
        "directs": _directs(workspace, viewer, [one for one in listed if one[0].kind == "im"], app_id),
        "joinable": [
            channel
            for channel in workspace.channels.values()
            if channel.kind == "public" and viewer.id not in channel.members and not channel.archived
        ],
        "unread_by_person": {
            person.id: sum(readings.unread(person, c) for c in sight.conversations(workspace, person))
            for person in people
        },
    }


def _newest(channel: Channel, viewer: Person) -> str:
    return max((message.ts for message in channel.seen_by(viewer.id)), default="")


def _mentions(workspace: Workspace) -> list[dict[str, str]]:
    people = [{"word": f"@{p.name}", "about": p.real_name, "hint": ""} for p in _people(workspace)]
    channels = [{"word": f"#{c.name}", "about": c.purpose, "hint": ""} for c in workspace.channels.values() if c.name]
    return people + channels


def _people(workspace: Workspace) -> list[Person]:
    return [person for person in workspace.humans() if not person.deleted and not person.is_stranger]


def _directs(
    workspace: Workspace, viewer: Person, listed: list[tuple[Channel, str, int]], app_id: str
) -> list[tuple[str, Person, int]]:
    """List everybody one can write to, with what is unread; those never written to stand under their name."""
    found = []
    for person in _people(workspace):
        there = next((one for one in listed if person.id in one[0].members and one[0].id != app_id), None)
        if person is not viewer:
            found.append((there[0].id, person, there[2]) if there else (f"@{person.id}", person, 0))
    return found


def _links(screen: Screen) -> Callable[..., str]:
    def href(as_: str = "", in_: str = "", thread: str | None = None, **more: str) -> str:
        """Address the same page with one thing changed."""
        asked = {
            "team": screen.workspace.id,
            "as": as_ or more.get("as") or screen.viewer.id,
            "in": in_ or screen.where,
            "thread": (screen.thread if not in_ else "") if thread is None else thread,
        }
        return "/?" + urlencode({key: value for key, value in asked.items() if value})

    return href

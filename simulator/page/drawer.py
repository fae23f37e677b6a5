"""The drawer for developers: what went over the wire, as rows that open, filtered and fresh; and trouble as switches.

It shows what `simulator.wire` kept, which holds no secret; nothing here is secret or belongs to one person.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from simulator import trouble
from simulator.page import wire_rows
from simulator.page.asked_for import UNKNOWN, is_json
from simulator.page.templating import render

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.rows import Json
    from simulator.slack import Slack
    from simulator.wire import Exchange

ROWS = 200


class Drawer:
    """Everything in the drawer."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def alone(self, request: Request) -> Response:
        """Show the drawer as a page of its own."""
        return HTMLResponse(render("journal.html", app_name=self._slack.app.manifest.name, **self._frame(request)))

    async def frame(self, request: Request) -> Response:
        """Give the inside of the drawer without its rows."""
        return HTMLResponse(render("drawer.html", **self._frame(request)))

    async def rows(self, request: Request) -> Response:
        """Give the rows that match the filters and changed since the page last asked, newest first."""
        asked = request.query_params
        after = int(asked["after"]) if asked.get("after", "").isdigit() else 0
        most = min(int(asked["most"]), 1000) if asked.get("most", "").isdigit() else ROWS
        state = self._slack.wire.state()
        matching = self._matching(request, after)
        named = wire_rows.names(self._slack, asked.get("team", ""))
        zone = wire_rows.zone(self._slack, asked.get("team", ""), asked.get("as", ""))
        shown = [
            {"id": one.id, "html": render("drawer-row.html", one=one, names=named, at=one.at.astimezone(zone))}
            for one in matching[:most]
        ]
        return JSONResponse({**state, "rows": shown, "more": max(0, len(matching) - most)})

    async def detail(self, request: Request) -> Response:
        """Give everything about one exchange."""
        found = self._slack.wire.find(request.path_params["number"])
        if found is None:
            return PlainTextResponse("This is no longer kept.", status_code=404)
        pointed = [(note, wire_rows.pointed(found, note.pointer)) for note in found.notes]
        return HTMLResponse(render("drawer-detail.html", one=found, notes=pointed, pretty=wire_rows.pretty))

    async def copy(self, request: Request) -> Response:
        """Give one exchange, or all that match the filters, as JSON to copy."""
        number = request.path_params.get("number")
        if number is None:
            return _json([wire_rows.as_json(one) for one in self._matching(request, 0)])
        found = self._slack.wire.find(number)
        return _json(wire_rows.as_json(found)) if found else PlainTextResponse("Gone.", status_code=404)

    async def switch(self, request: Request) -> Response:
        """Plan trouble, end one piece of it or all, or forget what went over the wire; then give the switches."""
        if not is_json(request):
            return JSONResponse({"error": UNKNOWN}, status_code=400)
        try:
            asked = await request.json()
            error = self._switch(request.path_params["what"], asked)
        except (AttributeError, KeyError, TypeError, ValueError):
            return JSONResponse({"error": UNKNOWN}, status_code=400)
        return JSONResponse({"error": error, "html": render("drawer-trouble.html", **self._trouble())})

    def _switch(self, what: str, asked: Json) -> str:
        if what == "plan":
            return self._plan(asked)
        if what == "end":
            self._end(str(asked["id"]))
        elif what == "end-all":
            for one in self._trouble()["in_force"]:
                self._end(one["id"])
        elif what == "forget":
            self._slack.wire.clear()
        else:
            raise KeyError(what)
        return ""

    def _plan(self, asked: Json) -> str:
        try:
            much = float(asked.get("much") or 1)
        except ValueError:
            return "How much? Please type a number."
        try:
            trouble.plan(self._slack, str(asked["name"]), str(asked.get("what") or ""), much)
        except ValueError as unclear:
            return f"{unclear}."
        return ""

    def _end(self, name: str) -> None:
        if name.isdigit():
            self._slack.faults.end(int(name))
        elif name in self._slack.workspaces:
            self._slack.revoke_token(self._slack.workspaces[name], revoked=False)

    def _frame(self, request: Request) -> dict[str, Any]:
        team = request.query_params.get("team", "")
        named = wire_rows.names(self._slack, team)
        return {"team": team, "names": named, "kinds": wire_rows.KINDS, **self._trouble()}

    def _trouble(self) -> dict[str, Any]:
        planned = [{"id": str(one.id), "words": trouble.told(one)} for one in self._slack.faults.in_force()]
        revoked = [
            {"id": workspace.id, "words": f"The app's token in {workspace.name} is taken back"}
            for workspace in self._slack.workspaces.values()
            if workspace.installation and workspace.installation.revoked and workspace.installation.installed
        ]
        return {"faults": list(trouble.FAULTS.values()), "reach": trouble.reach(), "in_force": planned + revoked}

    def _matching(self, request: Request, after: int) -> list[Exchange]:
        asked = wire_rows.Asked.of(request.query_params)
        return [one for one in self._slack.wire.newest(after) if asked.wants(one)]


def _json(held: Any) -> Response:  # noqa: ANN401
    return Response(json.dumps(held, ensure_ascii=False, indent=2), media_type="application/json")

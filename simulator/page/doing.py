"""Does what a person asks for in the browser, by the same acts as everybody else, and says what they see."""

from __future__ import annotations

import queue
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse

from simulator import acts, elements, filing, payloads, sight

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.rows import Change, Channel, Json, Message, Person, View
    from simulator.slack import Slack
    from simulator.workspace import Workspace

MOST_UPLOAD = 50 * 1024 * 1024
LATEST_SKIP = timedelta(days=400)


class NotThereError(Exception):
    """The page asked for something that is not there any more; the sentence says what."""


class Doing:
    """Everything that is done."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._known: dict[str, Callable[[Json, Workspace, Person], Json]] = {
            "say": self._say,
            "use": self._use,
            "suggest": self._suggest,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "react": self._react,
            "dismiss": self._dismiss,
            "join": self._join,
            "skip": self._skip,
        }

    async def act(self, request: Request) -> Response:
        """Do one thing and answer with what went wrong, if anything."""
        do = self._known.get(request.path_params["what"])
        if do is None or request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return JSONResponse({"error": "The page asked for something unknown."}, status_code=400)
        asked = await request.json()
        return JSONResponse(await run_in_threadpool(self._answer, do, asked))

    async def upload(self, request: Request) -> Response:
        """Share the chosen files, the words with the first."""
        return await self._with_files(request, self._upload)

    async def keep(self, request: Request) -> Response:
        """Put files aside for the form they were chosen in."""
        return await self._with_files(request, self._keep)

    async def _with_files(self, request: Request, do: Callable[[Json, Workspace, Person], Json]) -> Response:
        async with request.form(max_files=10, max_part_size=MOST_UPLOAD) as form:
            asked: Json = {key: value for key, value in form.items() if isinstance(value, str)}
            sent = [part for part in form.getlist("file") if isinstance(part, UploadFile)]
            files = [(part.filename or "file", await part.read(), part.content_type) for part in sent]
        return JSONResponse(await run_in_threadpool(self._answer, do, {**asked, "files": files}))

    def _answer(self, do: Callable[[Json, Workspace, Person], Json], asked: Json) -> Json:
        try:
            workspace = self._slack.workspaces[asked["team"]]
            person = workspace.people[asked["as"]]
            return do(asked, workspace, person)
        except NotThereError as unclear:
            return {"error": str(unclear)}
        except (KeyError, LookupError, TypeError, ValueError):
            return {"error": "That has changed in the meantime. Look again and try once more."}

    def _say(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        channel, text, thread = workspace.channels[asked["channel"]], str(asked["text"]), asked.get("thread")
        if not text.startswith("/"):
            return _told(acts.post_message(self._slack, person, channel, text, thread_ts=thread or None))
        if thread:
            return {"error": "Slack takes no slash commands in threads. Type it in the conversation itself."}
        command, _, rest = text.partition(" ")
        return _told(acts.slash_command(self._slack, person, channel, command.strip(), rest))

    def _use(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        target = _target(asked["place"], workspace, person)
        found = elements.find(_blocks(target), asked["action"], asked["block"])
        if found is None:
            raise NotThereError("That is not there any more.")
        value = _value(found[1], asked.get("value"), ZoneInfo(person.tz))
        offered = asked.get("offered")
        use = acts.fill_in if found[0]["type"] == "input" else acts.act_on_block
        result = use(self._slack, person, target, asked["action"], value, block_id=asked["block"], offered=offered)
        return _told(result)

    def _suggest(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        target = _target(asked["place"], workspace, person)
        typed = str(asked.get("typed", ""))
        offered = acts.suggestions(self._slack, person, target, asked["action"], typed, block_id=asked["block"])
        return {"options": offered}

    def _submit(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        view = _modal(asked, workspace, person)
        for one in asked.get("values", []):
            found = elements.find(view.blocks, one["action"], one["block"])
            if found is None or found[0]["type"] != "input":
                continue
            value = _value(found[1], one.get("value"), ZoneInfo(person.tz))
            entry = {"type": found[1]["type"], **elements.choice(found[1], value, one.get("offered"))}
            view.state.setdefault(one["block"], {})[one["action"]] = entry
        result = acts.submit_view(self._slack, person, view)
        return {"error": result.error or "", "errors": result.field_errors}

    def _close(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        view = _modal(asked, workspace, person)
        return _told(acts.close_view(self._slack, person, view, whole_stack=bool(asked.get("everything"))))

    def _shortcut(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        return _told(acts.message_shortcut(self._slack, person, _message(asked, workspace, person), asked["callback"]))

    def _react(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        message, name = _message(asked, workspace, person), str(asked["name"])
        mine = person.id in message.reactions.get(name, [])
        return _told((acts.unreact if mine else acts.react)(self._slack, person, message, name))

    def _dismiss(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        message = _message(asked, workspace, person)
        if message.ephemeral_to != person.id:
            raise NotThereError("Only messages that nobody else sees can be dismissed.")
        return _told(acts.delete_message(self._slack, person, message))

    def _join(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        return _told(acts.join_channel(self._slack, person, workspace.channels[asked["channel"]]))

    def _upload(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        channel, words, error = workspace.channels[asked["channel"]], str(asked.get("text", "")), ""
        for name, content, kind in asked["files"]:
            result = acts.upload_file(
                self._slack,
                person,
                channel,
                content,
                name=name,
                text=words,
                thread_ts=asked.get("thread") or None,
                mimetype=kind,
            )
            words, error = "", error or result.error or ""
        return {"error": error}

    def _keep(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        kept = [filing.keep(workspace, person.id, name, content, kind) for name, content, kind in asked["files"]]
        return {"files": [payloads.file(file, self._slack.url) for file in kept]}

    def _skip(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        now, zone = self._slack.clock.now(), ZoneInfo(person.tz)
        target = _moment(str(asked["to"]), now.astimezone(zone), self._slack.clock.next_wake())
        if target < now:
            return {"error": "That moment has passed; the pretend clock only goes forward."}
        if target - now > LATEST_SKIP:
            return {"error": "That is more than a year ahead. Skip in smaller steps."}
        news: queue.SimpleQueue[Change] = queue.SimpleQueue()
        self._slack.subscribe(news)
        try:
            self._slack.clock.skip_to(target)
            self._slack.events.settle()
        finally:
            self._slack.stream.unsubscribe(news)
        workspace.changed("clock")
        return {"error": "", "arrived": _arrived(news, workspace)}


def _told(result: acts.Result) -> Json:
    return {"error": result.error or ""}


def _target(place: Json, workspace: Workspace, person: Person) -> Message | View:
    if place["kind"] == "message":
        return _message(place, workspace, person)
    view = workspace.view(place["view"])
    if view is None or view.user != person.id:
        raise NotThereError("That form is not open any more.")
    return view


def _message(asked: Json, workspace: Workspace, person: Person) -> Message:
    channel: Channel = workspace.channels[asked["channel"]]
    message = channel.message(asked["ts"])
    if message is None or message.ephemeral_to not in (None, person.id) or person.id not in channel.members:
        raise NotThereError("That message is not there any more.")
    return message


def _modal(asked: Json, workspace: Workspace, person: Person) -> View:
    view = workspace.top_modal(person.id)
    if view is None or view.id != asked.get("view"):
        raise NotThereError("That form is not open any more.")
    return view


def _blocks(target: Message | View) -> list[Json]:
    parts = getattr(target, "attachments", [])
    return [*target.blocks, *(block for part in parts for block in part.get("blocks") or ())]


def _value(element: Json, raw: Any, zone: ZoneInfo) -> Any:  # noqa: ANN401
    """Turn what a form field holds into what Slack's element holds."""
    kind = element["type"]
    if kind in elements.MANY_OPTIONS or kind.startswith("multi_") or kind == "file_input":
        return [one for one in raw or [] if one]
    if raw in (None, ""):
        return None
    if kind == "datetimepicker":
        return int(datetime.fromisoformat(str(raw)).replace(tzinfo=zone).timestamp())
    if kind == "rich_text_input":
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(raw)}]}
        return {"type": "rich_text", "elements": [section]}
    return raw if kind in elements.BUTTONS else str(raw)


def _moment(to: str, here: datetime, next_wake: datetime | None) -> datetime:
    if to == "next":
        if next_wake is None:
            raise NotThereError("Nothing waits for a moment to come.")
        return max(next_wake, here)
    nine = here.replace(hour=9, minute=0, second=0, microsecond=0)
    if to == "tomorrow":
        return nine + timedelta(days=1)
    if to == "monday":
        return nine + timedelta(days=(7 - here.weekday()) or 7)
    return datetime.fromisoformat(to).replace(tzinfo=here.tzinfo)


def _arrived(news: queue.SimpleQueue[Change], workspace: Workspace) -> list[str]:
    """Say what came for whom while the clock ran, each message once."""
    said: dict[tuple[str, str], str] = {}
    while not news.empty():
        change = news.get()
        channel = workspace.channels.get(change.channel_id or "")
        message = channel.message(change.ts or "") if channel and change.what == "message" else None
        if not channel or not message or change.team_id != workspace.id:
            continue
        others = [member for member in channel.members if member != message.user and member in workspace.people]
        reader = workspace.people[message.ephemeral_to or others[0]] if message.ephemeral_to or others else None
        if reader is None:
            continue
        whom = f"#{channel.name}" if channel.kind != "im" and not message.ephemeral_to else reader.real_name
        first = next((line for line in sight.text(workspace, message, reader).split("\n") if line.strip()), "")
        said[channel.id, message.ts] = f"{whom}: {first[:120]}"
    return list(said.values())

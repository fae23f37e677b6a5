"""Does what a person asks for in the browser, by the same acts as everybody else, and says what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse

from simulator import acts, elements, finding, payloads
from simulator.page import asked_for
from simulator.page.talking import Talking, kept, told
from simulator.rows import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.page.skipping import Skipping
    from simulator.rows import Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

MOST_UPLOAD = 256 * 1024 * 1024


class Doing:
    """Everything that is done."""

    def __init__(self, slack: Slack, skipping: Skipping) -> None:
        self._slack = slack
        self._talking = talking = Talking(slack)
        self._known: dict[str, Callable[[Json, Workspace, Person], Json]] = {
            "use": self._use,
            "suggest": self._suggest,
            "submit": self._submit,
            "close": self._close,
            "say": talking.say,
            "words": talking.words,
            "edit": talking.edit,
            "delete": talking.delete,
            "shortcut": talking.shortcut,
            "react": talking.react,
            "dismiss": talking.dismiss,
            "join": talking.join,
            "account": talking.account,
            "skip": skipping.skip,
            "run": skipping.run,
            "stop": skipping.stop,
            "seen": skipping.seen,
            "start-over": skipping.start_over,
            "tour": _tour,
        }

    async def act(self, request: Request) -> Response:
        """Do one thing and answer with what went wrong, if anything."""
        do = self._known.get(request.path_params["what"])
        if do is None or not asked_for.is_json(request):
            return JSONResponse({"error": asked_for.UNKNOWN}, status_code=400)
        try:
            asked = await request.json()
        except ValueError:
            return JSONResponse({"error": asked_for.UNKNOWN}, status_code=400)
        return JSONResponse(await run_in_threadpool(self._answer, do, asked))

    async def upload(self, request: Request) -> Response:
        """Share the chosen files and the words in one message."""
        return await self._with_files(request, self._talking.upload)

    async def keep(self, request: Request) -> Response:
        """Put files aside for the form they were chosen in."""
        return await self._with_files(request, self._keep)

    async def _with_files(self, request: Request, do: Callable[[Json, Workspace, Person], Json]) -> Response:
        async with request.form(max_files=10) as form:
            asked: Json = {key: value for key, value in form.items() if isinstance(value, str)}
            sent = [part for part in form.getlist("file") if isinstance(part, UploadFile)]
            if sum(part.size or 0 for part in sent) > MOST_UPLOAD:
                return JSONResponse({"error": "That is more than this page takes at once (256 MB)."})
            files = [(part.filename or "file", await part.read(), part.content_type) for part in sent]
        return JSONResponse(await run_in_threadpool(self._answer, do, {**asked, "files": files}))

    def _answer(self, do: Callable[[Json, Workspace, Person], Json], asked: Json) -> Json:
        try:
            workspace = self._slack.workspaces[asked["team"]]
            person = workspace.people[asked["as"]]
            return do(asked, workspace, person)
        except asked_for.NotThereError as unclear:
            return {"error": str(unclear)}
        except (KeyError, LookupError, TypeError, ValueError):
            return {"error": "That has changed in the meantime. Look again and try once more."}

    def _use(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        target = asked_for.target(asked["place"], workspace, person)
        found = elements.find(finding.blocks_of(target), asked["action"], asked["block"])
        if found is None:
            raise asked_for.NotThereError("That is not there any more.")
        if isinstance(target, View):
            asked_for.hold(target, asked.get("values") or [], workspace, person, self._slack.url)
        block, element = found
        value = asked_for.value(element, asked.get("value"), ZoneInfo(person.tz))
        if element["type"] == "file_input":
            value = asked_for.files(value, workspace, person)
        offered = asked_for.options(target, person, block, element, asked.get("offered"))
        use = acts.fill_in if block["type"] == "input" else acts.act_on_block
        result = use(self._slack, person, target, asked["action"], value, block_id=asked["block"], offered=offered)
        return {"error": ""} if result.reply else told(result)  # what the app did wrong stands beside the block

    def _suggest(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        target = asked_for.target(asked["place"], workspace, person)
        typed = str(asked.get("typed", ""))
        answer = acts.suggested(self._slack, person, target, asked["action"], typed, block_id=asked["block"])
        groups = answer.get("option_groups") or []
        labels = [elements.words(group.get("label")) for group in groups for _ in group.get("options") or ()]
        alone = [""] * len(answer.get("options") or ())
        return {"options": elements.options(answer), "groups": [*alone, *labels]}

    def _submit(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        view = asked_for.modal(asked, workspace, person)
        asked_for.hold(view, asked.get("values") or [], workspace, person, self._slack.url)
        acts.submit_view(self._slack, person, view)
        return {"error": ""}  # what went wrong stands in the form

    def _close(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        view = asked_for.modal(asked, workspace, person)
        return told(acts.close_view(self._slack, person, view, whole_stack=bool(asked.get("everything"))))

    def _keep(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        return {"files": [payloads.file(file, self._slack.url) for file in kept(asked, workspace, person)]}


def _tour(asked: Json, workspace: Workspace, _person: Person) -> Json:
    if workspace.tour is None:
        raise asked_for.NotThereError("There is no tour here.")
    if asked.get("reset"):
        workspace.tour.reset()
    else:
        workspace.tour.hidden = bool(asked.get("hide"))
    workspace.changed("tour")
    return {"error": ""}

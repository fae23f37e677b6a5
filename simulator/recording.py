"""Writes on the wire what passes: parcels to the app, calls of the app, files, Socket Mode connections.

It recognizes who and what an exchange is about; whether it was wise is judged by `simulator.doubts`.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse

from simulator import doubts, elements
from simulator.masking import without_secrets
from simulator.reasons import reason
from simulator.wire import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.delivery import Parcel, Reply
    from simulator.rows import Json
    from simulator.slack import Slack
    from simulator.wire import Kind, Started

MOST_ABOUT = 160
KINDS: dict[str, Kind] = {"events_api": "event", "slash_commands": "command", "interactive": "interaction"}
FAILURES = {
    "http_timeout": "The app did not answer in {seconds:g} seconds. Slack then shows the person an error.",
    "connection_failed": "The app could not be reached, or left before it answered.",
    "nobody_connected": "No app is connected by Socket Mode, and no address is known to deliver to.",
    "http_error": "Slack takes only an answer with a status from 200 to 299 for an acknowledgement.",
}
SHOWN_HEADERS = ("content-type", "content-length", "user-agent", "authorization")


def delivered(slack: Slack, parcel: Parcel, send: Callable[[], Reply]) -> Reply:
    """Send a parcel to the app and write down what it held and what came back."""
    name, about = _recognized(parcel)
    started = slack.wire.begin(KINDS[parcel.door], "app", name, parcel.payload, at=slack.clock.now(), **about)
    reply = send()
    notes = [Note("info", words) for words in _repeated(parcel)]
    if reply.failure:
        notes.append(Note("refused", FAILURES[reply.failure].format(seconds=slack.options.ack_seconds)))
    slack.wire.end(
        started,
        reply.body,
        ok=reply.ok,
        outcome=_outcome(reply),
        notes=notes,
        headers=reply.sent,
        answer_headers={"status": reply.status, **reply.headers} if reply.headers else None,
    )
    doubtful = [*doubts.of_acknowledgement(slack.wire.find(started.id), parcel, reply)] if reply.ok else []
    if doubtful:
        slack.wire.remark(started.id, *doubtful)
    return replace(reply, exchange=started.id)


def called(slack: Slack, name: str, args: Json, request: Request) -> Started:
    """Write down the beginning of a call of the Web API."""
    person, channel = (
        _text(args.get("user") or args.get("user_id")),
        _text(args.get("channel") or args.get("channel_id")),
    )
    if channel and channel[0] in "UW":  # a person stands for the direct conversation with them
        person = channel
    about = {"person": person, "channel": channel, "about": _gist(args)}
    sent, at = without_secrets(args), slack.clock.now()
    return slack.wire.begin("call", "slack", name, sent, at=at, headers=headers(request), **about)


def answered(slack: Slack, started: Started, name: str, args: Json, body: Json, *, team: str | None) -> None:
    """Write down Slack's answer to a call, with why it was refused and what is doubtful about it."""
    error = body.get("error")
    told = (body.get("response_metadata") or {}).get("messages") or []
    notes = [*_refused(str(error), told)] if error else [*doubts.of_call(name, args)]
    slack.wire.end(started, body, ok=not error, outcome=str(error or "ok"), notes=notes, team=team)


async def trouble_before(slack: Slack, started: Started, name: str) -> int | None:
    """Let planned trouble happen to a request before it is carried out: the status to answer, 0 to break off."""
    if delay := slack.faults.delay(name):
        await asyncio.sleep(delay)
    if status := slack.faults.take("server_error", name):
        _troubled(slack, started, str(status), "Planned trouble: nothing was done.")
        return status
    if slack.faults.take("reset_before", name):
        _troubled(slack, started, "reset", "Planned trouble: nothing was done.")
        return 0
    return None


def trouble_after(slack: Slack, started: Started, name: str) -> bool:
    """Whether planned trouble keeps the answer to what was carried out from the app."""
    planned = bool(slack.faults.take("reset_after", name))
    if planned:
        _troubled(slack, started, "reset", "Planned trouble: it was done, then the connection broke.")
    return planned


def refuse(slack: Slack, exchange: int, error: str, problems: list[str] | None = None) -> None:
    """Write beside an exchange why what the app answered is not taken."""
    slack.wire.remark(exchange, *_refused(error, problems or []), ok=False, outcome=error)


def posted(slack: Slack, name: str, body: Json, request: Request) -> Started:
    """Write down the beginning of a post to a response_url."""
    issued = slack.passes.issued(name)
    about: dict[str, str | None] = {"about": _gist(body)}
    if issued is not None:
        about |= {"team": issued.team_id, "person": issued.user_id, "channel": issued.channel_id}
    at = slack.clock.now()
    return slack.wire.begin("response_url", "slack", "response_url", body, at=at, headers=headers(request), **about)


def taken(slack: Slack, started: Started, body: Json, answer: Response) -> None:
    """Write down how a post to a response_url ended; why it was refused stands there already."""
    said = bytes(answer.body).decode()
    ok = answer.status_code == 200
    outcome = "ok" if ok else json.loads(said)["error"]
    notes = doubts.of_message(body) if ok else ()
    slack.wire.end(started, said, ok=ok, outcome=outcome, notes=notes, answer_headers={"status": answer.status_code})


def fetched(slack: Slack, name: str, request: Request) -> Started:
    """Write down the beginning of an upload or download, without the bytes."""
    file = slack.file(str(request.path_params["file"]).rpartition("-")[2])
    about = {"about": file.name, "team": file.team_id, "person": file.user} if file else {}
    return slack.wire.begin("file", "slack", name, at=slack.clock.now(), headers=headers(request), **about)


def moved(slack: Slack, started: Started, answer: Response) -> None:
    """Write down how an upload or download ended, without the bytes."""
    sign_in = isinstance(answer, HTMLResponse)  # a file that is a page comes as a plain response
    ok = answer.status_code == 200 and not sign_in
    outcome = "ok" if ok else "sign_in_page" if sign_in else str(answer.status_code)
    told = {"status": answer.status_code, "content-type": answer.media_type, "bytes": len(answer.body)}
    notes = [] if ok else [Note("refused", reason(outcome))]
    slack.wire.end(started, ok=ok, outcome=outcome, notes=notes, answer_headers=told)


def connection(slack: Slack, name: str, message: Json) -> None:
    """Write down what was said about a Socket Mode connection as a whole."""
    started = slack.wire.begin("socket", "app", name, message, at=slack.clock.now())
    slack.wire.end(started, ok=True, outcome=str(message.get("reason") or ""))


def headers(request: Request) -> Json:
    """Give the headers of a request that tell something, never a token."""
    found: Json = {"address": f"{request.method} {request.url.path}"}
    found |= {name: request.headers[name] for name in SHOWN_HEADERS if name in request.headers}
    if "authorization" in found:
        found["authorization"] = f"{found['authorization'].partition(' ')[0]} (hidden)"
    return found


def _troubled(slack: Slack, started: Started, outcome: str, words: str) -> None:
    slack.wire.end(started, ok=False, outcome=outcome, notes=[Note("trouble", words)])


def _refused(error: str, told: list[str]) -> Iterator[Note]:
    """Say in words what the error means, then what Slack says about each place."""
    yield Note("refused", reason(error))
    for message in told:
        words, _, pointer = message.removeprefix("[ERROR] ").partition(" [json-pointer:")
        yield Note("refused", words, pointer.rstrip("]"))


def _repeated(parcel: Parcel) -> Iterator[str]:
    if parcel.retry:
        yield (
            f"Sent again, time {parcel.retry.number} ({parcel.retry.reason}). "
            "The event_id is that of the first time, so that the app can tell."
        )


def _outcome(reply: Reply) -> str:
    if reply.failure:
        return str(reply.status) if reply.failure == "http_error" else reply.failure
    body = reply.json()
    if body.get("response_action"):
        return f"ack: {body['response_action']}"
    if reply.speaks:
        return "ack with a message"
    return "ack with options" if body.get("options") or body.get("option_groups") else "ack"


def _recognized(parcel: Parcel) -> tuple[str, dict[str, str | None]]:
    held = parcel.payload
    if parcel.door == "slash_commands":
        about = {"about": _text(held.get("text")), "person": held.get("user_id"), "channel": held.get("channel_id")}
        return str(held.get("command")), {**about, "team": held.get("team_id")}
    event = held.get("event") or {}
    source = event or held
    place = source.get("channel") or source.get("channel_id") or (held.get("container") or {}).get("channel_id")
    found = {"person": _id(source.get("user")), "channel": _id(place), "about": _subject(held, event)}
    return str(source.get("type")), {**found, "team": held.get("team_id") or _id(held.get("team"))}


def _subject(held: Json, event: Json) -> str | None:
    if event:
        return _text(event.get("subtype") or event.get("text") or event.get("reaction") or event.get("tab"))
    if held.get("actions"):
        first = held["actions"][0]
        label = elements.words(first.get("text")) or (first.get("selected_option") or {}).get("value") or ""
        return _text(f"{first.get('action_id', '')} {label}")
    view = held.get("view") or {}
    return _text(held.get("callback_id") or view.get("callback_id") or held.get("action_id"))


def _gist(args: Json) -> str | None:
    view = args.get("view")
    if isinstance(view, dict):
        title = view.get("title") or {}
        return _text(
            view.get("callback_id") or (title.get("text") if isinstance(title, dict) else "") or view.get("type")
        )
    return _text(args.get("text") or args.get("name") or args.get("filename") or args.get("file"))


def _id(held: Any) -> str | None:  # noqa: ANN401 - an id or the thing itself
    return held.get("id") if isinstance(held, dict) else _text(held)


def _text(held: Any) -> str | None:  # noqa: ANN401 - whatever an app sent
    return " ".join(str(held).split())[:MOST_ABOUT] if held else None

"""Trouble described in a few words, for the command line (`fail:chat.postMessage=3`) and for the page's switches."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.faults import Planned
    from simulator.slack import Slack

ALL = "*"
MOST_SECONDS, MOST_TIMES = 60, 1000
BESIDE_METHODS = ("download", "response_url")  # what trouble can meet besides the methods of the Web API


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of trouble: what it is called, what happens, and what it can be planned for."""

    name: str
    words: str
    meets: str = "method"  # "method", "event" or nothing
    default: str = ALL
    amount: str = "times"  # "times", "seconds" or nothing


FAULTS = {
    fault.name: fault
    for fault in (
        Fault("latency", "Answer late", amount="seconds"),
        Fault("fail", "Answer with a server error (503), nothing done"),
        Fault("reset-before", "Break the connection, nothing done"),
        Fault("reset-after", "Do it, then break the connection", default="chat.postMessage"),
        Fault("ratelimit", "Refuse as too fast (429)", default="chat.postMessage"),
        Fault("duplicate", "Send the event twice", meets="event"),
        Fault("html-download", "Give a sign-in page instead of the file", meets=""),
        Fault("no-chart", "Refuse a message with a chart, as having invalid blocks", meets=""),
        Fault("revoked", "Take the app's token back", meets="", amount=""),
        Fault("disconnect", "Ask Socket Mode connections to come back", meets="", amount=""),
    )
}
TOLD = {
    "latency": "latency",
    "server_error": "fail",
    "reset_before": "reset-before",
    "reset_after": "reset-after",
    "ratelimited": "ratelimit",
    "duplicate_event": "duplicate",
    "html_download": "html-download",
    "chart_refused": "no-chart",
}


def plan_trouble(slack: Slack, described: str) -> None:
    """Plan what `NAME[:METHOD or EVENT][=HOW MUCH]` says."""
    name, _, amount = described.partition("=")
    name, _, what = name.partition(":")
    try:
        much = float(amount) if amount else 1.0
    except ValueError:
        raise ValueError(f"{described}: {amount} is not a number") from None
    plan(slack, name, what, much)


def plan(slack: Slack, name: str, what: str = "", much: float = 1.0) -> None:
    """Plan one kind of trouble; what makes no sense is refused in a sentence."""
    fault = FAULTS.get(name)
    if fault is None:
        raise ValueError(f"there is no fault called {name}; faults: {', '.join(FAULTS)}")
    if fault.amount == "seconds" and not 0 <= much <= MOST_SECONDS:
        raise ValueError(f"{name}: from 0 to {MOST_SECONDS} seconds, please")
    if fault.amount == "times" and not 1 <= much <= MOST_TIMES:
        raise ValueError(f"{name}: from once to {MOST_TIMES} times, please")
    if not fault.amount and not math.isfinite(much):
        raise ValueError(f"{name}: {much:g} is no number of times")
    if fault.meets == "method" and what and what not in reach(name):
        raise ValueError(f"{name}: there is no method {what} here; {ALL} means every one")
    _plans(slack, what or fault.default, much)[name]()


def reach(name: str = "") -> list[str]:
    """Everything that this trouble can be planned for."""
    from simulator.web_api import METHODS  # noqa: PLC0415 - the methods know Slack, which knows its faults

    beside = () if name == "ratelimit" else BESIDE_METHODS
    return [ALL, *beside, *sorted(METHODS)]


def told(one: Planned) -> str:
    """Say what is planned in a line."""
    fault = FAULTS[TOLD[one.trouble]]
    where = f"every {fault.meets}" if one.what == ALL else one.what
    much = f"{one.seconds:g} s" if fault.amount == "seconds" else "once" if one.left == 1 else f"{one.left} times"
    return ", ".join(part for part in (fault.words, where if fault.meets else "", much) if part)


def _plans(slack: Slack, what: str, much: float) -> dict[str, Callable[[], object]]:
    faults, times = slack.faults, max(1, int(much))
    return {
        "latency": lambda: faults.slow_down(much, what),
        "fail": lambda: faults.fail(what, times),
        "reset-after": lambda: faults.reset_after(what, times),
        "reset-before": lambda: faults.reset_before(what, times),
        "ratelimit": lambda: faults.rate_limit(what, times),
        "duplicate": lambda: faults.duplicate_events(what, times),
        "html-download": lambda: faults.html_downloads(times),
        "no-chart": lambda: faults.refuse_charts(times),
        "revoked": lambda: _revoke(slack),
        "disconnect": slack.sockets.disconnect,
    }


def _revoke(slack: Slack) -> None:
    for workspace in slack.workspaces.values():
        slack.revoke_token(workspace)

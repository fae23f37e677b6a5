"""Trouble described in a few characters, for the command line: `fail:chat.postMessage=3`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.slack import Slack


def plan_trouble(slack: Slack, described: str) -> None:
    """Plan what `NAME[:METHOD or EVENT][=HOW MUCH]` says."""
    name, _, amount = described.partition("=")
    name, _, what = name.partition(":")
    try:
        much = float(amount) if amount else 1.0
    except ValueError:
        raise ValueError(f"{described}: {amount} is not a number") from None
    plans = _plans(slack, what, much)
    if name not in plans:
        raise ValueError(f"there is no fault called {name}; faults: {', '.join(plans)}")
    plans[name]()


def _plans(slack: Slack, what: str, much: float) -> dict[str, Callable[[], None]]:
    faults, times = slack.faults, int(much)
    return {
        "latency": lambda: faults.slow_down(much, what or "*"),
        "fail": lambda: faults.fail(what or "*", times),
        "reset-after": lambda: faults.reset_after(what or "chat.postMessage", times),
        "reset-before": lambda: faults.reset_before(what or "*", times),
        "ratelimit": lambda: faults.rate_limit(what or "chat.postMessage", times),
        "duplicate": lambda: faults.duplicate_events(what or "*", times),
        "html-download": lambda: faults.html_downloads(times),
        "revoked": lambda: _revoke(slack),
    }


def _revoke(slack: Slack) -> None:
    for workspace in slack.workspaces.values():
        slack.revoke_token(workspace)

"""`python -m simulator`: a pretend Slack for any Bolt app, until it is interrupted."""

from __future__ import annotations

import argparse
import errno
import signal
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

from simulator.clock import SimulatedClock
from simulator.introduction import introduction
from simulator.journal import Journal
from simulator.manifest import App, read_manifest
from simulator.seeds import seed_named
from simulator.seeds.reading import NAMED
from simulator.server import Running, serve
from simulator.slack import Slack
from simulator.trouble import plan_trouble

DEFAULT_PORT, MOST_PORT = 8700, 65535


def main(arguments: list[str] | None = None) -> int:
    """Serve until somebody presses Ctrl-C; a wrong argument is named and ends with 2."""
    wanted = _parser().parse_args(arguments)
    try:
        slack = _slack(wanted)
        running = _served(slack, wanted.port)
    except (OSError, ValueError, KeyError) as error:
        print(f"simulator: {error}", file=sys.stderr)  # noqa: T201
        return 2
    with running:
        print(introduction(slack), flush=True)  # noqa: T201
        stopped = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stopped.set())
        stopped.wait()
    return 0


def _served(slack: Slack, port: int) -> Running:
    if not 0 <= port <= MOST_PORT:
        raise ValueError(f"--port {port}: a port is a number from 0 to {MOST_PORT}")
    try:
        return serve(slack, port)
    except OSError as error:
        why = "something else is listening there" if error.errno == errno.EADDRINUSE else error.strerror
        raise OSError(f"--port {port}: {why}; take another one, or 0 for any that is free") from error


def _slack(wanted: argparse.Namespace) -> Slack:
    if wanted.deliver_to and not (urlsplit(wanted.deliver_to).scheme == "http" and urlsplit(wanted.deliver_to).netloc):
        raise ValueError(f"--deliver-to {wanted.deliver_to}: an address such as http://127.0.0.1:3000/slack/events")
    slack = Slack(
        app=App(read_manifest(Path(wanted.manifest) if wanted.manifest else None)),
        seed=seed_named(wanted.seed),
        clock=SimulatedClock.real(),
        journal=Journal(Path(wanted.journal) if wanted.journal else None),
        deliver_to=wanted.deliver_to,
    )
    for trouble in wanted.faults:
        plan_trouble(slack, trouble)
    return slack


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes any free one; default %(default)s")
    parser.add_argument("--manifest", help="the app's manifest; without one everything is allowed")
    parser.add_argument("--journal", help="write every call as a line of JSON into this file")
    parser.add_argument("--seed", default="empty", help=f"{', '.join(NAMED)}, or a YAML or JSON file")
    parser.add_argument(
        "--faults",
        nargs="*",
        default=[],
        metavar="FAULT",
        help="latency=0.5, fail:METHOD=3, reset-after:METHOD=1, reset-before:METHOD=1, ratelimit:METHOD=2, "
        "duplicate:EVENT=1, html-download=1, revoked; the page has them as switches too",
    )
    parser.add_argument("--deliver-to", metavar="URL", help="post events to this address instead of Socket Mode")
    return parser


if __name__ == "__main__":
    sys.exit(main())

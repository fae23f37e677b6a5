"""A whole pretend Slack: its workspaces, its one app, its clock, and the way to that app.

It ties the parts together and decides nothing that a part can decide.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from simulator import recording
from simulator.agenda import Agenda
from simulator.clock import SimulatedClock
from simulator.events import Events
from simulator.faults import Faults
from simulator.http_delivery import HttpDelivery
from simulator.journal import Journal
from simulator.manifest import App, Manifest
from simulator.masking import Mask
from simulator.passes import Passes
from simulator.rates import Rates
from simulator.socket_mode import SocketHub
from simulator.wire import Wire
from simulator.workspace import Change, Installation, Listener, Stream, Workspace

if TYPE_CHECKING:
    from simulator.delivery import Parcel, Reply
    from simulator.passes import ResponseUrl
    from simulator.rows import File
    from simulator.workspace import Person

# A Monday morning in New York, 09:00.
START = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
Seed = Callable[["Slack"], object]


@dataclass(frozen=True, slots=True)
class Options:
    """How strict and how patient this Slack is."""

    ack_seconds: float = 3.0  # real ones; https://docs.slack.dev/interactivity/handling-user-interaction
    retry_waits: tuple[float, ...] = (0, 60, 300)  # pretend seconds before each repeat of an event
    trigger_seconds: float = 3.0  # pretend ones; in real time a trigger lives as long as `ack_seconds`
    posts_per_second: float | None = 1.0  # in one channel; None switches the limit off
    rates_by_clock: bool = False  # count posting limits by the pretend clock instead of real time
    posting_burst: int = 5
    refuse_missing_text: bool = False  # Slack only warns when blocks come without fallback text


@dataclass(eq=False)
class Slack:
    """Everything a pretend Slack is; `reset` makes it new again without restarting its server."""

    app: App = field(default_factory=lambda: App(Manifest()))
    seed: Seed | None = None
    clock: SimulatedClock = field(default_factory=lambda: SimulatedClock(START))
    options: Options = field(default_factory=Options)
    journal: Journal = field(default_factory=Journal)
    faults: Faults = field(default_factory=Faults)
    deliver_to: str | None = None  # the app's own address; without one it must connect by Socket Mode
    url: str = "http://127.0.0.1:0"  # set by the server
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    stream: Stream = field(default_factory=Stream)
    lock: threading.RLock = field(default_factory=threading.RLock)
    start_over: Callable[[], object] | None = None  # what beginning again takes here; without it, `reset`

    def __post_init__(self) -> None:
        app = self.app
        self.wire = Wire(Mask(app.signing_secret, app.client_secret, app.app_token, app.verification_token))
        self.passes = Passes(self.clock, self.options.trigger_seconds, self.options.ack_seconds)
        self.rates = Rates(self.options.posts_per_second, self.options.posting_burst, self._seconds)
        self.agenda = Agenda(self.clock)
        self.requests = HttpDelivery(self.app.signing_secret)
        self.sockets = SocketHub(self.app.app_id, partial(recording.connection, self))
        self.events = Events(self)
        self._start = self.clock.now()
        if self.seed:
            self.seed(self)

    def add_workspace(self, team_id: str, name: str, domain: str) -> Workspace:
        """Open another workspace; the app is not in it until `install`."""
        workspace = Workspace(team_id, name, domain, self.clock, self.stream, self.lock)
        self.workspaces[team_id] = workspace
        return workspace

    def install(self, workspace: Workspace) -> Installation:
        """Put the app into a workspace: its bot appears and gets a token, a new one only if the old one is dead."""
        manifest = self.app.manifest
        with self.lock:
            before = workspace.installation
            if before is not None and before.installed and not before.revoked:
                before.scopes = manifest.scopes or frozenset()
                return before
            if before is None:
                bot_id = workspace.new_id("B", manifest.bot_name)
                bot = workspace.add_person(
                    manifest.bot_name,
                    manifest.name,
                    is_bot=True,
                    bot_id=bot_id,
                    id=workspace.new_id("U", "BOT"),
                    email="",
                )
                count = 1
            else:
                bot = workspace.people[before.bot_user]
                count = int(before.bot_token.rsplit("-", 1)[1]) + 1
            token = f"xoxb-{workspace.id}-{count}"
            workspace.installation = Installation(token, bot.id, bot.bot_id, manifest.scopes or frozenset())
        workspace.changed("app")
        return workspace.installation

    def revoke_token(self, workspace: Workspace, *, revoked: bool = True) -> None:
        """Make the app's token in this workspace useless, without a word to the app; or good again."""
        if workspace.installation:
            workspace.installation.revoked = revoked

    def workspace(self, team_id: str | None = None) -> Workspace:
        """The workspace with this id; without one, the first."""
        return self.workspaces[team_id] if team_id else next(iter(self.workspaces.values()))

    def workspace_of(self, person: Person) -> Workspace:
        """The workspace in which this very person lives."""
        return next(w for w in self.workspaces.values() if w.people.get(person.id) is person)

    def holder(self, token: str) -> Workspace | None:
        """The workspace whose app has, or had, this bot token."""
        for workspace in self.workspaces.values():
            if workspace.installation and workspace.installation.bot_token == token:
                return workspace
        return None

    def file(self, name: str) -> File | None:
        """The file with this id, in whichever workspace."""
        return next((w.files[name] for w in self.workspaces.values() if name in w.files), None)

    def was_token(self, token: str) -> bool:
        """Whether this was the app's token in some workspace before it was installed anew."""
        team, _, number = token.removeprefix("xoxb-").rpartition("-")
        workspace = self.workspaces.get(team)
        return workspace is not None and workspace.installation is not None and number.isdigit()

    def subscribe(self, queue: Listener) -> None:
        """Put every change in any workspace into this queue."""
        self.stream.subscribe(queue)

    def deliver(self, parcel: Parcel) -> Reply:
        """Send to the app and wait for its acknowledgement; never call this while holding the lock."""
        reply = recording.delivered(self, parcel, lambda: self._send(parcel))
        for workspace in list(self.workspaces.values()):
            if workspace.tour and workspace.tour.hears(workspace, parcel, reply):
                workspace.changed("tour")
        return reply

    def response_address(self, found: ResponseUrl) -> str:
        """Where the app posts to use this pass."""
        return f"{self.url}/response/{found.team_id}/{found.id}"

    def close(self) -> None:
        """Let go of connections and threads; for whoever stops the server."""
        self.requests.close()
        self.events.stop()

    def reset(self, seed: Seed | None = None, *, start: datetime | None = None) -> None:
        """Begin again: new workspaces, no passes, faults or journal, the clock at its start; connections stay."""
        self.seed = seed or self.seed
        self.events.clear()
        with self.lock:
            self.workspaces.clear()
            self.passes.clear()
            self.rates.clear()
            self.faults.clear()
            self.journal.clear()
            self.wire.clear()
            self.clock.restart(start or self._start)
            self.agenda.clear()
            self.agenda.watch()
            if self.seed:
                self.seed(self)
        self.stream.publish(Change("", "reset"))

    def _send(self, parcel: Parcel) -> Reply:
        if self.deliver_to:
            return self.requests.send(self.deliver_to, parcel, self.options.ack_seconds)
        return self.sockets.send(parcel, self.options.ack_seconds)

    def _seconds(self) -> float:
        return self.clock.now().timestamp() if self.options.rates_by_clock else time.monotonic()

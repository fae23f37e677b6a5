"""The street a story plays in: one pretend Slack, and one address at which each story's own bot answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from starlette.types import Receive, Scope, Send

from bot.app import Rounds
from bot.settings import Settings
from bot.web.served import Served
from simulator.seeds import side_by_side
from simulator.server import Running
from simulator.slack import Slack


class Street:
    """Serves whichever bot is playing."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.rounds: Rounds | None = None
        self.tokens_learned = 0
        self._served = Served(self._answer)

    @property
    def slack(self) -> Slack:
        """The pretend Slack."""
        return self.running.slack

    @contextmanager
    def play(
        self, database_url: str, *, direct: bool = True, start: datetime | None = None, **otherwise: str
    ) -> Iterator[Rounds]:
        """Give a bot that is installed in every workspace and shares Slack's clock; `otherwise` are other settings."""
        self.slack.reset(side_by_side, start=start)
        self.tokens_learned = 0
        settings = Settings(
            slack_bot_token=tuple(w.installation.bot_token for w in self.slack.workspaces.values() if w.installation),
            slack_signing_secret=self.slack.app.signing_secret,
            slack_api_url=f"{self.slack.url}/api/",
            database_url=database_url,
            photo_store_url="memory://",
            public_url=f"http://127.0.0.1:{self._served.port}",
        )
        self.rounds = Rounds(settings.model_copy(update=otherwise), self.slack.clock, direct=direct, looks_every=0.15)
        for token in settings.slack_bot_token:
            self.learn(token)
        leave = self.slack.clock.add_sleeper(self.rounds.next_wake, self.rounds.wake)
        self.rounds.start()
        try:
            yield self.rounds
        finally:
            leave()
            self.rounds.stop()
            self.rounds = None

    def learn(self, token: str) -> None:
        """Install the bot with one workspace's token."""
        if self.rounds is None:
            raise RuntimeError("no story is playing")
        self.rounds.learn(token)
        self.tokens_learned += 1

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.rounds is None:
            raise RuntimeError("no story is playing")
        await self.rounds.web(scope, receive, send)

    def __enter__(self) -> Self:
        self._served.__enter__()
        self.slack.deliver_to = f"http://127.0.0.1:{self._served.port}/slack/events"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._served.__exit__(kind, error, trace)

"""The errands: work that is owed and is no message, and what is asked of Slack before a message is drawn.

Each opens its own short transactions and may be run again; Slack is asked between them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.clock import Clock
from bot.handlers.call import Carrier, Scene
from bot.pictures.store import PhotoStore
from bot.slack import fetching, quiet
from bot.slack.delivery import Unreachable
from storage import habits, workspaces
from storage.engine import Database
from storage.tables import Delivery


@dataclass(frozen=True, slots=True)
class Errands:
    """What the errands need: Slack, the photo store, and how what comes of them is carried on."""

    client: Callable[[str], WebClient | None]
    photos: PhotoStore
    clock: Clock
    carrier: Carrier

    def fetch_photo(self, database: Database, delivery: Delivery) -> None:
        """Fetch a cleared photo and keep its cleaned copies."""
        with database.reading() as session:
            workspace = workspaces.by_id(session, delivery.workspace_id)
        client = self.client(workspace.team_id) if workspace else None
        if client is None:
            raise Unreachable("not_installed")

        @contextmanager
        def transaction() -> Iterator[Scene]:
            with database.transaction() as session:
                found = workspaces.by_id(session, delivery.workspace_id)
                if found is None:
                    raise Unreachable("not_installed")
                yield Scene(session=session, workspace=found, now=self.clock.now(), carrier=self.carrier)

        fetching.fetch_photo(delivery.about, transaction, client, self.photos, tries=delivery.attempts)

    def forget_photo(self, _database: Database, delivery: Delivery) -> None:
        """Delete the copies of a photo that was set aside."""
        fetching.forget_photo(delivery.about, self.photos)

    def ask_for_quiet(self, database: Database, delivery: Delivery) -> None:
        """Remember whether whoever would be reminded doesn't want to be disturbed right now."""
        now = self.clock.now()
        with database.reading() as session:
            workspace = workspaces.by_id(session, delivery.workspace_id)
        client = self.client(workspace.team_id) if workspace else None
        until = quiet.quiet_until(client, delivery.recipient, now) if client is not None else None
        if until is not None:
            with database.transaction() as session:
                kept = habits.of_member(session, delivery.workspace_id, delivery.about["member"])
                kept.disturbed_until = until

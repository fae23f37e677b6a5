"""The errands: work that is owed and is no message, and what is asked of Slack before a message is drawn.

Each opens its own short transactions and may be run again; Slack is asked between them.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.clock import Clock
from bot.domain.errors import PlanError
from bot.handlers import sheets as handled
from bot.handlers.call import Carrier, Scene
from bot.pictures.store import PhotoStore
from bot.slack import cards, fetching, people, quiet, sheets
from bot.slack.delivery import Unreachable
from storage import habits, members, workspaces
from storage.engine import Database
from storage.tables import Delivery, Member


@dataclass(frozen=True, slots=True)
class Errands:
    """What the errands need: Slack, the photo store, and how what comes of them is carried on."""

    client: Callable[[str], WebClient | None]
    photos: PhotoStore
    clock: Clock
    carrier: Carrier
    remember: Callable[[str, Member], None]

    def fetch_photo(self, database: Database, delivery: Delivery) -> None:
        """Fetch a cleared photo and keep its cleaned copies."""
        client = self._client_of(database, delivery)
        transaction = self._transactions(database, delivery)
        fetching.fetch_photo(delivery.about, transaction, client, self.photos, tries=delivery.attempts)

    def forget_photo(self, _database: Database, delivery: Delivery) -> None:
        """Delete the copies of a photo that was set aside."""
        fetching.forget_photo(delivery.about, self.photos)

    def send_plan(self, database: Database, delivery: Delivery) -> None:
        """Send the plan as a file."""
        client = self._client_of(database, delivery)
        transaction = self._transactions(database, delivery)
        sheets.send_plan(delivery.about, delivery.recipient, delivery.key, transaction, client)

    def send_card(self, database: Database, delivery: Delivery) -> None:
        """Send the card of all duties as a file."""
        client = self._client_of(database, delivery)
        cards.send_card(delivery.recipient, delivery.key, self._transactions(database, delivery), client)

    def read_sheet(self, database: Database, delivery: Delivery) -> None:
        """Read a sheet that somebody shared."""
        client = self._client_of(database, delivery)
        transaction = self._transactions(database, delivery)
        sheets.read_sheet(delivery.about, transaction, client, tries=delivery.attempts)

    def look_at_people(self, database: Database, delivery: Delivery) -> None:
        """Look everybody up who has something to do, so that who has left or is away is known the same day."""
        with database.reading() as session:
            workspace = workspaces.by_id(session, delivery.workspace_id)
            users = members.needed(session, delivery.workspace_id)
        client = self.client(workspace.team_id) if workspace else None
        if workspace is None or client is None:
            return
        for user_id in users:
            person = people.look_up(client, workspace.team_id, user_id)
            if person is not None:
                self.remember(workspace.team_id, person)

    def ask_for_quiet(self, database: Database, delivery: Delivery) -> None:
        """Remember whether whoever would be reminded doesn't want to be disturbed right now."""
        now = self.clock.now()
        client = self._client_if_any(database, delivery)
        until = quiet.quiet_until(client, delivery.recipient, now) if client is not None else None
        if until is not None:
            with database.transaction() as session:
                kept = habits.of_member(session, delivery.workspace_id, delivery.about["member"])
                kept.disturbed_until = until

    def apply_sheet(self, database: Database, delivery: Delivery) -> None:
        """Put into the plan what a large sheet changes, all of it or nothing."""
        transaction = self._transactions(database, delivery)
        try:
            with transaction() as scene:
                handled.apply_owed(scene, delivery)
        except PlanError as error:
            with transaction() as scene:
                handled.refuse(scene, delivery.about["sheet"], error)

    def _client_if_any(self, database: Database, delivery: Delivery) -> WebClient | None:
        with database.reading() as session:
            workspace = workspaces.by_id(session, delivery.workspace_id)
        return self.client(workspace.team_id) if workspace else None

    def _client_of(self, database: Database, delivery: Delivery) -> WebClient:
        client = self._client_if_any(database, delivery)
        if client is None:
            raise Unreachable("not_installed")
        return client

    def _transactions(self, database: Database, delivery: Delivery) -> Callable[[], AbstractContextManager[Scene]]:
        @contextmanager
        def transaction() -> Iterator[Scene]:
            with database.transaction() as session:
                found = workspaces.by_id(session, delivery.workspace_id)
                if found is None:
                    raise Unreachable("not_installed")
                yield Scene(session=session, workspace=found, now=self.clock.now(), carrier=self.carrier)

        return transaction

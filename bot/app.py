"""The composition root: puts every part together and knows all of them; nothing else does.

`Rounds` is the bot as one thing: install it with `learn`, reach it through `bolt` or `web`, and let its clock go round
with `start`, or once at a time with `wake`.
"""

import os
import secrets
import socket
from datetime import datetime
from functools import partial

import structlog
from slack_bolt import App
from slack_sdk import WebClient

from bot import listeners
from bot.blocks.calendars import draw_calendar_read
from bot.blocks.draw import draw
from bot.blocks.reach import within
from bot.blocks.surfaces import Message
from bot.clock import Clock
from bot.commands import when
from bot.domain import chance
from bot.handlers import leaving, owed
from bot.handlers.call import Scene
from bot.handlers.desk import Desk
from bot.handlers.look import look
from bot.listeners.parts import Parts
from bot.pictures.store import open_store
from bot.scheduler.deliver import Postman
from bot.scheduler.direct import DirectCarrier
from bot.scheduler.engine import DurableCarrier, Engine
from bot.scheduler.errands import Errands
from bot.scheduler.queue import LOOKS_EVERY
from bot.scheduler.tick import Ticker, next_wake
from bot.settings import Settings
from bot.slack.delivery import Letterbox
from bot.slack.fetching import forget_workspace_photos
from bot.slack.installations import Installation, Installations
from bot.slack.people import People
from bot.web.calendars import calendar_route
from bot.web.hands import Hands
from bot.web.leads import lead_routes
from bot.web.server import make_web
from storage import members
from storage.engine import Database, Unavailable
from storage.tables import Delivery

_AT_ONCE = 40
"""Requests that are answered at the same time."""
_AT_THE_DOOR = 2
"""Seconds that a door waits for Slack, which itself waits three for the answer."""

_log = structlog.get_logger()


class Rounds:
    """The bot, put together; a `direct` one has no engine and sends what is owed at once in the calling thread.

    The engine looks every so many seconds for what is owed.
    """

    def __init__(
        self, settings: Settings, clock: Clock, *, direct: bool = False, looks_every: float = LOOKS_EVERY
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database_url)
        self.photos = open_store(settings.photo_store_url)
        self.installations = Installations(self._client)
        carrier = DirectCarrier() if direct else DurableCarrier(self.database)
        web_at = "" if settings.uses_socket_mode else settings.public_url
        self.desk = Desk(self.database, clock, carrier, web_at=web_at)
        errands = Errands(self.installations.client, self.photos, clock, carrier, self.desk.meet)
        self.postman = Postman(
            database=self.database,
            clock=clock,
            carrier=carrier,
            letterbox=self._letterbox,
            composers=dict.fromkeys(owed.COMPOSERS, _compose),
            errands={
                "photo-fetch": errands.fetch_photo,
                "photo-forget": errands.forget_photo,
                leaving.KIND: errands.look_at_people,
                "plan-export": errands.send_plan,
                "duty-card": errands.send_card,
                "sheet-read": errands.read_sheet,
                "sheet-apply": errands.apply_sheet,
                "file-read": errands.read_file,
                "file-take": errands.take_file,
            },
            before={"nudge": errands.ask_for_quiet},
            worker="direct" if direct else f"{socket.gethostname()}-{os.getpid()}",
        )
        if isinstance(carrier, DirectCarrier):
            carrier.deliver = self.postman.deliver
        self.ticker = Ticker(
            database=self.database,
            look=look,
            carrier=carrier,
            errands=self.postman.errands,
            in_line=carrier.in_line,
        )
        self.engine = (
            None
            if direct
            else Engine(
                database=self.database,
                clock=clock,
                postman=self.postman,
                ticker=self.ticker,
                looks_every=looks_every,
            )
        )
        self.bolt = self._make_bolt()
        self._hands = Hands(_AT_ONCE)
        self.web = make_web(
            self.bolt,
            self.is_well,
            [calendar_route(self.read_calendar), *lead_routes(self.desk, clock.now)],
            hands=self._hands,
            waits_for_nothing=partial(listeners.waits_for_nothing, self.desk),
        )

    def learn(self, token: str) -> Installation:
        """Take up the workspace that a bot token belongs to; raises what Slack raises."""
        installation = self.installations.learn(token)
        self.desk.open_workspace(
            installation.team_id, name=installation.team_name, bot_user_id=installation.bot_user_id
        )
        return installation

    def start(self) -> None:
        """Begin to carry what is owed and to look at the clock."""
        if self.engine is not None:
            self.engine.start()

    def stop(self, within: float = 10.0) -> None:
        """Finish what is in hand, within so many seconds, and let go of the database."""
        if self.engine is not None:
            self.engine.stop(within)
        self._hands.let_go()
        self.database.close()

    def next_wake(self) -> datetime | None:
        """Give the next moment at which a tick will find something to do."""
        return next_wake(self.database, self.postman.errands)

    def wake(self, now: datetime) -> None:
        """Tick once and see everything sent that is due, for a clock that skips."""
        if self.engine is not None:
            self.engine.tick()
        else:
            self.ticker.tick(now)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing that is due is left to send."""
        if self.engine is not None:
            self.engine.idle(30)

    def is_well(self) -> bool:
        """Whether the database answers."""
        try:
            self.next_wake()
        except Unavailable:
            return False
        return True

    def read_calendar(self, token: str) -> bytes | None:
        """Give the calendar that a token opens, as calendar programs read it; None where it opens none."""
        found = self.desk.read_calendar(token)
        return draw_calendar_read(found) if found is not None else None

    def forget(self, team_id: str) -> None:
        """Forget a workspace that has removed the app: its photos, its rows, its token."""
        workspace_id = self.desk.workspace_id(team_id)
        if workspace_id is not None:
            # The files go first: should this fail on the way, Slack says again that the app was removed.
            forget_workspace_photos(workspace_id, self.photos)
            self.desk.forget(team_id)
        self.installations.forget(team_id)
        _log.info("forgotten", team=team_id)

    def _make_bolt(self) -> App:
        bolt = App(
            name="rounds",  # otherwise Bolt looks through the source of whoever called for one
            # Socket Mode needs none; one that nobody knows lets nothing in.
            signing_secret=self.settings.slack_signing_secret or secrets.token_hex(),
            client=self._client("", timeout=_AT_THE_DOOR),
            authorize=self.installations,  # type: ignore[arg-type] # its types don't say that None means no
            process_before_response=True,
        )
        people = People(self.desk.meet, self.clock)
        listeners.register(bolt, Parts(self.desk, people, self.forget))
        return bolt

    def _client(self, token: str, *, timeout: int = 10) -> WebClient:
        return WebClient(token=token or None, base_url=self.settings.slack_api_url, timeout=timeout, retry_handlers=[])

    def _letterbox(self, team_id: str) -> Letterbox | None:
        client = self.installations.client(team_id)
        return Letterbox(client) if client is not None else None


def warm() -> None:
    """Have ready what is slow to import and seldom needed, so that nobody waits for it."""
    when.warm()
    chance.warm()


def _compose(scene: Scene, delivery: Delivery) -> Message | None:
    """Draw what is owed as a message; None where nothing is owed any more."""
    outcome = owed.compose(scene, delivery)
    if outcome is None:
        return None
    reader = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    drawn = draw(outcome)
    if reader is not None and reader.is_agency:
        drawn = within(drawn)
    if not isinstance(drawn, Message):
        raise TypeError(f"{delivery.kind} is drawn as {type(drawn).__name__}, which can't be sent")
    return drawn

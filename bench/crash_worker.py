"""One process that owes and sends, for crash.py to kill."""

import signal
import threading
from datetime import datetime, timedelta

import structlog
from slack_sdk import WebClient

from bot.blocks.surfaces import Message
from bot.clock import SystemClock
from bot.handlers.call import Scene
from bot.scheduler.deliver import Postman
from bot.scheduler.engine import DurableCarrier, Engine
from bot.scheduler.tick import Ticker
from bot.slack.delivery import Letterbox
from storage import deliveries
from storage.engine import Database


def work(name: str, url: str, slack_url: str, owed: int, lease: float) -> None:
    """Be one worker: owe what is still to be owed, little by little, and send it, until told to stop."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))

    def look(scene: Scene) -> datetime | None:
        made = len(deliveries.of_kind(scene.session, scene.workspace_id, "note", begins=""))
        for number in range(made, min(made + 20, owed)):
            scene.owe("note", f"note/{number:04}", f"C{number % 5}", {})
        return scene.now + timedelta(seconds=0.2) if made + 20 < owed else None

    deliveries.CARRIED_WITHIN = min(deliveries.CARRIED_WITHIN, timedelta(seconds=lease))
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    database, clock, holds = Database(url), SystemClock(), timedelta(seconds=lease)
    carrier = DurableCarrier(database)
    client = WebClient(token="xoxb-1", base_url=slack_url, timeout=min(8, int(lease / 3) or 1))
    postman = Postman(
        database=database,
        clock=clock,
        carrier=carrier,
        letterbox=lambda _team_id: Letterbox(client),
        composers={"note": lambda _scene, delivery: Message(delivery.key, [])},
        worker=name,
        lease=holds,
    )
    ticker = Ticker(database=database, look=look, carrier=carrier, lease=holds)
    engine = Engine(database=database, clock=clock, postman=postman, ticker=ticker)
    engine.start()
    stop.wait()
    engine.stop()
    database.close()

"""Asking for pictures while an event is on, whether or not the practice is open: that is what its taker agreed to.

Nothing else is asked outside opening hours, and nothing here once there are enough pictures or somebody says so.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain import events as decide
from bot.domain.outcomes.events import PicturesWanted
from bot.handlers import events as planned
from bot.handlers.call import Scene
from storage import deliveries, events, members
from storage.tables import Delivery, Event, Step

KIND = "event-ping"


def tell(scene: Scene, to_come: Sequence[tuple[Event, Step]]) -> datetime | None:
    """Owe what is to be asked for now, and give the next moment at which something about an event may be."""
    moments = []
    for event, step in to_come:
        for ping, at, until in decide.pings(event):
            if at > scene.now:
                moments.append(at)
            elif scene.now < until and step.accepted_at is not None and event.done_at is None:
                taker = members.by_id(scene.session, scene.workspace_id, step.owner_id)
                if taker is not None and not taker.is_deactivated:
                    about = {"event": event.id, "ping": ping, "step": step.id}
                    scene.owe(KIND, f"{KIND}/{event.id}/{ping}/{at:%Y-%m-%dT%H:%MZ}", taker.user_id, about)
        if scene.opening.is_ever_open:
            moments.append(decide.leaving_at(event, scene.opening, scene.zone))
    return min((at for at in moments if at > scene.now), default=None)


def compose_event_ping(scene: Scene, delivery: Delivery) -> PicturesWanted | None:
    """Ask for pictures; nothing where there are enough, somebody said so, or the event is another day now."""
    found = planned.told_of(scene, delivery)
    if found is None:
        return None
    event, post = found
    step = planned.picture_step(scene, post)
    taker = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    count = planned.count_pictures(scene, post)
    if step is None or taker is None or step.owner_id != taker.id or post.posted_at is not None:
        return None
    if not decide.wants_pictures(event, step, count, scene.now):
        return None
    return PicturesWanted(event, delivery.about["ping"], count, scene.zone)


def meant_for(scene: Scene, member_id: int, channel_id: str, thread: str) -> int | None:
    """Give the post that a picture is for by where it was shared: under such a question, or with the bot meanwhile."""
    if not channel_id.startswith("D"):
        return None
    asked = deliveries.by_place(scene.session, scene.workspace_id, channel_id, thread, KIND) if thread else None
    found = planned.told_of(scene, asked) if asked is not None else None
    if found is not None:
        return found[1].id
    for event, step in events.to_come(scene.session, scene.workspace_id, scene.now):
        if event.starts_at <= scene.now and step.owner_id == member_id and step.accepted_at is not None:
            return event.post_id
    return None

"""Telling the lead, once, that messages can't get through to somebody, and once that they can again.

An episode begins with the first message parked for a recipient and reason, and ends with the next one that gets
through. It knows nothing of Slack; a notice is a delivery like any other.
"""

from bot.blocks import notices
from bot.blocks.surfaces import Message
from bot.handlers.call import Scene
from storage import deliveries, parked
from storage.tables import Delivery, Role

PARKED = "notice-parked"
BACK = "notice-reached-again"
_EVERYWHERE = "everywhere"
_NOT_THERE = ("channel_not_found", "user_not_found", "users_not_found")


def tell_unreachable(scene: Scene, delivery: Delivery, reason: str, *, everywhere: bool) -> None:
    """Owe word that a recipient can't be reached; where nobody can, remember since when instead."""
    if not everywhere:
        _tell_parked(scene, delivery, reason)
    elif scene.workspace.unreachable_at is None:
        scene.workspace.unreachable_at = scene.now


def tell_back(scene: Scene, delivery: Delivery) -> None:
    """Owe whoever was told of an episode word that it has ended."""
    for key in _unended(scene, f"{PARKED}/{delivery.recipient}/"):
        told = deliveries.by_key(scene.session, scene.workspace_id, key)
        if told is not None:
            scene.owe(BACK, _back(key), told.recipient, {"recipient": delivery.recipient})


def tell_back_everywhere(scene: Scene) -> None:
    """Take up what waited for Slack to let the app in again, and owe the lead word of it."""
    parked.unpark(scene.session, scene.workspace_id, "", scene.now)
    lead = scene.holder(Role.LEAD)
    if lead is not None and scene.workspace.unreachable_at is not None:
        since = scene.workspace.unreachable_at
        scene.owe(BACK, f"{BACK}/{_EVERYWHERE}/{since:%Y-%m-%dT%H:%M:%S}", lead.user_id, {"recipient": _EVERYWHERE})


def compose_notice_parked(_scene: Scene, delivery: Delivery) -> Message:
    """Say what waits, why, and what to do."""
    return notices.draw_parked(delivery.about["recipient"], delivery.about["reason"])


def compose_notice_back(_scene: Scene, delivery: Delivery) -> Message:
    """Say that it works again."""
    recipient = delivery.about["recipient"]
    return notices.draw_back_everywhere() if recipient == _EVERYWHERE else notices.draw_back(recipient)


def _tell_parked(scene: Scene, delivery: Delivery, reason: str) -> None:
    """Owe the lead word, once, that a recipient can't be reached; where the lead is that one, whoever is next."""
    if delivery.kind in (PARKED, BACK):
        return
    if delivery.recipient[:1] in ("U", "W") and reason in _NOT_THERE:
        reason = "user_disabled"  # Slack's words for somebody who left differ from try to try
    begins = f"{PARKED}/{delivery.recipient}/{reason}/"
    if _unended(scene, begins):
        return
    number = len(deliveries.of_kind(scene.session, scene.workspace_id, PARKED, begins=begins)) + 1
    about = {"recipient": delivery.recipient, "reason": reason}
    for role in (Role.LEAD, Role.BACKUP, Role.SPONSOR):
        holder = scene.holder(role)
        if holder is not None and holder.user_id != delivery.recipient:
            scene.owe(PARKED, f"{begins}{number}", holder.user_id, about)
            return


def _unended(scene: Scene, begins: str) -> list[str]:
    keys = deliveries.of_kind(scene.session, scene.workspace_id, PARKED, begins=begins)
    return [key for key in keys if deliveries.by_key(scene.session, scene.workspace_id, _back(key)) is None]


def _back(key: str) -> str:
    return BACK + key.removeprefix(PARKED)


COMPOSERS = {PARKED: compose_notice_parked, BACK: compose_notice_back}

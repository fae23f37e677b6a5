"""Digests that are out are edited as what they say changes. It refuses to know what changed."""

from bot.domain import digest as weekly
from bot.domain.weeks import Week
from bot.handlers.call import Scene
from storage import lines


def bring_up_to_date(scene: Scene, week: Week, why: str) -> int:
    """Owe an edit of every digest of a week and its details that somebody sees; give how many digests that are.

    `why` keeps one edit apart from the next, such as "line-7".
    """
    keys = [weekly.key_of(week, channel) for channel in scene.workspace.digest_channels]
    out = lines.digests_of(scene.session, scene.workspace_id, [*keys, *map(weekly.details_of, keys)])
    for delivery in out:
        key = f"{delivery.key}/{why}"
        scene.owe(delivery.kind, key, delivery.recipient, {"week": str(week)}, revises=delivery.key)
    return sum(delivery.kind == "digest" for delivery in out)

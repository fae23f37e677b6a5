"""Pictures of a kind that can't be used, such as GIF: whoever shares one hears so at once, and nobody else does.

Nothing is kept of them and nobody is asked about patients: there is nothing that could go anywhere.
"""

from bot.domain.outcomes.photos import PictureUnusable
from bot.handlers.call import Call, Scene
from storage.tables import Delivery

KIND = "picture-unusable"


def notice(call: Call, file_id: str, channel_id: str) -> None:
    """Owe the word on it: where it was shared, or in a direct message where it was shared in one."""
    in_channel = channel_id[:1] in ("C", "G")
    user_id = call.member.user_id
    recipient, visible_to = (channel_id, user_id) if in_channel else (user_id, "")
    call.owe(KIND, f"{KIND}/{file_id}", recipient, {"member": call.member_id}, visible_to=visible_to)


def compose_picture_unusable(_scene: Scene, delivery: Delivery) -> PictureUnusable:
    """Say that the picture can't be used, and which kinds can."""
    return PictureUnusable(in_channel=bool(delivery.visible_to))

"""Videos that people share in channels: none is fetched, but whoever has a picture to take is asked if that was it.

Nobody could look into one for patients here, and the file stays where it is. Who has no picture to take hears nothing.
"""

from bot.domain.outcomes.photos import VideoShared
from bot.handlers.call import Call, Scene
from storage import members, waiting
from storage.tables import Delivery, Member, Post, Step, Task

KIND = "video-shared"
_MOST = 3


def notice(call: Call, file_id: str, channel_id: str) -> None:
    """Owe the question, seen by the sharer alone, where they said yes to a picture that is not there yet."""
    if _pictures(call, call.member):
        call.owe(KIND, f"{KIND}/{file_id}", channel_id, {"member": call.member_id}, visible_to=call.member.user_id)


def compose_video_shared(scene: Scene, delivery: Delivery) -> VideoShared | None:
    """Ask whether the video was the picture; nothing where all of theirs are there by now."""
    sharer = members.by_id(scene.session, scene.workspace_id, delivery.about["member"])
    found = _pictures(scene, sharer) if sharer is not None else []
    return VideoShared(found[:_MOST], scene.zone) if found else None


def _pictures(scene: Scene, sharer: Member) -> list[tuple[Step, Post]]:
    theirs = waiting.of_member(scene.session, scene.workspace_id, sharer.id or 0, scene.now)
    return [(step, post) for step, post in theirs if step.task == Task.PHOTO]

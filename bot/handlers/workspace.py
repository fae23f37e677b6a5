"""Coming: the bot is brought into a channel."""

from bot.commands.vocabulary import JoinChannel
from bot.domain.outcomes.setup import ChannelJoined, Welcomed
from bot.handlers.call import Call, Scene
from storage import parked
from storage.tables import Delivery, Role


def join_channel(command: JoinChannel, call: Call) -> ChannelJoined:
    """Greet whoever brought the bot along, once for good, and take up what waited for this channel."""
    parked.unpark(call.session, call.workspace_id, command.channel_id, call.now)
    if call.member.welcomed_at is None and not call.member.is_bot:
        call.member.welcomed_at = call.now
        about = {"channel": command.channel_id}
        call.owe("welcome", f"welcome/{call.member.user_id}", call.member.user_id, about)
    return ChannelJoined(command.channel_id)


def compose_welcome(scene: Scene, delivery: Delivery) -> Welcomed:
    """Say what Rounds does and what comes next, as things stand when the message goes out."""
    lead = scene.holder(Role.LEAD)
    return Welcomed(
        channel_id=str(delivery.about.get("channel", "")),
        is_set_up=scene.workspace.set_up_at is not None,
        lead=lead if lead and lead.user_id != delivery.recipient else None,
    )

"""What the lead is told when a message can't be delivered, and when it can be again."""

from bot.blocks import kit, surfaces
from bot.blocks.surfaces import Message

_REASONS = {
    "not_in_channel": "I'm not in that channel any more. Type `/invite @Rounds` there",
    "is_archived": "that channel is archived. Unarchive it, or choose another one in `/rounds setup`",
    "channel_not_found": (
        "I can't see that channel. If it is private, type `/invite @Rounds` there; otherwise choose another one in "
        "`/rounds setup`"
    ),
    "messages_tab_disabled": "the app's messages tab is switched off. Switch it on in the app's settings",
    "user_disabled": "they can't be reached, perhaps because they left. Somebody else can take over what they had",
    "user_not_in_channel": "they are not in that channel any more",
}


def draw_parked(recipient: str, reason: str) -> Message:
    """Tell once that messages to a channel or person wait, why, and what to do."""
    because = _REASONS.get(reason, f"Slack doesn't let me (it says `{reason}`)")
    said = (
        f"I have something for {_whom(recipient)}, but {because}. I've kept it, I'll try again once a day, and as soon "
        "as it works I'll tell you."
    )
    return surfaces.message(said, [kit.SectionBlock(said)])


def draw_back(recipient: str) -> Message:
    """Tell once that messages to a channel or person go out again."""
    said = f"I can write to {_whom(recipient)} again. What was waiting is on its way."
    return surfaces.message(said, [kit.SectionBlock(said)])


def draw_back_everywhere() -> Message:
    """Tell once that Slack lets the app in again after it was shut out of the whole workspace."""
    said = "Slack had locked me out for a while. I'm back, and what was waiting is on its way."
    return surfaces.message(said, [kit.SectionBlock(said)])


def _whom(recipient: str) -> str:
    return f"<@{recipient}>" if recipient[:1] in ("U", "W") else f"<#{recipient}>"

"""A message once more, plainer, for when Slack has refused it as it was drawn."""

from bot.blocks.surfaces import Message

_CHARTS = ("data_visualization", "data_table")


def draw_plain(message: Message) -> Message:
    """Draw a message that Slack has refused without its charts, or, where it has none, as its text alone."""
    kept = [block for block in message.blocks if block.get("type") not in _CHARTS]
    return Message(message.text, kept if len(kept) < len(message.blocks) else [])

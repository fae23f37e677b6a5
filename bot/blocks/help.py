"""How help looks."""

import slackblocks as kit

from bot.blocks import surfaces
from bot.blocks.surfaces import Message
from bot.domain.outcomes.help import HelpShown


def draw_help_shown(outcome: HelpShown) -> Message:
    """List what can be typed."""
    lines = "\n".join(f"`{u.words}`  {u.does}" for u in outcome.usages)
    return surfaces.message("What you can type", [kit.SectionBlock(lines)])

"""Whether Slack would take these blocks or this view: structure, limits and where each block may stand."""

from simulator.checks.messages import MOST_TEXT, block_problems, characters
from simulator.checks.views import view_problems

__all__ = ["MOST_TEXT", "block_problems", "characters", "view_problems"]

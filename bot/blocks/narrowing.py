"""How it is said that only a part of the plan is shown, and how to see all of it again."""

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import listed
from bot.blocks.step_phrases import button
from bot.commands.vocabulary import Command
from bot.domain.filters import MINE, OPEN, Only
from bot.domain.networks import NETWORKS

WORDS = {MINE: "yours", OPEN: "what is still open"}
_CHOICES = {MINE: "yours", OPEN: "still open"}


def narrowed(only: Only, hidden: int) -> list[kit.Block]:
    """Say what is shown only, and how much that leaves out; nothing where all of it is shown."""
    if not only:
        return []
    rest = f" {saying.count(hidden, 'more entry', 'more entries').capitalize()} left out here." if hidden else ""
    return [kit.ContextBlock([kit.Text(f"Only {part(only)}.{rest}")])]


def part(only: Only) -> str:
    """Name the part of the plan that is shown: "human and yours"."""
    return listed([NETWORKS[word].name if word in NETWORKS else WORDS.get(word, word) for word in only])


def choice(word: str) -> str:
    """Name one way to narrow, as a button has it: "Yours", "Still open", "Human", "Instagram"."""
    return NETWORKS[word].name if word in NETWORKS else _CHOICES.get(word, word).capitalize()


def ways_back(everything: Command, only: Only) -> list[kit.Element]:
    """Offer to see all of it again, where only a part is shown."""
    return [button("Show all", everything, apart="all")] if only else []

"""The ideas for a month as they stand, for whoever shows them: the thread, one who looks, the clock that edits."""

from datetime import date

from bot.domain import ideas
from bot.domain.ideas import Standing
from bot.handlers.call import Call, Scene
from storage import ideas as kept


def standing(scene: Scene, month: date) -> tuple[Standing, ...]:
    """Give the ideas for a month in their order, as whoever asks sees them."""
    found = kept.of_month(scene.session, scene.workspace_id, month)
    votes = kept.votes(scene.session, scene.workspace_id, month)
    return ideas.stand(found, votes, scene.member_id if isinstance(scene, Call) else 0)


def key_of(month: date) -> str:
    """Name the thread of a month in the ledger."""
    return f"ideas/{month:%Y-%m}"

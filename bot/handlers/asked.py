"""Messages that ask one person about numbers or comments, kept current until they are answered.

Whatever is answered, here or elsewhere, wakes the clock, and the clock compares what a message shows with what is true
now; a click in the message itself shows it at once. The mark of what was shown is kept in the ledger, not the words.
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2s

from bot.commands.vocabulary import SayNoneCame
from bot.domain.outcomes.asked import After, LeadsAsked, NoneCameSaid, NumbersAsked
from bot.domain.outcomes.comments import CommentSaid, CommentsAsked
from bot.handlers import lacking, open_comments, open_leads
from bot.handlers.call import Call, Scene
from storage import deliveries
from storage.tables import Delivery

_COMMENTS = frozenset(open_comments.KINDS.values())
_KINDS = {*open_leads.KINDS, *_COMMENTS, lacking.KIND}
Asked = LeadsAsked | NumbersAsked | CommentsAsked


def keys(scene: Scene) -> set[str]:
    """Give the keys of the latest messages, which are kept current."""
    return open_leads.keys(scene) | lacking.keys(scene) | open_comments.keys(scene)


def keep_current(scene: Scene, told: Iterable[Delivery]) -> None:
    """Owe an edit of each of these messages that shows what is not so any more."""
    for message in told:
        if message.about.get("mark") not in (None, _mark(_gather(scene, message))):
            scene.owe_edit("asked-update", message.key, message.recipient, {})


def compose_asked(scene: Scene, delivery: Delivery) -> Asked | None:
    """Ask for what is still to be said; nothing where all of it was said meanwhile."""
    shown = _gather(scene, delivery)
    _remember(delivery, shown)
    if isinstance(shown, LeadsAsked):
        return shown if open_leads.still_asks(shown) else None
    return None if shown.lacks_nothing else shown


def compose_asked_update(scene: Scene, delivery: Delivery) -> Asked | None:
    """Show in the same message what is still to be said."""
    told = deliveries.by_key(scene.session, scene.workspace_id, delivery.revises)
    if told is None:
        return None
    shown = _gather(scene, told)
    _remember(told, shown)
    return shown


def show(call: Call, where: str, after: After | CommentSaid | None) -> Asked | None:
    """Bring the message that carried a button up to date; None where it was none of these."""
    told = deliveries.by_key(call.session, call.workspace_id, where) if where else None
    if told is None or told.kind not in _KINDS:
        return None
    shown = _gather(call, told)
    _remember(told, shown)
    if isinstance(shown, CommentsAsked):
        return replace(shown, after=after if isinstance(after, CommentSaid) else None, in_place=True)
    return replace(shown, after=None if isinstance(after, CommentSaid) else after, in_place=True)


def say_none_came(command: SayNoneCame, call: Call) -> Asked | NoneCameSaid:
    """Remember that no leads came in a week, and bring the message that asked up to date."""
    week = lacking.say_none_came(command, call)
    return show(call, command.where, None) or NoneCameSaid(week)


def _gather(scene: Scene, told: Delivery) -> Asked:
    if told.kind in _COMMENTS:
        return open_comments.gather(scene, told)
    return lacking.gather(scene, told) if told.kind == lacking.KIND else open_leads.gather(scene, told)


def _remember(told: Delivery, shown: Asked) -> None:
    told.about = {**told.about, "mark": _mark(shown)}


def _mark(shown: Asked) -> str:
    if isinstance(shown, CommentsAsked):
        seen: object = [(each.id, each.ending) for each in shown.comments]
    elif isinstance(shown, LeadsAsked):
        seen = [(lead.id, lead.stage, lead.lost_reason) for lead in shown.leads]
    else:
        leads = [(lead.id, lead.stage) for lead in shown.untouched]
        seen = ([post.id for post in shown.posts], shown.says_nothing, leads)
    return blake2s(repr(seen).encode(), digest_size=8).hexdigest()

"""Telling people of comments that wait: whoever answers when one is logged and when it is time, the lead afterwards.

Several that have the same to say come in one message. Who is away is not told; whoever steps in is.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain import comments
from bot.domain.agenda import Rows
from bot.domain.comments import Told
from bot.domain.outcomes.comments import CommentsAsked
from bot.domain.team import Team
from bot.domain.weeks import Week
from bot.handlers import away
from bot.handlers.call import Call, Scene
from storage import comments as kept
from storage import members, strategy
from storage.tables import Comment, Delivery, Member, Role

KINDS = {Told.ONCE: "comments-came", Told.AGAIN: "comments-due", Told.LEAD: "comments-late"}
_LOOKED_AFTER = 40
"""Comments: what is told of more than so many comments ago has had its time."""
MOST = 8


def tell(scene: Scene, rows: Rows) -> datetime | None:
    """Owe what is to be told of comments now, and give when to look again."""
    if not scene.workspace.comments_numbered or not rows.opening.is_ever_open:
        return None
    waiting = kept.waiting(scene.session, scene.workspace_id)
    moments = [_tell(scene, rows.team, waiting, told) for told in KINDS]
    return min((at for at in moments if at is not None), default=None)


def keys(scene: Scene) -> set[str]:
    """Give the keys of the latest messages, which are looked after until all in them is answered."""
    last = scene.workspace.comments_numbered
    return {f"{kind}/{number}" for number in range(max(1, last - _LOOKED_AFTER), last + 1) for kind in KINDS.values()}


def gather(scene: Scene, told: Delivery) -> CommentsAsked:
    """Gather how the comments of a message stand by now."""
    return CommentsAsked(
        key=told.key,
        comments=kept.by_ids(scene.session, scene.workspace_id, told.about["comments"]),
        more=told.about["more"],
        told=told.about["told"],
        instead_of=members.by_id(scene.session, scene.workspace_id, told.about.get("for") or 0),
        zone=scene.zone,
        now=scene.now,
    )


def answerer(scene: Scene) -> Member:
    """Give who answers people."""
    return comments.answerer(named(scene), scene.holder(Role.MARKETING), scene.lead())


def named(scene: Scene) -> Member | None:
    """Give whom the strategy names to answer people, whether or not they are still there; None where it names none."""
    written = strategy.newest(scene.session, scene.workspace_id)
    return members.by_id(scene.session, scene.workspace_id, (written and written.answerer_id) or 0)


def within(scene: Scene) -> str:
    """Give how soon people are to be answered, by the strategy; "" where it doesn't say."""
    written = strategy.newest(scene.session, scene.workspace_id)
    return written.within if written else ""


def waiting_for(call: Call) -> Sequence[Comment]:
    """Give the comments that wait for whoever asks: all of them for whoever answers people, none for everybody else."""
    if not call.workspace.comments_numbered or answerer(call).id != call.member_id:
        return ()
    return kept.waiting(call.session, call.workspace_id)


def of_week(week: Week, scene: Scene) -> Sequence[Comment]:
    """Give what was written in a week, and before it as far as it waits."""
    if not scene.workspace.comments_numbered:
        return ()
    first_at, until_at = week.starts_at(scene.zone), week.next().starts_at(scene.zone)
    return kept.written_between(scene.session, scene.workspace_id, first_at, until_at)


def under(post_ids: Collection[int], scene: Scene) -> Sequence[Comment]:
    """Give the comments that are logged under posts."""
    if not scene.workspace.comments_numbered:
        return ()
    return kept.of_posts(scene.session, scene.workspace_id, post_ids)


def _tell(scene: Scene, team: Team, waiting: Sequence[Comment], told: Told) -> datetime | None:
    """Tell of what has come so far and wasn't told of; give the moment of the next, or when its reader is free."""
    moments = [(_at(scene, comment, told), comment) for comment in waiting if comment.told == told - 1]
    found = [comment for at, comment in moments if at is not None and at <= scene.now]
    later = [at for at, _ in moments if at is not None and at > scene.now]
    free_at = _owe(scene, team, found, told) if found else None
    return min([*later, *([free_at] if free_at is not None else [])], default=None)


def _owe(scene: Scene, team: Team, found: Sequence[Comment], told: Told) -> datetime | None:
    """Owe one message about these comments; give when its reader may be reminded, where that isn't now."""
    reader, instead_of = _reader(scene, team, told)
    if reader is None:
        return None
    about = {
        "comments": [comment.id for comment in found[:MOST]],
        "more": len(found[MOST:]),
        "told": int(told),
        "for": instead_of.id if instead_of else None,
    }
    newest = max(comment.number for comment in found)
    free_at = away.owe_when_free(scene, reader, KINDS[told], f"{KINDS[told]}/{newest}", about)
    if free_at is None:
        for comment in found:
            comment.told = _heard(scene, comment, told)
            scene.session.add(comment)
    return free_at


def _heard(scene: Scene, comment: Comment, told: Told) -> Told:
    """Give what was told by that: one who hears of it late isn't told at once that it is time, too."""
    again_at = _at(scene, comment, Told.AGAIN)
    is_time = told is Told.ONCE and again_at is not None and again_at <= scene.now
    return Told.AGAIN if is_time else told


def _at(scene: Scene, comment: Comment, told: Told) -> datetime | None:
    return comments.tells_at(comment, told, scene.opening, scene.zone)


def _reader(scene: Scene, team: Team, told: Told) -> tuple[Member | None, Member | None]:
    """Give who hears, and in whose place: the lead is told last, the backup where the lead answers people."""
    answers = answerer(scene)
    lead = members.by_id(scene.session, scene.workspace_id, team.lead or 0)
    if told is not Told.LEAD:
        return (answers, None) if team.is_here(answers.id or 0) else (lead, answers)
    if lead is not None and lead.id != answers.id:
        return lead, answers
    backup = members.by_id(scene.session, scene.workspace_id, team.backup or 0)
    return (backup if backup is not None and backup.id != answers.id else None), answers

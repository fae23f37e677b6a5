"""Setting the comments that figures show beside those that are logged. It refuses to know who is told."""

from collections.abc import Iterable, Sequence

from bot.domain import unlogged
from bot.domain.digest import Gathered
from bot.domain.figures import Told
from bot.domain.unlogged import Unlogged
from bot.domain.weeks import Week
from bot.handlers import accounts
from bot.handlers.call import Scene
from storage import figures, posts
from storage.tables import Comment


def lately(scene: Scene, logged: Sequence[Comment]) -> tuple[Unlogged, ...]:
    """Give where more is shown for the last week and this one than is logged of the last twelve."""
    this = Week.of(scene.today)
    weeks = (this.previous(), this)
    planned = posts.between(scene.session, scene.workspace_id, weeks[0].days[0], this.days[-1])
    out = [post for post in planned if post.posted_at is not None]
    known = figures.of_posts(scene.session, scene.workspace_id, [post.id or 0 for post in out])
    told = [Told.of(post, known.get(post.id or 0, ()), scene.zone) for post in out]
    return tuple(
        each for week in weeks for each in _of(week, scene, [one for one in told if one.post.on in week.days], logged)
    )


def of_digest(week: Week, scene: Scene, rows: Gathered, told: Iterable[Told]) -> tuple[Unlogged, ...]:
    """Give where more is shown for a digest's week than is logged; nothing where no comment was ever logged."""
    if not scene.workspace.comments_numbered:
        return ()
    logged = {comment.id: comment for comment in (*rows.comments, *rows.under)}
    return _of(week, scene, told, list(logged.values()))


def _of(week: Week, scene: Scene, told: Iterable[Told], logged: Sequence[Comment]) -> tuple[Unlogged, ...]:
    return unlogged.unlogged(week, told, accounts.known_of(scene, week), logged, scene.zone)

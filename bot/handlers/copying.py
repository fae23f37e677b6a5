"""Copying a month's posts into another one: showing it first, doing it once. The lead's and the backup's to do."""

from datetime import date

from bot.commands.vocabulary import AddPost, CopyMonth, PreviewCopy, RemovePost, UndoCopy
from bot.domain import copying, outline_errors
from bot.domain.copying import Copies, Copy
from bot.domain.outcomes.copying import CopyPreviewed, CopyUndone, MonthCopied
from bot.handlers.cadence import check_may_edit, outline_of
from bot.handlers.call import Call
from bot.handlers.posts import add_post, remove_post
from storage import posts
from storage.tables import Post


def preview_copy(command: PreviewCopy, call: Call) -> CopyPreviewed:
    """Say which posts would go where, and copy nothing."""
    found = _copies(command.source, command.target, call)
    return CopyPreviewed(command.source, command.target, found, call.today, call.zone)


def copy_month(command: CopyMonth, call: Call) -> MonthCopied:
    """Copy the posts that are not there yet; of two people who do it at once, the second finds them there."""
    found = _copies(command.source, command.target, call)
    numbers = [_copy(copy, call).number for copy in found.wanted]
    return MonthCopied(command.source, command.target, found, (numbers[0], numbers[-1]) if numbers else None)


def undo_copy(command: UndoCopy, call: Call) -> CopyUndone:
    """Take out again what was copied; a post that is out or was changed since then stays."""
    check_may_edit(call)
    found = posts.numbered(call.session, call.workspace_id, command.first, command.last)
    copied = [post for post in found if post.copied_from_id is not None]
    stays = tuple(post for post in copied if post.posted_at is not None or post.version > 1)
    for post in copied:
        if post not in stays:
            remove_post(RemovePost(post.id or 0), call)
    return CopyUndone(command.target, len(copied) - len(stays), stays)


def _copies(source: date, target: date, call: Call) -> Copies:
    check_may_edit(call)
    if source == target:
        raise outline_errors.same_month()
    if target < call.today.replace(day=1):
        raise outline_errors.month_over(target)
    first, last = copying.month_of(target)
    outline = outline_of(call, first, last)
    return copying.copies(
        posts.between(call.session, call.workspace_id, *copying.month_of(source)),
        posts.between(call.session, call.workspace_id, outline.first_due(first), last + copying.AFTER),
        outline,
        target,
        now=call.now,
        zone=call.zone,
    )


def _copy(copy: Copy, call: Call) -> Post:
    """Add a post like another one; its words for each network are written anew."""
    old = copy.post
    wish = AddPost(
        what=old.what,
        on=copy.on,
        at=copy.at,
        kind=old.kind,
        why=old.why,
        network=old.network,
        link=old.link,
        takes=old.takes,
    )
    made = add_post(wish, call).post
    made.copied_from_id = old.id
    made.goal, made.shows, made.shape, made.made_by = old.goal, old.shows, old.shape, old.made_by
    return made

"""Copying a month's posts into another one: showing it first, doing it once. The lead's and the backup's to do."""

from datetime import date

from bot.commands.vocabulary import AddPost, CopyMonth, PreviewCopy
from bot.domain import copying, outline_errors
from bot.domain.copying import Copies, Copy
from bot.domain.outcomes.copying import CopyPreviewed, MonthCopied
from bot.handlers.cadence import check_may_edit, outline_of
from bot.handlers.call import Call
from bot.handlers.posts import add_post
from storage import posts


def preview_copy(command: PreviewCopy, call: Call) -> CopyPreviewed:
    """Say which posts would go where, and copy nothing."""
    found = _copies(command.source, command.target, call)
    return CopyPreviewed(command.source, command.target, found, call.today, call.zone)


def copy_month(command: CopyMonth, call: Call) -> MonthCopied:
    """Copy the posts that are not there yet; of two people who do it at once, the second finds them there."""
    found = _copies(command.source, command.target, call)
    for copy in found.wanted:
        _copy(copy, call)
    return MonthCopied(command.source, command.target, found)


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


def _copy(copy: Copy, call: Call) -> None:
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

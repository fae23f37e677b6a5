"""Comments: logging one in two taps, saying that it was answered, and showing how soon people are.

What was written is never kept, and neither is who wrote it. Everybody of the team may say that something is answered:
whoever was quickest has done it.
"""

from datetime import timedelta

from bot.commands.typed import take_apart
from bot.commands.vocabulary import (
    CheckAnswer,
    CloseComment,
    ContinueComment,
    LogComment,
    OpenCommentForm,
    RemoveComment,
    ReopenComment,
    SayClosed,
    ShowComment,
    ShowComments,
)
from bot.domain import comment_errors, comments, giveaways
from bot.domain.answering import open_minutes
from bot.domain.comments import Told
from bot.domain.errors import PlanError
from bot.domain.outcomes.comments import (
    AnswerChecked,
    CommentFormOpened,
    CommentRemoved,
    CommentSaid,
    CommentShown,
    CommentsShown,
)
from bot.domain.outcomes.home import HomeShown
from bot.domain.outcomes.mine import MineShown
from bot.handlers import asked, home, mine, unlogged
from bot.handlers.call import Call
from bot.handlers.open_comments import answerer, within
from storage import comments as kept
from storage import members, posts
from storage.tables import Comment, Ending, Tone

_RECENT = timedelta(weeks=12)
_SHOWN, _CLOSED_SHOWN = 12, 5
Answered = CommentShown | CommentsShown | MineShown | HomeShown | asked.Asked


def show_comments(command: ShowComments, call: Call) -> CommentsShown:  # noqa: ARG001 - every handler takes both
    """Show what waits and what was answered lately."""
    return _listed(call)


def show_comment(command: ShowComment, call: Call) -> CommentShown:
    """Show one comment."""
    return _card(call, _numbered(call, command.number))


def open_comment_form(command: OpenCommentForm, call: Call) -> CommentFormOpened:
    """Open the form, with the first link of a message that may be kept and the place that it leads to."""
    links = [piece.value for piece in take_apart(command.words).pieces if piece.sign == "link"]
    link = next((link for link in links if _may_be_kept(link)), "")
    return CommentFormOpened(comments.place_of(link), link, call.today)


def log_comment(command: LogComment, call: Call) -> CommentShown:
    """Log a comment under the next running number, with by when it wants an answer."""
    link = comments.check_link(command.link)
    network = comments.place(command.network) or comments.place_of(link)
    if not network:
        raise comment_errors.where_written()
    first_on = call.today - comments.UNDER_POSTS_OF
    under = posts.between(call.session, call.workspace_id, first_on, call.today) if link else ()
    comment = Comment(
        workspace_id=call.workspace_id,
        number=0,
        network=network,
        tone=command.tone if command.tone in set(Tone) else Tone.OTHER,
        link=link,
        post_id=comments.post_under(link, under),
        wrote_at=comments.wrote_at(command.on, command.at, call.now, call.zone),
        logged_at=call.now,
    )
    return _card(call, _logged(call, comment), is_new=True)


def check_answer(command: CheckAnswer) -> AnswerChecked:
    """Look an answer over; nothing of it is kept."""
    if not command.words:
        return AnswerChecked()
    return AnswerChecked(giveaways.giveaways(command.words), giveaways.tone(command.words))


def close_comment(command: CloseComment, call: Call) -> Answered:
    """Say that a comment was answered or needs no answer; what somebody else said before stays."""
    comment = _to_change(call, command.comment_id)
    is_stale = comment.closed_at is not None
    if not is_stale:
        is_answer = command.ending == Ending.ANSWERED
        comment.ending = Ending.ANSWERED if is_answer else Ending.NEEDLESS
        comment.closed_at, comment.closed_by = call.now, call.member_id
        comment.open_minutes = open_minutes(comment.wrote_at, call.now, call.opening, call.zone) if is_answer else None
    return _answered(call, comment, command.where, is_stale=is_stale)


def say_closed(command: SayClosed, call: Call) -> Answered:
    """Say the same of the comment with a number."""
    comment = _numbered(call, command.number)
    return close_comment(CloseComment(comment.id or 0, command.ending), call)


def reopen_comment(command: ReopenComment, call: Call) -> Answered:
    """Say that a comment waits after all."""
    comment = _to_change(call, command.comment_id)
    is_stale = comment.closed_at is None
    comment.ending, comment.closed_at, comment.closed_by, comment.open_minutes = "", None, None, None
    return _answered(call, comment, command.where, is_stale=is_stale)


def continue_comment(command: ContinueComment, call: Call) -> Answered:
    """Log that whoever wrote has written again; where that waits already, show it instead of logging it twice."""
    before = _to_change(call, command.comment_id)
    first_id = before.follows_id or before.id or 0
    waiting = [each for each in kept.follows(call.session, call.workspace_id, first_id) if each.closed_at is None]
    if before.closed_at is None or waiting:
        return _answered(call, waiting[-1] if waiting else before, command.where, is_stale=True)
    made = Comment(
        workspace_id=call.workspace_id,
        number=0,
        network=before.network,
        tone=before.tone if before.tone == Tone.COMPLAINT else Tone.OTHER,
        link=before.link,
        post_id=before.post_id,
        follows_id=first_id,
        wrote_at=call.now,
        logged_at=call.now,
    )
    comment = _logged(call, made)
    return _answered(call, comment, command.where, is_new=True)


def remove_comment(command: RemoveComment, call: Call) -> CommentRemoved:
    """Take back a comment that one logged oneself."""
    comment = _to_change(call, command.comment_id)
    if comment.logged_by != call.member_id:
        raise comment_errors.not_yours()
    number = comment.number
    call.session.delete(comment)
    return CommentRemoved(number)


def _logged(call: Call, comment: Comment) -> Comment:
    """Keep a comment; whoever answers people and logged it themselves knows of it."""
    knows = answerer(call).id == call.member_id
    comment.number = kept.next_number(call.session, call.workspace_id)
    comment.due_at = comments.due_at(comment.tone, comment.wrote_at, within(call), call.opening, call.zone)
    comment.logged_by, comment.told = call.member_id, Told.ONCE if knows else Told.NOBODY
    call.session.add(comment)
    call.session.flush()
    return comment


def _answered(call: Call, comment: Comment, where: str, *, is_stale: bool = False, is_new: bool = False) -> Answered:
    """Show what became of a comment where it was said."""
    call.session.add(comment)
    call.session.flush()
    said = CommentSaid(comment, call.zone, call.now, is_stale)
    match where:
        case "list":
            return _listed(call, said)
        case "mine":
            return MineShown(mine.gather(call), said, in_place=True)
        case "home":
            return home.show(call, said)
        case _:
            return asked.show(call, where, said) or _card(call, comment, is_new=is_new, in_place=True)


def _card(call: Call, comment: Comment, *, is_new: bool = False, in_place: bool = False) -> CommentShown:
    session, workspace_id = call.session, call.workspace_id
    answers = answerer(call)
    return CommentShown(
        comment=comment,
        answerer=answers,
        reader=call.member,
        closed_by=members.by_id(session, workspace_id, comment.closed_by or 0),
        post=posts.by_id(session, workspace_id, comment.post_id or 0),
        follows=kept.by_id(session, workspace_id, comment.follows_id or 0),
        zone=call.zone,
        now=call.now,
        is_new=is_new,
        is_told=is_new and answers.id != call.member_id and call.opening.is_ever_open,
        in_place=in_place,
    )


def _listed(call: Call, said: CommentSaid | None = None) -> CommentsShown:
    waiting = kept.waiting(call.session, call.workspace_id)
    since, until = call.now - _RECENT, call.now + timedelta(seconds=1)
    recent = kept.written_between(call.session, call.workspace_id, since, until)
    written = comments.written_since(recent, since)
    closed = kept.closed_since(call.session, call.workspace_id, call.now - comments.FOLLOWED_FOR)
    return CommentsShown(
        waiting=waiting[:_SHOWN],
        closed=closed[:_CLOSED_SHOWN],
        more=len(waiting[_SHOWN:]),
        answering=comments.answering(written),
        needless=sum(each.ending == Ending.NEEDLESS for each in written),
        within=within(call),
        answerer=answerer(call),
        zone=call.zone,
        now=call.now,
        unlogged=unlogged.lately(call, recent),
        after=said,
        in_place=said is not None,
    )


def _may_be_kept(link: str) -> bool:
    try:
        return bool(comments.check_link(link))
    except PlanError:
        return False


def _to_change(call: Call, comment_id: int) -> Comment:
    comment = kept.by_id(call.session, call.workspace_id, comment_id, to_change=True)
    if comment is None:
        raise comment_errors.no_such_comment()
    return comment


def _numbered(call: Call, number: int) -> Comment:
    comment = kept.by_number(call.session, call.workspace_id, number)
    if comment is None:
        raise comment_errors.no_such_comment(number)
    return comment

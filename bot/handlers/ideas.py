"""Collecting ideas for a month in a thread, voting for them, and taking one into the plan.

The first message of the thread shows the ideas with their votes. It is edited at once, and by the clock where a post
that was made of an idea changes.
"""

import re
from datetime import date

from bot.commands.vocabulary import (
    AddIdea,
    AddPost,
    NoticeReply,
    OpenIdeaForm,
    PlanIdea,
    RemoveIdea,
    ShowIdeas,
    VoteForIdea,
)
from bot.domain import cadence, copying, idea_errors, ideas
from bot.domain.cadence import Entry
from bot.domain.errors import Misread
from bot.domain.outcomes.ideas import (
    IdeaFormOpened,
    IdeaKept,
    IdeaNotKept,
    IdeaRemoved,
    IdeasShown,
    ReplyTaken,
    VoteTaken,
)
from bot.domain.outcomes.posts import PostAdded
from bot.handlers.cadence import outline_with_posts
from bot.handlers.call import Call, Scene
from bot.handlers.ideas_standing import key_of, standing
from bot.handlers.posts import add_post
from storage import deliveries, members
from storage import ideas as kept
from storage.tables import Delivery, DeliveryState, Idea, IdeaVote

_MENTION = re.compile(r"@([UW][A-Z0-9]{4,})\b")


def show_ideas(command: ShowIdeas, call: Call) -> IdeasShown:
    """Show the ideas for a month; the first who asks opens their thread, in the channel of the plan."""
    _check_month(command.month, call)
    channel = next(iter(call.workspace.digest_channels), None)
    if channel is None:
        raise idea_errors.no_channel()
    opened = call.owe("ideas", key_of(command.month), channel, {"month": command.month.isoformat()})
    return IdeasShown(command.month, standing(call, command.month), channel, is_new=opened is not None)


def add_idea(command: AddIdea, call: Call) -> IdeaKept:
    """Keep an idea; it is seen in the thread as soon as there is one."""
    _check_month(command.month, call)
    idea = _keep(command.words, command.month, call)
    show_in_thread(call, command.month)
    return IdeaKept(idea, deliveries.by_key(call.session, call.workspace_id, key_of(command.month)) is not None)


def remove_idea(command: RemoveIdea, call: Call) -> IdeaRemoved:
    """Take one's own idea back; a post that was made of it stays."""
    idea = _idea(command.idea_id, call)
    if idea.added_by != call.member_id:
        raise idea_errors.no_such_idea()
    call.session.delete(idea)
    call.session.flush()
    show_in_thread(call, idea.month)
    return IdeaRemoved(idea.words)


def notice_reply(command: NoticeReply, call: Call) -> ReplyTaken:
    """Keep a reply in a thread for ideas, as it says by now; in any other thread nothing is looked at."""
    thread = kept.thread(call.session, call.workspace_id, command.channel_id, command.thread)
    if thread is None:
        return ReplyTaken()
    month = date.fromisoformat(thread.about["month"])
    known = kept.by_reply(call.session, call.workspace_id, command.reply)
    try:
        words = ideas.words(_named(command.words, call), call.today) if command.words else ""
    except Misread:
        words = ""
        key = f"idea-not-kept/{command.reply}"
        call.owe("idea-not-kept", key, command.channel_id, {}, visible_to=call.member.user_id)
    if known is not None and words:
        known.words = words
    elif known is not None:
        call.session.delete(known)
    elif words:
        _keep(words, month, call, reply=command.reply)
    call.session.flush()
    show_in_thread(call, month)
    return ReplyTaken()


def vote_for_idea(command: VoteForIdea, call: Call) -> VoteTaken | IdeasShown:
    """Count whoever asks among those who want an idea, or no longer."""
    idea = _idea(command.idea_id, call)
    vote = kept.vote_of(call.session, call.workspace_id, command.idea_id, call.member_id)
    if vote is None:
        call.session.add(IdeaVote(workspace_id=call.workspace_id, idea_id=command.idea_id, member_id=call.member_id))
    else:
        call.session.delete(vote)
    call.session.flush()
    show_in_thread(call, idea.month)
    if command.in_thread:
        return VoteTaken()
    channel = next(iter(call.workspace.digest_channels), "")
    return IdeasShown(idea.month, standing(call, idea.month), channel, in_place=True)


def open_idea_form(command: OpenIdeaForm, call: Call) -> IdeaFormOpened:
    """Ask which idea goes into which free place."""
    _check_month(command.month, call)
    open_ones = tuple(one for one in standing(call, command.month) if one.post is None)
    if not open_ones:
        raise idea_errors.none_left(command.month)
    places = _free_places(command.month, call)
    if not places:
        raise idea_errors.no_free_place(command.month)
    return IdeaFormOpened(command.month, open_ones, places, call.zone)


def plan_idea(command: PlanIdea, call: Call) -> PostAdded:
    """Put a post for an idea into a place, and ask whoever is thought of, as with any other post."""
    idea = _idea(command.idea_id, call)
    made = next((one.post for one in standing(call, idea.month) if one.idea.id == idea.id and one.post), None)
    if made is not None:
        raise idea_errors.already_planned(made.on)
    free = (entry for entry in _free_places(idea.month, call) if entry.slot and entry.slot.id == command.slot_id)
    entry = next((entry for entry in free if entry.on == command.on), None)
    if entry is None:
        raise idea_errors.place_taken(command.on)
    at = entry.publish_at.astimezone(call.zone).time()
    added = add_post(AddPost(what=idea.words, on=entry.on, at=at, kind=entry.kind, who=command.who), call)
    idea.post_id = added.post.id
    show_in_thread(call, idea.month)
    return added


def compose_idea_not_kept(_scene: Scene, _delivery: Delivery) -> IdeaNotKept:
    """Tell whoever wrote it why an idea was not kept; what they wrote is in no table."""
    why = idea_errors.may_be_a_person()
    return IdeaNotKept(why.sentence, why.hint or "")


def show_in_thread(scene: Scene, month: date) -> None:
    """Owe an edit of the first message of a month's thread, unless there is none or its edit is owed already."""
    told = deliveries.by_key(scene.session, scene.workspace_id, key_of(month))
    if told is None or told.state != DeliveryState.SENT:
        return
    scene.owe_edit("ideas-update", told.key, told.recipient, {"month": month.isoformat()})


def _keep(typed: str, month: date, call: Call, reply: str | None = None) -> Idea:
    idea = Idea(
        workspace_id=call.workspace_id,
        month=month,
        words=ideas.words(typed, call.today),
        added_by=call.member_id,
        added_at=call.now,
        reply=reply,
    )
    call.session.add(idea)
    call.session.flush()
    return idea


def _idea(idea_id: int, call: Call) -> Idea:
    idea = kept.by_id(call.session, call.workspace_id, idea_id)
    if idea is None:
        raise idea_errors.no_such_idea()
    return idea


def _check_month(month: date, call: Call) -> None:
    if month < call.today.replace(day=1):
        raise idea_errors.month_over(month)


def _free_places(month: date, call: Call) -> tuple[Entry, ...]:
    first, last = copying.month_of(month)
    outline, around = outline_with_posts(call, first, last)
    entries = cadence.lay_out_days(first, last, outline, around, now=call.now, zone=call.zone)
    return tuple(entry for entry in entries if entry.standing is cadence.Standing.FREE)


def _named(words: str, call: Call) -> str:
    """Write people in a reply by their names, which Slack gives by their ids."""
    if not _MENTION.search(words):
        return words
    people = {member.user_id: member.name for member in members.everybody(call.session, call.workspace_id)}
    return _MENTION.sub(lambda found: f"@{people.get(found[1]) or 'somebody'}", words)

"""Putting a post into the plan, taking it out again, and saying that it is out."""

from dataclasses import replace
from datetime import time

from bot.commands.vocabulary import AddPost, MarkPosted, OpenPostedForm, OpenPostForm, RemovePost
from bot.domain import approval_errors, cadence, notes, plan_errors, posts, roles, steps, templates
from bot.domain.localtime import first_instant
from bot.domain.outcomes.posts import (
    PostAdded,
    PostedFormOpened,
    PostFormOpened,
    PostGone,
    PostMarked,
    PostRemoved,
)
from bot.domain.outline import Outline
from bot.handlers import agreed, approving, asking, new_steps, nudged, offers, resting, retiming, reviewing
from bot.handlers.cadence import outline_with_posts
from bot.handlers.call import Call
from storage import duties as kept_duties
from storage import events, members, slots, workspaces
from storage import offers as kept_offers
from storage import posts as kept_posts
from storage import steps as kept_steps
from storage.tables import Duty, Event, Maker, Member, Post, Task


def open_post_form(command: OpenPostForm, call: Call) -> PostFormOpened:
    """Open the form for a new post; for a place that was filled meanwhile it says by what."""
    on = command.on if command.on and command.on >= call.today else None
    slot = slots.by_id(call.session, call.workspace_id, command.slot_id) if command.slot_id and on else None
    if on is None or slot is None:
        return _form(call, PostFormOpened(call.today, on))
    todays = kept_posts.between(call.session, call.workspace_id, on, on)
    turn = next(iter(Outline([slot], call.opening, call.workspace.on_closed).on(on)), None)
    if turn is None:
        return _form(call, PostFormOpened(call.today, on))
    beside = cadence.fill([turn], todays).get(turn)
    usual = members.by_id(call.session, call.workspace_id, slot.owners.get(Task.PHOTO, 0))
    shifts = slot.id if beside is None and call.leads() else None
    again = resting.suggestion(call, on, slot) if beside is None else None
    shown = PostFormOpened(call.today, on, turn.at, slot.kind, beside, shifts, again, slot.id, usual)
    return _form(call, shown)


def add_post(command: AddPost, call: Call) -> PostAdded:
    """Put a post into the plan with its steps, and ask whoever is thought of for them."""
    return plan(command, call)


def plan(command: AddPost, call: Call, *, event: Event | None = None, is_mine: bool = False) -> PostAdded:
    """Plan a post, also one that is made of an event, which takes the post's row id.

    Where it `is_mine` all of its steps begin with whoever asks, but for the approval, which is somebody else's.
    """
    what = posts.words(command.what)
    posts.check_discreet(what, call.today)
    link = posts.link(command.link, field="link")
    posts.check_day(command.on, call.today)
    assignee = _assignee(command.who, call)
    number = kept_posts.next_number(call.session, call.workspace_id)
    outline, around = outline_with_posts(call, command.on, command.on)
    kind, turn = cadence.choose(command.on, command.kind, outline, around, at=command.at)
    at = command.at or (turn.at if turn else None)
    if at is None:
        raise plan_errors.what_time(command.on, kind, is_taken=cadence.has_place(command.on, kind, outline))
    publish_at = posts.publish_moment(command.on, at, now=call.now, zone=call.zone)
    people, holders = members.team(call.session, call.workspace_id)
    template = new_steps.template_of(call, kind, command.on, is_event=event is not None)
    usual = roles.still_there(turn.slot.owners, people) if turn else {}
    uses_duties = bool(kept_duties.of_team(call.session, call.workspace_id))
    if is_mine:
        usual = {step.task: call.member_id for step in template if step.task != Task.APPROVAL}
    is_open, is_told = uses_duties and not is_mine, uses_duties and not call.member.is_agency
    suggested = new_steps.suggested(call, template, publish_at, but=usual) if is_open else {}
    owners = templates.owners(
        template,
        named_id=assignee.id if assignee else None,
        adder_id=call.member_id,
        known=roles.askable(people.values(), holders, otherwise=call.member),
        usual={**{task: one.member.id or 0 for task, one in suggested.items()}, **usual},
    )
    post = Post(
        workspace_id=call.workspace_id,
        number=number,
        slot_id=turn.slot.id if turn else None,
        on=command.on,
        publish_at=publish_at,
        kind=kind,
        what=what,
        why=posts.keepable(command.why),
        network=posts.keepable(command.network) or (turn.slot.network if turn else ""),
        link=link,
        takes=posts.keepable(command.takes),
        made_by=Maker.AGENCY if call.member.is_agency else Maker.US,
        added_by=call.member_id,
        added_at=call.now,
    )
    kept_posts.remember(call.session, post)
    workspaces.wake_soon(call.workspace, call.now)
    if event is not None:
        event.post_id = post.id or 0
        call.session.add(event)
        call.session.flush()
    due = retiming.reckoned(post, template, event, now=call.now, opening=call.opening, zone=call.zone)
    plans = list(zip(template, due, strict=True))
    made = new_steps.make(post, plans, owners, people, call)
    if uses_duties and any(step.accepted_at for step in made):
        reviewing.settle(call, post.id or 0)
    return PostAdded(
        post=post,
        fills_place=turn is not None,
        steps=made,
        people=people,
        viewer_id=call.member_id,
        left_open=posts.left_open(post),
        zone=call.zone,
        today=call.today,
        suggested={
            task: one for task, one in suggested.items() if is_told and owners[task] == one.member.id != call.member_id
        },
        over=new_steps.over(call, made, people) if is_told else (),
    )


def remove_post(command: RemovePost, call: Call) -> PostRemoved | PostGone:
    """Take a post out: nobody is asked or reminded any more; its row stays so that old buttons can say so."""
    post = _post(command.post_id, call)
    if post.removed_at is not None:
        return PostGone(post, call.zone)
    people, holders = members.team(call.session, call.workspace_id)
    if not posts.may_take_out(post, call.member, holders):
        raise plan_errors.not_yours_to_take_out(call.lead().name)
    if post.posted_at is not None:
        raise plan_errors.already_posted()
    event = events.of_post(call.session, call.workspace_id, post.id or 0)
    post.removed_at = call.now
    left = kept_steps.of_post(call.session, call.workspace_id, post.id or 0)
    had_asked = {step.owner_id for step in left if step.done_at is None} - {call.member_id}
    offers.withdraw(call, post)
    nudged.settle(call, left)
    told = tuple(people[owner] for owner in sorted(had_asked))
    return PostRemoved(post, told, call.zone, call.today, event)


def open_posted_form(command: OpenPostedForm, call: Call) -> PostedFormOpened | PostMarked | PostGone:
    """Ask for the link of a post that is out, unless there is nothing to ask any more."""
    post = kept_posts.by_id(call.session, call.workspace_id, command.post_id)
    if post is None:
        raise plan_errors.no_such_post()
    if post.removed_at is not None:
        return PostGone(post, call.zone)
    if post.posted_at is not None:
        return PostMarked(post, call.zone, post.posted_at, news=False)
    return PostedFormOpened(post, call.zone, missing_yes=_check_may_go_out(post, call))


def mark_posted(command: MarkPosted, call: Call) -> PostMarked | PostGone:
    """Remember that a post is out; the second time only a new link is news."""
    post = _post(command.post_id, call)
    if post.removed_at is not None:
        return PostGone(post, call.zone)
    link = posts.link(command.link, field="link")
    news = post.posted_at is None or link not in ("", post.posted_link)
    post.posted_link = link or post.posted_link
    if post.posted_at is None:
        missing = _check_may_go_out(post, call)
        if missing is not None:
            approving.go_without(call, post, notes.check(command.why, call.today, field="why"))
        post.posted_at = call.now
        _close_steps(post, call)
    return PostMarked(post, call.zone, post.posted_at, news)


def _check_may_go_out(post: Post, call: Call) -> Member | None:
    """Give whose yes is missing, which only the lead and the backup may go without; refuse it to everybody else."""
    missing = approving.missing_yes(call, post)
    if missing is not None and not call.leads():
        raise approval_errors.not_approved(missing.name, call.lead().name)
    return missing


def _form(call: Call, shown: PostFormOpened) -> PostFormOpened:
    """Add to the form for a new post who agreed to take photos."""
    if call.member.is_agency:
        return shown
    at = first_instant(shown.on or call.today, shown.at or time.max, call.zone)
    roster = agreed.roster(call, at)
    needed = templates.USUAL_MINUTES[Task.PHOTO]
    return replace(shown, could=roster.rank(Duty.PHOTO, needed)[:3]) if roster is not None else shown


def _assignee(user_id: str, call: Call) -> Member | None:
    if not user_id:
        return None
    return roles.can_be_asked(members.by_user(call.session, call.workspace_id, user_id), field="who")


def _close_steps(post: Post, call: Call) -> None:
    found = kept_steps.of_post(call.session, call.workspace_id, post.id or 0)
    over = steps.closed_by_posting(found, post.publish_at)
    for step in over:
        step.done_at = call.now
    call.session.flush()
    asking.end_questions(call, post.id or 0, over)
    nudged.settle(call, over)


def _post(post_id: int, call: Call) -> Post:
    """Give a post for oneself: of two people who click at once, the second sees what the first did."""
    post = kept_offers.hold_post(call.session, call.workspace_id, post_id)
    if post is None:
        raise plan_errors.no_such_post()
    return post

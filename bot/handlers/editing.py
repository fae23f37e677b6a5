"""Opening a post and changing it, with a version for every change; two people at once lose nothing.

An edit that meets another one is brought together with it. Where both changed the same field, nothing is saved: the
second person sees the other's words beside their own and decides.
"""

from collections.abc import Mapping
from datetime import date

from bot.commands.vocabulary import EditPost, OpenEditForm, OpenPost
from bot.domain import plan_errors, posts, versions
from bot.domain.outcomes.posts import EditFormOpened, PostGone, PostShown
from bot.domain.versions import Answers, Meeting
from bot.handlers import asking, in_series, moving, resting, strategy
from bot.handlers.call import Call
from storage import captions, members, steps
from storage import offers as kept_offers
from storage import posts as kept_posts
from storage import versions as kept_versions
from storage.tables import GoalKind, Maker, OfferState, Post, PostVersion, Shape

_SAID_IN_A_QUESTION = frozenset({"what", "kind", "takes", "shows", "shape"})
"""What the message that asks somebody for a step repeats, besides its moments."""


def open_post(command: OpenPost, call: Call) -> PostShown | PostGone:
    """Open a post: all it answers, what is still open, who is on what, and what it was before."""
    post = kept_posts.by_id(call.session, call.workspace_id, command.post_id)
    if post is None:
        raise plan_errors.no_such_post()
    return show(call, post) if post.removed_at is None else PostGone(post, call.zone)


def show(
    call: Call,
    post: Post,
    *,
    just: PostVersion | None = None,
    beside: tuple[PostVersion, ...] = (),
    followed: int = 0,
) -> PostShown:
    """Gather a post's card; `just` is what was changed a moment ago, `beside` what others changed at the same time."""
    people, holders = members.team(call.session, call.workspace_id)
    return PostShown(
        post=post,
        steps=steps.of_post(call.session, call.workspace_id, post.id or 0),
        people=people,
        history=tuple(kept_versions.of_post(call.session, call.workspace_id, post.id or 0)),
        left_open=posts.left_open(post),
        zone=call.zone,
        now=call.now,
        captions=captions.of_post(call.session, call.workspace_id, post.id or 0),
        is_removable=post.posted_at is None and posts.may_take_out(post, call.member, holders),
        just=just,
        beside=beside,
        position=in_series.positions(call, {post.id or 0: post.series_id}).get(post.id or 0),
        later=len(in_series.later(call, post)),
        followed=followed,
        repeats=kept_posts.by_id(call.session, call.workspace_id, post.repeats_id) if post.repeats_id else None,
        used=resting.used(call, post),
    )


def open_edit_form(command: OpenEditForm, call: Call) -> EditFormOpened | PostGone:
    """Open the form that changes a post, filled with what it says now."""
    post = kept_posts.by_id(call.session, call.workspace_id, command.post_id)
    if post is None:
        raise plan_errors.no_such_post()
    if post.removed_at is not None:
        return PostGone(post, call.zone)
    later = len(in_series.later(call, post))
    page = strategy.of_practice(call)
    return EditFormOpened(post, _answers(call, post), call.zone, _part(command.part), later=later, strategy=page)


def edit_post(command: EditPost, call: Call) -> PostShown | EditFormOpened | PostGone:
    """Change a post, unless somebody else changed the same meanwhile; then show both and change nothing."""
    post = kept_offers.hold_post(call.session, call.workspace_id, command.post_id)
    if post is None:
        raise plan_errors.no_such_post()
    if post.removed_at is not None:
        return PostGone(post, call.zone)
    wanted = _wanted(command)
    now = _answers(call, post)
    meanwhile = tuple(kept_versions.of_post(call.session, call.workspace_id, post.id or 0, since=command.version))
    meeting = versions.meet(wanted, now, meanwhile)
    if meeting.clashes:
        people = members.team(call.session, call.workspace_id)[0]
        wished, later = {**now, **_own(meeting)}, len(in_series.later(call, post))
        part = _part(command.part)
        page = strategy.of_practice(call)
        return EditFormOpened(post, wished, call.zone, part, meanwhile, meeting.clashes, people, later, page)
    following = in_series.later(call, post) if command.follow else []
    _check_rest(call, post, meeting.changes)
    made = change(call, post, meeting.changes) if meeting.changes else None
    for other in following:
        changes = in_series.shifted(meeting.changes, _answers(call, other))
        if changes:
            _check_rest(call, other, changes)
            change(call, other, changes)
    return show(call, post, just=made, beside=meanwhile, followed=len(following) if made else 0)


def change(call: Call, post: Post, changes: Mapping[str, tuple[str, str]]) -> PostVersion:
    """Write changes down as the post's next version, and move its open steps along where its moment changes."""
    wished: Answers = {**_answers(call, post), **{field: after for field, (_, after) in changes.items()}}
    _check(wished, changes, call.today)
    for field in versions.PLAIN:
        setattr(post, field, wished[field])
    captions.keep(call.session, call.workspace_id, post.id or 0, versions.captions_of(wished))
    post.version += 1
    is_moved = not changes.keys().isdisjoint(versions.MOMENT)
    if is_moved or "kind" in changes:
        moving.move(call, post, *versions.moment_of(wished), is_moved=is_moved)
    made = PostVersion(
        workspace_id=call.workspace_id,
        post_id=post.id or 0,
        number=post.version,
        changed_by=call.member_id,
        changed_at=call.now,
        changes={field: list(pair) for field, pair in changes.items()},
    )
    call.session.add(made)
    call.session.flush()
    if is_moved or not changes.keys().isdisjoint(_SAID_IN_A_QUESTION):
        _bring_questions_up_to_date(call, post)
    return made


def _wanted(command: EditPost) -> Answers:
    """Give what the form holds; what it does not ask for is left out."""
    given: Answers = {
        field: posts.keepable(words) for field in versions.PLAIN if (words := getattr(command, field)) is not None
    }
    if command.on is not None:
        given["on"] = command.on.isoformat()
    if command.at is not None:
        given["at"] = command.at.strftime("%H:%M")
    said = {f"{versions.CAPTION}{network}": posts.keepable(words) for network, words in command.captions}
    return {**given, **said}


def _answers(call: Call, post: Post) -> Answers:
    said = captions.of_post(call.session, call.workspace_id, post.id or 0)
    return versions.answers(post, said, call.zone)


def _part(asked: str) -> versions.Part:
    return versions.Part(asked) if asked in set(versions.Part) else versions.Part.ANSWERS


def _own(meeting: Meeting) -> Answers:
    return {field: after for field, (_, after) in meeting.changes.items()}


def _check(wished: Answers, changes: Mapping[str, object], today: date) -> None:
    posts.words(wished["what"])
    if "what" in changes:
        posts.check_discreet(wished["what"], today)
    if "link" in changes:
        posts.link(wished["link"], field="link")
    if wished["made_by"] not in set(Maker):
        raise plan_errors.who_makes_it()
    if wished["goal"] not in ("", *GoalKind) or wished["shape"] not in ("", *Shape):
        raise plan_errors.not_a_choice("goal" if "goal" in changes else "shape")
    for field in changes:
        posts.within_limits(wished[field], field=field)


def _check_rest(call: Call, post: Post, changes: Mapping[str, tuple[str, str]]) -> None:
    if "on" in changes:
        resting.check_move(call, post, date.fromisoformat(changes["on"][1]))


def _bring_questions_up_to_date(call: Call, post: Post) -> None:
    for offer in kept_offers.of_post(call.session, call.workspace_id, post.id or 0):
        if offer.state == OfferState.OPEN:
            asking.bring_up_to_date(call, offer)

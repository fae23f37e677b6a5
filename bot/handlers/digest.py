"""The digest of a week, what stands behind it, and posts beside each other: gathers the rows that each is made of."""

from dataclasses import replace
from datetime import date, timedelta

from bot.commands.vocabulary import ComparePosts, ShowDigest
from bot.domain import cohorts, comparing, composing, number_errors
from bot.domain import digest as weekly
from bot.domain.comparing import Compared
from bot.domain.digest import Digest, Gathered
from bot.domain.figures import Told
from bot.domain.outcomes.digest import DigestDetailed, DigestShown, PostsCompared
from bot.domain.verdict import BEFORE, RECENT, stretch
from bot.domain.weeks import Week
from bot.handlers import decisions, goals, open_comments, progress, thanks, unlogged
from bot.handlers.cadence import outline_of
from bot.handlers.call import Call, Scene
from bot.handlers.leads import in_use
from storage import figures, leads, lines, members, posts, spending
from storage.tables import Delivery

_LEADS = timedelta(weeks=RECENT + BEFORE)
"""How far back leads are looked at before the day they are judged on; the verdict's sixteen weeks lie in there."""


def show_digest(command: ShowDigest, call: Call) -> DigestShown:
    """Show the digest of a week that Rounds knows something of, to one who looks it up."""
    shown = _shown(begun(command.week, call), call, is_addressed=False)
    is_settled = shown.digest.settle is not None and shown.digest.settle.by < call.today
    return replace(shown, digest=replace(shown.digest, settle=None)) if is_settled else shown


def compose_digest(scene: Scene, delivery: Delivery) -> DigestShown | None:
    """Compose the digest of a week for a channel; None where the channel does not want it any more."""
    if delivery.recipient not in scene.workspace.digest_channels and not delivery.revises:
        return None
    return _shown(Week.parse(delivery.about["week"]), scene, is_addressed=True)


def compose_digest_details(scene: Scene, delivery: Delivery) -> DigestDetailed | None:
    """Compose what goes into the digest's thread; None where nothing is known that could."""
    week = Week.parse(delivery.about["week"])
    rows = gather(week, scene)
    digest = composing.compose(rows, week, now=scene.now, zone=scene.zone)
    detailed = DigestDetailed(
        digest,
        _compared(week.days[-1], scene),
        composing.who_asked(rows, week),
        unlogged.of_digest(week, scene, rows, digest.posts),
    )
    return detailed if detailed.tells_anything else None


def compare_posts(command: ComparePosts, call: Call) -> PostsCompared:  # noqa: ARG001 - every handler takes both
    """Show the posts of the last twelve weeks beside each other; to an agency without leads."""
    tells_leads = not call.member.is_agency
    return PostsCompared(_compared(call.today, call, tells_leads=tells_leads), tells_leads=tells_leads)


def begun(week: Week, call: Call) -> Week:
    """Give a week that Rounds knows something of; refuse one that has not begun or was over before that."""
    if week.monday > call.today:
        raise number_errors.week_ahead(week)
    if week.days[-1] < call.began_on:
        raise number_errors.week_before(week, call.began_on)
    return week


def gather(week: Week, scene: Scene) -> Gathered:
    """Give the rows that the digest of a week is made of."""
    session, workspace_id, last = scene.session, scene.workspace_id, week.days[-1]
    charted, judged_on = stretch(week, weekly.CHARTED), cohorts.judged_on(week, scene.today)
    planned = posts.between(session, workspace_id, charted[0].monday, last)
    _, logged_at, *_ = leads.touched(session, workspace_id)
    written = open_comments.of_week(week, scene)
    return Gathered(
        outline=outline_of(scene, week.monday, last),
        posts=planned,
        figures=figures.of_posts(session, workspace_id, [post.id or 0 for post in planned]),
        leads=leads.came_between(session, workspace_id, judged_on - _LEADS, last),
        in_use=in_use(scene),
        logged_at=logged_at,
        lines=lines.newest(session, workspace_id, str(week)),
        holders=members.holders(session, workspace_id),
        opening=scene.opening,
        began_on=scene.began_on,
        waits=progress.waits(judged_on, scene),
        spending=spending.between(session, workspace_id, stretch(week, RECENT)[0].monday, last),
        goal=goals.line(scene, week),
        thanks=thanks.shared_in(scene, week),
        areas=scene.workspace.areas,
        comments=written,
        under=open_comments.under([post.id or 0 for post in planned if post.on in week.days], scene),
        within=open_comments.within(scene) if written else "",
    )


def _shown(week: Week, scene: Scene, *, is_addressed: bool) -> DigestShown:
    """Show a week with its decisions: those about it, and those to look at again."""
    people = {member.id or 0: member for member in members.everybody(scene.session, scene.workspace_id)}
    reviews, decided = decisions.up_for_review(scene, week), decisions.decided_about(scene, week)
    return DigestShown(_digest(week, scene), is_addressed, reviews, decided, people)


def _digest(week: Week, scene: Scene) -> Digest:
    return composing.compose(gather(week, scene), week, now=scene.now, zone=scene.zone)


def _compared(last: date, scene: Scene, *, tells_leads: bool = True) -> Compared:
    first = last - timedelta(weeks=comparing.WEEKS)
    out = posts.between(scene.session, scene.workspace_id, first, last)
    known = figures.of_posts(scene.session, scene.workspace_id, [post.id or 0 for post in out])
    came = leads.came_between(scene.session, scene.workspace_id, first, last) if tells_leads else []
    return comparing.compare([Told.of(post, known.get(post.id or 0, ()), scene.zone) for post in out], came, last)

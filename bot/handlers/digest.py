"""The digest of a week and the line that each side adds to it: gathers rows, and owes the messages that change."""

from bot.commands.vocabulary import AddLine, OpenLineForm, ShowDigest
from bot.domain import digest as weekly
from bot.domain import number_errors
from bot.domain.digest import Digest, Gathered, Side
from bot.domain.discretion import addresses_somebody, holds_contact
from bot.domain.outcomes.digest import DigestShown, LineAdded, LineFormOpened
from bot.domain.verdict import BEFORE, RECENT, stretch
from bot.domain.weeks import Week
from bot.handlers.cadence import outline_of
from bot.handlers.call import Call, Scene
from bot.handlers.leads import in_use
from storage import figures, leads, lines, members, posts
from storage.tables import Delivery, Line, Role


def show_digest(command: ShowDigest, call: Call) -> DigestShown:
    """Show the digest of a week that Rounds knows something of, to one who looks it up."""
    return DigestShown(_digest(_begun(command.week, call), call), is_addressed=False)


def compose_digest(scene: Scene, delivery: Delivery) -> DigestShown | None:
    """Compose the digest of a week for a channel; None where the channel does not want it any more."""
    if delivery.recipient not in scene.workspace.digest_channels and not delivery.revises:
        return None
    return DigestShown(_digest(Week.parse(delivery.about["week"]), scene), is_addressed=True)


def open_line_form(command: OpenLineForm, call: Call) -> LineFormOpened:
    """Open the form for the line of a side, to whoever writes it."""
    side = _own_side(command.side, command.week, call)
    return LineFormOpened(command.week, side, may_say_none=_may_say_none(side.role, command.week, call))


def add_line(command: AddLine, call: Call) -> LineAdded:
    """Remember a side's line, and owe its digest once more where it is out already."""
    side = _own_side(command.side, command.week, call)
    says_none = command.none_came and _may_say_none(side.role, command.week, call)
    line = Line(
        workspace_id=call.workspace_id,
        week=str(command.week),
        side=side.role,
        member_id=call.member_id,
        words=_words(command.words, call, may_be_empty=says_none),
        says_none=says_none,
        written_at=call.now,
    )
    call.session.add(line)
    call.session.flush()
    keys = [weekly.key_of(command.week, channel) for channel in call.workspace.digest_channels]
    out = lines.digests_of(call.session, call.workspace_id, keys)
    for delivery in out:
        key = f"{delivery.key}/line-{line.id}"
        call.owe("digest", key, delivery.recipient, {"week": str(command.week)}, revises=delivery.key)
    return LineAdded(command.week, Side(side.role, side.holder, side.writer, line), messages=len(out))


def _own_side(named: str, week: Week, call: Call) -> Side:
    """Give a side if it is the caller's to write for."""
    if named not in weekly.SIDES:
        raise number_errors.no_such_side()
    role = Role(named)
    holders = members.holders(call.session, call.workspace_id)
    writer = weekly.writer_of(role, holders)
    if writer is None:
        raise number_errors.nobodys_line(named)
    if writer.id != call.member_id:
        raise number_errors.not_your_line(named, writer.name)
    line = lines.newest(call.session, call.workspace_id, str(_begun(week, call))).get(role)
    return Side(role, holders.get(role), writer, line)


def _may_say_none(role: Role, week: Week, call: Call) -> bool:
    """Tell whether it is up to this side to say that no leads came, because none is logged."""
    came = leads.came_between(call.session, call.workspace_id, week.monday, week.days[-1])
    return role is Role.SALES and not came


def _words(typed: str, call: Call, *, may_be_empty: bool) -> str:
    words = " ".join(typed.split())
    if not words and not may_be_empty:
        raise number_errors.no_words()
    if len(words) > weekly.LONGEST:
        raise number_errors.long_line(len(words), weekly.LONGEST)
    if holds_contact(words, call.today) or addresses_somebody(words):
        raise number_errors.private_line()
    return words


def _begun(week: Week, call: Call) -> Week:
    if week.monday > call.today:
        raise number_errors.week_ahead(week)
    if week.days[-1] < call.began_on:
        raise number_errors.week_before(week, call.began_on)
    return week


def _digest(week: Week, scene: Scene) -> Digest:
    session, workspace_id = scene.session, scene.workspace_id
    charted, compared = stretch(week, weekly.CHARTED), stretch(week, RECENT + BEFORE)
    planned = posts.between(session, workspace_id, charted[0].monday, week.days[-1])
    _, logged_at, _ = leads.touched(session, workspace_id)
    rows = Gathered(
        outline=outline_of(scene, week.monday, week.days[-1]),
        posts=planned,
        figures=figures.newest(session, workspace_id, [post.id or 0 for post in planned]),
        leads=leads.came_between(session, workspace_id, compared[0].monday, week.days[-1]),
        in_use=in_use(scene),
        logged_at=logged_at,
        lines=lines.newest(session, workspace_id, str(week)),
        holders=members.holders(session, workspace_id),
        closed_days=scene.opening.closed_days,
        began_on=scene.began_on,
    )
    return weekly.compose(rows, week, now=scene.now, zone=scene.zone)

"""Asking, on the workday before a digest, for what it still lacks: figures of posts, and word of the week's leads.

One message to each person, and none where nothing is missing. What stays unanswered counts as unknown, never as zero.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter

from bot.commands.vocabulary import SayNoneCame
from bot.domain import agenda, asking_times, number_errors
from bot.domain.agenda import Rows
from bot.domain.figures import Told
from bot.domain.outcomes.asked import NumbersAsked
from bot.domain.weeks import Week
from bot.handlers import away
from bot.handlers.call import Call, Scene
from storage import deliveries, figures, leads, lines, members, posts
from storage.tables import Delivery, Lead, Line, Member, Post, Role, Stage

KIND = "digest-ask"
_MOST = 8
_A_WEEK = timedelta(days=7)
_moment = itemgetter(0)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who is asked, for which sides, and whom they stand in for."""

    reader: Member
    sides: tuple[Role, ...]
    instead_of: Member | None


def tell(scene: Scene, rows: Rows) -> datetime | None:
    """Owe what is to be asked before the next digest, and give when to look again."""
    if not rows.opening.is_ever_open:
        return None
    moments = (each for each in agenda.weekly_moments(rows, scene.now) if each[1].kind == "digest")
    digest_at, digest = min((each for each in moments if each[0] > scene.now), default=(None, None), key=_moment)
    if digest_at is None or digest is None:
        return None
    day = asking_times.workday_before(digest_at, rows.opening, rows.zone)
    at = asking_times.afternoon_of(day, rows.opening, rows.zone)
    if at > scene.now:
        return at
    if at < rows.rhythm.since_at:
        return None
    times = {"at": digest_at.isoformat(), "asked_at": at.isoformat()}
    waits = [_ask(scene, digest.week, times, speaker) for speaker in _speakers(scene, rows)]
    return min((each for each in waits if each is not None), default=None)


def say_none_came(command: SayNoneCame, call: Call) -> Week:
    """Remember that no leads came in a week, beside the line the sales side may have written for it."""
    week = command.week
    if week.monday > call.today:
        raise number_errors.week_ahead(week)
    if not leads.came_between(call.session, call.workspace_id, week.monday, week.days[-1]):
        line = lines.newest(call.session, call.workspace_id, str(week)).get(Role.SALES)
        if line is None:
            line = Line(
                workspace_id=call.workspace_id,
                week=str(week),
                side=Role.SALES,
                member_id=call.member_id,
                written_at=call.now,
            )
        line.says_none = True
        call.session.add(line)
        call.session.flush()
    return week


def keys(scene: Scene) -> set[str]:
    """Give the keys under which somebody may have been asked lately."""
    this = Week.of(scene.today)
    people = {holder.id for holder in members.holders(scene.session, scene.workspace_id).values()}
    return {f"{KIND}/{week}/{member_id}" for week in (this, this.previous()) for member_id in people}


def gather(scene: Scene, told: Delivery) -> NumbersAsked:
    """Gather what is missing by now of what was there to be asked about at the time for it."""
    week, sides = Week.parse(told.about["week"]), told.about["sides"]
    asked_at = datetime.fromisoformat(told.about["asked_at"])
    untouched = _untouched(scene, week, asked_at) if Role.SALES in sides else []
    return NumbersAsked(
        key=told.key,
        week=week,
        digest_at=datetime.fromisoformat(told.about["at"]),
        posts=_without_figures(scene, week, asked_at) if Role.MARKETING in sides else (),
        says_nothing=Role.SALES in sides and _says_nothing(scene, week),
        untouched=untouched[:_MOST],
        more=len(untouched[_MOST:]),
        today=scene.today,
        zone=scene.zone,
        instead_of=members.by_id(scene.session, scene.workspace_id, told.about.get("for") or 0),
    )


def _speakers(scene: Scene, rows: Rows) -> list[_Speaker]:
    """Give who is asked for which sides: often two people, sometimes one for both."""
    found: dict[int, _Speaker] = {}
    for role in (Role.MARKETING, Role.SALES):
        asks = away.speaker(scene, rows, role)
        if asks is not None:
            reader, absent = asks
            before = found.get(reader.id or 0, _Speaker(reader, (), None))
            found[reader.id or 0] = _Speaker(reader, (*before.sides, role), before.instead_of or absent)
    return list(found.values())


def _ask(scene: Scene, week: Week, times: dict[str, str], speaker: _Speaker) -> datetime | None:
    key = f"{KIND}/{week}/{speaker.reader.id}"
    if deliveries.by_key(scene.session, scene.workspace_id, key) is not None:
        return None
    about = {
        "week": str(week),
        "sides": [str(role) for role in speaker.sides],
        **times,
        "for": speaker.instead_of.id if speaker.instead_of else None,
    }
    wanted = gather(scene, Delivery(workspace_id=scene.workspace_id, key=key, kind=KIND, recipient="", about=about))
    return None if wanted.lacks_nothing else away.owe_when_free(scene, speaker.reader, KIND, key, about)


def _without_figures(scene: Scene, week: Week, until: datetime) -> list[Post]:
    planned = posts.between(scene.session, scene.workspace_id, week.monday, week.days[-1])
    out = [post for post in planned if post.posted_at is not None and post.posted_at < until]
    known = figures.newest(scene.session, scene.workspace_id, [post.id or 0 for post in out])
    return [post for post in out if not Told(post, known.get(post.id or 0)).has_figures][:_MOST]


def _says_nothing(scene: Scene, week: Week) -> bool:
    if leads.came_between(scene.session, scene.workspace_id, week.monday, week.days[-1]):
        return False
    line = lines.newest(scene.session, scene.workspace_id, str(week)).get(Role.SALES)
    return line is None or not line.says_none


def _untouched(scene: Scene, week: Week, until: datetime) -> list[Lead]:
    """Give the leads nobody has said anything about, the oldest first; those older than ten weeks are history."""
    since = week.monday - 10 * _A_WEEK
    found = leads.came_between(scene.session, scene.workspace_id, since, week.days[-1])
    return [lead for lead in found if lead.stage == Stage.NEW and lead.logged_at < until]

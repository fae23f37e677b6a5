"""What Rounds itself knows beside the questions of a check-up: counts of what the whole team can see anyway.

Up to twelve whole weeks are counted. Nobody is named but whom the strategy names, and what only some may read, such as
thanks that were kept private or how sure somebody is of a duty, counts for nothing here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import check_up, checks, goals, questions
from bot.domain.check_up import Part, Seen
from bot.domain.comments import answering, written_since
from bot.domain.digest import SIDES
from bot.domain.weeks import Week
from bot.handlers import duties, open_comments, stall
from bot.handlers.call import Scene
from storage import check_ups as kept
from storage import comments, posts
from storage import duties as agreements
from storage import goals as aims
from storage import questions as asked
from storage.tables import Duty, Role


@dataclass(frozen=True, slots=True)
class _Weeks:
    """The whole weeks that are counted, from the first to the last; there may be none."""

    first: Week
    last: Week

    @property
    def count(self) -> int:
        return (self.last.monday - self.first.monday).days // 7 + 1


def seen(scene: Scene) -> Seen:
    """Gather what stands beside the questions."""
    this = Week.of(scene.today)
    weeks = _Weeks(max(Week.of(scene.began_on), _back(this)), this.previous())
    team = [one for one, _ in agreements.of_team(scene.session, scene.workspace_id) if one.duty != Duty.LEARNING]
    covers = duties.covers(scene)
    return Seen(
        since_on=max(weeks.first.monday, scene.began_on) if weeks.count else None,
        agreed=len({one.member_id for one in team}),
        minutes=sum(one.minutes for one in team),
        kept=_kept(scene),
        goals=len(goals.open_ones(aims.all_of(scene.session, scene.workspace_id), scene.today)),
        covered=Part(sum(cover.holder is not None for cover in covers), len(covers)),
        in_time=_in_time(scene, weeks.first.starts_at(scene.zone), this.starts_at(scene.zone)),
        answerer=_answerer(scene),
        thanks=kept.thanks_told(scene.session, scene.workspace_id, str(weeks.first), str(weeks.last)),
        has_sponsor=scene.holder(Role.SPONSOR) is not None,
        both_wrote=_both_wrote(scene, weeks),
        invited=_invited(scene, weeks),
        asked=_asked(scene, weeks.first.starts_at(scene.zone)),
    )


def _back(week: Week) -> Week:
    return Week.of(week.monday - timedelta(weeks=check_up.WEEKS))


def _kept(scene: Scene) -> Part:
    weeks = stall.kept_weeks(scene)
    return Part(sum(week.kept for week in weeks), sum(week.places for week in weeks))


def _in_time(scene: Scene, since: datetime, until: datetime) -> Part:
    pictures = kept.pictures_due(scene.session, scene.workspace_id, since, until)
    return Part(sum(step.done_at is not None and step.done_at <= step.due_at for step in pictures), len(pictures))


def _answerer(scene: Scene) -> str:
    answerer = open_comments.named(scene)
    return answerer.name if answerer is not None and not answerer.is_deactivated else ""


def _both_wrote(scene: Scene, weeks: _Weeks) -> Part:
    wrote = kept.sides_of_weeks(scene.session, scene.workspace_id, str(weeks.first), str(weeks.last))
    named = [week for week, side in wrote if side in SIDES]
    return Part(sum(named.count(week) == len(SIDES) for week in set(named)), weeks.count)


def _invited(scene: Scene, weeks: _Weeks) -> Part:
    planned = posts.between(scene.session, scene.workspace_id, weeks.first.monday, weeks.last.days[-1])
    out = [post for post in planned if post.posted_at is not None]
    return Part(sum(checks.invites(post) or checks.is_ad(post) for post in out), len(out))


def _asked(scene: Scene, since: datetime) -> Part:
    heard = questions.answering(asked.hearings(scene.session, scene.workspace_id, since), since)
    wrote = comments.written_between(scene.session, scene.workspace_id, since, scene.now)
    wanted = answering(written_since(wrote, since))
    return Part(heard.answered + wanted.answered, heard.heard + wanted.heard)

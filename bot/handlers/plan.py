"""Looking at a week of the plan, for one person or for a channel."""

from bot.commands.vocabulary import ShowPlan
from bot.domain import cadence
from bot.domain.outcomes.plan import WeekAnnounced, WeekShown
from bot.domain.weeks import Week
from bot.handlers.cadence import outline_of
from bot.handlers.call import Call, Scene
from storage import members, steps
from storage import posts as kept_posts
from storage.tables import Delivery


def show_plan(command: ShowPlan, call: Call) -> WeekShown:
    """Show a week of the plan."""
    return look_at(command.week, call)


def compose_week_plan(scene: Scene, delivery: Delivery) -> WeekAnnounced | None:
    """Tell a channel the plan of a week; nothing where there is neither an outline nor a post."""
    shown = look_at(Week.parse(delivery.about["week"]), scene)
    return WeekAnnounced(shown) if shown.entries else None


def look_at(week: Week, scene: Scene) -> WeekShown:
    """Gather how a week stands."""
    days = week.days
    outline = outline_of(scene, days[0], days[-1])
    around = kept_posts.between(scene.session, scene.workspace_id, outline.first_due(days[0]), days[-1])
    found = [post for post in around if post.on in days]
    entries = cadence.lay_out(week, outline, around, now=scene.now, zone=scene.zone)
    people = {member.id or 0: member for member in members.everybody(scene.session, scene.workspace_id)}
    return WeekShown(
        week=week,
        now=scene.now,
        zone=scene.zone,
        entries=entries,
        steps=steps.of_posts(scene.session, scene.workspace_id, [post.id or 0 for post in found]),
        people=people,
        left_out=outline.left_out(days[0], days[-1], around),
        closed_on=tuple(day for day in days if day in scene.opening.closed_days),
    )

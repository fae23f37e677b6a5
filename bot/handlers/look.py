"""What the clock starts for one workspace: gather, ask the agenda, owe what is due, and say when to look again.

Whoever changes a step, an offer or the set-up has to look again afterwards, because the next moment may be sooner.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import agenda, dependencies, etiquette, nudging, pauses
from bot.domain.agenda import Rows, Weekly
from bot.domain.digest import details_of
from bot.domain.etiquette import Manners
from bot.domain.nudging import Due
from bot.domain.rhythm import Rhythm
from bot.domain.team import Team
from bot.handlers import (
    agreed,
    announced,
    approving,
    asked,
    away,
    check_up,
    lacking,
    learning,
    leaving,
    missing,
    money,
    open_comments,
    open_leads,
    pings,
    stall,
)
from bot.handlers.call import Scene
from storage import announcements, events, habits, members, nudges, offers, waiting
from storage.habits import Unusual
from storage.tables import Member, Nudge, Role, Step

_A_MINUTE = timedelta(minutes=1)
_A_DAY = timedelta(days=1)


def look(scene: Scene) -> datetime | None:
    """Owe everything that is due in this workspace now, and give the next moment at which something may be."""
    if scene.workspace.set_up_at is not None:
        approving.bring_up_to_date(scene)
    rows = gather(scene)
    if rows is None:
        return None
    owed = agenda.due(rows, scene.now)
    is_all_noted = _owe_nudges(scene, owed.nudges)
    waits = [_owe_weekly(scene, rows, weekly) for weekly in owed.weeklies]
    _keep_current(scene)
    if not _is_paused(scene):
        waits += [away.tell(scene, rows), open_leads.tell(scene, rows), lacking.tell(scene, rows), learning.look(scene)]
        waits += [
            pings.tell(scene, rows.events),
            money.tell(scene),
            check_up.look(scene),
            open_comments.tell(scene, rows),
        ]
    moments = [agenda.next_wake(rows, scene.now), leaving.look_at_people(scene, rows), *waits]
    moments += [] if is_all_noted else [scene.now + _A_MINUTE]
    return min((at for at in moments if at is not None), default=None)


def gather(scene: Scene) -> Rows | None:
    """Give the rows that decide what is owed; None where the workspace is not set up yet."""
    session, workspace_id, workspace = scene.session, scene.workspace_id, scene.workspace
    if workspace.set_up_at is None:
        return None
    is_paused, often_late = _is_paused(scene), agreed.often_late(scene)
    questions = [] if is_paused else offers.open_ones(session, workspace_id)
    asked_about = {offer.post_id for offer in questions}
    steps, beyond_at = ((), None) if is_paused else _steps(scene, asked_about, is_early=bool(often_late))
    people = habits.of_team(session, workspace_id)
    of_post: defaultdict[int, list[Step]] = defaultdict(list)
    for step in steps:
        of_post[step.post_id].append(step)
    accepted = [step for step in steps if step.accepted_at is not None]
    held_up = dependencies.held_up(steps)
    rows = Rows(
        zone=scene.zone,
        opening=scene.opening,
        rhythm=Rhythm.of(workspace, workspace.set_up_at),
        team=team(scene, people),
        steps=[step for step in accepted if step.id not in held_up],
        waiting=[(step, held_up[step.id or 0]) for step in accepted if step.id in held_up],
        events=() if is_paused else events.to_come(session, workspace_id, scene.now),
        missing=missing.missing(scene, steps),
        offers=[(offer, [step for step in of_post[offer.post_id] if step.task in offer.tasks]) for offer in questions],
        told=nudges.told(session, workspace_id, [step.id or 0 for step in steps]),
        manners={one.member_id: Manners.of(one.habits) for one in people if one.habits is not None},
        shared=habits.last_shared(session, workspace_id, scene.now - _A_DAY),
        beyond_at=beyond_at,
        answer_minutes=workspace.answer_minutes,
        absences=[one.absence for one in people if one.absence is not None],
        often_late=often_late,
        pauses=workspace.pauses,
    )
    keys = {weekly.key for _, weekly in agenda.weekly_moments(rows, scene.now)}
    known = nudges.keys_among(session, workspace_id, keys | leaving.keys(scene))
    return replace(rows, keys=known | stall.looked(scene))


def _keep_current(scene: Scene) -> None:
    """Compare what messages say with what is true now; the channels' and the people's are read at one go."""
    channels, people = announced.keys(scene), asked.keys(scene)
    told = announcements.sent(scene.session, scene.workspace_id, channels | people)
    announced.keep_current(scene, [message for message in told if message.key in channels])
    asked.keep_current(scene, [message for message in told if message.key in people])


def _is_paused(scene: Scene) -> bool:
    return pauses.until(scene.workspace.pauses, scene.today) is not None


def team(scene: Scene, people: Sequence[Unusual] | None = None) -> Team:
    """Give who may be told when somebody doesn't answer."""
    holders = members.holders(scene.session, scene.workspace_id)
    lead, backup = holders.get(Role.LEAD), holders.get(Role.BACKUP)
    if people is None:
        people = habits.of_team(scene.session, scene.workspace_id)
    gone = frozenset(one.member_id for one in people if one.is_gone)
    away = frozenset(one.member_id for one in people if one.is_away(scene.now))
    return Team(lead.id if lead else None, backup.id if backup else None, gone, away)


def _owe_weekly(scene: Scene, rows: Rows, weekly: Weekly) -> datetime | None:
    """Owe a weekly message; one to a person waits for when they may be reminded, and gives that moment.

    It counts among the messages that they get in a day, as every reminder does.
    """
    recipient = weekly.channel
    if recipient in agenda.ROLES:
        holder = _holder(scene, rows, Role(recipient))
        if holder is None:
            return None
        manners = Manners.of(habits.of_member(scene.session, scene.workspace_id, holder.id or 0))
        free_at = (
            etiquette.free_at(manners, scene.now, scene.opening, scene.zone) if scene.opening.is_ever_open else None
        )
        if free_at is not None and free_at > scene.now:
            return free_at
        if weekly.kind == "stall" and not stall.notice(scene, weekly.week):
            return None
        away.count(scene, holder.id or 0, scene.now)
        recipient = holder.user_id
    about = {"week": str(weekly.week)}
    scene.owe(weekly.kind, weekly.key, recipient, about)
    if weekly.kind == "digest":
        scene.owe("digest-details", details_of(weekly.key), recipient, about, under=weekly.key)
    return None


def _holder(scene: Scene, rows: Rows, role: Role) -> Member | None:
    """Give who hears what is for a role: the backup while the lead is away; whoever leads, nothing as the sponsor."""
    lead = members.by_id(scene.session, scene.workspace_id, rows.team.lead or 0)
    holder = lead if role is Role.LEAD else scene.holder(role)
    is_lead_too = role is not Role.LEAD and holder is not None and lead is not None and holder.id == lead.id
    return None if holder is None or holder.is_deactivated or is_lead_too else holder


def _steps(scene: Scene, asked_about: Collection[int], *, is_early: bool) -> tuple[Sequence[Step], datetime | None]:
    """Give the steps that may have a reminder by now or be asked about, and when the next other one is due."""
    if not scene.opening.is_ever_open:
        return (), None
    until = nudging.horizon(scene.now, scene.opening, scene.zone, is_early=is_early)
    session, workspace_id = scene.session, scene.workspace_id
    found = waiting.near(session, workspace_id, scene.now, until=until, post_ids=asked_about)
    return found, waiting.first_due_after(session, workspace_id, scene.now, until)


def _owe_nudges(scene: Scene, due: Sequence[Due]) -> bool:
    """Owe one message for each person; False where one of this very minute is owed already and the rest must wait."""
    of_person: defaultdict[int, list[Due]] = defaultdict(list)
    for reminder in due:
        of_person[reminder.member_id].append(reminder)
    is_all_noted = True
    minute = scene.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    people = {member.id: member for member in members.everybody(scene.session, scene.workspace_id)} if due else {}
    for member_id, reminders in of_person.items():
        is_last = away.count(scene, member_id, scene.now)
        about = {"member": member_id, "last": is_last}
        delivery = scene.owe("nudge", f"nudge/{member_id}/{minute}", people[member_id].user_id, about)
        if delivery is None:
            away.count(scene, member_id, scene.now, -1)
            is_all_noted = False
            continue
        scene.session.add_all(_noted(scene, reminder, delivery.id) for reminder in reminders)
    scene.session.flush()
    return is_all_noted


def _noted(scene: Scene, due: Due, delivery_id: int | None) -> Nudge:
    return Nudge(
        workspace_id=scene.workspace_id,
        step_id=due.step_id,
        reminder=due.reminder,
        member_id=due.member_id,
        due_at=due.reckoned_from,
        delivery_id=delivery_id,
    )

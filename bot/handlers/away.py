"""People who are away: said by them or by their status; the stand-in hears once, and so do they when they are back.

Nothing changes hands: a step keeps its owner, and only who is reminded of it changes while the owner is away.
"""

from datetime import datetime, time, timedelta
from typing import Any

from bot.commands.vocabulary import ComeBack, GoAway
from bot.domain import digest, etiquette, people_errors
from bot.domain.agenda import Rows
from bot.domain.etiquette import Manners
from bot.domain.localtime import first_instant
from bot.domain.outcomes.people import AwayCovered, AwaySaid, BackSaid, Returned
from bot.handlers.call import Call, Scene
from storage import habits, members, waiting
from storage.tables import Absence, Delivery, Member, Post, Role, Step

_STATUS_LASTS = timedelta(days=2)
"""A status without an end counts until it is looked up again, which happens every opening day."""


def go_away(command: GoAway, call: Call) -> AwaySaid:
    """Remember when whoever asks is away, in the place of what they said before."""
    first_at = first_instant(command.first_on, time.min, call.zone) if command.first_on else call.now
    until_at = first_instant(command.until_on, command.until or time.min, call.zone)
    if until_at <= max(first_at, call.now):
        raise people_errors.away_ends_first()
    absence = _say(call, call.member_id, max(first_at, call.now), until_at)
    holders = members.holders(call.session, call.workspace_id)
    stand_in = next(
        (holders[role] for role in (Role.BACKUP, Role.LEAD) if role in holders and holders[role].id != call.member_id),
        None,
    )
    return AwaySaid(absence, stand_in, call.now, call.zone)


def come_back(command: ComeBack, call: Call) -> BackSaid:  # noqa: ARG001 - every handler takes its command
    """Count whoever asks as here again."""
    found = habits.absence_of(call.session, call.workspace_id, call.member_id)
    was_away = found is not None and found.until_at > call.now
    if found is not None and was_away:
        found.until_at = call.now
        found.returned_at = call.now  # they see it in the answer
    return BackSaid(was_away, waiting.of_member(call.session, call.workspace_id, call.member_id, call.now))


def notice_status(scene: Scene, member: Member) -> bool:
    """Count somebody as away while their status says so, unless they said themselves when; True where that is new."""
    found = habits.absence_of(scene.session, scene.workspace_id, member.id or 0)
    running = found if found is not None and found.until_at > scene.now else None
    if running is not None and not running.by_status:
        return False
    if not member.is_out:
        if running is not None:
            running.until_at = scene.now
        return running is not None
    until_at = max(member.out_until or scene.now + _STATUS_LASTS, scene.now)
    if running is not None:
        running.until_at = until_at
    elif until_at > scene.now:
        _say(scene, member.id or 0, scene.now, until_at).by_status = True
    return running is None


def tell(scene: Scene, rows: Rows) -> datetime | None:
    """Tell stand-ins who is away, and people who are back what is theirs; give when whoever must wait can be told."""
    waits = [_told(scene, rows, absence) for absence in rows.absences]
    return min((at for at in waits if at is not None), default=None)


def count(scene: Scene, member_id: int, at: datetime, more: int = 1) -> bool:
    """Count the messages of that moment's day to somebody; True where that was the last one of the day."""
    kept = habits.of_member(scene.session, scene.workspace_id, member_id)
    on = at.astimezone(scene.zone).date()
    if kept.nudged_on != on and more > 0:
        kept.nudged_on, kept.nudged = on, 0
    if kept.nudged_on == on:
        kept.nudged = max(0, kept.nudged + more)
    return kept.nudged >= kept.most_a_day


def speaker(scene: Scene, rows: Rows, role: Role) -> tuple[Member, Member | None] | None:
    """Give who is asked what a side knows, and whom they stand in for, where its writer is away or has left."""
    writer = digest.writer_of(role, members.holders(scene.session, scene.workspace_id))
    if writer is not None and rows.team.is_here(writer.id or 0):
        return writer, None
    stand_in = members.by_id(scene.session, scene.workspace_id, rows.team.lead or 0)
    return (stand_in, writer) if stand_in is not None else None


def owe_when_free(scene: Scene, reader: Member, kind: str, key: str, about: dict[str, Any]) -> datetime | None:
    """Owe somebody a message they may be reminded with now; otherwise give the moment from which they may be."""
    manners = Manners.of(habits.of_member(scene.session, scene.workspace_id, reader.id or 0))
    at = etiquette.free_at(manners, scene.now, scene.opening, scene.zone)
    if at != scene.now:
        return at
    if scene.owe(kind, key, reader.user_id, about) is not None:
        count(scene, reader.id or 0, scene.now)
    return None


def compose_away_cover(scene: Scene, delivery: Delivery) -> AwayCovered | None:
    """Tell the stand-in what may come to them; nothing where nothing is due meanwhile."""
    member = members.by_id(scene.session, scene.workspace_id, delivery.about["member"])
    until_at = habits.away_until(scene.session, scene.workspace_id, delivery.about["member"], scene.now)
    if member is None or until_at is None:
        return None
    steps = _theirs(scene, member.id or 0, until_at)
    return AwayCovered(member, until_at, steps, scene.now, scene.zone) if steps else None


def compose_away_back(scene: Scene, delivery: Delivery) -> Returned | None:
    """Tell somebody who is back what is theirs again."""
    steps = waiting.of_member(scene.session, scene.workspace_id, delivery.about["member"], scene.now)
    return Returned(steps, scene.now, scene.zone) if steps else None


def _say(scene: Scene, member_id: int, from_at: datetime, until_at: datetime) -> Absence:
    found = habits.absence_of(scene.session, scene.workspace_id, member_id)
    if found is None:
        found = Absence(workspace_id=scene.workspace_id, member_id=member_id, from_at=from_at, until_at=until_at)
    found.from_at, found.until_at = from_at, until_at
    found.by_status, found.covered_at, found.returned_at = False, None, None
    scene.session.add(found)
    return found


def _told(scene: Scene, rows: Rows, absence: Absence) -> datetime | None:
    """Tell what is to be told about one absence now; otherwise give when that can be done."""
    if scene.now < absence.from_at or not rows.opening.is_ever_open:
        return None
    is_back = scene.now >= absence.until_at
    if is_back and absence.covered_at is None:
        absence.returned_at = scene.now
        return None
    if absence.covered_at is not None and not is_back:
        return None
    reader = absence.member_id if is_back else rows.team.stand_in(absence.member_id)
    steps = _theirs(scene, absence.member_id, None if is_back else absence.until_at)
    if reader is not None and steps:
        kept = habits.of_member(scene.session, scene.workspace_id, reader)
        at = etiquette.free_at(Manners.of(kept), scene.now, scene.opening, scene.zone)
        if at != scene.now:
            return at
        _owe(scene, reader, "away-back" if is_back else "away-cover", absence)
    if is_back:
        absence.returned_at = scene.now
    else:
        absence.covered_at = scene.now
    return None


def _theirs(scene: Scene, member_id: int, until_at: datetime | None) -> list[tuple[Step, Post]]:
    """Give what somebody has said yes to and that is due before a moment, or all of it."""
    found = waiting.of_member(scene.session, scene.workspace_id, member_id, scene.now)
    return [(step, post) for step, post in found if until_at is None or step.due_at < until_at]


def _owe(scene: Scene, reader_id: int, kind: str, absence: Absence) -> None:
    reader = members.by_id(scene.session, scene.workspace_id, reader_id)
    if reader is not None:
        count(scene, reader_id, scene.now)
        key = f"{kind}/{absence.member_id}/{absence.from_at:%Y-%m-%dT%H:%MZ}"
        scene.owe(kind, key, reader.user_id, {"member": absence.member_id})

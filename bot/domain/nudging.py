"""When a step is nudged, and whom: pure reckoning with opening hours, the rows in and the reminders out.

An accepted step reminds its owner an opening day before it is due, when it is due, and two open hours later. Then the
backup is asked to lend a hand, then the lead. An offer without an answer reminds the person asked, then asks the
backup, then the lead. Only the latest reminder of a step that is reached counts, so that a long silence never ends in a
burst. A snooze, or a step that was taken on late, starts the reckoning anew; whoever has just said yes, asked for help
or shared a photo is left alone for a while. Nothing here knows what a reminder looks like, or whether its reader may be
disturbed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import events
from bot.domain.etiquette import Urgency, next_day, urgency
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.team import Team
from storage.tables import ApprovalState, Event, Offer, Reminder, Step

OVERDUE_AFTER = 120
"""Two open hours: enough to do it between two appointments, and still the same half-day."""
BACKUP_AFTER = 240
"""Half a working day: there is still time to step in before the day is over."""
LEAD_AFTER = 480
"""A working day: from here on the plan itself may have to change, and that is the lead's."""
GRACE = 60
"""Whoever said yes within the last open hour knows."""
ACTIVE_FOR = 120
"""Whoever did something about it within the last two open hours is at it."""
ANSWER_WITHIN = 30
"""A question that is not seen within half an open hour was probably missed, and somebody plans with the answer."""
ANSWER_AT_LEAST = 120
"""The lead hears of a question without an answer two open hours after it was repeated, or later."""

QUESTIONS = frozenset({Reminder.UNANSWERED, Reminder.UNANSWERED_BACKUP, Reminder.UNANSWERED_LEAD})
"""The reminders that are about an offer without an answer."""
OWN = frozenset(
    {
        Reminder.UNANSWERED,
        Reminder.AT_RISK,
        Reminder.DAY_BEFORE,
        Reminder.LEAVING,
        Reminder.DUE,
        Reminder.OVERDUE,
        Reminder.MISSING_OWN,
    }
)
"""The reminders that go to whoever has the step; the others ask somebody to help out."""

_ANSWERED = (ApprovalState.HELD, ApprovalState.REJECTED)
_A_DAY = timedelta(days=1)
A_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder about one step to one person; `reckoned_from` tells it apart from the same reminder another time."""

    step_id: int
    member_id: int
    reminder: Reminder
    reckoned_from: datetime
    moment_at: datetime
    urgency: Urgency = Urgency.RINGS

    @property
    def mark(self) -> tuple[int, str, datetime]:
        """What makes this reminder the same as one that was sent: never two with the same mark."""
        return self.step_id, self.reminder, self.reckoned_from


def of_step(
    step: Step,
    team: Team,
    opening: Opening,
    zone: ZoneInfo,
    *,
    active_at: datetime | None = None,
    skips_day_before: bool = False,
    event: Event | None = None,
    is_early: bool = False,
) -> Sequence[Due]:
    """Every reminder about an accepted step, from the mildest on; none where it is done or nobody is ever in.

    A look that was answered with "hold" or "no" waits for nobody: it is asked for anew once there is something to see.

    Pictures of an event have their last word an open hour before it begins, instead of the day before.
    `active_at` is when its owner last did something about it, other than asking for help. For an owner who needs more
    time than others (`is_early`) the first reminder comes an opening day sooner, and says nothing of why.
    """
    owner = team.reminded_for(step.owner_id)
    if step.done_at or step.answer in _ANSWERED or step.accepted_at is None or owner is None:
        return ()
    if not opening.is_ever_open:
        return ()
    base, quiet_at = _reckoned_from(step, opening, zone), _quiet_until(step, active_at, opening, zone)
    backup = team.backup if team.backup != owner else None
    lead = team.lead if team.lead not in (owner, backup) else None
    later = (
        (Reminder.DUE, owner, 0),
        (Reminder.OVERDUE, owner, OVERDUE_AFTER),
        (Reminder.OVERDUE_BACKUP, backup, BACKUP_AFTER),
        (Reminder.OVERDUE_LEAD, lead, LEAD_AFTER),
    )
    rows = []
    for reminder, told, minutes in later:
        if told is not None:
            at = opening.add_open_time(base, minutes, zone)
            at = max(at, quiet_at) if told == step.owner_id else at
            rows.append(Due(step.id or 0, told, reminder, base, at))
    snoozed = step.snoozed_until
    if snoozed is not None and snoozed < step.due_at:
        return (Due(step.id or 0, owner, Reminder.DAY_BEFORE, snoozed, opening.next_open(snoozed, zone)), *rows)
    if event is not None:
        at = max(events.leaving_at(event, opening, zone), quiet_at)
        leaving = Due(step.id or 0, owner, Reminder.LEAVING, event.starts_at, at)
        return (leaving, *rows) if at < event.starts_at else rows
    before_at = first_moment(step.due_at, opening, zone, is_early=is_early)
    if snoozed is None and before_at > opening.add_open_time(step.accepted_at, GRACE, zone):
        wanted = urgency(Reminder.DAY_BEFORE, step.task, skips_day_before=skips_day_before)
        return (Due(step.id or 0, owner, Reminder.DAY_BEFORE, step.due_at, max(before_at, quiet_at), wanted), *rows)
    return rows


def of_offer(
    offer: Offer,
    steps: Sequence[Step],
    team: Team,
    opening: Opening,
    zone: ZoneInfo,
    *,
    within: int = ANSWER_WITHIN,
) -> Sequence[Due]:
    """Every reminder about an offer that waits for an answer, reckoned with the step of it that is due first.

    It is repeated after so many open minutes, and after as many again the backup is asked, or the lead where there is
    none; the lead hears after another opening day, sooner where the step is due sooner, and at once where the person
    asked is away or has left. What the lead is asked stays between the lead and Rounds.
    """
    waiting = [step for step in steps if not step.done_at]
    if not waiting or not opening.is_ever_open:
        return ()
    first = min(waiting, key=lambda step: step.due_at)
    asked_at = backup_at = opening.next_open(offer.made_at, zone)
    backup, rows = None, []
    if team.is_here(offer.member_id):
        asked_at = opening.add_open_time(offer.made_at, within, zone)
        backup_at = opening.add_open_time(asked_at, within, zone)
        backup = team.backup if team.backup not in (offer.member_id, offer.asked_by) else None
        rows.append(Due(first.id or 0, offer.member_id, Reminder.UNANSWERED, offer.made_at, asked_at))
    if offer.member_id == team.lead_id and rows:
        return rows
    lead = team.lead if team.lead not in (offer.member_id, backup) else None
    lead_at = max(_answer_by(asked_at, first.due_at, opening, zone), backup_at) if backup else backup_at
    for reminder, told, at in (
        (Reminder.UNANSWERED_BACKUP, backup, backup_at),
        (Reminder.UNANSWERED_LEAD, lead, lead_at),
    ):
        if told is not None:
            rows.append(Due(first.id or 0, told, reminder, offer.made_at, at))
    return rows


def latest(reminders: Sequence[Due], now: datetime) -> Due | None:
    """The reminder that counts by now: the last one whose moment is reached."""
    reached = [reminder for reminder in reminders if reminder.moment_at <= now]
    return reached[-1] if reached else None


def counting(reminders: Sequence[Due], now: datetime) -> Sequence[Due]:
    """The reminders that count by now: the latest and, while only the backup is asked, the owner's own beside it.

    An owner may be held up by what they asked for themselves, such as quiet hours, and is still to hear of it.
    """
    last = latest(reminders, now)
    if last is None or last.reminder is not Reminder.OVERDUE_BACKUP:
        return [last] if last else []
    own = latest([due for due in reminders if due.reminder in OWN], now)
    return [own, last] if own else [last]


def tomorrow(at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """The start of the next opening day."""
    return next_day(at, opening, zone)


def horizon(now: datetime, opening: Opening, zone: ZoneInfo, *, is_early: bool = False) -> datetime:
    """The moment beyond which a step has to be due to have no reminder yet, unless it is snoozed."""
    until = next_day(next_day(now, opening, zone), opening, zone)
    return next_day(until, opening, zone) if is_early else until


def first_moment(due_at: datetime, opening: Opening, zone: ZoneInfo, *, is_early: bool) -> datetime:
    """The moment of the first reminder of a step: an opening day before it is due, or two where that is early."""
    at = opening_day_before(due_at, opening, zone)
    return opening_day_before(at, opening, zone) if is_early else at


def opening_day_before(at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """The same time on the opening day before, or the open moment of that day that comes nearest."""
    local = at.astimezone(zone)
    closing = opening.previous_open(first_instant(local.date(), time.min, zone) - A_MOMENT, zone)
    same_time = first_instant(closing.astimezone(zone).date(), local.time(), zone)
    return min(closing, opening.next_open(same_time, zone))


def opening_day_after(at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """The same time on the opening day after, or the open moment of that day that comes nearest."""
    local = at.astimezone(zone)
    starts = tomorrow(at, opening, zone)
    on = starts.astimezone(zone).date()
    closing = opening.previous_open(first_instant(on + _A_DAY, time.min, zone) - A_MOMENT, zone)
    return min(closing, opening.next_open(max(starts, first_instant(on, local.time(), zone)), zone))


def _reckoned_from(step: Step, opening: Opening, zone: ZoneInfo) -> datetime:
    """The moment from which a step counts as due: its own, or later where it was taken on late or snoozed."""
    base = step.due_at
    if step.accepted_at is not None and step.accepted_at > base:
        base = opening.add_open_time(step.accepted_at, OVERDUE_AFTER, zone)
    if step.snoozed_until is not None:
        base = max(base, step.snoozed_until)
    return base


def _quiet_until(step: Step, active_at: datetime | None, opening: Opening, zone: ZoneInfo) -> datetime:
    """The moment until which a step's owner is left alone."""
    said_yes_at = step.accepted_at or step.due_at
    moments = [opening.add_open_time(said_yes_at, GRACE, zone)]
    moments += [opening.add_open_time(at, ACTIVE_FOR, zone) for at in (active_at, step.help_asked_at) if at]
    return max(moments)


def _answer_by(asked_at: datetime, at_the_latest: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """An opening day after the question, sooner where the step is due sooner, but never at once."""
    soon = opening.add_open_time(asked_at, ANSWER_AT_LEAST, zone)
    return opening.next_open(max(soon, min(opening_day_after(asked_at, opening, zone), at_the_latest)), zone)

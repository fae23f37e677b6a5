"""What is owed now, and when to look again: everything that the clock starts for one workspace.

Nudges go out when their readers may be reminded, and only where one of them is worth a message of its own; the others
come along. The digest and the plan for the week go out once for each ISO week and channel, when `rhythm` has them;
where clocks show that hour twice it counts once, and where they skip it the first moment after it counts. After an
outage they go out late for two days, in opening hours once an hour has passed, so that no channel rings at night. It
refuses to know how anything is sent or written down.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import dependencies, nudging, pauses, rhythm, substitutes
from bot.domain.etiquette import Etiquette, Manners, Urgency
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.nudging import Due
from bot.domain.pauses import Pauses
from bot.domain.rhythm import Rhythm
from bot.domain.substitutes import Missing
from bot.domain.team import Team
from bot.domain.weeks import Week
from storage.tables import Absence, Event, Offer, Role, Step, Task

USEFUL_FOR = timedelta(days=2)
"""On the third day a digest of last week is no news any more."""
PROMPT_FOR = timedelta(hours=1)
"""Within an hour of its time a digest goes out whether or not somebody is in: that is the time that was chosen."""
_A_DAY = timedelta(days=1)
_DAYS_OF_A_WEEK = 7
_STALL_AFTER = 3
_SETTLES_IN = timedelta(weeks=2)
"""A plan that has just begun, or goes on after a pause, can't stand still yet."""
ROLES = LEAD, SPONSOR = str(Role.LEAD), str(Role.SPONSOR)
"""Stand for whoever leads and whoever backs the program, where a weekly message is for no channel."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """One weekly message: `digest` looks back on its week, `week-plan` ahead into it, both for one channel.

    Whoever leads hears `plan-check`, `stall` and `sponsor-quiet`, the sponsor `sponsor-week`, and both `month-page`.
    """

    kind: str
    week: Week
    channel: str

    @property
    def key(self) -> str:
        """Its key in the ledger: once for each week and channel."""
        return f"{self.kind}/{self.week}/{self.channel}"


@dataclass(frozen=True, slots=True)
class Rows:
    """All that decides what is owed: open accepted steps, open offers with their steps, and what went out already.

    Steps that can have no reminder yet are left out; `beyond_at` is when the first of them is due. `shared` is when
    somebody last shared a photo, `absences` are those that not everything was said about.
    `waiting` are open accepted steps that wait for another one, each with that one; `missing` are the photos that
    aren't there yet, also where nobody has said yes to one; `events` are those that are not over, each with the step of
    taking its pictures. `often_late` are those who are reminded earlier, which nobody is told.
    """

    zone: ZoneInfo
    opening: Opening
    rhythm: Rhythm
    team: Team = field(default_factory=Team)
    steps: Sequence[Step] = ()
    waiting: Sequence[tuple[Step, Step]] = ()
    missing: Sequence[Missing] = ()
    events: Sequence[tuple[Event, Step]] = ()
    offers: Sequence[tuple[Offer, Sequence[Step]]] = ()
    told: frozenset[tuple[int, str, datetime]] = frozenset()
    keys: frozenset[str] = frozenset()
    manners: Mapping[int, Manners] = field(default_factory=dict)
    shared: Mapping[int, datetime] = field(default_factory=dict)
    beyond_at: datetime | None = None
    absences: Sequence[Absence] = ()
    answer_minutes: int = nudging.ANSWER_WITHIN
    often_late: frozenset[int] = frozenset()
    pauses: Pauses = field(default_factory=dict)

    @property
    def etiquette(self) -> Etiquette:
        """When each person may be reminded."""
        return Etiquette(self.opening, self.zone, self.manners)


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed at a moment."""

    nudges: Sequence[Due] = ()
    weeklies: Sequence[Weekly] = ()


def due(rows: Rows, now: datetime) -> Owed:
    """Say what is owed now and was not owed before."""
    weeklies = [weekly for at, weekly in weekly_moments(rows, now) if _is_owed(rows, at, now)]
    fresh = _fresh(rows, _reminders(rows), now)
    free = {member_id for member_id, at in _ringing(rows, fresh, now).items() if at == now}
    nudges = [due for due in fresh if due.member_id in free and due.urgency > Urgency.LISTED]
    return Owed(nudges, [weekly for weekly in weeklies if weekly.key not in rows.keys])


def next_wake(rows: Rows, now: datetime) -> datetime | None:
    """Say the earliest later moment at which something may become owed, once what is owed now has been noted."""
    every = list(_reminders(rows))
    moments = [due.moment_at for reminders in every for due in reminders if due.urgency is Urgency.RINGS]
    moments += [at for at, _ in weekly_moments(rows, now)]
    moments += [at for at in _ringing(rows, _fresh(rows, every, now), now).values() if at is not None]
    if rows.beyond_at is not None and rows.opening.is_ever_open:
        is_early = bool(rows.often_late)
        moments.append(nudging.first_moment(rows.beyond_at, rows.opening, rows.zone, is_early=is_early))
    goes_on_on = pauses.until(rows.pauses, now.astimezone(rows.zone).date())
    moments += [first_instant(goes_on_on, time.min, rows.zone)] if goes_on_on else []
    later = [at for at in (*moments, *_turns(rows)) if at > now]
    if _is_held_back(rows, now):
        later.append(rows.opening.next_open(now, rows.zone))
    return min(later, default=None)


def reached(rows: Rows, now: datetime) -> Iterator[Due]:
    """Give every reminder whose moment has come, whether or not a later one has taken its place."""
    for reminders in _reminders(rows):
        yield from (due for due in reminders if due.moment_at <= now and not substitutes.is_too_late(due, now))


def weekly_moments(rows: Rows, now: datetime) -> Iterator[tuple[datetime, Weekly]]:
    """Give the weekly messages around now, those of the latest digest day and of the next one, with their moments.

    The digest looks back on the last whole week that was worked. The plan is for the week that begins or runs on a
    digest day from Monday to Thursday, and for the coming week where the digest day is later than that. What is missing
    from it is not told in the very moment in which the practice begins. While the plan is paused only the digest goes
    out.
    """
    for at, weekly in (*_digest_day(rows, now), *_stall_day(rows, now)):
        if weekly.kind == "digest" or pauses.until(rows.pauses, at.astimezone(rows.zone).date()) is None:
            yield at, weekly


def _digest_day(rows: Rows, now: datetime) -> Iterator[tuple[datetime, Weekly]]:
    for turn in rhythm.turns(rows.rhythm, rows.opening, now, rows.zone):
        for channel in rows.rhythm.channels:
            at = first_instant(turn.on, rows.rhythm.hour(channel), rows.zone)
            if at >= rows.rhythm.since_at:
                if turn.looks_back:
                    yield at, Weekly("digest", turn.back, channel)
                yield at, Weekly("week-plan", turn.ahead, channel)
        at = first_instant(turn.on, rows.rhythm.at, rows.zone)
        if rows.rhythm.channels and turn.looks_back and at >= rows.rhythm.since_at:
            yield at, Weekly("plan-check", turn.ahead, LEAD)
            yield at, Weekly("sponsor-week", turn.back, SPONSOR)
            yield at, Weekly("sponsor-quiet", turn.back, LEAD)
            if turn.meant_on.day <= _DAYS_OF_A_WEEK:
                yield from ((at, Weekly("month-page", turn.back, role)) for role in (LEAD, SPONSOR))


def _stall_day(rows: Rows, now: datetime) -> Iterator[tuple[datetime, Weekly]]:
    """Give when it is looked whether the plan stands still: three days after the digest, when what it said is known."""
    today = now.astimezone(rows.zone).date()
    latest_on = today - timedelta(days=(today.weekday() - rows.rhythm.weekday - _STALL_AFTER) % 7)
    for on in (latest_on, latest_on + 7 * _A_DAY):
        at = first_instant(on, rows.rhythm.at, rows.zone)
        goes_on = (first_instant(end, time.min, rows.zone) for end in pauses.ends(rows.pauses) if end <= on)
        if rows.rhythm.channels and at >= max((rows.rhythm.since_at, *goes_on)) + _SETTLES_IN:
            yield at, Weekly("stall", Week.of(on), LEAD)


def _reminders(rows: Rows) -> Iterator[Sequence[Due]]:
    events = {event.post_id: event for event, _ in rows.events}
    for step in rows.steps:
        yield nudging.of_step(
            step,
            rows.team,
            rows.opening,
            rows.zone,
            active_at=rows.shared.get(step.owner_id) if step.task == Task.PHOTO else None,
            skips_day_before=rows.etiquette.of(step.owner_id).skips_day_before,
            event=events.get(step.post_id) if step.task == Task.PHOTO else None,
            is_early=step.owner_id in rows.often_late,
        )
    for step, before in rows.waiting:
        yield dependencies.of_waiting(step, before, rows.team, rows.opening, rows.zone)
    for offer, steps in rows.offers:
        yield nudging.of_offer(offer, steps, rows.team, rows.opening, rows.zone, within=rows.answer_minutes)
    for missing in rows.missing:
        yield from ((due,) for due in substitutes.questions(missing, rows.team, rows.opening, rows.zone))


def _turns(rows: Rows) -> Iterator[datetime]:
    """Give the moments at which somebody goes away or is back."""
    for absence in rows.absences:
        yield from (absence.from_at, absence.until_at)


def _fresh(rows: Rows, every: Iterable[Sequence[Due]], now: datetime) -> list[Due]:
    """Give what counts by now of every step's and question's reminders, and was not said yet."""
    counting = (due for reminders in every for due in nudging.counting(reminders, now))
    fresh = [due for due in counting if due.mark not in rows.told and not substitutes.is_too_late(due, now)]
    asked_at = {each.step.id: substitutes.asked_at(each, rows.opening, rows.zone) for each in rows.missing}
    return [due for due in fresh if not substitutes.is_asked_anyway(due, asked_at.get(due.step_id))]


def _ringing(rows: Rows, fresh: Sequence[Due], now: datetime) -> dict[int, datetime | None]:
    """Give for everybody who is owed a message the moment from which it may go out."""
    readers = {due.member_id for due in fresh if due.urgency is Urgency.RINGS}
    return {member_id: rows.etiquette.free_at(member_id, now) for member_id in readers}


def _is_owed(rows: Rows, at: datetime, now: datetime) -> bool:
    """Whether a weekly message of that moment goes out now."""
    if not at <= now < at + USEFUL_FOR:
        return False
    is_prompt = now < at + PROMPT_FOR or not rows.opening.is_ever_open
    return is_prompt or rows.opening.is_open(now.astimezone(rows.zone))


def _is_held_back(rows: Rows, now: datetime) -> bool:
    """Whether a weekly message is owed that waits for somebody to be in."""
    if not rows.opening.is_ever_open or rows.opening.is_open(now.astimezone(rows.zone)):
        return False
    return any(
        at <= now < at + USEFUL_FOR and not _is_owed(rows, at, now) and weekly.key not in rows.keys
        for at, weekly in weekly_moments(rows, now)
    )

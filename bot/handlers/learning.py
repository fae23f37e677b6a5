"""Learning as something one has time for: once a month, for whoever agreed to it, with a line on what came of it.

A lesson is its owner's alone; nobody else is asked to do it, and nobody hears that it was not done. Where nobody has
agreed, the lead hears of each quarter's topic, with no minutes set aside for it.
"""

from datetime import date, datetime, time

from bot.commands.vocabulary import OpenLessonForm, SkipLesson, TellLesson
from bot.domain import learning, notes, people_errors
from bot.domain.localtime import first_instant
from bot.domain.outcomes.learning import LessonFormOpened, LessonSeen
from bot.domain.outcomes.mine import MineShown
from bot.domain.spans import Size, Span
from bot.domain.weeks import Week
from bot.handlers import away, mine
from bot.handlers.call import Call, Scene
from storage import deliveries, habits, members, nudges
from storage import lessons as kept
from storage.tables import Delivery, Lesson, Member


def look(scene: Scene) -> datetime | None:
    """Begin this month's lessons, owe what is to be said about them, and give when to look again."""
    if not scene.opening.is_ever_open:
        return None
    month, quarter = scene.today.replace(day=1), Span.of(scene.today, Size.QUARTER)
    agreed = kept.of_month(scene.session, scene.workspace_id, month)
    if agreed:
        lessons = [found or _begun(scene, agreement.member_id, agreement.minutes) for agreement, found in agreed]
    else:
        lessons = [_leads_lesson(scene, month)] if month == quarter.first else []
    next_on = learning.following(month) if agreed else quarter.next().first
    moments = [first_instant(next_on, time.min, scene.zone)]
    for lesson in lessons:
        if lesson is not None and not lesson.done_at and not lesson.skipped_at:
            moments += _told(scene, lesson)
    return min(moments)


def open_lesson_form(command: OpenLessonForm, call: Call) -> LessonFormOpened | LessonSeen:
    """Ask what somebody learned."""
    lesson = _mine(call, command.lesson_id)
    return LessonFormOpened(lesson) if lesson.done_at is None else _seen(call, lesson)


def tell_lesson(command: TellLesson, call: Call) -> LessonSeen:
    """Remember that somebody learned something and, with their yes, what, for the team to read."""
    lesson = _mine(call, command.lesson_id)
    words = " ".join(notes.check(command.words, call.today, field="words").split())
    if lesson.done_at is None:
        lesson.done_at, lesson.skipped_at = call.now, None
        lesson.words, lesson.is_shared = words, command.is_shared and bool(words)
        _bring_messages_up_to_date(call, lesson)
    return _seen(call, lesson)


def skip_lesson(command: SkipLesson, call: Call) -> LessonSeen | MineShown:
    """Leave it out this month, or have it after all."""
    lesson = _mine(call, command.lesson_id)
    if lesson.done_at is None:
        lesson.skipped_at = None if command.is_taken_back else lesson.skipped_at or call.now
        call.session.flush()
    if command.where == "mine":
        return MineShown(mine.gather(call), in_place=True)
    return _seen(call, lesson, in_place=True)


def compose_lesson(scene: Scene, delivery: Delivery) -> LessonSeen | None:
    """Remind somebody of the time they wanted for learning; nothing where they had it, or want it no more."""
    lesson = kept.by_id(scene.session, scene.workspace_id, delivery.about["lesson"])
    is_open = lesson is not None and not lesson.done_at and not lesson.skipped_at
    return _seen(scene, lesson) if lesson is not None and is_open else None


def compose_lesson_update(scene: Scene, delivery: Delivery) -> LessonSeen | None:
    """Show in the message that reminded what became of it."""
    lesson = kept.by_id(scene.session, scene.workspace_id, delivery.about["lesson"])
    return _seen(scene, lesson) if lesson is not None else None


def told_before(scene: Scene, week: Week) -> tuple[tuple[Member, str], ...]:
    """Give what people learned in the week before a week and let the team read."""
    from_at, until_at = week.previous().starts_at(scene.zone), week.starts_at(scene.zone)
    found = kept.told_between(scene.session, scene.workspace_id, from_at, until_at)
    return tuple((member, lesson.words) for lesson, member in found)


def _leads_lesson(scene: Scene, month: date) -> Lesson | None:
    """Give what the lead has of a quarter, begun where nobody has anything; none where Rounds is new here."""
    found = kept.first_of_month(scene.session, scene.workspace_id, month)
    if found is not None:
        return None if found.minutes else found
    set_up_at = scene.workspace.set_up_at
    is_new = set_up_at is None or set_up_at >= first_instant(month, time.min, scene.zone)
    return None if is_new else _begun(scene, scene.lead().id or 0, minutes=0)


def _begun(scene: Scene, member_id: int, minutes: int) -> Lesson | None:
    due_at = learning.due_at(scene.today, scene.now, scene.opening, scene.zone)
    if due_at is None:
        return None
    made = Lesson(
        workspace_id=scene.workspace_id,
        member_id=member_id,
        month=scene.today.replace(day=1),
        minutes=minutes,
        made_at=scene.now,
        due_at=due_at,
    )
    scene.session.add(made)
    scene.session.flush()
    return made


def _told(scene: Scene, lesson: Lesson) -> list[datetime]:
    """Owe the word that is due about a lesson once it may go out; give when the next one can be."""
    found = list(learning.moments(lesson, scene.opening, scene.zone))
    later = [at for _, at in found if at > scene.now]
    reached = [f"lesson/{lesson.id}/{name}" for name, at in found if at <= scene.now]
    member = members.by_id(scene.session, scene.workspace_id, lesson.member_id)
    if not reached or member is None or nudges.keys_among(scene.session, scene.workspace_id, {reached[-1]}):
        return later
    away_until = habits.away_until(scene.session, scene.workspace_id, lesson.member_id, scene.now)
    free_at = away_until or away.owe_when_free(scene, member, "lesson", reached[-1], {"lesson": lesson.id})
    return [*later, *([free_at] if free_at else [])]


def _bring_messages_up_to_date(call: Call, lesson: Lesson) -> None:
    for name, _ in learning.moments(lesson, call.opening, call.zone):
        key = f"lesson/{lesson.id}/{name}"
        if deliveries.by_key(call.session, call.workspace_id, key) is not None:
            call.owe("lesson-update", f"{key}/2", call.member.user_id, {"lesson": lesson.id}, revises=key)


def _seen(scene: Scene, lesson: Lesson, *, in_place: bool = False) -> LessonSeen:
    return LessonSeen(lesson, scene.zone, scene.now, in_place)


def _mine(call: Call, lesson_id: int) -> Lesson:
    lesson = kept.by_id(call.session, call.workspace_id, lesson_id)
    if lesson is None or lesson.member_id != call.member_id:
        raise people_errors.no_such_lesson()
    return lesson

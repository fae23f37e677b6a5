"""How the time for learning looks: the reminder, the one question after it, and what the team reads of it."""

from collections.abc import Sequence

from bot.blocks import choices, duty_phrases, kit, saying
from bot.blocks.step_phrases import button, unmarked, when
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.blocks.topics import topic
from bot.commands.vocabulary import OpenLessonForm, SkipLesson
from bot.domain.notes import LONGEST
from bot.domain.outcomes.learning import LessonFormOpened, LessonSeen
from storage.tables import Lesson, Member

_WHY = "Why this? You agreed to learning. Change it: `/rounds duties`"
_WHY_LEAD = "Why this? Nobody has agreed to learning, so it comes to the lead. Change it: `/rounds duties`"


def draw_lesson_seen(outcome: LessonSeen) -> Message:
    """Remind somebody of the time they wanted for learning, or say what became of it."""
    words = sentence(outcome)
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    why = _WHY if outcome.lesson.minutes else _WHY_LEAD
    if outcome.lesson.skipped_at and not outcome.lesson.done_at:
        lesson_id = outcome.lesson.id or 0
        undo = button("Undo", SkipLesson(lesson_id, is_taken_back=True), apart=f"lesson-{lesson_id}-back")
        blocks.append(kit.ActionsBlock([undo]))
    elif not outcome.lesson.done_at:
        blocks += [kit.ActionsBlock(answers(outcome.lesson)), kit.ContextBlock([kit.Text(why)])]
    return message(unmarked(words), blocks, in_place=outcome.in_place)


def draw_lesson_form_opened(outcome: LessonFormOpened) -> Modal:
    """Ask what somebody learned; nothing said is fine, and nobody reads it unless they say so."""
    line = kit.PlainTextInput("value", max_length=LONGEST, placeholder="Square pictures get cropped less")
    share = kit.CheckboxGroup("value", [choices.option("The team may read it in next week's plan", "yes")])
    blocks: list[kit.Block] = [
        kit.InputBlock("What did you learn?", line, block_id="words", optional=True, hint="One line. You needn't."),
        kit.InputBlock("Who may read it?", share, block_id="share", optional=True, hint="Left empty, nobody else."),
    ]
    return modal("Learning", blocks, form="tell-lesson", submit="Done", keeps={"lesson_id": outcome.lesson.id})


def sentence(seen: LessonSeen) -> str:
    """Say how somebody's learning of this month stands."""
    lesson = seen.lesson
    if lesson.done_at is not None:
        where = " It will be in next week's plan for the team." if lesson.is_shared else ""
        return f"✓ Your learning for this {_span(lesson)} is done. Thank you!{where}"
    if lesson.skipped_at is not None:
        return f"That's fine: no learning this {_span(lesson)}. I'll bring it up next {_span(lesson)}."
    until = when(lesson.due_at, seen.now, seen.zone)
    if not lesson.minutes:
        return f"This quarter's topic to learn: {topic(lesson.month)}. Half an hour is enough, best until {until}."
    idea = f"This quarter's topic, if you have none of your own: {topic(lesson.month)}."
    return f"You have {duty_phrases.time(lesson.minutes)} for learning this month, until {until}. {idea}"


def answers(lesson: Lesson, where: str = "") -> list[kit.Element]:
    """Give what somebody can say about their learning."""
    lesson_id, apart = lesson.id or 0, f"lesson-{lesson.id}"
    return [
        button("Done", OpenLessonForm(lesson_id), apart=apart, is_first=True),
        button(f"Not this {_span(lesson)}", SkipLesson(lesson_id, where), apart=apart),
    ]


def learned(told: Sequence[tuple[Member, str]]) -> list[kit.Block]:
    """Say in small print what people learned last week, with their yes."""
    lines = [f"{saying.name(member)} learned: {saying.plain(saying.short(words, LONGEST))}" for member, words in told]
    return [kit.ContextBlock([kit.Text("\n".join(lines))])] if lines else []


def _span(lesson: Lesson) -> str:
    """Say what a lesson is for: a month or, without minutes of its own, the quarter."""
    return "month" if lesson.minutes else "quarter"

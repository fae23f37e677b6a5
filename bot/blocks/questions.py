"""How what people ask looks: one question that was noted, all of them, and the word that one became an idea.

Nobody who asked is named, and nobody of the team is measured: how soon is told of all answers together.
"""

from bot.blocks import kit, saying
from bot.blocks.answering import soon, time
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.strategy import SOON
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import (
    AnswerQuestion,
    SayOtherQuestion,
    SaySameQuestion,
    SuggestQuestion,
    TakeBackQuestion,
)
from bot.domain import networks, said
from bot.domain.answering import Answering
from bot.domain.outcomes.ideas import IdeaKept
from bot.domain.outcomes.questions import QuestionNoted, QuestionRepeated, QuestionsShown, QuestionTakenBack
from bot.domain.questions import Tally
from bot.domain.strategy import Within
from storage.tables import Hearing

_ELSEWHERE = {"desk": "at the desk", "phone": "by phone", "email": "by e-mail", "website": "on the website"}
_TIMES = {1: "the first time", 2: "the second time", 3: "the third time"}
_MOST = 10
_NONE = (
    "No question is noted yet. `/plan question Do you whiten teeth? #instagram` notes one, never who asked; what is "
    "asked three times becomes an idea."
)
_FOOT = (
    "`/plan question` and the question notes one more. It counts for a year, and waits for its answer for two weeks. "
    "Asked three times, it becomes an idea."
)


def draw_question_noted(outcome: QuestionNoted) -> Message:
    """Say what was noted, how often it was asked, and what could be said about it now."""
    tally, hearing = outcome.tally, outcome.hearing
    times = _TIMES.get(tally.times, f"{tally.times} times within a year")
    asked = f"Asked {where}, {times}." if (where := _where(hearing)) else f"Asked {times}."
    lines = [f"Noted: {_quoted(outcome.said or tally.question.words)}"]
    lines += [f"It counts with {_quoted(tally.question.words)}"] if outcome.said else []
    lines += [f"{asked}{_answered(hearing)}", *_became(outcome.became)]
    blocks: list[kit.Block] = [kit.SectionBlock("\n".join(lines))]
    blocks += [
        kit.SectionBlock(
            f"Is that the same as {_quoted(each.words)}",
            accessory=button("The same", SaySameQuestion(hearing.id or 0, each.id or 0), apart=str(each.id)),
        )
        for each in outcome.alike
    ]
    blocks.append(kit.ActionsBlock(_ways(outcome)))
    return message(unmarked(" ".join(lines)), blocks, in_place=outcome.in_place)


def draw_question_taken_back(outcome: QuestionTakenBack) -> Message:
    """Say that it is forgotten."""
    words = f"Taken back: {_quoted(outcome.words)}"
    return message(unmarked(words), [kit.SectionBlock(words)], in_place=True)


def draw_questions_shown(outcome: QuestionsShown) -> Message:
    """Show what waits for an answer, what is asked most, and how soon people are answered."""
    if not outcome.questions:
        return message(unmarked(_NONE), [kit.SectionBlock(_NONE)], in_place=outcome.in_place)
    waiting = sorted((one for one in outcome.questions if one.waiting), key=lambda one: one.waiting[0].heard_at)
    rest = [one for one in outcome.questions if not one.waiting]
    head = "\n".join(["*What people ask*", *_how_soon(outcome.answering, outcome.within), *_became(outcome.became)])
    blocks: list[kit.Block] = [kit.SectionBlock(head)]
    blocks += _some("Waiting for an answer", waiting) + _some("Asked most", rest)
    blocks.append(kit.ContextBlock([kit.Text(_FOOT)]))
    fallback = f"What people ask: {saying.count(len(outcome.questions), 'question')}, {len(waiting)} waiting."
    return message(fallback, blocks, in_place=outcome.in_place)


def draw_question_repeated(outcome: QuestionRepeated) -> Message:
    """Tell somebody what became of a question that they noted."""
    month = said.MONTHS[outcome.idea.month.month - 1]
    words = f"You noted that people ask {_quoted(outcome.question.words)}\nIt's an idea for {month} now."
    foot = "`/plan ideas` shows them all; everybody can vote."
    return message(unmarked(words.replace("\n", " ")), [kit.SectionBlock(words), kit.ContextBlock([kit.Text(foot)])])


def _ways(outcome: QuestionNoted) -> list[kit.Element]:
    hearing_id = outcome.hearing.id or 0
    answer = AnswerQuestion(outcome.hearing.question_id, hearing_id)
    return [
        *([button("Answered", answer, is_first=True)] if outcome.hearing.answered_at is None else []),
        *([button("Not the same", SayOtherQuestion(hearing_id))] if outcome.said else []),
        button("Take it back", TakeBackQuestion(hearing_id)),
    ]


def _some(head: str, some: list[Tally]) -> list[kit.Block]:
    if not some:
        return []
    blocks: list[kit.Block] = [kit.SectionBlock(f"*{head}*")]
    for one in some[:_MOST]:
        blocks.append(kit.SectionBlock(f"{_quoted(one.question.words)}\n{_known(one)}"))
        ways = _ways_of(one)
        blocks += [kit.ActionsBlock(ways)] if ways else []
    more = len(some) - _MOST
    return [*blocks, kit.ContextBlock([kit.Text(f"and {more} more")])] if more > 0 else blocks


def _ways_of(one: Tally) -> list[kit.Element]:
    number = one.question.id or 0
    answered = "All answered" if len(one.waiting) > 1 else "Answered"
    return [
        *([button(answered, AnswerQuestion(number), apart=str(number))] if one.waiting else []),
        *([button("Make it an idea", SuggestQuestion(number), apart=str(number))] if one.idea is None else []),
    ]


def _known(one: Tally) -> str:
    last = one.heard[-1]
    parts = ["Asked once" if one.times == 1 else f"Asked {one.times} times"]
    parts += [f"{len(one.waiting)} of them waiting"] if one.times > 1 and one.waiting else []
    parts += [f"last {where}"] if one.times > 1 and (where := _where(last)) else [_where(last)]
    if one.post is not None:
        parts.append(f"in the plan, {saying.day(one.post.on)}")
    elif one.idea is not None:
        parts.append(f"an idea for {said.MONTHS[one.idea.month.month - 1]}")
    return " · ".join(part for part in parts if part)


def _how_soon(answering: Answering, within: str) -> list[str]:
    """Say how soon people are answered, and what the practice aims for."""
    if not answering.heard:
        return []
    aim = f"Your strategy says {SOON[Within(within)]}." if within else ""
    count = f"{answering.answered or 'none'} of {answering.heard}{soon(answering.minutes)}"
    return [f"Answered in the last 12 weeks: {count}. {aim}".strip()]


def _answered(hearing: Hearing) -> str:
    if hearing.answered_at is None:
        return ""
    if hearing.open_minutes is None:
        return " ✓ Answered."
    return f" ✓ Answered after {time(hearing.open_minutes)} of opening hours."


def _became(became: IdeaKept | None) -> list[str]:
    if became is None:
        return []
    month = said.MONTHS[became.idea.month.month - 1]
    seen = "everybody can vote in the thread" if became.has_thread else "`/plan ideas` opens the thread for everybody"
    return [f"💡 It's an idea for {month} now: {seen}."]


def _where(hearing: Hearing) -> str:
    if not hearing.via:
        return ""
    known = networks.NETWORKS.get(hearing.via)
    return f"on {known.name}" if known is not None else _ELSEWHERE[hearing.via]


def _quoted(words: str) -> str:
    return f"“{saying.plain(words)}”"

"""How a comment is said, and how a week's were answered. It refuses to know which message it is for.

What somebody wrote is never told, nobody outside is named, and nobody of the team is measured.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.blocks import answering, kit, saying
from bot.blocks.plan_phrases import capital
from bot.blocks.step_phrases import button, when
from bot.blocks.strategy import SOON
from bot.commands.vocabulary import CloseComment, ContinueComment, ReopenComment
from bot.domain.answering import Answering
from bot.domain.comments import ELSEWHERE, FOLLOWED_FOR, PLACES, Conversation
from bot.domain.strategy import Within
from bot.domain.unlogged import Unlogged
from storage.tables import Comment, Ending, Tone

CARE = (
    "Never say whether somebody is a patient, not even with praise: thank them for the feedback, and give your office "
    "line for everything else."
)
"""What an answer in public must not tell (45 CFR 164.502; the HHS settled with practices over
such answers to reviews, 2019 to 2023)."""
_TONES = {
    Tone.QUESTION: "a question",
    Tone.PRAISE: "praise",
    Tone.COMPLAINT: "a complaint",
    Tone.OTHER: "a comment",
}
_LONGEST_LINK = 1_000
_LONG = 100 * 60
"""Minutes of opening hours: some weeks."""


def what(comment: Comment) -> str:
    """Say what it is: "a complaint on Instagram"; written after an answer: "an answer back on Instagram"."""
    is_back = comment.follows_id is not None and comment.tone != Tone.COMPLAINT
    thing = "an answer back" if is_back else _TONES[Tone(comment.tone)]
    name = PLACES.get(comment.network, PLACES[ELSEWHERE])
    return f"{thing} {name if comment.network == ELSEWHERE else f'on {name}'}"


def line(comment: Comment, now: datetime, zone: ZoneInfo) -> str:
    """Say one comment and how it stands: "*A complaint on Instagram*, today at 10:05 AM (comment 12). An answer …"."""
    wrote = when(comment.wrote_at, now, zone)
    return f"*{capital(what(comment))}*, {wrote} (comment {comment.number}). {standing(comment, now, zone)}"


def standing(comment: Comment, now: datetime, zone: ZoneInfo) -> str:
    """Say by when it wants an answer, or that it has one."""
    if comment.ending == Ending.NEEDLESS:
        return "It needs no answer."
    if comment.closed_at is not None and comment.open_minutes is not None:
        return f"✓ Answered after {answering.time(comment.open_minutes)} of opening hours."
    if comment.closed_at is not None:
        return "✓ Answered."
    if comment.due_at is None:
        return "It waits for an answer."
    return f"An answer {'was' if comment.due_at < now else 'is'} due {when(comment.due_at, now, zone)}."


def ways(comment: Comment, now: datetime, where: str) -> list[kit.Element]:
    """Offer what can be said of a comment now, and the way to it."""
    number, apart = comment.id or 0, f"comment-{comment.number}"
    see: list[kit.Element] = []
    if comment.link and len(comment.link) <= _LONGEST_LINK:
        see.append(kit.Button("See it", f"see:{apart}", url=comment.link))
    if comment.closed_at is None:
        answered = CloseComment(number, Ending.ANSWERED, where)
        needless = CloseComment(number, Ending.NEEDLESS, where)
        return [
            button("Answered", answered, apart=f"{apart}-answered", is_first=True),
            button("No answer needed", needless, apart=f"{apart}-needless"),
            *see,
        ]
    is_answered = comment.ending == Ending.ANSWERED
    again = "Not answered yet" if is_answered else "It needs one after all"
    back: list[kit.Element] = []
    if is_answered and now - comment.closed_at < FOLLOWED_FOR:
        back.append(button("They wrote back", ContinueComment(number, where), apart=apart))
    return [*back, button(again, ReopenComment(number, where), apart=apart), *see]


def conversation(told: Conversation) -> str:
    """Say whether everybody who wrote in a week is answered, how soon, and whether people wrote again."""
    if not told.tells_anything:
        return ""
    heard = told.answering.heard
    if told.waiting:
        waits = "waits" if told.waiting == 1 else "wait"
        oldest = f", the oldest for {_for(told.oldest)} of opening hours" if told.oldest is not None else ""
        aim = SOON[Within(told.within)] if told.within else SOON[Within.NEXT_MORNING]
        words = f"*{capital(saying.count(told.waiting, 'comment'))} {waits} for an answer*{oldest}; the aim is {aim}."
        done = told.answering.answered
        is_only = heard == told.waiting == 1 and not done
        of_week = f" Of {heard} in the week, {done or 'none'} {'are' if done > 1 else 'is'} answered"
        words += f"{of_week}{answering.soon(told.answering.minutes)}." if heard and not is_only else ""
    else:
        all_of = {1: "The week's one comment is", 2: "Both comments of the week are"}.get(heard)
        all_of = all_of or f"All {heard} comments of the week are"
        words = f"*{all_of} answered*{answering.soon(told.answering.minutes)}."
    again = f" {capital(_times(told.again))}, somebody wrote again after an answer." if told.again else ""
    return f"{words}{again}"


def under(answered: Answering | None) -> str:
    """Say, before a post's figures, how many of the comments logged under it are answered; nothing where none is."""
    if answered is None or not answered.heard:
        return ""
    return (
        f"{answered.answered or 'none'} of {answered.heard} logged {saying.noun(answered.heard, 'comment')} answered; "
    )


def needless(number: int, heard: int) -> str:
    """Say how many needed no answer, beside those that wanted one; nothing where none did."""
    many = saying.count(number, "more", "more") if heard else saying.count(number, "comment")
    return f"{capital(many)} needed no answer." if number else ""


def unlogged(each: Unlogged, week: str) -> str:
    """Say how many comments a network shows and how many are logged, and that its own answers may be among them."""
    name = PLACES.get(each.network) or capital(each.network)
    shows = f"{name} shows" if each.network else "Your posts show"
    logged = f"{each.logged or 'none'} {'are' if each.logged > 1 else 'is'} logged"
    return f"{shows} {saying.count(each.shown, 'comment')} for {week}, {logged}. Your own answers may be among them."


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _for(minutes: int) -> str:
    """Say how long somebody waits; what is longer than weeks is not counted out."""
    return answering.time(minutes) if minutes <= _LONG else f"more than {_LONG // 60} h"

"""How the list of what waits for a member looks: questions, comments, own steps, where a hand would help, photos."""

from collections.abc import Iterator, Sequence

from bot.blocks import answers, comment_phrases, comments, duty_phrases, kit, learning, offers, saying
from bot.blocks.step_lines import choices_of, words_of
from bot.blocks.step_phrases import OUT_OF_DATE, button, is_old_news, just_said, unmarked
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import ClearPhoto
from bot.domain.outcomes.comments import CommentSaid
from bot.domain.outcomes.mine import Mine, MineShown, Said
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.outcomes.steps import StepWaiting
from storage.tables import Comment, Photo

MOST_SHOWN = 20
"""Slack holds 50 blocks in a message, and each thing takes two."""
_ANSWERS = (("No", "no"), ("Yes", "yes"), ("Not sure", "unsure"))


def draw_mine_shown(outcome: MineShown) -> Message:
    """Draw everything that waits for whoever asks."""
    blocks: list[kit.Block] = []
    if outcome.just is not None:
        blocks += [kit.SectionBlock(said(outcome.just)), kit.DividerBlock()]
    if outcome.mine.is_empty:
        words = "Nothing waits for you right now. Thank you for keeping things moving!"
        blocks += [kit.SectionBlock(words), *later(outcome.mine), *_minutes(outcome.mine)]
        return message(unmarked(said(outcome.just)) if outcome.just else words, blocks, in_place=outcome.in_place)
    blocks += [*things(outcome.mine, "mine", MOST_SHOWN), *later(outcome.mine), *_minutes(outcome.mine)]
    if outcome.just is not None and (is_old_news(outcome.just) or getattr(outcome.just, "stale", False)):
        blocks.append(kit.ContextBlock([kit.Text(OUT_OF_DATE)]))
    return message(unmarked(counted(outcome.mine)), blocks, in_place=outcome.in_place)


def said(just: Said) -> str:
    """Say what was just done."""
    if isinstance(just, CommentSaid):
        return comments.said(just)
    return offers.sentence(just) if isinstance(just, OfferSeen) else just_said(just)


def counted(mine: Mine) -> str:
    """Count what waits: "2 things wait for you.", "1 thing waits for you."."""
    count = (
        len(mine.offers)
        + len(mine.soon)
        + len(mine.helping)
        + len(mine.photos)
        + len(mine.comments)
        + bool(mine.lesson)
    )
    return f"{saying.count(count, 'thing')} {'waits' if count == 1 else 'wait'} for you.".capitalize()


def things(mine: Mine, where: str, most: int) -> list[kit.Block]:
    """Give what waits under its headings, each thing with its buttons, and say how many did not fit."""
    blocks: list[kit.Block] = []
    shown = 0
    for heading, lines in _groups(mine, where):
        for number, (words, choices) in enumerate(lines[: most - shown]):
            if number == 0:
                blocks.append(kit.ContextBlock([kit.Text(f"*{heading}*")]))
            blocks.append(kit.SectionBlock(words))
            if choices:
                blocks.append(kit.ActionsBlock(choices))
        shown += len(lines[: most - shown])
    left = sum(len(lines) for _, lines in _groups(mine, where)) - shown
    if left:
        more = "once these are done" if where == "mine" else "with `/mine`"
        blocks.append(kit.ContextBlock([kit.Text(f"And {left} more, {more}.")]))
    return blocks


def later(mine: Mine) -> list[kit.Block]:
    """Say in small print what is due much later; nothing where nothing is."""
    if not mine.later:
        return []
    first = saying.day(min(item.step.due_at for item in mine.later).astimezone(mine.zone).date())
    words = f"And {saying.count(len(mine.later), 'step')} later, from {first} on. `/plan month` has the posts."
    return [kit.ContextBlock([kit.Text(words)])]


def _minutes(mine: Mine) -> list[kit.Block]:
    words = duty_phrases.loads(mine.loads)
    return [kit.ContextBlock([kit.Text(words)])] if words else []


_Line = tuple[str, list[kit.Element]]


def _groups(mine: Mine, where: str) -> Iterator[tuple[str, Sequence[_Line]]]:
    yield "Questions for you", [_question(seen, where) for seen in mine.offers]
    yield "Comments to answer", [_comment(comment, mine, where) for comment in mine.comments]
    yield "Yours to do", [_step(item, mine, where) for item in mine.soon]
    yield "Where a hand would help", [_step(item, mine, where) for item in mine.helping]
    if mine.lesson is not None:
        yield "Learning", [(learning.sentence(mine.lesson), learning.answers(mine.lesson.lesson, where))]
    yield "Photos", [_photo(photo, mine, where) for photo in mine.photos]


def _question(seen: OfferSeen, where: str) -> _Line:
    return f"{offers.sentence(seen)}\n{offers.details(seen)}", answers.answers(seen, where)


def _step(item: StepWaiting, mine: Mine, where: str) -> _Line:
    return words_of(item, mine.member, mine.now, mine.zone), choices_of(item, mine.member, mine.now, where)


def _comment(comment: Comment, mine: Mine, where: str) -> _Line:
    ways = comment_phrases.ways(comment, mine.now, where)
    return comment_phrases.line(comment, mine.now, mine.zone), ways


def _photo(photo: Photo, mine: Mine, where: str) -> _Line:
    words = (
        f"Photo {photo.number}, which you shared {saying.moment(photo.shared_at, mine.zone)}: does it show a patient?"
    )
    apart = f"photo-{photo.id}"
    return words, [
        button(label, ClearPhoto(photo.id or 0, answer, where), apart=f"{apart}-{answer}") for label, answer in _ANSWERS
    ]

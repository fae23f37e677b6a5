"""What people ask again and again: which words may be kept, which ask the same, how often, and how soon it is answered.

The same words are one question by themselves; words that are only alike are for a person to decide. Rows in, decisions
out; it refuses to know buttons and ideas' threads.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2s

from bot.domain import networks, question_errors
from bot.domain.answering import Answering
from bot.domain.discretion import points_to_somebody
from bot.domain.posts import keepable
from storage.tables import Hearing, Idea, Post, Question

LONGEST = 300
"""Characters of a question."""
REPEATED = 3
"""How often a question is heard until it becomes an idea by itself."""
COUNTS_FOR = timedelta(days=365)
"""How long a hearing counts: what nobody asked in a year is not what people ask."""
RECENT = timedelta(weeks=12)
"""Over how long it is told how soon people are answered."""
WAITS_FOR = timedelta(days=14)
"""How long a question waits for an answer; whoever asked has moved on by then."""
ELSEWHERE = ("desk", "phone", "email", "website")
"""Where people ask, beside networks."""
_ALIKE, _MOST_ALIKE = 0.6, 2
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'\u2019")
_SMALL = frozenset({
    "a", "an", "and", "any", "are", "at", "can", "could", "do", "does", "for", "get", "has", "have", "i", "in", "is",
    "it", "me", "my", "of", "on", "or", "our", "please", "the", "there", "to", "us", "we", "will", "with", "would",
    "you", "your",
})  # fmt: skip
"""Words that a question can be asked with or without. There are none of other languages; their questions are offered
as alike a little less often."""
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed)$|(?<=\w{3})s$")


@dataclass(frozen=True, slots=True)
class Tally:
    """One question with all that asks the same: each time it was heard within a year, and what became of it.

    `waiting` are the times that still wait for an answer; there is a `post` where one was made of its `idea`.
    """

    question: Question
    heard: tuple[Hearing, ...]
    waiting: tuple[Hearing, ...]
    idea: Idea | None = None
    post: Post | None = None

    @property
    def times(self) -> int:
        """How often it was heard."""
        return len(self.heard)

    @property
    def becomes_idea(self) -> bool:
        """Whether it is repeated often enough to be an idea, and never was one by itself."""
        return self.times >= REPEATED and self.question.idea_at is None


def words(typed: str, today: date) -> str:
    """Give a question as it is kept; refuse no word at all, too much, and what may point to a patient."""
    kept = " ".join(keepable(typed).split())
    if not _WORD.search(kept):
        raise question_errors.no_question()
    if len(kept) > LONGEST:
        raise question_errors.too_long(len(kept), LONGEST)
    if points_to_somebody(kept, today):
        raise question_errors.may_be_a_person()
    return kept


def via(tags: Sequence[str]) -> str:
    """Give where a question was asked by its tag, "" without one; refuse an unknown one and several."""
    if not tags:
        return ""
    named = networks.named(tags[0]) or tuple(each for each in ELSEWHERE if each == tags[0])
    if len(tags) > 1 or len(named) != 1:
        raise question_errors.where_asked()
    return named[0]


def fingerprint(question: str) -> str:
    """Give what is the same for the same words in the same order, whatever their case, accents and punctuation."""
    return blake2s(" ".join(_plain_words(question)).encode(), digest_size=16).hexdigest()


def alike(question: Question, among: Iterable[Tally]) -> tuple[Question, ...]:
    """Give the other questions that may ask the same, the likeliest first."""
    shares = [(_share(question.words, one.question.words), one) for one in among if one.question.id != question.id]
    likely = sorted((-share, -one.times, one.question.id or 0, one) for share, one in shares if share >= _ALIKE)
    return tuple(one.question for *_, one in likely[:_MOST_ALIKE])


def tally(
    questions: Sequence[Question],
    hearings: Sequence[Hearing],
    ideas: Mapping[int, tuple[Idea, Post | None]],
    now: datetime,
) -> tuple[Tally, ...]:
    """Count together what asks the same: the most frequent first, then what was heard last; nothing nobody asks now."""
    whole = {each.id or 0: each.same_as_id or each.id or 0 for each in questions}
    of_whole: defaultdict[int, list[Hearing]] = defaultdict(list)
    for hearing in hearings:
        of_whole[whole[hearing.question_id]].append(hearing)
    found = []
    for question in questions:
        heard = tuple(of_whole.get(question.id or 0, ()))
        if heard:
            idea, post = ideas.get(question.idea_id or 0, (None, None))
            waiting = tuple(each for each in heard if each.answered_at is None and now - each.heard_at < WAITS_FOR)
            found.append(Tally(question, heard, waiting, idea, post))
    return tuple(sorted(found, key=lambda one: (one.times, one.heard[-1].heard_at), reverse=True))


def answering(hearings: Iterable[Hearing], since: datetime) -> Answering:
    """Say how soon the questions heard since a moment were answered."""
    heard = [each for each in hearings if each.heard_at >= since]
    answered = sum(each.answered_at is not None for each in heard)
    return Answering.of([each.open_minutes for each in heard], answered=answered)


def _plain_words(text: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    return _WORD.findall("".join(each for each in apart if not unicodedata.combining(each)))


def _share(one: str, other: str) -> float:
    """How much of the words that tell something is in both, from 0 to 1."""
    stems = [{_ENDING.sub("", word) for word in _plain_words(text) if word not in _SMALL} for text in (one, other)]
    both = stems[0] | stems[1]
    return len(stems[0] & stems[1]) / len(both) if both else 0.0

"""The ways to read a day and time: from a whole text, and from the start or the end of one.

Whatever is read is checked once more: it must exist on that day's clock, lie ahead, and lie within a year. It
refuses to know any word or shape itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, time, timedelta
from itertools import takewhile
from typing import Any

from bot.commands.when import dates, day_parts, doubts, languages, refusals, second, shapes
from bot.commands.when.asked import Asked
from bot.commands.when.moment import Moment, Reading, said_in_full
from bot.commands.when.shapes import Shape
from bot.commands.when.tidy import tidied
from bot.commands.when.times import TimeRule
from bot.commands.when.tokens import FILLER, UNKNOWN, token
from bot.domain import localtime, misreadings
from bot.domain.errors import Misread

LONGEST = 12
"""No day and time needs more words than this."""
_DASHES = frozenset("-\u2013\u2014:|,")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as a shape and its values, without the words that only fill."""

    shape: str
    values: tuple[Any, ...]
    words: str
    day_part: str = ""
    is_bare: bool = False

    @property
    def known(self) -> Shape | None:
        """What its shape is; a part of the day needs a time that lies in it."""
        known = shapes.known(self.shape)
        return None if known is not None and self.day_part and known.time_rule is None else known

    @property
    def can_stand_in_a_line(self) -> bool:
        """Whether it is a day and time even where a sentence goes on after it."""
        known = self.known
        return known is not None and not known.only_whole and not self.is_bare

    def parts(self, which: slice) -> dict[str, Any]:
        """The values of a part of the shape by kind; the first of two alike is kept as "first n"."""
        found: dict[str, Any] = {}
        for kind, value in zip(self.shape[which], self.values[which], strict=True):
            if kind in found:
                found[f"first {kind}"] = found[kind]
            found[kind] = value
        return found


def read_moment(words: str, reading: Reading) -> Moment:
    """The day and time that the whole text names."""
    found = tidied(words)
    if not found:
        raise misreadings.no_words()
    if len(found) <= LONGEST:
        phrase = phrase_of(found)
        if phrase.known is not None:
            return _ahead(understood(phrase, reading), reading)
        moment = second.read(phrase.words, reading)
        if moment is not None and understood(phrase_of(said_in_full(moment).split()), reading) == moment:
            return _ahead(moment, reading)
        moment = _in_another_language(words, reading)
        if moment is not None:
            return _ahead(moment, reading)
    raise refusals.of_whole(found, _is_readable)


def read_day(words: str, reading: Reading, example: str) -> Moment:
    """The day that the whole text names, a time with it at most; what can't be read is answered with this example."""
    if words.strip().isdecimal():
        raise misreadings.not_a_day(words, example)
    try:
        return read_moment(words, reading)
    except Misread as misread:
        raise misreadings.with_example(misread, example) from None


def _in_another_language(words: str, reading: Reading) -> Moment | None:
    phrases = [phrase_of(english) for english in languages.in_english(words)]
    if not phrases or any(phrase.known is None for phrase in phrases):
        return None
    moments = sorted({understood(phrase, reading) for phrase in phrases}, key=lambda moment: moment.on)
    if len(moments) > 1:
        raise misreadings.two_days(words, moments[0].on, moments[-1].on)
    return moments[0]


def split_moment(words: Sequence[str], reading: Reading) -> tuple[Moment, Sequence[str]]:
    """The day and time that the longest possible run of leading words names, and the words after it."""
    found = _led(words, reading)
    if found is None:
        raise refusals.of_leading(words, _is_readable)
    return found


def split_line(words: Sequence[str], reading: Reading) -> tuple[Moment, slice]:
    """The day and time that lead a line, or else end it, and where in the line the other words are."""
    led = _led(words, reading)
    if led is not None:
        return led[0], slice(len(words) - len(led[1]), None)
    ended = _ended(words, reading)
    if ended is not None:
        return ended[0], slice(ended[1])
    raise refusals.of_leading(words, _is_readable)


def phrase_of(words: Sequence[str]) -> Phrase:
    """The phrase these words make."""
    kept = [found for found in map(token, words) if found[0] != FILLER]
    kept, day_part, is_bare = day_parts.taken_out(kept)
    shape = "".join(kind for kind, _ in kept)
    return Phrase(shape, tuple(value for _, value in kept), " ".join(words), day_part, is_bare)


def understood(phrase: Phrase, reading: Reading, *, looks_back: bool = False) -> Moment:
    """The moment a known phrase names, wherever it lies."""
    known = phrase.known or Shape()
    if known.day_rule is None and known.time_rule is None:
        return _from_now(phrase.parts(slice(None)), reading)
    asked = Asked(reading.today, reading.day_first, looks_back)
    on = known.day_rule(phrase.parts(known.day), asked) if known.day_rule else asked.today
    if known.time_rule is None:
        return Moment(on)
    moment = _exact(Moment(on, _time_of(phrase, known.time, known.time_rule, on, reading)), reading)
    if known.is_weekday and on == asked.today and _is_past(moment, reading):
        on += timedelta(days=7)
        moment = _exact(Moment(on, _time_of(phrase, known.time, known.time_rule, on, reading)), reading)
    return moment


def _time_of(phrase: Phrase, where: slice, rule: TimeRule, on: date, reading: Reading) -> time:
    parts = phrase.parts(where)
    if not phrase.day_part:
        return rule(parts, on, reading.opening)
    if "a" not in parts and not {"n", "b", "g"}.isdisjoint(parts) and "c" not in parts:
        parts["a"] = day_parts.half_of(phrase.day_part)
    at = rule(parts, on, reading.opening)
    if not day_parts.holds(phrase.day_part, at):
        raise misreadings.not_understood(phrase.words)
    return at


def _led(words: Sequence[str], reading: Reading) -> tuple[Moment, Sequence[str]] | None:
    for phrase, used in _leading(words):
        if phrase.can_stand_in_a_line:
            moment, rest = _ahead(understood(phrase, reading), reading), words[used:]
            doubts.refuse_what_follows(words, rest, phrase.shape, Asked(reading.today, reading.day_first))
            _refuse_a_day_at_the_end(phrase, moment, rest, reading)
            return moment, rest[1:] if rest and rest[0] in _DASHES else rest
    return None


def _ended(words: Sequence[str], reading: Reading) -> tuple[Moment, int] | None:
    known = len(list(takewhile(lambda word: token(word)[0] != UNKNOWN, reversed(words[-LONGEST:]))))
    for start in range(len(words) - known, len(words)):
        phrase = phrase_of(words[start:])
        if phrase.can_stand_in_a_line:
            moment = _ahead(understood(phrase, reading), reading)
            doubts.refuse_what_precedes(words, start, moment)
            return moment, start
    return None


def _refuse_a_day_at_the_end(phrase: Phrase, moment: Moment, rest: Sequence[str], reading: Reading) -> None:
    """Refuse "3pm Whitening thu", where the time that leads may be that of the day that ends the line."""
    known = phrase.known
    if known is None or known.day_rule is not None or known.time_rule is None:
        return
    ended = _ended(rest, reading)
    if ended is not None and ended[0].at is None and ended[0].on != moment.on:
        raise misreadings.day_and_time_apart(phrase.words, " ".join(rest[ended[1] :]))


def _leading(words: Sequence[str]) -> Iterator[tuple[Phrase, int]]:
    """The phrases that lead, the longest first, with the number of words each takes."""
    run = list(takewhile(lambda word: token(word)[0] != UNKNOWN, words[:LONGEST]))
    for used in range(len(run), 0, -1):
        if token(run[used - 1])[0] != FILLER:
            yield phrase_of(run[:used]), used


def _is_readable(words: Sequence[str]) -> bool:
    return phrase_of(words).known is not None


def _from_now(parts: dict[str, Any], reading: Reading) -> Moment:
    if "j" in parts:
        numbers = parts["j"].numbers
        on = dates.iso(parts, Asked(reading.today, reading.day_first))
        if numbers[3] > 23 or numbers[4] > 59:
            raise misreadings.no_such_time(parts["j"].words)
        return _exact(Moment(on, time(numbers[3], numbers[4])), reading)
    minutes = parts["h"] if "h" in parts else parts.get("n", parts.get("q", 1)) * parts["H"]
    local = (reading.now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(reading.zone)
    return _exact(Moment(local.date(), time(local.hour, local.minute)), reading)


def _exact(moment: Moment, reading: Reading) -> Moment:
    """The same moment, if that day's clock shows it exactly once."""
    on, at = moment.on, moment.at
    if at is None or on < reading.today:
        return moment
    change = localtime.change_around(on, at, reading.zone)
    if change is None:
        return moment
    refused = misreadings.skipped if change.skips else misreadings.repeated
    raise refused(on, at, change.leaves, change.shows)


def _is_past(moment: Moment, reading: Reading) -> bool:
    starts_at = moment.starts_at(reading.zone)
    return moment.on < reading.today if starts_at is None else starts_at <= reading.now


def _ahead(moment: Moment, reading: Reading) -> Moment:
    """The same moment, if it lies ahead and within a year."""
    if _is_past(moment, reading):
        raise misreadings.past(moment.on, moment.at)
    if moment.on > _a_year_from(reading.today):
        raise misreadings.too_far(moment.on)
    return moment


def _a_year_from(today: date) -> date:
    leap_day = (today.month, today.day) == (2, 29)
    return date(today.year + 1, 3, 1) if leap_day else today.replace(year=today.year + 1)

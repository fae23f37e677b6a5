"""Reading what was typed after a slash command: the phrase it is, and the command that it becomes.

What is not in the table of phrases is answered with how to say it and the nearest phrase, and changes nothing.
"""

from contextlib import suppress
from difflib import SequenceMatcher, get_close_matches

from bot.commands import vocabulary as v
from bot.commands.phrases import PHRASES, Phrase
from bot.commands.typed import Typed, take_apart
from bot.commands.when import Reading
from bot.domain import phrase_misreadings
from bot.domain.errors import Misread

SLASHES = tuple(PHRASES)
HELP = "help"
_ASKS = frozenset({HELP, "?"})
_OVERVIEW = "/rounds"
_STARTED = {
    slash: {phrase.start: phrase for phrase in reversed(phrases) if phrase.start} for slash, phrases in PHRASES.items()
}
_MOST_SHOWN = 60
_MOST_USAGES = 4
"""Of a refusal; the commonest phrases come first in the table, and help shows all."""


def read(slash: str, text: str, reading: Reading) -> v.Command:
    """Read what was typed after a slash command; Misread, with the nearest phrase, where it can't be read."""
    typed = take_apart(text)
    asked = _help_asked(slash, typed)
    if asked is not None:
        return asked
    first = typed.first
    started = _STARTED[slash].get(first)
    if started is not None and (started.takes or len(typed.pieces) == 1):
        return started.reads(typed.after_first(), reading)
    plain = [] if started is not None else [phrase for phrase in PHRASES[slash] if not phrase.start]
    if not any(phrase.takes or not typed.pieces for phrase in plain):
        raise _not_a_phrase(slash, typed, nearest(slash, typed, reading))
    try:
        return plain[0].reads(typed, reading)
    except Misread as misread:
        meant = nearest(slash, typed, reading) or (misread.nearest and f"{slash} {misread.nearest}")
        is_date = any(character.isdigit() for character in typed.text)
        raise misread if is_date and not meant else _not_a_phrase(slash, typed, meant) from None


def help_asked(slash: str, text: str) -> v.ShowHelp | None:
    """What help was asked for, as `read` has it; None for anything else."""
    asks = text.split(maxsplit=1)[:1]
    return _help_asked(slash, take_apart(text)) if asks and asks[0].lower() in _ASKS else None


def usage(slash: str, phrase: Phrase) -> str:
    """How a phrase is typed: "/plan add thu 4pm What it is #human @ben"."""
    return " ".join(part for part in (slash, phrase.start, phrase.takes) if part)


def nearest(slash: str, typed: Typed, reading: Reading) -> str | None:
    """The phrase that somebody probably meant, in this slash command or another one."""
    first = typed.first.removeprefix("/")
    if f"/{first}" in PHRASES:
        return f"/{first}"
    words = [HELP, *_words_of(slash)]
    here = get_close_matches(first, words, n=3, cutoff=0.6)
    here.sort(key=lambda word: (-SequenceMatcher(None, word, first).ratio(), words.index(word)))
    begun = [word for word in words if word.startswith(f"{first}-")]  # "check up", "worth it"
    if begun:
        return _with_rest(slash, begun[0], typed)
    elsewhere = {other.removeprefix("/"): other for other in SLASHES}
    for other in SLASHES:
        for word in _words_of(other):
            elsewhere.setdefault(word, f"{other} {word}")
    if here and (here[0] == first or first not in elsewhere):
        readable = (word for word in here if _is_read_after(slash, word, typed, reading))
        return _with_rest(slash, next(readable, here[0]), typed)
    found = get_close_matches(first, elsewhere, n=1, cutoff=0.8)
    return elsewhere[found[0]] if found else _without_its_start(slash, typed, reading)


def _help_asked(slash: str, typed: Typed) -> v.ShowHelp | None:
    """Help for this slash command or the one that is named; under the bot's own name, an overview."""
    if typed.first not in _ASKS:
        return None
    named = f"/{typed.after_first().first.removeprefix('/')}"
    if named in PHRASES:
        return v.ShowHelp(named)
    return v.ShowHelp("" if slash == _OVERVIEW else slash)


def _not_a_phrase(slash: str, typed: Typed, meant: str | None) -> Misread:
    phrases = {phrase.start or phrase.takes: phrase for phrase in reversed(PHRASES[slash])}
    usages = [usage(slash, phrase) for phrase in PHRASES[slash] if phrase in phrases.values()]
    return phrase_misreadings.not_a_phrase(slash, typed.text, usages=usages[:_MOST_USAGES], nearest=meant)


def _words_of(slash: str) -> tuple[str, ...]:
    """The single words that can follow a slash command, such as "next"."""
    phrases = PHRASES[slash]
    words = (word for phrase in phrases for word in (phrase.start or phrase.takes).split(" | ") if _is_a_word(word))
    return tuple(dict.fromkeys(words))


def _is_a_word(word: str) -> bool:
    return word.replace("-", "").isalpha()


def _with_rest(slash: str, word: str, typed: Typed) -> str:
    """A phrase with its first word mended, and the rest where it takes one."""
    takes = any(phrase.start == word and phrase.takes for phrase in PHRASES[slash])
    return _short(f"{slash} {word} {typed.after_first().text}" if takes else f"{slash} {word}")


def _is_read_after(slash: str, word: str, typed: Typed, reading: Reading) -> bool:
    """Whether what was typed would be read if its first word were this one."""
    for phrase in PHRASES[slash]:
        if phrase.start == word and phrase.takes:
            with suppress(Misread):
                phrase.reads(typed.after_first(), reading)
                return True
    return False


def _without_its_start(slash: str, typed: Typed, reading: Reading) -> str | None:
    """The phrase whose first word was left out: "/leads instagram" lacks its "add"."""
    for phrase in PHRASES[slash]:
        if phrase.start and phrase.takes and not phrase.takes_anything:
            try:
                phrase.reads(typed, reading)
            except Misread:
                continue
            return _short(f"{slash} {phrase.start} {typed.text}")
    return None


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _MOST_SHOWN else f"{flat[: _MOST_SHOWN - 1].rstrip()}…"

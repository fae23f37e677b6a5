"""The slash commands: every phrase that can be typed, what it does, and the command it becomes.

One table serves reading, help and the documentation, so that none of them can say something else. What is not in the
table is answered with how to say it and the nearest phrase, and changes nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from bot.commands import vocabulary as v
from bot.commands.adding import read_lead, read_post
from bot.commands.typed import Typed, take_apart
from bot.commands.when import Reading, read_week
from bot.domain import misreadings
from bot.domain.errors import Misread
from bot.domain.weeks import Week

Reads = Callable[[Typed, Reading], v.Command]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to use a slash command: the word it starts with, what may follow, what it does, how it is read."""

    start: str
    takes: str
    does: str
    reads: Reads


def _plan_week(typed: Typed, reading: Reading) -> v.Command:
    return v.ShowPlan(read_week(typed.text, reading))


def _digest_week(typed: Typed, reading: Reading) -> v.Command:
    last = Week.of(reading.today).previous()
    return v.ShowDigest(read_week(typed.text, reading) if typed.words else last)


def _always(command: v.Command) -> Reads:
    return lambda _typed, _reading: command


PHRASES: dict[str, tuple[Phrase, ...]] = {
    "/plan": (
        Phrase("", "", "Show this week's plan.", _plan_week),
        Phrase("", "next | last | 2026-W50 | a day", "Show another week.", _plan_week),
        Phrase(
            "add",
            "thu 4pm What it is #human @ben",
            "Put a post into the plan; kind, person and link are optional.",
            read_post,
        ),
        Phrase("add", "", "Open the form for a new post.", read_post),
        Phrase("cadence", "", "Show and edit the outline of your weeks.", _always(v.ShowCadence())),
    ),
    "/mine": (Phrase("", "", "Show what waits for you.", _always(v.ShowMine())),),
    "/photos": (Phrase("", "", "Show which photos wait, are ready, or are in use.", _always(v.ShowPhotos())),),
    "/figures": (Phrase("", "", "Show how recent posts did, and enter what is missing.", _always(v.ShowFigures())),),
    "/leads": (
        Phrase("", "", "Show open leads and this week's counts.", _always(v.ShowLeads())),
        Phrase("add", "instagram", "Log a new lead from where it came; your own code may follow.", read_lead),
        Phrase("add", "", "Open the form for a new lead.", read_lead),
    ),
    "/digest": (
        Phrase("", "", "Show last week's digest, to you only.", _digest_week),
        Phrase("", "this | 2026-W47 | a day", "Show the digest of another week, as it stands.", _digest_week),
    ),
    "/rounds": (
        Phrase("setup", "", "Set Rounds up, or change how it is set up.", _always(v.OpenSetup())),
        Phrase("status", "", "Show how Rounds is set up and whether all is well.", _always(v.ShowStatus())),
        Phrase("", "", "Show what Rounds can do.", _always(v.ShowHelp())),
    ),
}
SLASHES = tuple(PHRASES)
HELP = "help"


def read(slash: str, text: str, reading: Reading) -> v.Command:
    """Read what was typed after a slash command; Misread, with the nearest phrase, where it can't be read."""
    typed = take_apart(text)
    first = typed.words[0].lower() if typed.words else ""
    if first == HELP and len(typed.words) == 1:
        return v.ShowHelp(slash)
    for phrase in PHRASES[slash]:
        if phrase.start and phrase.start == first:
            rest = Typed(typed.words[1:], typed.people, typed.tags, typed.links)
            if not phrase.takes and rest.words and not _has_more(slash, first):
                break
            return phrase.reads(rest, reading)
    return _without_start(slash, typed, reading)


def usage(slash: str, phrase: Phrase) -> str:
    """How a phrase is typed: "/plan add thu 4pm What it is #human @ben"."""
    return " ".join(part for part in (slash, phrase.start, phrase.takes) if part)


def _without_start(slash: str, typed: Typed, reading: Reading) -> v.Command:
    plain = [phrase for phrase in PHRASES[slash] if not phrase.start]
    nothing = not (typed.words or typed.people or typed.tags or typed.links)
    if plain and (nothing or any(phrase.takes for phrase in plain)):
        try:
            return plain[0].reads(typed, reading)
        except Misread:
            if nearest(slash, typed.text) is None and len(typed.words) > 0 and _looks_like_a_day(typed):
                raise
    raise misreadings.not_a_phrase(
        slash,
        typed.text,
        usage=tuple(dict.fromkeys(usage(slash, phrase) for phrase in PHRASES[slash])),
        nearest=nearest(slash, typed.text),
    )


def nearest(slash: str, text: str) -> str | None:
    """The phrase that somebody probably meant, in this slash command or another one."""
    first = text.split()[0].lower().lstrip("/") if text.split() else ""
    starts = dict(_starts())
    here = [word for word in (*(p.start for p in PHRASES[slash] if p.start), *_others(slash), HELP)]
    found = get_close_matches(first, here, n=1, cutoff=0.6)
    if found:
        return f"{slash} {found[0]}"
    elsewhere = get_close_matches(first, [*starts, *(s.lstrip("/") for s in SLASHES)], n=1, cutoff=0.75)
    if not elsewhere:
        return None
    return starts.get(elsewhere[0], f"/{elsewhere[0]}")


def _starts() -> Iterator[tuple[str, str]]:
    for slash, phrases in PHRASES.items():
        for phrase in phrases:
            if phrase.start:
                yield phrase.start, f"{slash} {phrase.start}"


def _others(slash: str) -> tuple[str, ...]:
    """The single words among what may follow a bare slash command, such as "next"."""
    return tuple(
        word for phrase in PHRASES[slash] if not phrase.start for word in phrase.takes.split(" | ") if word.isalpha()
    )


def _has_more(slash: str, start: str) -> bool:
    return any(phrase.takes for phrase in PHRASES[slash] if phrase.start == start)


def _looks_like_a_day(typed: Typed) -> bool:
    return any(character.isdigit() for character in typed.text)

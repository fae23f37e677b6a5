"""The slash commands: every phrase that can be typed, what it does, and the command it becomes.

One table serves reading, help and the documentation, so that none of them can say something else. What is not in the
table is answered with how to say it and the nearest phrase, and changes nothing.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches

from bot.commands import vocabulary as v
from bot.commands.absence import read_absence
from bot.commands.adding import read_lead, read_post
from bot.commands.looking import read_ads, read_copy, read_digest_week, read_plan, read_plan_span
from bot.commands.shifting import read_move, read_skip
from bot.commands.typed import Typed, take_apart
from bot.commands.when import Reading
from bot.domain import phrase_misreadings
from bot.domain.errors import Misread
from bot.domain.spans import Size

Reads = Callable[[Typed, Reading], v.Command]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to use a slash command: the word it starts with, what may follow, what it does, how it is read."""

    start: str
    takes: str
    does: str
    reads: Reads


def _export(typed: Typed, _reading: Reading) -> v.Command:
    form = typed.text.lower() or "xlsx"
    if form not in ("xlsx", "csv", "excel"):
        raise phrase_misreadings.not_a_form()
    return v.ExportPlan("csv" if form == "csv" else "xlsx")


def _always(command: v.Command) -> Reads:
    return lambda _typed, _reading: command


PHRASES: dict[str, tuple[Phrase, ...]] = {
    "/plan": (
        Phrase("", "", "Show this week's plan.", read_plan),
        Phrase("", "next | last | 2026-W50 | a day", "Show another week.", read_plan),
        Phrase(
            "add",
            "thu 4pm What it is #human @ben",
            "Put a post into the plan; kind, person and link are optional.",
            read_post,
        ),
        Phrase("add", "", "Open the form for a new post.", read_post),
        Phrase("skip", "thu", "Leave out the empty place of a day, this once.", read_skip),
        Phrase("move", "thu to fri 3pm", "Move the empty place of a day, this once.", read_move),
        Phrase("copy", "november to december", "Copy a month's posts into another one; you see it first.", read_copy),
        Phrase("check", "", "Show what is missing: the next seven days, and the mix.", _always(v.CheckPlan())),
        Phrase("ads", "next | dec", "Show the ads of this month or another one, and what they may cost.", read_ads),
        Phrase("export", "csv", "Get the plan as a CSV file.", _export),
        Phrase("export", "", "Get the plan as an Excel workbook, to change and share back.", _export),
        Phrase("cadence", "", "Show and edit the outline of your weeks.", _always(v.ShowCadence())),
        Phrase("steps", "", "Show and edit which steps a post takes, and whose they are.", _always(v.ShowTemplates())),
        Phrase("", "mine | open | #human | #instagram", "Show only that part; a week may stand before it.", read_plan),
        Phrase("month", "next | december | 2026-12", "Show a month as a calendar.", read_plan_span(Size.MONTH)),
        Phrase("quarter", "next | q1", "Show a quarter, added up week by week.", read_plan_span(Size.QUARTER)),
        Phrase("year", "next | 2027", "Show a year, added up month by month.", read_plan_span(Size.YEAR)),
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
        Phrase("", "", "Show last week's digest, to you only.", read_digest_week),
        Phrase("", "this | 2026-W47 | a day", "Show the digest of another week, as it stands.", read_digest_week),
    ),
    "/rounds": (
        Phrase("setup", "", "Set Rounds up, or change how it is set up.", _always(v.OpenSetup())),
        Phrase("status", "", "Show how Rounds is set up and whether all is well.", _always(v.ShowStatus())),
        Phrase(
            "away",
            "until mon | dec 24 to jan 1",
            "Say when you are away; the backup is reminded instead.",
            read_absence,
        ),
        Phrase("back", "", "Say that you are here again.", _always(v.ComeBack())),
        Phrase("duties", "", "Show who looks after what, and choose yours.", _always(v.ShowDuties())),
        Phrase("reminders", "", "Say how often and when you are reminded.", _always(v.OpenRemindersForm())),
        Phrase("calendar", "", "Show the private addresses of your calendars.", _always(v.ShowCalendars())),
        Phrase("", "", "Show what Rounds can do.", _always(v.ShowHelp())),
    ),
}
SUMMARIES = {
    "/plan": "See and fill the week's plan",
    "/mine": "See what waits for you",
    "/photos": "See which photos wait, are ready or in use",
    "/figures": "See and enter how posts did",
    "/leads": "Log new enquiries and how far they came",
    "/digest": "See the week's digest, only you",
    "/rounds": "Set up, check and learn about Rounds",
}
"""Each slash command in one line, as Slack's own list of commands has it too."""
SLASHES = tuple(PHRASES)
HELP = "help"
_OVERVIEW = "/rounds"
_MOST_SHOWN = 60
_MOST_USAGES = 4
"""Of a refusal; the commonest phrases come first in the table, and help shows all."""


def read(slash: str, text: str, reading: Reading) -> v.Command:
    """Read what was typed after a slash command; Misread, with the nearest phrase, where it can't be read."""
    typed = take_apart(text)
    asked = _help_asked(slash, typed)
    if asked is not None:
        return asked
    started = [phrase for phrase in PHRASES[slash] if phrase.start and phrase.start == typed.first]
    if started and (started[0].takes or len(typed.pieces) == 1):
        return started[0].reads(typed.after_first(), reading)
    plain = [] if started else [phrase for phrase in PHRASES[slash] if not phrase.start]
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
    return _help_asked(slash, take_apart(text))


def usage(slash: str, phrase: Phrase) -> str:
    """How a phrase is typed: "/plan add thu 4pm What it is #human @ben"."""
    return " ".join(part for part in (slash, phrase.start, phrase.takes) if part)


def nearest(slash: str, typed: Typed, reading: Reading) -> str | None:
    """The phrase that somebody probably meant, in this slash command or another one."""
    first = typed.first.removeprefix("/")
    if f"/{first}" in PHRASES:
        return f"/{first}"
    here = get_close_matches(first, [HELP, *_words_of(slash)], n=3, cutoff=0.6)
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
    if typed.first not in {HELP, "?"}:
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
    words = (word for phrase in phrases for word in (phrase.start or phrase.takes).split(" | ") if word.isalpha())
    return tuple(dict.fromkeys(words))


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
        if phrase.start and phrase.takes:
            try:
                phrase.reads(typed, reading)
            except Misread:
                continue
            return _short(f"{slash} {phrase.start} {typed.text}")
    return None


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _MOST_SHOWN else f"{flat[: _MOST_SHOWN - 1].rstrip()}…"

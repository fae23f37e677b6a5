"""The sentences for typed lines, buttons and forms that can't be read, each with what works instead.

It only words what others found; it decides nothing. Days and times have theirs in `misreadings`.
"""

from collections.abc import Sequence
from difflib import get_close_matches

from bot.domain.errors import Misread
from bot.domain.misreadings import quoted


def not_a_phrase(slash: str, words: str, *, usages: Sequence[str], nearest: str | None) -> Misread:
    """Nothing of that kind can be asked of a slash command."""
    return Misread(
        f"I don't know {quoted(f'{slash} {words}')}, so nothing was changed.",
        hint=f"Did you mean {nearest}?" if nearest else f"`{slash} help` shows everything.",
        usages=usages,
        nearest=nearest,
    )


def no_what() -> Misread:
    """A day was named, but not what is posted."""
    return Misread("What is the post about?", hint="For example: `/plan add thu 4pm Meet our hygienist #human`")


def vague(words: str, *, has_kind: bool, has_owner: bool) -> Misread:
    """A wish without a day, and perhaps without what it is for and who has it."""
    missing = ["which day", *([] if has_kind else ["what it is for"]), *([] if has_owner else ["who takes it on"])]
    listed = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} and {missing[-1]}"
    return Misread(
        f"{quoted(words)} is a good wish. To become a plan it needs {listed}.",
        hint="One post: `/plan add thu 4pm Meet our hygienist #human @ben`. Every week: `/plan cadence`.",
    )


def several_people() -> Misread:
    """More than one person was named for one step."""
    return Misread(
        "A post is offered to one person first, so please name one. Others can help, or take it by Swap.",
        hint="For example: `/plan add thu 4pm Meet our hygienist #human @ben`",
    )


def unknown_name(name: str) -> Misread:
    """Somebody was named whom Slack doesn't know."""
    return Misread(
        f"I don't know who {quoted(name)} is.",
        hint="Pick the name from the list that Slack shows while you type it. If it is part of the text, "
        "put it anywhere but last.",
    )


def several_kinds(kinds: Sequence[str]) -> Misread:
    """More than one kind was named."""
    return Misread(f"A post has one kind. Which is it: {' or '.join(f'#{kind}' for kind in kinds)}?")


def not_a_kind(word: str, kinds: Sequence[str]) -> Misread:
    """A kind was named that there is not, though nearly."""
    close = next(iter(get_close_matches(word, kinds, n=1)), kinds[0])
    return Misread(
        f"{quoted('#' + word)} is not a kind of post.",
        hint=f"Did you mean #{close}? If it is part of the text, name the kind as well or leave out the #.",
        nearest=f"#{close}",
    )


def unnamed_channel() -> Misread:
    """A #word that Slack turned into a channel without saying which."""
    return Misread(
        "Slack turned a #word in there into a channel and didn't tell me its name.",
        hint="Open the form with `/plan add` and choose the kind there.",
    )


def not_a_source() -> Misread:
    """More than a source and a code was typed for a lead."""
    return Misread(
        "Please log only where the lead came from and, if you have one, your own code. No names or numbers.",
        hint="For example: `/leads add instagram` or `/leads add instagram A-17`",
    )


def not_a_number(words: str, field: str) -> Misread:
    """Something else was entered where a whole number belongs."""
    return Misread(f"{quoted(words)} is not a whole number.", hint="Please use digits only, like 1200.", field=field)


def too_large(words: str, field: str) -> Misread:
    """A number that nothing a practice counts can reach."""
    return Misread(f"{quoted(words)} is more than I can count to. Is there a digit too many?", field=field)


def out_of_date() -> Misread:
    """A button or form of an older message, which means nothing any more."""
    return Misread(
        "This is from an older message and no longer works, so nothing was changed.",
        hint="`/mine` shows what waits for you, `/plan` the week.",
    )


def not_a_form() -> Misread:
    """A kind of file the plan is not written as."""
    return Misread(
        "I can send the plan as an Excel workbook or as a CSV file.", hint="`/plan export`, or `/plan export csv`"
    )

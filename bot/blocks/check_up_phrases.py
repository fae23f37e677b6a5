"""The eight questions of a check-up: how each is asked, what Rounds knows beside it, and what could help.

A fact is a count or that there is none to give; nothing is guessed, and where Rounds can't see something it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.blocks import duty_phrases, saying
from bot.blocks.plan_phrases import capital
from bot.commands.vocabulary import (
    CheckPlan,
    Command,
    OpenSetup,
    ShowCadence,
    ShowComments,
    ShowDigest,
    ShowDuties,
    ShowGoals,
    ShowMonthPage,
    ShowStrategy,
    ShowTemplates,
)
from bot.domain.check_up import Cause, Part, Seen
from bot.domain.outcomes.check_up import CheckUpShown

QUESTIONS: Mapping[Cause, str] = {
    Cause.TIME: "Is there time for it in somebody's week?",
    Cause.PLAN: "Is there a plan with places, and a goal?",
    Cause.PEOPLE: "Has whoever does something said yes to it?",
    Cause.PICTURES: "Are the pictures there in time?",
    Cause.ANSWERS: "Is everybody who writes to us answered, and soon?",
    Cause.THANKS: "Does the owner see what is done, and say thanks?",
    Cause.NUMBERS: "Do marketing and sales look at the same numbers?",
    Cause.INVITING: "Do we invite people, so that the right ones find us?",
}
NAMES: Mapping[Cause, str] = {
    Cause.TIME: "time",
    Cause.PLAN: "plan and goal",
    Cause.PEOPLE: "people's yes",
    Cause.PICTURES: "pictures",
    Cause.ANSWERS: "answering",
    Cause.THANKS: "thanks",
    Cause.NUMBERS: "the same numbers",
    Cause.INVITING: "inviting",
}
_DUTIES = "Let everybody choose what they look after, and how many minutes a week they have for it."


@dataclass(frozen=True, slots=True)
class Way:
    """Something that could help, and the button that begins it."""

    words: str
    label: str = ""
    command: Command | None = None


def facts(seen: Seen) -> Mapping[Cause, str]:
    """Say in a line beside each question what is known of it."""
    return {
        Cause.TIME: _time(seen),
        Cause.PLAN: f"{_of(seen.kept, '{} places went out', 'no place has come round yet')}; {_goals(seen.goals)}.",
        Cause.PEOPLE: _people(seen.covered),
        Cause.PICTURES: f"{_of(seen.in_time, '{} pictures came in time', 'no picture was due yet')}.",
        Cause.ANSWERS: _answers(seen),
        Cause.THANKS: _thanks(seen),
        Cause.NUMBERS: f"{_of(seen.both_wrote, 'both sides wrote a line in {} weeks', 'no whole week is over yet')}.",
        Cause.INVITING: f"{_of(seen.invited, '{} posts went out as an invitation or ad', 'no post went out yet')}.",
    }


def way(cause: Cause, outcome: CheckUpShown) -> Way:
    """Say what could help with one of them, and how to begin."""
    seen = outcome.seen
    match cause:
        case Cause.TIME | Cause.PEOPLE:
            return Way(_DUTIES, "Duties", ShowDuties())
        case Cause.PLAN if not seen.goals:
            return Way("Set one goal: what should come of it, how many, and by when.", "Goals", ShowGoals())
        case Cause.PLAN:
            return Way("Make the outline as small as your weeks really are.", "Outline", ShowCadence())
        case Cause.PICTURES:
            words = "Have pictures due earlier before a post, or a graphic where there is no picture."
            return Way(words, "Steps", ShowTemplates())
        case Cause.ANSWERS if seen.answerer:
            words = "Log comments as they come, and when they are answered: then you see how soon."
            return Way(words, "Comments", ShowComments())
        case Cause.ANSWERS:
            return Way("Write down who answers people, and how soon.", "Strategy", ShowStrategy())
        case Cause.THANKS:
            return _way_to_thanks(outcome)
        case Cause.NUMBERS:
            return _way_to_the_same_numbers(outcome)
        case Cause.INVITING:
            return Way("See what the coming posts lack, such as an invitation.", "Check the plan", CheckPlan())


def _way_to_thanks(outcome: CheckUpShown) -> Way:
    if not outcome.seen.has_sponsor:
        words = "Name the owner as sponsor: they hear once a week of two finished things they can say thanks for."
        return Way(words, "Set-up", OpenSetup())
    words = "Show the owner a month on one page: what went out and what came in."
    return Way(words, "The month", ShowMonthPage(outcome.last_month))


def _way_to_the_same_numbers(outcome: CheckUpShown) -> Way:
    if outcome.last_week is None:
        return Way("The first digest puts both sides on one page; each adds a line to it.")
    words = "Read last week's digest together for five minutes; each side adds a line."
    return Way(words, "Last week", ShowDigest(outcome.last_week))


def _of(counted: Part, did: str, none: str) -> str:
    """Say so many of so many, in words that suit any number of them."""
    return capital(did.format(f"{counted.part or 'none'} of {counted.whole}") if counted.whole else none)


def _time(seen: Seen) -> str:
    if not seen.agreed:
        return "Nobody has said yet how many minutes a week they have."
    who = "1 person has" if seen.agreed == 1 else f"{seen.agreed} people have"
    return f"{who} agreed to {duty_phrases.time(seen.minutes)} a week."


def _people(covered: Part) -> str:
    if not covered.part:
        return "No duty has somebody yet who said yes to it."
    return f"Somebody said yes to {covered.part} of {covered.whole} duties."


def _goals(goals: int) -> str:
    return f"{saying.count(goals, 'goal')} {'is' if goals == 1 else 'are'} set"


def _answers(seen: Seen) -> str:
    who = f"By your strategy {seen.answerer} answers." if seen.answerer else "Your strategy doesn't say who answers."
    if seen.asked.whole:
        noted = saying.count(seen.asked.whole, "comment or question", "comments and questions")
        return f"{who} Answered: {seen.asked.part or 'none'} of {noted} noted."
    return f"{who} I see a comment or a question only once somebody notes it."


def _thanks(seen: Seen) -> str:
    if not seen.thanks:
        return "No digest told of thanks yet; what was said between two people is theirs."
    return f"Digests told of thanks {'once' if seen.thanks == 1 else f'{seen.thanks} times'}."

"""How a check-up looks: the question whether there are two minutes for it, its form, and its score with next steps.

A score is for whoever runs the program, never about anybody: no sentence here names who did not do something.
"""

from collections.abc import Sequence

from bot.blocks import check_up_phrases, choices, kit, month, saying
from bot.blocks.check_up_phrases import NAMES, QUESTIONS
from bot.blocks.plan_phrases import capital, listed
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenCheckUpForm, ShowCheckUp
from bot.domain import check_up
from bot.domain.check_up import Answer, Cause
from bot.domain.outcomes.check_up import Answered, CheckUpAnswered, CheckUpAsked, CheckUpFormOpened, CheckUpShown

_ANSWERS = {Answer.YES: "Yes", Answer.PARTLY: "Partly", Answer.NOT_YET: "Not yet"}
_MOST_STEPS = 2
_WHO = "Only the lead, the backup and the sponsor see this."


def draw_check_up_asked(outcome: CheckUpAsked) -> Message:
    """Ask the lead for two minutes."""
    again = " Afterwards you see what changed since the last time." if outcome.has_earlier else ""
    words = (
        "A new quarter: do you have two minutes for a check-up? Eight questions, yes, partly or not yet, with what I "
        f"know beside each.{again}"
    )
    foot = "Once a quarter; `/rounds check-up` opens it at any time. Only you, the backup and the sponsor see it."
    ways = kit.ActionsBlock([button("Start", OpenCheckUpForm(), is_first=True)])
    return message(words, [kit.SectionBlock(words), ways, kit.ContextBlock([kit.Text(foot)])])


def draw_check_up_answered(outcome: CheckUpAnswered) -> Message:
    """Say in the message that asked that it is done; the score stays behind a click, for whoever may see it."""
    who = f" {outcome.by.name} answered." if outcome.by is not None else ""
    words = f"✓ The check-up of {month.name(outcome.quarter).lower()} is done.{who}"
    return message(words, [kit.SectionBlock(words, accessory=button("See it", ShowCheckUp()))])


def draw_check_up_form_opened(outcome: CheckUpFormOpened) -> Modal:
    """Ask the eight questions, each with what Rounds knows below it."""
    since = outcome.seen.since_on
    looked = f"Below each is what I know, since {saying.day(since)} where it is a count." if since else ""
    head = f"How does it stand by now? Your own view counts. {looked}".strip()
    facts = check_up_phrases.facts(outcome.seen)
    asked = [_asked(cause, facts[cause], outcome.answers) for cause in Cause]
    return modal(
        "Check-up",
        [kit.SectionBlock(head), *asked, kit.ContextBlock([kit.Text(_WHO)])],
        form="answer-check-up",
        submit="Save",
    )


def draw_check_up_shown(outcome: CheckUpShown) -> Message:
    """Show the score, what changed since the last time, and what could help what is weakest."""
    head = f"*Check-up, {month.name(outcome.quarter).lower()}: {score(outcome.answers)}*"
    lines = [line for answer in Answer if (line := _named(answer, check_up.causes(outcome.answers, answer)))]
    lines += _since_before(outcome)
    blocks: list[kit.Block] = [kit.SectionBlock("\n".join([head, *lines]))]
    steps = _steps(outcome)
    if steps:
        blocks.append(kit.SectionBlock("*What could help next*"))
        blocks += steps
    else:
        blocks.append(kit.SectionBlock("All of it is there. Enjoy that, and keep going."))
    blocks.append(kit.ActionsBlock([button("Answer again", OpenCheckUpForm())]))
    blocks.append(kit.ContextBlock([kit.Text(f"{_who_when(outcome)} {_WHO}")]))
    return message(unmarked(" ".join([head, *lines])), blocks)


def score(answers: Answered) -> str:
    """Say how many questions were answered how: "5 of 8 yes, 2 partly"."""
    yes, partly = (len(check_up.causes(answers, answer)) for answer in (Answer.YES, Answer.PARTLY))
    return f"{yes or 'none'} of {len(Cause)} yes" + (f", {partly} partly" if partly else "")


def _asked(cause: Cause, fact: str, answers: Answered | None) -> kit.Block:
    options = choices.options((words, str(answer)) for answer, words in _ANSWERS.items())
    chosen = options[answers[cause]] if answers is not None else None
    radio = kit.RadioButtonGroup("value", list(options.values()), initial_option=chosen)
    return kit.InputBlock(QUESTIONS[cause], radio, block_id=cause, hint=fact)


def _named(answer: Answer, causes: Sequence[Cause]) -> str:
    return f"{_ANSWERS[answer]}: {listed([NAMES[cause] for cause in causes])}." if causes else ""


def _since_before(outcome: CheckUpShown) -> list[str]:
    if outcome.before is None:
        return []
    quarter, before = outcome.before
    turned = check_up.turned(before, outcome.answers)
    said = f"{capital(month.name(quarter))}: {score(before)}."
    further, less = ([NAMES[cause] for cause in causes] for causes in (turned.further, turned.less))
    said += f" Further along since: {listed(further)}." if further else ""
    said += f" Less so: {listed(less)}." if less else ""
    return [said if further or less else f"{said} The same since."]


def _steps(outcome: CheckUpShown) -> list[kit.Block]:
    """Say what could help, the weakest first; where one thing helps two of them it stands there once."""
    ways = [check_up_phrases.way(cause, outcome) for cause in check_up.weakest(outcome.answers)]
    once = {way.words: way for way in ways}
    return [
        kit.SectionBlock(
            f"• {way.words}", accessory=button(way.label, way.command, apart=str(number)) if way.command else None
        )
        for number, way in enumerate(list(once.values())[:_MOST_STEPS])
    ]


def _who_when(outcome: CheckUpShown) -> str:
    found, zone = outcome.check_up, outcome.zone
    said = f"{_who(found.answered_by, outcome)} answered, {saying.day(found.answered_at.astimezone(zone).date())}"
    if found.changed_at is not None:
        on = found.changed_at.astimezone(zone).date()
        said += f"; {_who(found.changed_by, outcome)} changed it, {saying.day(on)}"
    return f"{said}."


def _who(member_id: int | None, outcome: CheckUpShown) -> str:
    return saying.name(outcome.people.get(member_id)) if member_id else "somebody who has left"

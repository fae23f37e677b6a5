"""How the numbers of whole accounts look: the form for a week, and what was entered. Unknown is never zero."""

from bot.blocks import file_phrases as said
from bot.blocks import kit
from bot.blocks.plan_phrases import capital, week_span
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenWeekForm, ShowFigures
from bot.domain.figures import MOST
from bot.domain.outcomes.files import WeekFormOpened, WeekLogged
from bot.domain.places import BY_HAND

_HINTS = {
    "followers": "How many there are at the end of the week.",
    "calls": "Taps on the call button of your listing.",
}


def draw_week_form_opened(outcome: WeekFormOpened) -> Modal:
    """Ask for the numbers of each account, filled in as far as they are known."""
    known = {(each.place, count): number.number for each in outcome.accounts for count, number in each.numbers.items()}
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"*{week_span(outcome.week)}*"),
        kit.ContextBlock([kit.Text("Enter what you know. What stays empty counts as not known, not as zero.")]),
    ]
    for place, counts in BY_HAND.items():
        for count in counts:
            number = kit.NumberInput(
                is_decimal_allowed=False,
                action_id="value",
                initial_value=str(known[place, count]) if (place, count) in known else None,
                min_value=0,
                max_value=MOST,
                focus_on_load=(place, count) == ("instagram", "followers"),
            )
            label = f"{said.network(place)}: {said.COUNTS[count][1]}"
            blocks.append(
                kit.InputBlock(label, number, block_id=f"{place}-{count}", optional=True, hint=_HINTS.get(count))
            )
    return modal("A week's numbers", blocks, form="log-week", submit="Save", keeps={"week": str(outcome.week)})


def draw_week_logged(outcome: WeekLogged) -> Message:
    """Echo what is known of the week now."""
    lines = [said.account(account) for account in outcome.accounts]
    head = f"{week_span(outcome.week)}: {capital('; '.join(lines))}."
    ways: list[kit.Element] = [button("Update", OpenWeekForm(outcome.week)), button("All figures", ShowFigures())]
    return message(head, [kit.SectionBlock(head), kit.ActionsBlock(ways)], in_place=True)

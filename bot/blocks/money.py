"""How a month's money looks: planned and spent, purpose by purpose, and what small counts can say about it."""

from math import isinf

from bot.blocks import choices, kit, saying
from bot.blocks.plan_phrases import MEANT_FOR, capital, listed, title
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenBudgetForm, OpenPost, OpenSpendingForm, RemoveSpending, ShowBudget
from bot.domain import evidence, said
from bot.domain.budgets import CURRENCIES, PURPOSES, Line, Month
from bot.domain.outcomes.money import (
    BudgetFormOpened,
    BudgetReached,
    BudgetShown,
    SpendingAdded,
    SpendingFormOpened,
    SpendingRemoved,
)
from bot.domain.spent import TOOLS
from storage.tables import AdKind

_NAMED, _A_UNIT = 5, 100


def draw_budget_shown(outcome: BudgetShown) -> Message:
    """Draw a month's money."""
    month = outcome.month
    name = said.month(month.first)
    if not month.lines:
        words = f"Nothing is planned for {name}, and no spending is entered. Sums for each purpose show where it goes."
    else:
        words = "\n".join([f"*Budget in {name}*", *(f"• {_line(line, month)}" for line in month.lines), _total(month)])
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    notes = [note for note in (_came_with(outcome), _other(month)) if note]
    if notes:
        blocks.append(kit.ContextBlock([kit.Text(" ".join(notes))]))
    if outcome.untraced:
        blocks.append(kit.SectionBlock(_untraced(outcome)))
        first = outcome.untraced[0]
        blocks.append(kit.ActionsBlock([button("Open the first", OpenPost(first.id or 0))]))
    if outcome.may_plan:
        ways: list[kit.Element] = [
            button("Plan a budget", OpenBudgetForm(month.first)),
            button("Enter what was spent", OpenSpendingForm()),
        ]
        blocks.append(kit.ActionsBlock(ways))
    return message(unmarked(words), blocks, in_place=True)


def draw_budget_form_opened(outcome: BudgetFormOpened) -> Modal:
    """Ask what may be spent on each purpose."""
    planned = {line.purpose: line.planned for line in outcome.month.lines}
    blocks: list[kit.Block] = [
        kit.SectionBlock(
            f"What may it cost each month, from {said.month(outcome.month.first)} on? In whole units of your own money."
        )
    ]
    blocks += [
        kit.InputBlock(
            _purpose(purpose),
            kit.NumberInput(
                is_decimal_allowed=False,
                action_id="value",
                initial_value=str(planned[purpose]) if planned.get(purpose) is not None else None,
                min_value=0,
            ),
            block_id=purpose,
            optional=True,
            hint=_hint(purpose),
        )
        for purpose in PURPOSES
    ]
    return modal("Budget", blocks, form="set-budget", submit="Save", keeps={"month": outcome.month.first.isoformat()})


def draw_spending_form_opened(outcome: SpendingFormOpened) -> Modal:
    """Ask what was spent, on what, and when."""
    purposes = [choices.option(_purpose(purpose), purpose) for purpose in PURPOSES]
    today = outcome.today.isoformat()
    blocks: list[kit.Block] = [
        kit.InputBlock("What was it for?", kit.StaticSelectMenu("value", options=purposes), block_id="purpose"),
        kit.InputBlock("How much?", kit.PlainTextInput("value", max_length=20, placeholder="49.50"), block_id="cents"),
        _currency(outcome.currency),
        kit.InputBlock("First day", kit.DatePicker("value", initial_date=today), block_id="from_on"),
        kit.InputBlock("Last day", kit.DatePicker("value"), block_id="until_on", optional=True),
        kit.InputBlock(
            "Where?",
            kit.PlainTextInput("value", max_length=60, placeholder="Instagram"),
            block_id="network",
            optional=True,
        ),
    ]
    return modal("What was spent", blocks, form="add-spending", submit="Enter it")


def draw_spending_added(outcome: SpendingAdded) -> Message:
    """Echo a sum, with how its plan stands now."""
    row, month = outcome.spending, outcome.month
    days = (
        saying.day(row.from_on)
        if row.from_on == row.until_on
        else f"{saying.day(row.from_on)} to {saying.day(row.until_on)}"
    )
    words = f"*{saying.amount(row.cents, row.currency)}* for {_many(row.purpose)}, {days}."
    line = next((line for line in month.lines if line.purpose == row.purpose), None)
    stands = f"{said.month(month.first)}: {_line(line, month)}" if line else ""
    ways: list[kit.Element] = [
        button("Take it back", RemoveSpending(row.id or 0)),
        button("The month", ShowBudget(month.first)),
    ]
    return message(unmarked(f"{words} {stands}"), [kit.SectionBlock(f"{words}\n{stands}"), kit.ActionsBlock(ways)])


def draw_spending_removed(outcome: SpendingRemoved) -> Message:
    """Say that a sum is taken back."""
    row = outcome.spending
    words = f"{saying.amount(row.cents, row.currency)} for {_many(row.purpose)} is taken back."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_budget_reached(outcome: BudgetReached) -> Message:
    """Tell the lead that a plan is nearly used up, or is."""
    month = outcome.month
    line = next(line for line in month.lines if line.purpose == outcome.purpose)
    begins = "is used up" if outcome.mark >= 100 else f"has reached {outcome.mark} %"
    spent = _of(line.cents, line.planned or 0, month)
    words = f"The budget for {_many(line.purpose)} in {said.month(month.first)} {begins}: {spent} spent."
    return message(words, [kit.SectionBlock(words), kit.ActionsBlock([button("The month", ShowBudget(month.first))])])


def _currency(usual: str) -> kit.Block:
    offered = choices.options((each, each) for each in dict.fromkeys([usual or CURRENCIES[0], *CURRENCIES]))
    chosen = next(iter(offered.values()))
    menu = kit.StaticSelectMenu("value", options=list(offered.values()), initial_option=chosen)
    return kit.InputBlock("In which currency?", menu, block_id="currency")


def _line(line: Line, month: Month) -> str:
    if not line.planned:
        return f"{_purpose(line.purpose)}: {saying.amount(line.cents, month.currency)} spent, nothing planned"
    spent = _of(line.cents, line.planned, month)
    return f"{_purpose(line.purpose)}: {spent} spent ({line.cents / line.planned:.0f} %)"


def _of(cents: int, planned: int, month: Month) -> str:
    return f"{saying.amount(cents, month.currency)} of {saying.amount(100 * planned, month.currency)}"


def _total(month: Month) -> str:
    planned = f" of {saying.amount(100 * month.planned, month.currency)} planned" if month.planned else ""
    return f"*{saying.amount(month.cents, month.currency)} spent{planned} in all.*"


def _came_with(outcome: BudgetShown) -> str:
    """Say what came while money was spent, with the range so few allow; never that it came of it."""
    share = outcome.booked
    if share is None:
        return ""
    each = evidence.cost_of_each(outcome.traceable, share.part)
    spent = f"In the last {outcome.weeks} weeks {into_ads(outcome.cents, outcome.traceable, outcome.currency)}"
    least = saying.money(each.low, outcome.currency)
    if not share.whole:
        return f"{spent}; no lead that is old enough to judge is tracked to them, so what one costs isn't known."
    leads = f"of {saying.count(share.whole, 'tracked lead')} old enough to judge"
    if not share.part:
        return f"{spent}; {leads} none is booked yet, so a booking costs at least about {least}."
    booked = f"{share.part} {'is' if share.part == 1 else 'are'} booked"
    high = "more" if isinf(each.high) else saying.money(each.high, outcome.currency)
    about = saying.money(outcome.traceable / share.part, outcome.currency)
    return f"{spent}; {leads} {booked}, about {about} each, which fits anything from {least} to {high}."


def into_ads(cents: int, traceable: int, currency: str) -> str:
    """Say how much went into ads, and how much of it to where leads can be tracked, where that is not all."""
    words = f"{saying.money(cents, currency)} went into ads"
    if not traceable or cents - traceable < _A_UNIT:
        return words
    return f"{words}, {saying.money(traceable, currency)} of it on networks that leads can be tracked to"


def _untraced(outcome: BudgetShown) -> str:
    names = listed([title(post, 60) for post in outcome.untraced[:_NAMED]])
    rest = len(outcome.untraced) - _NAMED
    more = f" and {rest} more" if rest > 0 else ""
    return f"Without a link or a form nobody can tell what comes of an ad: {names}{more}."


def _other(month: Month) -> str:
    if not month.other:
        return ""
    others = listed([saying.amount(cents, currency) for currency, cents in month.other])
    return f"Not added: {others}, in another currency."


def _purpose(purpose: str) -> str:
    if purpose == TOOLS:
        return "Tools"
    return capital(said.kind(purpose)) if purpose else "Not said what for"


def _many(purpose: str) -> str:
    """Name a purpose in a sentence: "awareness ads", "tools"."""
    return purpose if purpose == TOOLS else f"{said.kind(purpose)}s"


def _hint(purpose: str) -> str | None:
    return (
        capital(MEANT_FOR[purpose])
        if purpose in set(AdKind)
        else "Programs, pictures, an editor: whatever is not an ad."
    )

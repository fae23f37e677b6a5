"""What has to be asked about a file before its numbers can be taken in, each with the likeliest answer first."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.blocks import file_phrases as said
from bot.blocks import kit, saying
from bot.blocks.choices import option
from bot.blocks.step_phrases import button
from bot.commands import buttons
from bot.commands.vocabulary import AnswerFile, OpenPeriodForm
from bot.domain.exports import Asks, Question
from bot.domain.outcomes.files import FileSeen

_ASKED = {
    Asks.DATE_ORDER: "*How are dates in this file meant?* They can be read in two ways",
    Asks.NETWORK: "*Which account are these numbers of?* The file doesn't say",
    Asks.PERIOD: "*Which days is this file about?* It doesn't say",
    Asks.YEAR: "*Which year is this file from?* Its days have none",
    Asks.CURRENCY: "*Which currency is this in?* The file doesn't say",
}
_A_DAY = timedelta(days=1)
_ORDERS = {"day_first": "Day first", "month_first": "Month first"}


def questions(outcome: FileSeen) -> Iterator[kit.Block]:
    """Ask what is open; a table's columns are asked about in a form of their own."""
    for question in outcome.held.open_questions:
        if question.asks in _ASKED:
            yield _question(outcome, question)
            if question.asks is Asks.PERIOD:
                yield kit.ActionsBlock(_periods(outcome, question))
        else:
            yield kit.SectionBlock(
                "Each column can be a day, a number or a word from a short list. Columns that are about people are "
                "left out before anything is kept."
            )


def asked(question: Question) -> str:
    """Put a question into words, without marks, where it can't be clicked."""
    if question.asks is Asks.MAPPING:
        return "I don't know this table yet, and have to ask what its columns mean."
    example = f": {question.example}" if question.example else ""
    return f"{_ASKED[question.asks].replace('*', '')}{example}."


def answer(words: str, outcome: FileSeen, asks: Asks, value: str = "") -> kit.Button:
    """Offer one answer as a button."""
    return button(words, AnswerFile(outcome.file.id or 0, asks, value), apart=f"{asks}-{value}")


def _periods(outcome: FileSeen, question: Question) -> list[kit.Element]:
    """Offer the months before, which such files are mostly made for, and any other days."""
    until_on = outcome.today.replace(day=1) - _A_DAY
    months = [until_on, until_on.replace(day=1) - _A_DAY]
    proposed = [f"{last.replace(day=1)}/{last}" for last in months] if not question.choices else []
    other = button("Other days", OpenPeriodForm(outcome.file.id or 0))
    return [*(answer(_worded(Asks.PERIOD, each), outcome, Asks.PERIOD, each) for each in proposed), other]


def _question(outcome: FileSeen, question: Question) -> kit.SectionBlock:
    example = f": {saying.plain(saying.short(question.example, 40))}" if question.example else ""
    if not question.choices and not question.likely:
        return kit.SectionBlock(f"{_ASKED[question.asks]}{example}.")
    likely_first = dict.fromkeys(filter(None, (question.likely, *question.choices)))
    offered = [option(_worded(question.asks, choice), choice) for choice in likely_first]
    action = buttons.picked_action(AnswerFile, "answer", {"file_id": outcome.file.id, "asks": question.asks})
    select = kit.StaticSelectMenu(action, options=offered, placeholder="Choose")
    return kit.SectionBlock(f"{_ASKED[question.asks]}{example}.", accessory=select)


def _worded(asks: Asks, choice: str) -> str:
    match asks:
        case Asks.DATE_ORDER:
            return _ORDERS.get(choice, choice)
        case Asks.NETWORK:
            return said.network(choice)
        case Asks.PERIOD:
            first, _, last = choice.partition("/")
            return f"{saying.day(date.fromisoformat(first))} to {saying.day(date.fromisoformat(last or first))}"
        case _:
            return choice

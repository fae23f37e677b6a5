"""What is answered about a file in a form: which days it is about, and what the columns of a table mean."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.commands.vocabulary import MapColumns, OpenColumnsForm, OpenPeriodForm, SetPeriod
from bot.domain import file_errors
from bot.domain.exports import MEANINGS, Answers, Means, RowsAre
from bot.domain.held import Held
from bot.domain.outcomes.files import ColumnsFormOpened, FileReadAgain, PeriodFormOpened
from bot.handlers import files, taking_in
from bot.handlers.call import Call

_WORDS = {Means.DAY, Means.UNTIL, Means.LINK, Means.NETWORK, Means.SAID, Means.STAGE, Means.PURPOSE}
"""What a column can mean that is no number."""


def open_period_form(command: OpenPeriodForm, call: Call) -> PeriodFormOpened:
    """Ask which days a file is about, with last month's proposed."""
    file = files.open_one(command.file_id, call)
    until_on = call.today.replace(day=1) - timedelta(days=1)
    return PeriodFormOpened(file, until_on.replace(day=1), until_on)


def set_period(command: SetPeriod, call: Call) -> FileReadAgain:
    """Remember which days a file is about, and have it read once more."""
    if command.last < command.first:
        raise file_errors.backwards(command.first)
    if command.last > call.today:
        raise file_errors.not_over_yet()
    file = files.open_one(command.file_id, call)
    files.remember(file, replace(Answers.from_json(file.answers), from_on=command.first, until_on=command.last))
    return files.read_again(call, file)


def open_columns_form(command: OpenColumnsForm, call: Call) -> ColumnsFormOpened:
    """Ask what the columns of a table mean."""
    file = files.open_one(command.file_id, call)
    held = Held.from_json(file.read)
    if held.table is None:
        raise file_errors.done_with()
    return ColumnsFormOpened(file, held)


def map_columns(command: MapColumns, call: Call) -> FileReadAgain:
    """Remember what the columns of a table mean, and have it read once more."""
    file = files.open_one(command.file_id, call)
    table = Held.from_json(file.read).table
    if table is None:
        raise file_errors.done_with()
    rows_are = RowsAre(command.rows_are)
    if rows_are is RowsAre.LEADS and not taking_in.may_bring_leads(call, call.member):
        raise file_errors.not_yours(taking_in.who_may(call))
    usable = [column for column in table.columns if column.may_be_used]
    columns = {column.heading: Means(word) for column, word in zip(usable, command.means, strict=False) if word}
    check_columns(rows_are, columns)
    files.remember(file, Answers.from_json(file.answers).mapped(rows_are, columns))
    return files.read_again(call, file)


def check_columns(rows_are: RowsAre, columns: Mapping[str, Means]) -> None:
    """Refuse a table without a day or without anything to keep, and two columns that mean the same."""
    meant: set[Means] = set()
    for heading, means in columns.items():
        if means in meant:
            raise file_errors.two_columns_alike(heading)
        meant.add(means)
    if Means.DAY not in meant and not (rows_are is RowsAre.POSTS and Means.LINK in meant):
        raise file_errors.no_day_column()
    numbers = meant & set(MEANINGS[rows_are]) - _WORDS
    if rows_are is not RowsAre.LEADS and not numbers:
        raise file_errors.nothing_to_count()

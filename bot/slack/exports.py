"""The errands about files of figures: reading one that somebody shared, and reading it once more with an answer.

Slack is asked and the file is read between two transactions, never within one. The bytes are let go of when it is read.
"""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from slack_sdk import WebClient

from bot.domain import file_errors, sheet
from bot.domain.errors import PlanError
from bot.domain.problems import Problem
from bot.exports.reading import read
from bot.handlers import bringing
from bot.handlers.call import Scene
from bot.pictures.unusable import Unusable
from bot.slack import files
from bot.slack.delivery import TryLater

MOST_TRIES = 6
MOST_BYTES = 20 * 1024 * 1024

Transaction = Callable[[], AbstractContextManager[Scene]]


def read_again(about: Mapping[str, Any], transaction: Transaction, client: WebClient, *, tries: int = 1) -> None:
    """Fetch a file once more and read it with what was answered meanwhile.

    Raises:
        TryLater: Slack is busy or out of reach.
        Unreachable: the app was removed.
    """
    file_id, anew = int(about["file"]), bool(about.get("anew"))
    with transaction() as scene:
        wanted = bringing.to_read(scene, file_id)
    if wanted is None:
        return
    slack_id, reading = wanted
    try:
        export = read(fetch(client, slack_id, tries), **reading.given())
    except PlanError as error:
        with transaction() as scene:
            bringing.not_read(scene, file_id, error, anew=anew)
        return
    with transaction() as scene:
        bringing.keep_again(scene, file_id, export, anew=anew)


def read_first(data: bytes, sheet_id: int, transaction: Transaction) -> None:
    """Read a file that is no plan, with what was answered about such a one before."""
    mark = hashlib.sha256(data).hexdigest()
    with transaction() as scene:
        reading = bringing.begin(scene, sheet_id, mark)
    if reading is None:
        return
    try:
        export = read(data, **reading.given())
        table = export.table.mark if export.table else ""
        with transaction() as scene:
            answers = bringing.remembered(scene, export)
        if answers is not None:
            reading = reading.with_answers(answers)
            export = read(data, **reading.given())
    except PlanError as error:
        with transaction() as scene:
            bringing.refuse(scene, sheet_id, error)
        return
    with transaction() as scene:
        bringing.keep(scene, sheet_id, mark, export, reading.answers, table=table)


def fetch(client: WebClient, slack_id: str, tries: int) -> bytes:
    """Give a shared file's bytes, or the sentence of why there are none."""
    try:
        file = files.look(client, slack_id)
        if other := sheet.other(file.kind):
            raise file_errors.no_use(other)
        if file.size > MOST_BYTES:
            raise file_errors.too_large(MOST_BYTES // 1024**2)
        return files.fetch(client, slack_id)
    except Unusable as unusable:
        if unusable.problem is Problem.TOO_LARGE:
            raise file_errors.too_large(MOST_BYTES // 1024**2) from None
        raise file_errors.not_fetched() from None
    except TryLater:
        if tries < MOST_TRIES:
            raise
        raise file_errors.not_fetched() from None

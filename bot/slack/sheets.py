"""The errands about the plan as a file: sending it to somebody, and reading one that somebody shared.

Slack is asked between two transactions, never within one. A file that is sent once more after a crash does no harm.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from slack_sdk import WebClient

from bot.blocks.sheets import COMES_BACK
from bot.domain import sheet_errors
from bot.domain.errors import PlanError
from bot.domain.problems import Problem
from bot.domain.sheet import Sheet
from bot.handlers import sheets
from bot.handlers.call import Scene
from bot.pictures.unusable import Unusable
from bot.sheets import separated, workbook
from bot.sheets.reading import MOST_BYTES
from bot.slack import files, uploads
from bot.slack.delivery import TryLater

MOST_TRIES = 6

Transaction = Callable[[], AbstractContextManager[Scene]]


def send_plan(about: Mapping[str, Any], user_id: str, key: str, transaction: Transaction, client: WebClient) -> None:
    """Send the plan as it stands to somebody's direct messages.

    Raises:
        TryLater: Slack is busy or out of reach.
        Unreachable: the app was removed.
    """
    with transaction() as scene:
        lines, today = sheets.lines(scene), scene.today
    is_csv = about.get("form") == "csv"
    data = separated.write(lines) if is_csv else workbook.write(lines, today=today)
    name = f"plan-{today}.{'csv' if is_csv else 'xlsx'}"
    if not uploads.upload(client, user_id, data, name=name, words=COMES_BACK):
        with transaction() as scene:
            sheets.not_sent(scene, user_id, key)


def read_sheet(about: Mapping[str, Any], transaction: Transaction, client: WebClient, *, tries: int = 1) -> None:
    """Fetch a shared sheet, read it, and keep what it says.

    Raises:
        TryLater: Slack is busy or out of reach.
        Unreachable: the app was removed.
    """
    sheet_id = int(about["sheet"])
    with transaction() as scene:
        file_id = sheets.to_read(scene, sheet_id)
    if file_id is None:
        return
    try:
        data = _bytes(client, file_id, tries)
    except PlanError as error:
        with transaction() as scene:
            sheets.refuse(scene, sheet_id, error)
        return
    with transaction() as scene:
        sheets.take_in(scene, sheet_id, lambda day_first: parse(data, day_first=day_first))


def parse(data: bytes, *, day_first: bool) -> Sheet:
    """Read a file by what it is, whatever it is called: a workbook begins as every zip does.

    Raises:
        Misread: it is no plan.
    """
    if data.startswith(b"PK"):
        return workbook.read(data, day_first=day_first)
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # a workbook of before 2007, or one with a password
        raise sheet_errors.not_a_workbook()
    return separated.read(data, day_first=day_first)


def _bytes(client: WebClient, file_id: str, tries: int) -> bytes:
    """Give the file's bytes, or the sentence of why there are none."""
    try:
        if files.look(client, file_id).size > MOST_BYTES:
            raise sheet_errors.too_large(MOST_BYTES // 1024**2)
        return files.fetch(client, file_id)
    except Unusable as unusable:
        if unusable.problem is Problem.TOO_LARGE:
            raise sheet_errors.too_large(MOST_BYTES // 1024**2) from None
        raise sheet_errors.not_a_workbook() from None
    except TryLater:
        if tries < MOST_TRIES:
            raise
        raise sheet_errors.not_a_workbook() from None

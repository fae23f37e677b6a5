"""`rounds export` and `rounds import`: the plan as a workbook or CSV file, a whole workspace as JSON, files of figures.

What a file changes is shown before anything does. Whoever sits at the machine acts for the lead. Messages that come of
it are owed as always, and sent by the bot that runs.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from sqlmodel import Session

from bot import terminal
from bot.blocks.sheets import told
from bot.clock import SystemClock
from bot.domain.errors import PlanError
from bot.handlers import sheets
from bot.handlers.call import Call, Scene
from bot.settings import Settings, SettingsError
from bot.sheets import separated, workbook
from bot.sheets.reading import MOST_BYTES as MOST_BYTES_OF_A_PLAN
from bot.slack.sheets import is_plan, parse
from bot.terminal import Desk, Stop
from storage import everything, workspaces
from storage.engine import Database, Unavailable
from storage.migrate import migrate
from storage.tables import Delivery, Workspace

_MOST_BYTES = 200 * 1024 * 1024


class _LeftForTheBot:
    """A carrier that carries nothing: the bot that runs finds what is owed at its next tick."""

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Leave it in the ledger."""


def export(settings: Settings, file: Path, team: str) -> int:
    """Write the plan, or with .json everything of a workspace, into a file."""
    return _told(lambda database: _export(database, file, team), settings)


def take_in(settings: Settings, file: Path, team: str, *, is_agreed: bool) -> int:
    """Show what a file would change and, where that is agreed to, change it."""
    return _told(lambda database: _take_in(database, file, team, is_agreed=is_agreed), settings)


def _export(database: Database, file: Path, team: str) -> str:
    with database.reading() as session:
        call = _call(session, team)
        if file.suffix == ".json":
            data = json.dumps(everything.dump(session, call.workspace_id), ensure_ascii=False, indent=1).encode()
        elif file.suffix == ".csv":
            data = separated.write(sheets.lines(call))
        elif file.suffix == ".xlsx":
            data = workbook.write(sheets.lines(call), today=call.today)
        else:
            raise Stop("A file ends in .xlsx or .csv for the plan, or in .json for everything of a workspace.")
        name = call.workspace.name or call.workspace.team_id
    file.write_bytes(data)
    return f"{name} is in {file}."


def _take_in(database: Database, file: Path, team: str, *, is_agreed: bool) -> str:
    size = file.stat().st_size
    if file.suffix == ".json":
        if size > _MOST_BYTES:
            raise Stop("That file is larger than anything Rounds writes.")
        return _restore(database, file.read_bytes())
    data = file.read_bytes() if size <= MOST_BYTES_OF_A_PLAN else b""
    if not is_plan(data):
        return terminal.take_in(file, Desk(database, lambda session: _call(session, team), is_agreed))
    with database.reading() as session:
        call = _call(session, team)
        seen = sheets.compare(call, parse(data, day_first=call.workspace.day_first))
    print("\n".join(told(seen)))
    if seen.problems:
        raise Stop("Nothing has changed.")
    if seen.is_empty:
        return "Nothing to do."
    if not is_agreed and not terminal.agreed("Apply?"):
        raise Stop("Nothing has changed.")
    with database.transaction() as session:
        call = _call(session, team)
        found = sheets.compare(call, parse(data, day_first=call.workspace.day_first))
        if found.mark != seen.mark:
            raise Stop("The plan has changed in the meantime, so nothing was done. Try again.")
        sheets.put_in(found, None, call)
        workspaces.wake_soon(call.workspace, call.now)
    return "Done."


def _restore(database: Database, data: bytes) -> str:
    try:
        given = json.loads(data)
    except ValueError:
        raise Stop("That file is no JSON.") from None
    if not isinstance(given, dict):
        raise Stop("That file is no export of a workspace.")
    with database.transaction() as session:
        name = everything.restore(session, given)
    return f"{name} is taken in. Photos are in the photo store; copy that along."


def _call(session: Session, team: str) -> Call:
    known = workspaces.everywhere(session)
    found = [each for each in known if not team or team in (each.team_id, each.name)]
    if len(found) != 1:
        names = ", ".join(f"{each.team_id} ({each.name})" for each in known) or "none yet"
        raise Stop(f"Name one workspace with --workspace. There are: {names}.")
    workspace: Workspace = found[0]
    now, carrier = SystemClock().now(), _LeftForTheBot()
    lead = Scene(session=session, workspace=workspace, now=now, carrier=carrier).lead()
    return Call(session=session, workspace=workspace, now=now, carrier=carrier, member=lead)


def _told(work: Callable[[Database], str], settings: Settings) -> int:
    try:
        migrate(settings.database_url)
        database = Database(settings.database_url)
        try:
            print(work(database))
        finally:
            database.close()
    except Unavailable:
        raise SettingsError(settings.out_of_reach) from None
    except PlanError as error:
        print(" ".join(filter(None, (error.sentence, error.hint))).replace("`", ""), file=sys.stderr)
    except (Stop, everything.NotTakenIn) as why:
        print(why, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or 'The file'}: {error.strerror}", file=sys.stderr)
    else:
        return 0
    return 1

"""Everything that is remembered of one workspace as plain values, and back into a database that has none of it.

It goes by the tables as they are declared, so a new table or column comes along by itself. The bytes of photos are in
the photo store, and tokens are in no table; neither is in here. What an earlier version wrote is taken in as well; it
refuses to merge: a workspace is taken in whole or not at all.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, Table, func, insert, select, text
from sqlalchemy.exc import StatementError
from sqlmodel import Session, SQLModel, col, delete

from storage import earlier
from storage.migrate import head
from storage.tables import Workspace
from storage.types import UtcDateTime

FORMAT = "rounds-workspace/1"
_LEFT_OUT = frozenset({"slack_event", "calendar_feed", "lead_address"})
"""What Slack said a moment ago, and addresses that are as good as passwords."""
_KEPT_AS_WORDS: dict[type, Callable[[str], object]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}


class NotTakenIn(ValueError):  # noqa: N818 - an error is named for the fact
    """The values are not of a workspace, or there is one already; it carries the sentence."""


def dump(session: Session, workspace_id: int) -> dict[str, Any]:
    """Give every row of a workspace by table."""
    return {
        "format": FORMAT,
        "revision": head(),
        **{
            table.name: [
                {column.name: _plain(value) for column, value in zip(table.columns, row, strict=True)}
                for row in session.connection().execute(_rows_of(table, workspace_id))
            ]
            for table in _tables()
        },
    }


def restore(session: Session, given: Mapping[str, Any]) -> str:
    """Take a dumped workspace in and give its name.

    Raises:
        NotTakenIn: it is no dump of this version or an earlier one, or this workspace has something in it already.
    """
    if given.get("format") != FORMAT or len(given.get("workspace") or ()) != 1:
        raise NotTakenIn("This file is not an export of a workspace by this version of Rounds.")
    if str(given.get("revision", "")) > head():
        raise NotTakenIn("A newer version of Rounds wrote this file. Update this one, then take it in.")
    told = given["workspace"][0]
    _make_room(session, str(told.get("team_id")), str(told.get("name")))
    _check_alone(session)
    try:
        for table in _tables():
            rows = [_row(table, earlier.as_of_today(table.name, row)) for row in given.get(table.name, ())]
            if rows:
                session.connection().execute(insert(table), rows)
    except (KeyError, TypeError, ValueError, AttributeError, StatementError):
        raise NotTakenIn("This file has been changed in a way that can't be read.") from None
    _count_on(session)
    return str(told.get("name"))


def _tables() -> list[Table]:
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in _LEFT_OUT]


def _rows_of(table: Table, workspace_id: int) -> Any:  # noqa: ANN401 - a statement over whatever columns there are
    of = table.c.id if table.name == "workspace" else table.c.workspace_id
    return select(table).where(of == workspace_id).order_by(table.c.id)


def _make_room(session: Session, team_id: str, name: str) -> None:
    """Remove the blank row that a workspace has before it is set up."""
    found = (
        session.connection().execute(select(col(Workspace.set_up_at)).where(col(Workspace.team_id) == team_id)).first()
    )
    if found is not None and found[0] is not None:
        raise NotTakenIn(f"{name} is set up here already. An export goes into an empty workspace only.")
    session.execute(delete(Workspace).where(col(Workspace.team_id) == team_id))
    session.flush()


def _check_alone(session: Session) -> None:
    """Refuse a database with another workspace in it: messages owed are named by the ids of rows, which stay theirs."""
    if session.connection().execute(select(func.count()).select_from(Workspace)).scalar():
        raise NotTakenIn("This database has another workspace in it. Take the export into a database of its own.")


def _row(table: Table, given: Mapping[str, Any]) -> dict[str, Any]:
    unknown = given.keys() - {column.name for column in table.columns}
    if unknown:
        raise KeyError(*unknown)
    return {column.name: _value(column, given[column.name]) for column in table.columns if column.name in given}


def _value(column: "Column[Any]", value: Any) -> object:  # noqa: ANN401 - whatever the column holds
    kind = datetime if isinstance(column.type, UtcDateTime) else column.type.python_type
    read = _KEPT_AS_WORDS.get(kind)
    return read(value) if read is not None and value is not None else value


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def _count_on(session: Session) -> None:
    """Have PostgreSQL number its next rows after the ones that came with their ids."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in _tables():
        session.connection().execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), "  # noqa: S608 - our own tables
                f'GREATEST((SELECT MAX(id) FROM "{table.name}"), 1))'
            )
        )

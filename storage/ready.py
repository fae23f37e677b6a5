"""Statements that are made ready once and then run by the database's own driver.

SQLAlchemy puts each together and says how values go into the database and come out of it; only its session is passed
by, which takes twenty times as long as the database does. What comes back is the same: a row of a table is the
session's own, so that it is there once and its changes are saved, and what the session holds back is written first.
Several values to look among are one value of it (`storage.among`). Not for rows that must be read anew, or for what is
rarely run.

It refuses to know any query, and when a transaction begins and ends.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, TypeVarTuple, overload

from sqlalchemy import Connection, Dialect, Insert, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate
from sqlmodel import Session
from sqlmodel.sql.expression import Select, SelectOfScalar

from storage.tables.row import Row

T = TypeVar("T")
S = TypeVar("S")
Ss = TypeVarTuple("Ss")
Process = Callable[[Any], Any]
_INSERTS: Mapping[str, Callable[[Any], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class Ready(Generic[T]):
    """One statement for both kinds of database; the rows it gives are as `Session.exec` has them."""

    @overload
    def __init__(self: "Ready[S]", statement: SelectOfScalar[S]) -> None: ...
    @overload
    def __init__(self: "Ready[tuple[*Ss]]", statement: Select[*Ss]) -> None: ...
    @overload
    def __init__(self: "Ready[S]", statement: ReturningInsert[S], *, unless_there: bool = False) -> None: ...
    @overload
    def __init__(self: "Ready[S]", statement: ReturningUpdate[S]) -> None: ...
    @overload
    def __init__(self: "Ready[None]", statement: Insert) -> None: ...
    def __init__(self, statement: Any, *, unless_there: bool = False) -> None:
        """Take a statement whose values have names.

        An insert writes every column but the row id; with `unless_there` it changes and gives nothing where there is
        such a row already.
        """
        self._statement = statement
        self._unless_there = unless_there
        self._made: dict[str, _Made] = {}

    def all(self, session: Session, **values: Any) -> list[T]:  # noqa: ANN401 - whatever the columns hold
        """Run it with these values and give every row; raises what SQLAlchemy raises."""
        connection, made = self._open(session)
        try:
            rows = _driver(connection).execute(made.sql, made.given(values)).fetchall()
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_usual(error, connection, made.sql) from error
        return [made.read(session, row) for row in rows]

    def first(self, session: Session, **values: Any) -> T | None:  # noqa: ANN401 - as above
        """Run it with these values and give the first row; None where there is none."""
        return next(iter(self.all(session, **values)), None)

    def keep(self, session: Session, row: Row) -> bool:
        """Write a new row with an insert that gives its row id back; from then on it is the session's own.

        False, and nothing written, where there is such a row already.
        """
        found = self.first(session, **vars(row))
        if found is None:
            return False
        vars(row)["id"] = found
        if instance_state(row).committed_state:  # something was changed since it was made, and is written by now
            make_transient_to_detached(row)
        _adopt(session, row)
        return True

    def each(self, session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it for each of these rows, at one go; raises what SQLAlchemy raises."""
        connection, made = self._open(session)
        try:
            _driver(connection).cursor().executemany(made.sql, [made.given(row) for row in rows])
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_usual(error, connection, made.sql) from error

    def _open(self, session: Session) -> tuple[Connection, "_Made"]:
        session.flush()
        connection = _connection(session)
        kind = connection.dialect.name
        if kind not in self._made:
            self._made[kind] = _made(self._statement, connection.dialect, unless_there=self._unless_there)
        return connection, self._made[kind]


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the things asked for: a row of a table, its row id first, or one value where there is no table."""

    table: type[Row] | None
    new: Callable[[], Any]
    where: slice
    names: tuple[str, ...]
    out_of: tuple[tuple[str, Process], ...]

    def read(self, session: Session, row: Sequence[Any]) -> Any:  # noqa: ANN401 - a row, or whatever a column holds
        first = row[self.where.start]
        if first is None:  # also what an outer join has not found
            return None
        if self.table is None:
            return self.out_of[0][1](first) if self.out_of else first
        known = session.identity_map.get((self.table, (first,), None))
        if known is not None:
            return known
        made = self.new()
        columns = vars(made)
        columns.update(zip(self.names, row[self.where], strict=True))
        for name, process in self.out_of:
            columns[name] = process(columns[name])
        _adopt(session, made)
        return made


@dataclass(frozen=True, slots=True)
class _Made:
    """A statement as one kind of database wants it, its values by place or by name."""

    sql: str
    is_by_place: bool
    fixed: Mapping[str, Any]
    names: tuple[str, ...]
    into: tuple[tuple[int, Process], ...]
    parts: tuple[_Part, ...]

    def given(self, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as the driver takes them
        every = {**self.fixed, **values} if self.fixed else values
        given = [every[name] for name in self.names]
        for place, process in self.into:
            given[place] = process(given[place])
        return given if self.is_by_place else dict(zip(self.names, given, strict=True))

    def read(self, session: Session, row: Sequence[Any]) -> Any:  # noqa: ANN401 - as above
        if len(self.parts) == 1:
            return self.parts[0].read(session, row)
        return tuple(part.read(session, row) for part in self.parts)


def _connection(session: Session) -> Connection:
    """Give the connection that a session has joined; to ask the session for it takes as long as reading a row."""
    joined = session.bind
    if isinstance(joined, Connection) and joined.in_transaction() and not session.in_nested_transaction():
        return joined
    return session.connection()


def _adopt(session: Session, row: Row) -> None:
    """Have a row be the session's own, just as when the session had read it."""
    state = instance_state(row)
    state.key = (type(row), (vars(row)["id"],), None)
    state.session_id = session.hash_key
    session.identity_map.add(state)


def _made(statement: Any, dialect: Dialect, *, unless_there: bool) -> _Made:  # noqa: ANN401 - any of SQLAlchemy's
    if unless_there:
        new = _INSERTS[dialect.name](statement.table).on_conflict_do_nothing()
        statement = new.returning(*statement.exported_columns)
    if statement.is_insert:
        written = [column.name for column in statement.table.c if column.name != "id"]
        compiled = statement.inline().compile(dialect=dialect, column_keys=written)  # asks nothing back by itself
    else:
        compiled = statement.compile(dialect=dialect)
    if "POSTCOMPILE" in compiled.string:
        raise TypeError("a statement with a list of values can't be made ready")
    values = {name: value for value, name in compiled.bind_names.items()}
    names = tuple(compiled.positiontup or values)
    kinds = [values[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    return _Made(
        sql=compiled.string,
        is_by_place=compiled.positional,
        fixed={name: value.value for name, value in values.items() if not value.required},
        names=names,
        into=tuple((place, process) for place, process in enumerate(kinds) if process is not None),
        parts=tuple(_parts(statement, dialect)),
    )


def _parts(statement: Any, dialect: Dialect) -> Iterator[_Part]:  # noqa: ANN401 - as above
    columns = list(statement.exported_columns)
    asked = statement.column_descriptions if statement.is_select else [{"expr": column} for column in columns]
    start = 0
    for each in asked:
        table = each["expr"] if isinstance(each["expr"], type) else None
        stop = start + (len(inspect(table).columns) if table else 1)
        kinds = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns[start:stop]]
        names = tuple(column.key for column in columns[start:stop])
        out_of = tuple((name, process) for name, process in zip(names, kinds, strict=True) if process is not None)
        new = inspect(table).class_manager.new_instance if table else object
        yield _Part(table, new, slice(start, stop), names, out_of)
        start = stop


def _driver(connection: Connection) -> Any:  # noqa: ANN401 - sqlite3's connection or psycopg's
    return connection.connection.dbapi_connection


def _as_usual(error: Any, connection: Connection, sql: str) -> BaseException:  # noqa: ANN401 - the driver's own
    """Give a driver's error as SQLAlchemy raises it, without the values, which may be what people wrote."""
    dialect = connection.dialect
    is_gone = dialect.is_disconnect(error, _driver(connection), None)
    if is_gone:
        connection.invalidate(error)
    told: BaseException = DBAPIError.instance(
        sql,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=is_gone,
        dialect=dialect,
    )
    return told

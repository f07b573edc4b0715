"""Statements that operators wait for: compiled once, then run by the server's driver alone.

SQLAlchemy's way from a statement to its rows takes several times as long as the driver's own. That
matters where a call needs a dozen of them and two hundred operators share a server; elsewhere a
connection's own ``execute`` is as good. What a file runs goes that way too.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement

if TYPE_CHECKING:
    import psycopg

Values: TypeAlias = Mapping[str, object]
Convert: TypeAlias = Callable[[Any], Any]


class Prepared:
    """One statement, whose values all have names (``bindparam``)."""

    def __init__(self, statement: Executable, *, columns: Sequence[str] = ()) -> None:
        """Take a statement; it is compiled when it is first run on a server.

        Args:
            statement: What is run.
            columns: Those that an insert without values of its own fills.
        """
        self._statement = statement
        self._columns = columns
        self._compiled: _Compiled | None = None

    def run(self, connection: Connection, values: Values) -> Sequence[Any]:
        """Run the statement and return its rows, whose columns are attributes.

        Args:
            connection: An open transaction.
            values: By name; all that the statement asks for.
        """
        if connection.dialect.name != "postgresql":
            result = connection.execute(self._statement, dict(values))
            return result.all() if result.returns_rows else ()
        if self._compiled is None:
            self._compiled = _Compiled(self._statement, self._columns, connection.dialect)
        return self._compiled.run(connection, values)

    def one(self, connection: Connection, values: Values) -> Any:
        """Run the statement and return its first row, None where it has none."""
        rows = self.run(connection, values)
        return rows[0] if rows else None


class _Compiled:
    """A statement as the driver takes it, with what turns values and columns into its and ours."""

    def __init__(self, statement: Executable, columns: Sequence[str], dialect: Dialect) -> None:
        if not isinstance(statement, ClauseElement):
            raise TypeError("only an expression can be compiled")
        compiled = statement.compile(dialect=dialect, column_keys=list(columns) or None)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("only a statement on data can be prepared")
        if compiled.insert_prefetch or compiled.update_prefetch:
            raise ValueError("a prepared statement names every column that Python has to fill")
        asked = [name for name, bind in compiled.binds.items() if bind.required]
        state = compiled.construct_expanded_state(dict.fromkeys(asked))
        converts: dict[str, Convert | None] = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bind in compiled.binds.items()
        }
        converts.update(state.processors)
        self._text = state.statement
        self._asked = [(name, converts[name]) for name in asked]
        self._fixed = {
            name: convert(value) if (convert := converts.get(name)) else value
            for name, value in state.parameters.items()
            if name not in asked and f"%({name})s" in state.statement
        }
        found = list(getattr(statement, "exported_columns", ()))
        self._converts = [
            (place, convert)
            for place, column in enumerate(found)
            if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None))
        ]
        self._row_of = _row_of([one.key for one in found])
        self._has_rows = bool(found)

    def run(self, connection: Connection, values: Values) -> Sequence[Any]:
        """Run the statement on the driver's connection, within its transaction."""
        driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
        asked = {
            name: convert(values[name]) if convert else values[name]
            for name, convert in self._asked
        }
        cursor = driver.execute(self._text, self._fixed | asked)
        if not self._has_rows:
            return ()
        return [self._converted(row) for row in cursor.fetchall()]

    def _converted(self, row: Sequence[Any]) -> Any:
        found = list(row)
        for place, convert in self._converts:
            found[place] = convert(found[place])
        return self._row_of(found)


def _row_of(columns: Sequence[str]) -> Convert:
    """Return what makes a row of these columns from its values."""
    kind: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]
    make: Convert = kind._make
    return make

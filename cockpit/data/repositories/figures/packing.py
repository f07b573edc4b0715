"""Rows of one width, which the database glues together itself and hands over as one value.

Turning half a million rows into tuples takes longer than finding them. Here each row is one piece
of bytes, of equal length for all, and an aggregate joins the pieces; numpy looks at them where they
lie. On SQLite pieces are text to its operators, which never look into them: they carry any byte.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    case,
    func,
    literal_column,
    type_coerce,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.sql.compiler import SQLCompiler

from cockpit.domain.fact_columns import Packed, PackedField

if TYPE_CHECKING:
    import psycopg

_KEY = 16
_TEXT_INSTANT = 26
_TEXT_DAY = 10
_NUMBER = 8
_DIGITS = 20
_DAYS = 4
_NO_KEY = "00" * _KEY
#: One letter per code; the one before ``A`` is none.
_FIRST_LETTER = ord("A")


@dataclass(frozen=True, slots=True)
class Piece:
    """One column of a packed row.

    Attributes:
        name: As ``Packed`` calls it.
        form: As ``PackedField`` says.
        width: Bytes.
        expression: Gives exactly so many.
    """

    name: str
    form: str
    width: int
    expression: ColumnElement[Any]


def key(name: str, column: Any, *, is_server: bool, is_certain: bool = False) -> Piece:
    """Return the piece of a key; all zero where there is none, which certain ones never lack."""
    expression: ColumnElement[Any]
    if is_certain:
        expression = func.uuid_send(column) if is_server else type_coerce(column, LargeBinary)
    elif is_server:
        none: ColumnElement[Any] = literal_column(f"'{_NO_KEY}'::uuid")
        expression = func.uuid_send(func.coalesce(column, none))
    else:
        expression = func.coalesce(column, literal_column(f"X'{_NO_KEY}'"))
    return Piece(name, "key", _KEY, expression)


def instant(name: str, column: Any, *, is_server: bool) -> Piece:
    """Return the piece of an instant: microseconds since 2000 on a server, text in a file."""
    if is_server:
        return Piece(name, "microseconds", _NUMBER, func.timestamptz_send(column))
    # Whole seconds are written without a fraction by other programs.
    whole = type_coerce(column, LargeBinary).op("||")(literal_column("'.000000'"))
    return Piece(name, "text", _TEXT_INSTANT, func.substr(whole, 1, _TEXT_INSTANT))


def number(name: str, column: Any, *, is_server: bool) -> Piece:
    """Return the piece of a whole number that is not negative."""
    if is_server:
        return Piece(name, "number", _NUMBER, func.int8send(column))
    return Piece(name, "digits", _DIGITS, func.printf(literal_column("'%020d'"), column))


def day(name: str, column: Any, *, is_server: bool) -> Piece:
    """Return the piece of a day."""
    if is_server:
        return Piece(name, "days", _DAYS, func.date_send(column))
    return Piece(name, "text_day", _TEXT_DAY, type_coerce(column, LargeBinary))


def code(name: str, column: Any, vocabulary: Sequence[StrEnum], *, is_server: bool) -> Piece:
    """Return the piece of a code: one letter, ``A`` for the vocabulary's first word."""
    letters: dict[str, ColumnElement[Any]] = {
        one.value: literal_column(f"'{chr(_FIRST_LETTER + place)}'")
        for place, one in enumerate(vocabulary)
    }
    words = [(column == literal_column(f"'{word}'"), letter) for word, letter in letters.items()]
    found = case(*words, else_=literal_column(f"'{chr(_FIRST_LETTER - 1)}'"))
    return Piece(name, "letter", 1, _byte(found) if is_server else found)


def flag(name: str, condition: ColumnElement[bool], *, is_server: bool) -> Piece:
    """Return the piece of a yes or no: the letters of 1 and 0."""
    found = case((condition, literal_column("'B'")), else_=literal_column("'A'"))
    return Piece(name, "letter", 1, _byte(found) if is_server else found)


def answer(name: str, column: Any, *, is_server: bool) -> Piece:
    """Return the piece of a yes or no that nobody may have told: the letters of 1, 0 and none."""
    told = case((column.is_(None), literal_column("'@'")), (column, literal_column("'B'")))
    found = func.coalesce(told, literal_column("'A'"))
    return Piece(name, "letter", 1, _byte(found) if is_server else found)


def packed(
    connection: Connection,
    pieces: Sequence[Piece],
    statement: Select[*tuple[Any, ...]],
    *,
    of_each: Select[*tuple[Any, ...]] | None = None,
) -> Packed:
    """Return the rows that a query means.

    Args:
        connection: An open transaction.
        pieces: What each row consists of.
        statement: Selects nothing yet; says from where and which.
        of_each: Where the rows are several of each that ``statement`` means: which, by what they
            are correlated. A server that may join them freely walks through all there are.

    Raises:
        ValueError: A stored value has another width than all others, so that nothing can be told.
    """
    parts: list[ColumnElement[Any]] = [type_coerce(one.expression, LargeBinary) for one in pieces]
    glued = reduce(lambda one, other: one.op("||")(other), parts)
    if of_each is not None:
        glued = of_each.with_only_columns(_all_of(connection, glued)).scalar_subquery()
    data = _joined(connection, glued, statement) or b""
    fields, width = {}, 0
    for piece in pieces:
        fields[piece.name] = PackedField(width, piece.form)
        width += piece.width
    if len(data) % width:
        raise ValueError("rows of different widths")
    return Packed(data, len(data) // width, width, fields)


def _joined(
    connection: Connection, glued: ColumnElement[Any], statement: Select[*tuple[Any, ...]]
) -> bytes | None:
    whole = _all_of(connection, glued)
    if connection.dialect.name == "sqlite":
        only = statement.with_only_columns(sql_cast(whole, LargeBinary))
        found: bytes | None = connection.execute(only).scalar()
        return found
    row = binary_row(connection, statement.with_only_columns(whole))
    return cast("bytes | None", row[0])


def _all_of(connection: Connection, glued: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the aggregate of pieces; a file's is text to its operators."""
    found: ColumnElement[Any]
    if connection.dialect.name == "sqlite":
        found = func.group_concat(glued, literal_column("''"))
    else:
        found = func.string_agg(glued, literal_column("''::bytea"))
    return found


def binary_row(connection: Connection, statement: Select[*tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return a server's one row, whose bytes go over as they are.

    The driver's text form would be twice as long, and read once more.
    """
    compiled = statement.compile(dialect=connection.dialect)
    if not isinstance(compiled, SQLCompiler):
        raise TypeError("only a query can be packed")
    state = compiled.construct_expanded_state()
    values = {
        name: process(value) if (process := state.processors.get(name)) else value
        for name, value in state.parameters.items()
    }
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    row = driver.execute(state.statement, values, binary=True).fetchone()
    if row is None:
        raise ValueError("an aggregate has one row")
    return cast("tuple[Any, ...]", row)


def _byte(letter: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a letter as a server's bytes."""
    return func.convert_to(letter, literal_column("'UTF8'"))

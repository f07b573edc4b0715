"""Moving a file to a prepared server: all of it, proved, in one transaction, or nothing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Connection, Table, delete, exists, select
from sqlalchemy.exc import DBAPIError

from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.facts import FACT_TABLES
from cockpit.data.repositories.changes import note_change
from cockpit.data.revisions import own_revisions, stored_revision
from cockpit.data.server.compatibility import is_prepared
from cockpit.data.server.moving.bare import TakenOff, give_back, take_off
from cockpit.data.server.moving.forms import columns_of
from cockpit.data.server.moving.people import (
    Pair,
    invited_people,
    make_one,
    pairs_of,
    people_of_file,
    step_aside,
)
from cockpit.data.server.moving.proof import Proof, proof_on_server
from cockpit.data.server.moving.source import SourceFile
from cockpit.data.server.moving.tables import (
    KEPT,
    REPLACED,
    moved_tables,
    tables_that_must_be_empty,
)
from cockpit.data.server.roles import OWNER
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.errors import BadInputError, CancelledError, DatabaseError
from models import Base, Setting

_SETTINGS = select(Setting.id, Setting.scope, Setting.owner_id, Setting.key)
_SEALS = Base.metadata.tables["audit_seals"]
_MAY_OWN = (
    "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %s"
    " AND pg_has_role(current_user, oid, 'SET'))"
)
#: Classes of the server's errors that a row is to blame for.
_BAD_ROWS = frozenset({"22", "23"})
_PATIENCE = (
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL idle_in_transaction_session_timeout = 0",
    "SET LOCAL lock_timeout = '5s'",
    "SET LOCAL row_security = on",
)
#: A server knows this setting from PostgreSQL 17 on.
_NO_END = (
    "SELECT set_config('transaction_timeout', '0', true)"
    " WHERE EXISTS (SELECT FROM pg_settings WHERE name = 'transaction_timeout')"
)


@dataclass(frozen=True, slots=True)
class MoveProgress:
    """How far a move is.

    Attributes:
        step: What is being done: ``reading``, ``copying``, ``comparing`` or ``indexing``.
        table: Of which table; empty where it is no table's.
        done: How many rows, or other units of the step.
        total: Of how many.
    """

    step: str
    table: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Move:
    """What was moved, or would be.

    Attributes:
        tables: Name, rows and hash of each table with rows, as both sides say.
        people: Logins in the file, and on the server, of those who are one person.
    """

    tables: tuple[tuple[str, Proof], ...]
    people: tuple[tuple[str, str], ...]

    @property
    def rows(self) -> int:
        """Return how many rows there are together."""
        return sum(proof.rows for _, proof in self.tables)


class _TrialEndedError(Exception):
    """Undoes the transaction of a trial."""


@dataclass
class _Course:
    """Tells how far a move is, and ends it where somebody asks for that."""

    report: Callable[[MoveProgress], None]
    is_cancelled: Callable[[], bool]

    def at(self, step: str, table: str, done: int, total: int) -> None:
        """Tell; raise where nobody wants it any more."""
        if self.is_cancelled():
            raise CancelledError
        self.report(MoveProgress(step, table, done, total))


def move(
    source: Engines,
    target: Connection,
    *,
    administrator: str = "",
    is_trial: bool = False,
    report: Callable[[MoveProgress], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Move:
    """Move a file's rows to a prepared server that nobody has worked on.

    Nobody writes to the file meanwhile, and nothing in it is changed. The server has all of it,
    compared row by row with the file, or is left as it was: after whatever ended it, one begins
    again.

    Args:
        source: The file.
        target: The server, as a login that may act as the schema's owner; no transaction is open.
        administrator: The file's login of whoever becomes the invited administrator, where the file
            has several.
        is_trial: Whether all is done, proved, and undone.
        report: Told of each step.
        is_cancelled: Asked at each step.

    Raises:
        BadInputError: The server has data, or it is open who is who.
        CancelledError: It was cancelled.
        DatabaseError: One side cannot be read or written, or they do not agree.
    """
    course = _Course(report, is_cancelled)
    moved: Move | None = None
    with suppress(_TrialEndedError), source.writing() as file:
        reader = SourceFile(file)
        _refuse_forged_facts(reader, course)
        with told_plainly(), target.begin():
            moved = _Moving(reader, file, target, course).all(administrator)
            if is_trial:
                raise _TrialEndedError
    if moved is None:  # pragma: no cover - whatever came in between was raised
        raise AssertionError
    return moved


class _Moving:
    """The work of one transaction on the server."""

    def __init__(
        self, reader: SourceFile, file: Connection, server: Connection, course: _Course
    ) -> None:
        self._reader = reader
        self._file = file
        self._server = server
        self._course = course
        self._driver: Any = server.connection.driver_connection

    def all(self, administrator: str) -> Move:
        """Move everything."""
        self._become_owner()
        self._refuse_used_server()
        people = people_of_file(self._file)
        invited = invited_people(self._server)
        pairs = pairs_of(people, invited, administrator)
        tables = moved_tables()
        taken = take_off(self._server, [table.name for table in tables])
        self._make_room()
        before = {table: proof_on_server(self._server, table) for table in tables if _stays(table)}
        moved = self._copy(tables)
        self._compare(tables, before, moved)
        self._give_back(taken)
        make_one(self._server, pairs, invited)
        note_change(self._server, ChangeNotice.everything())
        self._server.exec_driver_sql("ANALYZE")
        return _told(moved, pairs)

    def _become_owner(self) -> None:
        if not is_prepared(self._server):
            raise DatabaseError("server_not_prepared")
        if not self._server.exec_driver_sql(_MAY_OWN, (OWNER,)).scalar():
            raise DatabaseError("move_not_owner")
        for setting in _PATIENCE:
            self._server.exec_driver_sql(setting)
        self._server.exec_driver_sql(_NO_END)
        self._server.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")
        # Read as the owner: a login that made the roles need not inherit what they may.
        if stored_revision(self._server) != own_revisions().head:
            raise DatabaseError("move_other_version")

    def _refuse_used_server(self) -> None:
        for table in tables_that_must_be_empty():
            if self._server.execute(select(exists().select_from(table))).scalar():
                raise BadInputError("move_server_in_use", table=table.name)

    def _make_room(self) -> None:
        """Take away what the file brings itself, and what would be in the way of its rows."""
        names = ", ".join(sorted(REPLACED))
        self._server.exec_driver_sql(f"TRUNCATE {names}")
        if self._reader.count(_SEALS):
            # Seals are one chain; what the server sealed before is sealed anew after the file's.
            self._server.execute(delete(_SEALS))
        step_aside(self._server)
        own = {(row.scope, row.owner_id, row.key) for row in self._file.execute(_SETTINGS)}
        for row in self._server.execute(_SETTINGS).all():
            if (row.scope, row.owner_id, row.key) in own:
                self._server.execute(delete(Setting).where(Setting.id == row.id))

    def _copy(self, tables: Sequence[Table]) -> dict[Table, Proof]:
        """Copy all rows and return what was read of each table."""
        counts = {table: self._reader.count(table) for table in tables}
        total, done = sum(counts.values()), 0
        moved = {}
        for table, count in counts.items():
            proof = Proof()
            if count:
                named = ", ".join(f'"{column.name}"' for column in columns_of(table))
                statement = f"COPY {table.name} ({named}) FROM STDIN"
                with _refusals(table.name), self._driver.cursor().copy(statement) as copy:
                    for lines in self._reader.lines(table):
                        copy.write(lines.copied)
                        proof += lines.proof
                        self._course.at("copying", table.name, done + proof.rows, total)
            done += proof.rows
            moved[table] = proof
        return moved

    def _compare(
        self, tables: Sequence[Table], before: dict[Table, Proof], moved: dict[Table, Proof]
    ) -> None:
        """Raise where the server does not hold what was read, row by row."""
        total = sum(proof.rows for proof in moved.values())
        done = 0
        for table in tables:
            found = proof_on_server(self._server, table) - before.get(table, Proof())
            if found != moved[table]:
                raise DatabaseError("move_differs", table=table.name)
            done += found.rows
            self._course.at("comparing", table.name, done, total)

    def _give_back(self, taken: TakenOff) -> None:
        total = len(taken.indexes) + len(taken.references)
        steps = iter(range(1, total + 1))
        give_back(self._server, taken, lambda: self._course.at("indexing", "", next(steps), total))


def _refuse_forged_facts(reader: SourceFile, course: _Course) -> None:
    """Refuse a file whose signed facts do not say any more what they said when they were made."""
    for done, (table, count) in enumerate(reader.forged_facts(), 1):
        course.at("reading", table, done, len(FACT_TABLES))
        if count:
            raise DatabaseError("move_forged", table=table, count=count)


@contextmanager
def _refusals(table: str) -> Iterator[None]:
    """Say where a row is that a server does not take: its texts hold rows, and are not told."""
    try:
        yield
    except (psycopg.Error, DBAPIError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        state = getattr(cause, "sqlstate", None) or ""
        if not isinstance(cause, psycopg.Error) or state[:2] not in _BAD_ROWS:
            raise
        place = table or cause.diag.table_name or ""
        raise DatabaseError("move_refused", table=place, code=state) from None


def _stays(table: Table) -> bool:
    return table.name in KEPT


def _told(moved: dict[Table, Proof], pairs: Sequence[Pair]) -> Move:
    return Move(
        tuple((table.name, proof) for table, proof in moved.items() if proof.rows),
        tuple((pair.of_file.login, pair.invited.login) for pair in pairs),
    )

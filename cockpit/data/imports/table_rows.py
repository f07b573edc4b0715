"""Rows of one table by their natural key: read, compared with what lines say, written once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, select

from cockpit.data.imports.many_rows import insert_rows, update_rows
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.stored import Written
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import RowVerdict
from models import Base


@dataclass(slots=True, eq=False)
class KnownRow:
    """A row while its file is read.

    Attributes:
        values: What it is to become, by column.
        is_new: Whether this batch makes it.
        changed: The columns that this batch changes.
    """

    key: UUID
    values: dict[str, Any]
    is_new: bool = False
    changed: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class TableShape:
    """What an import writes of a table.

    Attributes:
        columns: The columns.
        key: Gives a row's natural key.
        aside: Columns that change with the others, never alone.
        quiet: Columns that change alone without counting as a change.
        blank: Columns where None is a statement; elsewhere it is silence and changes nothing.
        start: What a new row has where the line is silent.
    """

    entity: type[Base]
    columns: tuple[str, ...]
    key: Callable[[dict[str, Any]], Hashable]
    aside: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()
    start: tuple[tuple[str, Any], ...] = ()

    @property
    def name(self) -> str:
        """Return the table's name."""
        return str(self.entity.__tablename__)


class TableRows:
    """The rows of one table that the lines of one batch mean."""

    def __init__(self, connection: Connection, memory: RunMemory, shape: TableShape) -> None:
        self._connection = connection
        self._shape = shape
        self._table = Base.metadata.tables[shape.name]
        self._is_trial = memory.is_trial
        self._rows: dict[Hashable, KnownRow] = memory.rows(shape.name)
        self._written: dict[UUID, KnownRow] = {}

    def read(self, condition: ColumnElement[bool]) -> list[KnownRow]:
        """Read the stored rows that meet a condition; return those that were not known."""
        table = self._table
        names = self._shape.columns
        if "updated_at" in table.c:
            # When somebody edited it last is kept for an undo, but never written.
            names = (*names, "updated_at")
        wanted = [table.c.id, *(table.c[name] for name in names)]
        fresh = []
        for key, *stored in self._connection.execute(select(*wanted).where(condition)):
            values = dict(zip(names, stored, strict=True))
            natural = self._shape.key(values)
            if natural not in self._rows:
                self._rows[natural] = KnownRow(key, values)
                fresh.append(self._rows[natural])
        return fresh

    def find(self, natural: Hashable) -> KnownRow | None:
        """Return a row by its natural key, if it was read or made."""
        return self._rows.get(natural)

    def make(self, given: dict[str, Any]) -> tuple[KnownRow, tuple[Written, ...]]:
        """Make a row."""
        stated = {name: value for name, value in given.items() if value is not None}
        values = dict.fromkeys(self._shape.columns) | dict(self._shape.start) | stated
        known = KnownRow(new_id(), values, is_new=True)
        self._rows[self._shape.key(values)] = known
        self._written[known.key] = known
        return known, (Written(self._shape.name, known.key, None),)

    def change(
        self, known: KnownRow, given: dict[str, Any]
    ) -> tuple[RowVerdict, tuple[Written, ...]]:
        """Let a row become what a line says."""
        shape = self._shape
        changes = {
            name: value
            for name, value in given.items()
            if (value is not None or name in shape.blank) and value != known.values[name]
        }
        if not changes.keys() - shape.aside - shape.quiet:
            alone = {name: changes[name] for name in changes.keys() & shape.quiet}
            self._note(known, alone)
            return RowVerdict.UNCHANGED, ()
        written: tuple[Written, ...] = ()
        if not known.is_new:
            written = (Written(shape.name, known.key, dict(known.values)),)
        self._note(known, changes)
        return RowVerdict.CHANGED, written

    def write(self) -> None:
        """Write what was made and changed; in a trial only remember it."""
        rows, self._written = self._written.values(), {}
        new = [{"id": one.key, **one.values} for one in rows if one.is_new]
        # Each index over a column that is written costs, whether the value differs or not.
        changed: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for one in rows:
            if not one.is_new:
                names = tuple(sorted(one.changed))
                changed[names].append({"id": one.key} | {name: one.values[name] for name in names})
            one.is_new = False
            one.changed.clear()
        if self._is_trial:
            return
        insert_rows(self._connection, self._table, new)
        for some in changed.values():
            update_rows(self._connection, self._table, some)

    def _note(self, known: KnownRow, changes: dict[str, Any]) -> None:
        if changes:
            known.values |= changes
            known.changed |= changes.keys()
            self._written[known.key] = known


def verdict_of(parts: Sequence[RowVerdict]) -> RowVerdict:
    """Return what became of a line that stands for several rows, the main one first."""
    if parts[0] is RowVerdict.NEW:
        return RowVerdict.NEW
    is_same = all(one is RowVerdict.UNCHANGED for one in parts)
    return RowVerdict.UNCHANGED if is_same else RowVerdict.CHANGED

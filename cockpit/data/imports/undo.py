"""Undoing a whole import: what it brought goes, what it changed gets back what it was.

It happens in one transaction, so nobody sees half of it. Companies, segments, regions, sellers and
the words of outcomes stay: other rows may go by these names already.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from cockpit.data.imports import undo_rows
from cockpit.data.imports.documents import row_values
from cockpit.data.imports.first_load import end_first_load
from cockpit.data.imports.undo_obstacles import obstacles
from cockpit.data.imports.undo_rows import ROWS, TABLES, is_among
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_results import UndoResult
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import (
    CustomerCategory,
    ImportState,
    OrderKind,
    RowVerdict,
)
from models import Customer, CustomerStatistic, Import, ImportRow, Order
from models.types import utc_now

_ROWS_AT_ONCE = 5_000
#: What may have come to refer to rows of the same import.
_LINKED = frozenset({"orders", "order_items", "receivables"})

_EDITED_AT = "updated_at"
#: An import that stored something or began so short a time ago is at work.
_AT_WORK = timedelta(minutes=1)
#: Table, key, and what the row was.
Change = list[Any]


def undo_import(connection: Connection, import_id: UUID, *, at: datetime) -> UndoResult:
    """Undo an import where nothing was built on it, else say what was.

    Args:
        connection: A transaction that no other import writes in at the same time.
        import_id: The import, finished or not.
        at: The present instant.
    """
    row = connection.execute(
        select(Import.state, Import.updated_at).where(Import.id == import_id)
    ).one_or_none()
    if row is None or row.state is ImportState.UNDONE:
        return UndoResult((Message.of("imports.undo_nothing"),))
    if row.state is ImportState.RUNNING and _is_at_work(row.updated_at):
        return UndoResult((Message.of("imports.undo_running"),))
    entities = undo_rows.gather(connection, import_id)
    found = obstacles(connection, import_id, entities)
    if found:
        undo_rows.discard(connection)
        return UndoResult(tuple(found))
    if Order.__tablename__ in entities:
        # A first load that was killed left the orders without what finds them one by one.
        end_first_load(connection)
    touched = _touched(connection, entities)
    removed, restored = (_count(connection, is_new=is_new) for is_new in (True, False))
    # An order may have moved to a customer who goes; a customer's code may be free only then.
    linked = entities & _LINKED
    touched |= _restore(connection, import_id, linked)
    _remove(connection, entities)
    touched |= _restore(connection, import_id, entities - linked)
    undo_rows.discard(connection)
    _tidy(connection, touched)
    connection.execute(
        update(Import)
        .where(Import.id == import_id)
        .values(state=ImportState.UNDONE, finished_at=at, updated_at=at)
    )
    return UndoResult((), removed, restored, frozenset(touched))


def _is_at_work(updated_at: datetime | None) -> bool:
    """Return whether a sign of life is fresh; one far in the future is a wrong clock's."""
    return updated_at is not None and abs(utc_now() - updated_at) < _AT_WORK


def _touched(connection: Connection, entities: Iterable[str]) -> set[UUID]:
    """Return the customers concerned who stay."""
    touched: set[UUID] = set()
    for name in entities:
        table = TABLES[name]
        owner = table.c.id if name == Customer.__tablename__ else table.c.get("customer_id")
        if owner is not None:
            statement = (
                select(owner)
                .distinct()
                .where(
                    is_among(name, table.c.id),
                    ~is_among(Customer.__tablename__, owner, is_new=True),
                )
            )
            touched.update(connection.execute(statement).scalars())
    return touched


def _remove(connection: Connection, entities: Iterable[str]) -> None:
    """Remove what is new, what refers to others first."""
    made = set(entities)
    if Order.__tablename__ in made:
        # A return and the sale that it takes back go together.
        mine = is_among(Order.__tablename__, Order.__table__.c.id, is_new=True)
        linked = Order.references_id.is_not(None)
        connection.execute(update(Order).where(linked, mine).values(references_id=None))
    for name in reversed(TABLES):
        if name in made:
            keys = select(ROWS.c.id).where(ROWS.c.entity == name, ROWS.c.is_new)
            table = TABLES[name]
            connection.execute(delete(table).where(table.c.id.in_(keys)))


def _tidy(connection: Connection, customer_ids: Iterable[UUID]) -> None:
    """Forget the customers' statistics; a prospect who bought by another import is a customer."""
    buys = exists().where(Order.customer_id == Customer.id, Order.kind == OrderKind.SALE)
    for chunk in in_chunks(customer_ids):
        connection.execute(
            delete(CustomerStatistic).where(CustomerStatistic.customer_id.in_(chunk))
        )
        connection.execute(
            update(Customer)
            .where(Customer.id.in_(chunk), Customer.category == CustomerCategory.PROSPECT, buys)
            .values(category=CustomerCategory.CUSTOMER, updated_at=Customer.updated_at)
        )


def _count(connection: Connection, *, is_new: bool) -> int:
    statement = select(func.count()).select_from(ROWS).where(ROWS.c.is_new == is_new)
    return connection.execute(statement).scalar_one()


def _restore(connection: Connection, import_id: UUID, entities: Iterable[str]) -> set[UUID]:
    """Give back what rows were, the last change first; return the customers whose rows they were.

    So of a row that was changed twice, what it was before the first change counts.
    """
    owners: set[UUID] = set()
    for changes in _changes(connection, import_id, sorted(entities)):
        rows: dict[tuple[str, UUID], dict[str, Any]] = {}
        for name, key, before in changes:
            values = row_values(TABLES[name], before)
            rows[name, key] = rows.get((name, key), {}) | values
            if values.get("customer_id"):
                owners.add(values["customer_id"])
        _write(connection, rows)
    return owners


def _changes(
    connection: Connection, import_id: UUID, entities: list[str]
) -> Iterator[list[Change]]:
    """Yield what was changed, the last first, some thousands at a time."""
    mine = select(ROWS.c.id).where(
        ROWS.c.entity == ImportRow.entity, ROWS.c.id == ImportRow.entity_id, ~ROWS.c.is_new
    )
    statement = (
        select(ImportRow.id, ImportRow.line)
        .where(
            ImportRow.import_id == import_id,
            ImportRow.verdict == RowVerdict.CHANGED,
            ImportRow.before.is_not(None),
            ImportRow.entity.in_(entities),
            mine.exists(),
        )
        .order_by(ImportRow.line.desc(), ImportRow.id.desc())
    )
    keys = list(connection.execute(statement).scalars())
    for chunk in in_chunks(keys, _ROWS_AT_ONCE):
        documents = select(
            ImportRow.id, ImportRow.entity, ImportRow.entity_id, ImportRow.before
        ).where(ImportRow.id.in_(chunk))
        found = {key: change for key, *change in connection.execute(documents)}
        yield [found[key] for key in chunk]


def _write(connection: Connection, rows: Mapping[tuple[str, UUID], dict[str, Any]]) -> None:
    """Update what differs now, and make those rows again that the import removed."""
    changed: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    gone: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    there = _as_they_are(connection, rows)
    for (name, key), values in rows.items():
        now = there.get((name, key))
        if now is None:
            gone[name].append({**values, "id": key})
            continue
        differing = {column: values[column] for column in values if values[column] != now[column]}
        if differing:
            changed[name, *sorted(differing)].append({"key": key, **differing})
    for (name, *_), some in changed.items():
        table = TABLES[name]
        statement = update(table).where(table.c.id == bindparam("key"))
        if _EDITED_AT in table.c and _EDITED_AT not in some[0]:
            # Nobody edited it now.
            statement = statement.values({_EDITED_AT: table.c[_EDITED_AT]})
        connection.execute(statement, some)
    for name, some in gone.items():
        connection.execute(insert(TABLES[name]), some)


def _as_they_are(
    connection: Connection, rows: Iterable[tuple[str, UUID]]
) -> dict[tuple[str, UUID], Mapping[str, Any]]:
    """Return those of some rows that are there, by table and key."""
    wanted: defaultdict[str, list[UUID]] = defaultdict(list)
    for name, key in rows:
        wanted[name].append(key)
    return {
        (name, row["id"]): dict(row)
        for name, keys in wanted.items()
        for row in connection.execute(
            select(TABLES[name]).where(TABLES[name].c.id.in_(keys))
        ).mappings()
    }

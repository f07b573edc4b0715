"""The rows that an import made or changed, in a table of their own while it is undone.

An import may have brought millions of rows: what was built on them is found by the database.
"""

from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Exists,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    exists,
    false,
    insert,
    literal,
    select,
    true,
)

from cockpit.domain.ids import id_after
from cockpit.domain.vocabulary import RowVerdict
from models import Base, ImportBatch, ImportRow
from models.types import Guid

ROWS = Table(
    "undone_rows",
    MetaData(),
    Column("entity", String(60), nullable=False),
    Column("id", Guid, nullable=False),
    Column("is_new", Boolean, nullable=False),
    PrimaryKeyConstraint("entity", "id", name="pk_undone_rows"),
    prefixes=["TEMPORARY"],
)

#: Tables by name, those that others refer to first.
TABLES: dict[str, Table] = {table.name: table for table in Base.metadata.sorted_tables}


def gather(connection: Connection, import_id: UUID) -> set[str]:
    """Fill the table with what an import did.

    Returns:
        The names of the tables concerned.
    """
    ROWS.create(connection)
    _gather_runs(connection, import_id)
    _gather_lines(connection, import_id)
    return set(connection.execute(select(ROWS.c.entity).distinct()).scalars())


def discard(connection: Connection) -> None:
    """Remove the table."""
    ROWS.drop(connection)


def is_among(entity: str, key: ColumnElement[UUID], *, is_new: bool | None = None) -> Exists:
    """Return the condition that a row is one of them.

    Args:
        entity: Its table.
        key: Its key.
        is_new: Whether the import must have made it, or changed it; None for either.
    """
    found = exists().where(ROWS.c.entity == entity, ROWS.c.id == key)
    return found if is_new is None else found.where(ROWS.c.is_new == is_new)


def _gather_runs(connection: Connection, import_id: UUID) -> None:
    """Take in the rows that came in bulk, as far as they are still there."""
    runs = connection.execute(
        select(ImportBatch.entity, ImportBatch.first_id, ImportBatch.id_count).where(
            ImportBatch.import_id == import_id, ImportBatch.id_count > 0
        )
    ).all()
    for entity, first, count in runs:
        if entity is None or first is None:  # pragma: no cover - both stand with a count
            continue
        key = TABLES[entity].c.id
        found = select(literal(entity), key, true()).where(
            key.between(first, id_after(first, count - 1))
        )
        connection.execute(insert(ROWS).from_select(ROWS.c.keys(), found))


def _gather_lines(connection: Connection, import_id: UUID) -> None:
    """Take in the rows that single lines made, then those that they changed."""
    for verdict, is_new in ((RowVerdict.NEW, true()), (RowVerdict.CHANGED, false())):
        entity, key = ImportRow.entity, ImportRow.entity_id
        known = exists().where(ROWS.c.entity == entity, ROWS.c.id == key)
        found = (
            select(entity, key, is_new)
            .distinct()
            .where(
                ImportRow.import_id == import_id,
                ImportRow.verdict == verdict,
                entity.in_(TABLES),
                key.is_not(None),
                ~known,
            )
        )
        connection.execute(insert(ROWS).from_select(ROWS.c.keys(), found))

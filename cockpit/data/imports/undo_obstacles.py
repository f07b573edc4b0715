"""What was built on an import, so that it cannot be undone any more."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Exists, Table, exists, func, or_, select

from cockpit.data.imports.undo_rows import ROWS, TABLES, is_among
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportState, RowVerdict
from models import Customer, CustomerMetric, CustomerStatistic, Import, ImportBatch, ImportRow

#: What the program computes by itself is nobody's work.
_PROJECTIONS = frozenset({CustomerMetric.__tablename__, CustomerStatistic.__tablename__})
_WORDS = {
    "contacts": "contacts",
    "appointments": "appointments",
    "objections": "objections",
    "quotes": "quotes",
    "orders": "orders",
    "order_items": "items",
    "receivables": "receivables",
    "service_cases": "service_cases",
    "claims": "claims",
    "phones": "phones",
    "addresses": "addresses",
    "contact_persons": "people",
    "contact_permissions": "permissions",
    "customer_blocks": "blocks",
    "post_it_customers": "notes",
    "pitch_notes": "notes",
    "reminders": "reminders",
    "quote_items": "quote_items",
}
_SHOWN = 5
#: Clocks of several computers differ a little.
_LEEWAY = timedelta(seconds=1)


def obstacles(connection: Connection, import_id: UUID, entities: Iterable[str]) -> list[Message]:
    """Return why an import stays, one sentence for each reason.

    Args:
        connection: Where; its rows are gathered in ``undo_rows``.
        import_id: The import.
        entities: The tables that it wrote to.
    """
    kept = sorted(entities)
    later = list(_later_imports(connection, import_id))
    built = list(_built_on(connection, kept))
    edited = [] if later else list(_edited(connection, import_id, kept))
    return [*later, *built, *edited]


def _later_imports(connection: Connection, import_id: UUID) -> Iterator[Message]:
    """Tell of the later imports that changed what this one made or changed."""
    statement = (
        select(Import.file_name, Import.started_at, func.count(ImportRow.entity_id.distinct()))
        .join(ImportRow, ImportRow.import_id == Import.id)
        .where(
            Import.id != import_id,
            Import.state != ImportState.UNDONE,
            # Keys grow with time.
            ImportRow.id > import_id,
            ImportRow.verdict == RowVerdict.CHANGED,
            _is_gathered(),
        )
        .group_by(Import.id, Import.file_name, Import.started_at)
        .order_by(Import.started_at, Import.id)
        .limit(_SHOWN)
    )
    for file, started_at, count in connection.execute(statement):
        yield Message.of("imports.undo_later_import", file=file, at=started_at, count=count)


def _is_gathered() -> Exists:
    return exists().where(ROWS.c.entity == ImportRow.entity, ROWS.c.id == ImportRow.entity_id)


def _built_on(connection: Connection, entities: Iterable[str]) -> Iterator[Message]:
    """Tell of the rows that refer to what the import made and that it did not write itself."""
    made = set(entities)
    found: dict[str, tuple[int, list[str]]] = {}  # tables of one name are told of together
    for name, table in TABLES.items():
        columns = [
            (column, key.column.table.name)
            for column in table.c
            for key in column.foreign_keys
            if key.column.table.name in made
        ]
        if not columns or name in _PROJECTIONS:
            continue
        refers = or_(*(is_among(parent, column, is_new=True) for column, parent in columns))
        others = select(func.count()).select_from(table).where(refers)
        if name in made:
            # What it changed will refer again to what it referred to before.
            others = others.where(~is_among(name, table.c.id))
        count = connection.execute(others).scalar_one()
        if count:
            owners = [column for column, parent in columns if parent == Customer.__tablename__]
            codes = _codes(connection, table, owners[0]) if owners else []
            known, known_codes = found.get(_word(name), (0, []))
            found[_word(name)] = (known + count, known_codes or codes)
    for word, (count, codes) in found.items():
        yield _sentence(word, count, codes)


def _word(name: str) -> str:
    return _WORDS.get(name, "other")


def _sentence(word: str, count: int, codes: list[str]) -> Message:
    what = Message.of(f"imports.built_{word}")
    if not codes:
        return Message.of("imports.undo_built_on", count=count, what=what)
    return Message.of(
        "imports.undo_built_on_customers", count=count, what=what, codes=", ".join(codes)
    )


def _codes(connection: Connection, table: Table, owner: Column[Any]) -> list[str]:
    """Return the codes of the first customers concerned: names would be personal data."""
    statement = (
        select(Customer.code)
        .distinct()
        .join(table, owner == Customer.id)
        .where(is_among(Customer.__tablename__, owner, is_new=True), Customer.code.is_not(None))
        .order_by(Customer.code)
        .limit(_SHOWN)
    )
    return [code or "" for code in connection.execute(statement).scalars()]


def _edited(connection: Connection, import_id: UUID, entities: Iterable[str]) -> Iterator[Message]:
    """Tell of the rows that somebody edited since."""
    last = _last_write(connection, import_id)
    count = 0
    for name in entities:
        table = TABLES[name]
        if "updated_at" in table.c:
            statement = (
                select(func.count())
                .select_from(table)
                .where(table.c.updated_at > last + _LEEWAY, is_among(name, table.c.id))
            )
            count += connection.execute(statement).scalar_one()
    if count:
        yield Message.of("imports.undo_edited", count=count)


def _last_write(connection: Connection, import_id: UUID) -> datetime:
    """Return when an import wrote last, by the time within its rows' keys."""
    keys = [import_id]
    for entity in (ImportBatch, ImportRow):
        statement = (
            select(entity.id)
            .where(entity.import_id == import_id)
            .order_by(entity.id.desc())
            .limit(1)
        )
        keys += connection.execute(statement).scalars()
    return datetime.fromtimestamp((max(keys).int >> 80) / 1000, UTC)

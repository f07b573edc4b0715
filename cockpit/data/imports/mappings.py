"""The layouts that people confirmed, and the documents by which we know our own invoices."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from cockpit.domain.ids import new_id
from cockpit.domain.import_sources import Container, DayOrder, ImportMapping, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from models import Company
from models import ImportMapping as MappingRow

_NAME_LENGTH = 80
_OWN_DOCUMENTS = "empresa"


def mappings(connection: Connection) -> list[ImportMapping]:
    """Return the kept layouts, the last used first, and one that says who we are on invoices."""
    statement = select(
        MappingRow.name, MappingRow.kind, MappingRow.headers, MappingRow.mapping
    ).order_by(MappingRow.updated_at.desc(), MappingRow.id.desc())
    kept = [
        ImportMapping(
            ImportKind(kind),
            {name: tuple(headers) for name, headers in stored["columns"].items()},
            tuple(headers),
            name,
            _format(stored["format"]),
        )
        for name, kind, headers, stored in connection.execute(statement)
    ]
    return kept + _own_documents(connection)


def keep_mapping(connection: Connection, mapping: ImportMapping) -> None:
    """Keep a layout; one with the same headers and kind is replaced and keeps its name."""
    rows = connection.execute(
        select(MappingRow.id, MappingRow.name, MappingRow.kind, MappingRow.headers)
    ).all()
    same = [
        row for row in rows if row.kind == mapping.kind and row.headers == list(mapping.headers)
    ]
    others = {row.name for row in rows if row not in same}
    wanted = mapping.name or (same[0].name if same else _called_by_itself(mapping))
    values = {
        "name": _unique(wanted, others),
        "kind": mapping.kind.value,
        "headers": list(mapping.headers),
        "mapping": {
            "columns": {name: list(headers) for name, headers in mapping.columns.items()},
            "format": _document(mapping.format),
        },
    }
    if same:
        statement = update(MappingRow).where(MappingRow.id == same[0].id)
        connection.execute(statement.values(values))
    else:
        connection.execute(insert(MappingRow).values(id=new_id(), **values))


def forget_mapping(connection: Connection, name: str) -> None:
    """Forget a layout."""
    connection.execute(delete(MappingRow).where(MappingRow.name == name))


def _own_documents(connection: Connection) -> list[ImportMapping]:
    statement = select(Company.tax_id).where(Company.tax_id.is_not(None)).order_by(Company.id)
    documents = tuple(text for text in connection.execute(statement).scalars() if text)
    if not documents:
        return []
    return [ImportMapping(ImportKind.INVOICES, {_OWN_DOCUMENTS: documents})]


def _called_by_itself(mapping: ImportMapping) -> str:
    return f"{mapping.kind.value}: {', '.join(mapping.headers)}"[:_NAME_LENGTH]


def _unique(name: str, others: set[str]) -> str:
    """Return a name, numbered where another layout has it."""
    number, found = 2, name
    while found in others:
        found, number = f"{name} ({number})", number + 1
    return found


def _document(form: SourceFormat) -> dict[str, Any]:
    return {
        "container": form.container.value if form.container else None,
        "encoding": form.encoding,
        "delimiter": form.delimiter,
        "sheet": form.sheet,
        "header_line": form.header_line,
        "decimal_mark": form.decimal_mark,
        "day_order": form.day_order.value if form.day_order else None,
    }


def _format(stored: Mapping[str, Any]) -> SourceFormat:
    container, day_order = stored["container"], stored["day_order"]
    typed = {
        "container": Container(container) if container else None,
        "day_order": DayOrder(day_order) if day_order else None,
    }
    return SourceFormat(**{**stored, **typed})

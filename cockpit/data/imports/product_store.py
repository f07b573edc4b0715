"""Storing the products of an import file."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.stored import Stored
from cockpit.data.imports.table_rows import TableRows, TableShape
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import ProductRecord
from cockpit.domain.vocabulary import RowVerdict
from models import Product

_SHAPE = TableShape(
    Product,
    ("company_id", "code", "name", "unit", "family", "brand", "is_active"),
    key=lambda values: (values["company_id"], values["code"]),
    start=(("is_active", True),),
)


class ProductStore:
    """Stores the products of one batch by (company, code)."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        del import_id
        self._names = memory.names
        self._rows = TableRows(connection, memory, _SHAPE)

    def store(self, lines: Sequence[tuple[int, ProductRecord]]) -> list[Stored]:
        """Store records in their order."""
        given = [(number, self._given(record)) for number, record in lines]
        wanted: defaultdict[UUID, set[str]] = defaultdict(set)
        for _, one in given:
            wanted[one["company_id"]].add(one["code"])
        for company_id, codes in wanted.items():
            for chunk in in_chunks(codes):
                self._rows.read((Product.company_id == company_id) & Product.code.in_(chunk))
        stored = [self._take(number, one) for number, one in given]
        self._rows.write()
        return stored

    def _take(self, number: int, given: dict[str, Any]) -> Stored:
        known = self._rows.find((given["company_id"], given["code"]))
        if known is None:
            _, written = self._rows.make(given)
            return Stored(number, RowVerdict.NEW, written=written)
        verdict, written = self._rows.change(known, given)
        return Stored(number, verdict, written=written)

    def _given(self, record: ProductRecord) -> dict[str, Any]:
        return {
            "company_id": self._names.company(record.company) or self._names.own_company(),
            "code": record.code,
            "name": record.name,
            "unit": record.unit or None,
            "family": record.family or None,
            "brand": record.brand or None,
            "is_active": record.is_active,
        }

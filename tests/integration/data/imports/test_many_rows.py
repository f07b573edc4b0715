"""Many rows at once are the rows that SQLAlchemy would have written."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from cockpit.data.imports.many_rows import insert_rows, update_rows
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import RowVerdict
from models import Base, Customer, Import, ImportRow, Receivable
from models.types import utc_now
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import PARAFUSOS

_CUSTOMERS, _IMPORT_ROWS, _RECEIVABLES = (
    Base.metadata.tables[entity.__tablename__] for entity in (Customer, ImportRow, Receivable)
)


def test_values_gaps_and_defaults_are_stored_as_one_by_one(desk: Desk) -> None:
    names = (None, "", "Feira'; --", "x" * 300)
    some, many = (_customers(names), _customers(names))
    with desk.world.engines.writing() as connection:
        for row in some:
            connection.execute(insert(_CUSTOMERS).values(row))
        insert_rows(connection, _CUSTOMERS, many)
        columns = [one for one in _CUSTOMERS.c if one.name not in ("id", "code", "feed_xid")]
        fresh = ("created_at", "updated_at")
        shown = select(*(one for one in columns if one.name not in fresh)).order_by(_CUSTOMERS.c.id)
        found = [tuple(row) for row in connection.execute(shown)]
        ages = [
            abs((utc_now() - at).total_seconds())
            for row in connection.execute(select(_CUSTOMERS.c.created_at, _CUSTOMERS.c.updated_at))
            for at in row
        ]
    assert found[: len(names)] == found[len(names) :]
    assert max(ages) < 600


@pytest.mark.parametrize("reason", [None, {"value": "çã", "count": 3}])
def test_documents_days_and_keys_come_back(desk: Desk, reason: dict[str, Any] | None) -> None:
    (customer_id,) = desk.take(PARAFUSOS).stored[0].touched
    days = [date(2026, 3, 1), None]
    receivables = [_receivable(customer_id, str(at), day) for at, day in enumerate(days)]
    with desk.world.engines.writing() as connection:
        import_id = connection.execute(select(Import.id)).scalar_one()
        rows = [_result(import_id, entity_id) for entity_id in (None, customer_id)]
        rows[1]["reason_values"] = reason
        insert_rows(connection, _IMPORT_ROWS, rows)
        insert_rows(connection, _RECEIVABLES, receivables)
        update_rows(connection, _RECEIVABLES, [{"id": receivables[1]["id"], "paid_on": days[0]}])
        update_rows(connection, _RECEIVABLES, [{"id": receivables[0]["id"], "paid_on": None}])
        paid = select(_RECEIVABLES.c.paid_on, _RECEIVABLES.c.paid_cents).order_by("number")
        assert [tuple(row) for row in connection.execute(paid)] == [(None, 0), (days[0], 0)]
        chosen = select(_IMPORT_ROWS.c.entity_id, _IMPORT_ROWS.c.reason_values).where(
            _IMPORT_ROWS.c.id.in_([row["id"] for row in rows])
        )
        stored = connection.execute(chosen.order_by(_IMPORT_ROWS.c.id)).all()
    assert [tuple(row) for row in stored] == [(None, None), (customer_id, reason)]


def test_an_update_says_when_it_was(desk: Desk) -> None:
    (key,) = desk.take(PARAFUSOS).stored[0].touched
    with desk.world.engines.writing() as connection:
        before = connection.execute(select(Customer.updated_at)).scalar_one()
        update_rows(connection, _CUSTOMERS, [{"id": key, "city": "Santos"}])
        city, after = connection.execute(select(Customer.city, Customer.updated_at)).one()
    assert (city, after > before) == ("Santos", True)


def _customers(names: tuple[str | None, ...]) -> list[dict[str, Any]]:
    return [
        {
            "id": new_id(),
            "code": new_id().hex,
            "legal_name": "Loja",
            "trade_name": name,
            "is_blocked": name is None,
            "credit_limit_cents": None if name else 100,
            "tax_id": name[:2] if name else None,
        }
        for name in names
    ]


def _receivable(customer_id: UUID, number: str, day: date | None) -> dict[str, Any]:
    return {
        "id": new_id(),
        "customer_id": customer_id,
        "number": number,
        "due_on": date(2026, 4, 1),
        "amount_cents": 10,
        "paid_on": day,
    }


def _result(import_id: UUID, entity_id: UUID | None) -> dict[str, Any]:
    return {
        "id": new_id(),
        "import_id": import_id,
        "line": 2,
        "verdict": RowVerdict.NEW,
        "entity_id": entity_id,
        "reason_values": None,
    }

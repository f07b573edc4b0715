"""Everybody's stored order events, which the database glues together itself."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, func, literal_column, select
from sqlalchemy import cast as sql_cast

from cockpit.data.repositories.figures.packing import binary_row
from models import CustomerStatistic

if TYPE_CHECKING:
    from collections.abc import Sequence

_BYTES_A_DAY = 4


def packed_events(connection: Connection) -> tuple[bytes, bytes, bytes, bytes]:
    """Return keys, numbers of events, days and values, as ``PackedEvents`` has them.

    All four are glued in the order in which the same walk comes by.
    """
    row, days = CustomerStatistic, CustomerStatistic.event_days
    on = connection.dialect.name != "sqlite"
    found: Sequence[Any]
    if on:
        count = func.octet_length(days) // literal_column(str(_BYTES_A_DAY))
        digits = func.lpad(func.text(count), literal_column("8"), literal_column("'0'"))
        parts: list[Any] = [
            func.uuid_send(row.customer_id),
            func.convert_to(digits, literal_column("'UTF8'")),
            days,
            row.event_cents,
        ]
        nothing: ColumnElement[Any] = literal_column("''::bytea")
        found = binary_row(connection, select(*(func.string_agg(one, nothing) for one in parts)))
    else:
        count = func.length(days) // literal_column(str(_BYTES_A_DAY))
        digits = func.printf(literal_column("'%08d'"), count)
        parts = [row.customer_id, digits, days, row.event_cents]
        glued = [
            sql_cast(func.group_concat(one, literal_column("''")), LargeBinary) for one in parts
        ]
        found = connection.execute(select(*glued)).one()
    keys, counts, whole, cents = (one or b"" for one in found)
    return keys, counts, whole, cents

"""Filling an empty file: indexes and the words of notes are made at the end, all at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from cockpit.data.note_index import indexed_afterwards

_INDEXES = """SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
    AND sql NOT LIKE 'CREATE UNIQUE%' AND tbl_name IN
    ('customers', 'orders', 'order_items', 'contacts', 'receivables', 'phones', 'addresses',
    'appointments', 'appointment_events', 'contact_persons', 'quotes', 'quote_items')"""


@contextmanager
def filled_quickly(connection: Connection, *, is_first: bool) -> Iterator[None]:
    """Fill the tables inside, without their indexes where it is the first time."""
    if not is_first:
        yield
        return
    indexes = connection.exec_driver_sql(_INDEXES).all()
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    with indexed_afterwards(connection):
        yield
    for _, text in indexes:
        connection.exec_driver_sql(text)

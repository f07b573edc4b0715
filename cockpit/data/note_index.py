"""The full-text index of notes in a file: filled after many contacts at once, and made anew.

Triggers keep it (0022). Each contact that is put in has a savepoint of its own, at which FTS5
writes out what it gathered (``fts5SavepointMethod``): 20,000 notes take 2.2 s of a processor's time
by the triggers and 0.2 s by one statement afterwards. A server's index needs none of this.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from cockpit.data.engine import Engines

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE name = 'tr_contacts_note_added'"
_REMOVAL = "SELECT name, sql FROM sqlite_master WHERE name = 'tr_contacts_note_removed'"
_SECOND = 16_777_216
#: The notes that no number stands for, with the numbers that the trigger would give them.
_MISSING = f"""(SELECT m.id, m.note, coalesce(
            (SELECT max(k.key) + 1 FROM contact_note_keys AS k
                WHERE k.key >= m.second * {_SECOND} AND k.key < (m.second + 1) * {_SECOND}),
            m.second * {_SECOND}
        ) - 1 + row_number() OVER (PARTITION BY m.second ORDER BY m.id) AS number
    FROM (SELECT c.id, c.note, unixepoch(c.occurred_at) AS second FROM contacts AS c
        WHERE c.note IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM contact_note_keys AS o WHERE o.contact_id = c.id)) AS m)"""  # noqa: S608 - ours
#: Words first: what is missing is told by the numbers.
_FILL = (
    f"INSERT INTO contact_notes (rowid, note) SELECT number, note FROM {_MISSING} ORDER BY number",  # noqa: S608 - ours
    f"INSERT INTO contact_note_keys (key, contact_id) SELECT number, id FROM {_MISSING}",  # noqa: S608 - ours
)
_EMPTY = (
    "DELETE FROM contact_note_keys",
    "INSERT INTO contact_notes (contact_notes) VALUES ('delete-all')",
)


@contextmanager
def indexed_afterwards(connection: Connection) -> Iterator[None]:
    """Put contacts in without their words, which are indexed at the end, in the same transaction.

    Nobody else sees the state between. On a server nothing is different.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    triggers = connection.exec_driver_sql(_TRIGGERS).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        # Whoever catches an error and stores the rest all the same has a whole index, too.
        for statement in (*_FILL, *(row.sql for row in triggers)):
            connection.exec_driver_sql(statement)


@contextmanager
def unindexed(connection: Connection, *, is_many: bool) -> Iterator[None]:
    """Take many contacts out without their words; the rest is indexed anew at the end.

    Erasing one note's words from the index takes 3 ms, making the index of 15,000 notes 150.
    """
    if not is_many or connection.dialect.name != "sqlite":
        yield
        return
    triggers = connection.exec_driver_sql(_REMOVAL).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        make_anew(connection)
        for row in triggers:
            connection.exec_driver_sql(row.sql)


def is_whole(connection: Connection) -> bool:
    """Return whether a file's index has each note, and FTS5 finds its own order in it.

    Raises:
        DatabaseError of the driver: The index is damaged.
    """
    connection.exec_driver_sql(
        "INSERT INTO contact_notes (contact_notes) VALUES ('integrity-check')"
    )
    noted = connection.exec_driver_sql("SELECT id FROM contacts WHERE note IS NOT NULL")
    numbered = connection.exec_driver_sql("SELECT contact_id FROM contact_note_keys")
    return set(noted.scalars()) == set(numbered.scalars())


def make_anew(connection: Connection) -> None:
    """Index all notes of a file from the beginning."""
    for statement in (*_EMPTY, *_FILL):
        connection.exec_driver_sql(statement)


def mended(engines: Engines) -> bool:
    """Make the index of a file anew where it is not whole; return whether that was needed."""
    with engines.writing() as connection:
        try:
            is_needed = not is_whole(connection)
        except DBAPIError:
            is_needed = True
        if is_needed:
            make_anew(connection)
    return is_needed

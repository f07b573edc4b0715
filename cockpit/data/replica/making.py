"""Making and opening a laptop's file."""

from pathlib import Path
from uuid import UUID

from sqlalchemy import insert

from cockpit.data.engine import Engines, connect_to
from cockpit.data.migrate import bring_up_to_date
from cockpit.data.replica.capture import drop_capture, make_capture
from cockpit.data.replica.own_device import add_own_device
from cockpit.data.revisions import own_revisions, stored_revision
from cockpit.data.storage import refuse_shared_place
from cockpit.data.url import SqliteFile
from cockpit.domain.errors import DatabaseError
from models import Replica


def create_replica(
    path: Path, key: bytes | None, *, device_id: UUID, user_id: UUID, server: str
) -> Engines:
    """Make a laptop's file, empty: its rows, and the defaults too, come from the server.

    Args:
        path: Where; nothing is there yet.
        key: The raw 32-byte key; None leaves it plain, in tests.
        device_id: Under which the server knows the laptop.
        user_id: Whose it is.
        server: The server's address, without a password.

    Raises:
        DatabaseError: It cannot be made there, or a file is there already.
    """
    if path.exists():
        raise DatabaseError("field_file_there")
    refuse_shared_place(path)
    engines = connect_to(SqliteFile(path), key)
    try:
        bring_up_to_date(engines)
        with engines.writing() as connection:
            make_capture(connection)
            row = {"device_id": device_id, "user_id": user_id, "server": server}
            connection.execute(insert(Replica).values(row))
            add_own_device(connection.connection.cursor())
    except BaseException:
        engines.close()
        raise
    return engines


def open_replica(path: Path, key: bytes | None) -> Engines:
    """Open a laptop's file at this program's schema.

    Raises:
        DatabaseError: It cannot be opened with this key, is of a newer version, or is no laptop's.
    """
    if not path.is_file():
        raise DatabaseError("database_cannot_open")
    refuse_shared_place(path)
    engines = connect_to(SqliteFile(path), key)
    try:
        with engines.reading() as connection:
            is_old = stored_revision(connection) != own_revisions().head
        if is_old:
            with engines.writing() as connection:
                drop_capture(connection)
            bring_up_to_date(engines)
        with engines.writing() as connection:
            make_capture(connection)
            add_own_device(connection.connection.cursor())
            is_laptops = connection.exec_driver_sql("SELECT 1 FROM replicas").first() is not None
    except BaseException:
        engines.close()
        raise
    if not is_laptops:
        engines.close()
        raise DatabaseError("field_file_foreign")
    return engines

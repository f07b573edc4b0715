"""Start-up: look where the database lives, back it up, migrate it, open it."""

from pathlib import Path

from cockpit.data.defaults import seed_defaults
from cockpit.data.engine import Engines, connect_to
from cockpit.data.imports.first_load import complete_first_load
from cockpit.data.migrate import bring_up_to_date
from cockpit.data.storage import refuse_shared_place
from cockpit.data.url import Address, SqliteFile
from cockpit.domain.errors import BadInputError, DatabaseError


def open_database(address: Address, *, key: bytes | None = None) -> Engines:
    """Open a database at this program's schema; a missing file is made, a missing folder is not.

    Args:
        address: Which one.
        key: The raw 32-byte key of an encrypted file.

    Raises:
        BadInputError: The path cannot be a database's.
        DatabaseError: It cannot be opened, lies on a network or in a synced folder, is of a newer
            version or is none of ours. Nothing in it was changed.
    """
    if isinstance(address, SqliteFile):
        try:
            _look_at(address.path)
        except OSError:
            raise DatabaseError("database_cannot_open") from None
    engines = connect_to(address, key)
    try:
        if bring_up_to_date(engines):
            with engines.writing() as connection:
                seed_defaults(connection)  # what a new version brings along
        complete_first_load(engines)
    except BaseException:
        engines.close()
        raise
    return engines


def _look_at(path: Path) -> None:
    """Refuse what cannot be an embedded database's file, before it is made or opened."""
    if path.is_dir():
        raise BadInputError("database_is_folder")
    if not path.parent.is_dir():
        raise BadInputError("database_folder_missing")
    refuse_shared_place(path)

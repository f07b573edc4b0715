"""Start-up: look where the database lives, back it up, migrate it, open it."""

from pathlib import Path

from cockpit.data.defaults import seed_defaults
from cockpit.data.engine import Engines, connect_to
from cockpit.data.imports.first_load import complete_first_load
from cockpit.data.migrate import bring_up_to_date
from cockpit.data.storage import refuse_shared_place
from cockpit.data.url import Address, PostgresqlServer, SqliteFile
from cockpit.domain.errors import BadInputError, DatabaseError


def open_database(address: Address, *, key: bytes | None = None) -> Engines:
    """Open a database at this program's schema; a missing file is made, a missing folder is not.

    Args:
        address: Which one.
        key: The raw 32-byte key of an encrypted file.

    Raises:
        BadInputError: The path cannot be a database's.
        DatabaseError: It cannot be opened, lies on a network or in a synced folder, is of a newer
            version or is none of ours. Nothing in it was changed. A team's server is brought up to
            date by its administrator alone.
    """
    if isinstance(address, SqliteFile):
        try:
            _look_at(address.path)
        except OSError:
            raise DatabaseError("database_cannot_open") from None
    engines = connect_to(address, key)
    try:
        if not engines.is_sqlite and _is_teams(engines):
            return engines
        if bring_up_to_date(engines):
            with engines.writing() as connection:
                seed_defaults(connection)  # what a new version brings along
        complete_first_load(engines)
    except BaseException:
        engines.close()
        raise
    return engines


def open_team_database(address: PostgresqlServer) -> Engines:
    """Open a server's database that was prepared for a team.

    Raises:
        DatabaseError: It cannot be opened, nobody prepared it, or it is of another version.
    """
    engines = connect_to(address)
    try:
        if not _is_teams(engines):
            raise DatabaseError("server_not_prepared")
    except BaseException:
        engines.close()
        raise
    return engines


def _is_teams(engines: Engines) -> bool:
    """Return whether a server was prepared for a team; it is then of a version that fits."""
    from cockpit.data.server.compatibility import (  # noqa: PLC0415 - where a server is meant
        check_compatible,
        is_prepared,
    )

    with engines.reading() as connection:
        if not is_prepared(connection):
            return False
        check_compatible(connection)
    return True


def _look_at(path: Path) -> None:
    """Refuse what cannot be an embedded database's file, before it is made or opened."""
    if path.is_dir():
        raise BadInputError("database_is_folder")
    if not path.parent.is_dir():
        raise BadInputError("database_folder_missing")
    refuse_shared_place(path)

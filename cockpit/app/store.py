"""Opens the database of a run; importing this takes as long as a window's making."""

from dataclasses import dataclass

from cockpit import __version__
from cockpit.app.addresses import address_of, clock_of
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.repositories.metrics import ENGINE
from cockpit.data.revisions import own_revisions
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile
from cockpit.data.watcher import watch
from cockpit.demo.staff import DEMO_LOGIN
from cockpit.services.ports import ChangeWatcher, CurrentUser


@dataclass(frozen=True, slots=True)
class Store:
    """An open database, as one user sees it.

    Attributes:
        engines: The database.
        database: The door to it.
        user: Whose it is.
    """

    engines: Engines
    database: SqlDatabase
    user: CurrentUser

    @property
    def is_sqlite(self) -> bool:
        """Return whether it is an embedded file."""
        return self.engines.is_sqlite

    @property
    def list_mark(self) -> str:
        """Return what a list that is kept on this machine depends on; empty where none may be.

        It lies beside an open file, where it tells nothing more than the file does; what is
        encrypted or on a server leaves nothing on this machine. The device is another in each
        database.
        """
        if self.engines.key is not None or not self.is_sqlite:
            return ""
        user = self.user
        mark = (__version__, own_revisions().head, ENGINE, user.user_id.hex, user.device_id.hex)
        return " ".join(mark)

    def watcher(self) -> ChangeWatcher:
        """Return who finds what others commit from now on."""
        return watch(self.engines, self.database.is_own)

    def close(self) -> None:
        """Give back all connections."""
        self.engines.close()


def open_store(options: Options, paths: Paths) -> Store:
    """Open the database that the options mean.

    Raises:
        BadInputError: The database cannot be what the options say.
        DatabaseError: It cannot be opened.
    """
    address = address_of(options, paths)
    if options.is_demo and isinstance(address, SqliteFile) and not address.path.exists():
        # Made once a day at most: the other starts need not read this code.
        from cockpit.app.demo_database import create_demo  # noqa: PLC0415 - see above

        create_demo(address, clock_of(options).today(), is_renewed=False)
    engines = open_database(address)
    try:
        user = ensure_identity(engines, login=DEMO_LOGIN if options.is_demo else None)
    except BaseException:
        engines.close()
        raise
    return Store(engines, SqlDatabase(engines, user.user_id), user)

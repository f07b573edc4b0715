"""A database that is opened behind the window, by which a start does not wait for it.

Importing what reads a database takes longer than all else of a start, and so does mapping its
tables. The window's first list lies beside the file and needs neither. Whoever asks for the
database meanwhile waits, on a worker thread, and is answered as if it had been there.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from cockpit.app.other_user import OtherUserError
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.errors import DatabaseError
from cockpit.services.ports import ChangeWatcher, CurrentUser, Database, ReadUnit, WriteUnit

if TYPE_CHECKING:
    from cockpit.app.store import Store
    from cockpit.data.engine import Engines


class LaterStore:
    """Stands for a store until it is open, and for ever after.

    Attributes:
        user: Whose it is expected to be; another's is not opened.
        list_mark: As the store's.
        database: The door to it.
    """

    is_sqlite = True
    # A list is kept only for whom nobody asked who they are.
    is_shared = False
    signed_in = None
    keeping = None
    field = None

    def __init__(self, opened: Callable[[], "Store"], user: CurrentUser, list_mark: str) -> None:
        """Prepare to open an embedded file.

        Args:
            opened: Opens it.
            user: Whose it was at the last run.
            list_mark: What the kept list depended on then.
        """
        self._opened = opened
        self._store: Future[Store] = Future()
        self._watcher: ChangeWatcher | None = None
        self._lock = Lock()
        self.user, self.list_mark = user, list_mark
        self.database = LaterDatabase(self)

    def open(self) -> None:
        """Open it, unless that was done; trouble is told to whoever asks for it.

        Changes by others count from before the first read.
        """
        with self._lock:
            if self._store.done():
                return
            try:
                store = self._opened()
                if store.user != self.user:
                    store.close()
                    raise OtherUserError
                self._watcher = store.watcher()
                self.database.attach(store.database)
            except Exception as error:  # noqa: BLE001 - whatever it is, whoever waits is told
                self._store.set_exception(error)
            else:
                self._store.set_result(store)

    @property
    def trouble(self) -> BaseException | None:
        """Return why it could not be opened; None as long as that was not tried."""
        return self._store.exception() if self._store.done() else None

    @property
    def store(self) -> "Store":
        """Return the open store; waits for it.

        Raises:
            GiroError: It could not be opened.
        """
        return self._store.result()

    @property
    def engines(self) -> "Engines":
        """Return the open database; waits for it."""
        return self.store.engines

    def watcher(self) -> ChangeWatcher:
        """Return who finds what others commit, as soon as there is a database to look at."""
        return _LaterWatcher(self)

    def look(self) -> ChangeNotice | None:
        """Return what others committed; nothing before the database is open."""
        return None if self._watcher is None else self._watcher.look()

    def close(self) -> None:
        """Give back all connections, and open nothing any more."""
        with self._lock:
            if not self._store.done():
                self._store.set_exception(DatabaseError("database_cannot_open"))
        if self._watcher is not None:
            self._watcher.close()
        if self._store.exception() is None:
            self.store.close()


class LaterDatabase:
    """Implements ``cockpit.services.ports.Database`` over a store that opens later."""

    def __init__(self, later: LaterStore) -> None:
        self._later = later
        self._listeners: list[Callable[[ChangeNotice], None]] = []

    @contextmanager
    def read(self) -> Iterator[ReadUnit]:
        """Open a unit for reading."""
        with self._later.store.database.read() as unit:
            yield unit

    @contextmanager
    def report(self) -> Iterator[ReadUnit]:
        """Open a unit for a long read, which may be on a copy."""
        with self._later.store.database.report() as unit:
            yield unit

    @contextmanager
    def write(self) -> Iterator[WriteUnit]:
        """Open a unit for writing; it commits when left without an error."""
        with self._later.store.database.write() as unit:
            yield unit

    def subscribe(self, listener: Callable[[ChangeNotice], None]) -> None:
        """Call ``listener`` after each commit, on the committing thread."""
        self._listeners.append(listener)

    def attach(self, database: Database) -> None:
        """Tell what this database commits from now on."""
        database.subscribe(self._tell)

    def _tell(self, notice: ChangeNotice) -> None:
        for listener in self._listeners:
            listener(notice)


class _LaterWatcher:
    """Implements ``cockpit.services.ports.ChangeWatcher``; the store closes what it looks with."""

    #: A file has neither a bell nor writers who hide something.
    doorbell = None
    may_hide = False

    def __init__(self, later: LaterStore) -> None:
        self._later = later

    def look(self) -> ChangeNotice | None:
        """Return what others committed since the last call, or None."""
        return self._later.look()

    def close(self) -> None:
        """Release nothing: see above."""

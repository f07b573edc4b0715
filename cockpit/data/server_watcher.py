"""Finding out what others committed on a server: polled, and at once where somebody rings."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, cast
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, exists, or_, select

from cockpit.data.doorbell import DOORBELL_KEY, PostgresqlDoorbell
from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.postgresql import is_pooled
from cockpit.data.repositories.changes import read_changes, running_between
from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.data.server.compatibility import is_prepared
from cockpit.domain.changes import ChangeNotice, Topic
from models import Base, CustomerDeparture

if TYPE_CHECKING:
    import psycopg


class PostgresqlWatcher:
    """Asks for notes by transactions from the last look up to the oldest running one.

    What a still running transaction writes lies above that limit and is found once it has ended,
    however slow it is; a clock or a sequence would step over it.

    Attributes:
        doorbell: On the same connection, where the company wants one.
        may_hide: Whether a transaction ran at the last look: what was committed since it began is
            found once it has ended, though its ring was heard before.
    """

    def __init__(self, engines: Engines, is_own: Callable[[int], bool]) -> None:
        self.doorbell = PostgresqlDoorbell()
        self._engines = engines
        self._lock = Lock()
        self._is_own = is_own
        self._is_prepared = True
        self._kept: Connection | None = None
        self.may_hide = False
        with engines.reading() as connection:
            self._limit, _ = running_between(connection)

    def look(self) -> ChangeNotice | None:
        """Return what others committed since the last call, or None.

        Where no transaction ended, which is all that hundreds of idle programs find, this is one
        statement on a connection that is kept.
        """
        with self._lock, told_plainly():
            try:
                return self._looked(self._connected())
            except BaseException:
                self._let_go()
                raise

    def close(self) -> None:
        """Release the connection."""
        with self._lock:
            self._let_go()
            self.doorbell.close()

    def _looked(self, connection: Connection) -> ChangeNotice | None:
        """Ask, each statement for itself: what lies below the limit does not change any more.

        But for notes that a later transaction writes over meanwhile, and those are found next time.
        """
        limit, following = running_between(connection)
        self.may_hide = limit < following
        if limit == self._limit:
            return None
        notice, last = read_changes(
            connection, seen=self._limit - 1, below=limit, is_own=self._is_own
        )
        gone = self._departed(connection, limit)
        is_silent = last is None and not gone and not self._is_prepared
        is_unnoted = is_silent and self._is_written(connection, limit)
        self._limit = limit
        if is_unnoted:
            return ChangeNotice.everything()
        if not gone:
            return notice
        left = ChangeNotice(frozenset({Topic.CUSTOMERS}), gone)
        return left if notice is None else notice.with_other(left)

    def _connected(self) -> Connection:
        """Return the kept connection, which the pool that others wait for does not count."""
        if self._kept is None:
            fresh = self._engines.reader.connect()
            self._kept = fresh.execution_options(isolation_level="AUTOCOMMIT")
            self._is_prepared = is_prepared(fresh)
            driver = cast("psycopg.Connection", fresh.connection.driver_connection)
            self._kept.detach()
            if _is_bell_wanted(self._kept, driver):
                self.doorbell.attach(driver)
        return self._kept

    def _let_go(self) -> None:
        self.doorbell.detach()
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()

    def _departed(self, connection: Connection, limit: int) -> frozenset[UUID]:
        """Return who left the user's sight, of whom no change is told to them any more."""
        between = {"first": self._limit, "last": limit - 1}
        return frozenset(connection.execute(_DEPARTED, between).scalars())

    def _is_written(self, connection: Connection, limit: int) -> bool:
        """Return whether any row was written since the last look.

        Not asked on a prepared server: policies hide notes and rows alike, so that what cannot be
        seen would look as if nobody had noted it.
        """
        between = {"first": self._limit, "last": limit - 1}
        return bool(connection.execute(_ANY_WRITTEN, between).scalar())


def _is_bell_wanted(connection: Connection, driver: "psycopg.Connection") -> bool:
    """Return whether to listen: a pooler between would give each statement another connection."""
    stored = SqlSettingsRepository(connection).get("company", None, DOORBELL_KEY)
    return stored is not False and not is_pooled(driver)


_DEPARTED = select(CustomerDeparture.customer_id).where(
    CustomerDeparture.feed_xid.between(bindparam("first"), bindparam("last"))
)
_FED_TABLES: tuple[Table, ...] = tuple(
    table for _, table in sorted(Base.metadata.tables.items()) if "feed_xid" in table.c
)
_ANY_WRITTEN = select(
    or_(
        *(
            exists().where(table.c.feed_xid.between(bindparam("first"), bindparam("last")))
            for table in _FED_TABLES
        )
    )
)

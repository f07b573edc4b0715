"""The door to stored data: opens units of work and tells listeners of what was committed."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import Connection, select

from cockpit.data.engine import Engines
from cockpit.data.errors import ReferenceLostError
from cockpit.data.read_unit import SqlReadUnit
from cockpit.data.repositories.changes import OwnCommits, note_change
from cockpit.data.rules_memory import RulesMemory
from cockpit.data.write_unit import SqlWriteUnit
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.errors import ConflictError
from models import Replica

_logger = logging.getLogger(__name__)
_IS_LAPTOPS = select(Replica.id)


class SqlDatabase:
    """The door to stored data as one user sees it; safe to use from several threads."""

    def __init__(self, engines: Engines, viewer_id: UUID) -> None:
        """Take an open database.

        Args:
            engines: What ``open_database`` returned.
            viewer_id: The user at this program: another's own callbacks are not shown to them.
        """
        self._engines = engines
        self._viewer_id = viewer_id
        self._own_commits = OwnCommits()
        self._memory = RulesMemory()
        self._listeners: tuple[Callable[[ChangeNotice], None], ...] = ()

    @contextmanager
    def read(self) -> Iterator[SqlReadUnit]:
        """Open a unit for reading."""
        with self._engines.reading() as connection:
            yield SqlReadUnit(connection, self._viewer_id, self._memory)

    @contextmanager
    def report(self) -> Iterator[SqlReadUnit]:
        """Open a unit for a long read, which may be on a standby that knows all there is here."""
        from cockpit.data.standby import Standby  # noqa: PLC0415 - no start has to read it

        with Standby(self._engines).reading() as connection:
            yield SqlReadUnit(connection, self._viewer_id, self._memory)

    @contextmanager
    def write(self) -> Iterator[SqlWriteUnit]:
        """Open a unit for writing; it commits when left without an error.

        Raises:
            ConflictError: On a laptop, the customer left with the synchronisation meanwhile.
        """
        with self._writing() as connection:
            unit = SqlWriteUnit(connection, self._viewer_id, self._memory)
            yield unit
            notice = unit.notice
            number = None if notice is None else note_change(connection, notice)
        if notice is not None and number is not None:
            self._own_commits.add(number)
            if notice.topics:
                self._tell(notice)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engines.writing() as connection:
                yield connection
        except ReferenceLostError as error:
            if self._is_laptops():
                raise ConflictError("customer_left") from error
            raise

    def _is_laptops(self) -> bool:
        with self._engines.reading() as connection:
            return connection.execute(_IS_LAPTOPS).first() is not None

    def is_own(self, number: int) -> bool:
        """Return whether a commit was this object's, whose listeners know of it."""
        return number in self._own_commits

    def subscribe(self, listener: Callable[[ChangeNotice], None]) -> None:
        """Call ``listener`` after each commit of this object, on the committing thread."""
        self._listeners = (*self._listeners, listener)

    def _tell(self, notice: ChangeNotice) -> None:
        for listener in self._listeners:
            try:
                listener(notice)
            except Exception:
                # The data is saved: a listener's fault must not make it look otherwise.
                _logger.exception("a listener failed on a change notice")

"""Tells the views what changed, whoever changed it: this process or another one.

An own commit is told by the database, on the committing thread. A foreign one is found by a
watcher, which leaves the own ones out.
"""

from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cockpit.domain.changes import ChangeNotice
from cockpit.runtime.foreign_watch import ForeignWatch
from cockpit.services.ports import ChangeWatcher, Database

#: What changes within so many milliseconds is told together. An operator who saves a contact and
#: takes the next customer has them in sight before everybody reads again what has changed.
QUIET_MS = 150
#: What others changed was gathered by the watch already, and is to be seen soon.
FOREIGN_QUIET_MS = 20


class ChangeFeed(QObject):
    """One stream of change notices on the GUI thread, bursts merged.

    ``start`` and ``stop`` are called on the GUI thread; ``stop`` comes before the object's end and
    is final.
    """

    #: What changed (ChangeNotice), ``QUIET_MS`` after the first own change, or sooner where others
    #: made it.
    changed = Signal(object)
    #: Why foreign changes go unseen for now (Exception); once per outage.
    failed = Signal(object)

    _arrived = Signal()
    _broke = Signal()

    def __init__(
        self,
        database: Database,
        watcher: ChangeWatcher | None,
        *,
        poll_seconds: float = 0.5,
        parent: QObject | None = None,
    ) -> None:
        """Prepare a feed.

        Args:
            database: Tells own commits.
            watcher: Finds foreign ones; None where no other process can write.
            poll_seconds: How often the watcher is asked.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._notices: deque[tuple[ChangeNotice, int]] = deque()
        self._errors: deque[Exception] = deque()
        self._pending: ChangeNotice | None = None
        self._is_running = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._on_quiet_timeout)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._broke.connect(self._on_broke, Qt.ConnectionType.QueuedConnection)
        self._watch: ForeignWatch | None = None
        if watcher is not None:
            self._watch = ForeignWatch(
                watcher,
                on_found=self._on_found,
                on_failed=self._tell_failure,
                poll_seconds=poll_seconds,
            )
        database.subscribe(self._on_committed)

    def start(self) -> None:
        """Begin to tell changes."""
        self._is_running = True
        if self._watch is not None:
            self._watch.start()

    def stop(self) -> None:
        """Tell nothing any more, and end the watching thread."""
        self._is_running = False
        self._quiet.stop()
        if self._watch is not None:
            self._watch.stop()

    @Slot()
    def look_soon(self) -> None:
        """Ask for foreign changes now: the server is there again."""
        if self._watch is not None:
            self._watch.look_soon()

    def tell(self, notice: ChangeNotice) -> None:
        """Tell a change; from any thread. For one that no watcher sees, made on our behalf."""
        self._take(notice, QUIET_MS)

    def _on_found(self, notice: ChangeNotice) -> None:
        """Tell what others changed; from the watching thread."""
        self._take(notice, FOREIGN_QUIET_MS)

    def _take(self, notice: ChangeNotice, quiet_ms: int) -> None:
        if self._is_running:
            self._notices.append((notice, quiet_ms))
            self._arrived.emit()

    def _on_committed(self, notice: ChangeNotice) -> None:
        """Tell an own commit, here and to the other programs; from the committing thread."""
        self.tell(notice)
        if self._is_running and self._watch is not None:
            self._watch.ring()

    def _tell_failure(self, error: Exception) -> None:
        """Pass an error on to the GUI thread; from the watching thread."""
        if self._is_running:
            self._errors.append(error)
            self._broke.emit()

    @Slot()
    def _on_arrived(self) -> None:
        quiet_ms = 0
        while self._notices:
            notice, its_quiet_ms = self._notices.popleft()
            quiet_ms = max(quiet_ms, its_quiet_ms)
            pending = self._pending
            self._pending = notice if pending is None else pending.with_other(notice)
        is_waiting = self._quiet.isActive() and self._quiet.interval() >= quiet_ms
        if self._is_running and quiet_ms and not is_waiting:
            self._quiet.start(quiet_ms)

    @Slot()
    def _on_broke(self) -> None:
        error = self._errors.popleft()
        if self._is_running:
            self.failed.emit(error)

    @Slot()
    def _on_quiet_timeout(self) -> None:
        notice, self._pending = self._pending, None
        if notice is not None and self._is_running:
            self.changed.emit(notice)

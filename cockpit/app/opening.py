"""Opens a window's database while its first list is looked at."""

import gc
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from cockpit.app.later_store import LaterStore
from cockpit.domain.errors import GiroError

#: A window whose list is not there by then has none on the disk.
_MOST_WAIT_MS = 1_000


class Opening(QObject):
    """Opens a store on a thread of its own, once the window is painted.

    Until then nothing else shall run: it would only take the interpreter from the painting.
    ``finish`` comes before the task runner's end, whose writes wait for the database.
    """

    #: It is open: the user's preferences by name (dict), as they are stored.
    opened = Signal(object)

    _failed = Signal()

    def __init__(self, store: LaterStore, preferences: Callable[[], Mapping[str, object]]) -> None:
        super().__init__()
        self._store, self._preferences = store, preferences
        self._thread: Thread | None = None
        self._timer = QTimer(self, interval=_MOST_WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self.start)
        self._timer.start()
        self._failed.connect(self._on_failed)

    @property
    def is_open(self) -> bool:
        """Return whether the database is open."""
        return self._thread is not None and self._store.trouble is None

    @Slot()
    def start(self) -> None:
        """Begin, unless that was done."""
        self._timer.stop()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="giro-opening", daemon=True)
            self._thread.start()

    def finish(self) -> None:
        """Return when the database is open, or cannot be."""
        self.start()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        self._store.open()
        # What was imported lives as long as the program: the collector need not go through it.
        gc.freeze()
        if self._store.trouble is not None:
            self._failed.emit()
            return
        with suppress(GiroError):  # those of the last run stay in force
            self.opened.emit(self._preferences())

    @Slot()
    def _on_failed(self) -> None:
        """End the program, which says why on its way out."""
        QCoreApplication.exit()

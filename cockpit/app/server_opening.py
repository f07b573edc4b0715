"""Opens a server's database for a window; while nobody answers, another window says so."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot

from cockpit.app.addresses import address_of, clock_of
from cockpit.app.early_start import Start
from cockpit.app.session import Session
from cockpit.app.wiring import wire
from cockpit.domain.errors import DatabaseError, GiroError
from cockpit.domain.kept_writes import KeptWrite
from cockpit.runtime.quit_signals import QuitSignals
from cockpit.runtime.server_start import ServerStart
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.runtime.translation import install_language
from cockpit.ui.weather.start_dialog import StartDialog

if TYPE_CHECKING:
    from cockpit.app.store import Store

#: A server that is there answers sooner, and no window flashes up.
_PATIENCE_MS = 600
#: Somebody has to be asked.
_NEEDS_ANSWER = frozenset({"error.server_password"})


@contextmanager
def open_server_session(start: Start) -> Iterator[Session | None]:
    """Open the server that the options mean, however long it is away.

    Yields:
        The session; None where the user closed the window that waited.

    Raises:
        BadInputError: The database cannot be what the options say.
        DatabaseError: It cannot be opened, and waiting does not mend it.
    """
    store = _opened(start)
    if store is None:
        yield None
        return
    try:
        yield wire(store, start.options, start.paths)
    finally:
        store.close()


def _opened(start: Start) -> "Store | None":
    try:
        return _Waiting(start).store()
    except DatabaseError as error:
        if error.message.key not in _NEEDS_ANSWER:
            raise
    from cockpit.app.store import open_store  # noqa: PLC0415 - a window opens it after its list

    return open_store(start.options, start.paths)  # it asks, in a window of its own


class _Waiting(QObject):
    """One start's wait for its server."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self._given = start
        self._made: Store | None = None
        self._error: Exception | None = None
        self._loop = QEventLoop()
        self._runner = TaskRunner()
        self._opening = ServerStart(self._open, self._runner, self)
        install_language(start.app, start.options.language)
        start.theme.apply(start.options.theme)
        zone = clock_of(start.options).zone
        self._dialog = StartDialog(self._opening, start.options.language, zone)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._on_waited)

    def store(self) -> "Store | None":
        """Return the open store; None where the user gave up.

        Raises:
            GiroError: It cannot be opened.
        """
        self._opening.opened.connect(self._loop.quit)
        self._opening.failed.connect(self._on_opening_failed)
        self._opening.waiting.connect(self._on_waited)
        self._dialog.rejected.connect(self._on_dialog_rejected)
        signals, is_open = QuitSignals(), False
        signals.asked.connect(self._on_dialog_rejected)
        try:
            self._patience.start()
            self._opening.look()
            is_open = self._loop.exec() == 0 and self._error is None and self._made is not None
        finally:
            signals.close()
            self._end(is_open=is_open)
        if self._error is not None:
            raise self._error
        return self._made if is_open else None

    def _end(self, *, is_open: bool) -> None:
        self._patience.stop()
        self._opening.stop()
        self._dialog.end()
        self._runner.shutdown()
        self._dialog.deleteLater()
        if not is_open and self._made is not None:
            self._made.close()

    def _open(self) -> None:
        """Open the store; on a worker thread, where nobody can be asked for a password."""
        from cockpit.app.store import open_store  # noqa: PLC0415 - a window opens it after its list

        self._made = open_store(self._given.options, self._given.paths, may_ask=False)

    def _kept(self) -> Sequence[KeptWrite]:
        """Return what waits for this server; on a worker thread."""
        from cockpit.app.keeping import waiting_here  # noqa: PLC0415 - see above

        options, paths = self._given.options, self._given.paths
        return waiting_here(paths.kept_writes, address_of(options, paths))

    @Slot()
    def _on_waited(self) -> None:
        """Say that the server takes its time."""
        self._opening.waiting.disconnect(self._on_waited)
        self._patience.stop()
        self._dialog.begin()
        self._runner.submit(
            self._kept,
            lane=Lane.READ,
            owner=self._dialog,
            key="kept",
            on_result=self._dialog.set_kept,
            on_error=self._on_kept_error,
        )

    def _on_kept_error(self, error: Exception) -> None:
        """Leave out what cannot be read; the window that comes says why."""
        if not isinstance(error, GiroError):
            raise error

    @Slot(object)
    def _on_opening_failed(self, error: Exception) -> None:
        self._error = error
        self._loop.quit()

    @Slot()
    def _on_dialog_rejected(self) -> None:
        self._loop.exit(1)

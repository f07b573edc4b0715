"""Work that a start waits for while the window that is there already goes on."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal

T = TypeVar("T")


def done_behind(work: Callable[[], T]) -> T:
    """Run ``work`` on a thread of its own and return its result; events are handled meanwhile.

    Raises:
        BaseException: What ``work`` raised.
    """
    return _Behind(work).result()


class _Behind(QObject, Generic[T]):
    """One piece of work."""

    _done = Signal()

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__()
        self._given = work
        self._made: list[T] = []
        self._error: BaseException | None = None

    def result(self) -> T:
        loop = QEventLoop()
        self._done.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        thread = Thread(target=self._run, name="giro-opening", daemon=True)
        thread.start()
        loop.exec()
        thread.join()
        if self._error is not None:
            raise self._error
        return self._made[0]

    def _run(self) -> None:
        try:
            self._made.append(self._given())
        except BaseException as error:  # noqa: BLE001 - whoever waits is told
            self._error = error
        self._done.emit()

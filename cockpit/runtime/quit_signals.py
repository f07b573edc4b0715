"""Ctrl+C in the terminal, and the system's wish that the program ends, close the window in order.

Python runs a signal's handler only between two bytecodes, and a waiting Qt runs none; the signal's
number on a socket wakes Qt up.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Signal, Slot

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class QuitSignals(QObject):
    """Ends the event loop on SIGINT and SIGTERM; lives on the main thread."""

    #: The program is to end: for whoever waits in a loop of their own, which Qt does not end.
    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)
        self._former_descriptor = signal.set_wakeup_fd(self._writer.fileno())
        self._former = {one: signal.signal(one, _do_nothing) for one in _SIGNALS}

    def close(self) -> None:
        """Give the signals back."""
        for one, handler in self._former.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._former_descriptor)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _on_notifier_activated(self) -> None:
        self._reader.recv(64)
        self.asked.emit()
        QCoreApplication.quit()


def _do_nothing(number: int, frame: FrameType | None) -> None:
    """Let the signal's number on the socket do the work."""

"""One window per database and user; a second start brings the first to the front.

A lock file says who was first, and a local socket carries the wish to be seen. Both are named by a
digest, because the place of a database and a user's name are nobody else's business.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 500
_ATTEMPTS = 4


class SingleInstance(QObject):
    """Finds out whether this process is the first for its database and user."""

    #: A second start asked to see this one's window.
    front_requested = Signal()

    def __init__(self, identity: str, folder: Path, parent: QObject | None = None) -> None:
        """Prepare the question.

        Args:
            identity: What must be open once only: the database's place and the user's login.
            folder: An existing folder of the user's own, for the lock file.
            parent: Qt's owner.
        """
        super().__init__(parent)
        digest = hashlib.sha256(f"{folder}\n{identity}".encode()).hexdigest()[:24]
        self._name = f"giro-{digest}"
        self._lock_path = folder / f"{self._name}.lock"
        self._lock = QLockFile(str(self._lock_path))
        # Never stale by age, only when the process that made it is gone.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def acquire(self) -> bool:
        """Return True when this is the first; else ask the first to come to the front.

        What a crash left behind is cleaned away. A lock whose process seems alive but answers
        nobody is a crash's too: its number was given to another program since.
        """
        for _ in range(_ATTEMPTS):
            if self._lock.tryLock(0):
                self._listen()
                return True
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                # No lock can be made here, a read-only folder perhaps; opening it will tell.
                return True
            if self._ask_first():
                return False
        self._lock_path.unlink(missing_ok=True)
        if self._lock.tryLock(0):
            self._listen()
            return True
        return False

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        if self._lock.isLocked():
            self._lock.unlock()

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def _ask_first(self) -> bool:
        """Return whether the first start heard us."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_heard = socket.waitForConnected(_ANSWER_MS)
        if is_heard:
            socket.disconnectFromServer()
        else:
            # It may be between its lock and its socket.
            QThread.msleep(_ANSWER_MS // _ATTEMPTS)
        return is_heard

    @Slot()
    def _on_new_connection(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
            self.front_requested.emit()

"""One synchronisation of a file at a time, whichever programs are open on it."""

import os
from pathlib import Path
from types import TracebackType
from typing import IO


class SyncLock:
    """A lock of the operating system on a file beside the database; it ends with its program."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made where it is missing and never removed."""
        self._path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> bool:
        """Return whether the lock is ours now; it is not waited for."""
        file = self._path.open("ab")
        if not _locked(file):
            file.close()
            return False
        self._file = file
        return True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the next one in."""
        if self._file is not None:
            self._file.close()
            self._file = None


if os.name == "nt":  # pragma: no cover - on Windows alone
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

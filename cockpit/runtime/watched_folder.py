"""A folder that files appear in, to be imported and then put aside.

What is being imported lies in ``importando`` within the folder: a file is moved there first, so
that whoever writes the folder never meets it again, and what a killed program left there is simply
imported again. A lock makes sure that one program at a time looks after the folder.
"""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

TAKEN, DONE, PROBLEMS = "importando", "importados", "com-problemas"
_LOCK = ".giro.lock"
_TABLES = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods", ".zip"})
_XML = ".xml"
#: What spreadsheet programs and downloads call what is not a file yet.
_UNFINISHED = ("~", ".")


class WatchedFolder:
    """Takes files and puts them aside; used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = folder / TAKEN
        self._seen: dict[Path, tuple[int, int]] = {}
        self._settled: dict[Path, bool] = {}
        self._lock: QLockFile | None = None

    def take(self) -> list[Path]:
        """Return what is to be imported now, which lies in ``importando``.

        A file is taken when it has not changed since the last call. Loose XML files are taken
        together, as one folder.

        Raises:
            OSError: The folder cannot be read or written.
        """
        self._taken.mkdir(exist_ok=True)
        if not self._has_lock():
            return []
        for path, is_problem in list(self._settled.items()):
            self.put_aside(path, is_problem=is_problem)
        ready = self._ready()
        invoices = [path for path in ready if path.suffix.lower() == _XML]
        if invoices:
            group = _free(self._taken / "nfe")
            group.mkdir()
            for path in invoices:
                _move(path, group / path.name)
        for path in ready:
            if path.suffix.lower() != _XML:
                _move(path, _free(self._taken / path.name))
        waiting = (path for path in self._taken.iterdir() if path.name != _LOCK)
        return sorted(path for path in waiting if path not in self._settled)

    def put_aside(self, path: Path, *, is_problem: bool) -> None:
        """Move what was imported to where its end is seen; never over another file.

        What cannot be moved, because another program has it open, is moved later and not imported
        again until then.
        """
        folder = self._folder / (PROBLEMS if is_problem else DONE)
        folder.mkdir(exist_ok=True)
        if _move(path, _free(folder / path.name)):
            self._settled.pop(path, None)
        else:
            self._settled[path] = is_problem

    def release(self) -> None:
        """Let another program look after the folder."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _has_lock(self) -> bool:
        if self._lock is None:
            lock = QLockFile(str(self._taken / _LOCK))
            # Held for days; one that a killed program left is known by its process alone.
            lock.setStaleLockTime(0)
            if lock.tryLock(0):
                self._lock = lock
        return self._lock is not None

    def _ready(self) -> list[Path]:
        """Return the files that stood still since the last call, and note the others."""
        before, self._seen = self._seen, {}
        for path in sorted(self._folder.iterdir()):
            is_wanted = path.suffix.lower() in _TABLES | {_XML}
            if is_wanted and not path.name.startswith(_UNFINISHED) and path.is_file():
                state = path.stat()
                if state.st_size:
                    self._seen[path] = state.st_size, state.st_mtime_ns
        return [path for path, state in self._seen.items() if before.get(path) == state]


def _move(path: Path, target: Path) -> bool:
    """Move a file; return False where another program does not let go of it."""
    try:
        path.rename(target)
    except (PermissionError, FileNotFoundError):
        return False
    return True


def _free(path: Path) -> Path:
    """Return the path, or one with the time in its name where there is such a file."""
    if not path.exists():
        return path
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    candidate = path.with_name(f"{path.stem}-{stamp}{path.suffix}")
    count = 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem}-{stamp}-{count}{path.suffix}")
    return candidate

"""Copies of an embedded database, made while it may be in use."""

import re
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from cockpit.data import sqlite
from cockpit.data.errors import told_plainly
from cockpit.domain.errors import DatabaseError

KEPT = 5
_PAGES_PER_STEP = 1024
_UNSAFE = re.compile(r"[^0-9A-Za-z_.-]")


def back_up(path: Path, label: str, key: bytes | None = None) -> Path:
    """Copy a database into ``backups`` beside it, verify the copy and keep the last five.

    Args:
        path: The database.
        label: What the copy holds, for its name: a revision.
        key: The raw key of an encrypted file.

    Raises:
        StorageFullError: There is no room for a copy; nothing is left of it.
        DatabaseError: The copy could not be made or read back.
    """
    folder = path.parent / "backups"
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    target = folder / f"{path.stem}-{moment}-{_UNSAFE.sub('_', label)}.db"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        with told_plainly():
            _copy(path, unfinished, key)
        unfinished.replace(target)
    except OSError:
        raise DatabaseError("backup_failed") from None
    finally:
        _remove(unfinished)
    _forget_old(folder, path.stem)
    return target


def _copy(source_path: Path, target_path: Path, key: bytes | None) -> None:
    with (
        closing(sqlite.connect(source_path, key, query_only=True)) as source,
        closing(sqlite.connect(target_path, key)) as target,
    ):
        # In one step the copy is of one state, and a writer cannot make it begin again.
        source.execute("BEGIN")
        source.backup(target, pages=_PAGES_PER_STEP)
        source.execute("COMMIT")
        # One file that can be carried away, without a log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
        (verdict,) = target.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise DatabaseError("database_damaged")


def _remove(unfinished: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def forget_backups(path: Path) -> None:
    """Delete all copies of a database that are beside it; one that cannot be, stays.

    Args:
        path: The database.
    """
    folder = path.parent / "backups"
    if folder.is_dir():
        for copy in _copies(folder, path.stem):
            with suppress(OSError):
                copy.unlink(missing_ok=True)


def _copies(folder: Path, stem: str) -> list[Path]:
    """Return the copies of a database, the oldest first."""
    name = re.compile(re.escape(stem) + r"-\d{8}T\d{12}-[^/]*\.db")
    return sorted(one for one in folder.iterdir() if name.fullmatch(one.name))


def _forget_old(folder: Path, stem: str) -> None:
    for old in _copies(folder, stem)[:-KEPT]:
        old.unlink(missing_ok=True)

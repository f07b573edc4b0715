"""Giving the company's own data out, in files that an import takes back."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cockpit.domain.errors import BadInputError, StorageFullError
from cockpit.domain.export_columns import EXPORTED_KINDS, ExportCell, SheetColumn
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import ImportKind
from cockpit.services.audit import AuditService
from cockpit.services.ports import CurrentUser, Database, SheetWriter, TableWriter

_UNFINISHED = ".part"
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A file that was written, and how many rows it has."""

    kind: ImportKind
    path: Path
    count: int


@dataclass(frozen=True, slots=True)
class ExportService:
    """Writes tables as they are at one moment, each into a file of its own.

    A file appears under its name when it is whole. Numbers and addresses that a customer closed
    stay in the database unless they are asked for; importing the file leaves them there.
    """

    database: Database
    user: CurrentUser
    audit: AuditService

    def run(
        self,
        folder: Path,
        writer: TableWriter,
        *,
        kinds: Sequence[ImportKind] = EXPORTED_KINDS,
        is_replacing: bool = False,
        is_keeping_closed: bool = False,
        report: Callable[[ExportedTable], None] = lambda table: None,
    ) -> list[ExportedTable]:
        """Write tables into a folder, which is made where it is missing.

        Args:
            folder: Where the files go.
            writer: Which kind of file is written.
            kinds: The tables.
            is_replacing: Whether files of these names that are there already may go.
            is_keeping_closed: Whether numbers and addresses of closed channels go out as well, as
                a move into another database needs them.
            report: Called after each table.

        Raises:
            BadInputError: A file is there already, the folder cannot be written to, or the user
                may not do this.
            StorageFullError: The disk is full; the tables written before are whole.
            DatabaseError: The database failed.
        """
        if not self.user.may(Task.EXPORT_TABLES):
            raise BadInputError("export_not_allowed")
        targets = [(kind, folder / f"{kind}{writer.suffix}") for kind in kinds]
        if not is_replacing:
            for _, path in targets:
                if path.exists():
                    raise BadInputError("export_file_exists", file=str(path))
        done = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self.database.read() as unit:
                for kind, path in targets:
                    rows = unit.exports.rows(kind, is_keeping_closed=is_keeping_closed)
                    done.append(ExportedTable(kind, path, self._write(path, kind, writer, rows)))
                    report(done[-1])
        except OSError as error:
            if error.errno in _FULL:
                raise StorageFullError("export_disk_full", folder=str(folder)) from error
            raise BadInputError("export_not_written", folder=str(folder)) from error
        return done

    def _write(
        self,
        path: Path,
        kind: ImportKind,
        writer: TableWriter,
        rows: Iterable[tuple[ExportCell, ...]],
    ) -> int:
        """Write one table; it appears when the trail knows of it."""

        def write(beside: Path) -> int:
            count = writer.write(beside, kind, rows)
            self.audit.note_export(kind.value, count)
            return count

        return _placed(path, write)


@dataclass(frozen=True, slots=True)
class ListExportService:
    """Writes a list as it is shown into one file, which appears under its name when it is whole.

    Attributes:
        writers: Who writes which kind of file, by how its name ends.
        audit: The trail, which knows of a file before it appears.
    """

    writers: Mapping[str, SheetWriter]
    audit: AuditService

    def list(
        self,
        path: Path,
        columns: Sequence[SheetColumn],
        rows: Iterable[tuple[ExportCell, ...]],
        *,
        what: str = "work_list",
        chosen: str = "",
    ) -> int:
        """Write a list, and return how many rows it has.

        Args:
            path: The file.
            columns: What stands over the rows.
            rows: The rows.
            what: The trail's word for the list.
            chosen: By which filter its rows were chosen; empty where they are all.

        Raises:
            BadInputError: The file cannot be written, or the rows do not fit into it.
            StorageFullError: The disk is full.
        """
        writer = self.writers.get(path.suffix.lower())
        if writer is None:
            raise BadInputError("export_kind_unknown", file=path.name)

        def write(beside: Path) -> int:
            count = writer.write_sheet(beside, path.stem, columns, rows)
            self.audit.note_export(what, count, chosen)
            return count

        return write_whole(path, write)

    def note(self, what: str, rows: int) -> None:
        """Let the trail know of rows that go out by another way than a file."""
        self.audit.note_export(what, rows)


def write_whole(path: Path, write: Callable[[Path], int]) -> int:
    """Write a file that appears under its name when it is whole; return what it holds.

    Raises:
        BadInputError: The file cannot be written.
        StorageFullError: The disk is full.
    """
    try:
        return _placed(path, write)
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFullError("export_disk_full", folder=str(path.parent)) from error
        raise BadInputError("export_not_written", folder=str(path.parent)) from error


def _placed(path: Path, write: Callable[[Path], int]) -> int:
    """Write one file beside its place, then put it there."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}{_UNFINISHED}")
    try:
        count = write(unfinished)
        unfinished.replace(path)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return count

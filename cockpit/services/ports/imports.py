"""Files that come in, and where their lines go."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import (
    BatchResult,
    ImportRun,
    ImportSource,
    UndoResult,
)
from cockpit.domain.import_sources import FilePreview, ImportMapping, SourceFormat
from cockpit.domain.vocabulary import ImportKind, RowVerdict
from cockpit.services.ports.identity import CurrentUser


class ParsedFile(Protocol):
    """A file whose kind is known and whose lines can be read in batches."""

    @property
    def kind(self) -> ImportKind: ...  # noqa: D102
    @property
    def format(self) -> SourceFormat: ...  # noqa: D102
    @property
    def headers(self) -> tuple[str, ...]: ...  # noqa: D102

    @property
    def sha256(self) -> str:
        """Return the hash of the file's bytes and of how they are read."""
        ...

    @property
    def size(self) -> int:
        """Return how much there is to read, in the unit of ``LineBatch.position``."""
        ...

    def batches(self) -> Iterator[LineBatch]:
        """Yield all data lines, each once; blank lines and repeated headers are no data.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        ...


class FileReader(Protocol):
    """Recognises import files: tables of any kind, and NF-e as XML, folder or ZIP."""

    def open(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> ParsedFile:
        """Recognise a file.

        Args:
            path: The file or folder.
            mappings: Known layouts; the first one whose headers are the file's, or that names no
                headers, decides.

        Raises:
            BadInputError: It is missing, is no table and no NF-e, or lacks a needed column.
        """
        ...

    def preview(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> FilePreview:
        """Read the first lines of a table as they would be taken.

        Raises:
            BadInputError: It is missing or is no table.
        """
        ...


class ImportMemory(Protocol):
    """What one run of several files remembers from batch to batch; made by the database."""


class ImportRepository(Protocol):
    """Writes of an import, in batches, each line accounted for."""

    def begin(self, source: ImportSource, *, user: CurrentUser, at: datetime) -> ImportRun:
        """Open an import, or join the running one of the same source.

        Two programs that import the same file at once share one import: each batch is stored by
        whoever comes first. So does a program that goes on after another was killed.
        """
        ...

    def memory(self, *, today: date, is_trial: bool) -> ImportMemory:
        """Begin a run; in a trial nothing is written, and what would be is remembered."""
        ...

    def store(
        self, import_id: UUID | None, batch: LineBatch, memory: ImportMemory
    ) -> BatchResult | None:
        """Store a batch with its results; None where another program has stored it.

        Args:
            import_id: The import; None in a trial.
            batch: The next batch of the file.
            memory: The run's.
        """
        ...

    def finish(self, import_id: UUID, *, is_complete: bool, at: datetime) -> ImportRun:
        """Close an import, or note that it stopped before the end; return it as stored."""
        ...

    def mappings(self) -> list[ImportMapping]:
        """Return the layouts that people confirmed, the last used first."""
        ...

    def keep_mapping(self, mapping: ImportMapping) -> None:
        """Keep a layout; one with the same headers and kind is replaced."""
        ...

    def forget_mapping(self, name: str) -> None:
        """Forget a layout."""
        ...

    def runs(self, limit: int = 200) -> list[ImportRun]:
        """Return the imports, the latest first."""
        ...

    def run(self, import_id: UUID) -> ImportRun | None:
        """Return one import, or None where there is no such."""
        ...

    def problems(
        self, import_id: UUID, *, verdict: RowVerdict | None = None, reason: str | None = None,
        offset: int = 0, limit: int | None = None,
    ) -> list[RowProblem]:  # fmt: skip
        """Return flagged and rejected lines by line, with their cells."""
        ...

    def reasons(self, import_id: UUID) -> list[tuple[str, RowVerdict, int]]:
        """Return how many lines have which reason, the most frequent first."""
        ...

    def undo(self, import_id: UUID, *, at: datetime) -> UndoResult:
        """Undo a whole import where nothing was built on it, else say what was."""
        ...

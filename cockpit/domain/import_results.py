"""What an import did, while it runs and afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_sources import SourceFormat
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, ImportState, RowVerdict


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many lines came to which end: every line is counted once.

    Attributes:
        new: Stored, and nothing is odd about them.
        flagged: Stored or left unchanged, though something is odd.
        rejected: Not stored.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    flagged: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        """Return all lines read, headers and blank lines aside."""
        return self.new + self.changed + self.unchanged + self.flagged + self.rejected

    def __add__(self, other: "ImportCounts") -> "ImportCounts":
        """Return both together."""
        return ImportCounts(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.flagged + other.flagged,
            self.rejected + other.rejected,
        )


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of one batch.

    Attributes:
        problems: Flagged and rejected lines, by line.
        touched: The customers who changed, or whose orders did.
    """

    counts: ImportCounts
    problems: Sequence[RowProblem] = ()
    touched: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class ImportSource:
    """A file that is about to be imported; the same one twice is the same import while it runs.

    Attributes:
        origin: ``terminal``, ``screen`` or ``folder``.
        path: Where it lies, to go on with it later.
        sha256: Hash of its bytes and of how they are to be read.
        size: In the unit of ``LineBatch.position``.
    """

    origin: str
    file_name: str
    path: str
    sha256: str
    kind: ImportKind
    size: int
    format: SourceFormat
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRun:
    """An import as the history shows it.

    Attributes:
        batches_done: Batches that are stored; an import that was interrupted goes on with the next.
        position: How much of ``source.size`` is done.
        updated_at: Last sign of life.
        user_name: Who started it.
    """

    import_id: UUID
    source: ImportSource
    state: ImportState
    started_at: datetime
    updated_at: datetime
    finished_at: datetime | None
    user_name: str
    batches_done: int
    position: int
    counts: ImportCounts


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far one file is; seconds left are None while nobody can tell."""

    file_name: str
    kind: ImportKind
    position: int
    size: int
    lines: int
    lines_per_second: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import, or a trial of one, did to a file.

    Attributes:
        import_id: The import; None of a trial.
        problems: The first thousand flagged and rejected lines, in the file's order.
        reasons: How many lines have which reason, and whether that rejects them, the most frequent
            first; a line may have several.
        is_cancelled: Whether the user stopped it; whole batches may have been stored before.
    """

    file_name: str
    kind: ImportKind
    counts: ImportCounts = field(default_factory=ImportCounts)
    problems: Sequence[RowProblem] = ()
    reasons: Sequence[tuple[str, RowVerdict, int]] = ()
    import_id: UUID | None = None
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What undoing an import did, or why it was left alone.

    Attributes:
        obstacles: Why nothing was undone, one sentence each; empty where it was undone.
        removed: Rows that the import had brought.
        restored: Rows that it had changed.
        touched: The customers concerned.
    """

    obstacles: tuple[Message, ...] = ()
    removed: int = 0
    restored: int = 0
    touched: frozenset[UUID] = frozenset()

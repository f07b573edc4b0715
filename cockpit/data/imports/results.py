"""What became of the lines of one batch: counted, and kept where it is worth keeping."""

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert

from cockpit.data.imports.documents import reason_document, row_document
from cockpit.data.imports.many_rows import insert_rows
from cockpit.data.imports.order_lines import BulkResult
from cockpit.data.imports.stored import Stored, Written
from cockpit.domain.ids import new_ids
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import BatchResult, ImportCounts
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import RowVerdict
from models import Base, ImportBatch, ImportRow, Order

_ROWS = Base.metadata.tables[ImportRow.__tablename__]


@dataclass(slots=True)
class BatchOutcome:
    """What became of the lines of one batch.

    Attributes:
        cells: By line, its cells as they were read.
    """

    cells: Mapping[int, tuple[str, ...]]
    _verdicts: list[RowVerdict] = field(default_factory=list)
    _problems: list[RowProblem] = field(default_factory=list)
    _written: list[tuple[int, Written]] = field(default_factory=list)
    _touched: set[UUID] = field(default_factory=set)
    _bulk: BulkResult | None = None

    def add_bulk(self, bulk: BulkResult) -> None:
        """Account for plain lines; those for the careful store are accounted for by it."""
        self._bulk = bulk
        self._touched |= bulk.touched
        self._written += [(bulk.new[0], one) for one in bulk.promoted]
        for line, reason in bulk.rejected:
            self._add_problem(line, RowVerdict.REJECTED, (reason,))

    def add_unreadable(self, problem: RowProblem) -> None:
        """Account for a line that holds nothing to be stored."""
        self._verdicts.append(problem.verdict)
        cells = problem.cells or self.cells.get(problem.line, ())
        self._problems.append(replace(problem, cells=cells))

    def add_stored(self, stored: Stored, flags: Sequence[Message]) -> None:
        """Account for a line that a store has seen.

        Args:
            stored: What became of it.
            flags: What is odd about the line itself.
        """
        reasons = (*flags, *stored.reasons)
        self._written += [(stored.line, one) for one in stored.written]
        self._touched.update(stored.touched)
        if not reasons:
            self._verdicts.append(stored.verdict)
            return
        is_rejected = stored.verdict is RowVerdict.REJECTED
        self._add_problem(
            stored.line, RowVerdict.REJECTED if is_rejected else RowVerdict.FLAGGED, reasons
        )

    def result(self) -> BatchResult:
        """Return all of it."""
        problems = sorted(self._problems, key=lambda problem: problem.line)
        return BatchResult(self._counts(), problems, frozenset(self._touched))

    def keep(self, connection: Connection, import_id: UUID, batch: LineBatch) -> None:
        """Store it: the batch, what was written, and every reason with the line's cells."""
        connection.execute(insert(ImportBatch).values(self._batch_row(import_id, batch)))
        rows = [_written_row(import_id, line, one) for line, one in self._written]
        rows += [row for problem in self._problems for row in _reason_rows(import_id, problem)]
        if rows:
            first = new_ids(len(rows)).int
            keyed = [{**row, "id": UUID(int=key)} for key, row in enumerate(rows, first)]
            insert_rows(connection, _ROWS, keyed)

    def _add_problem(self, line: int, verdict: RowVerdict, reasons: tuple[Message, ...]) -> None:
        self._verdicts.append(verdict)
        self._problems.append(RowProblem(line, verdict, reasons, self.cells.get(line, ())))

    def _counts(self) -> ImportCounts:
        counts = ImportCounts(
            new=self._verdicts.count(RowVerdict.NEW),
            changed=self._verdicts.count(RowVerdict.CHANGED),
            unchanged=self._verdicts.count(RowVerdict.UNCHANGED),
            flagged=self._verdicts.count(RowVerdict.FLAGGED),
            rejected=self._verdicts.count(RowVerdict.REJECTED),
        )
        if self._bulk is None:
            return counts
        return counts + ImportCounts(new=len(self._bulk.new), unchanged=self._bulk.unchanged)

    def _batch_row(self, import_id: UUID, batch: LineBatch) -> dict[str, Any]:
        counts = self._counts()
        row: dict[str, Any] = {
            "import_id": import_id,
            "ordinal": batch.ordinal,
            "first_line": batch.first_line,
            "last_line": batch.last_line,
            "new_rows": counts.new,
            "changed_rows": counts.changed,
            "unchanged_rows": counts.unchanged,
            "flagged_rows": counts.flagged,
            "rejected_rows": counts.rejected,
        }
        if self._bulk is not None and self._bulk.first_id is not None:
            row |= {
                "entity": Order.__tablename__,
                "first_id": self._bulk.first_id,
                "id_count": len(self._bulk.new),
                "new_lines": packed(self._bulk.new),
            }
        return row


def packed(lines: Sequence[int]) -> bytes:
    """Return the numbers of lines as compressed little-endian int32."""
    return zlib.compress(struct.pack(f"<{len(lines)}i", *lines), level=1)


def _written_row(import_id: UUID, line: int, written: Written) -> dict[str, Any]:
    is_new = written.before is None
    return {
        "import_id": import_id,
        "line": line,
        "verdict": RowVerdict.NEW if is_new else RowVerdict.CHANGED,
        "reason_code": None,
        "reason_values": None,
        "entity": written.entity,
        "entity_id": written.entity_id,
        "raw": None,
        "before": None if written.before is None else row_document(written.before),
    }


def _reason_rows(import_id: UUID, problem: RowProblem) -> Iterable[dict[str, Any]]:
    for reason in problem.reasons:
        yield {
            "import_id": import_id,
            "line": problem.line,
            "verdict": problem.verdict,
            "reason_code": reason.key,
            "reason_values": reason_document(reason),
            "entity": None,
            "entity_id": None,
            "raw": list(problem.cells) or None,
            "before": None,
        }

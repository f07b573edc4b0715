"""Invented files and imports, a service that knows them, and a runner that a test lets go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from typing_extensions import override

from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.import_records import CustomerRecord, OrderRecord, RowProblem
from cockpit.domain.import_results import (
    ImportCounts,
    ImportProgress,
    ImportRun,
    ImportSource,
    ImportSummary,
    UndoResult,
)
from cockpit.domain.import_sources import (
    Container,
    DayOrder,
    FilePreview,
    ImportMapping,
    SourceFormat,
)
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, ImportState, RowVerdict
from cockpit.runtime.import_runner import ImportRunner
from cockpit.services.import_exchange import ImportRequest

CSV = SourceFormat(Container.CSV, "cp1252", ";", "", 1, ",", DayOrder.DAY_FIRST)
HEADERS = ("Nº Doc", "Parceiro", "Emissão", "Total", "Obs")
CELLS = (
    ("8101", "1203", "02/03/2026", "1.250,00", ""),
    ("8102", "1188", "02/03/2026", "98,50", "retira"),
    ("8103", "9999", "31/02/2026", "430,00", ""),
)
COLUMNS = {
    "numero": ("Nº Doc",),
    "cliente": ("Parceiro",),
    "data": ("Emissão",),
    "valor": ("Total",),
}
ORDERS = ImportMapping(ImportKind.ORDERS, COLUMNS, ("n doc", "parceiro", "emissao", "total", "obs"))
BAD_DAY = Message.of("imports.day_impossible", value="31/02/2026")
FUTURE = Message.of("imports.order_in_future")
PHONE = Message.of("imports.phone_invalid", value="99")


def orders_preview(name: str = "pedidos.csv", **changes: object) -> FilePreview:
    """Return a file of orders with a line that is odd and one that cannot be taken."""
    records = (
        OrderRecord("8101", "1203", date(2026, 3, 2), 125_000),
        OrderRecord("8102", "1188", date(2026, 3, 2), 9_850, flags=(FUTURE,)),
        RowProblem(4, RowVerdict.REJECTED, (BAD_DAY,), CELLS[2]),
    )
    preview = FilePreview(
        name, CSV, HEADERS, ORDERS, (ImportKind.ORDERS, ImportKind.RECEIVABLES), (), (), (2, 3, 4),
        CELLS, records,
    )  # fmt: skip
    return replace(preview, **changes)  # type: ignore[arg-type]


def customers_preview(name: str = "clientes.csv", **changes: object) -> FilePreview:
    """Return a file of customers whose layout was confirmed before."""
    mapping = ImportMapping(
        ImportKind.CUSTOMERS,
        {"codigo": ("codigo",), "razao_social": ("razao_social",)},
        ("codigo", "razao_social"),
        "clientes.csv",
    )
    preview = FilePreview(
        name, CSV, ("codigo", "razao_social"), mapping, (ImportKind.CUSTOMERS,), (), (), (2,),
        (("1203", "Ferragens Serra Azul Ltda."),),
        (CustomerRecord("1203", "Ferragens Serra Azul Ltda."),),
        is_saved_mapping=True,
    )  # fmt: skip
    return replace(preview, **changes)  # type: ignore[arg-type]


def invoices_preview(name: str = "notas") -> FilePreview:
    """Return a folder of NF-e."""
    mapping = ImportMapping(ImportKind.INVOICES, {})
    return FilePreview(
        name, SourceFormat(Container.XML), ("arquivo",), mapping, (ImportKind.INVOICES,), (), (),
        (), (), (),
    )  # fmt: skip


def make_run(
    number: int = 1,
    *,
    name: str = "pedidos.csv",
    state: ImportState = ImportState.DONE,
    counts: ImportCounts | None = None,
    kind: ImportKind = ImportKind.ORDERS,
    position: int = 1000,
) -> ImportRun:
    """Return an import of the history; higher numbers are later."""
    at = datetime(2026, 3, 2, 12, tzinfo=UTC) + timedelta(minutes=number)
    source = ImportSource(
        "screen", name, f"/erp/{name}", f"{number:064x}", kind, 1000, CSV, HEADERS
    )
    return ImportRun(
        UUID(int=number), source, state, at, at, at, "Ana", 3, position,
        counts or ImportCounts(1100, 40, 73, 3, 2),
    )  # fmt: skip


def make_problems(count: int) -> list[RowProblem]:
    """Return odd lines: every third rejected, the others with a warning."""
    lines = []
    for number in range(count):
        is_rejected = number % 3 == 2
        lines.append(
            RowProblem(
                number + 2,
                RowVerdict.REJECTED if is_rejected else RowVerdict.FLAGGED,
                (BAD_DAY,) if is_rejected else (PHONE,),
                (str(8000 + number), "1203", "31/02/2026", "10,00", f"linha {number}"),
            )
        )
    return lines


@dataclass
class FakeImports:
    """The import of files, as far as a window asks it.

    Attributes:
        previews: What each file holds, by its name; others are no tables.
        corrected: Every mapping that a preview was asked with.
        answer: Makes a preview of a corrected mapping.
        kept: The layouts that were confirmed.
        runs: The history.
        lines: The odd lines of any import.
        undone: The imports that were undone.
        saved: Where odd lines were saved.
        asked: How often each kind of question was asked.
    """

    previews: dict[str, FilePreview] = field(default_factory=dict)
    corrected: list[ImportMapping] = field(default_factory=list)
    answer: Callable[[FilePreview, ImportMapping], FilePreview] = lambda preview, mapping: replace(
        preview, mapping=replace(mapping, headers=preview.mapping.headers), format=mapping.format
    )
    kept: list[ImportMapping] = field(default_factory=list)
    runs: list[ImportRun] = field(default_factory=list)
    lines: list[RowProblem] = field(default_factory=list)
    obstacles: tuple[Message, ...] = ()
    undone: list[UUID] = field(default_factory=list)
    saved: list[tuple[UUID, Path]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    trouble: GiroError | None = None

    def preview(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> FilePreview:
        self.asked.append("preview")
        known = self.previews.get(path.name)
        if known is None:
            raise BadInputError("import_not_a_table", file=path.name)
        if not mappings:
            return known
        self.corrected.extend(mappings)
        how = mappings[0].format
        shown = replace(
            known.format, **{name: getattr(how, name) for name in _NAMES if getattr(how, name)}
        )
        return self.answer(known, replace(mappings[0], format=shown))

    def keep_mapping(self, mapping: ImportMapping) -> None:
        self.kept.append(mapping)

    def history(self, limit: int = 200) -> list[ImportRun]:
        self.asked.append("history")
        if self.trouble is not None:
            raise self.trouble
        return self.runs[:limit]

    def problems(
        self,
        import_id: UUID,
        *,
        verdict: RowVerdict | None = None,
        reason: str | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[RowProblem]:
        self.asked.append("problems")
        fitting = [
            one
            for one in self.lines
            if verdict in {None, one.verdict}
            and (reason is None or reason in {said.key for said in one.reasons})
        ]
        return fitting[offset:][:limit]

    def reasons(self, import_id: UUID) -> list[tuple[str, RowVerdict, int]]:
        flagged = sum(one.verdict is RowVerdict.FLAGGED for one in self.lines)
        found = [
            (PHONE.key, RowVerdict.FLAGGED, flagged),
            (BAD_DAY.key, RowVerdict.REJECTED, len(self.lines) - flagged),
        ]
        return [one for one in found if one[2]]

    def undo(self, import_id: UUID) -> UndoResult:
        if self.obstacles:
            return UndoResult(self.obstacles)
        self.undone.append(import_id)
        return UndoResult(removed=10)

    def save_problems(self, import_id: UUID, path: Path, say: Callable[[Message], str]) -> int:
        self.saved.append((import_id, path))
        return len(self.lines)


_NAMES = ("encoding", "delimiter", "sheet", "header_line", "decimal_mark", "day_order")


class FakeImportRunner(ImportRunner):
    """Notes what it was asked to import, and goes on when the test says so.

    Attributes:
        started: Every request, in order.
        cancels: How often it was asked to stop.
    """

    def __init__(self) -> None:
        super().__init__(None)
        self.started: list[ImportRequest] = []
        self.cancels = 0
        self._is_up = False

    @property
    @override
    def is_running(self) -> bool:
        return self._is_up

    @override
    def start(self, request: ImportRequest) -> None:
        assert not self._is_up, "one at a time"
        self._is_up = True
        self.started.append(request)

    @override
    def cancel(self) -> None:
        self.cancels += 1

    @override
    def stop(self) -> None:
        self._is_up = False

    def go_on(self, position: int, lines: int, rate: float = 0, left: float | None = None) -> None:
        """Tell of progress."""
        kind = ImportKind.ORDERS
        self.progressed.emit(ImportProgress("pedidos.csv", kind, position, 1000, lines, rate, left))

    def finish(self, *summaries: ImportSummary) -> None:
        """Let it come to its end."""
        assert self._is_up
        self._is_up = False
        self.finished.emit(list(summaries))

    def fail(self, error: GiroError) -> None:
        """Let it come to nothing."""
        assert self._is_up
        self._is_up = False
        self.failed.emit(error)


def trial_summary(
    counts: ImportCounts | None = None, *, name: str = "pedidos.csv"
) -> ImportSummary:
    """Return what a trial says of a file."""
    found = make_problems(5)
    return ImportSummary(name, ImportKind.ORDERS, counts or ImportCounts(1100, 40, 73, 4, 1), found)

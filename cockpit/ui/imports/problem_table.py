"""The odd lines of an import, read a page at a time as one goes down."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.import_records import RowProblem
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.imports.problem_search import ProblemPage, ProblemQuery, find_problems
from cockpit.ui.imports.words import reasons_of, verdict_ink, verdict_word
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable

translate = QCoreApplication.translate

#: So long nothing must change before lines are looked for.
DEBOUNCE_MS = 250
_WIDEST_CELL = 640
_MEASURED_ROWS = 60


class ProblemTable(RecordTable[RowProblem]):
    """Line, verdict, reasons, and the cells as they were read."""

    #: The first page of what was looked for is shown.
    found = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, _columns(()), key=lambda one: one.line, parent=parent)
        self._ctx = ctx
        self._query: ProblemQuery | None = None
        self._next: int | None = None
        self._is_asking = False
        header = self.horizontalHeader()
        header.setMaximumSectionSize(_WIDEST_CELL)
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        self._debounce = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._debounce.timeout.connect(self._on_debounce_timeout)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def has_more(self) -> bool:
        """Return whether there are lines that were not read yet."""
        return self._next is not None

    def show_headers(self, headers: Sequence[str]) -> None:
        """Show lines of a file with these columns."""
        self.set_columns(_columns(headers))

    def look_for(self, query: ProblemQuery, *, at_once: bool = True) -> None:
        """Look for other lines, now or when nothing has been typed for a moment."""
        self._query, self._next = query, None
        if at_once:
            self._debounce.stop()
            self._ask(0)
        else:
            self._debounce.start()

    def stop(self) -> None:
        """Look for nothing any more."""
        self._debounce.stop()

    def _ask(self, offset: int) -> None:
        query = self._query
        if query is None:
            return
        self._is_asking = True
        self._ctx.runner.submit(
            partial(find_problems, self._ctx.imports, query, offset),
            lane=Lane.READ,
            owner=self,
            key="problems",
            on_result=partial(self._on_found, is_first=offset == 0),
            on_error=self._on_failed,
        )

    def _on_found(self, page: ProblemPage, *, is_first: bool) -> None:
        self._is_asking, self._next = False, page.next_offset
        if is_first:
            self.set_rows(page.lines)
            self.scrollToTop()
            self.found.emit()
        else:
            self.records.add_rows(page.lines)

    def _on_failed(self, error: Exception) -> None:
        self._is_asking = False
        self._ctx.runner.failed.emit(error)

    @Slot()
    def _on_debounce_timeout(self) -> None:
        self._ask(0)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        """Read on before the end comes into sight."""
        bar = self.verticalScrollBar()
        if (
            self._next is not None
            and not self._is_asking
            and value >= bar.maximum() - bar.pageStep()
        ):
            self._ask(self._next)


def _columns(headers: Sequence[str]) -> tuple[Column[RowProblem], ...]:
    return (
        Column(
            lambda: translate("ProblemTable", "Line"),
            lambda one, language: formats.integer(one.line, language),
            RIGHT,
        ),
        Column(
            lambda: translate("ProblemTable", "What happened"),
            lambda one, _language: verdict_word(one.verdict),
            ink=lambda one: verdict_ink(one.verdict),
        ),
        Column(lambda: translate("ProblemTable", "Why"), reasons_of),
        *(_cell_column(place, header) for place, header in enumerate(headers)),
    )


def _cell_column(place: int, header: str) -> Column[RowProblem]:
    return Column(lambda: header, partial(_cell, place=place))


def _cell(problem: RowProblem, _language: Language, *, place: int) -> str:
    """Return a cell in one line; a line that was cut has fewer cells than the header."""
    return " ".join(problem.cells[place].split()) if place < len(problem.cells) else ""

"""What an import did: its counts, its odd lines with filters, the file to correct, the way back."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

import resources
from cockpit.domain import formats
from cockpit.domain.import_results import ImportRun
from cockpit.domain.vocabulary import ImportState, RowVerdict
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.imports.problem_search import ProblemQuery
from cockpit.ui.imports.problem_table import ProblemTable
from cockpit.ui.imports.reasons import ReasonLine, reason_columns, reason_lines
from cockpit.ui.imports.summaries import odd_lines, run_columns
from cockpit.ui.imports.words import count_words, kind_word, state_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RecordTable

_REASONS_WIDTH = 380
_REASON_COLUMN = 1
_SEARCH_WIDTH = 260
_MOST_FILES = 4
_CHIPS: tuple[RowVerdict | None, ...] = (None, RowVerdict.FLAGGED, RowVerdict.REJECTED)


class ResultPage(QWidget):
    """One import at a time, of those that were made together.

    Attributes:
        files: Which of them is shown; hidden where there is one.
        chips: All odd lines, those with a warning, those rejected.
        reasons: The reasons; the current one narrows the lines.
        search: Narrows them by a text.
        clear_button: Tells how many lines a reason or a text leaves, and shows all again.
        problems: The odd lines.
        save_button: Saves the odd lines as a file that can be corrected and imported again.
        undo_button: Takes the whole import back.
        list_button: Leads back to the list.
        another_button: Leads to the import of other files.
    """

    #: This ``ImportRun`` is to be undone.
    undo_requested = Signal(object)
    #: Back to the list of customers.
    list_requested = Signal()
    #: Other files are to be imported.
    another_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._runs: Sequence[ImportRun] = ()
        self._run: ImportRun | None = None
        self._reasons: Sequence[ReasonLine] = ()
        self._title, self._facts = (
            ranked_label("title", parent=self),
            ranked_label("muted", parent=self),
        )
        self._origin = ranked_label("small", parent=self)
        self._fine = ranked_label("success", parent=self)
        self._is_undoing = False
        self.files: RecordTable[ImportRun] = RecordTable(
            ctx, run_columns(), key=lambda one: one.import_id, parent=self
        )
        self.chips = {verdict: QPushButton(self) for verdict in _CHIPS}
        self._chip_group = QButtonGroup(self)
        self.search, self.clear_button = QLineEdit(self), QPushButton(self)
        self.clear_button.setProperty("kind", "quiet")
        self.reasons: RecordTable[ReasonLine] = RecordTable(
            ctx, reason_columns(), wide=_REASON_COLUMN, key=lambda one: (one.key, one.verdict)
        )
        self.problems = ProblemTable(ctx, self)
        self.save_button, self.undo_button = QPushButton(self), QPushButton(self)
        self.undo_button.setProperty("kind", "danger")
        self.list_button, self.another_button = QPushButton(self), QPushButton(self)
        self.list_button.setProperty("kind", "primary")
        self._body = QWidget(self)
        self._lay_out()
        self._retranslate()
        self._connect()

    def show_runs(self, runs: Sequence[ImportRun]) -> None:
        """Show what imports did, the first one with odd lines in sight."""
        self._runs = runs
        shown = next((place for place, one in enumerate(runs) if odd_lines(one)), 0)
        with QSignalBlocker(self.files):
            self.files.set_rows(runs)
            self.files.setCurrentIndex(self.files.records.index(shown, 0))
        self.files.fit_height(_MOST_FILES)
        self.files.setVisible(len(runs) > 1)
        self._show(runs[shown])
        first = self.problems if odd_lines(runs[shown]) else self.list_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_undoing(self, *, is_undoing: bool) -> None:
        """Show that an import is being undone."""
        self._is_undoing = is_undoing
        self._offer_undo()

    def run(self) -> ImportRun | None:
        """Return the import that is shown."""
        return self._run

    def facts(self) -> str:
        """Return what is said of the import that is shown."""
        return f"{self._facts.text()}\n{self._origin.text()}"

    def stop(self) -> None:
        """Look for nothing any more."""
        self.problems.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.save_button)
        head.addWidget(self.undo_button)
        bar = QHBoxLayout()
        bar.setSpacing(Space.XS)
        for verdict, chip in self.chips.items():
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(verdict is None)
            self._chip_group.addButton(chip)
            bar.addWidget(chip)
        bar.addWidget(self.clear_button)
        bar.addStretch()
        self.search.setFixedWidth(_SEARCH_WIDTH)
        bar.addWidget(self.search)
        self.reasons.setMinimumWidth(_REASONS_WIDTH)
        tables = QHBoxLayout()
        tables.setSpacing(Space.M)
        tables.addWidget(self.reasons, 1)
        tables.addWidget(divider(self, vertical=True))
        tables.addWidget(self.problems, 2)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.S)
        body.addLayout(bar)
        body.addLayout(tables, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.XS)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch()
        foot.addWidget(self.another_button)
        foot.addWidget(self.list_button)
        layout.addLayout(head)
        layout.addWidget(self.files)
        for widget in (self._facts, self._origin, self._fine):
            layout.addWidget(widget)
        layout.addSpacing(Space.XS)
        layout.addWidget(divider(self))
        layout.addWidget(self._body, 1)
        layout.addStretch()
        layout.addLayout(foot)
        order = (
            *(self.files, *self.chips.values(), self.clear_button, self.search),
            *(self.reasons, self.problems, self.save_button),
            *(self.another_button, self.list_button, self.undo_button),
        )
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.files.chosen.connect(self._on_file_chosen)
        self._chip_group.buttonClicked.connect(self._on_chip_clicked)
        self.reasons.chosen.connect(self._on_reason_chosen)
        self.search.textChanged.connect(self._on_text_changed)
        self.problems.found.connect(self._show_filter)
        self.clear_button.clicked.connect(self._on_clear_clicked)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)
        self.list_button.clicked.connect(self.list_requested)
        self.another_button.clicked.connect(self.another_requested)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.undo_button.clicked.connect(self._on_undo_clicked)

    # --- what is shown -------------------------------------------------------------------------

    def _show(self, run: ImportRun) -> None:
        self._run = run
        odd = odd_lines(run)
        self._body.setVisible(bool(odd))
        self.save_button.setVisible(bool(odd))
        self._offer_undo()
        self._clear_filters()
        self._on_reasons_read(())
        self.problems.show_headers(run.source.headers)
        self._retranslate()
        if odd:
            self._ask_for_reasons(run.import_id)
            self._look(at_once=True)

    def _offer_undo(self) -> None:
        run = self._run
        can_undo = run is not None and run.state is not ImportState.UNDONE
        self.undo_button.setEnabled(can_undo and not self._is_undoing)
        self.undo_button.setText(
            self.tr("Undoing…") if self._is_undoing else self.tr("Undo the import…")
        )

    def _clear_filters(self) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        self.chips[None].setChecked(True)

    def _ask_for_reasons(self, import_id: UUID) -> None:
        self._ctx.runner.submit(
            lambda: reason_lines(self._ctx.imports().reasons(import_id)),
            lane=Lane.READ,
            owner=self,
            key="reasons",
            on_result=self._on_reasons_read,
        )

    def _on_reasons_read(self, reasons: Sequence[ReasonLine]) -> None:
        self._reasons = reasons
        self._show_reasons()

    def _show_reasons(self) -> None:
        """Show the reasons of the chosen verdict, none of them current."""
        verdict = self._verdict()
        self.reasons.choose_none()
        self.reasons.set_rows([one for one in self._reasons if verdict in {None, one.verdict}])

    def _verdict(self) -> RowVerdict | None:
        return next(one for one, chip in self.chips.items() if chip.isChecked())

    def _look(self, *, at_once: bool) -> None:
        if self._run is None:
            return
        reason = self.reasons.current()
        query = ProblemQuery(
            self._run.import_id,
            self._ctx.language,
            verdict=self._verdict(),
            reason=None if reason is None else reason.key,
            text=self.search.text(),
        )
        self.problems.look_for(query, at_once=at_once)
        self._show_filter()

    @Slot()
    def _show_filter(self) -> None:
        """Say how many lines a reason or a text leaves of all."""
        run = self._run
        is_narrowed = self.reasons.current() is not None or bool(self.search.text())
        self.clear_button.setVisible(is_narrowed and run is not None)
        if run is None:
            return
        language, more = self._ctx.language, "+" if self.problems.has_more else ""
        self.clear_button.setText(
            self.tr("{shown} of {all} · show all").format(
                shown=formats.integer(self.problems.records.rowCount(), language) + more,
                all=formats.integer(odd_lines(run), language),
            )
        )

    def _retranslate(self) -> None:
        self.save_button.setText(self.tr("Save the odd lines…"))
        self.another_button.setText(self.tr("Import another file"))
        self.list_button.setText(self.tr("See the list"))
        self._offer_undo()
        self.search.setPlaceholderText(self.tr("Any cell or reason"))
        self.search.setAccessibleName(self.tr("Search in the odd lines"))
        self.reasons.setAccessibleName(self.tr("Reasons"))
        self.problems.setAccessibleName(self.tr("Odd lines"))
        self.files.setAccessibleName(self.tr("Files"))
        run, language = self._run, self._ctx.language
        if run is None:
            return
        counts = run.counts
        if any(odd_lines(one) for one in self._runs):
            self._fine.setText("")  # no good news while another file has odd lines
        else:
            self._fine.setText(self.tr("Nothing was odd: every line was taken as it is."))
        self._fine.setVisible(bool(self._fine.text()))
        self._title.setText(run.source.file_name)
        total = formats.integer(counts.total, language)
        self._facts.setText(
            self.tr("{total} lines: {counts}").format(
                total=total, counts=count_words(counts, language)
            )
        )
        self._origin.setText(
            self.tr("{kind}, {state}, begun at {moment} by {user}").format(
                kind=kind_word(run.source.kind),
                state=state_word(run.state),
                moment=formats.moment(run.started_at, self._ctx.clock.zone),
                user=run.user_name,
            )
        )
        shown = {
            None: (self.tr("All"), counts.flagged + counts.rejected),
            RowVerdict.FLAGGED: (self.tr("With a warning"), counts.flagged),
            RowVerdict.REJECTED: (self.tr("Rejected"), counts.rejected),
        }
        for verdict, (word, count) in shown.items():
            self.chips[verdict].setText(f"{word} {formats.integer(count, language)}")

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_file_chosen(self, run: ImportRun | None) -> None:
        if run is not None:
            self._show(run)

    @Slot(object)
    def _on_chip_clicked(self, chip: object) -> None:
        """Show all lines of a verdict, of whatever reason."""
        self._show_reasons()
        self._look(at_once=True)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._clear_filters()
        self._show_reasons()
        self._look(at_once=True)
        self.problems.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_reason_chosen(self, reason: ReasonLine | None) -> None:
        if reason is not None:
            self._look(at_once=True)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._look(at_once=False)

    @Slot()
    def _on_undo_clicked(self) -> None:
        if self._run is not None:
            self.undo_requested.emit(self._run)

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._run is None:
            return
        source = Path(self._run.source.path)
        folder = source.parent if source.parent.is_dir() else Path.home()
        name = self.tr("{name} - to correct{ending}").format(
            name=source.stem, ending=source.suffix or ".csv"
        )
        dialog = FileDialog(self, self.tr("Save the odd lines"), str(folder / name))
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    @Slot(str)
    def save_to(self, file: str) -> None:
        """Save the odd lines of the import that is shown into a file."""
        run = self._run
        if run is None:
            return
        say = partial(resources.text, language=self._ctx.language)
        self._ctx.runner.submit(
            lambda: self._ctx.imports().save_problems(run.import_id, Path(file), say),
            lane=Lane.LONG,
            owner=self,
            key="save_problems",
            on_result=partial(self._on_saved, file),
        )

    def _on_saved(self, file: str, _result: object) -> None:
        self.message_raised.emit(
            self.tr("Saved in {file}: correct the lines and import that file.").format(file=file)
        )

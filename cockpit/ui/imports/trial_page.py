"""What an import would do, before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.import_results import ImportCounts, ImportSummary
from cockpit.ui.context import UiContext
from cockpit.ui.imports.reasons import ReasonLine, count_reasons, reason_columns
from cockpit.ui.imports.summaries import summary_columns
from cockpit.ui.imports.words import count_words
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RecordTable

_MOST_FILES = 8
_REASON_COLUMN = 1


class TrialPage(QWidget):
    """Counts per file, the reasons counted, and the button that writes.

    Attributes:
        files: The files with their counts.
        reasons: Why lines are odd or would be rejected.
        import_button: Writes.
        columns_button: Goes back to what the columns mean.
    """

    #: It is to be written.
    import_requested = Signal()
    #: The columns are to be looked at again.
    columns_requested = Signal()
    #: Nothing is to be written.
    cancel_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._summaries: Sequence[ImportSummary] = ()
        self._title, self._totals = (
            ranked_label("title", parent=self),
            ranked_label("muted", parent=self),
        )
        self._reasons_title = ranked_label("heading", parent=self)
        self._note = ranked_label("small", parent=self)
        self._note.setWordWrap(True)
        self.files: RecordTable[ImportSummary] = RecordTable(ctx, summary_columns(), parent=self)
        self.reasons: RecordTable[ReasonLine] = RecordTable(
            ctx, reason_columns(), wide=_REASON_COLUMN, parent=self
        )
        self._rest = QWidget(self)  # takes the room where there are no reasons
        self.import_button, self.columns_button = QPushButton(self), QPushButton(self)
        self._cancel = QPushButton(self)
        self.import_button.setProperty("kind", "primary")
        self._lay_out()
        self._retranslate()
        self.import_button.clicked.connect(self.import_requested)
        self.columns_button.clicked.connect(self.columns_requested)
        self._cancel.clicked.connect(self.cancel_requested)

    def show_summaries(self, summaries: Sequence[ImportSummary], *, has_columns: bool) -> None:
        """Show a trial's results; ``has_columns`` tells whether any of the files is a table."""
        self._summaries = summaries
        self.files.set_rows(summaries)
        self.files.fit_height(_MOST_FILES)
        self.reasons.set_rows(
            count_reasons([problem for one in summaries for problem in one.problems])
        )
        self.columns_button.setVisible(has_columns)
        self.import_button.setEnabled(self._writable() > 0)
        self._retranslate()
        self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def totals(self) -> str:
        """Return what all files together come to."""
        return self._totals.text()

    def note(self) -> str:
        """Return what else is said."""
        return self._note.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _counts(self) -> ImportCounts:
        return sum((one.counts for one in self._summaries), ImportCounts())

    def _writable(self) -> int:
        counts = self._counts()
        return counts.total - counts.rejected

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.columns_button)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for widget in (self._title, self._totals, self.files):
            layout.addWidget(widget)
        layout.addSpacing(Space.S)
        layout.addWidget(self._reasons_title)
        layout.addWidget(self._note)
        layout.addWidget(self.reasons, 1)
        layout.addWidget(self._rest, 1)
        layout.addLayout(foot)

    def _retranslate(self) -> None:
        counts, language = self._counts(), self._ctx.language
        self._title.setText(self.tr("This is what the import would do"))
        self._totals.setText(
            self.tr("{counts}. Nothing has been written yet.").format(
                counts=count_words(counts, language)
            )
        )
        self._reasons_title.setText(self.tr("What is odd"))
        self._note.setText(self._note_words(counts))
        has_reasons = bool(self.reasons.records.rows)
        self.reasons.setVisible(has_reasons)
        self._rest.setVisible(not has_reasons)
        self.columns_button.setText(self.tr("Columns…"))
        self.import_button.setText(self.tr("Import"))
        self.import_button.setToolTip(self.tr("Import (Ctrl+Enter)"))
        self._cancel.setText(self.tr("Cancel"))
        self.files.setAccessibleName(self._title.text())
        self.reasons.setAccessibleName(self._reasons_title.text())

    def _note_words(self, counts: ImportCounts) -> str:
        shown = sum(len(one.problems) for one in self._summaries)
        if not counts.flagged + counts.rejected:
            return self.tr("Nothing is odd: every line can be taken as it is.")
        if shown < counts.flagged + counts.rejected:
            return self.tr(
                "Lines with a warning are imported, rejected ones are left out. The reasons of the "
                "first %n line(s) are counted here; the result will have all of them.",
                "",
                shown,
            )
        return self.tr("Lines with a warning are imported, rejected ones are left out.")

"""An import, or the trial of one, while it is under way."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.import_results import ImportProgress
from cockpit.ui.context import UiContext
from cockpit.ui.imports.words import kind_word, progress_words
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel, ranked_label

_STEPS = 1000
_WIDTH = 560


class ProgressPage(QWidget):
    """What is being read, how far it is, how fast it goes, and the way to stop it.

    Attributes:
        bar: How far the file is, in thousandths; without an end while nobody can tell.
        stop_button: Stops it.
        unchecked_button: Imports without waiting for the trial's end.
    """

    #: It is to be stopped.
    stop_requested = Signal()
    #: The trial is to be left, and the files imported.
    unchecked_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._is_trial = False
        self._is_stopping = False
        self._progress: ImportProgress | None = None
        self._title = ranked_label("title", parent=self)
        self._file = ElidedLabel("muted", self)
        self._figures = ranked_label("small", parent=self)
        self._hint = ranked_label("small", parent=self)
        self._hint.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop_button, self.unchecked_button = QPushButton(self), QPushButton(self)
        self.stop_button.clicked.connect(self.stop_requested)
        self.unchecked_button.clicked.connect(self.unchecked_requested)
        self._lay_out()
        self._retranslate()

    def begin(self, *, is_trial: bool) -> None:
        """Show that an import or a trial has begun."""
        self._is_trial, self._is_stopping, self._progress = is_trial, False, None
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self.unchecked_button.setVisible(is_trial)
        self.unchecked_button.setEnabled(True)
        self._retranslate()
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def wind_down(self) -> None:
        """Show that it is being stopped, which takes until the end of a batch."""
        self._is_stopping = True
        self.stop_button.setEnabled(False)
        self.unchecked_button.setEnabled(False)
        self._retranslate()

    def show_progress(self, progress: ImportProgress) -> None:
        """Show how far it is."""
        self._progress = progress
        if progress.size > 0:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(min(_STEPS, _STEPS * progress.position // progress.size))
        self._retranslate()

    def sentence(self) -> str:
        """Return the figures that are shown."""
        return self._figures.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.unchecked_button)
        buttons.addStretch()
        column = QWidget(self)
        column.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.S)
        for widget in (self._title, self._file, self.bar, self._figures, self._hint):
            inner.addWidget(widget)
        inner.addSpacing(Space.S)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(column, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _retranslate(self) -> None:
        if self._is_stopping:
            title = self.tr("Stopping…")
        elif self._is_trial:
            title = self.tr("Checking, nothing is written yet…")
        else:
            title = self.tr("Importing…")
        self._title.setText(title)
        progress = self._progress
        if progress is None:
            self._file.set_full_text(self.tr("Opening the files…"))
            self._figures.setText("")
        else:
            self._file.set_full_text(f"{progress.file_name} · {kind_word(progress.kind)}")
            self._figures.setText(progress_words(progress, self._ctx.language))
        self._hint.setText(
            self.tr("You can go back to the list and work on: it follows by itself.")
            if not self._is_trial
            else self.tr("A large file takes a while. It can be imported without this check.")
        )
        self.stop_button.setText(self.tr("Stop"))
        self.stop_button.setToolTip(self.tr("Stop (Esc)") if self._is_trial else "")
        self.unchecked_button.setText(self.tr("Import without checking"))

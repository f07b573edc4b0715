"""Undoing an import: asked first, explained where it cannot be."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

import resources
from cockpit.domain import formats
from cockpit.domain.import_results import ImportRun, UndoResult
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.question import Question

if TYPE_CHECKING:
    from cockpit.ui.imports.history import ImportHistory
    from cockpit.ui.imports.result_page import ResultPage

_WIDTH = 520


class ObstaclesDialog(QDialog):
    """Why an import stays: one sentence for each thing that was built on it."""

    def __init__(self, title: str, sentences: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._sentences = sentences
        close = QPushButton(self.tr("Understood"), self)
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", title, self))
        for sentence in sentences:
            label = ranked_label("muted", sentence, self)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addLayout(foot)

    def text(self) -> str:
        """Return all that is said."""
        return "\n".join((self.windowTitle(), *self._sentences))


class Undoing(QWidget):
    """Asks, undoes, and tells what came of it; has no looks of its own."""

    #: This ``ImportRun`` is undone.
    done = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, pages: "tuple[ImportHistory, ResultPage]", parent: QWidget
    ) -> None:
        """Prepare to undo what is asked for on these pages, which show that it is under way."""
        super().__init__(parent)
        self._ctx = ctx
        self._pages = pages
        for page in pages:
            page.undo_requested.connect(self.ask)
        self.hide()

    def ask(self, run: ImportRun) -> None:
        """Ask whether an import is to be undone, and undo it."""
        counts, language = run.counts, self._ctx.language
        question = Question(
            self.tr("Undo the import of {file}?").format(file=run.source.file_name),
            [
                self.tr("{lines} lines were read, {new} of them new.").format(
                    lines=formats.integer(counts.total, language),
                    new=formats.integer(counts.new, language),
                ),
                self.tr(
                    "What it brought is removed, and what it changed becomes what it was. Where "
                    "somebody has worked with it already, nothing is undone and you are told why."
                ),
            ],
            (self.tr("Undo the import"), self.tr("Cancel")),
            self.parentWidget(),
        )
        question.confirmed.connect(partial(self._undo, run))
        question.finished.connect(question.deleteLater)
        question.open()

    def _undo(self, run: ImportRun) -> None:
        self._set_undoing(is_undoing=True)
        self.message_raised.emit(
            self.tr("Undoing the import of {file}…").format(file=run.source.file_name)
        )
        self._ctx.runner.submit(
            lambda: self._ctx.imports().undo(run.import_id),
            lane=Lane.WRITE,
            owner=self,
            key="undo",
            on_result=partial(self._on_answered, run),
            on_error=self._on_failed,
        )

    def _set_undoing(self, *, is_undoing: bool) -> None:
        for page in self._pages:
            page.set_undoing(is_undoing=is_undoing)

    def _on_answered(self, run: ImportRun, result: UndoResult) -> None:
        self._set_undoing(is_undoing=False)
        if not result.obstacles:
            self.message_raised.emit(
                self.tr("The import of {file} was undone.").format(file=run.source.file_name)
            )
            self.done.emit(run)
            return
        title = self.tr("{file} was not undone").format(file=run.source.file_name)
        said = dict.fromkeys(resources.text(one, self._ctx.language) for one in result.obstacles)
        sentences = [f"{one[:1].upper()}{one[1:]}." for one in said]
        dialog = ObstaclesDialog(title, sentences, self.parentWidget())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self.message_raised.emit(title)

    def _on_failed(self, error: Exception) -> None:
        self._set_undoing(is_undoing=False)
        self.message_raised.emit(sentence_of(error, self._ctx.language))

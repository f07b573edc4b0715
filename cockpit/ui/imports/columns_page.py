"""The chosen files, one at a time: what each is, and what its columns mean."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.formats import Language
from cockpit.domain.import_sources import ImportMapping
from cockpit.domain.vocabulary import ImportKind
from cockpit.ui.context import UiContext
from cockpit.ui.imports.chosen_files import ChosenFile, ChosenFiles
from cockpit.ui.imports.file_form import FileForm
from cockpit.ui.imports.words import kind_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable
from cockpit.ui.widgets.state_view import StateView

translate = QCoreApplication.translate

#: So long nothing must change before a file is read again.
DEBOUNCE_MS = 300
_LIST_WIDTH = 250


class ColumnsPage(QWidget):
    """A list of the files on the left, where there are several, and the current one's form.

    Attributes:
        table: The files.
        form: The current one.
        check_button: Goes on to the trial.
        remove_button: Leaves the current file out.
    """

    #: All is said: on to the trial.
    check_requested = Signal()
    #: Nothing is to be imported.
    cancel_requested = Signal()

    def __init__(self, ctx: UiContext, chosen: ChosenFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._chosen = chosen
        self._correction: tuple[Path, ImportMapping] | None = None
        self.table: RecordTable[ChosenFile] = RecordTable(
            ctx, _columns(), key=lambda one: one.path, parent=self
        )
        self._line = divider(self, vertical=True)
        self.form = FileForm(ctx, self)
        self._state = StateView(ctx.theme, self)
        self._trouble = ranked_label("alert", parent=self)
        self._trouble.setWordWrap(True)
        self._hint = ranked_label("small", parent=self)
        self._obstacle = ranked_label("danger", parent=self)
        self._name = ranked_label("heading", parent=self)
        self.check_button, self.remove_button = QPushButton(self), QPushButton(self)
        self._cancel = QPushButton(self)
        self.check_button.setProperty("kind", "primary")
        self._pages = QStackedLayout()
        self._debounce = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._lay_out()
        self._retranslate()
        self._connect()

    def show_files(self) -> None:
        """Show the chosen files; the current one stays."""
        files = self._chosen.files
        several = len(files) > 1
        self.table.setVisible(several)
        self._line.setVisible(several)
        self.table.set_rows(files)
        if self.table.current() is None and files:
            self.table.setCurrentIndex(self.table.records.index(0, 0))
        self._show_current()

    def begin(self) -> None:
        """Show the file that most wants a look, and give the keyboard to what is to be done."""
        files = self._chosen.files
        wanting = min(range(len(files)), key=lambda i: (files[i].is_ready, files[i].is_known))
        self.show_files()
        self.table.setCurrentIndex(self.table.records.index(wanting, 0))
        can_go_on = self.check_button.isEnabled()
        (self.check_button if can_go_on else self.form.kind).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def state_sentence(self) -> str:
        """Return what stands in place of the form, or nothing while the form is shown."""
        return self._state.sentence() if self._pages.currentWidget() is self._state else ""

    def obstacle(self) -> str:
        """Return why the files cannot be tried, or nothing."""
        return self._obstacle.text()

    def file_name(self) -> str:
        """Return which file is in sight."""
        return self._name.text()

    def trouble(self) -> str:
        """Return why the last correction cannot be, or nothing."""
        return self._trouble.text() if self._trouble.isVisibleTo(self) else ""

    def stop(self) -> None:
        """Read nothing again any more."""
        self._debounce.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_current()

    def _lay_out(self) -> None:
        self.table.setFixedWidth(_LIST_WIDTH)
        self.table.horizontalHeader().hide()
        self._pages.addWidget(self._state)
        self._pages.addWidget(self.form)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self._name)
        right.addWidget(self._trouble)
        right.addLayout(self._pages, 1)
        body = QHBoxLayout()
        body.setSpacing(Space.L)
        body.addWidget(self.table)
        body.addWidget(self._line)
        body.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.remove_button)
        foot.addWidget(self._hint)
        foot.addStretch()
        foot.addWidget(self._obstacle)
        foot.addWidget(self._cancel)
        foot.addWidget(self.check_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.M)
        layout.addLayout(body, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_table_chosen)
        self.form.corrected.connect(self._on_form_corrected)
        self._debounce.timeout.connect(self._on_debounce_timeout)
        self._chosen.changed.connect(self._on_file_changed)
        self.check_button.clicked.connect(self.check_requested)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self._cancel.clicked.connect(self.cancel_requested)

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Chosen files"))
        self.remove_button.setText(self.tr("Leave this file out"))
        self.check_button.setText(self.tr("Check"))
        self.check_button.setToolTip(self.tr("Check (Ctrl+Enter)"))
        self._cancel.setText(self.tr("Cancel"))
        self._hint.setText(self.tr("What you choose is kept for the next file of this layout."))

    def _current(self) -> ChosenFile | None:
        return self.table.current()

    def _show_current(self) -> None:
        """Show the current file's form, or why it has none."""
        one = self._current()
        self.check_button.setEnabled(
            self._chosen.all_are(lambda file: file.is_ready) and self._correction is None
        )
        unusable = [file.path.name for file in self._chosen.files if file.error is not None]
        self._obstacle.setText(
            self.tr("Take out or correct {file}.").format(file=unusable[0]) if unusable else ""
        )
        self._name.setText("" if one is None else one.path.name)
        error = None if one is None else one.error
        sentence = "" if error is None else resources.text(error.message, self._ctx.language)
        has_form = one is not None and one.preview is not None
        self._trouble.setText(sentence)
        self._trouble.setVisible(has_form and bool(sentence))
        if one is None or not one.is_read:
            self._state.show_state("refresh", self.tr("Reading the first lines…"))
        elif one.preview is None:
            self._state.show_state("alert", sentence)
        elif one.preview.mapping.kind is ImportKind.INVOICES:
            self._state.show_state(
                "receipt", self.tr("Invoices (NF-e) need no columns: their meaning is fixed.")
            )
        else:
            self.form.show_preview(one.preview)
            self._pages.setCurrentWidget(self.form)
            return
        self._pages.setCurrentWidget(self._state)

    @Slot(object)
    def _on_table_chosen(self, one: ChosenFile | None) -> None:
        self._show_current()

    @Slot(object)
    def _on_file_changed(self, path: Path) -> None:
        if self._correction is not None and self._correction[0] == path:
            return  # the user has gone on meanwhile: a newer reading follows
        self.show_files()

    @Slot(object)
    def _on_form_corrected(self, mapping: ImportMapping) -> None:
        one = self._current()
        if one is not None:
            self._correction = (one.path, mapping)
            self.check_button.setEnabled(False)
            self._debounce.start()

    @Slot()
    def _on_debounce_timeout(self) -> None:
        correction, self._correction = self._correction, None
        if correction is not None:
            self._chosen.correct(*correction)

    @Slot()
    def _on_remove_clicked(self) -> None:
        one = self._current()
        if one is not None:
            self._chosen.remove(one.path)
            if self._chosen.files:
                self.show_files()
            else:
                self.cancel_requested.emit()


def _columns() -> tuple[Column[ChosenFile], ...]:
    return (Column(lambda: translate("ColumnsPage", "File"), _name, ink=_ink, tip=_name),)


def _name(one: ChosenFile, _language: Language) -> str:
    """Return a file's name with what it is, or that something is to be done."""
    if not one.is_read:
        return one.path.name
    if one.preview is None:
        return translate("ColumnsPage", "{name}: not usable").format(name=one.path.name)
    if not one.is_ready:
        return translate("ColumnsPage", "{name}: columns missing").format(name=one.path.name)
    return f"{one.path.name} · {kind_word(one.preview.mapping.kind)}"


def _ink(one: ChosenFile) -> str:
    return "danger" if one.is_read and not one.is_ready else "ink"

"""Asks whether a rule is really meant, and why."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

LONGEST_NOTE = 500
_CONFIRM_WIDTH = 460


class ConfirmDialog(QDialog):
    """Says what a rule will change, and asks why; with a reason Enter publishes, Escape never."""

    #: The rule is meant; with the note (str).
    confirmed = Signal(str)

    def __init__(
        self, title: str, sentences: list[str], action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_CONFIRM_WIDTH)
        self.note = QLineEdit(self)
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Why? It stays in the history."))
        self.note.setAccessibleName(self.tr("Note"))
        self.publish_button = QPushButton(action, self)
        self.publish_button.setProperty("kind", "primary")
        self.publish_button.setDefault(True)
        self.publish_button.setEnabled(False)
        self.publish_button.clicked.connect(self._on_publish_clicked)
        self.note.textChanged.connect(self._on_note_changed)
        cancel_button = QPushButton(self.tr("Cancel"), self)
        cancel_button.setAutoDefault(False)
        cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel_button)
        foot.addWidget(self.publish_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", title, self))
        self._sentences = sentences
        for sentence in sentences:
            label = ranked_label("muted", sentence, self)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.note)
        layout.addLayout(foot)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """Return all that is said."""
        return "\n".join((self.windowTitle(), *self._sentences))

    @Slot(str)
    def _on_note_changed(self, note: str) -> None:
        self.publish_button.setEnabled(bool(note.strip()))

    @Slot()
    def _on_publish_clicked(self) -> None:
        self.accept()
        self.confirmed.emit(self.note.text().strip())

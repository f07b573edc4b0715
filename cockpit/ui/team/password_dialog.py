"""Asks for the server's password at a start, where no keyring has it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_WIDTH = 460


class PasswordDialog(QDialog):
    """One line for a password; Enter opens, Escape ends the program."""

    def __init__(self, server: str, *, is_again: bool, parent: QWidget | None = None) -> None:
        """Prepare the dialog.

        Args:
            server: The server's name, with the login.
            is_again: Whether the last password was not the right one.
            parent: Whom it stands before.
        """
        super().__init__(parent)
        self.setWindowTitle("Giro")
        self.setMinimumWidth(_WIDTH)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(self.tr("Password"))
        self.line.textChanged.connect(self._on_line_text_changed)
        self.open_button = QPushButton(self.tr("Open"), self)
        self.open_button.setProperty("kind", "primary")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self.accept)
        self.no_button = QPushButton(self.tr("Cancel"), self)
        self.no_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.open_button)
        foot.addWidget(self.no_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", self.tr("Password of the team's server"), self))
        layout.addWidget(self._sentence("muted", server))
        if is_again:
            text = self.tr("The server did not take that password. Try again.")
            layout.addWidget(self._sentence("warning", text))
        layout.addWidget(self.line)
        text = self.tr("Forgotten? Ask the administrator for a new invitation.")
        layout.addWidget(self._sentence("small", text))
        layout.addLayout(foot)
        self._on_line_text_changed("")
        self.line.setFocus()

    @property
    def password(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def _sentence(self, rank: str, text: str) -> QWidget:
        label = ranked_label(rank, text, self)
        label.setWordWrap(True)
        return label

    @Slot(str)
    def _on_line_text_changed(self, text: str) -> None:
        self.open_button.setEnabled(bool(text))

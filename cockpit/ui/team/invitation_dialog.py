"""Accepting an invitation to the team's server: paste a line, and open Giro again."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cockpit.domain.errors import GiroError
from cockpit.runtime.joining import Joining
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.fitted_dialog import FittedDialog
from cockpit.ui.widgets.labels import ranked_label

_LINES_HEIGHT = 96
_NO_KEYRING = "error.server_no_keyring"


class InvitationDialog(FittedDialog):
    """The password is a random one in the keyring, unless the person wants one of their own."""

    def __init__(self, ctx: UiContext, joining: Joining, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._joining = ctx, joining
        self._is_accepted = False
        self.setWindowTitle(self.tr("Accept invitation"))
        self._build()
        self._show_state()

    def start(self) -> None:
        """Show the dialog."""
        self.open()
        self.line.setFocus()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.line = QPlainTextEdit(self)
        self.line.setAccessibleName(self.tr("The invitation's line"))
        self.line.setPlaceholderText("giro-convite:…")
        self.line.setTabChangesFocus(True)
        self.line.setFixedHeight(_LINES_HEIGHT)
        self.line.textChanged.connect(self._show_state)
        self.own = QCheckBox(self.tr("Choose the password myself, for several computers"), self)
        self.own.toggled.connect(self._show_state)
        self.password, self.again = self._password_line(), self._password_line()
        self.fields = QWidget(self)
        fields = QFormLayout(self.fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addRow(self.tr("Password"), self.password)
        fields.addRow(self.tr("Once more"), self.again)
        sentence = self.tr(
            "Paste the line of the invitation that the administrator gave you. "
            "From then on Giro opens the team's customers; what is on this computer stays here."
        )
        self.sentence = ranked_label("muted", sentence, self)
        self.sentence.setWordWrap(True)
        parts = (self.sentence, self.line, self.own, self.fields)
        self._lay_out(self.tr("Work with your team"), parts)
        self.yes_button.clicked.connect(self._on_yes_button_clicked)
        self.no_button.setText(self.tr("Cancel"))

    def _password_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textChanged.connect(self._show_state)
        return line

    # --- showing -------------------------------------------------------------------------------

    @Slot()
    def _show_state(self) -> None:
        """Say what is still missing, and let only what is complete be sent."""
        is_own, least = self.own.isChecked(), self._joining.least_length
        self.fields.setVisible(is_own)
        first, second = self.password.text(), self.again.text()
        text = ""
        if is_own and first and len(first) < least:
            text = self.tr("At least {count} characters.").format(count=least)
        elif is_own and second and first != second:
            text = self.tr("The two passwords are not the same.")
        self._complain(text)
        is_ready = not is_own or (len(first) >= least and first == second)
        self.yes_button.setText(self.tr("Accept"))
        self.yes_button.setEnabled(bool(self.line.toPlainText().strip()) and is_ready)

    # --- accepting -----------------------------------------------------------------------------

    @Slot()
    def _on_yes_button_clicked(self) -> None:
        if self._is_accepted:
            self.accept()
            self._joining.restart()
            return
        line = self.line.toPlainText()
        password = self.password.text() if self.own.isChecked() else None
        self._complain("")
        self.yes_button.setEnabled(False)
        self.yes_button.setText(self.tr("Asking the server…"))
        self._ctx.runner.submit(
            lambda: self._joining.accept(line, password),
            lane=Lane.NETWORK,
            owner=self,
            key="invitation",
            on_result=self._show_accepted,
            on_error=self._show_trouble,
        )

    def _show_accepted(self, server: str) -> None:
        self._is_accepted = True
        text = self.tr("Done: this computer works on {server}. Giro has to open again for that.")
        self.sentence.setText(text.format(server=server))
        for part in (self.line, self.own, self.fields):
            part.hide()
        self._fit()
        self.yes_button.setText(self.tr("Open Giro again"))
        self.yes_button.setEnabled(True)
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.no_button.setText(self.tr("Later"))

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, GiroError) and error.message.key == _NO_KEYRING:
            self.own.setChecked(True)
            self.own.setEnabled(False)
            self.password.setFocus()
        self._show_state()
        self._complain(sentence_of(error, self._ctx.language))

"""What is filled in to take a portfolio along: the server and who one is, and a passphrase."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.errors import GiroError
from cockpit.runtime.taking_along import TakingAlong, Wanted
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_LINES_HEIGHT = 72


class TakingForm(QWidget):
    """Asks for no more than is not known: a window on a server knows all but the passphrase.

    Attributes:
        has_keyring: Whether the system keeps keys; without it a passphrase is asked for.
    """

    #: Something was filled in.
    changed = Signal()

    def __init__(self, taking: TakingAlong, parent: QWidget) -> None:
        super().__init__(parent)
        self._taking = taking
        self.has_keyring = True
        self._names: list[QLabel] = []
        self._build()
        self._align()
        self._on_changed()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.invited = QRadioButton(self.tr("I have an invitation"), self)
        self.known = QRadioButton(self.tr("I have a login already"), self)
        self.invited.setChecked(True)
        self.invited.toggled.connect(self._on_changed)
        self.line = QPlainTextEdit(self)
        self.line.setAccessibleName(self.tr("The invitation's line"))
        self.line.setPlaceholderText("giro-convite:…")
        self.line.setTabChangesFocus(True)
        self.line.setFixedHeight(_LINES_HEIGHT)
        self.line.textChanged.connect(self._on_changed)
        self.server, self.login = self._plain_line(), self._plain_line()
        self.server.setPlaceholderText("banco.empresa.example/giro")
        self.password, self.own, self.own_again = (self._secret_line() for _ in range(3))
        self.phrase, self.phrase_again = (self._secret_line() for _ in range(2))
        self.access = self._part(
            (self.tr("Server's address"), self.server),
            (self.tr("Login"), self.login),
            (self.tr("Password"), self.password),
        )
        self.own_part = self._part(
            (self.tr("Choose a password"), self.own), (self.tr("Once more"), self.own_again)
        )
        sentence = self.tr(
            "This computer has no keyring: Giro asks for this passphrase whenever it opens."
        )
        self.phrase_part = self._part(
            (self.tr("Choose a passphrase"), self.phrase),
            (self.tr("Once more"), self.phrase_again),
            sentence=sentence,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        for part in (
            self.invited, self.known, self.line, self.access, self.own_part, self.phrase_part,
        ):  # fmt: skip
            layout.addWidget(part)

    def _part(self, *rows: tuple[str, QWidget], sentence: str = "") -> QWidget:
        part = QWidget(self)
        form = QFormLayout(part)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(Space.S)
        if sentence:
            label = ranked_label("muted", sentence, part)
            label.setWordWrap(True)
            form.addRow(label)
        for name, field in rows:
            label = QLabel(name, part)
            label.setBuddy(field)
            self._names.append(label)
            form.addRow(label, field)
        return part

    def _align(self) -> None:
        """Let the fields of all parts begin under each other."""
        widest = max(label.sizeHint().width() for label in self._names)
        for label in self._names:
            label.setMinimumWidth(widest)

    def _plain_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.textChanged.connect(self._on_changed)
        return line

    def _secret_line(self) -> QLineEdit:
        line = self._plain_line()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    # --- what is filled in ----------------------------------------------------------------------

    def ask_for_passphrase(self) -> None:
        """Ask for it: there is no keyring."""
        self.has_keyring = False
        self._on_changed()

    def first(self) -> QWidget:
        """Return where the keyboard begins."""
        if self._taking.server:
            return self if self.has_keyring else self.phrase
        return self.line if self.invited.isChecked() else self.server

    def cause(self, error: GiroError) -> QWidget:
        """Return where an error is mended."""
        is_password = error.message.key == "error.server_password"
        return self.password if is_password and self.password.isVisible() else self.first()

    def wanted(self) -> Wanted:
        """Return what was filled in, as far as it is asked for."""
        passphrase = "" if self.has_keyring else self.phrase.text()
        if self._taking.server:
            return Wanted(passphrase=passphrase)
        if self.invited.isChecked():
            own = "" if self.has_keyring else self.own.text()
            line = self.line.toPlainText()
            return Wanted(invitation=line, password=own, passphrase=passphrase)
        return Wanted(
            server=self.server.text(), login=self.login.text(), password=self.password.text(),
            passphrase=passphrase,
        )  # fmt: skip

    def is_complete(self) -> bool:
        """Return whether nothing is missing."""
        return self._is_access_complete() and not self.problem() and self._is_phrase_complete()

    def problem(self) -> str:
        """Return what is wrong with what was filled in; empty where nothing is."""
        taking = self._taking
        if self.own_part.isVisibleTo(self):
            found = self._problem_of(self.own, self.own_again, taking.least_password)
            if found:
                return found
        if self.phrase_part.isVisibleTo(self):
            return self._problem_of(self.phrase, self.phrase_again, taking.least_passphrase)
        return ""

    def _problem_of(self, first: QLineEdit, again: QLineEdit, least: int) -> str:
        if first.text() and len(first.text()) < least:
            return self.tr("At least {count} characters.").format(count=least)
        if again.text() and first.text() != again.text():
            return self.tr("The two are not the same.")
        return ""

    def _is_access_complete(self) -> bool:
        if self._taking.server:
            return True
        if self.invited.isChecked():
            is_told = bool(self.line.toPlainText().strip())
            return is_told and (self.has_keyring or _is_twice(self.own, self.own_again))
        return all(one.text().strip() for one in (self.server, self.login, self.password))

    def _is_phrase_complete(self) -> bool:
        return self.has_keyring or _is_twice(self.phrase, self.phrase_again)

    @Slot()
    def _on_changed(self) -> None:
        """Show what is asked for."""
        is_file, is_invited = not self._taking.server, self.invited.isChecked()
        for one in (self.invited, self.known):
            one.setVisible(is_file)
        self.line.setVisible(is_file and is_invited)
        self.own_part.setVisible(is_file and is_invited and not self.has_keyring)
        self.access.setVisible(is_file and not is_invited)
        self.phrase_part.setVisible(not self.has_keyring)
        self.changed.emit()


def _is_twice(first: QLineEdit, again: QLineEdit) -> bool:
    return bool(first.text()) and first.text() == again.text()

"""How Giro reaches the telephone and the mail server, and how it reminds."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.email_address import is_email_address
from cockpit.domain.message_templates import MailSecurity, MailServer
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel import dialling
from cockpit.ui.messages.words import security_word
from cockpit.ui.reminders_list.settings_page import RemindersPage
from cockpit.ui.sync.settings_page import FieldSettingsPage
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset

_WIDTH = 520
_PORTS = {MailSecurity.STARTTLS: 587, MailSecurity.TLS: 465, MailSecurity.NONE: 25}


class SettingsDialog(QDialog):
    """The dial command is the user's own; the mail server is the company's.

    Attributes:
        field: What is set for laptops; None for who may not, and where there is no server.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(_WIDTH)
        self._build()

    def start(self) -> None:
        """Show the dialog and read what is set."""
        command = self._ctx.preferences.value(dialling.PREFERENCE, dialling.DEFAULT)
        self.dial_command.setText(command)
        self.password.clear()
        self.reminders.start()
        if self.field is not None:
            self.field.start()
        self.open()
        self.dial_command.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ctx.runner.submit(
            partial(_server, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="server",
            on_result=self._on_server,
            on_error=self._on_error,
        )

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.dial_command = QLineEdit(self)
        self.dial_command.setPlaceholderText(dialling.DEFAULT)
        self.host, self.login, self.password = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Unchanged; kept in the system's keyring"))
        self.sender_name, self.sender_address = QLineEdit(self), QLineEdit(self)
        self.security, self.port = QComboBox(self), QSpinBox(self)
        for security in MailSecurity:
            self.security.addItem(security_word(security), security.value)
        self.port.setRange(1, 65_535)
        inset(self.port)
        self.port.setValue(_PORTS[MailSecurity.STARTTLS])
        self.security.activated.connect(self._on_security_activated)
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._save)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        self.reminders = RemindersPage(self._ctx, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._reach_page(), self.tr("Telephone and e-mail"))
        self.tabs.addTab(self.reminders, self.reminders.title)
        self.field: FieldSettingsPage | None = None
        if self._ctx.field_settings is not None:
            self.field = FieldSettingsPage(self._ctx, self._ctx.field_settings, self)
            self.tabs.addTab(self.field, self.field.title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        outer.setSpacing(Space.M)
        outer.addWidget(self.tabs, 1)
        outer.addLayout(foot)

    def _reach_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, Space.M, 0, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("heading", self.tr("Telephone"), self))
        layout.addLayout(self._rows(((self.tr("Dial with"), self.dial_command),)))
        hint = self.tr("A link such as tel:{number} or sip:{number}@pbx, or a program.")
        layout.addWidget(ranked_label("small", hint, self))
        layout.addWidget(ranked_label("heading", self.tr("Mail server"), self))
        layout.addLayout(self._rows(self._mail_rows()))
        if not self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS):
            whose = self.tr("The mail server is the company's: your supervisor sets it.")
            layout.addWidget(ranked_label("small", whose, self))
        layout.addStretch()
        return page

    def _mail_rows(self) -> tuple[tuple[str, QWidget], ...]:
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Server"), self.host),
            (self.tr("Connection"), self.security),
            (self.tr("Port"), self.port),
            (self.tr("Login"), self.login),
            (self.tr("Password"), self.password),
            (self.tr("Sender's name"), self.sender_name),
            (self.tr("Sender's address"), self.sender_address),
        )
        for _, widget in rows:
            widget.setEnabled(self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS))
        return rows

    def _rows(self, rows: tuple[tuple[str, QWidget], ...]) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(Space.S)
        for text, widget in rows:
            label = ranked_label("muted", text, self)
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            form.addRow(label, widget)
        return form

    # --- reading and saving --------------------------------------------------------------------

    def _on_server(self, server: MailServer | None) -> None:
        if server is None:
            return
        self.host.setText(server.host)
        self.security.setCurrentIndex(self.security.findData(server.security.value))
        self.port.setValue(server.port)
        self.login.setText(server.login)
        self.sender_name.setText(server.sender_name)
        self.sender_address.setText(server.sender_address)

    @Slot(int)
    def _on_security_activated(self, place: int) -> None:
        self.port.setValue(_PORTS[MailSecurity(self.security.itemData(place))])

    @Slot()
    def _save(self) -> None:
        host, sender = self.host.text().strip(), self.sender_address.text().strip()
        if (
            host
            and self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS)
            and not is_email_address(sender)
        ):
            self._notice.setText(self.tr("Write the address that your customers will answer to."))
            self.tabs.setCurrentIndex(0)
            self.sender_address.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        command = self.dial_command.text().strip()
        self._ctx.preferences.set_value(dialling.PREFERENCE, command or dialling.DEFAULT)
        self.reminders.save()
        if self.field is not None:
            self.field.save()
        if not self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS):
            self._on_saved(None)
            return
        server = MailServer(
            host=host,
            port=self.port.value(),
            security=MailSecurity(self.security.currentData()),
            login=self.login.text().strip(),
            sender_name=self.sender_name.text().strip(),
            sender_address=sender,
        )
        self._ctx.runner.submit(
            partial(_store, self._ctx, server if host else None, self.password.text()),
            lane=Lane.WRITE,
            owner=self,
            key="save",
            on_result=self._on_saved,
            on_error=self._on_error,
        )

    def _on_saved(self, nothing: None) -> None:
        self.password.clear()
        self.accept()
        self.message_raised.emit(self.tr("Settings saved"))

    def _on_error(self, error: Exception) -> None:
        self._notice.setText(sentence_of(error, self._ctx.language))


def _server(ctx: UiContext) -> MailServer | None:
    return ctx.messages().server()


def _store(ctx: UiContext, server: MailServer | None, password: str) -> None:
    ctx.messages().set_server(server, password or None)

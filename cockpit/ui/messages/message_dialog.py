"""One message to one customer: chosen template, its text to read and change, and off it goes."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import resources
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.email_address import is_email_address
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import MessageTemplate, OutgoingMessage, RenderedMessage
from cockpit.domain.receivers import Receiver, receivers
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.messages.links import mail_link, whatsapp_link
from cockpit.ui.messages.words import left_open, open_sentence, tone_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.words import channel_word

_SIZE = (620, 540)
_TONE_KEY = "messages.tone"


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the dialog begins with."""

    templates: tuple[MessageTemplate, ...]
    has_server: bool


class MessageDialog(QDialog):
    """Prepares an e-mail, a WhatsApp message or a call script.

    An e-mail is sent through the company's server, or handed to the system's mail program; a
    WhatsApp message is handed to WhatsApp, where the user sends it; a script is read and copied.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._channel = Channel.EMAIL
        self._panel: CustomerPanel | None = None
        self._message_id = new_id()
        self._has_server = False
        self.resize(*_SIZE)
        self._build()

    def open_for(
        self, panel: CustomerPanel, channel: Channel, person_id: UUID | None = None
    ) -> None:
        """Prepare a message to a customer, or to one person there."""
        self._panel, self._channel, self._message_id = panel, channel, new_id()
        name = panel.profile.trade_name or panel.profile.legal_name
        self.setWindowTitle(f"{channel_word(channel)} · {name}")
        self._title.setText(self.windowTitle())
        self.receiver_box.clear()
        for receiver in receivers(panel.profile, channel):
            self.receiver_box.addItem(receiver.text, receiver)
            if person_id is not None and receiver.person_id == person_id:
                self.receiver_box.setCurrentIndex(self.receiver_box.count() - 1)
        self._show_parts()
        self._say(self.tr("Reading the templates…"))
        self.open()
        self._ctx.runner.submit(
            partial(_load, self._ctx, channel),
            lane=Lane.READ,
            owner=self,
            key="templates",
            on_result=self._on_loaded,
            on_error=self._on_error,
        )

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = ranked_label("title", parent=self)
        self.template_box, self.receiver_box = QComboBox(self), QComboBox(self)
        self.receiver_box.setEditable(True)
        self.receiver_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.subject, self.body = QLineEdit(self), QPlainTextEdit(self)
        self.body.setTabChangesFocus(True)
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self.send_button, self.other_button = QPushButton(self), QPushButton(self)
        self.send_button.setProperty("kind", "primary")
        for button, slot in ((self.send_button, self._send), (self.other_button, self._other)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._send)
        QShortcut(QKeySequence("Ctrl+Shift+Return"), self).activated.connect(self._other)
        form = QFormLayout()
        form.setSpacing(Space.S)
        self._labels = [ranked_label("muted", parent=self) for _ in range(3)]
        for label, field in zip(
            self._labels, (self.template_box, self.receiver_box, self.subject), strict=True
        ):
            label.setBuddy(field)
            form.addRow(label, field)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(self.other_button)
        foot.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addWidget(self.body, 1)
        layout.addLayout(foot)
        self.template_box.currentIndexChanged.connect(self._on_template_chosen)
        self.receiver_box.currentIndexChanged.connect(self._on_template_chosen)
        for changed in (self.subject.textChanged, self.body.textChanged):
            changed.connect(self._on_text_changed)
        self.receiver_box.editTextChanged.connect(self._on_text_changed)

    def _show_parts(self) -> None:
        is_mail = self._channel is Channel.EMAIL
        is_script = self._channel is Channel.PHONE
        texts = (self.tr("Template"), self.tr("To"), self.tr("Subject"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.template_box.setAccessibleName(texts[0])
        self.receiver_box.setAccessibleName(texts[1])
        self.subject.setAccessibleName(texts[2])
        self.body.setAccessibleName(self.tr("Text"))
        for part in (self._labels[2], self.subject):
            part.setVisible(is_mail)
        self._labels[1].setVisible(not is_script)
        self.receiver_box.setVisible(not is_script)
        self.other_button.setVisible(is_mail)
        self.other_button.setText(self.tr("Open in the mail program"))
        self.other_button.setToolTip("Ctrl+Shift+Enter")
        self.send_button.setToolTip("Ctrl+Enter")
        if is_mail:
            self.send_button.setText(self.tr("Send"))
        else:
            self.send_button.setText(self.tr("Copy") if is_script else self.tr("Open in WhatsApp"))

    # --- reading -------------------------------------------------------------------------------

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._has_server = loaded.has_server
        tone = self._ctx.preferences.value(_TONE_KEY, "")
        self.template_box.blockSignals(True)
        self.template_box.clear()
        for template in loaded.templates:
            self.template_box.addItem(f"{template.name} · {tone_word(template.tone)}", template)
        place = next((i for i, one in enumerate(loaded.templates) if one.tone == tone), 0)
        self.template_box.setCurrentIndex(place if loaded.templates else -1)
        self.template_box.blockSignals(False)
        self._on_template_chosen()
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_template_chosen(self) -> None:
        template, panel = self.template_box.currentData(), self._panel
        if panel is None or template is None:
            self._on_text_changed()
            return
        receiver: Receiver | None = self.receiver_box.currentData()
        self._ctx.runner.submit(
            partial(
                _preview,
                self._ctx,
                template,
                panel.profile.customer_id,
                receiver.person_id if receiver else None,
            ),
            lane=Lane.READ,
            owner=self,
            key="preview",
            on_result=self._on_preview,
            on_error=self._on_error,
        )

    def _on_preview(self, rendered: RenderedMessage) -> None:
        self.subject.setText(rendered.subject)
        self.body.setPlainText(rendered.body)
        self._on_text_changed()

    @Slot()
    def _on_text_changed(self) -> None:
        missing = left_open(self.subject.text(), self.body.toPlainText())
        sentence = open_sentence(missing) if missing else ""
        if not missing and self._channel is Channel.EMAIL and not self._has_server:
            sentence = self.tr("No mail server is set: use your mail program.")
        self._say(sentence, is_warning=bool(missing))
        is_ready = not missing and bool(self.body.toPlainText().strip()) and self._has_receiver()
        self.other_button.setEnabled(is_ready)
        needs_server = self._channel is Channel.EMAIL
        self.send_button.setEnabled(is_ready and (self._has_server or not needs_server))

    def _has_receiver(self) -> bool:
        if self._channel is Channel.PHONE:
            return True
        address = self._address()
        return is_email_address(address) if self._channel is Channel.EMAIL else bool(address)

    # --- sending -------------------------------------------------------------------------------

    def _outgoing(self) -> OutgoingMessage | None:
        panel, template = self._panel, self.template_box.currentData()
        if panel is None:
            return None
        receiver: Receiver | None = self.receiver_box.currentData()
        is_listed = receiver is not None and receiver.text == self.receiver_box.currentText()
        return OutgoingMessage(
            message_id=self._message_id,
            customer_id=panel.profile.customer_id,
            person_id=receiver.person_id if receiver and is_listed else None,
            channel=self._channel,
            template_id=template.template_id if template else None,
            address=self._address(),
            subject=self.subject.text(),
            body=self.body.toPlainText(),
        )

    def _address(self) -> str:
        receiver: Receiver | None = self.receiver_box.currentData()
        typed = self.receiver_box.currentText().strip()
        return receiver.address if receiver is not None and receiver.text == typed else typed

    @Slot()
    def _send(self) -> None:
        message = self._outgoing()
        if message is None or not self.send_button.isEnabled():
            return
        if self._channel is Channel.PHONE:
            QApplication.clipboard().setText(message.body)
            self.accept()
        elif self._channel is Channel.WHATSAPP:
            self._hand_over(message, whatsapp_link(message))
        else:
            self.send_button.setEnabled(False)
            self._say(self.tr("Sending…"))
            self._submit(message, Lane.NETWORK, is_sent_here=True)

    @Slot()
    def _other(self) -> None:
        message = self._outgoing()
        if message is not None and self.other_button.isVisible() and self.other_button.isEnabled():
            self._hand_over(message, mail_link(message))

    def _hand_over(self, message: OutgoingMessage, link: QUrl) -> None:
        if not QDesktopServices.openUrl(link):
            self._say(self.tr("No program took the message: copy the text."), is_warning=True)
            return
        self._submit(message, Lane.WRITE, is_sent_here=False)

    def _submit(self, message: OutgoingMessage, lane: Lane, *, is_sent_here: bool) -> None:
        template = self.template_box.currentData()
        if template is not None:
            self._ctx.preferences.set_value(_TONE_KEY, template.tone.value)
        self._ctx.runner.submit(
            partial(_leave, self._ctx, message, is_sent_here=is_sent_here),
            lane=lane,
            owner=self,
            key=f"send.{message.message_id}",
            on_result=partial(self._on_sent, is_sent_here=is_sent_here),
            on_error=self._on_error,
        )

    def _on_sent(self, nothing: None, *, is_sent_here: bool) -> None:
        self.accept()
        self.message_raised.emit(
            self.tr("E-mail sent") if is_sent_here else self.tr("Message handed over, and noted")
        )

    def _on_error(self, error: Exception) -> None:
        self._on_text_changed()
        if not isinstance(error, GiroError):
            self._say(self.tr("It did not work. Your text is still here."), is_warning=True)
            raise error  # a fault of the program: the crash dialog takes it from here
        self._say(resources.text(error.message, self._ctx.language), is_warning=True)

    def _say(self, sentence: str, *, is_warning: bool = False) -> None:
        self._notice.setProperty("role", "warning" if is_warning else "small")
        self._notice.style().polish(self._notice)
        self._notice.setText(sentence)


def _load(ctx: UiContext, channel: Channel) -> _Loaded:
    service = ctx.messages()
    has_server = channel is Channel.EMAIL and service.server() is not None
    return _Loaded(tuple(service.templates(channel)), has_server)


def _preview(
    ctx: UiContext, template: MessageTemplate, customer_id: UUID, person_id: UUID | None
) -> RenderedMessage:
    return ctx.messages().preview(template, customer_id, person_id)


def _leave(ctx: UiContext, message: OutgoingMessage, *, is_sent_here: bool) -> None:
    if is_sent_here:
        ctx.messages().send_mail(message)
    else:
        ctx.messages().hand_over(message)

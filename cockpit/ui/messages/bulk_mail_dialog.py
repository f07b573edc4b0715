"""One e-mail template to many customers: who gets it, who does not and why, then one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

import resources
from cockpit.domain import formats
from cockpit.domain.errors import GiroError
from cockpit.domain.message_templates import MessageTemplate, OutgoingMessage
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.task_runner import Lane
from cockpit.services.messages import BulkMail
from cockpit.ui.context import UiContext
from cockpit.ui.messages.words import tone_word
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label

_SIZE = (560, 480)
#: So many letters are filled in at once, in half a second: the rest waits for other readers.
_AT_ONCE = 200
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Sent:
    """How far the sending has come."""

    done: int
    failed: int
    last_error: GiroError | None = None


class BulkMailDialog(QDialog):
    """Sends one template to a selection, after saying whom it reaches.

    Each letter is sent and noted on its own: stopping half-way leaves the sent ones sent.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._customer_ids: tuple[UUID, ...] = ()
        self._mail: BulkMail | None = None
        self._sent = _Sent(0, 0)
        self._is_stopped = False
        self.resize(*_SIZE)
        self._build()

    def open_for(self, customer_ids: Sequence[UUID]) -> None:
        """Prepare a letter to these customers."""
        self._customer_ids, self._mail, self._is_stopped = tuple(customer_ids), None, False
        self._title.setText(self.tr("E-mail to %n customer(s)", "", len(customer_ids)))
        self.setWindowTitle(self._title.text())
        self.progress.hide()
        self.send_button.setText(self.tr("Send"))
        self.send_button.setEnabled(False)
        self.stop_button.setText(self.tr("Close"))
        self.open()
        self._submit(partial(_templates, self._ctx), "templates", self._on_templates)

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = ranked_label("title", parent=self)
        self.template_box = QComboBox(self)
        self.template_box.setAccessibleName(self.tr("Template"))
        self.template_box.currentIndexChanged.connect(self._on_template_chosen)
        self._who = ranked_label("muted", parent=self)
        self._who.setWordWrap(True)
        self.example = QPlainTextEdit(self)
        self.example.setReadOnly(True)
        self.example.setAccessibleName(self.tr("Example"))
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self.send_button, self.stop_button = QPushButton(self), QPushButton(self)
        self.send_button.setProperty("kind", "primary")
        self.send_button.clicked.connect(self._on_send_clicked)
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        for widget in (self._title, self.template_box, self._who):
            layout.addWidget(widget)
        layout.addWidget(self.example, 1)
        layout.addWidget(self.progress)
        layout.addLayout(foot)

    # --- preparing -----------------------------------------------------------------------------

    def _on_templates(self, templates: tuple[MessageTemplate, ...]) -> None:
        self.template_box.blockSignals(True)
        self.template_box.clear()
        for template in templates:
            self.template_box.addItem(f"{template.name} · {tone_word(template.tone)}", template)
        self.template_box.blockSignals(False)
        self.template_box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_template_chosen()

    @Slot()
    def _on_template_chosen(self) -> None:
        template = self.template_box.currentData()
        self.send_button.setEnabled(False)
        if template is None:
            self._who.setText(self.tr("There is no e-mail template yet."))
            return
        self._mail = None
        self.example.clear()
        self.progress.setRange(0, len(self._customer_ids))
        self.progress.setVisible(len(self._customer_ids) > _AT_ONCE)
        self._prepare_from(template, 0)

    def _prepare_from(self, template: MessageTemplate, done: int) -> None:
        """Fill the next letters in; the work of an answer that nobody waits for ends here."""
        self._who.setText(
            self.tr("Filling the letters in… {done} of {count}").format(
                done=formats.integer(done, self._ctx.language),
                count=formats.integer(len(self._customer_ids), self._ctx.language),
            )
        )
        self.progress.setValue(done)
        part = self._customer_ids[done : done + _AT_ONCE]
        work = partial(_prepare, self._ctx, template, part)
        self._submit(work, "prepare", partial(self._on_part_prepared, template, done + len(part)))

    def _on_part_prepared(self, template: MessageTemplate, done: int, mail: BulkMail) -> None:
        if not self.isVisible():
            return
        self._mail = mail if self._mail is None else self._mail.with_other(mail)
        if done < len(self._customer_ids):
            self._prepare_from(template, done)
            return
        self.progress.hide()
        self._tell(self._mail)

    def _tell(self, mail: BulkMail) -> None:
        """Say whom the letters reach, and show the first."""
        sentences = [self.tr("%n letter(s) ready.", "", len(mail.letters))]
        if mail.closed_count:
            words = self.tr("%n customer(s) asked for no e-mail.", "", mail.closed_count)
            sentences.append(words)
        if mail.without_address_count:
            count = mail.without_address_count
            sentences.append(self.tr("%n customer(s) have no e-mail address.", "", count))
        if mail.incomplete_count:
            count = mail.incomplete_count
            sentences.append(self.tr("%n letter(s) miss a value and stay here.", "", count))
        self._who.setText(" ".join(sentences))
        if mail.letters:
            first = mail.letters[0]
            self.example.setPlainText(f"{first.subject}\n\n{first.body}")
        else:
            self.example.clear()
        self.send_button.setEnabled(bool(mail.letters) and mail.has_server)
        self._notice.setText("" if mail.has_server else self.tr("No mail server is set."))

    # --- sending -------------------------------------------------------------------------------

    @Slot()
    def _on_send_clicked(self) -> None:
        if self._mail is None:
            return
        self._sent = _Sent(0, 0)
        self.send_button.setEnabled(False)
        self.template_box.setEnabled(False)
        self.stop_button.setText(self.tr("Stop"))
        self.progress.setRange(0, len(self._mail.letters))
        self.progress.setValue(0)
        self.progress.show()
        self._send_next()

    def _send_next(self) -> None:
        letters = self._mail.letters if self._mail else ()
        if self._is_stopped or self._sent.done >= len(letters):
            self._end()
            return
        work = partial(_send, self._ctx, letters[self._sent.done])
        self._ctx.runner.submit(
            work,
            lane=Lane.NETWORK,
            owner=self,
            key=f"letter.{self._sent.done}",
            on_result=self._on_letter,
        )

    def _on_letter(self, error: GiroError | None) -> None:
        failed = self._sent.failed + (error is not None)
        self._sent = _Sent(self._sent.done + 1, failed, error or self._sent.last_error)
        self.progress.setValue(self._sent.done)
        if error is not None and failed == self._sent.done >= 3:
            self._is_stopped = True  # the server takes none: do not try hundreds
        self._send_next()

    def _end(self) -> None:
        sent = self._sent.done - self._sent.failed
        sentence = self.tr("%n e-mail(s) sent", "", sent)
        if self._sent.failed:
            failed = self.tr("%n failed", "", self._sent.failed)
            sentence = f"{sentence}, {failed}"
        left = (len(self._mail.letters) if self._mail else 0) - self._sent.done
        if left:
            unsent = self.tr("%n not sent", "", left)
            sentence = f"{sentence}, {unsent}"
        if self._sent.last_error is not None:
            why = resources.text(self._sent.last_error.message, self._ctx.language)
            self._notice.setText(why)
        self._mail = None
        self.template_box.setEnabled(True)
        self._who.setText(sentence)
        self.stop_button.setText(self.tr("Close"))
        self.message_raised.emit(sentence)

    @override
    def reject(self) -> None:
        """Stop sending where it is under way, else close."""
        is_sending = not self.template_box.isEnabled()
        if is_sending and not self._is_stopped:
            self._is_stopped = True
            return
        super().reject()

    # --- in the background ---------------------------------------------------------------------

    def _submit(self, work: Callable[[], T], key: str, on_result: Callable[[T], None]) -> None:
        self._ctx.runner.submit(
            work,
            lane=Lane.READ,
            owner=self,
            key=key,
            on_result=on_result,
            on_error=self._on_error,
        )

    def _on_error(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        self.progress.hide()
        self._notice.setText(sentence)


def _templates(ctx: UiContext) -> tuple[MessageTemplate, ...]:
    return tuple(ctx.messages().templates(Channel.EMAIL))


def _prepare(ctx: UiContext, template: MessageTemplate, customer_ids: Sequence[UUID]) -> BulkMail:
    return ctx.messages().prepare(template, customer_ids)


def _send(ctx: UiContext, letter: OutgoingMessage) -> GiroError | None:
    try:
        ctx.messages().send_mail(letter)
    except GiroError as error:
        return error
    return None

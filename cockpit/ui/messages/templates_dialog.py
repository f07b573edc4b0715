"""The company's templates: read by all, changed by those who supervise, checked before saving."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import PLACEHOLDERS, MessageTemplate, Tone
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.messages.words import tone_word
from cockpit.ui.theme import Height, Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.words import channel_word

_SIZE = (860, 560)
_LIST_WIDTH, _ICON = 300, 16
_ICONS = {Channel.EMAIL: "mail", Channel.WHATSAPP: "whatsapp", Channel.PHONE: "phone"}


class TemplatesDialog(QDialog):
    """A list of templates on the left, the chosen one's text on the right."""

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._templates: list[MessageTemplate] = []
        self.resize(*_SIZE)
        self.setWindowTitle(self.tr("Message templates"))
        self._build()

    def start(self) -> None:
        """Show the dialog and read the templates."""
        self.open()
        self._reload()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        may_change = self._ctx.user.may(Task.EDIT_TEMPLATES)
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.windowTitle())
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.name, self.subject = QLineEdit(self), QLineEdit(self)
        self.channel, self.tone, self.field = QComboBox(self), QComboBox(self), QComboBox(self)
        for channel in _ICONS:
            self.channel.addItem(channel_word(channel), channel.value)
        for tone in Tone:
            self.tone.addItem(tone_word(tone), tone.value)
        self.field.addItem(self.tr("Insert a field…"))
        self.field.addItems(PLACEHOLDERS)
        self.field.activated.connect(self._on_field_activated)
        self.body = QPlainTextEdit(self)
        self.body.setTabChangesFocus(True)
        self.is_active = QCheckBox(self.tr("In use"), self)
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self.new_button = QPushButton(self.tr("New"), self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setToolTip("Ctrl+Enter")
        for button, slot in ((self.new_button, self._new), (self.save_button, self._save)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            button.setVisible(may_change)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._save)
        for widget in (self.name, self.subject, self.body):
            widget.setReadOnly(not may_change)
        for box in (self.channel, self.tone, self.field, self.is_active):
            box.setEnabled(may_change)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(Space.S)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("Channel"), self.channel),
            (self.tr("Tone"), self.tone),
            (self.tr("Subject"), self.subject),
            (self.tr("Field"), self.field),
        )
        for text, widget in rows:
            label = ranked_label("muted", text, self)
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            form.addRow(label, widget)
        self.body.setAccessibleName(self.tr("Text"))
        hint = ranked_label(
            "small",
            self.tr(
                "Fields stand in {{ }}; {% if field %}…{% endif %} leaves out what is missing."
            ),
            self,
        )
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        for part in (self.new_button, self.is_active):
            foot.addWidget(part)
        foot.addWidget(self._notice, 1)
        foot.addWidget(self.save_button)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addLayout(form)
        right.addWidget(self.body, 1)
        right.addWidget(hint)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    # --- reading and choosing ------------------------------------------------------------------

    def _reload(self, chosen: MessageTemplate | None = None) -> None:
        self._ctx.runner.submit(
            partial(_all, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="templates",
            on_result=partial(self._on_templates, chosen=chosen),
            on_error=self._on_error,
        )

    def _on_templates(
        self, templates: list[MessageTemplate], *, chosen: MessageTemplate | None
    ) -> None:
        self._templates = templates
        self.list.clear()
        for one in templates:
            words = f"{one.name} · {tone_word(one.tone)}"
            item = QListWidgetItem(words if one.is_active else f"({words})", self.list)
            item.setIcon(self._ctx.theme.icon(_ICONS[one.channel]))
            item.setSizeHint(QSize(0, Height.ROW))
            spoken = f"{channel_word(one.channel)}: {item.text()}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(plain_tip(spoken))
        keys = [one.template_id for one in templates]
        row = keys.index(chosen.template_id) if chosen and chosen.template_id in keys else 0
        self.list.setCurrentRow(row)
        if chosen is None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(self.tr("Saved"))

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if not 0 <= row < len(self._templates):
            return
        one = self._templates[row]
        self.name.setText(one.name)
        self.channel.setCurrentIndex(max(self.channel.findData(one.channel.value), 0))
        self.tone.setCurrentIndex(max(self.tone.findData(one.tone.value), 0))
        self.subject.setText(one.subject)
        self.body.setPlainText(one.body)
        self.is_active.setChecked(one.is_active)
        self._say("")

    @Slot(int)
    def _on_field_activated(self, place: int) -> None:
        if place > 0:
            self.body.insertPlainText("{{ " + self.field.itemText(place) + " }}")
            self.field.setCurrentIndex(0)
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- changing ------------------------------------------------------------------------------

    @Slot()
    def _new(self) -> None:
        self.list.setCurrentRow(-1)
        for field in (self.name, self.subject):
            field.clear()
        self.body.clear()
        self.is_active.setChecked(True)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        if not self._ctx.user.may(Task.EDIT_TEMPLATES):
            return
        template = self._written()
        self._ctx.runner.submit(
            partial(_store, self._ctx, template),
            lane=Lane.WRITE,
            owner=self,
            key="save",
            on_result=partial(self._on_saved, template),
            on_error=self._on_error,
        )

    def _written(self) -> MessageTemplate:
        row = self.list.currentRow()
        key = new_id()
        former = self._templates[row] if 0 <= row < len(self._templates) else None
        channel = Channel(self.channel.currentData())
        tone = Tone(self.tone.currentData())
        written = MessageTemplate(
            template_id=key,
            code=f"own_{key.hex[-12:]}",
            name=self.name.text(),
            channel=channel,
            tone=tone,
            language="pt_BR",
            subject=self.subject.text() if channel is Channel.EMAIL else "",
            body=self.body.toPlainText(),
            is_active=self.is_active.isChecked(),
        )
        if former is None or (former.channel, former.tone) != (channel, tone):
            return written  # another channel or tone is another template
        return replace(written, template_id=former.template_id, code=former.code)

    def _on_saved(self, template: MessageTemplate, nothing: None) -> None:
        self.message_raised.emit(self.tr("Template saved"))
        self._reload(template)

    def _on_error(self, error: Exception) -> None:
        self._say(sentence_of(error, self._ctx.language))

    def _say(self, sentence: str) -> None:
        self._notice.setText(sentence)


def _all(ctx: UiContext) -> list[MessageTemplate]:
    return ctx.messages().templates(only_active=not ctx.user.may(Task.EDIT_TEMPLATES))


def _store(ctx: UiContext, template: MessageTemplate) -> None:
    ctx.messages().save_template(template)

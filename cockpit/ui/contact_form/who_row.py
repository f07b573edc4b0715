"""With whom the operator spoke, and how."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.customer import ContactPerson
from cockpit.domain.vocabulary import Channel
from cockpit.ui.contact_form.compact_combo import CompactCombo
from cockpit.ui.theme import Space, Theme
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.words import channel_word

_CHANNEL_ICONS = {
    Channel.PHONE: "phone",
    Channel.WHATSAPP: "whatsapp",
    Channel.EMAIL: "mail",
    Channel.VISIT: "visit",
}


class WhoRow(QWidget):
    """Filled in beforehand: the keyboard begins after it, and comes back with Shift+Tab."""

    #: Something was typed or chosen.
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = CompactCombo(self)
        self._person.setEditable(True)
        self._person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._channel = CompactCombo(self)
        for channel in Channel:
            self._channel.addItem("", channel.value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._person, 3)
        layout.addWidget(self._channel, 2)
        self._person.currentTextChanged.connect(self.changed)
        self._channel.currentIndexChanged.connect(self.changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._retranslate()

    @property
    def person(self) -> str:
        """Return with whom, by name."""
        return self._person.currentText().strip()

    @property
    def channel(self) -> Channel:
        """Return how they spoke."""
        return Channel(self._channel.currentData())

    def fill(self, person: str, channel: str, persons: Sequence[ContactPerson]) -> None:
        """Show a name and a channel's code, and offer these names."""
        self._person.setEditText(person)
        self._channel.setCurrentIndex(max(0, self._channel.findData(channel)))
        self.offer_persons(persons)

    def choose_channel(self, channel: Channel) -> None:
        """Show another channel."""
        self._channel.setCurrentIndex(self._channel.findData(channel.value))

    def offer_persons(self, persons: Sequence[ContactPerson]) -> None:
        """Offer these names; what is typed stays."""
        typed = self._person.currentText()
        self._person.blockSignals(True)
        self._person.clear()
        for row, person in enumerate(persons):
            self._person.addItem(person.name)
            self._person.setItemData(row, plain_tip(person.job_title), Qt.ItemDataRole.ToolTipRole)
        self._person.setEditText(typed)
        self._person.blockSignals(False)
        line = self._person.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # the first letters tell more than the last

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _on_theme_changed(self) -> None:
        for row, channel in enumerate(Channel):
            self._channel.setItemIcon(row, self._theme.icon(_CHANNEL_ICONS[channel]))

    def _retranslate(self) -> None:
        self._person.set_title(self.tr("Person"))
        self._channel.set_title(self.tr("Channel"))
        line = self._person.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Person"))
        for row, channel in enumerate(Channel):
            self._channel.setItemText(row, channel_word(channel))

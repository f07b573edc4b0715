"""The fields of what a client does not want: channels to close or open again, and why."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.contact_wishes import ClosingDraft
from cockpit.domain.customer import ContactPerson
from cockpit.domain.vocabulary import Channel
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.wishes.words import LABELS
from cockpit.ui.words import channel_word


class ClosingFields(QWidget):
    """Takes which channels are closed, of the client or of one person there.

    Attributes:
        whose: The client, or a person.
        channels: One box per channel.
        every: All of them at once.
        reason: Why it changes.
    """

    #: Another one's channels (UUID or None) are to be shown.
    whose_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whose = QComboBox(self)
        self.channels = {one: QCheckBox(self) for one in Channel}
        self.every = QCheckBox(self)
        self.reason = QLineEdit(self)
        self._labels = tuple(ranked_label("muted", parent=self) for _ in range(3))
        self._stored: frozenset[Channel] = frozenset()
        self._build()
        self._retranslate()

    def set_persons(self, persons: Sequence[ContactPerson]) -> None:
        """Offer the client and these persons."""
        self.whose.clear()
        self.whose.addItem(self.tr("the whole client"), None)
        for one in persons:
            self.whose.addItem(one.name, one.person_id)
        self._labels[0].setVisible(bool(persons))
        self.whose.setVisible(bool(persons))

    def set_closed(self, closed: frozenset[Channel]) -> None:
        """Show which channels are closed."""
        self._stored = closed
        for one, box in self.channels.items():
            box.setChecked(one in closed)
        self._on_channel_toggled()

    @property
    def person_id(self) -> UUID | None:
        """Return whose channels are shown; None are the client's."""
        found: UUID | None = self.whose.currentData()
        return found

    @property
    def is_changed(self) -> bool:
        """Return whether other channels are marked than are stored."""
        return self.draft().closed != self._stored

    def draft(self) -> ClosingDraft:
        """Return what is written."""
        closed = frozenset(one for one, box in self.channels.items() if box.isChecked())
        return ClosingDraft(closed, self.reason.text().strip(), self.person_id)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(Space.M)
        for box in (*self.channels.values(), self.every):
            boxes.addWidget(box)
        boxes.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(Space.S)
        first = next(iter(self.channels.values()))
        for label, field in zip(self._labels, (self.whose, first, self.reason), strict=True):
            label.setBuddy(field)
            label.setMinimumWidth(LABELS)
        form.addRow(self._labels[0], self.whose)
        form.addRow(self._labels[1], boxes)
        form.addRow(self._labels[2], self.reason)
        for box in self.channels.values():
            box.toggled.connect(self._on_channel_toggled)
        self.every.clicked.connect(self._on_every_clicked)
        self.whose.activated.connect(self._on_whose_activated)

    @Slot()
    def _on_channel_toggled(self) -> None:
        self.every.setChecked(all(box.isChecked() for box in self.channels.values()))
        self._labels[2].setEnabled(self.is_changed)
        self.reason.setEnabled(self.is_changed)

    @Slot(bool)
    def _on_every_clicked(self, is_checked: bool) -> None:
        for box in self.channels.values():
            box.setChecked(is_checked)

    @Slot(int)
    def _on_whose_activated(self, place: int) -> None:
        self.whose_changed.emit(self.whose.itemData(place))

    @Slot()
    def _retranslate(self) -> None:
        titles = (self.tr("&Who"), self.tr("&Not by"), self.tr("&Reason"))
        first = next(iter(self.channels.values()))
        for label, field, title in zip(
            self._labels, (self.whose, first, self.reason), titles, strict=True
        ):
            label.setText(title)
            field.setAccessibleName(title.replace("&", ""))
        for one, box in self.channels.items():
            box.setText(channel_word(one))
            box.setAccessibleName(self.tr("Do not contact by: %1").replace("%1", channel_word(one)))
        self.every.setText(self.tr("All channels"))
        self.every.setAccessibleName(self.tr("Do not contact by any channel"))
        self.reason.setPlaceholderText(
            self.tr("what the client said; it is kept with your name and the date")
        )

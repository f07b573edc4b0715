"""One line in which a day without calls is written."""

from datetime import date

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from cockpit.domain.days_off import CITY_LENGTH, NAME_LENGTH, DayOffDraft, read_day
from cockpit.domain.states import STATES
from cockpit.ui.theme import Space

_DAY_WIDTH, _CITY_WIDTH = 104, 150


class DayFields(QWidget):
    """Day, name, state and city, side by side; Enter in any of them adds the day.

    Attributes:
        day: When, as 24/06/2026.
        name: What it is called.
        state: Where; the first choice is everywhere.
        city: Of the state; empty is all of it.
    """

    #: A day is to be kept (DayOffDraft).
    written = Signal(object)
    #: The day cannot be read.
    misread = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.name, self.city = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.state = QComboBox(self)
        self._add = QPushButton(self)
        self._add.setAutoDefault(False)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.city.setFixedWidth(_CITY_WIDTH)
        self.name.setMaxLength(NAME_LENGTH)
        self.city.setMaxLength(CITY_LENGTH)
        self.state.addItems(["", *STATES])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.day)
        row.addWidget(self.name, 1)
        row.addWidget(self.state)
        row.addWidget(self.city)
        row.addWidget(self._add)
        for line in (self.day, self.name, self.city):
            line.returnPressed.connect(self.submit)
        self._add.clicked.connect(self.submit)
        self.state.currentIndexChanged.connect(self._on_state_changed)
        self._on_state_changed(0)
        self._retranslate()

    @Slot()
    def submit(self) -> None:
        """Offer what is written."""
        day = read_day(self.day.text())
        if day is None:
            self.misread.emit()
            self.day.setFocus()
            return
        self.written.emit(self._draft(day))

    def clear(self) -> None:
        """Begin the next one; the place mostly stays the same."""
        self.day.clear()
        self.name.clear()
        self.day.setFocus()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(480, super().minimumSizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _draft(self, day: date) -> DayOffDraft:
        state = self.state.currentText() if self.state.currentIndex() else ""
        city = self.city.text().strip() if state else ""
        return DayOffDraft(day, self.name.text().strip(), state, city)

    @Slot(int)
    def _on_state_changed(self, place: int) -> None:
        self.city.setEnabled(place > 0)

    @Slot()
    def _retranslate(self) -> None:
        self._add.setText(self.tr("Add"))
        self.day.setPlaceholderText(self.tr("24/06/2026"))
        self.day.setAccessibleName(self.tr("Day"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self.state.setItemText(0, self.tr("Everywhere"))
        self.state.setAccessibleName(self.tr("State"))
        self.city.setPlaceholderText(self.tr("the whole state"))
        self.city.setAccessibleName(self.tr("City"))

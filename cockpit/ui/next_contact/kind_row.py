"""Whose a next contact is and whether it has a time, as four buttons with a key each."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.domain.vocabulary import AppointmentKind
from cockpit.ui.theme import Space

_KINDS = tuple(AppointmentKind)


class KindRow(QWidget):
    """One of the kinds is always chosen; Alt and a digit choose another."""

    #: Another kind is chosen.
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        for number, _ in enumerate(_KINDS):
            button = QPushButton(self)
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            self._group.addButton(button, number)
            layout.addWidget(button)
            key = QShortcut(QKeySequence(f"Alt+{number + 1}"), parent)
            key.activated.connect(button.click)
        layout.addStretch()
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        self._retranslate()

    @property
    def kind(self) -> AppointmentKind:
        """Return the chosen kind."""
        return _KINDS[self._group.checkedId()]

    def choose(self, kind: AppointmentKind) -> None:
        """Choose a kind."""
        self._group.button(_KINDS.index(kind)).setChecked(True)
        self.changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = {
            AppointmentKind.MY_CALLBACK: (self.tr("I call back"), ""),
            AppointmentKind.TEAM_CALLBACK: (self.tr("Anyone calls back"), ""),
            AppointmentKind.APPOINTMENT: (
                self.tr("Appointment"),
                self.tr("Agreed with the customer, at a time"),
            ),
            AppointmentKind.FOLLOW_UP: (
                self.tr("Follow-up"),
                self.tr("On a day, at no particular time"),
            ),
        }
        for number, kind in enumerate(_KINDS):
            title, more = titles[kind]
            button = self._group.button(number)
            button.setText(title)
            keys = f"Alt+{number + 1}"
            button.setToolTip(f"{more} ({keys})" if more else keys)
        self.setAccessibleName(self.tr("Kind"))

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.changed.emit()

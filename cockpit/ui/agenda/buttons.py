"""The agenda's lower line: what can be done with what is chosen, each with its key."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label


class AgendaButtons(QWidget):
    """Buttons that sleep while nothing is chosen.

    Attributes:
        open: Opens the customer.
        move_button: Asks for another date.
        done: Marks as done.
        note: Asks for another note.
        spread: Spreads over working days.
        export: Writes a calendar file.
        take_in: Takes a calendar file in.
        capacity: Sets what a day may hold.
    """

    def __init__(self, *, may_supervise: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.open, self.move_button, self.done = (QPushButton(self) for _ in range(3))
        self.note, self.spread = (QPushButton(self) for _ in range(2))
        self.open.setProperty("kind", "primary")
        self._count = 0
        self._chosen = ranked_label("small", parent=self)
        self._hint = ranked_label("caption", parent=self)
        self.export, self.take_in, self.capacity = (QPushButton(self) for _ in range(3))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, 0, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for button in (self.open, self.move_button, self.done, self.note, self.spread):
            layout.addWidget(button)
        layout.addWidget(self._chosen)
        layout.addStretch()
        layout.addWidget(self._hint)
        layout.addSpacing(Space.M)
        for button in (self.export, self.take_in, self.capacity):
            button.setProperty("kind", "quiet")
            layout.addWidget(button)
        self.capacity.setVisible(may_supervise)
        self._retranslate()

    def show_count(self, count: int, *, is_month: bool) -> None:
        """Take note of how many are chosen."""
        self._count = count
        for button in (self.open, self.move_button, self.done, self.note, self.spread):
            button.setEnabled(count > 0)
            button.setVisible(not is_month)
        self._hint.setVisible(not is_month)
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _say(self) -> None:
        self._chosen.setText(self.tr("%n chosen", "", self._count) if self._count > 1 else "")

    def _retranslate(self) -> None:
        self.open.setText(self.tr("Open  Enter"))
        self.move_button.setText(self.tr("Another date  F2"))
        self.done.setText(self.tr("Done  D"))
        self.note.setText(self.tr("Note  N"))
        self.spread.setText(self.tr("Spread  S"))
        self.export.setText(self.tr("Export  E"))
        self.export.setToolTip(self.tr("Write a calendar file (.ics)"))
        self.take_in.setText(self.tr("Import  I"))
        self.take_in.setToolTip(self.tr("Take a calendar file in (.ics)"))
        self.capacity.setText(self.tr("Capacity  C"))
        self._hint.setText(self.tr("Alt and arrows: a day, half an hour"))
        self._say()

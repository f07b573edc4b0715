"""Asks how many next contacts a person is planned for a day."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from cockpit.domain.agenda_view import MOST_CAPACITY
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset


class CapacityDialog(QDialog):
    """One number for the whole company; Enter keeps it."""

    #: The new number (int).
    chosen = Signal(int)

    def __init__(self, capacity: int, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Next contacts per person and day")
        self.setWindowTitle(title)
        self.number = QSpinBox(self)
        self.number.setRange(1, MOST_CAPACITY)
        self.number.setValue(capacity)
        self.number.setAccessibleName(title)
        self.number.selectAll()
        inset(self.number)
        yes, no = QPushButton(self.tr("Save"), self), QPushButton(self.tr("Cancel"), self)
        yes.setProperty("kind", "primary")
        yes.setDefault(True)
        yes.clicked.connect(self._on_yes_clicked)
        no.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(yes)
        foot.addWidget(no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("heading", title, self))
        layout.addWidget(
            ranked_label("small", self.tr("The bars of the agenda and the spreading use it."), self)
        )
        layout.addWidget(self.number)
        layout.addLayout(foot)
        self.number.setFocus()

    @Slot()
    def _on_yes_clicked(self) -> None:
        self.accept()
        self.chosen.emit(self.number.value())

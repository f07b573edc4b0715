"""Asks how many of a portfolio's customers go where."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.rebalance import Owner
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset

_WIDTH = 460


class MoveDialog(QDialog):
    """A portfolio, a number, and what is planned with it.

    Attributes:
        target: Where they go.
        count: How many.
    """

    #: So many (int) are planned to go to an owner (UUID or None).
    planned = Signal(object, int)

    def __init__(
        self,
        source: str,
        targets: Sequence[tuple[Owner, str]],
        most: int,
        parent: QWidget,
    ) -> None:
        """Prepare the dialog.

        Args:
            source: Whose customers.
            targets: Where they may go, the proposed one first.
            most: How many may go.
            parent: Whom it stands before.
        """
        super().__init__(parent)
        title = self.tr("Move customers of {name}").format(name=source)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._keys = [key for key, _ in targets]
        self.target, self.count = QComboBox(self), QSpinBox(self)
        self.target.addItems([name for _, name in targets])
        self.target.setAccessibleName(self.tr("To"))
        self.count.setRange(1, max(most, 1))
        self.count.setValue(max(most // 2, 1))
        self.count.setAccessibleName(self.tr("How many"))
        inset(self.count)
        order = ranked_label("small", parent=self)
        order.setWordWrap(True)
        order.setText(
            self.tr(
                "First those to whom nobody talked in the last 30 days. Whoever is being called, "
                "or waits for a personal callback, stays."
            )
        )
        self._yes, self._no = QPushButton(self.tr("Plan")), QPushButton(self.tr("Cancel"))
        self._yes.setProperty("kind", "primary")
        self._yes.setDefault(True)
        self._yes.setEnabled(most > 0 and bool(targets))
        self._yes.clicked.connect(self._on_yes_clicked)
        self._no.clicked.connect(self.reject)
        self._lay_out(title, order)
        self.count.setFocus()
        self.count.selectAll()

    def _lay_out(self, title: str, order: QWidget) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("To"), self.target)
        form.addRow(self.tr("How many"), self.count)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._yes)
        foot.addWidget(self._no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", title, self))
        layout.addLayout(form)
        layout.addWidget(order)
        layout.addLayout(foot)

    @Slot()
    def _on_yes_clicked(self) -> None:
        self.accept()
        self.planned.emit(self._keys[self.target.currentIndex()], self.count.value())

"""The filter builder: conditions line by line over every field; the list follows at once."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.filters import Condition, Filter
from cockpit.services.ports import WorkTable
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.work_list.condition_row import ConditionRow

_WIDTH = 640
_LEAST, _MOST = 190, 420
_LINE = 36


class FilterPanel(QFrame):
    """Hangs over the list while it is open; Escape closes it, the filter stays in force."""

    #: Another filter means something: Filter, or None without a condition.
    filter_changed = Signal(object)
    #: The filter is to be saved as a view.
    save_requested = Signal()
    #: The panel was closed.
    closed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popover")
        self._ctx = ctx
        self._table: WorkTable | None = None
        self._rows: list[ConditionRow] = []
        self._told: Filter | None = None
        self._title = ranked_label("heading", parent=self)
        self._mode = QComboBox(self)
        self._count = ranked_label("muted", parent=self)
        self._close = IconButton(ctx.theme, "close", self)
        self._lines = QWidget(self)
        self._lines.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines.setProperty("role", "surface")
        self._stack = QVBoxLayout(self._lines)
        self._add, self._clear, self._save = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self._mode.activated.connect(self._tell)
        self._add.clicked.connect(self._on_add_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._save.clicked.connect(self.save_requested)
        self._close.clicked.connect(self.close_panel)
        self._retranslate()
        self.hide()

    def open(self, table: WorkTable | None, filter_: Filter | None) -> None:
        """Show a filter, and begin a condition where there is none."""
        self._table = table
        self._show(filter_)
        if not self._rows:
            self._add_row()
        self._fit()
        self.show()
        self.raise_()
        self._rows[-1].take_focus()

    def show_filter(self, filter_: Filter | None) -> None:
        """Show a filter that came from elsewhere, unless it was told from here."""
        if self.isVisible() and filter_ != self._told:
            self._show(filter_)

    def show_count(self, count: int) -> None:
        """Show how many customers the list holds at present."""
        number = formats.integer(count, self._ctx.language)
        self._count.setText(self.tr("%n customer(s)", "", count).replace(str(count), number))

    @Slot()
    def close_panel(self) -> None:
        """Close; the filter stays in force."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_add_clicked()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._mode)
        head.addStretch()
        head.addWidget(self._count)
        head.addWidget(self._close)
        for button in (self._add, self._clear):
            button.setProperty("kind", "quiet")
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self._save)
        area = QScrollArea(self)
        area.setWidget(self._lines)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Filter"))
        self._title.setText(self.tr("Customers that meet"))
        chosen = max(self._mode.currentIndex(), 0)
        self._mode.clear()
        self._mode.addItem(self.tr("all conditions"), False)
        self._mode.addItem(self.tr("any condition"), True)
        self._mode.setCurrentIndex(chosen)
        self._mode.setAccessibleName(self.tr("All or any"))
        self._close.set_title(self.tr("Close"), "Esc")
        self._add.setText(self.tr("Add condition"))
        self._add.setToolTip(self.tr("Add condition (Enter)"))
        self._clear.setText(self.tr("Clear filter"))
        self._save.setText(self.tr("Save as view…"))

    def _fit(self) -> None:
        height = 120 + _LINE * max(len(self._rows), 1)
        self.resize(_WIDTH, min(max(height, _LEAST), _MOST))

    def _show(self, filter_: Filter | None) -> None:
        self._told = filter_
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for condition in filter_.conditions if filter_ is not None else ():
            self._add_row(condition)
        self._mode.setCurrentIndex(int(filter_ is not None and filter_.is_any))
        self._fit()

    def _add_row(self, condition: Condition | None = None) -> ConditionRow:
        row = ConditionRow(self._ctx, self._table, self._lines)
        if condition is not None:
            row.set_condition(condition)
        row.changed.connect(self._tell)
        row.removal_requested.connect(self._on_row_removal_requested)
        self._stack.insertWidget(len(self._rows), row)
        self._rows.append(row)
        row.show()
        return row

    @Slot()
    def _tell(self) -> None:
        found = tuple(
            condition for condition in (row.condition() for row in self._rows) if condition
        )
        filter_ = Filter(found, bool(self._mode.currentData())) if found else None
        if filter_ != self._told:
            self._told = filter_
            self.filter_changed.emit(filter_)

    @Slot()
    def _on_add_clicked(self) -> None:
        row = self._add_row()
        self._fit()
        row.take_focus()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._show(None)
        self._add_row().take_focus()
        self._told = None
        self.filter_changed.emit(None)

    @Slot(object)
    def _on_row_removal_requested(self, row: ConditionRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._fit()
        self._tell()

"""The table of the work list: Qt's view for keys, selection and access, its own painting."""

from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from cockpit.ui.theme import Height, Theme
from cockpit.ui.work_list.columns import COLUMNS, Cell, ColumnKey
from cockpit.ui.work_list.grounds import GroundPainter, RowMarks
from cockpit.ui.work_list.header import WorkListHeader
from cockpit.ui.work_list.light_painting import PITCH
from cockpit.ui.work_list.lights import LIGHT_NAMES
from cockpit.ui.work_list.page_ahead import PageAhead
from cockpit.ui.work_list.painting import INSET, CellPainter, RowSlot
from cockpit.ui.work_list.row_model import RowModel, TitleModel

Index = QModelIndex | QPersistentModelIndex


class WorkListView(QTableView):
    """A table whose rows are painted from the list's rows.

    Qt's own painting is replaced, not extended: ground, hairline, cells and the mark of the current
    row are drawn here (see ``painting`` and ``grounds``). All else is Qt's.
    """

    #: Enter or a double click on a row.
    opened = Signal()
    #: Up, Down, Home or End: go so many rows on (int).
    stepped = Signal(int)
    #: A letter was typed on the list: it belongs into the search field.
    text_typed = Signal(str)
    #: A status light was clicked: its name.
    light_activated = Signal(str)
    #: Space on a row: the menu of its lights is wanted at a global position (QPoint).
    lights_requested = Signal(QPoint)
    #: Ctrl+C.
    copy_requested = Signal()
    #: The right button or the menu key: the menu is wanted at a global position (QPoint).
    menu_requested = Signal(QPoint)
    #: Other rows are marked.
    marking_changed = Signal()

    def __init__(self, theme: Theme, model: RowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells = CellPainter(theme)
        self._grounds = GroundPainter(theme)
        self._hovered = -1
        self._ahead = PageAhead(self._prepare_page, self)
        self.header = WorkListHeader(theme, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        # The titles are those of any rows: the header need not begin anew when these are replaced.
        self.header.setModel(TitleModel(self))
        # Every pixel is painted here: what lies behind need not be.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Height.ROW)
        self.verticalScrollBar().setSingleStep(Height.ROW)
        theme.changed.connect(self._on_theme_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def marked_ranges(self) -> list[tuple[int, int]]:
        """Return the marked rows as ranges from a first to before a last one, in order."""
        chosen = self.selectionModel().selection()
        blocks = [chosen.at(place) for place in range(chosen.size())]
        return sorted({(block.top(), block.bottom() + 1) for block in blocks})

    def mark(self, rows: list[int]) -> None:
        """Mark these rows beside the current one."""
        marked, model = QItemSelection(), self.model()
        for row in rows:
            marked.select(model.index(row, 0), model.index(row, len(COLUMNS) - 1))
        self.selectionModel().select(
            marked,
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )

    def row_to_keep(self) -> tuple[int, int]:
        """Return the current row where it is in sight, else the top one, and its part above."""
        row = self.currentIndex().row()
        is_seen = -Height.ROW < self.rowViewportPosition(row) < self.viewport().height()
        if row < 0 or not is_seen:
            row = self.rowAt(0)
        return row, -self.rowViewportPosition(row) if row >= 0 else 0

    def scroll_to_row(self, row: int, offset: int) -> None:
        """Scroll so that this many pixels of a row are above the edge."""
        self.verticalScrollBar().setValue(row * Height.ROW + offset)

    def lay_out_now(self) -> None:
        """Take other rows in before they are painted; later it would paint them a second time."""
        self.executeDelayedItemsLayout()

    # --- painting --------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(area, self._theme.colour("surface"))
            first = self.rowAt(area.top())
            if first < 0:
                return
            top = self.rowViewportPosition(first)
            slots = self._slots(first, top, first + (area.bottom() - top) // Height.ROW + 1)
            marks = self._marks(first, len(slots))
            self._grounds.paint(painter, first, slots, self.viewport().width(), marks)
            self._paint_columns(painter, area, slots)

    def _slots(self, first: int, top: int, last: int) -> list[RowSlot]:
        """Return the rows from ``first``, which begins at ``top``, to before ``last``."""
        rows = cast("RowModel", self.model()).rows_between(first, last)
        return [RowSlot(shown, top + place * Height.ROW) for place, shown in enumerate(rows)]

    def _prepare_page(self, distance: int) -> bool:
        """Lay the texts of a page out that is so many pages on, by painting it where nobody looks.

        Returns:
            Whether there is one.
        """
        page = self.viewport().height() // Height.ROW
        first = self.rowAt(0) + distance * page
        slots = self._slots(first, 0, first + page + 2) if self.isVisible() else []
        if slots:
            ratio = self.devicePixelRatioF()
            nowhere = QPixmap(QSize(1, 1) * ratio)
            nowhere.setDevicePixelRatio(ratio)
            with QPainter(nowhere) as painter:
                self._paint_columns(painter, self.viewport().rect(), slots)
        return bool(slots)

    def _marks(self, first: int, count: int) -> RowMarks:
        """Return what distinguishes so many rows from a first one on."""
        marked: set[int] = set()
        for begin, end in self.marked_ranges():
            marked.update(range(max(begin, first), min(end, first + count)))
        current = self.currentIndex().row()
        return RowMarks(current, frozenset(marked), self._hovered, has_focus=self.hasFocus())

    def _paint_columns(self, painter: QPainter, area: QRect, slots: list[RowSlot]) -> None:
        frozen = self.header.frozen_width()
        fixed = self.header.frozen_sections() if frozen else []
        for section, column in enumerate(COLUMNS):
            width = self.columnWidth(section)
            if not width:
                continue
            is_fixed = section in fixed
            left = (
                self.header.sectionPosition(section)
                if is_fixed
                else self.columnViewportPosition(section)
            )
            room = QRect(left, area.top(), width, area.height())
            if not is_fixed and frozen:
                room.setLeft(max(left, frozen))
            if room.isValid() and room.intersects(area):
                painter.setClipRect(room)
                self._cells.paint(painter, column, slots, QRect(left, 0, width, Height.ROW))
        if frozen:
            painter.setClipRect(area)
            line = QRect(frozen - 1, area.top(), 1, area.height())
            painter.fillRect(line, self._theme.colour("border"))

    # --- keys ------------------------------------------------------------------------------

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; other than in Qt's own tables nobody is chosen by that."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_on_row = self.currentIndex().isValid()
        keys = Qt.Key
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
            return
        match keys(event.key()):
            case keys.Key_Return | keys.Key_Enter if plain and is_on_row:
                self.opened.emit()
            case keys.Key_Space if plain and is_on_row:
                self.lights_requested.emit(self._menu_place())
            case keys.Key_Menu if is_on_row:
                self.menu_requested.emit(self._menu_place())
            case keys.Key_Left | keys.Key_Right if plain:
                self._scroll_sideways(-1 if event.key() == keys.Key_Left else 1)
            case key if plain and key in self._steps():
                self.stepped.emit(self._steps()[key])
            case _:
                super().keyPressEvent(event)

    def _steps(self) -> dict[Qt.Key, int]:
        rows, keys = self.model().rowCount(), Qt.Key
        return {keys.Key_Up: -1, keys.Key_Down: 1, keys.Key_Home: -rows, keys.Key_End: rows}

    def _scroll_sideways(self, direction: int) -> None:
        """Bring the next column that is out of sight into it."""
        bar, header = self.horizontalScrollBar(), self.header
        fixed = header.frozen_sections()
        taken = sum(header.sectionSize(section) for section in fixed)
        edges = sorted(
            header.sectionPosition(section) - taken
            for section in range(header.count())
            if not header.isSectionHidden(section) and section not in fixed
        )
        here = bar.value()
        further = [edge for edge in edges if (edge > here if direction > 0 else edge < here)]
        if further:
            bar.setValue(further[0] if direction > 0 else further[-1])

    def _menu_place(self) -> QPoint:
        """Return where a menu of the current row opens."""
        room = self.visualRect(self.currentIndex())
        left = min(max(room.left(), 0), self.viewport().width() // 2)
        return self.viewport().mapToGlobal(QPoint(left, room.bottom()))

    @override
    def keyboardSearch(self, search: str) -> None:
        """Hand letters to the search field; Qt's own search would walk through every row."""
        if search.strip() and search != "/":  # the key of the search itself
            self.text_typed.emit(search)

    # --- mouse -----------------------------------------------------------------------------

    @override
    def indexAt(self, pos: QPoint) -> QModelIndex:
        if pos.x() < self.header.frozen_width():
            return super().indexAt(pos - QPoint(self.header.offset(), 0))
        return super().indexAt(pos)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self._prepare_menu(event.position().toPoint())
            return
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is Qt.MouseButton.LeftButton and is_plain:
            name = self._light_at(event.position().toPoint())
            if name:
                self.light_activated.emit(name)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        self._set_hovered(self.rowAt(at.y()))
        is_light = bool(self._light_at(at))
        shape = Qt.CursorShape.PointingHandCursor if is_light else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

    def _prepare_menu(self, at: QPoint) -> None:
        """Open the menu; on a row that is not marked it becomes the only one."""
        index = self.indexAt(at)
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def _light_at(self, at: QPoint) -> str:
        """Return the name of the status light at a place, or nothing."""
        index = self.indexAt(at)
        column = COLUMNS[index.column()] if index.isValid() else None
        if column is None or column.cell is not Cell.LIGHTS:
            return ""
        if column.key is not ColumnKey.LIGHTS:
            return column.key.value
        is_fixed = at.x() < self.header.frozen_width()
        section = index.column()
        left = (
            self.header.sectionPosition(section)
            if is_fixed
            else self.columnViewportPosition(section)
        )
        place = (at.x() - left - INSET) // PITCH
        return LIGHT_NAMES[place] if 0 <= place < len(LIGHT_NAMES) else ""

    # --- what changes ----------------------------------------------------------------------

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):
            self._update_row(index.row())

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.marking_changed.emit()

    @override
    def reset(self) -> None:
        super().reset()
        self._ahead.note_rows()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight; which columns are in sight is the user's own choice."""
        bar = self.horizontalScrollBar()
        sideways = bar.value()
        super().scrollTo(index, hint)
        bar.setValue(sideways)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy:
            self._ahead.note_scroll(1 if dy < 0 else -1)
        if dx and self.header.frozen_sections():
            self.viewport().update()
            self.header.viewport().update()

    def _set_hovered(self, row: int) -> None:
        if row != self._hovered:
            former, self._hovered = self._hovered, row
            self._update_row(former)
            self._update_row(row)

    def _update_row(self, row: int) -> None:
        if row >= 0:
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top, self.viewport().width(), Height.ROW)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._cells.forget_colours()
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit()

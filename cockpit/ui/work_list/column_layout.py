"""Applies a layout of columns to the table's header, and notes what the user changes there."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from typing_extensions import override

from cockpit.ui.work_list.columns import COLUMN_OF, COLUMNS, SECTION_OF, ColumnKey
from cockpit.ui.work_list.layout import COMPACT, ColumnLayout
from cockpit.ui.work_list.view import WorkListView

_CLIENT_LEAST = 116
_MOST_AIR = 16
_COMPACT_RISK = 72


class ColumnKeeper(QObject):
    """Keeps the table's columns as the user has them.

    The client's column takes the room that is left, but never less than is readable; where the
    others need more, the table scrolls sideways.

    Attributes:
        layout: The columns in force.
    """

    #: The user moved or widened a column: ColumnLayout.
    changed = Signal(object)

    def __init__(self, view: WorkListView, layout: ColumnLayout) -> None:
        super().__init__(view)
        self._view = view
        self._header = view.header
        self._is_compact = False
        self._is_applying = False
        self.layout = layout
        view.viewport().installEventFilter(self)
        self._header.sectionResized.connect(self._on_header_section_resized)
        self._header.sectionMoved.connect(self._on_header_section_moved)
        self._apply()

    @property
    def shown(self) -> tuple[ColumnKey, ...]:
        """Return the columns in sight from left to right."""
        return COMPACT if self._is_compact else self.layout.shown

    def set_layout(self, layout: ColumnLayout) -> None:
        """Show these columns."""
        self.layout = layout
        self._apply()

    def set_compact(self, is_compact: bool) -> None:
        """Show the two columns that matter beside a call, or all that the user has."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._apply()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        self._is_applying = True
        order = self.layout.order
        if self._is_compact:
            order = COMPACT + tuple(key for key in order if key not in COMPACT)
        shown = set(self.shown)
        for place, key in enumerate(order):
            self._header.moveSection(self._header.visualIndex(SECTION_OF[key]), place)
        for section, column in enumerate(COLUMNS):
            self._header.setSectionHidden(section, column.key not in shown)
        self._header.set_frozen(0 if self._is_compact else self.layout.frozen)
        self._header.setSectionsMovable(not self._is_compact)
        self._is_applying = False
        self._fit()
        self._view.viewport().update()

    def _fit(self) -> None:
        """Give each column its width, and the client what is left."""
        own = dict(self.layout.widths)
        if self._is_compact:
            own = {ColumnKey.AT_RISK: _COMPACT_RISK}
        others: list[ColumnKey] = [key for key in self.shown if key is not ColumnKey.CLIENT]
        room = self._view.viewport().width()
        free = [key for key in others if key not in own]
        narrow = sum(own.get(key, COLUMN_OF[key].width) for key in others)
        spare = (room - narrow - COLUMN_OF[ColumnKey.CLIENT].width) // max(len(free), 1)
        air = min(max(spare, 0), _MOST_AIR)
        widths: dict[ColumnKey, int] = {
            key: own.get(key, COLUMN_OF[key].width + air) for key in others
        }
        least = own.get(ColumnKey.CLIENT, _CLIENT_LEAST)
        widths[ColumnKey.CLIENT] = max(room - sum(widths.values()), least)
        self._is_applying = True
        for key, width in widths.items():
            if key in self.shown:
                self._header.resizeSection(SECTION_OF[key], width)
        self._is_applying = False

    @Slot(int, int, int)
    def _on_header_section_resized(self, section: int, former: int, width: int) -> None:
        if self._is_applying or self._is_compact or not width:
            return
        widths = dict(self.layout.widths) | {COLUMNS[section].key: width}
        self.layout = replace(self.layout, widths=tuple(widths.items()))
        # Qt is in the middle of resizing: the client's column follows when it is done.
        QTimer.singleShot(0, self, self._fit)
        self.changed.emit(self.layout)

    @Slot(int, int, int)
    def _on_header_section_moved(self, section: int, former: int, place: int) -> None:
        if self._is_applying or self._is_compact:
            return
        order = tuple(
            COLUMNS[self._header.logicalIndex(at)].key for at in range(self._header.count())
        )
        self.layout = replace(self.layout, order=order)
        self.changed.emit(self.layout)

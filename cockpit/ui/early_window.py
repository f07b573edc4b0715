"""The window that is there at once: the kept first page of the list, until the true one stands."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.ui.early_keys import EarlyKeys
from cockpit.ui.theme import Height, Space, Theme
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.window_place import put_back
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.column_layout import ColumnKeeper
from cockpit.ui.work_list.kept_page import KeptPage, PageModel
from cockpit.ui.work_list.row_model import RowModel
from cockpit.ui.work_list.view import WorkListView

#: A desktop that has not asked for the picture by then never will while nobody looks.
_PATIENCE_MS = 500
#: So long the true window waits for its first rows before it shows itself without them.
_MOST_WAIT_MS = 2_000


class Painted(QObject):
    """Tells once that a widget's pixels are on their way to the screen."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # The filter comes before the painting; what is posted now runs after it.
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)


class EarlyWindow(QWidget):
    """Shows real rows where the true window will show them, which answers what is pressed here.

    Attributes:
        keys: What was pressed.
    """

    def __init__(self, page: KeptPage, theme: Theme, *, zone: ZoneInfo, today: date) -> None:
        super().__init__()
        self._place = page.place
        self.setWindowTitle("Giro…")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        style = Style(Language(page.language), zone, today, page.now)
        self._view = WorkListView(theme, PageModel(page.rows, style, self), self)
        self._view.header.set_sorting(page.sorting)
        self._keeper = ColumnKeeper(self._view, page.columns)
        self._view.setCurrentIndex(self._view.model().index(0, 0))
        self.keys = EarlyKeys(self._view)
        self._top, self._foot = divider(self), divider(self)
        self._words = ranked_label("small", self._sentence(page, today), self)
        self._ids = [row.customer_id for row in page.rows]
        put_back(self, page.geometry)

    def show_painted(self) -> None:
        """Show the window and return when its rows are on their way to the screen."""
        loop = QEventLoop()
        Painted(self._view.viewport()).painted.connect(loop.quit)
        patience = QTimer(loop, interval=_PATIENCE_MS, singleShot=True)
        patience.timeout.connect(loop.quit)
        patience.start()
        self.show()
        self._view.setFocus()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        patience.stop()

    def hand_over(self, window: QWidget, view: WorkListView) -> None:
        """Let the true window answer what was pressed here, and what still is."""
        model = view.model()
        shown = model.rows_between(0, len(self._ids)) if isinstance(model, RowModel) else []
        is_same = [one.row.customer_id for one in shown] == self._ids
        self.keys.hand_over(window, view, is_same=is_same)

    def _sentence(self, page: KeptPage, today: date) -> str:
        """Say that this is not the window yet, and of which day the rows are."""
        if page.day == today:
            return self.tr("Opening… What you type is kept.")
        day = formats.day(page.day)
        return self.tr("List of {day}, being brought up to date…").format(day=day)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place, width, height = self._place, self.width(), self.height()
        self._view.setGeometry(0, place.top, place.width, height - place.top - place.foot)
        self._top.setGeometry(0, Height.TOP_BAR, width, 1)
        self._foot.setGeometry(0, height - Height.STATUS_BAR - 1, width, 1)
        foot, bar = height - Height.STATUS_BAR, Height.STATUS_BAR
        self._words.setGeometry(Space.M, foot, width - 2 * Space.M, bar)


class Succession(QObject):
    """Puts the true window into the early one's place as soon as it has rows to show."""

    #: The true window's rows are painted.
    ended = Signal()

    def __init__(self, early: EarlyWindow, window: QWidget, view: WorkListView) -> None:
        super().__init__(window)
        self._early, self._window, self._view = early, window, view
        self._timer = QTimer(self, interval=_MOST_WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._on_ready)
        self._timer.start()
        view.model().modelReset.connect(self._on_ready)

    @Slot()
    def _on_ready(self) -> None:
        """Show the true window; the early one goes when the list in it is painted."""
        self._timer.stop()
        self._view.model().modelReset.disconnect(self._on_ready)
        Painted(self._view.viewport()).painted.connect(self._on_painted)
        # The rows that have just arrived are marked and scrolled to before they are shown.
        QTimer.singleShot(0, self, self._show)

    @Slot()
    def _on_painted(self) -> None:
        self._early.close()
        self.ended.emit()

    @Slot()
    def _show(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        # Before any other event: what is pressed from now on comes after it.
        self._early.hand_over(self._window, self._view)

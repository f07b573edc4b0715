"""The palette itself (Ctrl+K): type a few letters, Enter does it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from cockpit.domain.errors import GiroError
from cockpit.domain.filters import SavedView
from cockpit.runtime.task_runner import Lane
from cockpit.services.ports import WorkTable
from cockpit.ui.actions import ActionRegistry
from cockpit.ui.context import UiContext
from cockpit.ui.palette.delegate import ROW, PaletteDelegate
from cockpit.ui.palette.items import ItemKind, PaletteItem, PaletteItemModel, Role
from cockpit.ui.palette.ranking import best
from cockpit.ui.palette.sources import action_items, client_item, client_items, view_items
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.popover import Popover

WIDTH = 620
RECENT_KEY = "palette.recent"
MOST_RECENT, _MOST_COMMANDS, _MOST_ROWS = 6, 6, 12
_PAGE = 5
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class CommandPalette(Popover):
    """Commands and views by their words, clients by whatever the list's search knows them by."""

    def __init__(
        self,
        ctx: UiContext,
        actions: ActionRegistry,
        *,
        table: Callable[[], WorkTable | None],
        open_client: Callable[[UUID], object],
        apply_view: Callable[[SavedView], object],
        parent: QWidget,
    ) -> None:
        super().__init__(WIDTH, parent)
        self._ctx = ctx
        self._actions = actions
        self._table, self._open_client, self._apply_view = table, open_client, apply_view
        self._views: Sequence[SavedView] = ()
        self._model = PaletteItemModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(PaletteDelegate(ctx.theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._on_list_clicked)
        self._nothing = ranked_label("quiet", parent=self)
        self.body.addWidget(self.line)
        self.body.addWidget(self._list)
        self.body.addWidget(self._nothing)
        self.line.textChanged.connect(self._show_items)
        self._retranslate()

    @override
    def open(self) -> None:
        super().open()
        self._read_views()
        self._show_items("")

    def items(self) -> tuple[PaletteItem, ...]:
        """Return the lines shown."""
        return self._model.items

    def client(self) -> UUID | None:
        """Return the client whose line is current, while the palette is open."""
        item: PaletteItem | None = self._list.currentIndex().data(Role.ITEM)
        if item is None or item.kind is not ItemKind.CLIENT or not self.isVisible():
            return None
        return UUID(item.key.partition(":")[2])

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self._list.currentIndex())
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        count = self._model.rowCount()
        if count:
            row = self._list.currentIndex().row() + step
            # By single steps it goes round, by pages it stops at the ends.
            row = row % count if abs(step) == 1 else min(max(row, 0), count - 1)
            self._list.setCurrentIndex(self._model.index(row))
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _read_views(self) -> None:
        self._ctx.runner.submit(
            self._ctx.work_list.views,
            lane=Lane.READ,
            owner=self,
            key="views",
            on_result=self._on_views_read,
            on_error=self._on_views_error,
        )

    def _on_views_read(self, views: Sequence[SavedView]) -> None:
        self._views = tuple(views)
        if self.isVisible():
            self._show_items(self.line.text())

    def _on_views_error(self, error: Exception) -> None:
        """Go without views: actions and clients are there all the same."""
        if not isinstance(error, GiroError):
            raise error

    @Slot(str)
    def _show_items(self, text: str) -> None:
        commands = [
            *action_items(self._actions),
            *view_items(self._views, self._apply_view, self.tr("shared")),
        ]
        if text.strip():
            found = best(text, commands, _title_of, limit=_MOST_COMMANDS)
            found += client_items(self._table(), text, self._open_client)
        else:
            recent = self._recent(commands)
            keys = {item.key for item in recent}
            found = [*recent, *(item for item in commands if item.key not in keys)]
        self._model.set_items(found)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._list.setFixedHeight(min(len(found), _MOST_ROWS) * ROW + 2)
        self.adjustSize()

    def _recent(self, commands: Sequence[PaletteItem]) -> list[PaletteItem]:
        by_key = {item.key: item for item in commands}
        kept: list[object] = self._ctx.preferences.value(RECENT_KEY, [])
        found = (by_key.get(str(key)) or self._client_of(str(key)) for key in kept)
        return [item for item in found if item is not None][:MOST_RECENT]

    def _client_of(self, key: str) -> PaletteItem | None:
        kind, _, value = key.partition(":")
        table = self._table()
        if kind != "client" or table is None:
            return None
        try:
            line = table.line_of(UUID(value))
        except ValueError:
            return None
        return None if line is None else client_item(table.rows([line])[0], self._open_client)

    def _run(self, index: QModelIndex) -> None:
        item: PaletteItem | None = index.data(Role.ITEM) if index.isValid() else None
        if item is None:
            return
        kept: list[object] = self._ctx.preferences.value(RECENT_KEY, [])
        others = [key for key in kept if key != item.key]
        self._ctx.preferences.set_value(RECENT_KEY, [item.key, *others][:MOST_RECENT])
        self.close_popover()
        item.run()

    @Slot(QModelIndex)
    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._run(index)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Command palette"))
        self.line.setPlaceholderText(self.tr("Command, client or view…"))
        self.line.setAccessibleName(self.tr("Command palette"))
        self._list.setAccessibleName(self.tr("Found"))
        self._nothing.setText(self.tr("Nothing found. Clients: name, code, tax id, phone, city."))


def _title_of(item: PaletteItem) -> str:
    return item.title

"""The lines of the palette, and the model that shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ItemKind(Enum):
    """What a line is; its value names the icon."""

    ACTION = "keyboard"
    CLIENT = "building"
    VIEW = "filter"


class Role(IntEnum):
    """What the model tells besides the text."""

    ITEM = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One line.

    Attributes:
        key: Tells it from the others, for the recent ones: ``action:next_call``.
        title: What it is called.
        detail: What helps to tell it, or an empty text.
        keys: Its shortcut as on the keyboard, or an empty text.
        run: Does it.
    """

    key: str
    kind: ItemKind
    title: str
    detail: str
    keys: str
    run: Callable[[], object]


class PaletteItemModel(QAbstractListModel):
    """Items as rows, in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[PaletteItem, ...] = ()

    @property
    def items(self) -> tuple[PaletteItem, ...]:
        """Return the items shown."""
        return self._items

    def set_items(self, items: Sequence[PaletteItem]) -> None:
        """Show these items."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (item.title, item.detail, item.keys) if part)
            case Role.ITEM:
                return item
        return None

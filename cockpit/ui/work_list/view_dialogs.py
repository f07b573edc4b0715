"""Saved views: choosing, renaming, deleting and saving them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.filters import SavedView
from cockpit.domain.plain_text import plain
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_SIZE = (440, 420)
_VIEW = Qt.ItemDataRole.UserRole
LONGEST_NAME = 80


class ViewsDialog(QDialog):
    """The user's own and the shared views; letters narrow them, Enter shows one.

    F2 renames and Delete removes an own one.
    """

    #: A view is to be shown: SavedView.
    chosen = Signal(object)
    #: A view has another name: SavedView.
    renamed = Signal(object)
    #: A view is to go: SavedView.
    deleted = Signal(object)

    def __init__(self, views: Sequence[SavedView], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved views"))
        self.resize(*_SIZE)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search"))
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_search_text_changed)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Saved views"))
        self._list.installEventFilter(self)
        self._list.itemActivated.connect(self._on_show_requested)
        self._list.currentRowChanged.connect(self._on_list_current_row_changed)
        self._nothing = ranked_label("muted", self.tr("No view has been saved yet."), self)
        self._rename = QPushButton(self.tr("Rename"), self)
        self._rename.setToolTip("F2")
        self._delete = QPushButton(self.tr("Delete"), self)
        self._delete.setProperty("kind", "danger")
        self._delete.setToolTip("Del")
        self._show = QPushButton(self.tr("Show"), self)
        self._show.setDefault(True)
        self._lay_out()
        self._fill(views)
        self._rename.clicked.connect(self._on_rename_clicked)
        self._delete.clicked.connect(self._on_delete_clicked)
        self._show.clicked.connect(self._on_show_requested)
        self._search.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = Qt.Key
            is_search = watched is self._search
            match event.key():
                case keys.Key_Down | keys.Key_Up if is_search:
                    self._walk(1 if event.key() == keys.Key_Down else -1)
                    return True
                case keys.Key_F2:
                    self._on_rename_clicked()
                    return True
                case keys.Key_Delete if not is_search or not self._search.text():
                    self._on_delete_clicked()
                    return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._rename)
        foot.addWidget(self._delete)
        foot.addStretch()
        foot.addWidget(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._search)
        layout.addWidget(self._nothing)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)

    def _fill(self, views: Sequence[SavedView]) -> None:
        self._list.clear()
        for view in views:
            item = QListWidgetItem(self._label(view))
            item.setData(_VIEW, view)
            self._list.addItem(item)
        self._nothing.setVisible(not views)
        self._list.setCurrentRow(0)
        self._on_list_current_row_changed(self._list.currentRow())

    def _label(self, view: SavedView) -> str:
        return self.tr("{name}  (team)").format(name=view.name) if view.is_shared else view.name

    def _current(self) -> SavedView | None:
        row = self._list.currentRow()
        if row < 0 or self._list.item(row).isHidden():
            return None
        view: SavedView = self._list.item(row).data(_VIEW)
        return view

    def _walk(self, direction: int) -> None:
        rows = [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]
        current = self._list.currentRow()
        if rows:
            place = rows.index(current) + direction if current in rows else 0
            self._list.setCurrentRow(rows[min(max(place, 0), len(rows) - 1)])

    @Slot(str)
    def _on_search_text_changed(self, text: str) -> None:
        wanted, first = plain(text), -1
        for row in range(self._list.count()):
            is_match = wanted in plain(self._list.item(row).text())
            self._list.item(row).setHidden(not is_match)
            if is_match and first < 0:
                first = row
        self._list.setCurrentRow(first)

    @Slot(int)
    def _on_list_current_row_changed(self, row: int) -> None:
        view = self._current()
        self._show.setEnabled(view is not None)
        for button in (self._rename, self._delete):
            button.setEnabled(view is not None and view.is_own)

    @Slot()
    def _on_show_requested(self) -> None:
        view = self._current()
        if view is not None:
            self.accept()
            self.chosen.emit(view)

    @Slot()
    def _on_rename_clicked(self) -> None:
        view = self._current()
        if view is None or not view.is_own:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Name of the view"))
        dialog.setTextValue(view.name)
        dialog.textValueSelected.connect(self._on_name_text_value_selected)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def _on_name_text_value_selected(self, name: str) -> None:
        view = self._current()
        if view is None or not name.strip():
            return
        item = self._list.currentItem()
        renamed = replace(view, name=name.strip()[:LONGEST_NAME])
        item.setData(_VIEW, renamed)
        item.setText(self._label(renamed))
        self.renamed.emit(renamed)

    @Slot()
    def _on_delete_clicked(self) -> None:
        view = self._current()
        if view is not None and view.is_own:
            self._list.takeItem(self._list.currentRow())
            self._nothing.setVisible(not self._list.count())
            self.deleted.emit(view)


class SaveViewDialog(QDialog):
    """Asks for a view's name, and a supervisor whether the team gets it."""

    #: The view is to be saved: its name, whether it is shared.
    confirmed = Signal(str, bool)

    def __init__(self, *, may_share: bool, parent: QWidget, is_filter: bool = False) -> None:
        """Ask for a name.

        Args:
            may_share: Whether the team may get it.
            parent: The window over which it opens.
            is_filter: Whether a filter alone is saved, and no list's view.
        """
        super().__init__(parent)
        name = self.tr("Name of the filter") if is_filter else self.tr("Name of the view")
        self.setWindowTitle(self.tr("Save filter") if is_filter else self.tr("Save view"))
        self._name = QLineEdit(self)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setAccessibleName(name)
        self._share = QCheckBox(self.tr("Share with the team"), self)
        self._share.setVisible(may_share)
        self._save = QPushButton(self.tr("Save"), self)
        self._save.setProperty("kind", "primary")
        self._save.setDefault(True)
        self._save.setEnabled(False)
        self._name.textChanged.connect(self._on_name_text_changed)
        self._save.clicked.connect(self._on_save_clicked)
        hint = self.tr("Tab, text, filter, order and columns are saved as they are now.")
        if is_filter:
            hint = self.tr("Words, days, sample and all choices are saved as they are now.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("heading", name, self))
        layout.addWidget(self._name)
        layout.addWidget(self._share)
        layout.addWidget(ranked_label("muted", hint, self))
        layout.addWidget(self._save, alignment=Qt.AlignmentFlag.AlignRight)
        self._name.setFocus()

    @Slot(str)
    def _on_name_text_changed(self, text: str) -> None:
        self._save.setEnabled(bool(text.strip()))

    @Slot()
    def _on_save_clicked(self) -> None:
        self.accept()
        self.confirmed.emit(self._name.text().strip(), self._share.isChecked())

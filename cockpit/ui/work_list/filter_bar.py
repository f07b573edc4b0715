"""Search field and groups: what narrows the work list."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.work_list.prepared import Group

TYPING_MS = 700
_SEARCH_WIDTHS = (170, 304)


class SearchField(QLineEdit):
    """Where free text is typed; Down and Enter go on to the list."""

    #: Enter or Down: go on to the list.
    left_for_list = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left_for_list.emit()
            return
        super().keyPressEvent(event)


class FilterBar(QWidget):
    """The search field and a chip for each group, with how many customers it holds."""

    #: The text or the group changed.
    changed = Signal()
    #: Enter or Down in the search field.
    left_for_list = Signal()
    #: No key was pressed for a while.
    typing_ended = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._counts: Mapping[Group, int] = {}
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.typing_ended)
        self._search = SearchField(self)
        self._search.setMinimumWidth(_SEARCH_WIDTHS[0])
        self._search.setMaximumWidth(_SEARCH_WIDTHS[1])
        self._search.setClearButtonEnabled(False)
        self._glass = QAction(self)
        self._search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._search.textEdited.connect(self._on_text_edited)
        self._search.textChanged.connect(self.changed)
        self._search.left_for_list.connect(self.left_for_list)
        self._chips: dict[Group, QPushButton] = {}
        self._chip_group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._search, 100)
        layout.addSpacing(Space.S)
        for group in Group:
            layout.addWidget(self._make_chip(group))
        layout.addStretch()
        self._chips[Group.ALL].setChecked(True)
        self._chip_group.buttonToggled.connect(self._on_chip_toggled)
        ctx.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._retranslate()

    @property
    def query(self) -> str:
        """Return the text searched for."""
        return self._search.text()

    @property
    def group(self) -> Group:
        """Return the group shown."""
        return next(group for group, chip in self._chips.items() if chip.isChecked())

    @property
    def is_typing(self) -> bool:
        """Return whether a key was pressed in the search field a moment ago."""
        return self._typing.isActive()

    def set_group(self, group: Group) -> None:
        """Show a group."""
        self._chips[group].setChecked(True)

    def step_group(self, distance: int) -> None:
        """Show the group that many chips further on."""
        groups = list(Group)
        self.set_group(groups[(groups.index(self.group) + distance) % len(groups)])

    def set_query(self, query: str) -> None:
        """Search for a text."""
        self._search.setText(query)

    def focus_search(self, text: str = "") -> None:
        """Go to the search field; ``text`` takes the place of what is there."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        if text:
            self._search.insert(text)

    def has_search_focus(self) -> bool:
        """Return whether the search field has the keyboard."""
        return self._search.hasFocus()

    def set_counts(self, counts: Mapping[Group, int]) -> None:
        """Show how many customers each group holds."""
        self._counts = counts
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def word(self, group: Group) -> str:
        """Return a group's name."""
        return {
            Group.ALL: self.tr("All"),
            Group.CALLBACKS: self.tr("Callbacks"),
            Group.AT_RISK: self.tr("At risk"),
            Group.INACTIVE: self.tr("Inactive"),
            Group.NEW: self.tr("New"),
            Group.ACTIVE: self.tr("Active"),
            Group.LOST: self.tr("Lost"),
            Group.PROSPECT: self.tr("Prospects"),
        }[group]

    def _make_chip(self, group: Group) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._chip_group.addButton(chip)
        self._chips[group] = chip
        return chip

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Name, code, CNPJ, phone or city"))
        self._search.setAccessibleName(self.tr("Search"))
        for group, chip in self._chips.items():
            count = self._counts.get(group)
            shown = "" if count is None else f" {formats.integer(count, self._ctx.language)}"
            chip.setText(self.word(group) + shown)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._typing.start()

    @Slot(object, bool)
    def _on_chip_toggled(self, chip: object, checked: bool) -> None:
        if checked:
            self.changed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._glass.setIcon(self._ctx.theme.icon("search", "ink_quiet"))

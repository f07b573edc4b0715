"""Search field and tabs: what narrows the work list at one key."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.list_query import Group, GroupTotal
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.work_list.amounts import short_reais
from cockpit.ui.work_list.filter_words import group_word

TYPING_MS = 700
_SEARCH_WIDTHS = (170, 304)
_GAP = 2


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


class _Tab(QPushButton):
    """A chip with room for its words in the bold type of the chosen one."""

    @override
    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        plain = self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(
            max(0, QFontMetrics(bold).horizontalAdvance(self.text()) - plain), 0
        )


class FilterBar(QWidget):
    """The search field, a chip for each tab with its count, and the doors to filter and views.

    Tabs that have no room stand in the menu of the last chip.
    """

    #: The text or the tab changed.
    changed = Signal()
    #: Enter or Down in the search field.
    left_for_list = Signal()
    #: No key was pressed for a while.
    typing_ended = Signal()
    #: The filter builder is wanted.
    filter_requested = Signal()
    #: The saved views are wanted.
    views_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._totals: Mapping[Group, GroupTotal] = {}
        self._conditions = 0
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.typing_ended)
        self._search = SearchField(self)
        self._search.setMinimumWidth(_SEARCH_WIDTHS[0])
        self._search.setMaximumWidth(_SEARCH_WIDTHS[1])
        self._glass = QAction(self)
        self._search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._search.textEdited.connect(self._on_text_edited)
        self._search.textChanged.connect(self.changed)
        self._search.left_for_list.connect(self.left_for_list)
        self.filter_button = IconButton(ctx.theme, "filter", self)
        self.filter_button.clicked.connect(self.filter_requested)
        self.views_button = IconButton(ctx.theme, "save", self)
        self.views_button.clicked.connect(self.views_requested)
        self._chip_group = QButtonGroup(self)
        self._chips = {group: self._make_chip() for group in Group}
        self._more = QPushButton(self)
        self._more.setProperty("kind", "chip")
        self._more_menu = QMenu(self._more)
        self._more.setMenu(self._more_menu)
        self._more_menu.triggered.connect(self._on_more_menu_triggered)
        self._lay_out()
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
        """Return the tab shown."""
        return next(group for group, chip in self._chips.items() if chip.isChecked())

    @property
    def is_typing(self) -> bool:
        """Return whether a key was pressed in the search field a moment ago."""
        return self._typing.isActive()

    def set_group(self, group: Group) -> None:
        """Show a tab."""
        self._chips[group].setChecked(True)

    def step_group(self, distance: int) -> None:
        """Show the tab that many chips further on."""
        groups = list(Group)
        self.set_group(groups[(groups.index(self.group) + distance) % len(groups)])

    def set_query(self, query: str) -> None:
        """Search for a text."""
        self._search.setText(query)

    def clear_query(self) -> bool:
        """Search for nothing; return whether something was searched for."""
        was_narrow = bool(self.query)
        self.set_query("")
        return was_narrow

    def set_both(self, group: Group, query: str) -> None:
        """Show a tab narrowed by a text, and tell of it once."""
        was_blocked = self.blockSignals(True)
        self.set_group(group)
        self.set_query(query)
        self.blockSignals(was_blocked)
        self.changed.emit()

    def focus_search(self, text: str = "") -> None:
        """Go to the search field; ``text`` takes the place of what is there."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        if text:
            self._search.insert(text)
            self._typing.start()

    def has_search_focus(self) -> bool:
        """Return whether the search field has the keyboard."""
        return self._search.hasFocus()

    def set_totals(self, totals: Mapping[Group, GroupTotal]) -> None:
        """Show how many customers each tab holds, and what is at risk there."""
        if totals != self._totals:
            self._totals = totals
            self._retranslate()

    def set_condition_count(self, count: int) -> None:
        """Show whether the filter builder narrows the list."""
        self._conditions = count
        self.filter_button.set_icon_name("filter", "accent" if count else "ink_muted")
        self._retranslate()

    def word(self, group: Group) -> str:
        """Return a tab's name."""
        return group_word(group)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room for the chosen tab alone: the others can stand in the menu."""
        width = self._taken() + self._more.sizeHint().width() + _GAP
        width += self._chips[self.group].sizeHint().width() + _GAP
        return QSize(width, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._search, 100)
        layout.addWidget(self.filter_button)
        layout.addWidget(self.views_button)
        layout.addSpacing(Space.S)
        for chip in self._chips.values():
            layout.addWidget(chip)
        layout.addWidget(self._more)
        layout.addStretch()

    def _make_chip(self) -> QPushButton:
        chip = _Tab(self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._chip_group.addButton(chip)
        return chip

    def _taken(self) -> int:
        """Return the room that the chips never get."""
        buttons = self.filter_button.sizeHint().width() + self.views_button.sizeHint().width()
        return _SEARCH_WIDTHS[0] + buttons + Space.S + 2 * _GAP

    def _share_room(self) -> None:
        """Show the chips that fit, the chosen one among them; the others go into the menu."""
        room = self.width() - self._taken()
        widths = {group: chip.sizeHint().width() + _GAP for group, chip in self._chips.items()}
        if sum(widths.values()) <= room:
            shown = set(Group)
        else:
            room -= self._more.sizeHint().width() + _GAP + widths[self.group]
            shown = {self.group}
            for group in Group:
                if group is not self.group:
                    room -= widths[group]
                    if room < 0:
                        break
                    shown.add(group)
        for group, chip in self._chips.items():
            chip.setVisible(group in shown)
        self._more.setVisible(len(shown) < len(Group))
        self._more_menu.clear()
        for group in Group:
            if group not in shown:
                self._more_menu.addAction(self._chips[group].text()).setData(group)

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Name, code, CNPJ, phone or city"))
        self._search.setAccessibleName(self.tr("Search"))
        self.filter_button.set_title(
            self.tr("Filter: %n condition(s)", "", self._conditions)
            if self._conditions
            else self.tr("Filter"),
            "Ctrl+Shift+F",
        )
        self.views_button.set_title(self.tr("Saved views"), "Ctrl+Shift+V")
        self._more.setText(self.tr("More"))
        language = self._ctx.language
        for group, chip in self._chips.items():
            total, word = self._totals.get(group), self.word(group)
            if total is None:
                chip.setText(word)
                continue
            count = formats.integer(total.count, language)
            chip.setText(f"{word} {count}")
            at_risk = self.tr("{amount} at risk").format(
                amount=short_reais(total.at_risk_cents, language)
            )
            chip.setToolTip(f"{word}: {count}\n{at_risk}")
            chip.setAccessibleName(f"{word}: {count}, {at_risk}")
        self._share_room()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._typing.start()

    @Slot(object, bool)
    def _on_chip_toggled(self, chip: object, checked: bool) -> None:
        if checked:
            self._share_room()
            self.changed.emit()

    @Slot(QAction)
    def _on_more_menu_triggered(self, action: QAction) -> None:
        self.set_group(Group(action.data()))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._glass.setIcon(self._ctx.theme.icon("search", "ink_quiet"))

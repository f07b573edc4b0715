"""Whom figures are about: typed letters find a team, a region, a campaign; Enter adds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from cockpit.domain.formats import Language
from cockpit.domain.indicators import Choices, Cut, CutKey
from cockpit.domain.plain_text import plain
from cockpit.ui.indicators.words import cut_word, name_of
from cockpit.ui.widgets.popover import Popover

_WIDTH, _ROWS_HEIGHT, _MOST = 380, 300, 200
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value.

    Attributes:
        cut: Of which cut.
        key: Which.
        text: As it is shown: "Region: South".
    """

    cut: Cut
    key: CutKey
    text: str


def choices_of(choices: Choices, language: Language) -> list[Choice]:
    """Return everything that can be chosen, cut after cut."""
    return [
        Choice(cut, one.key, f"{cut_word(cut, language)}: {name_of(cut, one, language)}")
        for cut in Cut
        for one in choices.names.get(cut, ())
    ]


class NarrowPopover(Popover):
    """The values that fit what is typed."""

    #: A value was chosen: a ``Choice``.
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self._all: list[tuple[Choice, str]] = []
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(_ROWS_HEIGHT)
        self.list.itemClicked.connect(self._on_item_clicked)
        self.body.addWidget(self.line)
        self.body.addWidget(self.list)
        self.line.textChanged.connect(self._on_text_changed)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these."""
        self._all = [(one, plain(one.text)) for one in choices]
        self._on_text_changed(self.line.text())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.line.setPlaceholderText(self.tr("Region, team, campaign, channel…"))
        self.line.setAccessibleName(self.tr("Whom the figures are about"))
        self.list.setAccessibleName(self.tr("What can be chosen"))

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            row = max(0, min(self.list.currentRow() + _STEPS[key], self.list.count() - 1))
            self.list.setCurrentRow(row)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentItem())
            return True
        return False

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        words = plain(text).split()
        self.list.clear()
        for one, searched in self._all:
            if self.list.count() >= _MOST:
                break
            if all(word in searched for word in words):
                item = QListWidgetItem(one.text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, one)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            chosen: Choice = item.data(Qt.ItemDataRole.UserRole)
            self.close_popover()
            self.chosen.emit(chosen)

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)

"""The timeline's filter: a chip per kind with its count; a digit does the same as a click."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cockpit.domain.sections import StoryKind
from cockpit.ui.customer_panel.story_words import kind_icon, kind_word
from cockpit.ui.theme import FontRole, Space, Theme
from cockpit.ui.widgets.flow_layout import FlowLayout

ICON = 16


class KindBar(QWidget):
    """Kinds that the customer has entries of; none chosen shows all of them."""

    #: Other kinds are chosen.
    chosen_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[StoryKind, int] = {}
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        self._flow.setSpacing(0)
        self.chips: dict[StoryKind, QToolButton] = {}
        for kind in StoryKind:
            chip = QToolButton(self)
            chip.setCheckable(True)
            chip.setProperty("kind", "filter")
            chip.setFont(theme.font(FontRole.CAPTION))
            chip.setIconSize(QSize(ICON, ICON))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            chip.clicked.connect(self.chosen_changed)
            self._flow.addWidget(chip)
            self.chips[kind] = chip
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def chosen(self) -> frozenset[StoryKind]:
        """Return the chosen kinds."""
        return frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())

    def set_counts(self, counts: Mapping[StoryKind, int], *, is_new: bool) -> None:
        """Show how many entries there are of each kind; for a new customer none is chosen."""
        for chip in self.chips.values() if is_new else ():
            chip.setChecked(False)
        if counts != self._counts:
            self._counts = dict(counts)
            self._retranslate()

    def toggle_number(self, number: int) -> None:
        """Choose the kind of that place, or leave it again; 0 shows all kinds."""
        kinds = [kind for kind in StoryKind if self._counts.get(kind)]
        if number == 0:
            for chip in self.chips.values():
                chip.setChecked(False)
        elif number <= len(kinds):
            self.chips[kinds[number - 1]].toggle()
        self.chosen_changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        place = 0
        for kind, chip in self.chips.items():
            count = self._counts.get(kind, 0)
            chip.setVisible(bool(count))
            if not count:
                chip.setChecked(False)
                continue
            place += 1
            key = f" ({place})" if place <= 9 else ""
            chip.setText(str(count))
            chip.setToolTip(f"{kind_word(kind)}{key}")
            chip.setAccessibleName(f"{kind_word(kind)}, {count}")
        self._flow.invalidate()
        self.updateGeometry()

    @Slot()
    def _on_theme_changed(self) -> None:
        for kind, chip in self.chips.items():
            ratio = self.devicePixelRatioF()
            chip.setIcon(QIcon(self._theme.pixmap(kind_icon(kind), ICON, "ink_muted", ratio)))

"""The sections' names in two rows: every name in full, and never in another place.

Ten names do not fit into one row beside a list; icons alone would have to be guessed, and an
overflow would hide what the operator looks for. Painted, for the counts change with each customer.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget
from typing_extensions import override

from cockpit.ui.customer_panel.section_id import SectionId, Tally, section_word
from cockpit.ui.theme import FontRole, Space, Theme

COLUMNS = 5
CELL_HEIGHT = 26
_NOTHING = Tally()
_INSET = 2


class SectionCell(QAbstractButton):
    """One section's name and count."""

    def __init__(self, theme: Theme, section: SectionId, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._tally = _NOTHING
        self.section = section
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._font = theme.font(FontRole.SMALL)
        self._strong = theme.font(FontRole.SMALL)
        self._strong.setWeight(theme.font(FontRole.HEADING).weight())
        self._figures = theme.font(FontRole.CAPTION)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the name in the present language."""
        word, count = section_word(self.section), self._tally.count
        self.setText(word)
        self.setAccessibleName(f"{word}, {count}" if count else word)
        self.setToolTip(f"{word} ({self._key})")
        self.update()

    def set_tally(self, tally: Tally) -> None:
        """Show another count."""
        if tally != self._tally:
            self._tally = tally
            self.retranslate()

    def words(self) -> str:
        """Return the name with its count."""
        return f"{self.text()} {self._tally.count}" if self._tally.count else self.text()

    @override
    def sizeHint(self) -> QSize:
        return QSize(64, CELL_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, room = self._theme, self.rect()
        if self.isChecked():
            painter.fillRect(
                QRect(2, room.height() - 2, room.width() - 4, 2), theme.colour("accent")
            )
        elif self.underMouse():
            painter.fillRect(room, theme.colour("hover"))
        count = str(self._tally.count) if self._tally.count else ""
        font = self._strong if self.isChecked() else self._font
        wide = QFontMetrics(self._figures).horizontalAdvance(count) + 3 if count else 0
        names = QFontMetrics(font)
        most = room.width() - 2 * _INSET - wide
        word = names.elidedText(self.text(), Qt.TextElideMode.ElideRight, most)
        used = names.horizontalAdvance(word)
        left = max(_INSET, (room.width() - used - wide) // 2)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if self.isChecked() else "ink_muted"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room.adjusted(left, 0, 0, 0), middle, word)
        painter.setFont(self._figures)
        painter.setPen(theme.colour(self._tally.tone))
        painter.drawText(room.adjusted(left + used + 3, 0, 0, 0), middle, count)
        if self.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.drawRect(room.adjusted(0, 0, -1, -1))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class SectionBar(QWidget):
    """All sections; exactly one is chosen."""

    #: A section was chosen by hand (SectionId).
    section_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(Space.XS, 0, Space.XS, 0)
        layout.setSpacing(0)
        self._cells: dict[SectionId, SectionCell] = {}
        for number, section in enumerate(SectionId):
            cell = SectionCell(theme, section, f"Alt+{(number + 1) % 10}", self)
            layout.addWidget(cell, number // COLUMNS, number % COLUMNS)
            self._group.addButton(cell)
            self._cells[section] = cell
        for column in range(COLUMNS):
            layout.setColumnStretch(column, 1)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        theme.changed.connect(self._on_theme_changed)

    def cells(self) -> Sequence[SectionCell]:
        """Return the cells in their order."""
        return tuple(self._cells.values())

    def choose(self, section: SectionId) -> None:
        """Mark a section as the one in view."""
        self._cells[section].setChecked(True)

    def set_tallies(self, tallies: Mapping[SectionId, Tally]) -> None:
        """Show what the sections hold; one that is not named holds nothing."""
        for section, cell in self._cells.items():
            cell.set_tally(tallies.get(section, _NOTHING))

    @Slot(QAbstractButton)
    def _on_group_button_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, SectionCell):
            self.section_chosen.emit(button.section)

    @Slot()
    def _on_theme_changed(self) -> None:
        for cell in self._cells.values():
            cell.update()

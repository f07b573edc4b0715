"""A note as it is read: its text, with what was looked for marked in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.note_search import NoteSearch, marked
from cockpit.ui.theme import FontRole, Theme
from cockpit.ui.widgets.record_table import CELL_INSET, Index, Role

if TYPE_CHECKING:
    from cockpit.domain.review import ReviewRow

#: Characters of the note before the first match that a row shows.
_BEFORE = 24
_SHOWN = 240


class NoteText(QPlainTextEdit):
    """The whole note, selectable and never written in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = NoteSearch()
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setProperty("role", "reading")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme.changed.connect(self._on_theme_changed)

    def show_note(self, note: str, search: NoteSearch) -> None:
        """Show a note, with what was looked for marked."""
        self._search = search
        self.setPlainText(note)
        self._mark()

    def marked_words(self) -> list[str]:
        """Return what is marked."""
        return [one.cursor.selectedText() for one in self.extraSelections()]

    def _mark(self) -> None:
        note = self.toPlainText()
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("warning_soft"))
        look.setForeground(self._theme.colour("warning"))
        found = []
        for start, end in marked(self._search, note):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(note, start))
            cursor.setPosition(_units(note, end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            found.append(selection)
        self.setExtraSelections(found)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._mark()


class NoteDelegate(QStyledItemDelegate):
    """Paints a row's note from a little before the first match, with the matches marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search = NoteSearch()

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # painted below

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: ReviewRow | None = index.data(Role.RECORD)
        if row is None:
            return
        text, spans = shown_part(row.note, self.search)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(self._theme.font(FontRole.NUMBER))
        letters = painter.fontMetrics()
        room = option.rect.adjusted(CELL_INSET, 0, -CELL_INSET, 0)
        painter.setClipRect(room)
        for start, end in spans:
            left = room.left() + letters.horizontalAdvance(text[:start])
            width = letters.horizontalAdvance(text[start:end])
            band = room.adjusted(0, 4, 0, -4)
            band.setLeft(left - 1)
            band.setWidth(width + 2)
            painter.fillRect(band, self._theme.colour("warning_soft"))
        painter.setPen(self._theme.colour("ink" if row.is_unread or is_chosen else "ink_muted"))
        shown = letters.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


def shown_part(note: str, search: NoteSearch) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a note in one line, from a little before the first match on, and the matches in it."""
    line = note.replace("\n", " ").replace("\t", " ")
    spans = marked(search, line) if search else ()
    begin = max(0, spans[0][0] - _BEFORE) if spans else 0
    lead = "… " if begin else ""
    moved = len(lead) - begin
    text = lead + line[begin : begin + _SHOWN]
    return text, tuple(
        (start + moved, end + moved) for start, end in spans if end + moved <= len(text)
    )


def _units(text: str, place: int) -> int:
    """Return a place as Qt counts it, for whom some characters are two."""
    return len(text[:place].encode("utf-16-le")) // 2

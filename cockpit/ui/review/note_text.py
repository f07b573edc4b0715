"""A note as it is read: its text, with what was looked for marked in it."""

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextCursor
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
    from collections.abc import Callable

    from cockpit.domain.review import ReviewRow

#: Characters of the note before the first match that a row shows.
_BEFORE = 24
_SHOWN = 240
#: Above and below the two lines of a row.
ROW_INSET = 4
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_CUT = Qt.TextElideMode.ElideRight
_FONTS = {False: FontRole.NUMBER, True: FontRole.STRONG_NUMBER}

#: Both lines of a row's cell.
Lines: TypeAlias = "Callable[[ReviewRow], tuple[str, str]]"


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


class LinesDelegate(QStyledItemDelegate):
    """Paints two lines in a cell: what it is about, and below it, more quietly, more of it.

    Attributes:
        search: What is looked for; marked in the second line where that is a note.
    """

    def __init__(self, theme: Theme, lines: Lines, parent: QWidget, *, is_note: bool) -> None:
        """Make one for a column.

        Args:
            theme: The look.
            lines: Returns both lines of a row.
            parent: Whose.
            is_note: Whether the second line is the note, from a little before the first match.
        """
        super().__init__(parent)
        self._theme, self._lines, self._is_note = theme, lines, is_note
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
        first, second = self._lines(row)
        room = option.rect.adjusted(CELL_INSET, ROW_INSET, -CELL_INSET, -ROW_INSET)
        foot = room.adjusted(0, line_height(self._theme, FontRole.NUMBER), 0, 0)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(room)
        painter.setFont(self._theme.font(_FONTS[row.is_unread and self._is_note]))
        painter.setPen(self._theme.colour("ink"))
        letters = painter.fontMetrics()
        painter.drawText(room, _TOP, letters.elidedText(first, _CUT, room.width()))
        painter.setFont(self._theme.font(FontRole.SMALL))
        painter.setPen(self._theme.colour("ink" if is_chosen else "ink_muted"))
        if self._is_note:
            second, spans = shown_part(row.note, self.search)
            self._mark(painter, foot, second, spans)
        letters = painter.fontMetrics()
        painter.drawText(foot, _TOP, letters.elidedText(second, _CUT, foot.width()))
        painter.restore()

    def _mark(
        self, painter: QPainter, room: QRect, text: str, spans: tuple[tuple[int, int], ...]
    ) -> None:
        letters = painter.fontMetrics()
        for start, end in spans:
            left = room.left() + letters.horizontalAdvance(text[:start])
            width = letters.horizontalAdvance(text[start:end])
            band = QRect(left - 1, room.top(), width + 2, letters.height())
            painter.fillRect(band, self._theme.colour("warning_soft"))


def line_height(theme: Theme, role: FontRole) -> int:
    """Return how high one line in a font is, in pixels."""
    return QFontMetrics(theme.font(role)).height()


def row_height(theme: Theme) -> int:
    """Return how high a row of two lines is, in pixels."""
    lines = line_height(theme, FontRole.NUMBER) + line_height(theme, FontRole.SMALL)
    return lines + 2 * ROW_INSET


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

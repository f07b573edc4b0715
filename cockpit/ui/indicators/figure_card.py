"""A big figure: what it is, how much, and how it changed; Enter opens the customers behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.ui.indicators.words import Write, change_words, definition, figure_title, moved_words
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel, ranked_label
from cockpit.ui.widgets.plain_tip import plain_tip

_LEAST_WIDTH = 120


class FigureCard(QFrame):
    """One figure.

    Attributes:
        figure: Which.
    """

    #: The customers behind it are wanted: what opens them.
    opened = Signal(object)

    def __init__(self, figure: Defined, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = figure
        self._opens: object = None
        self.setProperty("role", "figure")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel("caption", self)
        self._value = ranked_label("display", parent=self)
        self._change = ElidedLabel("small", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(1)
        for one in (self._title, self._value, self._change):
            layout.addWidget(one)

    def show_figure(
        self,
        now: float | None,
        before: float | None,
        write: Write,
        language: Language,
        *,
        opens: object = None,
        note: str = "",
    ) -> None:
        """Show a value.

        Args:
            now: The period's; None where there is none.
            before: What it is compared with; None without.
            write: Writes both.
            language: In which language.
            opens: What opens the customers behind it; None where nobody is.
            note: Stands in place of the comparison where there is none.
        """
        self._opens = opens
        title, value = figure_title(self.figure, language), write(now, language)
        change = change_words(now, before, write, language)
        change = f"{change} · {note}" if change and note else change or note
        self._title.set_full_text(title)
        self._value.setText(value)
        short = "" if note else moved_words(now, before, write, language)
        self._change.set_full_text(change, short)
        self.setAccessibleName(f"{title}: {value}" + (f"; {change}" if change else ""))
        self.setAccessibleDescription(definition(self.figure, language))
        self.setToolTip(plain_tip(definition(self.figure, language)))
        can = opens is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor)

    def value_text(self) -> str:
        """Return the figure as it is shown."""
        return self._value.text()

    def change_text(self) -> str:
        """Return how it changed, as it is said."""
        return self._change.full_text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._opens is not None:
            self.opened.emit(self._opens)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._opens is not None:
            self.opened.emit(self._opens)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)


def card_row(cards: list[FigureCard]) -> QHBoxLayout:
    """Lay cards out side by side."""
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for card in cards:
        row.addWidget(card, 1)
    return row

"""What the page's figures count, over the page; Escape closes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.ui.indicators.words import definition, figure_title
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_WIDTH, _EDGE = 460, 12


class Definitions(QScrollArea):
    """The definitions of some figures, the one that has the keyboard first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._came_from: QWidget | None = None
        self.setProperty("role", "popover")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._texts: list[str] = []
        self.hide()

    def open(self, figures: Sequence[Defined], title: str, language: Language) -> None:
        """Show these definitions, with the keyboard to scroll through them."""
        focused = self.window().focusWidget()
        if focused is not self:
            self._came_from = focused
        page = QFrame()
        page.setProperty("role", "surface")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.XS)
        layout.addWidget(ranked_label("title", title, page))
        self._texts = []
        for figure in figures:
            name = ranked_label("heading", figure_title(figure, language), page)
            words = ranked_label("muted", definition(figure, language), page)
            words.setWordWrap(True)
            layout.addSpacing(Space.XS)
            layout.addWidget(name)
            layout.addWidget(words)
            self._texts += [name.text(), words.text()]
        layout.addStretch()
        self.setWidget(page)
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(self._texts))
        self.place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Take the right side of the screen."""
        room = self._over.rect()
        width = min(_WIDTH, room.width() - 2 * _EDGE)
        self.setGeometry(room.right() - width - _EDGE, 100, width, room.height() - 100 - _EDGE)

    def texts(self) -> list[str]:
        """Return what is shown: names and definitions by turns."""
        return list(self._texts)

    def close_definitions(self) -> bool:
        """Hide it and give the keyboard back; return whether it was shown."""
        if not self.isVisible():
            return False
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_I}:
            self.close_definitions()
        else:
            super().keyPressEvent(event)

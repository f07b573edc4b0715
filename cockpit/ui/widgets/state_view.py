"""What stands in place of a list or panel that has nothing to show: why, and what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.ui.theme import Space, Theme
from cockpit.ui.widgets.labels import ranked_label

ICON = 40
WIDEST, LEAST = 420, 120


class StateView(QWidget):
    """An icon, one sentence, and at most one button, in the middle of the room it has."""

    #: The button was pressed.
    action_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._theme = theme
        self._icon_name = "inbox"
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = ranked_label("muted", parent=self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.action_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        layout.setSpacing(Space.M)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._sentence, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        theme.changed.connect(self._on_theme_changed)
        self.show_state("inbox", "")

    def show_state(self, icon_name: str, sentence: str, action: str = "") -> None:
        """Say what is the matter; ``action`` is the button's text, if there is one."""
        self._icon_name = icon_name
        self._sentence.setText(sentence)
        self._wrap()
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._on_theme_changed()

    def focus_action(self) -> bool:
        """Give the keyboard to the button; return whether there is one."""
        if self._button.isHidden():
            return False
        self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def sentence(self) -> str:
        """Return what is being said."""
        return self._sentence.text()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """Give the sentence its width: short lines, and never more than there is room."""
        needed = self._sentence.fontMetrics().horizontalAdvance(self.sentence()) + Space.S
        width = min(WIDEST, needed, max(LEAST, self.width() - 2 * Space.XL))
        self._sentence.setFixedWidth(width)
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(width)))

    @Slot()
    def _on_theme_changed(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap(self._icon_name, ICON, "icon_neutral", ratio))

"""A scroll area that follows the keyboard: Qt's own does so for Tab alone."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from typing_extensions import override

_LEAST_HEIGHT = 120


class FollowingArea(QScrollArea):
    """Brings the field into sight that has the keyboard, whichever key brought it there."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.viewport(), content):  # the ground is that of whoever holds the area
            part.setAutoFillBackground(False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is no widget without it
        app.focusChanged.connect(self._on_app_focus_changed)

    @override
    def sizeHint(self) -> QSize:
        """Return the size by which nothing has to be scrolled."""
        content = self._content
        least = content.minimumSizeHint()
        width = max(self.viewport().width(), least.width())
        needed = content.heightForWidth(width) if content.hasHeightForWidth() else 0
        return QSize(least.width(), max(least.height(), needed))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the content's width, and the height of a few fields."""
        return QSize(self._content.minimumSizeHint().width(), _LEAST_HEIGHT)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self.updateGeometry()  # what it needs is another height now
        return super().eventFilter(watched, event)

    @Slot("QWidget*", "QWidget*")
    def _on_app_focus_changed(self, former: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now)

"""The card's rich text: read by eye and by screen reader, its links worked by keyboard."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from cockpit.ui.pitch_card.document import ARGUMENT, RETRY
from cockpit.ui.theme import Theme

_ICON = 14
_SHARPEST = 2


class CardView(QTextBrowser):
    """Shows the text; Tab goes from link to link, a digit uses the argument of that number."""

    #: An argument was marked as used; its position (int) from 0.
    argument_used = Signal(int)
    #: What failed is to be tried again.
    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = ""
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_html(self, html: str) -> None:
        """Show a text, from where the former one was being read."""
        if html == self._html:
            return
        place = self.verticalScrollBar().value()
        self._html = html
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)

    def show_nothing(self) -> None:
        """Take away what is shown, and begin at the top again."""
        self._html = ""
        self.clear()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return an icon of the theme for ``icon:name/colour``."""
        url = QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() != "icon":
            return super().loadResource(kind, url)
        icon, _, tint = url.path().partition("/")
        return self._theme.pixmap(icon, _ICON, tint, _SHARPEST)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal() and event.text() != "0" and not event.modifiers():
            self.argument_used.emit(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith(ARGUMENT):
            self.argument_used.emit(int(address.removeprefix(ARGUMENT)))
        elif address.startswith(RETRY):
            self.retry_requested.emit()

"""Says in plain sight that the customer must not be contacted, and how."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cockpit.domain.vocabulary import Channel
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.words import channel_word

ICON = 18


class StopBanner(QFrame):
    """A band that is there only while a channel is closed."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setProperty("role", "stop")
        self._icon = QLabel(self)
        self._icon.setFixedWidth(ICON)
        self._text = ranked_label("stop", parent=self)
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        layout.setSpacing(Space.S)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def show_closed(self, closed: frozenset[Channel]) -> None:
        """Name the closed channels; none hides the banner."""
        self.setVisible(bool(closed))
        if not closed:
            return
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._ctx.theme.pixmap("ban", ICON, "on_accent", ratio))
        if closed == frozenset(Channel):
            self._text.setText(self.tr("Do not contact: this customer asked not to be contacted."))
        else:
            words = [channel_word(channel) for channel in Channel if channel in closed]
            text = self.tr("Do not contact by: %1").replace("%1", ", ".join(words))
            self._text.setText(text)

"""The heart of the panel: how the customer buys and how late they are, in one sentence."""

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.cycle_facts import CycleFacts
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

BAR = 3


class CycleCard(QFrame):
    """The explained cycle: a bar in the status's colour, the sentence, short facts."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._panel: CustomerPanel | None = None
        self._status = LifecycleStatus.ACTIVE
        self.setProperty("role", "cycle")
        self._sentence = ranked_label("sentence", parent=self)
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = CycleFacts(ctx, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M + BAR, Space.S, Space.M, 6)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._sentence)
        layout.addWidget(self.facts)
        ctx.theme.changed.connect(self._on_theme_changed)

    def sentence(self) -> str:
        """Return the sentence shown."""
        return self._sentence.text()

    def show_panel(self, panel: CustomerPanel) -> None:
        """Explain a customer."""
        self._panel = panel
        self._status = panel.verdict.status
        self.facts.show_verdict(panel.verdict)
        self._retranslate()
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ctx.theme.status_colour(self._status))
        painter.drawRoundedRect(QRectF(Space.XS, 8, BAR, self.height() - 16), 1.5, 1.5)

    def _retranslate(self) -> None:
        if self._panel is not None:
            text = resources.text(self._panel.explanation, self._ctx.language)
            self._sentence.setText(text[:1].upper() + text[1:] + ".")

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

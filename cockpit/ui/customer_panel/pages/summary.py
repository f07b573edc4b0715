"""The summary: why they stand here, how they buy, what they bought over time and how often."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.priority import Factors
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.cycle_card import CycleCard
from cockpit.ui.customer_panel.cycle_page import LEAST_HEIGHT, CyclePage
from cockpit.ui.customer_panel.pages.page import Client, ClientPage
from cockpit.ui.customer_panel.reason_line import decomposition
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.still import held_still


class SummaryPage(ClientPage):
    """Needs nothing but the panel, so it is there before the story."""

    icon = "chart"
    needs_story = False

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.card = CycleCard(ctx)
        self.charts = CyclePage(ctx)
        self.factors = ranked_label("small")
        self.factors.setWordWrap(True)
        self.factors.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._inside = inside = QWidget()
        inside.setProperty("role", "surface")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, Space.S, 0, 0)
        layout.setSpacing(Space.XS)
        top = QVBoxLayout()
        top.setContentsMargins(Space.M, 0, Space.M, 0)
        top.setSpacing(Space.XS)
        top.addWidget(self.card)
        top.addWidget(self.factors)
        layout.addLayout(top)
        layout.addWidget(self.charts, 1)
        self.charts.setMinimumHeight(LEAST_HEIGHT)
        self._scroll = QScrollArea(self.body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.content.addWidget(self._scroll)

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        with held_still(self._inside, self.card, self.charts):
            self.card.show_panel(client.panel)
            self.charts.show_panel(client.panel)
            self.show_reason(client.reason)
        if not keep_place:
            self._scroll.verticalScrollBar().setValue(0)

    def show_reason(self, reason: tuple[str, Factors | None] | None) -> None:
        """Say what the position is made of."""
        factors = reason[1] if reason is not None else None
        words = decomposition(factors, self._ctx.language) if factors is not None else ""
        self.factors.setText(words)
        self.factors.setVisible(bool(words))

    @override
    def take_focus(self) -> None:
        self.charts.setFocus(Qt.FocusReason.ShortcutFocusReason)

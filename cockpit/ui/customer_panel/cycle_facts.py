"""What goes with the explained cycle: the trend, the revenue that is lost, and the other rule."""

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle import CycleVerdict
from cockpit.domain.vocabulary import LifecycleStatus, Trend
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space
from cockpit.ui.widgets.flow_layout import FlowLayout
from cockpit.ui.widgets.labels import StatusLabel, ranked_label
from cockpit.ui.words import trend_word

CHIP_HEIGHT = 18
_ICON = 12
_LOOKS = {
    Trend.UP: ("trend-up", "success"),
    Trend.FLAT: ("trend-flat", "ink_muted"),
    Trend.DOWN: ("trend-down", "danger"),
}
_LATE = (LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE, LifecycleStatus.LOST)
_NEITHER_RULE = (LifecycleStatus.BLOCKED, LifecycleStatus.PROSPECT)


class RuleChip(QFrame):
    """One rule's name, its status, and whether it is the one that decides."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "badge-muted")
        self.setFixedHeight(CHIP_HEIGHT)
        self._name = ranked_label("caption", parent=self)
        self._status = StatusLabel(ctx.theme, self)
        self._status.setFont(ctx.theme.font(FontRole.CAPTION))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(5, 0, 5, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._name)
        layout.addWidget(self._status)

    def show_rule(self, name: str, status: LifecycleStatus, *, decides: bool) -> None:
        """Show a rule's judgement; only one of the two rules decides."""
        self._name.setText(name)
        self._status.set_status(status)
        note = self.tr("This rule decides.") if decides else self.tr("This rule only compares.")
        self.setToolTip(note)
        self.setAccessibleName(f"{self.text()}. {note}")
        self.updateGeometry()

    def text(self) -> str:
        """Return what it says."""
        return f"{self._name.text()} {self._status.accessibleName()}"


class TrendLabel(QWidget):
    """The trend's arrow and what it means."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._arrow = QLabel(self)
        self._word = ranked_label("caption", parent=self)
        self.setFixedHeight(CHIP_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 2, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._arrow)
        layout.addWidget(self._word)

    def show_trend(self, trend: Trend) -> None:
        """Show a trend."""
        icon, tint = _LOOKS[trend]
        size, ratio = QSize(_ICON, _ICON), self.devicePixelRatioF()
        self._arrow.setPixmap(self._ctx.theme.icon(icon, tint).pixmap(size, ratio))
        self._word.setText(trend_word(trend))

    def text(self) -> str:
        """Return what it says."""
        return self._word.text()


class CycleFacts(QWidget):
    """Short facts side by side: those that say something about this customer."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._verdict: CycleVerdict | None = None
        self._trend = TrendLabel(ctx, self)
        self._lost = ranked_label("caption", parent=self)
        self._lost.setFixedHeight(CHIP_HEIGHT)
        self._own, self._fixed = RuleChip(ctx, self), RuleChip(ctx, self)
        self._flow = FlowLayout(self)
        for widget in (self._trend, self._own, self._fixed, self._lost):
            self._flow.addWidget(widget)
        ctx.theme.changed.connect(self._refresh)

    def show_verdict(self, verdict: CycleVerdict) -> None:
        """Show the facts of a judgement."""
        self._verdict = verdict
        self._refresh()

    def text(self) -> str:
        """Return what it says."""
        shown = (self._trend, self._own, self._fixed, self._lost)
        return " | ".join(one.text() for one in shown if not one.isHidden())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        self._trend.show_trend(verdict.trend)
        self._trend.setToolTip(self.tr("Recent purchases against the year before them"))
        # "As usual" is said only of who still buys.
        is_telling = verdict.trend is not Trend.FLAT or verdict.status is LifecycleStatus.ACTIVE
        self._trend.setVisible(is_telling and verdict.silence_days is not None)
        lost = self._lost_words(verdict)
        self._lost.setText(lost)
        self._lost.setVisible(bool(lost))
        self._lost.setToolTip(
            self.tr("Estimates: chance that they have left × their rate × value of an order.")
        )
        self._show_rules(verdict)
        shown = (self._trend, self._lost, self._own)
        self.setVisible(any(not one.isHidden() for one in shown))
        self.updateGeometry()

    def _lost_words(self, verdict: CycleVerdict) -> str:
        """Return what the silence costs, of who has a rhythm and is silent for longer."""
        parts: list[str] = []
        if verdict.status not in _LATE or verdict.frequency_days is None:
            return ""
        if verdict.lost_so_far_cents >= 100:
            amount = self._reais(verdict.lost_so_far_cents)
            parts.append(self.tr("Lost so far: %1").replace("%1", amount))
        if verdict.lost_12m_cents >= 100:
            amount = self._reais(verdict.lost_12m_cents)
            parts.append(self.tr("next 12 months: %1").replace("%1", amount))
        return " · ".join(parts)

    def _show_rules(self, verdict: CycleVerdict) -> None:
        """Show both rules' judgements where they differ, and which of them decides."""
        is_open = verdict.status not in _NEITHER_RULE
        for chip in (self._own, self._fixed):
            chip.setVisible(is_open and verdict.own_status is not verdict.fixed_status)
        is_own = verdict.status is verdict.own_status
        self._own.show_rule(self.tr("Own cycle:"), verdict.own_status, decides=is_own)
        self._fixed.show_rule(self.tr("Fixed rule:"), verdict.fixed_status, decides=not is_own)

    def _reais(self, cents: int) -> str:
        return f"R$ {formats.integer(round(cents / 100), self._ctx.language)}"

"""The last purchases on a line, the window in which the next one was expected, and today."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.vocabulary import LifecycleStatus, OrderKind
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole

SHOWN_ORDERS = 8
DOT = 3.5
AXIS = 9
HEIGHT = 30
MARGIN = 6
GAP = 8


@dataclass(frozen=True, slots=True)
class TimelineFacts:
    """What the line shows.

    Attributes:
        days: Purchase days, ascending.
        expected_from: First day of the window in which the next purchase was expected.
        expected_until: Its last day.
    """

    days: tuple[date, ...]
    today: date
    expected_from: date
    expected_until: date
    status: LifecycleStatus


def facts_of(panel: CustomerPanel, today: date) -> TimelineFacts | None:
    """Return the facts of a customer, or None where there is no cycle to show."""
    statistics = panel.profile.statistics
    sales = {one.ordered_on for one in panel.profile.orders if one.kind is OrderKind.SALE}
    days = tuple(sorted(day for day in sales if day <= today))[-SHOWN_ORDERS:]
    if statistics.frequency_days is None or len(days) < 2:
        return None
    usual = round(statistics.frequency_days)
    low, high = statistics.gap_low_days, statistics.gap_high_days
    return TimelineFacts(
        days,
        today,
        days[-1] + timedelta(days=usual if low is None else low),
        days[-1] + timedelta(days=usual if high is None else high),
        panel.verdict.status,
    )


class Timeline(QWidget):
    """A slim picture of the sentence above it."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._facts: TimelineFacts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(ctx.theme.font(FontRole.CAPTION))
        ctx.theme.changed.connect(self._on_theme_changed)

    def show_facts(self, facts: TimelineFacts | None) -> None:
        """Show the line, or nothing."""
        self._facts = facts
        self.setVisible(facts is not None)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        facts = self._facts
        if facts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._ctx.theme
        last, now = self._x(facts, facts.days[-1]), self._x(facts, facts.today)
        start, end = self._x(facts, facts.expected_from), self._x(facts, facts.expected_until)
        window = QRectF(start - 2, AXIS - 6, max(end - start, 0) + 4, 12)
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(window, 3, 3)
        painter.setPen(QPen(theme.colour("border"), 1.5))
        painter.drawLine(QPointF(self._x(facts, facts.days[0]), AXIS), QPointF(last, AXIS))
        colour = theme.status_colour(facts.status)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(last, AXIS), QPointF(now, AXIS))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink_muted"))
        for day in facts.days:
            painter.drawEllipse(QPointF(self._x(facts, day), AXIS), DOT, DOT)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(now - 1.5, AXIS - 7, 3, 14), 1.5, 1.5)
        self._draw_captions(painter, facts)

    def _draw_captions(self, painter: QPainter, facts: TimelineFacts) -> None:
        """Write what fits without touching its neighbours, the most telling first."""
        middle = facts.expected_from + (facts.expected_until - facts.expected_from) / 2
        captions = (
            (facts.today, self.tr("today")),
            (middle, self.tr("expected")),
            (facts.days[-1], self.tr("last %1").replace("%1", f"{facts.days[-1]:%d/%m}")),
            (facts.days[0], f"{facts.days[0]:%d/%m/%y}"),
        )
        painter.setPen(self._ctx.theme.colour("ink_quiet"))
        metrics, taken = painter.fontMetrics(), list[tuple[float, float]]()
        for day, text in captions:
            width = metrics.horizontalAdvance(text)
            left = self._x(facts, day) - width / 2
            left = max(0.0, min(left, self.width() - width))
            if all(left > end + GAP or left + width + GAP < start for start, end in taken):
                taken.append((left, left + width))
                painter.drawText(QPointF(left, self.height() - metrics.descent()), text)

    def _x(self, facts: TimelineFacts, day: date) -> float:
        end = max(facts.today, facts.expected_until)
        share = (day - facts.days[0]).days / max((end - facts.days[0]).days, 1)
        return MARGIN + share * (self.width() - 2 * MARGIN)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

"""All orders of the customer in time, and how long their intervals are against today's silence."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.cycle_reports import CyclePicture, GapBin
from cockpit.ui.charts.bar_painting import Bar, BarMark
from cockpit.ui.charts.bars import BarChart
from cockpit.ui.charts.figures import percent
from cockpit.ui.charts.time_plot import TimePlot
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

#: What the page needs to be read without being squeezed.
LEAST_HEIGHT = 270
#: Higher than this, bars and their lines say nothing more.
_MOST_HEIGHTS = (340, 240)


class CyclePage(QWidget):
    """Two charts, one above the other."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._panel: CustomerPanel | None = None
        self.plot = TimePlot(ctx, self)
        self.gaps = BarChart(ctx, self)
        self._empty = ranked_label("muted", parent=self)
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self._empty)
        for chart, height in zip((self.plot, self.gaps), _MOST_HEIGHTS, strict=True):
            chart.setMaximumHeight(height)
        layout.addWidget(self.plot, 3)
        layout.addWidget(self.gaps, 2)
        layout.addStretch()
        self.setFocusProxy(self.plot)

    def show_panel(self, panel: CustomerPanel) -> None:
        """Show a customer's orders and intervals."""
        self._panel = panel
        self.plot.show_picture(panel.picture, panel.verdict.status)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._panel is None:
            return
        picture = self._panel.picture
        has_gaps = any(one.count for one in picture.gap_bins)
        self.plot.setVisible(bool(picture.order_on))
        self.gaps.setVisible(has_gaps)
        self._empty.setVisible(not has_gaps)
        self._empty.setText(
            self.tr("One order so far: an interval takes two.")
            if picture.order_on
            else self.tr("No order yet: there is nothing to draw.")
        )
        self._show_gaps(picture)

    def _show_gaps(self, picture: CyclePicture) -> None:
        count = sum(one.count for one in picture.gap_bins)
        title = self.tr("Intervals between orders")
        summary = self.tr("%n interval(s)", "", count)
        marks = []
        if picture.silence_days:
            text = self._silence(picture, picture.silence_days)
            place = bar_place(picture.gap_bins, picture.silence_days)
            marks.append(BarMark(place, text, "warning"))
            summary = f"{summary}. {text}"
        bars = [self._bar(one) for one in picture.gap_bins]
        readings = [bar.reading for bar in bars if bar.value]
        self.gaps.show_bars(title, ". ".join([summary, *readings]), bars, marks=marks)

    def _silence(self, picture: CyclePicture, days: int) -> str:
        if days < (picture.today - picture.order_on[-1]).days:
            return self.tr("%n day(s) of silence without the blocked ones", "", days)
        return self.tr("silent for %n day(s)", "", days)

    def _bar(self, one: GapBin) -> Bar:
        language = self._ctx.language
        count = self.tr("%n interval(s)", "", one.count) if one.count else self.tr("no interval")
        if one.high_days is None:
            label = f"{one.low_days}+"
            span = self.tr("%n day(s) or more", "", one.low_days)
        else:
            label = f"{one.low_days}–{one.high_days}"
            span = self.tr("%1 to less than %n day(s)", "", one.high_days)
            span = span.replace("%1", formats.integer(one.low_days, language))
        reading = f"{span}: {count} ({percent(one.share, language)})"
        return Bar(one.share, label, reading, str(one.count) if one.count else "", one.count > 0)


def bar_place(bins: tuple[GapBin, ...], days: int) -> float:
    """Return where a number of days lies among the bins, in bars from the left."""
    for number, one in enumerate(bins):
        if one.high_days is None:
            return number + 0.5
        if days < one.high_days:
            inside = (days - one.low_days) / (one.high_days - one.low_days)
            return number + min(max(inside, 0.0), 1.0)
    return float(len(bins))

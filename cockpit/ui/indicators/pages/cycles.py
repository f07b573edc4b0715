"""Cycles: after how many days the portfolio's purchases come again."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle_reports import GapBin, GapHistogram, GapSpan, ThresholdRow
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.reports import ReportName
from cockpit.ui.charts.figures import percent
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureColumn, FigureTable
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens
from cockpit.ui.indicators.page import IndicatorPage, Read, Watch
from cockpit.ui.indicators.words import count, share
from cockpit.ui.plots.histogram_plot import Column, HistogramPlot, Mark
from cockpit.ui.widgets.chips import chips

#: The seed's example of a fixed rule, for comparison.
_FIXED_DAYS = 120


class CyclesPage(IndicatorPage):
    """The page of cycles.

    Attributes:
        plot: The histogram.
        table: What fixed alerts would flag.
        ways: Each customer weighs the same, or each purchase.
    """

    report = ReportName.HISTOGRAM
    figures = (Defined.CYCLE_CONCENTRATION, Defined.CYCLE_HISTOGRAM)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.plot = HistogramPlot(ctx, self)
        self.ways = chips(2, self)
        self.table: FigureTable[ThresholdRow] = FigureTable(
            ctx, self._columns(), is_strong=lambda row: row.days == _FIXED_DAYS, parent=self
        )
        self._add_cards(*self.figures)
        self._add_chips(self.ways, self._on_way_clicked)
        self._add_plots(self.plot)
        self._add_table(self.table)
        self._both: dict[bool, GapHistogram] = {}
        self.retranslate()

    @override
    def title(self) -> str:
        return self.tr("Cycles")

    @override
    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        return tuple(
            Read(
                f"histogram_{way}",
                partial(_histogram, self._ctx, asked, way),
                partial(self._on_histogram, way),
                is_long=True,
            )
            for way in (True, False)
        )

    @override
    def retranslate(self) -> None:
        texts = (self.tr("Per customer"), self.tr("Per purchase"))
        for chip, text in zip(self.ways, texts, strict=True):
            chip.setText(text)
        self.table.setAccessibleName(self.tr("What a fixed alert would flag"))

    def _on_histogram(self, way: bool, histogram: GapHistogram) -> None:
        self._both[way] = histogram
        if way is self.ways[0].isChecked():
            self._show(histogram)

    @Slot()
    def _on_way_clicked(self) -> None:
        found = self._both.get(self.ways[0].isChecked())
        if found is not None:
            self._show(found)

    def _show(self, histogram: GapHistogram) -> None:
        if not histogram.gap_count:
            self._show_nothing()
            return
        language = self.language
        low, high = histogram.concentration_low_days, histogram.concentration_high_days
        span = self.tr("{low} to {high} days").format(low=low, high=high)
        held = share(histogram.concentration_share, language)
        self.cards[Defined.CYCLE_CONCENTRATION].show_figure(
            high, None, lambda _value, _language: span, language,
            opens=self._opens(GapSpan(low, high + 1)),
            note=self.tr("hold {share} of the intervals").format(share=held),
        )  # fmt: skip
        self.cards[Defined.CYCLE_HISTOGRAM].show_figure(
            histogram.gap_count, None, count, language, opens=self._opens(GapSpan()),
            note=self.tr("of {customers} customers; {open} silences still last").format(
                customers=count(histogram.customer_count, language),
                open=count(histogram.open_gap_count, language),
            ),
        )  # fmt: skip
        day = "" if self.asked is None else formats.day(self.asked.day)
        self._say(self.tr("As of {day}").format(day=day))
        self.plot.show_columns(
            self.tr("Days between two purchases"),
            span,
            [self._column(one, histogram) for one in histogram.bins],
            percent,
            marks=[
                Mark(
                    _place(high, histogram.bins),
                    self.tr("{share} up to {days} days").format(share=held, days=high),
                )
            ],
        )
        self.table.set_rows(histogram.thresholds)

    def _show_nothing(self) -> None:
        """Say that nobody bought twice, where shares would be shares of nothing."""
        for card in self.cards.values():
            card.show_figure(None, None, count, self.language)
        self._say(self.tr("Nobody has bought twice yet."))
        self.plot.show_columns(self.tr("Days between two purchases"), "", [], percent)
        self.table.set_rows(())

    def _column(self, one: GapBin, histogram: GapHistogram) -> Column:
        language = self.language
        label = f"{one.low_days}+" if one.high_days is None else f"{one.low_days}–{one.high_days}"
        is_within = one.low_days <= histogram.concentration_high_days and (
            one.high_days is None or one.high_days > histogram.concentration_low_days
        )
        reading = self.tr("{label} days: {share}, {count} intervals").format(
            label=label, share=share(one.share, language), count=count(one.count, language)
        )
        figure = share(one.share, language)
        opens = self._opens(GapSpan(one.low_days, one.high_days))
        return Column(label, one.share, figure, reading, opens, is_strong=is_within)

    def _opens(self, span: GapSpan) -> Opens | None:
        return None if self.asked is None else partial(_clients, self.asked.day, span)

    def _columns(self) -> tuple[FigureColumn[ThresholdRow], ...]:
        def days(one: ThresholdRow, _language: Language) -> str:
            return self.tr("Fixed alert after {days} days").format(days=one.days)

        def silent(one: ThresholdRow) -> Opens | None:
            return self._opens(GapSpan(one.days + 1, is_silence=True))

        def wrongly(one: ThresholdRow) -> Opens | None:
            return self._opens(GapSpan(one.days + 1))

        return (
            FigureColumn(lambda: self.tr("Rule"), days, is_figure=False),
            FigureColumn(
                lambda: self.tr("Flagged"), lambda one, lang: count(one.flagged_count, lang), silent
            ),
            FigureColumn(
                lambda: self.tr("Of all"), lambda one, lang: share(one.flagged_share, lang), silent
            ),
            FigureColumn(
                lambda: self.tr("Wrongly"),
                lambda one, lang: share(one.false_alarm_share, lang),
                wrongly,
            ),
        )


def _place(days: int, bins: Sequence[GapBin]) -> float:
    """Return where so many days lie, in bars from the left."""
    for number, one in enumerate(bins):
        if one.high_days is None:
            return number + 0.5
        if days <= one.high_days:
            return number + max(0, days - one.low_days) / (one.high_days - one.low_days)
    return float(len(bins))


def _histogram(ctx: UiContext, asked: Asked, way: bool, watch: Watch) -> GapHistogram:
    return ctx.past_states().histogram(asked.day, is_cancelled=watch[0], is_per_customer=way)


def _clients(on: date, span: GapSpan, ctx: UiContext) -> list[UUID]:
    return ctx.past_states().histogram_clients(on, span)

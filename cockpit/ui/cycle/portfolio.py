"""Where the portfolio's purchases concentrate, and what an alert after so many days would do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle_policy import EVERYBODY, PolicyKind
from cockpit.domain.cycle_reports import GapBin, GapHistogram
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.policies import PolicyService
from cockpit.ui.charts.bar_painting import Bar, BarSpan
from cockpit.ui.charts.bars import BarChart
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.change import ALERTED
from cockpit.ui.cycle.words import percent
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.section import Section

translate = QCoreApplication.translate

#: A share below this is shown with a decimal.
_SMALL = 0.01
#: Not counted in the share of customers that an alert flags.
_OUTSIDE = {LifecycleStatus.LOST, LifecycleStatus.BLOCKED, LifecycleStatus.PROSPECT}


@dataclass(frozen=True, slots=True)
class AlertLine:
    """What one alert would do today.

    Attributes:
        days: The fixed threshold; None for each customer's own cycle.
        flagged_count: Customers it flags.
        flagged_share: Of the customers that are neither lost nor blocked.
        false_alarm_share: Share of intervals that would have ended by themselves.
    """

    days: int | None
    flagged_count: int
    flagged_share: float
    false_alarm_share: float


def own_cycle_line(policies: PolicyService) -> AlertLine:
    """Return what the own cycle flags today under everybody's budget."""
    rule = policies.book().deciding(None, None)
    own = policies.simulate(EVERYBODY, replace(rule, kind=PolicyKind.OWN_CYCLE))
    counted = [one for one in own.totals if one.status not in _OUTSIDE]
    flagged = sum(one.count_after for one in counted if one.status in ALERTED)
    everybody = sum(one.count_after for one in counted)
    share = flagged / everybody if everybody else 0.0
    return AlertLine(None, flagged, share, rule.false_alarm_budget)


def _alert(line: AlertLine, language: Language) -> str:
    if line.days is None:
        return translate("PortfolioSection", "Each customer's own cycle")
    return translate("PortfolioSection", "After {days} days").format(days=line.days)


def _is_own(line: AlertLine) -> bool:
    return line.days is None


_COLUMNS: tuple[Column[AlertLine], ...] = (
    Column(lambda: translate("PortfolioSection", "Alert"), _alert),
    Column(
        lambda: translate("PortfolioSection", "Flags today"),
        lambda line, language: formats.integer(line.flagged_count, language),
        RIGHT,
    ),
    Column(
        lambda: translate("PortfolioSection", "Of the portfolio"),
        lambda line, language: percent(line.flagged_share, language),
        RIGHT,
        lambda: translate("PortfolioSection", "Lost and blocked customers are not counted."),
    ),
    Column(
        lambda: translate("PortfolioSection", "False alarms"),
        lambda line, language: percent(line.false_alarm_share, language),
        RIGHT,
        lambda: translate(
            "PortfolioSection", "Intervals that were longer and ended in an order all the same."
        ),
    ),
)


class PortfolioSection(Section):
    """The histogram of intervals on the left, the alerts on the right."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._histogram: GapHistogram | None = None
        self._own: AlertLine | None = None
        self._sentence = ranked_label("title", parent=self)
        self._basis = ranked_label("small", parent=self)
        self._per_customer, self._per_purchase = QPushButton(self), QPushButton(self)
        self._ways = QButtonGroup(self)
        for button in (self._per_customer, self._per_purchase):
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            self._ways.addButton(button)
        self._per_customer.setChecked(True)
        self.chart = BarChart(ctx, self)
        self._heading = ranked_label("heading", parent=self)
        self._reading = ranked_label("small", parent=self)
        self._reading.setWordWrap(True)
        self.table: RecordTable[AlertLine] = RecordTable(ctx, _COLUMNS, is_strong=_is_own)
        self._lay_out()
        self.retranslate()
        self._per_customer.toggled.connect(self._on_way_toggled)

    @property
    def is_per_customer(self) -> bool:
        """Return whether each customer weighs the same, however often they buy."""
        return self._per_customer.isChecked()

    def sentence(self) -> str:
        """Return where purchases concentrate, in words."""
        return self._sentence.text()

    @override
    def retranslate(self) -> None:
        self._per_customer.setText(self.tr("Per customer"))
        self._per_customer.setToolTip(self.tr("Each customer weighs the same."))
        self._per_purchase.setText(self.tr("Per purchase"))
        self._per_purchase.setToolTip(self.tr("Who buys often weighs more."))
        self._heading.setText(self.tr("What an alert would flag today"))
        self.table.setAccessibleName(self._heading.text())
        self._show()

    @override
    def _read(self) -> None:
        reports, way = self._ctx.reports, self.is_per_customer
        self._ask(
            partial(reports.histogram, is_per_customer=way),
            key="histogram",
            on_result=self._on_histogram,
        )
        self._ask(
            partial(own_cycle_line, self._ctx.policies), key="own_cycle", on_result=self._on_own
        )

    @override
    def _empty_sentence(self) -> str:
        if self._histogram is None or self._histogram.customer_count:
            return ""
        return self.tr(
            "There is no customer with two orders yet: import orders to see how often they come."
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self._sentence, 1)
        head.addWidget(self._per_customer)
        head.addWidget(self._per_purchase)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addLayout(head)
        left.addWidget(self._basis)
        left.addWidget(self.chart, 1)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self._heading)
        right.addWidget(self._reading)
        right.addWidget(self.table, 1)
        layout = QHBoxLayout(self.body)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.XL)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)

    def _on_histogram(self, histogram: GapHistogram) -> None:
        self._histogram = histogram
        self._show()
        self._show_content()

    def _on_own(self, line: AlertLine) -> None:
        self._own = line
        self._show()

    def _show(self) -> None:
        histogram = self._histogram
        if histogram is None:
            return
        language = self._ctx.language
        self._sentence.setText(
            self.tr("{share} of the purchases come again after {low} to {high} days").format(
                share=percent(histogram.concentration_share, language),
                low=histogram.concentration_low_days,
                high=histogram.concentration_high_days,
            )
        )
        counts = {
            "customers": histogram.customer_count,
            "gaps": histogram.gap_count,
            "open": histogram.open_gap_count,
        }
        self._basis.setText(
            self.tr(
                "{customers} customers, {gaps} intervals and {open} silences that still last"
            ).format(**{name: formats.integer(count, language) for name, count in counts.items()})
        )
        self.chart.show_bars(
            self.tr("Days between two purchases"),
            self._sentence.text(),
            [self._bar(one, histogram) for one in histogram.bins],
            span=self._span(histogram),
        )
        fixed = [
            AlertLine(one.days, one.flagged_count, one.flagged_share, one.false_alarm_share)
            for one in histogram.thresholds
        ]
        self.table.set_rows([*([] if self._own is None else [self._own]), *fixed])
        self._reading.setText(self._compared(fixed))

    def _compared(self, fixed: Sequence[AlertLine]) -> str:
        """Say how long a fixed alert would have to wait to be false as seldom as the own cycle."""
        sentence = self.tr(
            "A fixed number of days is too late for who buys often and too early for who buys "
            "seldom."
        )
        own, language = self._own, self._ctx.language
        if own is None:
            return sentence
        equal = next((one for one in fixed if one.false_alarm_share <= own.false_alarm_share), None)
        if equal is None or equal.days is None:
            return sentence
        compared = self.tr(
            "To be false as seldom as the own cycle, a fixed alert would wait {days} days. "
            "Customers flagged today: {fixed} by it, {own} by the own cycle."
        ).format(
            days=equal.days,
            fixed=formats.integer(equal.flagged_count, language),
            own=formats.integer(own.flagged_count, language),
        )
        return f"{sentence} {compared}"

    def _bar(self, one: GapBin, histogram: GapHistogram) -> Bar:
        language = self._ctx.language
        share = percent(one.share, language, int(0 < one.share < _SMALL))
        label = f"{one.low_days}+" if one.high_days is None else f"{one.low_days}–{one.high_days}"
        reading = self.tr("{label} days: {share}, {count} intervals").format(
            label=label, share=share, count=formats.integer(one.count, language)
        )
        is_within = one.low_days <= histogram.concentration_high_days and (
            one.high_days is None or one.high_days > histogram.concentration_low_days
        )
        return Bar(one.share, label, reading, share, is_strong=is_within)

    def _span(self, histogram: GapHistogram) -> BarSpan:
        """Return the bracket over the period of concentration."""
        low, high = histogram.concentration_low_days, histogram.concentration_high_days
        words = self.tr("{share} between {low} and {high} days").format(
            share=percent(histogram.concentration_share, self._ctx.language), low=low, high=high
        )
        return BarSpan(_place(low, histogram.bins), _place(high + 1, histogram.bins), words)

    @Slot()
    def _on_way_toggled(self) -> None:
        way = self.is_per_customer
        if self._histogram is None or self._histogram.is_per_customer != way:
            self.reload()


def _place(days: int, bins: Sequence[GapBin]) -> float:
    """Return where so many days lie, in bars from the left."""
    for number, one in enumerate(bins):
        if one.high_days is None:
            return number + 0.5
        if days <= one.high_days:
            return number + max(0, days - one.low_days) / (one.high_days - one.low_days)
    return float(len(bins))

"""How well the own cycle foresaw the past, beside the rules of thumb."""

import threading
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle_reports import Backtest, BacktestRow, ReturnRow
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.calibration_chart import CalibrationChart
from cockpit.ui.cycle.words import percent, rule_word, score_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.section import Section

translate = QCoreApplication.translate

OWN = "own_cycle"


def _is_own(row: BacktestRow) -> bool:
    return row.score == OWN


_COLUMNS: tuple[Column[BacktestRow], ...] = (
    Column(
        lambda: translate("BacktestView", "Ordered by"),
        lambda row, _language: score_word(row.score),
    ),
    Column(
        lambda: translate("BacktestView", "Order right"),
        lambda row, language: percent(row.auc, language, 1),
        RIGHT,
        lambda: translate(
            "BacktestView",
            "Of each two customers, one who stopped and one who came back: how often the one who "
            "stopped is put first. 50% is a coin.",
        ),
    ),
    Column(
        lambda: translate("BacktestView", "Value in the top 10%"),
        lambda row, language: percent(row.value_caught, language),
        RIGHT,
        lambda: translate(
            "BacktestView",
            "Of the value of the customers who stopped, the share that stood in the first tenth "
            "of the list.",
        ),
    ),
    Column(
        lambda: translate("BacktestView", "Calibration error"),
        lambda row, language: percent(row.calibration_error, language, 1),
        RIGHT,
        lambda: translate(
            "BacktestView",
            "How far the predicted percentages lie from what happened, on average. Only a "
            "probability has it.",
        ),
    ),
    Column(
        lambda: translate("BacktestView", "Always flagged wrongly"),
        lambda row, language: percent(row.chronic_share, language),
        RIGHT,
        lambda: translate(
            "BacktestView",
            "Customers who are flagged without need in more than half of their own intervals.",
        ),
    ),
)


class BacktestView(Section):
    """A sentence, the table of scores and the calibration plot; takes long, can be stopped."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._backtest: Backtest | None = None
        self._stopped = threading.Event()
        self._is_running = False
        self._sentence = ranked_label("title", parent=self)
        self._sentence.setWordWrap(True)
        self._basis = ranked_label("small", parent=self)
        self._basis.setWordWrap(True)
        self.table: RecordTable[BacktestRow] = RecordTable(ctx, _COLUMNS, is_strong=_is_own)
        self.chart = CalibrationChart(ctx, self)
        self.busy = BusyLine(self)
        self.busy.stop_requested.connect(self.stop)
        self._again = QPushButton(self)
        self._again.setProperty("kind", "quiet")
        self._again.clicked.connect(self.reload)
        self._lay_out()
        self.retranslate()

    def sentence(self) -> str:
        """Return what became of those who were marked, in words."""
        return self._sentence.text()

    @property
    def is_running(self) -> bool:
        """Return whether a calculation is under way."""
        return self._is_running

    @override
    @Slot()
    def stop(self) -> None:
        if self._is_running:
            self._stopped.set()
            self.busy.wind_down(self.tr("Stopping…"))

    @override
    def retranslate(self) -> None:
        self._again.setText(self.tr("Compare again"))
        self.table.setAccessibleName(self.tr("Scores compared"))
        self._show()

    @override
    def _read(self) -> None:
        self._stopped.set()  # whoever still computes for an older question may stop
        self._stopped = threading.Event()
        self._is_running = True
        self._again.hide()
        self.busy.begin(self._waiting_sentence())
        self._ask(
            partial(self._ctx.reports.backtest, is_cancelled=self._stopped.is_set),
            key="backtest",
            on_result=self._on_backtest,
            lane=Lane.LONG,
        )

    @override
    def _waiting_sentence(self) -> str:
        return self.tr("Predicting the past and comparing with what came…")

    @override
    def _empty_sentence(self) -> str:
        if self._backtest is None or self._backtest.cutoffs:
            return ""
        return self.tr(
            "The history is too short to compare predictions with what came: it takes about a "
            "year of orders."
        )

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._basis, 1)
        line.addWidget(self._again)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.S)
        inner.addWidget(self._sentence)
        inner.addLayout(line)
        inner.addWidget(self.table)
        inner.addSpacing(Space.S)
        inner.addWidget(self.chart, 1)
        QWidget.setTabOrder(self._again, self.table)
        QWidget.setTabOrder(self.table, self.chart)
        # The line stands below both pages, so that the first calculation can be stopped too.
        self._frame.addWidget(self.busy)

    def _on_backtest(self, backtest: Backtest) -> None:
        self._end()
        self._backtest = backtest
        self._show()
        self._show_content()

    @override
    def _on_failed(self, error: Exception) -> None:
        self._end()
        super()._on_failed(error)

    def _end(self) -> None:
        self._is_running = False
        self.busy.hide()
        self._again.show()

    def _show(self) -> None:
        backtest = self._backtest
        if backtest is None:
            return
        language = self._ctx.language
        self._sentence.setText(self._return_sentence(backtest))
        self._sentence.setVisible(bool(self._sentence.text()))
        days = [formats.day(day) for day in (*backtest.cutoffs[:1], *backtest.cutoffs[-1:])]
        self._basis.setText(
            self.tr(
                "From {count} past days between {first} and {last}, each with what was known then: "
                "who orders within {horizon} days?"
            ).format(
                count=formats.integer(len(backtest.cutoffs), language),
                first="".join(days[:1]),
                last="".join(days[-1:]),
                horizon=backtest.horizon_days,
            )
        )
        self.table.set_rows(backtest.rows)
        self.table.fit_height(6)
        self.chart.show_bins(backtest.calibration, backtest.horizon_days)

    def _return_sentence(self, backtest: Backtest) -> str:
        """Say how many of those marked as inactive came back by themselves."""
        own = next((one for one in backtest.returns if one.rule == OWN), None)
        if own is None:
            return ""
        others = "; ".join(self._other_words(one) for one in backtest.returns if one is not own)
        return self._marked_sentence(own, backtest) + (f" ({others})" if others else "")

    def _marked_sentence(self, own: ReturnRow, backtest: Backtest) -> str:
        days = (backtest.as_of - own.marked_on).days
        if not own.marked_count:
            return self.tr("{days} days ago the own cycle marked nobody as inactive").format(
                days=days
            )
        language = self._ctx.language
        return self.tr(
            "Of the {count} customer(s) marked as inactive {days} days ago, {share} came back by "
            "themselves",
            "",
            own.marked_count,
        ).format(
            count=formats.integer(own.marked_count, language),
            days=days,
            share=percent(own.returned_share, language),
        )

    def _other_words(self, row: ReturnRow) -> str:
        rule, language = rule_word(row.rule), self._ctx.language
        if not row.marked_count:
            return self.tr("{rule}: nobody marked").format(rule=rule)
        return self.tr("{rule}: {share} of {count}").format(
            rule=rule,
            share=percent(row.returned_share, language),
            count=formats.integer(row.marked_count, language),
        )

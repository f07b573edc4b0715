"""What the program learned of the portfolio, when and how well; and learning it anew."""

from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.errors import GiroError
from cockpit.services.cycle_reports import CycleReportService
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.words import NOTHING, percent
from cockpit.ui.theme import Space
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.section import Section

translate = QCoreApplication.translate

MOST_FITS = 30


@dataclass(frozen=True, slots=True)
class FitReading:
    """The fit in force and those before it, the newest first."""

    in_force: CycleFit | None
    history: tuple[CycleFit, ...]


def read_fits(reports: CycleReportService) -> FitReading:
    """Read the fit in force and the history."""
    return FitReading(reports.fit(), tuple(reports.fits(MOST_FITS)))


def _columns(zone: ZoneInfo) -> tuple[Column[CycleFit], ...]:
    return (
        Column(
            lambda: translate("FitView", "Made on"),
            lambda fit, _language: formats.day(fit.fitted_at.astimezone(zone).date()),
        ),
        Column(
            lambda: translate("FitView", "Customers"),
            lambda fit, language: formats.integer(fit.customer_count, language),
            RIGHT,
        ),
        Column(
            lambda: translate("FitView", "Order right"),
            lambda fit, language: percent(fit.figures.auc, language, 1),
            RIGHT,
        ),
        Column(
            lambda: translate("FitView", "Error"),
            lambda fit, language: percent(fit.figures.calibration_error, language, 1),
            RIGHT,
            lambda: translate("FitView", "Calibration error"),
        ),
    )


class FitView(Section):
    """The fit in force, the button to make a new one, and the history."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._reading: FitReading | None = None
        self._keeper = ctx.cycle_keeper
        self._heading = ranked_label("heading", parent=self)
        self._published = ranked_label("notice", parent=self)
        self._facts = ranked_label("muted", parent=self)
        for label in (self._published, self._facts):
            label.setWordWrap(True)
        self.refit_button = QPushButton(self)
        self.refit_button.clicked.connect(self._keeper.refit_now)
        self.refit_button.setEnabled(self._keeper.can_refit)
        self.busy = BusyLine(self)
        self.busy.stop_requested.connect(self._keeper.cancel)
        self._history = ranked_label("heading", parent=self)
        self.table: RecordTable[CycleFit] = RecordTable(ctx, _columns(ctx.clock.zone))
        self._lay_out()
        self.retranslate()
        self._connect()

    def facts(self) -> str:
        """Return what is said of the fit in force."""
        return self._facts.text()

    def notice(self) -> str:
        """Return the warning about published parameters, or nothing."""
        return self._published.text() if self._published.isVisibleTo(self) else ""

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Parameters in force"))
        self._history.setText(self.tr("History"))
        self.refit_button.setText(self.tr("Recalculate now"))
        self.refit_button.setToolTip(
            self.tr("A past day is shown: its parameters stay as they were.")
            if not self._keeper.can_refit
            else ""
        )
        self._published.setText(
            self.tr(
                "The portfolio is too small to learn from: parameters published in the "
                "literature are used."
            )
        )
        self.table.setAccessibleName(self._history.text())
        self._show()

    @override
    def _read(self) -> None:
        self._ask(partial(read_fits, self._ctx.reports), key="fits", on_result=self._on_read)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for widget in (
            self._heading, self._published, self._facts, self.refit_button, self.busy
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addSpacing(Space.M)
        layout.addWidget(self._history)
        layout.addWidget(self.table, 1)

    def _on_read(self, reading: FitReading) -> None:
        self._reading = reading
        self._show()
        self._show_content()

    def _connect(self) -> None:
        self._keeper.refit_started.connect(self._on_refit_started)
        self._keeper.refit_finished.connect(self._on_refit_finished)
        self._keeper.refit_failed.connect(self._on_refit_failed)
        if self._keeper.is_refitting:
            self._on_refit_started()

    @Slot()
    def _on_refit_started(self) -> None:
        self.refit_button.hide()
        self.busy.begin(self.tr("Learning from all orders…"))

    @Slot()
    def _on_refit_finished(self) -> None:
        self._end()
        self.message_raised.emit(self.tr("The parameters were calculated anew."))
        self.reload()

    @Slot(object)
    def _on_refit_failed(self, error: GiroError) -> None:
        self._end()
        self.message_raised.emit(self._error_sentence(error))

    def _end(self) -> None:
        self.busy.hide()
        self.refit_button.show()

    def _show(self) -> None:
        reading = self._reading
        if reading is None:
            return
        fit = reading.in_force
        self._published.setVisible(fit is None or fit.is_published)
        self._facts.setText("" if fit is None else "\n".join(self._facts_of(fit)))
        self._facts.setVisible(fit is not None)
        self.table.set_rows(reading.history)

    def _facts_of(self, fit: CycleFit) -> list[str]:
        language, figures = self._ctx.language, fit.figures
        start = NOTHING if fit.data_from_on is None else formats.day(fit.data_from_on)
        facts = [
            self.tr("Made on {moment}").format(
                moment=formats.moment(fit.fitted_at, self._ctx.clock.zone)
            ),
            self.tr("Orders from {start} to {end}").format(
                start=start, end=formats.day(fit.data_until_on)
            ),
            self.tr("{customers} customers, {events} orders").format(
                customers=formats.integer(fit.customer_count, language),
                events=formats.integer(figures.event_count, language),
            ),
        ]
        if figures.auc is not None and figures.tested_on is not None:
            facts.append(
                self.tr(
                    "In the last test, from {day} on: order right {auc}, error {error} "
                    "(that day alone, not the table's mean)"
                ).format(
                    day=formats.day(figures.tested_on),
                    auc=percent(figures.auc, language, 1),
                    error=percent(figures.calibration_error, language, 1),
                )
            )
        if figures.log_likelihood is not None:
            facts.append(
                self.tr("Log-likelihood {value}").format(
                    value=formats.decimal(figures.log_likelihood, language)
                )
            )
        facts.append(self.tr("Engine {name}").format(name=fit.engine))
        return facts

"""Asks for a report: which one, about which days, into a file or again and again by e-mail."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.indicators import Comparison, Cut
from cockpit.domain.periods import Period, month_of, months_up_to, quarter_of, year_of
from cockpit.domain.reports import ReportName, ReportRequest
from cockpit.ui.context import UiContext
from cockpit.ui.reports.file_part import FilePart
from cockpit.ui.reports.mail_part import MailPart
from cockpit.ui.reports.names import fill_cuts, title_of
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_SIZE = (560, 520)
_MONTHS = 12


class ReportDialog(QDialog):
    """Which report, and where it goes.

    Attributes:
        report_box: Which report.
        period_box: About which days.
        cut_box: By what it is divided.
        comparison_box: With what it is compared.
        tabs: A file, or e-mail.
        file_part: Writes a file.
        mail_part: Schedules e-mail.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, request: ReportRequest, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            ctx: What every screen is given.
            request: What the screen shows now, which is proposed.
            parent: The window that it stands over.
        """
        super().__init__(parent)
        self._ctx = ctx
        self._first = request
        self.setWindowTitle(self.tr("Report"))
        self.resize(*_SIZE)
        self.report_box, self.period_box = QComboBox(self), QComboBox(self)
        self.cut_box, self.comparison_box = QComboBox(self), QComboBox(self)
        self._fill()
        self.file_part, self.mail_part = FilePart(ctx, self), MailPart(ctx, self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.file_part, self.tr("&File"))
        self.tabs.addTab(self.mail_part, self.tr("E-&mail"))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        self.file_part.message_raised.connect(self.message_raised)
        self.file_part.save_button.clicked.connect(self._on_save_clicked)
        self.mail_part.add_button.clicked.connect(self._on_add_clicked)
        self._lay_out()

    @property
    def request(self) -> ReportRequest:
        """Return what is chosen."""
        cut = self.cut_box.currentData()  # Qt hands texts of a vocabulary back as plain ones
        question = replace(
            self._first.question,
            period=self.period_box.currentData(),
            comparison=Comparison(self.comparison_box.currentData()),
            cut=None if cut is None else Cut(cut),
        )
        name = ReportName(self.report_box.currentData())
        return replace(self._first, name=name, question=question)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape stop a report that is being made, before it closes the dialog."""
        if self.file_part.is_busy and event.key() == Qt.Key.Key_Escape:
            self.file_part.cancel()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        """Close, and stop what is being made."""
        self.file_part.cancel()
        super().reject()

    def _fill(self) -> None:
        question = self._first.question
        for name in ReportName:
            self.report_box.addItem(title_of(name, self._ctx.language), name)
        self.report_box.setCurrentIndex(self.report_box.findData(self._first.name))
        for words, period in self._periods():
            self.period_box.addItem(words, period)
        for words, comparison in (
            (self.tr("With nothing"), Comparison.NONE),
            (self.tr("With the period before"), Comparison.BEFORE),
            (self.tr("With the year before"), Comparison.YEAR),
        ):
            self.comparison_box.addItem(words, comparison)
        self.comparison_box.setCurrentIndex(self.comparison_box.findData(question.comparison))
        self._on_report_changed()
        self.cut_box.setCurrentIndex(max(self.cut_box.findData(question.cut), 0))
        self.report_box.currentIndexChanged.connect(self._on_report_changed)

    def _periods(self) -> tuple[tuple[str, Period], ...]:
        """Return the days that are offered, those of the screen first."""
        today, shown = self._ctx.clock.today(), self._first.question.period
        month, quarter = month_of(today), quarter_of(today)
        first, last = formats.day(shown.first), formats.day(shown.last)
        return (
            (self.tr("As on the screen: {first} to {last}").format(first=first, last=last), shown),
            (self.tr("This month"), Period(month.first, today)),
            (self.tr("Last month"), month.before()),
            (self.tr("This quarter"), Period(quarter.first, today)),
            (self.tr("Last quarter"), quarter.before()),
            (self.tr("This year"), Period(year_of(today).first, today)),
            (self.tr("The last 12 months"), _last_year(today)),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("&Report"), self.report_box)
        form.addRow(self.tr("&Days"), self.period_box)
        form.addRow(self.tr("Divided &by"), self.cut_box)
        form.addRow(self.tr("&Compared"), self.comparison_box)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", self.windowTitle(), self))
        layout.addLayout(form)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)
        self.setTabOrder(self.comparison_box, self.tabs.tabBar())

    @Slot()
    def _on_report_changed(self) -> None:
        name = ReportName(self.report_box.currentData())
        fill_cuts(self.cut_box, name, self.tr("Not divided"), self._ctx.language)

    @Slot()
    def _on_tab_changed(self) -> None:
        """Leave the days to the e-mail's own choice: they move on with each sending."""
        self.period_box.setEnabled(self.tabs.currentWidget() is self.file_part)

    @Slot()
    def _on_save_clicked(self) -> None:
        self.file_part.ask(self.request)

    @Slot()
    def _on_add_clicked(self) -> None:
        self.mail_part.add(self.request)


def _last_year(today: date) -> Period:
    """Return the eleven whole months before this one, and this one up to today."""
    months = months_up_to(today, _MONTHS)
    return Period(months[0].first, today)

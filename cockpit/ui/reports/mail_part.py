"""Schedules a report by e-mail, and lists and cancels what the user has scheduled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.report_schedules import Repetition, ReportPlan, ReportSchedule, Span
from cockpit.domain.reports import ATTACHABLE, ReportFormat, ReportRequest
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.reports.names import repetition_name, schedule_line, span_name
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.reading_order import tab_as_read
from cockpit.ui.widgets.spin_boxes import inset

_LAST_HOUR = 23
_EIGHT = 8


@dataclass(frozen=True, slots=True)
class MailState:
    """What the user gets by e-mail, and where."""

    schedules: tuple[ReportSchedule, ...]
    email: str


class MailPart(QWidget):
    """How often, about which days, at what hour; and what is scheduled already.

    Attributes:
        repetition_box: How often.
        span_box: About which days.
        hour_box: From which hour on.
        format_box: What is attached.
        add_button: Schedules.
        list: The user's schedules.
        remove_button: Cancels the chosen one.
        notice: Where the e-mails go, or what went wrong.
    """

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._schedules: tuple[ReportSchedule, ...] = ()
        self.repetition_box, self.span_box = QComboBox(self), QComboBox(self)
        self.format_box, self.hour_box = QComboBox(self), QSpinBox(self)
        for one in Repetition:
            self.repetition_box.addItem(repetition_name(one, ctx.language), one)
        self.repetition_box.setCurrentIndex(self.repetition_box.findData(Repetition.MONTHLY))
        for span in Span:
            self.span_box.addItem(span_name(span, ctx.language), span)
        self.span_box.setCurrentIndex(self.span_box.findData(Span.MONTH_BEFORE))
        for file_format in ATTACHABLE:
            self.format_box.addItem(file_format.value.upper(), file_format)
        self.hour_box.setRange(0, _LAST_HOUR)
        self.hour_box.setValue(_EIGHT)
        self.hour_box.setSuffix(" h")
        inset(self.hour_box)
        self.add_button = QPushButton(self.tr("Sche&dule"), self)
        self.add_button.setProperty("kind", "primary")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Scheduled reports"))
        self.remove_button = QPushButton(self.tr("&Cancel the chosen one"), self)
        self.remove_button.setEnabled(False)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.notice = ranked_label("small", parent=self)
        self.notice.setWordWrap(True)
        self._lay_out()
        self._submit(lambda: _state(self._ctx), Lane.READ)

    def add(self, request: ReportRequest) -> None:
        """Schedule a report; of its period only what is chosen here counts."""
        question = request.possible.question
        plan = ReportPlan(
            report=request.name,
            file_format=ReportFormat(self.format_box.currentData()),
            repetition=Repetition(self.repetition_box.currentData()),
            span=Span(self.span_box.currentData()),
            hour=self.hour_box.value(),
            comparison=question.comparison,
            cut=question.cut,
            narrowing=question.narrowing,
        )

        def work() -> MailState:
            self._ctx.report_schedules().add(plan)
            return _state(self._ctx)

        self._submit(work, Lane.WRITE)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("Ho&w often"), self.repetition_box)
        form.addRow(self.tr("&About"), self.span_box)
        form.addRow(self.tr("F&rom"), self.hour_box)
        form.addRow(self.tr("A&ttached"), self.format_box)
        foot = QHBoxLayout()
        foot.addWidget(self.remove_button)
        foot.addStretch()
        foot.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        layout.setSpacing(Space.S)
        layout.addLayout(form)
        layout.addWidget(ranked_label("small", self.tr("What you get already"), self))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.notice)
        layout.addLayout(foot)
        tab_as_read(layout)

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.remove_button.setEnabled(row >= 0)

    @Slot()
    def _on_remove_clicked(self) -> None:
        gone = self._schedules[self.list.currentRow()]

        def work() -> MailState:
            self._ctx.report_schedules().remove(gone)
            return _state(self._ctx)

        self._submit(work, Lane.WRITE)

    def _submit(self, work: Callable[[], MailState], lane: Lane) -> None:
        self.add_button.setEnabled(False)
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key="schedules",
            on_result=self._on_state,
            on_error=self._on_failed,
        )

    def _on_state(self, state: MailState) -> None:
        self.add_button.setEnabled(True)
        self._show(state.schedules)
        if state.email:
            self.notice.setText(self.tr("They go to {email}.").format(email=state.email))
        else:
            words = self.tr(
                "You have no e-mail address here yet: ask a supervisor to enter it under Notices."
            )
            self.notice.setText(words)

    def _show(self, schedules: Sequence[ReportSchedule]) -> None:
        self._schedules = tuple(schedules)
        self.list.clear()
        self.list.addItems([schedule_line(one, self._ctx.language) for one in self._schedules])
        self.remove_button.setEnabled(False)

    def _on_failed(self, error: Exception) -> None:
        self.add_button.setEnabled(True)
        self.notice.setText(sentence_of(error, self._ctx.language))


def _state(ctx: UiContext) -> MailState:
    service = ctx.report_schedules()
    return MailState(tuple(service.mine()), service.email())

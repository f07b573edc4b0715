"""The user's own working time, day by day: stretches, breaks, calls; corrections and a file of it.

Nobody else is shown any of it.
"""

from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.day_record import CallTime, DayRecord, Span
from cockpit.domain.vocabulary import BreakKind
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.state_view import StateView
from cockpit.ui.working_time.correction import CorrectionDialog
from cockpit.ui.working_time.record_file import RecordFile
from cockpit.ui.working_time.words import call_text, kind_word, time_text

_DAY = timedelta(days=1)


class WorkingTimeScreen(QWidget):
    """One day at a time.

    Attributes:
        spans: Its stretches and breaks.
        calls: Its contacts.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._day = ctx.clock.today()
        self._record: DayRecord | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._back.clicked.connect(self.close_requested)
        self._title = ranked_label("wordmark", parent=self)
        self._earlier = IconButton(ctx.theme, "chevron-left", self)
        self._later = IconButton(ctx.theme, "chevron-right", self)
        self._shown_day = ranked_label("heading", parent=self)
        self._totals = ranked_label("muted", parent=self)
        self.spans: RecordTable[Span] = RecordTable(
            ctx, self._span_columns(), wide=4, key=_key_of, parent=self
        )
        self.calls: RecordTable[CallTime] = RecordTable(
            ctx, self._call_columns(), wide=1, parent=self
        )
        self._empty = StateView(ctx.theme, self)
        self._correct, self._add, self._export = (QPushButton(self) for _ in range(3))
        self._correct.setProperty("kind", "primary")
        self._private = ranked_label("small", parent=self)
        self.file = RecordFile(ctx, self)
        self.file.message_raised.connect(self.message_raised)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def day(self) -> date:
        """Return the day in sight."""
        return self._day

    def open(self) -> None:
        """Come into sight with today."""
        self._day = self._ctx.clock.today()
        self._turn_to_day()

    @Slot()
    def reload(self) -> None:
        """Read the day again."""
        self._ctx.runner.submit(
            partial(_read, self._ctx, self._day),
            lane=Lane.READ,
            owner=self,
            key="record",
            on_result=self._show,
            on_error=self._on_failed,
        )

    def totals_text(self) -> str:
        """Return the sentence over the tables."""
        return self._totals.text()

    @Slot()
    def correct(self) -> None:
        """Ask what was otherwise than recorded in the stretch or break that is chosen."""
        span = self.spans.current()
        if span is not None:
            self._ask(span)

    @Slot()
    def add(self) -> None:
        """Ask for a stretch or a break that was not recorded."""
        self._ask(None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._record is not None:
                self._show((self._record,))

    # --- building ------------------------------------------------------------------------------

    def _span_columns(self) -> tuple[Column[Span], ...]:
        return (
            Column(lambda: self.tr("Begin"), lambda one, _: self._time(one.started_at)),
            Column(lambda: self.tr("End"), lambda one, _: self._end_text(one)),
            Column(lambda: self.tr("What"), lambda one, _: kind_word(one.kind)),
            Column(lambda: self.tr("Length"), lambda one, _: self._length_text(one), RIGHT),
            Column(lambda: self.tr("Corrected, because"), lambda one, _: one.reason),
        )

    def _call_columns(self) -> tuple[Column[CallTime], ...]:
        return (
            Column(lambda: self.tr("Time"), lambda one, _: self._time(one.occurred_at)),
            Column(lambda: self.tr("Customer"), lambda one, _: one.customer_name),
            Column(lambda: self.tr("Outcome"), lambda one, _: one.outcome),
            Column(lambda: self.tr("Length"), lambda one, _: _call_length(one), RIGHT),
        )

    def _lay_out(self) -> None:
        top = _row(Space.M, Space.S, self._earlier, self._shown_day, self._later)
        top.insertSpacing(3, Space.L)
        top.insertWidget(4, self._totals)
        tables = QHBoxLayout()
        tables.setContentsMargins(0, 0, 0, 0)
        tables.setSpacing(0)
        tables.addWidget(self.spans, 1)
        tables.addWidget(divider(self, vertical=True))
        tables.addWidget(self.calls, 1)
        foot = _row(Space.S, Space.M, self._correct, self._add, self._export)
        foot.addWidget(self._private)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(top)
        layout.addLayout(tables, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._earlier.clicked.connect(partial(self.step, -1))
        self._later.clicked.connect(partial(self.step, 1))
        self._correct.clicked.connect(self.correct)
        self._add.clicked.connect(self.add)
        self._export.clicked.connect(self._on_export_clicked)
        self.spans.opened.connect(self.correct)
        self.spans.chosen.connect(self._update_buttons)
        self.calls.opened.connect(self._on_calls_opened)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        self._ctx.day_keeper.changed.connect(self._on_keeper_changed)
        bind_keys(
            self,
            {
                "Alt+Left": partial(self.step, -1),
                "Alt+Right": partial(self.step, 1),
                "Ins": self.add,
                "Ctrl+Shift+E": self._on_export_clicked,
            },
        )

    def _retranslate(self) -> None:
        self._title.setText(self.tr("My working time"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self._earlier.set_title(self.tr("The day before"), "Alt+Left")
        self._later.set_title(self.tr("The day after"), "Alt+Right")
        self._correct.setText(self.tr("Correct  Enter"))
        self._add.setText(self.tr("Add  Ins"))
        self._export.setText(self.tr("Export…  Ctrl+Shift+E"))
        self._private.setText(self.tr("Only you see this."))
        self.spans.setAccessibleName(self.tr("Work and breaks"))
        self.calls.setAccessibleName(self.tr("Calls of the day"))

    # --- what is shown -------------------------------------------------------------------------

    def _show(self, records: tuple[DayRecord, ...]) -> None:
        record = self._record = records[-1]
        is_today = record.day == self._ctx.clock.today()
        day = formats.day(record.day)
        self._shown_day.setText(self.tr("Today, {day}").format(day=day) if is_today else day)
        self._later.setEnabled(not is_today)
        self._totals.setText(self._totals_text(record))
        self.spans.set_rows(record.spans)
        self.calls.set_rows(record.calls[::-1])
        is_empty = not record.spans and not record.calls
        for widget in (self.spans, self.calls):
            widget.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self._empty.show_state("clock", self.tr("Nothing is recorded of this day."))
        if record.spans and self.hasFocus():
            self.spans.setFocus(Qt.FocusReason.OtherFocusReason)
            self.spans.setCurrentIndex(self.spans.records.index(0, 0))
        self._update_buttons()

    def _totals_text(self, record: DayRecord) -> str:
        parts = [self.tr("{time} worked").format(time=time_text(record.worked))]
        parts += [
            f"{kind_word(kind)} {time_text(paused)}"
            for kind in BreakKind
            if (paused := record.paused(kind))
        ]
        count = len(record.calls)
        parts.append(self.tr("%n contact(s)", "", count) if count else self.tr("no contacts"))
        if record.mean_call is not None:
            mean = call_text(record.mean_call)
            parts.append(self.tr("{time} per call").format(time=mean))
        return "   ·   ".join(parts)

    @Slot()
    def _update_buttons(self) -> None:
        self._correct.setEnabled(self.spans.current() is not None)

    def _time(self, moment: datetime) -> str:
        return f"{moment.astimezone(self._ctx.clock.zone):%H:%M}"

    def _end_text(self, one: Span) -> str:
        return self.tr("goes on") if one.ended_at is None else self._time(one.ended_at)

    def _length_text(self, one: Span) -> str:
        return time_text((one.ended_at or self._ctx.clock.now()) - one.started_at)

    # --- what the user does --------------------------------------------------------------------

    def step(self, distance: int) -> None:
        """Show the day so many days later; never one that is still to come."""
        day = min(self._day + distance * _DAY, self._ctx.clock.today())
        if day != self._day:
            self._day = day
            self._turn_to_day()

    def _turn_to_day(self) -> None:
        """Show another day, with the keyboard in it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.spans.choose_none()
        self.reload()

    def _ask(self, span: Span | None) -> None:
        dialog = CorrectionDialog(self._ctx, self._day, span, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.corrected.connect(self.reload)
        dialog.open()

    @Slot()
    def _on_export_clicked(self) -> None:
        self.file.ask(self._day)

    @Slot(object)
    def _on_calls_opened(self, call: CallTime) -> None:
        self.customer_requested.emit(call.customer_id)

    # --- what happens --------------------------------------------------------------------------

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(Topic.WORKING_DAY, Topic.CONTACTS):
            self.reload()

    @Slot()
    def _on_keeper_changed(self) -> None:
        """Count on what goes on, a minute at a time."""
        if self.isVisible() and self._day == self._ctx.clock.today():
            self.reload()

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _read(ctx: UiContext, day: date) -> tuple[DayRecord, ...]:
    """Read a day; runs in the background."""
    return ctx.day_keeper.service().record(day, day)


def _row(above: int, below: int, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(Space.L, above, Space.L, below)
    row.setSpacing(Space.S)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _call_length(one: CallTime) -> str:
    return "" if one.seconds is None else call_text(timedelta(seconds=one.seconds))


def _key_of(span: Span) -> object:
    return span.span_id

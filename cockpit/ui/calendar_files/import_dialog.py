"""Takes a calendar file in: first shows what each event would change, then does what is ticked."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

import resources
from cockpit.domain.calendar_files import IncomingEvent
from cockpit.domain.calendar_plan import (
    CalendarResult,
    CalendarStep,
    DoneEvent,
    PlannedEvent,
    in_order,
)
from cockpit.runtime.task_runner import Lane
from cockpit.ui.calendar_files.client_dialog import ClientDialog
from cockpit.ui.calendar_files.plan_table import PlanRow, PlanTable, rows_of, told
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label

_SIZE = (1120, 560)
#: So many events are one transaction: others come in between, and it stops where one ends.
_AT_ONCE = 20
Plan = tuple[PlannedEvent, ...]


class CalendarImportDialog(QDialog):
    """Nothing is changed before the button is pressed, and all of it can be taken back.

    Attributes:
        counts: How many events there are of each kind, or what is wrong.
        table: The events.
        detail: All about the current one.
        do_button: Does what is ticked.
        back_button: Takes back what was done.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._events: tuple[IncomingEvent, ...] = ()
        self._assigned: dict[int, UUID] = {}
        self._ticks: dict[int, bool] = {}
        self._result = CalendarResult()
        self._waiting: list[PlannedEvent] = []
        self._is_working = False
        self.resize(*_SIZE)
        self._title = ranked_label("title", parent=self)
        self.counts = ranked_label("muted", parent=self)
        self.counts.setWordWrap(True)
        self.table = PlanTable(ctx, self)
        self.table.opened.connect(self._on_table_opened)
        self.table.chosen.connect(self._on_table_chosen)
        self.table.plan.ticked.connect(self._on_plan_ticked)
        self.detail = ranked_label("muted", parent=self)
        self.detail.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.notice = ranked_label("small", parent=self)
        self.notice.setWordWrap(True)
        self._make_buttons()
        self._lay_out()

    def open_for(self, path: Path) -> None:
        """Read a file and show what it would change."""
        self._title.setText(self.tr("What {file} would change").format(file=path.name))
        self.setWindowTitle(self._title.text())
        self.counts.setText(self.tr("Reading the file…"))
        self.open()
        self._submit(partial(_read, self._ctx, path), Lane.LONG, self._on_read)

    def assign(self, number: int, customer_id: UUID) -> None:
        """Take note of whom an event is about, and show what that changes."""
        self._assigned[number] = customer_id
        self._ticks.pop(number, None)
        self._look()

    # --- building ------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.do_button, self.back_button = QPushButton(self), QPushButton(self)
        self.do_button.setProperty("kind", "primary")
        self.do_button.setEnabled(False)
        self.do_button.setToolTip("Ctrl+Enter")
        self.do_button.clicked.connect(self._on_do_clicked)
        self.back_button.setText(self.tr("Take back"))
        self.back_button.setToolTip("Ctrl+Z")
        self.back_button.hide()
        self.back_button.clicked.connect(self._on_back_clicked)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        for button in (self.do_button, self.back_button, self.close_button):
            button.setAutoDefault(False)
        self._show_count()
        for key, button in (
            ("Ctrl+Return", self.do_button),
            ("Ctrl+Enter", self.do_button),
            ("Ctrl+Z", self.back_button),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        QShortcut(QKeySequence("Ctrl+."), self).activated.connect(self.stop)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.notice, 1)
        for button in (self.back_button, self.close_button, self.do_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._title)
        layout.addWidget(self.counts)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addWidget(self.progress)
        layout.addLayout(foot)

    # --- looking -------------------------------------------------------------------------------

    def _on_read(self, events: tuple[IncomingEvent, ...]) -> None:
        self._events = events
        self._look()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        work = partial(_plan, self._ctx, self._events, dict(self._assigned))
        self._submit(work, Lane.LONG, self._on_planned)

    def _on_planned(self, planned: Plan) -> None:
        is_first = not self.table.plan.rows
        self.table.set_rows(rows_of(planned, self._ticks))
        if is_first and planned:
            self.table.setCurrentIndex(self.table.plan.index(0, 0))
        steps = Counter(one.step for one in planned)
        parts = (
            f"{resources.text(f'calendar.step_{step}', self._ctx.language)}: {steps[step]}"
            for step in CalendarStep
            if steps[step]
        )
        self.counts.setText("   ".join(parts))
        self._show_count()
        self._on_table_chosen(self.table.current())

    def _ticked(self) -> list[PlannedEvent]:
        return [row.planned for row in self.table.plan.rows if row.is_ticked]

    def _show_count(self) -> None:
        count = len(self._ticked())
        self.do_button.setText(self.tr("Change %n next contact(s)", "", count))
        self.do_button.setEnabled(count > 0 and not self._is_working)

    @Slot(int, bool)
    def _on_plan_ticked(self, number: int, is_ticked: bool) -> None:
        self._ticks[number] = is_ticked
        self._show_count()

    @Slot(object)
    def _on_table_chosen(self, row: PlanRow | None) -> None:
        words = "" if row is None else told(row, self._ctx.language)
        if row is not None and row.planned.step is CalendarStep.ASK:
            words = f"{words} {self.tr('Enter chooses the client.')}"
        self.detail.setText(words)

    @Slot(object)
    def _on_table_opened(self, row: PlanRow) -> None:
        """Ask for the client of an event that names none, or several."""
        is_asked = row.planned.step is CalendarStep.ASK or row.number in self._assigned
        if is_asked and not self._is_working:
            dialog = ClientDialog(self._ctx, row.planned, self)
            dialog.picked.connect(partial(self.assign, row.number))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    # --- doing ---------------------------------------------------------------------------------

    @Slot()
    def _on_do_clicked(self) -> None:
        ticked = in_order(self._ticked())
        self._waiting, self._result = ticked, CalendarResult()
        self._begin(len(ticked))
        self._do_next()

    def _do_next(self) -> None:
        part, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        if not part:
            self._end(self._told())
            return
        self._submit(partial(_apply, self._ctx, part), Lane.WRITE, self._on_part_done)

    def _on_part_done(self, result: CalendarResult) -> None:
        self._result = self._result.with_other(result)
        self.progress.setValue(len(self._result.done) + len(self._result.overtaken))
        self._do_next()

    def _told(self) -> str:
        sentence = self.tr("%n next contact(s) changed", "", len(self._result.done))
        if self._result.overtaken:
            words = self.tr("%n left: somebody was faster", "", len(self._result.overtaken))
            sentence = f"{sentence}; {words}"
        return sentence

    @Slot()
    def _on_back_clicked(self) -> None:
        if self._result.done:
            self._begin(len(self._result.done))
            self._take_back_next(0)

    def _take_back_next(self, count: int) -> None:
        done = self._result.done
        part, rest = done[-_AT_ONCE:], done[:-_AT_ONCE]
        if not part:
            self._end(self.tr("%n change(s) taken back", "", count))
            return
        self._result = CalendarResult(rest)
        self.progress.setValue(self.progress.maximum() - len(rest))
        work = partial(_undo, self._ctx, part)
        self._submit(work, Lane.WRITE, partial(self._on_part_taken_back, count))

    def _on_part_taken_back(self, count: int, more: int) -> None:
        self._take_back_next(count + more)

    @Slot()
    def stop(self) -> None:
        """Begin no further step; what was done stays done."""
        self._waiting.clear()

    @override
    def reject(self) -> None:
        """Stop where something is under way, else close."""
        if self._is_working:
            self.stop()
            return
        super().reject()

    def _begin(self, count: int) -> None:
        self._is_working = True
        self.notice.clear()
        self.do_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self.close_button.setText(self.tr("Stop"))
        self.progress.setRange(0, count)
        self.progress.setValue(0)
        self.progress.show()

    def _end(self, sentence: str) -> None:
        self._is_working = False
        self.progress.hide()
        self.close_button.setText(self.tr("Close"))
        self.back_button.setVisible(bool(self._result.done))
        self.back_button.setEnabled(True)
        self.notice.setText(sentence)
        self.message_raised.emit(sentence)
        self._look()

    # --- in the background ---------------------------------------------------------------------

    def _submit(
        self, work: Callable[[], object], lane: Lane, on_result: Callable[..., None]
    ) -> None:
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key="calendar",
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        if self._is_working:
            self._waiting.clear()
            self._end(sentence)
        else:
            self.counts.setText(sentence)


def _read(ctx: UiContext, path: Path) -> tuple[IncomingEvent, ...]:
    return ctx.calendars().read(path)


def _plan(ctx: UiContext, events: Sequence[IncomingEvent], assigned: dict[int, UUID]) -> Plan:
    return ctx.calendars().plan(events, assigned)


def _apply(ctx: UiContext, part: Sequence[PlannedEvent]) -> CalendarResult:
    return ctx.calendars().apply(part)


def _undo(ctx: UiContext, part: Sequence[DoneEvent]) -> int:
    return ctx.calendars().undo(part)

"""What is changed from the agenda, in the background: moved, done, noted, spread, taken back."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

import resources
from cockpit.domain import formats
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.agenda_view import AgendaChange, NewNote, NewTime, SpreadPlan
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.work_list.stepwise import Outcome, Step, Stepwise

#: So many next contacts move in one transaction; it takes a fifth of a second.
AT_ONCE = 100
_KEPT = 20


class AgendaChanges(QObject):
    """Keeps the last changes, and takes them back one by one.

    Attributes:
        line: Shows how far a long change is, and stops it.
    """

    #: Something was stored: read again.
    stored = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._changes: list[tuple[AgendaChange, ...]] = []
        self._is_taking_back = False
        self.line = BusyLine(parent, is_over_list=True)
        self.line.stop_requested.connect(self.stop)
        self._stepwise = Stepwise(ctx.runner, self)
        self._stepwise.progressed.connect(self._on_stepwise_progressed)
        self._stepwise.ended.connect(self._on_stepwise_ended)
        self._count = 0

    @property
    def is_busy(self) -> bool:
        """Return whether a long change is under way."""
        return self._stepwise.is_running

    def move(self, times: Sequence[NewTime]) -> None:
        """Move next contacts."""
        self._do(lambda: self._ctx.agenda().move(times), self._moved)

    def shift(self, keys: Sequence[UUID], *, days: int = 0, half_hours: int = 0) -> None:
        """Push next contacts by working days or half hours."""
        work = lambda: self._ctx.agenda().shift(keys, days=days, half_hours=half_hours)  # noqa: E731
        self._do(work, self._moved)

    def finish(self, keys: Sequence[UUID]) -> None:
        """Mark next contacts as done."""
        self._do(lambda: self._ctx.agenda().finish(keys), self._finished)

    def note(self, note: NewNote) -> None:
        """Write another note."""
        self._do(lambda: self._ctx.agenda().note(note), lambda change: self.tr("Note saved."))

    def set_next(
        self, customer_id: UUID, draft: AppointmentDraft, sentence: str, reason: str = ""
    ) -> None:
        """Set a customer's next contact, and say so."""
        work = lambda: self._ctx.agenda().set_next(customer_id, draft, reason)  # noqa: E731
        kept = self.tr("Next contact kept on this computer; it goes on once the server is back.")
        self._do(work, lambda change: kept if change.is_kept else sentence)

    def spread(self, plan: SpreadPlan) -> None:
        """Move what a plan moves, part by part."""
        starts = range(0, len(plan.moves), AT_ONCE)
        parts = [plan.moves[start : start + AT_ONCE] for start in starts]
        self._begin([Step(len(part), partial(_move, self._ctx, part)) for part in parts])

    @Slot()
    def undo(self) -> None:
        """Take the last change back wherever nobody changed it since."""
        if self._changes and not self.is_busy:
            self._is_taking_back = True
            changes = self._changes.pop()
            steps = [Step(len(one), partial(_take_back, self._ctx, one)) for one in changes]
            self._begin(steps)

    @Slot()
    def stop(self) -> None:
        """Move nothing further; what was moved stays so, and can be taken back."""
        if self.is_busy:
            self.line.wind_down(self.tr("Stopping…"))
            self._stepwise.stop()

    # --- short changes -------------------------------------------------------------------------

    def _do(self, work: Callable[[], AgendaChange], tell: Callable[[AgendaChange], str]) -> None:
        if self.is_busy:
            self.message_raised.emit(self.tr("One change at a time: stop the other one first."))
            return
        self._ctx.runner.submit(
            work,
            lane=Lane.WRITE,
            owner=self,
            key="change",
            on_result=partial(self._on_changed, tell),
            on_error=self._on_failed,
        )

    def _on_changed(self, tell: Callable[[AgendaChange], str], change: AgendaChange) -> None:
        if change.is_kept:
            self.message_raised.emit(tell(change))
        elif len(change):
            self._keep((change,))
            undo = self.tr("Ctrl+Z takes it back.")
            self.message_raised.emit(f"{tell(change)} {undo}")
        else:
            self.message_raised.emit(self.tr("Somebody changed it meanwhile; nothing was moved."))
        self.stored.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self.message_raised.emit(resources.text(error.message, self._ctx.language))

    def _keep(self, changes: tuple[AgendaChange, ...]) -> None:
        self._changes = [*self._changes[1 - _KEPT :], changes]

    # --- long ones -----------------------------------------------------------------------------

    def _begin(self, steps: Sequence[Step]) -> None:
        self._count = sum(step.size for step in steps)
        if self._count > AT_ONCE:
            self.line.begin("")
            self._on_stepwise_progressed(0)
        self._stepwise.start(steps)

    @Slot(int)
    def _on_stepwise_progressed(self, done: int) -> None:
        sentence = self.tr("{done} of {count} next contacts").format(
            done=self._number(done), count=self._number(self._count)
        )
        self.line.show_progress(sentence, done, self._count)

    @Slot(object)
    def _on_stepwise_ended(self, outcome: Outcome) -> None:
        self.line.hide()
        changes = tuple(one for one in outcome.results if isinstance(one, AgendaChange))
        moved = sum(len(one) for one in changes)
        if self._is_taking_back:
            back = sum(one for one in outcome.results if isinstance(one, int))
            sentence = self._back(back)
        else:
            sentence = self._moved_many(moved, outcome)
        self._is_taking_back = False
        if moved:
            self._keep(changes)
        self.message_raised.emit(sentence)
        self.stored.emit()
        if outcome.error is not None:
            self._on_failed(outcome.error)

    # --- what is said --------------------------------------------------------------------------

    def _moved(self, change: AgendaChange) -> str:
        words = self.tr("%n next contact(s) moved.", "", len(change))
        if not change.outside:
            return words
        outside = self.tr("%n outside the hours in which they may be called.", "", change.outside)
        return f"{words} {outside}"

    def _finished(self, change: AgendaChange) -> str:
        return self.tr("%n next contact(s) done.", "", len(change))

    def _moved_many(self, moved: int, outcome: Outcome) -> str:
        words = self.tr("%n next contact(s) spread.", "", moved)
        if not outcome.is_whole:
            left = outcome.count - outcome.done
            words += " " + self.tr("Stopped: %n stay(s) where they are.", "", left)
        return f"{words} {self.tr('Ctrl+Z takes it back.')}" if moved else words

    def _back(self, back: int) -> str:
        return self.tr("%n next contact(s) as before.", "", back)

    def _number(self, count: int) -> str:
        return formats.integer(count, self._ctx.language)


def _move(ctx: UiContext, times: Sequence[NewTime]) -> AgendaChange:
    return ctx.agenda().move(times)


def _take_back(ctx: UiContext, change: AgendaChange) -> int:
    return ctx.agenda().take_back(change)

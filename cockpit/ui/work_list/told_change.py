"""A long change with a line that shows how far it is, and a sentence of what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

import resources
from cockpit.domain import formats
from cockpit.domain.errors import GiroError
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.work_list.stepwise import Outcome, Step, Stepwise

#: So many customers change in one transaction: it takes a twentieth of a second, and colleagues'
#: calls are saved in between.
AT_ONCE = 1_000


class ToldChange(QObject):
    """Runs one long change at a time.

    Attributes:
        line: Shows how far it is, and stops it.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: A change began or ended.
    busy_changed = Signal()
    #: It ended, whatever came of it, and was told.
    ended = Signal()

    def __init__(
        self, ctx: UiContext, parent: QWidget, note: Callable[[Outcome], tuple[str, bool]]
    ) -> None:
        """Prepare it.

        Args:
            ctx: Services and look.
            parent: Over whom the line lies.
            note: Told what came of a change; returns the sentence about it, and whether the key for
                taking back means it.
        """
        super().__init__(parent)
        self._ctx, self._note = ctx, note
        self._count = 0
        self.line = BusyLine(parent, is_over_list=True)
        self.line.stop_requested.connect(self.stop)
        self._stepwise = Stepwise(ctx.runner, self)
        self._stepwise.progressed.connect(self._on_stepwise_progressed)
        self._stepwise.ended.connect(self._on_stepwise_ended)

    @property
    def is_busy(self) -> bool:
        """Return whether a change is under way."""
        return self._stepwise.is_running

    def start(self, steps: Sequence[Step]) -> None:
        """Begin; nothing else may be under way."""
        self._count = sum(step.size for step in steps)
        self.line.begin("")
        self._on_stepwise_progressed(0)
        self._stepwise.start(steps)
        self.busy_changed.emit()

    @Slot()
    def stop(self) -> None:
        """Change nobody further; who was changed stays so, and can be taken back."""
        if self.is_busy:
            self.line.wind_down(self.tr("Stopping…"))
            self._stepwise.stop()

    def number(self, count: int) -> str:
        """Return a count as it is written."""
        return formats.integer(count, self._ctx.language)

    @Slot(int)
    def _on_stepwise_progressed(self, done: int) -> None:
        sentence = self.tr("{done} of {count} customers").format(
            done=self.number(done), count=self.number(self._count)
        )
        self.line.show_progress(sentence, done, self._count)

    @Slot(object)
    def _on_stepwise_ended(self, outcome: Outcome) -> None:
        self.line.hide()
        told, can_undo = self._note(outcome)
        self.busy_changed.emit()
        self.message_raised.emit(" ".join([told, *self._endings(outcome, can_undo=can_undo)]))
        self.ended.emit()
        if outcome.error is not None and not isinstance(outcome.error, GiroError):
            raise outcome.error  # a fault of the program: the crash dialog takes it from here

    def _endings(self, outcome: Outcome, *, can_undo: bool) -> list[str]:
        """Return who was left out, what stopped it, and how to take it back."""
        sentences = []
        if not outcome.is_whole:
            left = self.number(outcome.count - outcome.done)
            sentences.append(self.tr("Stopped: {left} were left as they are.").format(left=left))
        if isinstance(outcome.error, GiroError):
            sentences.append(resources.text(outcome.error.message, self._ctx.language))
        if can_undo:
            sentences.append(self.tr("Ctrl+Z takes it back."))
        return sentences

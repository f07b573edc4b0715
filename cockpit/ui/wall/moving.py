"""Carries a plan out step by step, says what came of it, and takes it back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

import resources
from cockpit.domain import formats
from cockpit.domain.bulk_changes import OwnersMoved
from cockpit.domain.errors import GiroError
from cockpit.domain.rebalance import Move
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.work_list.stepwise import Outcome, Result, Step, Stepwise

#: So many customers change in one transaction: colleagues' calls are saved in between.
AT_ONCE = 1_000


class Moving(QObject):
    """Moves customers between portfolios.

    Attributes:
        line: Shows how far it is, and stops it.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: It began or ended.
    busy_changed = Signal()
    #: It ended, whatever came of it.
    ended = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._done: list[OwnersMoved] = []
        self._is_undoing = False
        self._count = 0
        self.line = BusyLine(parent, is_over_list=True)
        self.line.stop_requested.connect(self.stop)
        self._stepwise = Stepwise(ctx.runner, self)
        self._stepwise.progressed.connect(self._on_stepwise_progressed)
        self._stepwise.ended.connect(self._on_stepwise_ended)

    @property
    def is_busy(self) -> bool:
        """Return whether it is under way."""
        return self._stepwise.is_running

    @property
    def can_undo(self) -> bool:
        """Return whether the last one can be taken back."""
        return bool(self._done) and not self.is_busy

    def begin(self, moves: Sequence[Move]) -> None:
        """Move these customers."""
        if self.is_busy:
            return
        self._is_undoing, self._done = False, []
        ctx = self._ctx
        parts = [part for move in moves for part in _parts(move)]
        self._start([Step(len(one.customer_ids), partial(_move, ctx, one)) for one in parts])

    @Slot()
    def undo(self) -> None:
        """Take the last one back wherever nobody moved them since."""
        if self.can_undo:
            self._is_undoing = True
            take_back = self._ctx.work_list.take_back
            self._start([Step(len(one), partial(take_back, one)) for one in self._done])

    @Slot()
    def stop(self) -> None:
        """Move nobody further; who moved stays so, and can be taken back."""
        if self.is_busy:
            self.line.wind_down(self.tr("Stopping…"))
            self._stepwise.stop()

    def _start(self, steps: Sequence[Step]) -> None:
        self._count = sum(step.size for step in steps)
        self.line.begin("")
        self._on_stepwise_progressed(0)
        self._stepwise.start(steps)
        self.busy_changed.emit()

    @Slot(int)
    def _on_stepwise_progressed(self, done: int) -> None:
        sentence = self.tr("{done} of {count} customers").format(
            done=self._number(done), count=self._number(self._count)
        )
        self.line.show_progress(sentence, done, self._count)

    @Slot(object)
    def _on_stepwise_ended(self, outcome: Outcome) -> None:
        self.line.hide()
        if self._is_undoing:
            self._done = self._done[len(outcome.results) :]
        else:
            self._done = [one for one in outcome.results if isinstance(one, OwnersMoved) and one]
        self.busy_changed.emit()
        self.message_raised.emit(self._sentence(outcome))
        self.ended.emit()
        if outcome.error is not None and not isinstance(outcome.error, GiroError):
            raise outcome.error  # a fault of the program: the crash dialog takes it from here

    def _sentence(self, outcome: Outcome) -> str:
        count = sum(_size(one) for one in outcome.results)
        words = self.tr("{count} are as before.") if self._is_undoing else self.tr("{count} moved.")
        sentences = [words.format(count=self._number(count))]
        if count < outcome.done:
            rest = self.tr("The others were moved by somebody else meanwhile.")
            sentences.append(rest)
        if not outcome.is_whole:
            left = self._number(outcome.count - outcome.done)
            sentences.append(self.tr("Stopped: {left} were left as they are.").format(left=left))
        if isinstance(outcome.error, GiroError):
            sentences.append(resources.text(outcome.error.message, self._ctx.language))
        if self._done and not self._is_undoing:
            sentences.append(self.tr("Ctrl+Z takes it back."))
        return " ".join(sentences)

    def _number(self, count: int) -> str:
        return formats.integer(count, self._ctx.language)


def _parts(move: Move) -> list[Move]:
    """Return a move in pieces of one transaction each."""
    keys = move.customer_ids
    return [
        replace(move, customer_ids=keys[first : first + AT_ONCE])
        for first in range(0, len(keys), AT_ONCE)
    ]


def _move(ctx: UiContext, move: Move) -> OwnersMoved:
    return ctx.wall().move(move)


def _size(result: Result) -> int:
    return result if isinstance(result, int) else len(result)

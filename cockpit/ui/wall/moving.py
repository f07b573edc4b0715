"""Carries a plan out step by step, says what came of it, and takes it back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.bulk_changes import OwnersMoved
from cockpit.domain.rebalance import Move
from cockpit.ui.context import UiContext
from cockpit.ui.work_list.stepwise import Outcome, Result, Step
from cockpit.ui.work_list.told_change import AT_ONCE, ToldChange


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
        self._change = ToldChange(ctx, parent, self._noted)
        self._change.message_raised.connect(self.message_raised)
        self._change.busy_changed.connect(self.busy_changed)
        self._change.ended.connect(self.ended)
        self.line = self._change.line

    @property
    def is_busy(self) -> bool:
        """Return whether it is under way."""
        return self._change.is_busy

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
        self._change.start([Step(len(one.customer_ids), partial(_move, ctx, one)) for one in parts])

    @Slot()
    def undo(self) -> None:
        """Take the last one back wherever nobody moved them since."""
        if self.can_undo:
            self._is_undoing = True
            take_back = self._ctx.work_list.take_back
            self._change.start([Step(len(one), partial(take_back, one)) for one in self._done])

    @Slot()
    def stop(self) -> None:
        """Move nobody further; who moved stays so, and can be taken back."""
        self._change.stop()

    def _noted(self, outcome: Outcome) -> tuple[str, bool]:
        """Keep what can be taken back, and return what is said."""
        if self._is_undoing:
            self._done = self._done[len(outcome.results) :]
        else:
            self._done = [one for one in outcome.results if isinstance(one, OwnersMoved) and one]
        count = sum(_size(one) for one in outcome.results)
        words = self.tr("{count} are as before.") if self._is_undoing else self.tr("{count} moved.")
        sentences = [words.format(count=self._change.number(count))]
        if count < outcome.done:
            sentences.append(self.tr("The others were moved by somebody else meanwhile."))
        return " ".join(sentences), bool(self._done) and not self._is_undoing


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

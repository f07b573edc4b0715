"""A long change as a row of short writes: others come in between, and it stops where one ends."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from cockpit.domain.agenda_view import AgendaChange
from cockpit.domain.bulk_changes import BulkChange
from cockpit.runtime.task_runner import Lane, TaskRunner

#: What one write replaced, or how many it took back.
Result: TypeAlias = BulkChange | AgendaChange | int


@dataclass(frozen=True, slots=True)
class Step:
    """One transaction of a long change.

    Attributes:
        size: How many customers it goes through.
        work: Does it, in the background; returns what it replaced, or how many it took back.
    """

    size: int
    work: Callable[[], Result]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a long change.

    Attributes:
        count: How many customers it was about.
        done: How many it went through; all of their steps are stored.
        results: What the steps returned.
        error: What stopped it; None where the user did, or nothing.
    """

    count: int
    done: int
    results: tuple[Result, ...]
    error: Exception | None = None

    @property
    def is_whole(self) -> bool:
        """Return whether nobody was left out."""
        return self.done == self.count


class Stepwise(QObject):
    """Runs one long change at a time in the lane of writes, step by step."""

    #: So many customers are through.
    progressed = Signal(int)
    #: It ended: Outcome.
    ended = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._steps: deque[Step] = deque()
        self._results: list[Result] = []
        self._count = self._done = 0
        self.is_running = False

    def start(self, steps: Sequence[Step]) -> None:
        """Begin; nothing else may be running."""
        self._steps = deque(steps)
        self._results = []
        self._count, self._done = sum(step.size for step in steps), 0
        self.is_running = True
        self._go_on()

    def stop(self) -> None:
        """Begin no further step."""
        self._steps.clear()

    def _go_on(self) -> None:
        if not self._steps:
            self._end(None)
            return
        step = self._steps.popleft()
        self._runner.submit(
            step.work,
            lane=Lane.WRITE,
            owner=self,
            key="step",
            on_result=partial(self._on_step_done, step),
            on_error=self._end,
        )

    def _on_step_done(self, step: Step, result: Result) -> None:
        self._results.append(result)
        self._done += step.size
        self.progressed.emit(self._done)
        self._go_on()

    def _end(self, error: Exception | None) -> None:
        self._steps.clear()
        self.is_running = False
        self.ended.emit(Outcome(self._count, self._done, tuple(self._results), error))

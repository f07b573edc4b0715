"""The one door off the GUI thread.

Work runs on a small pool per lane and its answer comes back on the GUI thread. Nothing that belongs
to the GUI thread is ever released on a worker: the pools get a number, and everything that may hold
a widget (the work, the callbacks, the owner) stays in a ticket that the GUI thread keeps and drops.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from shiboken6 import Shiboken

from cockpit.domain.errors import TransactionUndoneError

T = TypeVar("T")


class Lane(Enum):
    """What a piece of work needs, so that a slow kind never holds up another."""

    READ = "read"
    WRITE = "write"
    NETWORK = "network"
    LONG = "long"


#: One writer, because a database takes one at a time and writes must keep their order; one for what
#: lasts, because it takes a whole core while somebody works with the lists.
_THREADS = {Lane.READ: 2, Lane.WRITE: 1, Lane.NETWORK: 2, Lane.LONG: 1}


@dataclass(frozen=True, slots=True)
class _Ticket:
    """One submission, kept on the GUI thread until it is answered."""

    work: Callable[[], Any]
    lane: Lane
    owner: QObject
    slot: tuple[int, str]
    on_result: Callable[[Any], None]
    on_error: Callable[[Exception], None] | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a submission: a result, or why there is none."""

    number: int
    result: Any = None
    error: Exception | None = None


class TaskRunner(QObject):
    """Runs work on background threads and delivers its answers on the GUI thread.

    Lives on the GUI thread, and so do all calls. ``shutdown`` comes before the object's end.
    """

    #: An exception (object) that nobody handled: no ``on_error``, or a write whose owner is gone.
    failed = Signal(object)

    _answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            lane: ThreadPoolExecutor(count, thread_name_prefix=f"giro-{lane.value}")
            for lane, count in _THREADS.items()
        }
        self._tickets: dict[int, _Ticket] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._answers: deque[_Answer] = deque()
        self._count = 0
        self._is_open = True
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Return whether every submission was answered."""
        return not self._tickets

    def submit(
        self,
        work: Callable[[], T],
        *,
        lane: Lane,
        owner: QObject,
        key: str,
        on_result: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work`` in the background and hand its answer to the GUI thread.

        The answer is dropped when a later submission had the same owner and key, or the owner was
        deleted. The work itself is skipped only in the lanes READ and LONG: a write is always made,
        and its error goes to ``failed`` where the owner cannot take it any more.

        Args:
            work: Opens its own unit of work and returns plain records.
            lane: Which pool runs it.
            owner: Whose answer it is.
            key: What it answers; a newer question with this key makes this one pointless.
            on_result: Takes the result.
            on_error: Takes an exception; without it ``failed`` is emitted.

        Raises:
            RuntimeError: Called off the GUI thread, or a write came after ``shutdown``.
        """
        if QThread.currentThread() != self.thread():
            raise RuntimeError("work is submitted on the GUI thread only")
        if not self._is_open:
            if lane is Lane.WRITE:
                raise RuntimeError("a write came after the task runner was shut down")
            return
        self._count += 1
        number, slot = self._count, (id(owner), key)
        self._tickets[number] = _Ticket(work, lane, owner, slot, on_result, on_error)
        self._newest[slot] = number
        self._pools[lane].submit(self._run, number)

    def shutdown(self) -> None:
        """Finish every write, drop waiting reads, and end all threads.

        Answers are not delivered any more; errors of writes still reach ``failed``.
        """
        if not self._is_open:
            return
        self._is_open = False
        for lane in (Lane.READ, Lane.NETWORK, Lane.LONG):
            self._pools[lane].shutdown(wait=False, cancel_futures=True)
        for pool in self._pools.values():
            pool.shutdown(wait=True)
        while self._answers:
            self._close(self._answers.popleft())
        self._tickets.clear()
        self._newest.clear()

    def _run(self, number: int) -> None:
        """Run one ticket's work; on a worker thread."""
        # No local may hold the answer: its traceback could be the last to hold a widget.
        self._answers.append(self._outcome(number))
        self._answered.emit()

    def _outcome(self, number: int) -> _Answer:
        ticket = self._tickets[number]
        if ticket.lane in {Lane.READ, Lane.LONG} and not self._is_newest(number, ticket):
            return _Answer(number)
        try:
            return _Answer(number, result=_done(ticket))
        except Exception as error:  # noqa: BLE001 - whatever it is travels to the GUI thread
            return _Answer(number, error=error)

    @Slot()
    def _on_answered(self) -> None:
        # One answer for each emission, so that a callback that raises costs nobody else's answer.
        if self._is_open:
            self._deliver(self._answers.popleft())

    def _deliver(self, answer: _Answer) -> None:
        ticket = self._tickets.pop(answer.number)
        is_wanted = self._is_newest(answer.number, ticket) and Shiboken.isValid(ticket.owner)
        if self._newest.get(ticket.slot) == answer.number:
            del self._newest[ticket.slot]
        if not is_wanted:
            self._tell_lost_write(ticket, answer)
        elif answer.error is None:
            ticket.on_result(answer.result)
        elif ticket.on_error is not None:
            ticket.on_error(answer.error)
        else:
            self.failed.emit(answer.error)

    def _close(self, answer: _Answer) -> None:
        """Take an answer that came too late for its owner."""
        self._tell_lost_write(self._tickets.pop(answer.number), answer)

    def _tell_lost_write(self, ticket: _Ticket, answer: _Answer) -> None:
        if ticket.lane is Lane.WRITE and answer.error is not None:
            self.failed.emit(answer.error)

    def _is_newest(self, number: int, ticket: _Ticket) -> bool:
        return self._newest.get(ticket.slot) == number


def _done(ticket: _Ticket) -> Any:
    """Do a ticket's work; a write that met another's in a deadlock is begun once more."""
    try:
        return ticket.work()
    except TransactionUndoneError:
        if ticket.lane is not Lane.WRITE:
            raise
        return ticket.work()

"""Reads what a page shows, in the background: the newest question alone, which may be stopped.

Only after 150 ms it says that something is under way, so that quick answers come without a flicker.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.errors import CancelledError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.page import IndicatorPage, Read
from cockpit.ui.widgets.work_watch import WorkWatch

_PATIENCE_MS, _LOOK_MS = 150, 100


class PageReader(QObject):
    """Asks for a page's figures and hands the answers to it."""

    #: A page (IndicatorPage) shows an answer.
    shown = Signal(object)
    #: It takes so long that somebody may wonder.
    lasted = Signal()
    #: So many (int) of so many (int) steps are done.
    progressed = Signal(int, int)
    #: Nothing is being read any more.
    ended = Signal()

    def __init__(
        self, ctx: UiContext, on_failed: Callable[[Exception], None], parent: QObject
    ) -> None:
        """Read nothing yet.

        Args:
            ctx: What every screen is given.
            on_failed: Told why the newest question has no answer.
            parent: Whose part it is.
        """
        super().__init__(parent)
        self._ctx, self._on_failed = ctx, on_failed
        self._number = 0
        self._pending = set[str]()
        self._watch = WorkWatch()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._look.timeout.connect(self._on_look_timeout)

    @property
    def is_reading(self) -> bool:
        """Return whether answers are on their way."""
        return bool(self._pending)

    def read(self, page: IndicatorPage, asked: Asked) -> None:
        """Ask for everything that a page shows; older questions are pointless now."""
        self.end()
        self._number += 1
        self._watch = watch = WorkWatch()
        reads = page.reads(asked)
        self._pending = {read.key for read in reads}
        self._patience.start()
        for read in reads:
            self._ctx.runner.submit(
                partial(read.work, (watch.stopped.is_set, watch.tell)),
                lane=Lane.LONG if read.is_long else Lane.READ,
                owner=page,
                key=read.key,
                on_result=partial(self._on_read, self._number, page, asked, read),
                on_error=partial(self._on_error, self._number),
            )

    def end(self) -> None:
        """Wait for nothing any more."""
        self._watch.stopped.set()
        self._pending = set()
        self._patience.stop()
        self._look.stop()
        self.ended.emit()

    def _on_read(
        self, number: int, page: IndicatorPage, asked: Asked, read: Read[Any], answer: object
    ) -> None:
        if number != self._number or read.key not in self._pending:
            return
        page.asked = asked
        read.show(answer)
        self._pending.discard(read.key)
        self.shown.emit(page)
        if not self._pending:
            self.end()

    def _on_error(self, number: int, error: Exception) -> None:
        is_awaited = number == self._number and bool(self._pending)
        if is_awaited and not isinstance(error, CancelledError):
            self.end()
            self._on_failed(error)

    @Slot()
    def _on_patience_timeout(self) -> None:
        if self._pending:
            self._look.start()
            self.lasted.emit()

    @Slot()
    def _on_look_timeout(self) -> None:
        done, count = self._watch.steps
        if count:
            self.progressed.emit(done, count)

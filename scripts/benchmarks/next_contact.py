"""Reading contacts by keys in the true window: from J to the painted contact and its customer.

Two paces: a reader's, who looks at each contact for a moment, and that of somebody who hurries
through with several keys a second.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from cockpit.domain.review import ReviewFilter
from cockpit.domain.sections import CustomerStory
from cockpit.ui.actions.ids import ActionId
from cockpit.ui.review.screen import ReviewScreen
from scripts.bench_support import Outcome
from scripts.benchmarks.children import Portfolio
from scripts.benchmarks.desk import OpenDesk, shown_desk
from scripts.benchmarks.window import NeverPaintedError, settle

_PATIENCE_SECONDS = 20.0
_TICK_MS = 5
#: A reader's moment, and a hurried one's, in milliseconds.
_PACES = {"a reader": 400, "five keys a second": 200}


class _Paintings(QObject):
    """Notes which widgets were painted since they were last forgotten."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self.painted: set[QObject] = set()
        for one in widgets:
            one.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The filter comes before the painting; whoever asks does so after the event.
        if event.type() == QEvent.Type.Paint:
            self.painted.add(watched)
        return False


@dataclass
class _Reading:
    """The page of contacts under measurement."""

    screen: ReviewScreen
    paintings: _Paintings
    ticks: QTimer
    told: UUID | None = None

    def __post_init__(self) -> None:
        self.screen.customer.story_shown.connect(self._on_story_shown)

    def _on_story_shown(self, story: CustomerStory) -> None:
        self.told = story.customer_id
        self.paintings.painted.discard(self.screen.customer)

    @classmethod
    def of(cls, opened: OpenDesk) -> "_Reading":
        """Open the page with all contacts of all days."""
        window = opened.desk.window
        window.action(ActionId.REVIEW).trigger()
        screen = window.review.screen
        if screen is None:
            raise NeverPaintedError
        note: QAbstractScrollArea = screen.pane.note
        paintings = _Paintings(note.viewport(), screen.customer)
        reading = cls(screen, paintings, QTimer(screen, interval=_TICK_MS))
        reading.ticks.start()
        screen.read(replace(ReviewFilter(), last_days=None))
        reading.until(lambda: screen.table.records.rowCount() > 1)
        settle(1_000)
        return reading

    def until(self, is_there: Callable[[], bool]) -> None:
        """Let the event loop run until something is true."""
        deadline = time.perf_counter() + _PATIENCE_SECONDS
        while not is_there():
            if time.perf_counter() > deadline:
                raise NeverPaintedError
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def next(self) -> tuple[float, float]:
        """Press J; return the seconds until the note is painted, and until its customer is."""
        table, pane, customer = self.screen.table, self.screen.pane, self.screen.customer
        former = pane.row
        self.paintings.painted.clear()
        started = time.perf_counter()
        # Qt's stubs know only one of its two signatures.
        press: Callable[[QWidget, Any], None] = QTest.keyClick
        press(table, "j")
        self.until(lambda: pane.row is not former and self._is_painted(pane.note.viewport()))
        noted = time.perf_counter() - started
        wanted = pane.row.customer_id if pane.row is not None else None
        self.until(lambda: self.told == wanted and self._is_painted(customer))
        return noted, time.perf_counter() - started

    def _is_painted(self, widget: QWidget) -> bool:
        return widget in self.paintings.painted


def measure_next(portfolio: Portfolio, app: QApplication, *, times: int) -> list[Outcome]:
    """Return what J takes at both paces; the reference is the note alone."""
    with shown_desk(portfolio, app) as opened:
        reading = _Reading.of(opened)
        outcomes = []
        for pace, moment in _PACES.items():
            found = []
            for _ in range(times):
                found.append(reading.next())
                settle(moment)
            noted, whole = zip(*found, strict=True)
            outcomes.append(Outcome(f"{portfolio.name}: {pace}", tuple(whole), tuple(noted)))
        reading.ticks.stop()
        return outcomes

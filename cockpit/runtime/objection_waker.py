"""Wakes objections whose condition came true while the window is open.

Conditions come true by themselves (a day arrives, a promotion begins) or by what imports bring (a
title is paid, a product is back). So it looks at the start, every few minutes, on a new day, and
shortly after documents or catalogues changed.
"""

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import Clock
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.clock_gap import CHECK_SECONDS
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.services.objections import ObjectionService

PULSE_SECONDS = 300
#: After the start and after changes, which come in bursts.
SOON_SECONDS = 5
_CONCERNED = (Topic.ORDERS, Topic.CUSTOMERS, Topic.REFERENCE)


class ObjectionWaker(QObject):
    """Asks the service to wake objections, one question at a time.

    Lives on the GUI thread; the work is done off it. ``stop`` comes before the object's end.
    """

    def __init__(
        self,
        service: ObjectionService,
        runner: TaskRunner,
        feed: ChangeFeed,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._runner = runner
        self._clock = clock
        self._day = clock.today()
        self._is_asking = False
        self._pulse = self._timer(PULSE_SECONDS)
        self._pulse.timeout.connect(self.wake)
        self._watch = self._timer(CHECK_SECONDS)
        self._watch.timeout.connect(self.check_day)
        self._soon = self._timer(SOON_SECONDS)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.wake)
        feed.changed.connect(self._on_feed_changed)

    def start(self) -> None:
        """Look soon, and go on looking; a past day that is asked for wakes nobody."""
        if self._clock.known_at is None:
            for timer in (self._pulse, self._watch, self._soon):
                timer.start()

    def stop(self) -> None:
        """Look no more."""
        for timer in (self._pulse, self._watch, self._soon):
            timer.stop()

    @Slot()
    def wake(self) -> None:
        """Wake what can be woken now; nothing while that is under way."""
        if self._is_asking:
            return
        self._is_asking = True
        self._runner.submit(
            self._service.wake,
            lane=Lane.WRITE,
            owner=self,
            key="wake",
            on_result=self._on_woken,
            on_error=self._on_failed,
        )

    @Slot()
    def check_day(self) -> None:
        """Look at once where the clock's day is another one."""
        today = self._clock.today()
        if today != self._day:
            self._day = today
            self.wake()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self._pulse.isActive() and notice.touches(*_CONCERNED):
            self._soon.start()

    def _on_woken(self, _woken: object) -> None:
        self._is_asking = False

    def _on_failed(self, error: Exception) -> None:
        self._is_asking = False
        self._runner.failed.emit(error)

    def _timer(self, seconds: float) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(int(seconds * 1000))
        return timer

"""How long the call has been going on."""

from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.clock import Clock
from cockpit.ui.theme import FontRole, Theme
from cockpit.ui.widgets.labels import ElidedLabel

_SECOND_MS = 1000
_HOUR = 3600


class CallTime(ElidedLabel):
    """Minutes and seconds since the customer was taken; it counts only while it is in sight."""

    def __init__(self, clock: Clock, theme: Theme, parent: QWidget) -> None:
        super().__init__("muted", parent)
        self._clock = clock
        self._since: datetime | None = None
        self.setFont(theme.font(FontRole.NUMBER))
        self._timer = QTimer(self, interval=_SECOND_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def set_since(self, since: datetime | None) -> None:
        """Count from an instant, or not at all."""
        self._since = since
        self._on_timer_timeout()
        self._run()

    def seconds(self) -> int | None:
        """Return the whole seconds so far, or None where nothing is timed."""
        if self._since is None:
            return None
        return max(0, int((self._clock.now() - self._since).total_seconds()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_timer_timeout()
        self._run()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run()

    def _run(self) -> None:
        if self._since is not None and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _on_timer_timeout(self) -> None:
        seconds = self.seconds()
        self.set_full_text("" if seconds is None else duration_text(seconds))


def duration_text(seconds: int) -> str:
    """Return a duration as ``4:07`` or ``1:04:07``."""
    minutes, rest = divmod(seconds, 60)
    if seconds < _HOUR:
        return f"{minutes}:{rest:02d}"
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"

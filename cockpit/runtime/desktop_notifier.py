"""One door to the desktop's notifications, whatever the desktop is.

On Linux they go to the session bus. Elsewhere, and where no such service runs, the tray has its
turn; it is a widget, so that the windows bring it along.
"""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.services.ports import Notifier


class NotifierChain(QObject):
    """Asks one notifier after the other until one takes the notification.

    Implements ``ports.Notifier`` for the GUI thread and never makes it wait.
    """

    def __init__(
        self,
        runner: TaskRunner,
        *,
        background: Sequence[Notifier],
        foreground: Sequence[Notifier],
        parent: QObject | None = None,
    ) -> None:
        """Set the order.

        Args:
            runner: Runs what may wait.
            background: Asked first, on the network lane.
            foreground: Asked afterwards, on the GUI thread, as the tray must be.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._runner = runner
        self._background = tuple(background)
        self._foreground = tuple(foreground)
        self._count = 0

    def notify(self, reminder_ids: Sequence[UUID], title: str, body: str) -> bool:
        """Have one notification shown; return True, for it is on its way."""
        self._count += 1

        def go_on() -> None:
            _offer(self._foreground, reminder_ids, title, body)

        self._runner.submit(
            partial(_offer, self._background, reminder_ids, title, body),
            lane=Lane.NETWORK,
            owner=self,
            key=f"notification {self._count}",
            on_result=lambda is_taken: None if is_taken else go_on(),
            on_error=lambda error: self._go_on_after(error, go_on),
        )
        return True

    def _go_on_after(self, error: Exception, go_on: Callable[[], None]) -> None:
        """Report a fault, which must not cost the user the notification."""
        self._runner.failed.emit(error)
        go_on()


def _offer(
    notifiers: Sequence[Notifier], reminder_ids: Sequence[UUID], title: str, body: str
) -> bool:
    return any(notifier.notify(reminder_ids, title, body) for notifier in notifiers)

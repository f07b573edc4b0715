"""A task runner without threads, for tests of whoever submits work."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from cockpit.runtime.task_runner import Lane, TaskRunner

T = TypeVar("T")


class ImmediateTaskRunner(TaskRunner):
    """Runs work at once, on the calling thread, and delivers before ``submit`` returns.

    Attributes:
        lanes: The lane of each submission, in order.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes: list[Lane] = []

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
        self.lanes.append(lane)
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - as the real runner does
            if on_error is None:
                self.failed.emit(error)
            else:
                on_error(error)
            return
        on_result(result)

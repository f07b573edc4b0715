"""Wakes the program up after a while; knows nothing of reminders, forgets with the process."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler


class Alarm(Protocol):
    """Rings once, on a thread of its own."""

    def start(self, on_ring: Callable[[], None]) -> None:
        """Be ready to ring."""
        ...

    def ring_after(self, wait: timedelta) -> None:
        """Ring after a while, in place of what was set before; at once when it is negative."""
        ...

    def cancel(self) -> None:
        """Do not ring."""
        ...

    def stop(self) -> None:
        """End the thread."""
        ...


class SchedulerAlarm:
    """An alarm on APScheduler's background thread, with its job in memory only."""

    def __init__(self) -> None:
        self._scheduler: BackgroundScheduler | None = None
        self._on_ring: Callable[[], None] = _be_silent

    def start(self, on_ring: Callable[[], None]) -> None:
        """Be ready to ring."""
        # Importing it takes 0.1 s, which the first window need not wait for.
        from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415

        self._on_ring = on_ring
        self._scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None}
        )
        self._scheduler.start()

    def ring_after(self, wait: timedelta) -> None:
        """Ring after a while, in place of what was set before; at once when it is negative."""
        if self._scheduler is not None:
            # Each is a job of its own: one that still rings would silence another of its name.
            self._scheduler.remove_all_jobs()
            at = datetime.now(UTC) + max(wait, timedelta(0))
            self._scheduler.add_job(self._ring, "date", run_date=at)

    def cancel(self) -> None:
        """Do not ring."""
        if self._scheduler is not None:
            self._scheduler.remove_all_jobs()

    def stop(self) -> None:
        """End the thread."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=True)
            self._scheduler = None

    def _ring(self) -> None:
        self._on_ring()


def _be_silent() -> None:
    """Ring for nobody: the alarm was not started."""

"""The laptop's window while it synchronises over a bad way: how long its event loop waits.

Nobody touches the window. Its own controller synchronises, as a minute of the day does it, and what
follows on the screen counts too: the list that is read again, the customer beside it.
"""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cockpit.app.field.choice import choose_field, field_choice
from cockpit.app.paths import Paths
from cockpit.domain.sync import SyncReport
from cockpit.runtime.sync_controller import SyncController
from scripts.benchmarks.children import ROOT, Portfolio, command, pipe
from scripts.benchmarks.desk import OpenDesk, shown_desk
from scripts.benchmarks.field_company import FieldCompany
from scripts.benchmarks.field_laptop import say
from scripts.benchmarks.upkeep import Wait, watched
from scripts.benchmarks.window import NeverPaintedError, settle

UP, DOWN = 60, 500
_IDLE_MS = 5_000
#: What was written here is read again by then; two seconds after it the window sends it by itself.
_READ_MS = 1_200
#: What came is on the screen by then.
_AFTERWARDS_MS = 2_000
_PATIENCE_ROUNDS, _ROUND_MS = 60, 500


def measure_synchronising(
    company: FieldCompany, portfolio: Portfolio, app: QApplication, *, days: int
) -> list[Wait]:
    """Return the waits of an idle window, and of one that synchronises so many days' words."""
    with (
        _far_way(company) as port,
        _gone_over(portfolio, str(company.address(port=port))),
        shown_desk(portfolio, app) as opened,
    ):
        controller = opened.desk.ctx.sync
        if controller is None:
            raise TypeError("no laptop's file")
        _until_quiet(controller)
        waits = [watched("idle window", lambda done: QTimer.singleShot(_IDLE_MS, done))]
        waits += [_day(company, opened, controller) for _ in range(days)]
        return waits


@contextmanager
def _far_way(company: FieldCompany) -> Iterator[int]:
    """Open a bad way to the server; its port on this computer."""
    with subprocess.Popen(
        command("far_way", company.host, str(company.port)),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield int(pipe(process.stdout).readline())
        pipe(process.stdin).close()


@contextmanager
def _gone_over(portfolio: Portfolio, address: str) -> Iterator[None]:
    """Let the laptop take another way to its server."""
    paths = Paths(portfolio.home)
    choice = field_choice(paths)
    if choice is None:
        raise TypeError("no laptop")
    choose_field(paths, replace(choice, server=address))
    try:
        yield
    finally:
        choose_field(paths, choice)


def _day(company: FieldCompany, opened: OpenDesk, controller: SyncController) -> Wait:
    """Return how the window waits while a day's words and rows are exchanged."""
    exchange = _Exchange(controller)
    say(opened.session.store.engines, UP)
    company.change(DOWN)
    settle(_READ_MS)
    wait = watched(f"a day: {UP} up, {DOWN} down", exchange.begin)
    _until_quiet(controller)
    return wait


class _Exchange:
    """A synchronisation until all of it went, and a while longer."""

    def __init__(self, controller: SyncController) -> None:
        self._controller = controller
        self._sent = self._received = 0
        self._done: Callable[[], None] | None = None
        controller.synced.connect(self._on_synced)

    def begin(self, done: Callable[[], None]) -> None:
        """Synchronise, and say when the screen shows what came."""
        self._done = done
        self._controller.synchronise()

    def _on_synced(self, report: SyncReport) -> None:
        self._sent += report.sent
        self._received += report.received
        if self._done is not None and self._sent >= UP and self._received >= DOWN:
            self._controller.synced.disconnect(self._on_synced)
            QTimer.singleShot(_AFTERWARDS_MS, self._done)


def _until_quiet(controller: SyncController) -> None:
    """Wait until the window synchronised, and nothing is under way that follows from it."""
    for _ in range(_PATIENCE_ROUNDS):
        settle(_ROUND_MS)
        if controller.last is not None and not controller.is_at_work:
            settle(_AFTERWARDS_MS)
            return
    raise NeverPaintedError

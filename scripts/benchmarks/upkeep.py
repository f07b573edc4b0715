"""The window while the cycles are fitted anew: how long its event loop is left waiting.

The same fit is made beside the window, as the program does it, and on a thread of the window, as it
could do it; an idle window is the reference. Nobody touches the window meanwhile.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from cockpit.app.arguments import parse
from cockpit.app.upkeep import upkeep_of
from cockpit.domain.clock import SystemClock
from cockpit.runtime.background_program import BackgroundProgram
from cockpit.runtime.cycle_keeper import CycleKeeper
from cockpit.runtime.task_runner import Lane
from scripts.bench_support import milliseconds
from scripts.benchmarks.children import Portfolio
from scripts.benchmarks.desk import OpenDesk, shown_desk
from scripts.benchmarks.window import FRAME, Watchdog, settle

#: How long an idle window is watched, and how long the window may calm down in between.
_IDLE_MS = 5_000


@dataclass(frozen=True, slots=True)
class Wait:
    """How an event loop was left waiting.

    Attributes:
        name: Meanwhile.
        seconds: How long that took.
        gaps: Between two ticks of a timer of 4 ms, in seconds.
    """

    name: str
    seconds: float
    gaps: tuple[float, ...]

    def p(self, share: float) -> float:
        """Return what a share of the gaps stay within."""
        return sorted(self.gaps)[ceil(share * len(self.gaps)) - 1]

    @property
    def late_share(self) -> float:
        """Return the share of the time in which the window had missed a frame."""
        return sum(gap - FRAME for gap in self.gaps if gap > FRAME) / max(self.seconds, 1e-9)


def measure_upkeep(
    portfolio: Portfolio, app: QApplication, *, idle_ms: int = _IDLE_MS
) -> list[Wait]:
    """Return the waits of an idle window, and of fits beside it and on a thread of it."""
    with shown_desk(portfolio, app) as opened:
        settle(idle_ms)
        waits = [watched("idle window", lambda done: QTimer.singleShot(idle_ms, done))]
        # The list that is read again afterwards is another matter, which "refresh" measures.
        opened.desk.ctx.feed.stop()
        waits.append(watched("fit in a program beside it", _beside(portfolio)))
        settle(idle_ms)
        waits.append(watched("fit on a thread of it", _on_thread(opened)))
        return waits


def wait_table(name: str, waits: list[Wait]) -> str:
    """Return a line on each wait; the first one is the reference."""
    lines = [f"{name}: gaps of the event loop (late: share of the time after a missed frame)"]
    for wait in waits:
        figures = [
            f"{wait.seconds:5.1f} s",
            f"p50 {milliseconds(statistics.median(wait.gaps))}",
            f"p99 {milliseconds(wait.p(0.99))}",
            f"max {milliseconds(max(wait.gaps))}",
            f"late {wait.late_share:6.2%}",
            f"p99 x {wait.p(0.99) / waits[0].p(0.99):.2f}",
        ]
        lines.append("  ".join([f"  {wait.name:<26}", *figures]))
    return "\n".join(lines)


Act = Callable[[Callable[[], None]], object]


def watched(name: str, act: Act) -> Wait:
    """Return how the event loop waits while an act goes on; it tells its end itself."""
    loop, watchdog = QEventLoop(), Watchdog()
    watchdog.start()
    act(loop.quit)
    loop.exec()
    watchdog.stop()
    return Wait(name, sum(watchdog.gaps), tuple(watchdog.gaps))


def _beside(portfolio: Portfolio) -> Act:
    def act(done: Callable[[], None]) -> None:
        options = parse((*portfolio.arguments, "--database", str(portfolio.home / "giro.db")))
        keeper = CycleKeeper(BackgroundProgram(), upkeep_of(options), SystemClock())
        keeper.work_ended.connect(done)
        keeper.refit_now()
        kept.append(keeper)

    kept: list[CycleKeeper] = []
    return act


def _on_thread(opened: OpenDesk) -> Act:
    def act(done: Callable[[], None]) -> None:
        opened.desk.ctx.runner.submit(
            opened.session.fits.refit,
            lane=Lane.LONG,
            owner=owner,
            key="fit",
            on_result=lambda _fit: done(),
        )

    owner = QObject()
    return act

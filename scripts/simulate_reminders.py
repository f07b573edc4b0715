"""Let a simulated team work for many days, and judge how its reminders came.

Usage: python scripts/simulate_reminders.py [--days 400] [--people 20] [--seed 1] [--trouble 1]
       [--mutant NAME]

The table, its service and the plan of the reminder clock are the true ones; computers, clocks,
sleep, restarts, kills and people are simulated (scripts/reminder_team). Exit code 1 says that a
reminder was lost, late by over five seconds, early or doubled. A mutant breaks the program on
purpose: the judge must notice.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import Connection  # noqa: E402 - found by the line above

from cockpit.data.repositories import reminders  # noqa: E402
from cockpit.data.startup import open_database  # noqa: E402
from cockpit.data.url import SqliteFile  # noqa: E402
from cockpit.runtime.wake_plan import Orders, WakePlan  # noqa: E402
from scripts.reminder_team.machine import Odds  # noqa: E402
from scripts.reminder_team.team import Team  # noqa: E402
from scripts.reminder_team.watch import Watch  # noqa: E402

Patch = tuple[Any, str, Any]


def _after_gaps_alone(plan: WakePlan, now: datetime) -> Orders:
    """Check as a plan that trusts its alarm unless the clocks parted."""
    return plan.replan(now) if plan._detector.has_gap() else Orders()


#: What can be broken: where, what, and by what.
MUTANTS: dict[str, Callable[[], Patch]] = {
    "no catch-up": lambda: (WakePlan, "check", lambda _self, _now: Orders()),
    "a lost alarm is not noticed": lambda: (WakePlan, "check", _after_gaps_alone),
    "no deduplication": lambda: (
        reminders.SqlReminderRepository, "claim", reminders.SqlReminderRepository.waiting,
    ),
    "nothing is told again after a crash": lambda: (
        reminders.SqlReminderRepository, "_take_over", lambda *_arguments: [],
    ),
}  # fmt: skip


def main() -> int:
    """Run the simulation and print its judgement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=400)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trouble", type=int, default=1, help="so many times the usual trouble")
    parser.add_argument("--mutant", choices=sorted(MUTANTS))
    given = parser.parse_args()
    started = time.perf_counter()
    watch = simulate(
        given.days, given.people, given.seed, mutant=given.mutant, trouble=given.trouble
    )
    seconds = time.perf_counter() - started
    print(f"{given.days} days, {given.people} people, seed {given.seed}, {seconds:.0f} s")
    for name, count in sorted(watch.counts.items()):
        print(f"  {name}: {count:,}")
    if watch.latencies:
        worst, middle = max(watch.latencies), statistics.median(watch.latencies)
        print(f"  from possible to shown: median {middle:.2f} s, longest {worst:.2f} s")
    for fault in watch.faults[:20]:
        print(f"  {fault}")
    print(f"  faults: {len(watch.faults)}")
    return 1 if watch.faults else 0


def simulate(
    days: int, people: int, seed: int, *, mutant: str | None = None, trouble: int = 1
) -> Watch:
    """Return the judgement of some days, with so many times the usual trouble."""
    usual = Odds()
    odds = Odds(usual.alarm // trouble, usual.kill // trouble, usual.nap // trouble)
    with tempfile.TemporaryDirectory() as folder:
        engines = open_database(SqliteFile(Path(folder) / "team.db"))
        patches: list[Patch] = []
        try:
            team = Team(engines, people=people, days=days, seed=seed, odds=odds)
            patches.append((reminders, "ahead", _clock_of(team)))
            if mutant is not None:
                patches.append(MUTANTS[mutant]())
            undo = [(where, name, getattr(where, name)) for where, name, _ in patches]
            for where, name, what in patches:
                setattr(where, name, what)
            try:
                return team.run()
            finally:
                for where, name, what in undo:
                    setattr(where, name, what)
        finally:
            engines.close()


def _clock_of(team: Team) -> Callable[[Connection, datetime], timedelta]:
    """Return the clock of the server that the simulated file stands for: the true time."""
    return lambda _connection, at: team.stored_ahead(at)


if __name__ == "__main__":
    sys.exit(main())

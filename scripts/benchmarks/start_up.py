"""From the start of the process to the first painted rows, against an empty table's start."""

import statistics
from collections.abc import Mapping, Sequence

from scripts.bench_support import Outcome, alternate_told, milliseconds
from scripts.benchmarks.children import OFFSCREEN, Portfolio, command, environment, run_to_report
from scripts.benchmarks.first_paint import PAINTED


class StartUp:
    """Starts the true program and the reference by turns, on one screen.

    Attributes:
        stages: Per portfolio, the seconds until each stage, one per counted or uncounted start.
    """

    def __init__(self, screen_name: str, screen: Mapping[str, str] = OFFSCREEN) -> None:
        self._screen_name = screen_name
        self._screen = screen
        self.stages: dict[str, list[dict[str, float]]] = {}

    def measure(self, portfolio: Portfolio, *, pairs: int) -> Outcome:
        """Return the times from start to painted rows; the reference's is an empty table."""
        environ = environment(portfolio.home, self._screen)
        runs = self.stages.setdefault(portfolio.name, [])

        def ours() -> float:
            reached = run_to_report(command("first_paint", *portfolio.arguments), environ)[1]
            runs.append(reached)
            return reached[PAINTED]

        def reference() -> float:
            return run_to_report(command("empty_table"), environ)[0]

        name = f"{portfolio.name}, {self._screen_name}"
        return alternate_told(name, ours, reference, pairs=pairs)


def stage_table(runs: Sequence[Mapping[str, float]]) -> str:
    """Return where the time goes: when each stage is reached, and what it took.

    The first start, which is not counted, is left out.
    """
    counted = runs[1:] or runs
    reached = {
        name: statistics.median(run[name] for run in counted if name in run) for name in runs[-1]
    }
    width = max(map(len, reached))
    lines, former = [], 0.0
    for name, at in sorted(reached.items(), key=lambda one: one[1]):
        took = milliseconds(at - former).rjust(9)
        lines.append(f"  {name.ljust(width)}  {milliseconds(at).rjust(9)}  {took}")
        former = at
    return "\n".join([f"  {'reached'.ljust(width)}  {'at'.rjust(9)}  {'took'.rjust(9)}", *lines])

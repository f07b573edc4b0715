"""By which days the programs with one thing wrong are found out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.harness import Findings, Plan, mortal_server, run

_SHORT = Plan(seed=5, seconds=10, operators=3)
_LOSSY = replace(_SHORT, commit_faults=0.4, kill_share=10)
#: Time is part of chance: what one day does not show, one of the next ones does.
_DAYS = 4


@dataclass(frozen=True)
class Finding:
    """What finds a mutant out.

    Attributes:
        plan: The day that does.
        invariants: Which of them it breaks, one at least.
    """

    plan: Plan
    invariants: frozenset[str]

    def is_shown_by(self, found: Findings) -> bool:
        """Return whether a day broke one of the invariants."""
        return any(one.partition(":")[0] in self.invariants for one in found.violations)


FINDINGS: Mapping[str, Finding] = {
    "no_keys": Finding(_LOSSY, frozenset({"2"})),
    "ack_before_commit": Finding(_LOSSY, frozenset({"1"})),
    "no_fence": Finding(
        replace(_SHORT, seconds=20, operators=4, kill_share=0, long_calls=0.5), frozenset({"11"})
    ),
    "no_watchdog": Finding(replace(_SHORT, kill_share=0, freeze_share=30), frozenset({"9"})),
}


def days_until_found(mutant: str, days: int = _DAYS) -> int:
    """Return after how many days a mutant was found out; 0 where none showed it."""
    finding = FINDINGS[mutant]
    for day in range(days):
        with TemporaryDirectory() as folder, mortal_server() as server:
            plan = replace(finding.plan, mutant=mutant, seed=finding.plan.seed + day)
            if finding.is_shown_by(run(plan, Path(folder), server)):
                return day + 1
    return 0

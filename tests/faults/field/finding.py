"""By which days the laptops' programs with one thing wrong are found out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.field.harness import run
from tests.faults.field.plan import Findings, Plan
from tests.faults.harness import mortal_server

_SHORT = Plan(seed=5, seconds=12, laptops=3, customers=12)
#: Time is part of chance: what one day does not show, one of the next ones does.
_DAYS = 4


@dataclass(frozen=True)
class Finding:
    """What finds a mutant out.

    Attributes:
        plan: The days that do.
        invariants: Which of them it breaks, one at least.
    """

    plan: Plan
    invariants: frozenset[str]

    def is_shown_by(self, found: Findings) -> bool:
        """Return whether one of the invariants was broken."""
        return any(one.partition(":")[0] in self.invariants for one in found.violations)


FINDINGS: Mapping[str, Finding] = {
    "newest_row_as_cursor": Finding(
        replace(_SHORT, is_calm=True, push_faults=0, moves=False), frozenset({"6", "13"})
    ),
    "no_idempotency": Finding(replace(_SHORT, is_calm=True, push_faults=0.5), frozenset({"2"})),
    "ack_before_commit": Finding(
        replace(_SHORT, is_calm=True, push_faults=0.4), frozenset({"1", "2", "5"})
    ),
    "no_epoch": Finding(replace(_SHORT, is_calm=True, restores=1), frozenset({"2", "6"})),
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

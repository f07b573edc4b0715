"""Programs with one thing wrong are found out by days that show it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from tests.faults.weather import mortal_server
from tests.support.postgres import PostgresServer

#: Time is part of chance: what one day does not show, one of the next ones does.
_DAYS = 4


class Examined(Protocol):
    """What days came to."""

    @property
    def violations(self) -> Sequence[str]:
        """Return the broken invariants, each in a sentence that begins with its number."""
        ...


#: Lives through a plan in a folder, on a server.
Living = Callable[[Any, Path, PostgresServer], Examined]


@dataclass(frozen=True)
class Finding:
    """What finds a mutant out.

    Attributes:
        plan: The days that do; it has a ``seed`` and a ``mutant``.
        invariants: Which of them it breaks, one at least.
    """

    plan: Any
    invariants: frozenset[str]

    def is_shown_by(self, found: Examined) -> bool:
        """Return whether one of the invariants was broken."""
        return any(one.partition(":")[0] in self.invariants for one in found.violations)


def find_out(findings: Mapping[str, Finding], run: Living) -> int:
    """Let days pass until each mutant is found out, and tell it; 1 where one is not."""
    missed = 0
    for mutant, finding in findings.items():
        days = _days_until_found(mutant, finding, run)
        missed += not days
        sys.stdout.write(f"{mutant}: {f'found out on day {days}' if days else 'NOT FOUND'}\n")
        sys.stdout.flush()
    return 1 if missed else 0


def _days_until_found(mutant: str, finding: Finding, run: Living) -> int:
    """Return after how many days a mutant was found out; 0 where none showed it."""
    for day in range(_DAYS):
        with TemporaryDirectory() as folder, mortal_server() as server:
            plan = replace(finding.plan, mutant=mutant, seed=finding.plan.seed + day)
            if finding.is_shown_by(run(plan, Path(folder), server)):
                return day + 1
    return 0

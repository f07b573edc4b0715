"""Long times in the field, by command: ``python -m tests.faults --field --seeds 5``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.field.finding import FINDINGS
from tests.faults.field.harness import run
from tests.faults.field.mutants import MUTANTS
from tests.faults.field.plan import Plan
from tests.faults.finding_out import find_out
from tests.faults.weather import mortal_server

_NAMED = 20


def main(words: Sequence[str]) -> int:
    """Live through what the arguments describe; 1 where an invariant was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults --field")
    parser.add_argument("--seed", type=int, default=1, help="the first one")
    parser.add_argument("--seeds", type=int, default=1, help="how many, one after another")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--laptops", type=int, default=8)
    parser.add_argument("--customers", type=int, default=60)
    parser.add_argument("--laptop-kills", type=int, default=0)
    parser.add_argument("--server-kills", type=int, default=0)
    parser.add_argument("--cuts", type=int, default=0)
    parser.add_argument("--partitions", type=int, default=0)
    parser.add_argument("--restores", type=int, default=0)
    parser.add_argument("--think", type=float, default=0.02, help="between two words, in seconds")
    parser.add_argument("--mutant", choices=["", *MUTANTS], default="")
    parser.add_argument("--mutants", action="store_true")
    given = vars(parser.parse_args(words))
    if given.pop("mutants"):
        return find_out(FINDINGS, run)
    first, seeds = given.pop("seed"), given.pop("seeds")
    broken = 0
    for seed in range(first, first + seeds):
        with TemporaryDirectory() as folder, mortal_server() as server:
            found = run(Plan(seed=seed, **given), Path(folder), server)
        _say(f"seed {seed}: {found.text()}")
        for violation in found.violations[:_NAMED]:
            _say(f"  {violation}")
        broken += len(found.violations)
    return 1 if broken else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()

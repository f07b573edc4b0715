"""Three short bad days; the programs with one thing wrong are found by `python -m tests.faults`.

The long day, and those of the other mutants, are run by command: ``python -m tests.faults --help``.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.finding import FINDINGS
from tests.faults.harness import Plan, run
from tests.faults.mutants import MUTANTS
from tests.faults.weather import mortal_server
from tests.support.postgres import PostgresServer

pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.skipif(sys.platform == "win32", reason="its programs are forks"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with mortal_server() as started:
        yield started


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_nothing_is_lost_doubled_or_seen_by_others_on_a_bad_day(
    seed: int, tmp_path: Path, server: PostgresServer
) -> None:
    plan = Plan(seed=seed, seconds=4, operators=3, client_kills=3, server_kills=1, cuts=10)
    found = run(plan, tmp_path, server)
    assert found.violations == []
    assert found.contacts > 0


def test_each_mutant_has_a_day_that_finds_it_out() -> None:
    assert FINDINGS.keys() == MUTANTS.keys()

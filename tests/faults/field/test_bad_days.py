"""Three short times in the field; long ones by ``python -m tests.faults --field --seeds N``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.field.harness import run
from tests.faults.field.plan import Plan
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
def test_nothing_is_lost_doubled_or_out_of_step_in_the_field(
    seed: int, tmp_path: Path, server: PostgresServer
) -> None:
    plan = Plan(
        seed=seed, seconds=5, laptops=3, customers=20, laptop_kills=4, server_kills=1, cuts=8,
        partitions=1, restores=1 if seed == 5 else 0,
    )  # fmt: skip
    found = run(plan, tmp_path, server)
    assert found.violations == []
    assert found.told > 0
    assert found.commands > 0
    assert (found.erased > 0) != (plan.restores > 0)

"""A fit gives the same parameters on every machine, whatever its number of processors."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
assert "numpy" not in sys.modules
import cockpit.analytics.judging
import os
assert "numpy" in sys.modules
print(os.environ["OPENBLAS_NUM_THREADS"])
"""


@pytest.mark.parametrize(("chosen", "used"), [(None, "1"), ("2", "2")])
def test_the_linear_algebra_runs_in_one_thread_unless_the_user_chose(
    chosen: str | None, used: str
) -> None:
    environment = {name: value for name, value in os.environ.items() if "NUM_THREADS" not in name}
    if chosen:
        environment["OPENBLAS_NUM_THREADS"] = chosen
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == used

"""Operators who are killed in the middle of a call leave nothing half done, and nobody doubled."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
def test_of_killed_operators_every_told_contact_is_there_and_no_client_was_called_twice() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/kill_operators.py", "--kills", "6", "--operators", "3"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("6 kills")

"""Imports that are killed at random moments; ``kill_imports.py`` kills as many as wanted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT, environment


@pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are killed where they can be forked")
def test_what_others_make_of_killed_imports_is_what_an_undisturbed_one_makes(
    tmp_path: Path,
) -> None:
    (tmp_path / "logs").mkdir()
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "kill_imports.py"), "--kills", "8", "--seed", "5"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split(maxsplit=1)[0]) >= 8

"""Check on an empty SQLite database that the migrations lead to the mapped classes.

Usage: python scripts/check_migrations.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Migrate a database to the head and compare it; return alembic's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'check.db'}"
        alembic = [sys.executable, "-m", "alembic", "-x", f"url={url}"]
        for command in (["upgrade", "head"], ["check"]):
            done = subprocess.run([*alembic, *command], cwd=ROOT, check=False)
            if done.returncode:
                return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Write down what this version of the program sends to a server, for the versions after it.

Run it when a version is done; the list is named by the version's last migration, and lists that no
server allows any more are removed.

Usage: python scripts/record_statements.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import NullPool, create_engine  # noqa: E402 - after the path is known

from cockpit.data.revisions import own_revisions  # noqa: E402
from cockpit.data.server.compatibility import OLDEST_PROGRAM  # noqa: E402
from cockpit.data.server.prepare import add_login, prepare  # noqa: E402
from cockpit.data.server.roles import group_of  # noqa: E402
from cockpit.domain.vocabulary import Role  # noqa: E402
from tests.support.postgres import start_server  # noqa: E402
from tests.support.statements import LISTS, recorded, refusals  # noqa: E402

_LOGIN = "recorder"
#: What a test makes for itself is refused where it is not: those statements are left out.
_SUITE = ["tests/integration", "-p", "tests.support.statement_recorder", "-n0", "-q"]


def main() -> int:
    """Run the tests that use a server, and keep what a prepared server takes."""
    target = LISTS / f"{own_revisions().head}.json"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statements.json"
        command = [sys.executable, "-m", "pytest", *_SUITE, *sys.argv[1:]]
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "GIRO_STATEMENTS": str(path)}, check=False
        )
        statements = recorded(path)
    LISTS.mkdir(exist_ok=True)
    kept = _taken(statements)
    target.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    for old in LISTS.glob("*.json"):
        if old.stem < OLDEST_PROGRAM:
            old.unlink()
    sys.stdout.write(f"{len(kept)} of {len(statements)} statements in {target.name}\n")
    return done.returncode


def _taken(statements: list[str]) -> list[str]:
    """Return the statements that a prepared server takes from an administrator."""
    server = start_server()
    try:
        name = server.create()
        engine = create_engine(server.url(name), poolclass=NullPool)
        with engine.connect() as connection:
            prepare(connection)
            add_login(connection, _LOGIN, group_of(Role.ADMINISTRATOR))
            connection.commit()
        own = create_engine(server.url(name, _LOGIN), poolclass=NullPool)
        with own.begin() as connection:
            refused = {statement for statement, _ in refusals(connection, statements)}
    finally:
        server.stop()
    return [statement for statement in statements if statement not in refused]


if __name__ == "__main__":
    sys.exit(main())

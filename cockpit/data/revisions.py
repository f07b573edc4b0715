"""Which schema a database has, and which one this program brings, without importing Alembic.

Importing Alembic takes longer than opening the database, and a database is almost always at the
head already.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, inspect, text

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
_ASSIGNMENT = re.compile(
    r"^(revision|down_revision)(?::[^=\n]*)? = (?:\"([^\"]+)\"|'([^']+)'|None)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Revisions:
    """The migrations that this program brings.

    Attributes:
        known: All of them.
        head: The last one.
    """

    known: frozenset[str]
    head: str


@cache
def own_revisions(folder: Path = MIGRATIONS) -> Revisions:
    """Read the migrations' names from the heads of their files."""
    names: dict[str, set[str]] = {"revision": set(), "down_revision": set()}
    for path in folder.glob("versions/*.py"):
        for name, *quoted in _ASSIGNMENT.findall(path.read_text(encoding="utf-8")):
            names[name].update(filter(None, quoted))
    (head,) = names["revision"] - names["down_revision"]
    return Revisions(frozenset(names["revision"]), head)


def stored_revision(connection: Connection) -> str | None:
    """Return the revision that a database has; None where it was never migrated."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def has_tables(connection: Connection) -> bool:
    """Return whether a database holds anything."""
    return bool(inspect(connection).get_table_names())

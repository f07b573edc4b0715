"""What the tables of an SQLite database hold, whatever keys their rows got and whenever.

A reference to another row counts as that row's own content, so that two databases with the same
content have the same snapshot, though every key of theirs differs.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

#: When something was written, and by which transaction.
_VOLATILE = frozenset(
    {"created_at", "updated_at", "row_version", "feed_xid", "recorded_at", "started_at",
     "finished_at", "computed_at", "first_seen_on", "blocked_at", "content_sha256", "device_seq",
     "device_id", "import_id", "file_path", "stored_at"}
)  # fmt: skip

Snapshot: TypeAlias = Mapping[str, Counter[str]]


@dataclass(slots=True)
class _Reader:
    connection: sqlite3.Connection
    contents: dict[tuple[str, Any], str] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    targets: dict[str, dict[str, str]] = field(default_factory=dict)

    def rows(self, table: str) -> Counter[str]:
        """Return the contents of a table's rows."""
        found: Counter[str] = Counter()
        for row in self.connection.execute(f'SELECT * FROM "{table}"'):
            found[self._content(table, row)] += 1
        return found

    def _content(self, table: str, row: Sequence[Any]) -> str:
        names, targets = self._shape(table)
        parts = []
        for name, value in zip(names, row, strict=True):
            if name in _VOLATILE or name == "id":
                continue
            shown = value if name not in targets else self._target(targets[name], value)
            parts.append(f"{name}={shown!r}")
        return " ".join(parts)

    def _target(self, table: str, key: Any) -> str | None:
        """Return the content of the row that a reference leads to."""
        if key is None:
            return None
        if (table, key) not in self.contents:
            statement = f'SELECT * FROM "{table}" WHERE id = ?'
            row = self.connection.execute(statement, (key,)).fetchone()
            self.contents[table, key] = "(" + self._content(table, row) + ")"
        return self.contents[table, key]

    def _shape(self, table: str) -> tuple[list[str], dict[str, str]]:
        if table not in self.columns:
            info = self.connection.execute(f'PRAGMA table_info("{table}")').fetchall()
            keys = self.connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            self.columns[table] = [one[1] for one in info]
            self.targets[table] = {one[3]: one[2] for one in keys}
        return self.columns[table], self.targets[table]


def snapshot(path: Path, tables: Iterable[str]) -> Snapshot:
    """Return what some tables of a database file hold."""
    connection = sqlite3.connect(path)
    try:
        reader = _Reader(connection)
        return {table: reader.rows(table) for table in tables}
    finally:
        connection.close()


def differences(expected: Snapshot, found: Snapshot) -> list[str]:
    """Return one line per row that only one of two snapshots has."""
    lines = []
    for table, rows in expected.items():
        lines += [f"{table} lacks {one}" for one in (rows - found[table]).elements()]
        lines += [f"{table} has besides {one}" for one in (found[table] - rows).elements()]
    return lines

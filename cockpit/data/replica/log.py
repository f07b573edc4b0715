"""The log of a laptop's synchronisations: the last thousand lines."""

from collections.abc import Mapping
from datetime import datetime
from json import dumps
from typing import Any

from cockpit.data.replica.forms import instant
from cockpit.domain.ids import new_id

_KEPT = 1_000


def add_line(cursor: Any, kind: str, at: datetime, detail: Mapping[str, object]) -> None:
    """Add a line, and forget the oldest beyond a thousand."""
    cursor.execute(
        "INSERT INTO sync_log (id, noted_at, kind, detail) VALUES (?, ?, ?, ?)",
        (new_id().bytes, instant(at), kind, dumps(dict(detail)) if detail else None),
    )
    cursor.execute(
        """DELETE FROM sync_log WHERE id IN
            (SELECT id FROM sync_log ORDER BY noted_at DESC, id DESC LIMIT -1 OFFSET ?)""",
        (_KEPT,),
    )

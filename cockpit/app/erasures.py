"""Who was erased, kept outside the database: a server that is set back to an old copy forgets it.

A line each, of table, key and instant; no word about anybody.
"""

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from cockpit.domain.errors import BadInputError

NAME = "erasures.jsonl"


def note_erasure(folder: Path, entity: str, key: UUID, at: datetime) -> Path:
    """Add a line, and have it on the disk; return the file.

    Args:
        folder: The user's.
        entity: The table.
        key: Of the row.
        at: When it was done.
    """
    path = folder / NAME
    line = json.dumps({"entity": entity, "key": str(key), "at": at.isoformat()})
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())
    return path


def noted_erasures(path: Path) -> Sequence[tuple[str, UUID]]:
    """Return who was erased: table and key, each once, in their order.

    Raises:
        BadInputError: The file cannot be read, or is another.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        read = [json.loads(line) for line in lines if line.strip()]
        found = [(str(one["entity"]), UUID(one["key"])) for one in read]
    except (OSError, ValueError, TypeError, KeyError):
        raise BadInputError("erasures_unreadable", file=str(path)) from None
    return list(dict.fromkeys(found))

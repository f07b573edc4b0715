"""The fingerprint of an immutable fact, which tells a repeated fact from a forged one."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID

#: Beside what a fact says, where its table has it: when the database got it, where that is another
#: instant than that of its storing. A server says it itself; a move between databases keeps it.
ARRIVAL = "stored_at"
#: What is stored with a fact, and is not what it says.
_STORAGE = frozenset({"device_id", "device_seq", "content_sha256", "recorded_at", ARRIVAL})


def fingerprint(entity: str, content: Mapping[str, object]) -> str:
    """Return the SHA-256 of a fact's canonical form.

    The form is JSON with sorted names and without blanks; instants are in UTC with microseconds.
    Names without a value are left out, so that a column added later changes no old fingerprint.

    Args:
        entity: The table's name.
        content: What the fact says, its key included; not who stored it when and as which number.
    """
    present = {name: value for name, value in content.items() if value is not None}
    text = json.dumps(
        [entity, present],
        default=_plain,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )
    return hashlib.sha256(text.encode()).hexdigest()


def content_of(row: Mapping[str, object]) -> dict[str, object]:
    """Return what a fact says, of its whole row without the feed's columns."""
    return {name: value for name, value in row.items() if name not in _STORAGE}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"a fact cannot hold a {type(value).__name__}")

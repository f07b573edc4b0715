"""The first page of a laptop's list, for its next start; encrypted, shown while its key lives.

Importing this loads no database code: the page is painted before that is there.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cockpit.data.sealed_text import SealedText

_PURPOSE = "first page of the list"
_ENDS = "ends"


def sealed_page(place: Path, key: bytes) -> SealedText:
    """Return the encrypted page beside a laptop's file.

    Args:
        place: Where.
        key: The file's data key, 32 bytes, from which the page's own is derived.
    """
    return SealedText(place, key, _PURPOSE)


def ending(at: datetime | None) -> dict[str, object]:
    """Return, as JSON takes it, when the file's key goes without contact; None for never."""
    return {} if at is None else {_ENDS: at.isoformat()}


def has_ended(kept: object, now: datetime) -> bool:
    """Return whether the file's key has to go, as far as was known when the page was kept."""
    if not isinstance(kept, dict) or _ENDS not in kept:
        return False
    with suppress(ValueError, TypeError):
        return datetime.fromisoformat(kept[_ENDS]) < now
    return True

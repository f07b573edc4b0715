"""The log of a laptop's synchronisations: the last thousand lines, in the order of their writing.

What goes on for a time (the server is away, it refuses the login) is one line, whose end is noted
when the server lets the laptop in again. Clocks may be anywhere: nothing is ordered by them.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from json import dumps, loads
from typing import Any

from cockpit.data.replica.forms import instant
from cockpit.domain.ids import new_id

_KEPT = 1_000
#: What is over once the server lets the laptop in.
_SHUT_OUT = frozenset({"away", "refused", "unknown_device"})
#: What lasts: said once, however often it is met.
_LASTING = _SHUT_OUT | {"revoked", "update_first", "server_behind"}
#: A clock that is wrong by more is told; less than that is nobody's concern.
_CLOCK_OFF = timedelta(minutes=10)
_NEWEST = "SELECT id, kind, detail FROM sync_log ORDER BY rowid DESC LIMIT 1"


def add_line(cursor: Any, kind: str, at: datetime, detail: Mapping[str, object]) -> None:
    """Add a line, and forget the oldest beyond a thousand; what lasts is not said twice."""
    if kind in _LASTING and _goes_on(cursor, kind, detail):
        return
    cursor.execute(
        "INSERT INTO sync_log (id, noted_at, kind, detail) VALUES (?, ?, ?, ?)",
        (new_id().bytes, instant(at), kind, dumps(dict(detail)) if detail else None),
    )
    cursor.execute(
        """DELETE FROM sync_log WHERE id IN
            (SELECT id FROM sync_log ORDER BY rowid DESC LIMIT -1 OFFSET ?)""",
        (_KEPT,),
    )


def note_contact(cursor: Any, at: datetime, present: datetime) -> None:
    """Note that the server answered: what lasted is over; a clock that is far off is told once.

    Args:
        cursor: The driver's, in a writing transaction.
        at: The instant by this computer's clock.
        present: The same by the server's.
    """
    newest = cursor.execute(_NEWEST).fetchone()
    if newest is not None and newest[1] in _SHUT_OUT:
        detail = _document(newest[2])
        if "until" not in detail:
            told = dumps(detail | {"until": instant(at)})
            cursor.execute("UPDATE sync_log SET detail = ? WHERE id = ?", (told, newest[0]))
    off = at - present
    if abs(off) > _CLOCK_OFF and abs(off - _told_off(cursor)) > _CLOCK_OFF:
        add_line(cursor, "clock", at, {"minutes": round(off / timedelta(minutes=1))})


def _goes_on(cursor: Any, kind: str, detail: Mapping[str, object]) -> bool:
    """Return whether the newest line says the same, and it is not over."""
    newest = cursor.execute(_NEWEST).fetchone()
    return newest is not None and newest[1] == kind and _document(newest[2]) == dict(detail)


def _told_off(cursor: Any) -> timedelta:
    """Return by how much the clock was off when it was told last; nothing before."""
    told = cursor.execute(
        "SELECT detail FROM sync_log WHERE kind = 'clock' ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    return timedelta(minutes=0 if told is None else _document(told[0]).get("minutes", 0))


def _document(text: str | None) -> dict[str, Any]:
    return {} if text is None else dict(loads(text))

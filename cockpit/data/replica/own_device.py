"""The laptop itself among the devices of its file: reservations say on which one they were made."""

from typing import Any

_NAMED = """INSERT OR IGNORE INTO devices (id, name, is_replica, created_at, updated_at)
    SELECT device_id, '', 1, strftime('%Y-%m-%d %H:%M:%f000', 'now'),
        strftime('%Y-%m-%d %H:%M:%f000', 'now') FROM replicas"""


def add_own_device(cursor: Any) -> None:
    """Add the device that the file is now, unless it is there; devices do not travel.

    The one that a copied file was before stays: what it wrote names it.
    """
    cursor.execute(_NAMED)

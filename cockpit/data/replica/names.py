"""The names in the words of a disagreement, looked up in the laptop's file."""

from collections.abc import Collection, Mapping
from uuid import UUID

from cockpit.data.engine import Engines

_NAMES = (
    "SELECT id, name FROM users WHERE id IN ({0})",
    "SELECT id, name FROM products WHERE id IN ({0})",
    "SELECT id, name FROM objection_kinds WHERE id IN ({0})",
    "SELECT id, name FROM contact_persons WHERE id IN ({0})",
    "SELECT id, number FROM receivables WHERE id IN ({0})",
)
_OF_APPOINTMENT = """SELECT u.name FROM appointment_events AS e
    LEFT JOIN users AS u ON u.id = e.user_id WHERE e.appointment_id = ?
        AND e.user_id IS NOT (SELECT user_id FROM replicas)
    ORDER BY e.occurred_at DESC LIMIT 1"""


class SqlNameBook:
    """Implements ``cockpit.services.ports.field.NameBook``."""

    def __init__(self, engines: Engines) -> None:
        """Take a laptop's open file."""
        self._engines = engines

    def names(self, keys: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the names of people, products and kinds of objections; the unknown are left out.

        A receivable is named by its number.
        """
        if not keys:
            return {}
        marks = ", ".join("?" * len(keys))
        found: dict[UUID, str] = {}
        with self._engines.reading() as connection:
            for text in _NAMES:
                values = tuple(key.bytes for key in keys)
                rows = connection.exec_driver_sql(text.format(marks), values)
                found |= {UUID(bytes=key): str(name) for key, name in rows if name}
        return found

    def last_author(self, entity: str, key: UUID) -> str:
        """Return who did something with a row last, by what others noted of it; else nothing."""
        if entity != "appointments":
            return ""
        with self._engines.reading() as connection:
            name = connection.exec_driver_sql(_OF_APPOINTMENT, (key.bytes,)).scalar()
        return name or ""

"""The names in the words of a disagreement, looked up in the laptop's file."""

from collections.abc import Collection, Mapping
from uuid import UUID

from cockpit.data.engine import Engines

_NAMES = (
    "SELECT id, name FROM users WHERE id IN ({0})",
    "SELECT id, name FROM products WHERE id IN ({0})",
    "SELECT id, name FROM objection_kinds WHERE id IN ({0})",
    "SELECT id, name FROM contact_persons WHERE id IN ({0})",
    "SELECT id, name FROM promotions WHERE id IN ({0})",
    "SELECT id, number FROM receivables WHERE id IN ({0})",
)
#: Where others note what they do with a row: the table, and its column that names the row.
_NOTED_IN = {
    "appointments": ("appointment_events", "appointment_id"),
    "objections": ("objection_events", "objection_id"),
}
_LAST = """SELECT u.name FROM {0} AS e LEFT JOIN users AS u ON u.id = e.user_id
    WHERE e.{1} = ? AND e.user_id IS NOT (SELECT user_id FROM replicas)
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
        if entity not in _NOTED_IN:
            return ""
        with self._engines.reading() as connection:
            text = _LAST.format(*_NOTED_IN[entity])
            name = connection.exec_driver_sql(text, (key.bytes,)).scalar()
        return name or ""

"""The names in the words of a disagreement, looked up in the laptop's file."""

from collections.abc import Collection, Mapping
from uuid import UUID

from cockpit.data.engine import Engines
from cockpit.data.replica.forms import instant_of, table_of
from cockpit.domain.field import LastChange
from cockpit.domain.replication import TRAVELS

_NAMES = (
    "SELECT id, name FROM users WHERE id IN ({0})",
    "SELECT id, name FROM products WHERE id IN ({0})",
    "SELECT id, name FROM objection_kinds WHERE id IN ({0})",
    "SELECT id, name FROM contact_persons WHERE id IN ({0})",
    "SELECT id, number FROM receivables WHERE id IN ({0})",
)
_OF_APPOINTMENT = """SELECT u.name, e.occurred_at FROM appointment_events AS e
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

    def last_change(self, entity: str, key: UUID) -> LastChange:
        """Return who made the server's version of a row, and when, as far as the file knows."""
        with self._engines.reading() as connection:
            if entity == "appointments":
                row = connection.exec_driver_sql(_OF_APPOINTMENT, (key.bytes,)).first()
                if row is not None:
                    return LastChange(row[0] or "", instant_of(row[1]))
            if "updated_at" not in table_of(entity).c:
                return LastChange("", None)
            text = f"SELECT updated_at FROM {entity} WHERE {TRAVELS[entity].key} = ?"  # noqa: S608 - ours
            at = connection.exec_driver_sql(text, (key.bytes,)).scalar()
        return LastChange("", None if at is None else instant_of(at))

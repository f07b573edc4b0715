"""What the audit trail holds of the last working day: who came, opened whom, took what along."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from cockpit.demo.customers import Client
from cockpit.demo.staff import Person, Staff
from cockpit.demo.tables import Tables
from cockpit.domain.audit import AuditAction
from cockpit.domain.facts import fingerprint

_OPENED = 3
_TABLE = "audit_events"


def add_audit(tables: Tables, staff: Staff, clients: Sequence[Client]) -> None:
    """Let each operator come, open some clients and go, and one take a list along."""
    day = tables.working_day_before(tables.as_of - timedelta(days=1))
    for place, person in enumerate(staff.operators):
        own = [client for client in clients if client.owner is person][:_OPENED]
        trail = _Trail(tables, person, tables.at(day, time(8, 2 + place)))
        trail.add(AuditAction.LOGGED_IN, "users", person.user_id)
        for client in own:
            trail.add(AuditAction.CUSTOMER_OPENED, "customers", client.key)
        if not place:
            detail = {"rows": 48, "filter": "group=at_risk"}
            trail.add(AuditAction.EXPORTED, "work_list", None, detail)
        trail.add(AuditAction.LOGGED_OUT, "users", person.user_id)


class _Trail:
    """The events of one person's computer, each after the one before."""

    def __init__(self, tables: Tables, person: Person, began_at: datetime) -> None:
        self._tables, self._person, self._at = tables, person, began_at
        self._last: str | None = None

    def add(
        self, action: str, entity: str, entity_id: object, detail: dict[str, object] | None = None
    ) -> None:
        """Add an event some minutes after the one before."""
        content: dict[str, object] = {
            "user_id": self._person.user_id,
            "action": str(action),
            "entity": entity,
            "entity_id": entity_id,
            "detail": detail,
            "occurred_at": self._at,
            "previous_sha256": self._last,
        }
        key = self._tables.add(_TABLE, device_id=self._person.device_id, **content)
        self._last = fingerprint(_TABLE, {"id": key, **content})
        self._at += timedelta(minutes=11)

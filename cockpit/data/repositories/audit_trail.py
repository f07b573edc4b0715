"""Writing of the audit trail: who did what to which row, chained per device."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from cockpit.data.facts import FactWriter
from cockpit.domain.ids import new_id
from cockpit.services.ports import CurrentUser
from models import AuditEvent, Base

_DEVICE = bindparam("device_id", type_=AuditEvent.device_id.type)
_LAST = (
    select(AuditEvent.content_sha256)
    .where(AuditEvent.device_id == _DEVICE)
    .order_by(AuditEvent.device_seq.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done.

    Attributes:
        action: The audit's word for it.
        entity: The mapped class of what it was done to.
        entity_id: Which row.
        detail: What else there is to know, as JSON; no text of a person's.
    """

    action: str
    entity: type[Base]
    entity_id: UUID
    detail: dict[str, Any]


def record(
    connection: Connection, facts: FactWriter, deed: Deed, *, user: CurrentUser, at: datetime
) -> None:
    """Store one event after the device's former one, whose hash it holds.

    Args:
        connection: An open writing transaction.
        facts: Its writer of facts, which keeps two events of a device from following the same one.
        deed: What was done.
        user: Who did it.
        at: When, aware.
    """
    facts.reserve(user.device_id)
    last = connection.execute(_LAST, {"device_id": user.device_id}).scalar()
    content = {
        "id": new_id(),
        "user_id": user.user_id,
        "action": deed.action,
        "entity": deed.entity.__tablename__,
        "entity_id": deed.entity_id,
        "detail": deed.detail,
        "occurred_at": at,
        "previous_sha256": last,
    }
    facts.add(AuditEvent, content, device_id=user.device_id, at=at)

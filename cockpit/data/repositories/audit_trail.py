"""Writing of the audit trail: who did what to which row, chained per device."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from cockpit.data.facts import FactWriter
from cockpit.domain.audit import Deed
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from cockpit.services.ports import CurrentUser
from models import AuditEvent

_DEVICE = bindparam("device_id", type_=AuditEvent.device_id.type)
#: A device is one user's, and everybody sees their own events: policies hide none of these.
_LAST = (
    select(AuditEvent.content_sha256)
    .where(AuditEvent.device_id == _DEVICE)
    .order_by(AuditEvent.device_seq.desc())
    .limit(1)
)


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
    record_all(connection, facts, [(deed, at)], user=user, at=at)


def record_all(
    connection: Connection,
    facts: FactWriter,
    deeds: Sequence[tuple[Deed, datetime]],
    *,
    user: CurrentUser,
    at: datetime,
) -> None:
    """Store events, each with its instant, in their order; see ``record``."""
    device_id = facts.device_of(user.device_id)
    facts.reserve(device_id)
    last = connection.execute(_LAST, {"device_id": device_id}).scalar()
    contents = []
    for deed, done_at in deeds:
        content = {
            "id": new_id(),
            "user_id": user.user_id,
            "action": deed.action,
            "entity": deed.entity,
            "entity_id": deed.entity_id,
            "detail": dict(deed.detail) or None,
            "occurred_at": done_at,
            "previous_sha256": last,
        }
        contents.append(content)
        last = fingerprint(AuditEvent.__tablename__, content)
    facts.add_all(AuditEvent, contents, device_id=device_id, at=at)

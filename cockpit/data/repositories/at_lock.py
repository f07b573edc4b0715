"""What storing a contact has to know of its customer, read in one statement once they are locked.

Only what nobody else can change while the customer is locked stands here, so each part is as good
as if it were read where it is needed.
"""

from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Row, and_, bindparam, exists, func, select

from cockpit.data.prepared import Prepared
from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.transaction import Transaction
from models import Appointment, Claim, Contact, Customer, Objection, QueueHold

_Row: TypeAlias = Row[*tuple[Any, ...]]
#: The parts, by who asks for them.
APPOINTMENT, HOLD, FENCE, WOKEN = "appointment", "hold", "fence", "woken"
_STATEMENT = Prepared(
    select(
        Customer.company_id,
        Customer.segment_id,
        Contact.content_sha256,
        Contact.policy_version,
        Appointment.id,
        Appointment.customer_id,
        Appointment.due_at,
        Appointment.calendar_uid,
        Appointment.created_at,
        QueueHold.kind,
        QueueHold.until_at,
        QueueHold.reason,
        exists()
        .where(Objection.customer_id == Customer.id, Objection.woken_at.is_not(None))
        .label("is_woken"),
        select(func.max(Claim.fence))
        .where(Claim.customer_id == Customer.id)
        .scalar_subquery()
        .label("last_fence"),
    )
    .select_from(Customer)
    .outerjoin(Contact, Contact.id == bindparam("contact_id", type_=Contact.id.type))
    .outerjoin(Appointment, and_(Appointment.customer_id == Customer.id, IS_OPEN))
    .outerjoin(QueueHold, QueueHold.customer_id == Customer.id)
    .where(Customer.id == bindparam("customer_id", type_=Customer.id.type))
)


def read_at_lock(transaction: Transaction, customer_id: UUID, contact_id: UUID) -> _Row | None:
    """Return what is known of a locked customer and of a contact's key; None where they are gone.

    The transaction keeps the parts for whoever asks next.
    """
    whose = {"customer_id": customer_id, "contact_id": contact_id}
    row: _Row | None = _STATEMENT.one(transaction.connection, whose)
    if row is not None:
        transaction.read_at_lock.note(customer_id, row, APPOINTMENT, HOLD, FENCE, WOKEN)
    return row

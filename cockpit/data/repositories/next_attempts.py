"""What the cadence decided of a customer's next attempt, out of its stored decisions."""

from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from cockpit.domain.customer import NextAttempt
from cockpit.domain.next_step import StepKind
from models import CadenceDecision, Contact

#: Steps that are a rest; of the others the next contact itself tells.
_RESTS = (StepKind.RETRY.value, StepKind.REST.value, StepKind.CLOSED.value)
_WHO = bindparam("customer_id", type_=CadenceDecision.customer_id.type)
_LATEST = (
    select(
        CadenceDecision.step,
        CadenceDecision.proposed_at,
        CadenceDecision.goal,
        CadenceDecision.channel,
        CadenceDecision.chosen_at,
        select(Contact.id)
        .where(Contact.customer_id == _WHO, Contact.occurred_at > CadenceDecision.occurred_at)
        .exists()
        .label("is_overtaken"),
    )
    .where(CadenceDecision.customer_id == _WHO)
    .order_by(CadenceDecision.occurred_at.desc(), CadenceDecision.id.desc())
    .limit(1)
)


def next_attempt(connection: Connection, customer_id: UUID) -> NextAttempt | None:
    """Return what the latest decision says; None where it is none of a rest, or was overtaken."""
    row = connection.execute(_LATEST, {"customer_id": customer_id}).one_or_none()
    if row is None or row.is_overtaken or row.chosen_at is not None or row.step not in _RESTS:
        return None
    return NextAttempt(row.proposed_at, row.goal, row.channel)

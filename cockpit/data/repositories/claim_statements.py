"""The statements of claims and rests, built once: building them anew took longer than running."""

from functools import cache

from sqlalchemy import and_, bindparam, case, delete, func, or_, select, text, update

from cockpit.data.prepared import Prepared
from cockpit.data.repositories.changes import LAST_OF
from cockpit.data.repositories.upsert import upsert_of
from cockpit.domain.vocabulary import ClaimState
from models import Claim as ClaimRow
from models import QueueHold

#: Written out: a prepared statement with a parameter here would match no index.
_ACTIVE = text("state = 'active'")

_CUSTOMER = bindparam("customer_id", type_=ClaimRow.customer_id.type)
OWN = select(
    ClaimRow.id,
    ClaimRow.customer_id,
    ClaimRow.fence,
    ClaimRow.claimed_at,
    ClaimRow.lease_until,
).where(
    ClaimRow.customer_id == _CUSTOMER,
    ClaimRow.user_id == bindparam("user_id", type_=ClaimRow.user_id.type),
    ClaimRow.state == ClaimState.ACTIVE,
)
LAST_FENCE = select(func.max(ClaimRow.fence)).where(ClaimRow.customer_id == _CUSTOMER)
#: Written out: by a bound value a kept plan finds no index of the active ones.
_IS_ACTIVE = ClaimRow.state == bindparam(
    None, ClaimState.ACTIVE, ClaimRow.state.type, literal_execute=True
)
_AT = bindparam("ended_at", type_=ClaimRow.finished_at.type)
_IS_MINE = and_(
    ClaimRow.user_id == bindparam("whose", type_=ClaimRow.user_id.type),
    ClaimRow.device_id == bindparam("where", type_=ClaimRow.device_id.type),
    ClaimRow.customer_id != bindparam("kept", type_=ClaimRow.customer_id.type),
)
#: Whose lease has ended goes by the way, past those whom somebody else is just deciding about.
_LAPSED = (
    select(ClaimRow.id)
    .where(_IS_ACTIVE, ClaimRow.lease_until <= _AT)
    .with_for_update(skip_locked=True)
)
GIVE_BACK = Prepared(
    update(ClaimRow)
    .where(_IS_ACTIVE, or_(_IS_MINE, ClaimRow.id.in_(_LAPSED)))
    .values(
        state=case((_IS_MINE, ClaimState.RELEASED.value), else_=ClaimState.EXPIRED.value),
        finished_at=_AT,
    )
    .returning(ClaimRow.customer_id, ClaimRow.state)
)
REAP = (
    update(ClaimRow)
    .where(_IS_ACTIVE, ClaimRow.lease_until <= _AT)
    .values(state=ClaimState.EXPIRED, finished_at=_AT)
    .returning(ClaimRow.customer_id)
)
EXPIRE_ONE = REAP.where(ClaimRow.customer_id == bindparam("of", type_=ClaimRow.customer_id.type))
END_OTHERS = (
    update(ClaimRow)
    .where(
        _IS_ACTIVE,
        ClaimRow.customer_id == bindparam("of", type_=ClaimRow.customer_id.type),
        ClaimRow.user_id != bindparam("whose", type_=ClaimRow.user_id.type),
    )
    .values(state=ClaimState.RELEASED, finished_at=_AT)
)
END = Prepared(
    update(ClaimRow)
    .where(
        ClaimRow.id == bindparam("key", type_=ClaimRow.id.type),
        ClaimRow.state.in_((ClaimState.ACTIVE, ClaimState.EXPIRED)),
    )
    .values(state=bindparam("how", type_=ClaimRow.state.type), finished_at=_AT)
)


READ_HOLD = select(QueueHold.kind, QueueHold.until_at, QueueHold.reason).where(
    QueueHold.customer_id == bindparam("customer_id", type_=QueueHold.customer_id.type)
)
END_HOLD = Prepared(
    delete(QueueHold).where(
        QueueHold.customer_id == bindparam("customer_id", type_=QueueHold.customer_id.type)
    )
)


@cache
def replace_hold(*, is_server: bool) -> Prepared:
    """Return the statement that replaces a rest, built once."""
    new = upsert_of(QueueHold, is_server=is_server)
    columns = ("kind", "until_at", "reason", "user_id", "set_at")
    replacing = new.on_conflict_do_update(
        index_elements=[QueueHold.customer_id],
        set_={name: new.excluded[name] for name in columns},
    )
    return Prepared(replacing, columns=("customer_id", *columns))


@cache
def new_claim(*, is_server: bool) -> Prepared:
    """Return the statement that claims a customer whom nobody holds, built once.

    It also returns the newest change about them, by which a program tells what it has read of them
    from what is stored.
    """
    of = ClaimRow.__table__.c
    number = select(func.coalesce(func.max(ClaimRow.fence), 0) + 1).where(
        ClaimRow.customer_id == _CUSTOMER
    )
    begun_at = bindparam("begun_at", type_=of.claimed_at.type)
    return Prepared(
        upsert_of(ClaimRow, is_server=is_server)
        .values(
            id=bindparam("key", type_=of.id.type),
            customer_id=_CUSTOMER,
            user_id=bindparam("user", type_=of.user_id.type),
            device_id=bindparam("device", type_=of.device_id.type),
            state=ClaimState.ACTIVE,
            claimed_at=begun_at,
            lease_until=bindparam("until", type_=of.lease_until.type),
            fence=number.scalar_subquery(),
        )
        .on_conflict_do_nothing(index_elements=[ClaimRow.customer_id], index_where=_ACTIVE)
        .returning(ClaimRow.fence, LAST_OF.scalar_subquery().label("newest_change"))
    )

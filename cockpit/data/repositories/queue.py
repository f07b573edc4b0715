"""Claims with lease and fence, rests, and the facts of what operators did."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, exists, func, select, text, update

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.changes import last_change_of, read_changes, seen_until
from cockpit.data.repositories.standings import Standings, places
from cockpit.data.repositories.stored_clock import ahead
from cockpit.data.repositories.upsert import upsert
from cockpit.data.repositories.window_rules import window_rules
from cockpit.domain.calling_window import Place, WindowRules, Wishes
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.eligibility import Standing
from cockpit.domain.ids import new_id
from cockpit.domain.queue import LEASE, Claim, Hold
from cockpit.domain.vocabulary import ClaimState, QueueEventKind
from cockpit.services.ports import CurrentUser
from models import Claim as ClaimRow
from models import Customer, QueueEvent, QueueHold

#: Written out: a prepared statement with a parameter here would match no index.
_ACTIVE = text("state = 'active'")

_CUSTOMER = bindparam("customer_id", type_=ClaimRow.customer_id.type)
_OWN = select(
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
_OVERTAKEN = select(
    exists().where(ClaimRow.customer_id == _CUSTOMER, ClaimRow.fence > bindparam("number"))
)
_IS_ACTIVE = ClaimRow.state == ClaimState.ACTIVE
_AT = bindparam("ended_at", type_=ClaimRow.finished_at.type)
_END_ALL = (
    update(ClaimRow)
    .where(
        ClaimRow.user_id == bindparam("whose", type_=ClaimRow.user_id.type),
        ClaimRow.device_id == bindparam("where", type_=ClaimRow.device_id.type),
        _IS_ACTIVE,
    )
    .values(state=ClaimState.RELEASED, finished_at=_AT)
    .returning(ClaimRow.customer_id)
)
_REAP = (
    update(ClaimRow)
    .where(_IS_ACTIVE, ClaimRow.lease_until <= _AT)
    .values(state=ClaimState.EXPIRED, finished_at=_AT)
    .returning(ClaimRow.customer_id)
)
_EXPIRE_ONE = _REAP.where(ClaimRow.customer_id == bindparam("of", type_=ClaimRow.customer_id.type))
_END = (
    update(ClaimRow)
    .where(
        ClaimRow.id == bindparam("key", type_=ClaimRow.id.type),
        ClaimRow.state.in_((ClaimState.ACTIVE, ClaimState.EXPIRED)),
    )
    .values(state=bindparam("how", type_=ClaimRow.state.type), finished_at=_AT)
)


class SqlQueueRepository:
    """The queue's tables.

    Leases live by one clock: on a server the server's, whose instants are stored; what is returned
    is moved to the program's own, which may go wrong by minutes. A file has its program's clock.
    """

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts
        self._is_server = connection.dialect.name == "postgresql"

    @property
    def is_alone(self) -> bool:
        """Return whether nobody else can write before this writing transaction ends.

        A file has one writer, who takes its lock at the beginning.
        """
        return not self._is_server

    def standings(
        self, customer_ids: Sequence[UUID], *, user: CurrentUser, at: datetime
    ) -> dict[UUID, Standing]:
        """Return what decides whether these may be offered now; who is gone is left out."""
        reader = Standings(self._connection, user, at, ahead=self._ahead(at))
        return reader.of(customer_ids)

    def places(self, customer_ids: Sequence[UUID]) -> dict[UUID, tuple[Place, Wishes]]:
        """Return where these are and when they like to be called; who is gone is left out."""
        return places(self._connection, customer_ids)

    def claim(self, customer_id: UUID, *, user: CurrentUser, at: datetime) -> Claim | None:
        """Claim a customer, or renew the user's own claim; None where another holds one.

        A claim whose lease ended by ``at`` is expired by this.
        """
        self._lock(customer_id)
        ahead = self._ahead(at)
        claim = self._new_claim(customer_id, user, at, ahead)
        if claim is not None:
            return claim
        own = None if self._expire(at + ahead, customer_id) else self._own(customer_id, user)
        if own is not None:
            return self.renew(_shifted(own, -ahead), at=at)
        return self._new_claim(customer_id, user, at, ahead)

    def _new_claim(
        self, customer_id: UUID, user: CurrentUser, at: datetime, ahead: timedelta
    ) -> Claim | None:
        """Claim a customer whom nobody holds; None where somebody does."""
        stored_at = at + ahead
        fence = select(func.coalesce(func.max(ClaimRow.fence), 0) + 1).where(
            ClaimRow.customer_id == customer_id
        )
        key = new_id()
        new = (
            upsert(self._connection, ClaimRow)
            .values(
                id=key,
                customer_id=customer_id,
                user_id=user.user_id,
                device_id=user.device_id,
                state=ClaimState.ACTIVE,
                claimed_at=stored_at,
                lease_until=stored_at + LEASE,
                fence=fence.scalar_subquery(),
            )
            .on_conflict_do_nothing(
                index_elements=[ClaimRow.customer_id],
                index_where=_ACTIVE,
            )
            .returning(ClaimRow.fence)
        )
        number = self._connection.execute(new).scalar()
        return None if number is None else Claim(key, customer_id, number, at, at + LEASE)

    def renew(self, claim: Claim, *, at: datetime) -> Claim | None:
        """Extend the lease; None where the claim is not active with this fence any more."""
        done = self._connection.execute(
            update(ClaimRow)
            .where(
                ClaimRow.id == claim.claim_id,
                ClaimRow.fence == claim.fence,
                ClaimRow.state == ClaimState.ACTIVE,
            )
            .values(lease_until=at + self._ahead(at) + LEASE)
        )
        if done.rowcount != 1:
            return None
        return Claim(claim.claim_id, claim.customer_id, claim.fence, claim.claimed_at, at + LEASE)

    def finish(self, claim: Claim, *, at: datetime) -> bool:
        """End a claim by a contact; return False where its fence was overtaken."""
        return self._end(claim, ClaimState.FINISHED, at)

    def release(self, claim: Claim, *, at: datetime) -> bool:
        """End a claim without a contact; return False where its fence was overtaken."""
        return self._end(claim, ClaimState.RELEASED, at)

    def release_all(
        self, *, user: CurrentUser, at: datetime, keep: UUID | None = None
    ) -> list[UUID]:
        """End the claims that this user holds on this device; return whose they were."""
        statement = _END_ALL if keep is None else _END_ALL.where(ClaimRow.customer_id != keep)
        ended = {
            "whose": user.user_id, "where": user.device_id, "ended_at": at + self._ahead(at),
        }  # fmt: skip
        return list(self._connection.execute(statement, ended).scalars())

    def reap(self, *, at: datetime) -> list[UUID]:
        """Expire the claims whose lease has ended; return whose they were."""
        return self._expire(at + self._ahead(at))

    def lapsed(self, *, at: datetime) -> list[UUID]:
        """Return whose claims nobody renewed, and nobody has expired yet."""
        statement = select(ClaimRow.customer_id).where(
            ClaimRow.state == ClaimState.ACTIVE, ClaimRow.lease_until <= at + self._ahead(at)
        )
        return list(self._connection.execute(statement).scalars())

    def hold(self, customer_id: UUID) -> Hold | None:
        """Return the customer's rest, or None."""
        statement = select(QueueHold.kind, QueueHold.until_at, QueueHold.reason).where(
            QueueHold.customer_id == customer_id
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else Hold(row.kind, row.until_at, row.reason or "")

    def set_hold(
        self, customer_id: UUID, hold: Hold | None, *, user: CurrentUser, at: datetime
    ) -> None:
        """Replace the customer's rest; None ends it."""
        if hold is None:
            self._connection.execute(delete(QueueHold).where(QueueHold.customer_id == customer_id))
            return
        values = {
            "kind": hold.kind,
            "until_at": hold.until,
            "reason": hold.reason or None,
            "user_id": user.user_id,
            "set_at": at,
        }
        self._connection.execute(
            upsert(self._connection, QueueHold)
            .values(customer_id=customer_id, **values)
            .on_conflict_do_update(index_elements=[QueueHold.customer_id], set_=values)
        )

    def note(
        self,
        customer_id: UUID,
        kind: QueueEventKind,
        *,
        user: CurrentUser,
        reason: str,
        until: datetime | None,
        at: datetime,
    ) -> None:
        """Store the immutable fact of what the user did with the customer."""
        content = {
            "id": new_id(),
            "customer_id": customer_id,
            "user_id": user.user_id,
            "kind": kind,
            "reason": reason or None,
            "until_at": until,
            "occurred_at": at,
        }
        self._facts.add(QueueEvent, content, device_id=user.device_id, at=at)

    def changes_seen(self) -> int:
        """Return the number up to which whatever is read from now on holds every change."""
        return seen_until(self._connection)

    def changed_since(self, number: int) -> ChangeNotice:
        """Return what anybody changed after that number; nobody's where nothing was."""
        notice, _ = read_changes(self._connection, seen=number, is_own=_is_nobodys)
        return ChangeNotice(frozenset(), frozenset()) if notice is None else notice

    def last_change(self, customer_id: UUID) -> int:
        """Return the number of the newest stored change that concerns a customer."""
        return last_change_of(self._connection, customer_id)

    def window_rules(self) -> WindowRules:
        """Return the calling hours and the company's days off in force.

        They are read once: a transaction decides for many customers, and by the same hours.
        """
        return self._rules

    @cached_property
    def _rules(self) -> WindowRules:
        return window_rules(self._connection)

    def _own(self, customer_id: UUID, user: CurrentUser) -> Claim | None:
        """Return the user's own active claim of a customer, by the stored clock."""
        whose = {"customer_id": customer_id, "user_id": user.user_id}
        row = self._connection.execute(_OWN, whose).one_or_none()
        return None if row is None else Claim(*row)

    def _end(self, claim: Claim, state: ClaimState, at: datetime) -> bool:
        """End a claim, also one whose lease ran out while nobody else took the customer."""
        self._lock(claim.customer_id)
        held = {"customer_id": claim.customer_id, "number": claim.fence}
        if self._connection.execute(_OVERTAKEN, held).scalar():
            return False
        ended = {"key": claim.claim_id, "how": state, "ended_at": at + self._ahead(at)}
        self._connection.execute(_END, ended)
        return True

    def _expire(self, stored_at: datetime, customer_id: UUID | None = None) -> list[UUID]:
        if customer_id is None:
            expired = self._connection.execute(_REAP, {"ended_at": stored_at})
        else:
            one = {"ended_at": stored_at, "of": customer_id}
            expired = self._connection.execute(_EXPIRE_ONE, one)
        return list(expired.scalars())

    def _lock(self, customer_id: UUID) -> None:
        """Let nobody else claim, log or schedule for a customer before this transaction ends."""
        if self._is_server:
            statement = select(Customer.id).where(Customer.id == customer_id)
            self._connection.execute(statement.with_for_update(key_share=True))

    def _ahead(self, at: datetime) -> timedelta:
        return ahead(self._connection, at)


def _shifted(claim: Claim, by: timedelta) -> Claim:
    return Claim(
        claim.claim_id,
        claim.customer_id,
        claim.fence,
        claim.claimed_at + by,
        claim.lease_until + by,
    )


def _is_nobodys(_number: int) -> bool:
    return False

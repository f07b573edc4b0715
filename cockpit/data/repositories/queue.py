"""Claims with lease and fence, rests, and the facts of what operators did."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.at_lock import FENCE, HOLD
from cockpit.data.repositories.changes import (
    NOBODY,
    last_change_of,
    read_changes,
    seen_until,
)
from cockpit.data.repositories.claim_statements import (
    END,
    END_HOLD,
    END_OTHERS,
    EXPIRE_ONE,
    GIVE_BACK,
    LAST_FENCE,
    OWN,
    READ_HOLD,
    REAP,
    new_claim,
    replace_hold,
)
from cockpit.data.repositories.rules_in_force import RulesInForce
from cockpit.data.repositories.standings import Standings, places
from cockpit.data.transaction import Transaction
from cockpit.domain.calling_window import Place, WindowRules, Wishes
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.eligibility import Situation, Standing
from cockpit.domain.ids import new_id
from cockpit.domain.queue import LEASE, Claim, GivenBack, Hold
from cockpit.domain.vocabulary import ClaimState, QueueEventKind
from cockpit.services.ports import CurrentUser
from models import Claim as ClaimRow
from models import QueueEvent


class SqlQueueRepository:
    """The queue's tables.

    Leases live by one clock: on a server the server's, whose instants are stored; what is returned
    is moved to the program's own, which may go wrong by minutes. A file has its program's clock.
    """

    def __init__(self, transaction: Transaction, facts: FactWriter, rules: RulesInForce) -> None:
        """Take a transaction.

        Args:
            transaction: Where to read and write.
            facts: Where facts go.
            rules: The rules in force.
        """
        self._transaction = transaction
        self._connection = transaction.connection
        self._facts = facts
        self._in_force = rules
        self._is_server = transaction.is_server
        self._newest_change: dict[UUID, int] = {}

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
        found = self.situations(customer_ids, user=user, at=at)
        return {key: one.standing for key, one in found.items()}

    def situations(
        self, customer_ids: Sequence[UUID], *, user: CurrentUser, at: datetime
    ) -> dict[UUID, Situation]:
        """Return the standings with where these are; who is gone is left out."""
        reader = Standings(self._connection, user, at, ahead=self._ahead(at))
        return reader.of(customer_ids)

    def situation_again(
        self, customer_id: UUID, before: Situation, *, user: CurrentUser, at: datetime
    ) -> Situation | None:
        """Return the situation of one whom the transaction claimed; None where they are gone."""
        reader = Standings(self._connection, user, at, ahead=self._ahead(at))
        return reader.again(customer_id, before)

    def places(self, customer_ids: Sequence[UUID]) -> dict[UUID, tuple[Place, Wishes]]:
        """Return where these are and when they like to be called; who is gone is left out."""
        return places(self._connection, customer_ids)

    def first_free(self, customer_ids: Sequence[UUID], *, user: CurrentUser) -> UUID | None:
        """Return the first of these about whom nobody else is deciding; None where all are taken.

        Nobody else decides about them before this transaction ends.
        """
        return self._transaction.lock_first(customer_ids, user_id=user.user_id)

    def claim(self, customer_id: UUID, *, user: CurrentUser, at: datetime) -> Claim | None:
        """Claim a customer, or renew the user's own claim; None where another holds one.

        A claim whose lease ended by ``at`` is expired by this.
        """
        self._transaction.lock(customer_id)
        ahead = self._ahead(at)
        claim = self._new_claim(customer_id, user, at, ahead)
        if claim is not None:
            return claim
        own = None if self._expire(at + ahead, customer_id) else self._own(customer_id, user)
        if own is not None:
            return self.renew(_shifted(own, -ahead), at=at)
        return self._new_claim(customer_id, user, at, ahead)

    def take_over(self, customer_id: UUID, *, user: CurrentUser, at: datetime) -> Claim | None:
        """Claim a customer whoever holds them; None where they just went to somebody else."""
        self._transaction.lock(customer_id)
        ahead = self._ahead(at)
        given_up = {"of": customer_id, "whose": user.user_id, "ended_at": at + ahead}
        self._connection.execute(END_OTHERS, given_up)
        return self.claim(customer_id, user=user, at=at)

    def _new_claim(
        self, customer_id: UUID, user: CurrentUser, at: datetime, ahead: timedelta
    ) -> Claim | None:
        """Claim a customer whom nobody holds; None where somebody does."""
        key, stored_at = new_id(), at + ahead
        values = {
            "key": key,
            "customer_id": customer_id,
            "user": user.user_id,
            "device": user.device_id,
            "begun_at": stored_at,
            "until": stored_at + LEASE,
        }
        row = new_claim(is_server=self._is_server).one(self._connection, values)
        if row is None:
            return None
        self._newest_change[customer_id] = row.newest_change or 0
        return Claim(key, customer_id, row.fence, at, at + LEASE)

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

    def give_back(self, *, user: CurrentUser, at: datetime, keep: UUID | None = None) -> GivenBack:
        """End the claims that this user holds on this device, and those that nobody renewed."""
        ended = GIVE_BACK.run(
            self._connection,
            {
                "whose": user.user_id,
                "where": user.device_id,
                "kept": keep or NOBODY,
                "ended_at": at + self._ahead(at),
            },
        )
        return GivenBack(
            own=tuple(row.customer_id for row in ended if row.state is ClaimState.RELEASED),
            lapsed=tuple(row.customer_id for row in ended if row.state is ClaimState.EXPIRED),
        )

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
        row = self._transaction.read_at_lock.take(customer_id, HOLD)
        if row is None:
            row = self._connection.execute(READ_HOLD, {"customer_id": customer_id}).one_or_none()
        if row is None or row.kind is None:
            return None
        return Hold(row.kind, row.until_at, row.reason or "")

    def set_hold(
        self, customer_id: UUID, hold: Hold | None, *, user: CurrentUser, at: datetime
    ) -> None:
        """Replace the customer's rest; None ends it."""
        self._transaction.read_at_lock.take(customer_id, HOLD)
        if hold is None:
            END_HOLD.run(self._connection, {"customer_id": customer_id})
            return
        values = {
            "customer_id": customer_id,
            "kind": hold.kind,
            "until_at": hold.until,
            "reason": hold.reason or None,
            "user_id": user.user_id,
            "set_at": at,
        }
        replace_hold(is_server=self._is_server).run(self._connection, values)

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
        """Return the number of the newest stored change that concerns a customer.

        Of one who was claimed in this transaction it was read with the claim.
        """
        known = self._newest_change.get(customer_id)
        return last_change_of(self._connection, customer_id) if known is None else known

    def window_rules(self) -> WindowRules:
        """Return the calling hours and the company's days off in force."""
        return self._in_force.window

    def _own(self, customer_id: UUID, user: CurrentUser) -> Claim | None:
        """Return the user's own active claim of a customer, by the stored clock."""
        whose = {"customer_id": customer_id, "user_id": user.user_id}
        row = self._connection.execute(OWN, whose).one_or_none()
        return None if row is None else Claim(*row)

    def _end(self, claim: Claim, state: ClaimState, at: datetime) -> bool:
        """End a claim, also one whose lease ran out while nobody else took the customer."""
        customer_id = claim.customer_id
        self._transaction.lock(customer_id)
        known = self._transaction.read_at_lock.take(customer_id, FENCE)
        if known is None:
            last = self._connection.execute(LAST_FENCE, {"customer_id": customer_id}).scalar()
        else:
            last = known.last_fence
        if last is not None and last > claim.fence:
            return False
        ended = {"key": claim.claim_id, "how": state, "ended_at": at + self._ahead(at)}
        END.run(self._connection, ended)
        return True

    def _expire(self, stored_at: datetime, customer_id: UUID | None = None) -> list[UUID]:
        if customer_id is None:
            expired = self._connection.execute(REAP, {"ended_at": stored_at})
        else:
            one = {"ended_at": stored_at, "of": customer_id}
            expired = self._connection.execute(EXPIRE_ONE, one)
        return list(expired.scalars())

    def _ahead(self, at: datetime) -> timedelta:
        return self._transaction.ahead(at)


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

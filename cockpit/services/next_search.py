"""The search for the customer to be offered next, in one transaction."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.eligibility import Bar, Barred
from cockpit.domain.queue import Claim
from cockpit.services.fresh_look import FreshLook
from cockpit.services.ports import CurrentUser, WriteUnit

#: Facts are read for so many candidates at once; one query takes as long as twenty.
_AT_ONCE = 20


class NextSearch:
    """Claims the first candidate who may be offered.

    Attributes:
        passed: Who was looked at in vain, and why.
    """

    def __init__(
        self, unit: WriteUnit, user: CurrentUser, now: datetime, also: Collection[Bar]
    ) -> None:
        """Take the transaction.

        Args:
            unit: Where to read and claim.
            user: For whom.
            now: The present instant.
            also: Bars that do not count.
        """
        self.passed: list[tuple[UUID, Barred]] = []
        self._unit = unit
        self._user = user
        self._now = now
        self._also = also
        self._look = FreshLook(unit, user, now)

    def claim_first(self, candidates: Sequence[UUID]) -> Claim | None:
        """Claim the first who may be offered; None where nobody may.

        A list is seldom wrong: locking and looking at one mostly does.
        """
        nearest, waiting = self._locked(candidates[:_AT_ONCE])
        claim = None if nearest is None else self._looked_at(nearest)
        if claim is not None:
            return claim
        waiting = [*waiting, *candidates[_AT_ONCE:]]
        for first in range(0, len(waiting), _AT_ONCE):
            claim = self._first_of(self._free(waiting[first : first + _AT_ONCE]))
            if claim is not None:
                return claim
        return None

    def _free(self, customer_ids: Sequence[UUID]) -> list[UUID]:
        """Return who may be offered, by a look at all of them."""
        judged = self._look.at(customer_ids)
        return [key for key, barred in judged.items() if not self._is_barred(key, barred)]

    def _first_of(self, free: Sequence[UUID]) -> Claim | None:
        """Claim the first who is left, past those whom others are just claiming.

        Waiting for them would be in vain: whoever decides about a customer takes them.
        """
        while free:
            found, free = self._locked(free)
            claim = None if found is None else self._looked_at_again(found)
            if claim is not None:
                return claim
        return None

    def _locked(self, customer_ids: Sequence[UUID]) -> tuple[UUID | None, Sequence[UUID]]:
        """Lock the first about whom nobody else decides; return them and who comes after."""
        if not customer_ids:
            return None, ()
        found = self._unit.queue.first_free(customer_ids, user=self._user)
        place = len(customer_ids) if found is None else customer_ids.index(found)
        self.passed += [(key, Barred(Bar.CLAIMED)) for key in customer_ids[:place]]
        return found, customer_ids[place + 1 :]

    def _looked_at(self, customer_id: UUID) -> Claim | None:
        """Claim a locked customer where they may be offered."""
        judged = self._look.at([customer_id])
        if customer_id not in judged or self._is_barred(customer_id, judged[customer_id]):
            return None
        return self._claimed(customer_id)

    def _looked_at_again(self, customer_id: UUID) -> Claim | None:
        """Look at a locked customer once more, and claim: a colleague may have logged a call.

        Nobody can where only one transaction writes at a time.
        """
        barred = None if self._unit.queue.is_alone else self._look.again(customer_id)
        return None if self._is_barred(customer_id, barred) else self._claimed(customer_id)

    def _claimed(self, customer_id: UUID) -> Claim | None:
        claim = self._unit.queue.claim(customer_id, user=self._user, at=self._now)
        if claim is None:
            self.passed.append((customer_id, self._look.holder(customer_id)))
            return None
        self._unit.changed(Topic.QUEUE, customer_ids=[customer_id])
        return claim

    def _is_barred(self, customer_id: UUID, barred: Barred | None) -> bool:
        """Note and return whether a bar counts."""
        if barred is None or barred.bar in self._also:
            return False
        self.passed.append((customer_id, barred))
        return True

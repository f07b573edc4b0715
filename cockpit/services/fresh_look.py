"""Looks at customers anew, in the transaction that decides about them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from cockpit.domain.calling_window import window_now
from cockpit.domain.eligibility import Bar, Barred, Situation, bar_of
from cockpit.services.ports import CurrentUser, ReadUnit


class FreshLook:
    """Judges customers by fresh facts at one instant; hours and places are read once."""

    def __init__(self, unit: ReadUnit, user: CurrentUser, now: datetime) -> None:
        self.now = now
        self._unit = unit
        self._user = user
        self._rules = unit.queue.window_rules()
        self._seen: dict[UUID, Situation] = {}

    def at(self, customer_ids: Sequence[UUID]) -> dict[UUID, Barred | None]:
        """Return the bars of those who are there, in the order asked for."""
        found = self._unit.queue.situations(customer_ids, user=self._user, at=self.now)
        self._seen |= found
        return {key: self._bar(found[key]) for key in customer_ids if key in found}

    def again(self, customer_id: UUID) -> Barred | None:
        """Return the bar of somebody who was claimed since they were looked at."""
        before = self._seen[customer_id]
        found = self._unit.queue.situation_again(customer_id, before, user=self._user, at=self.now)
        return self._bar(found or before)

    def holder(self, customer_id: UUID) -> Barred:
        """Return whose claim was faster than the user's."""
        found = self._unit.queue.standings([customer_id], user=self._user, at=self.now)
        one = found[customer_id]
        if not one.claimed_by and one.packed_until is not None:
            return Barred(Bar.PACKED, one.packed_until, one.packed_by)
        return Barred(Bar.CLAIMED, who=one.claimed_by)

    def _bar(self, one: Situation) -> Barred | None:
        window = window_now(one.place, one.wishes, self._rules, self.now)
        return bar_of(one.standing, window, now=self.now)

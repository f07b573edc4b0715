"""The audit trail: who saw, changed and took out what; sealed each minute, checked at will.

Nobody has to read anything anew for it, and each commit says so: one without a word would be taken
for a change of everything.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cockpit.domain.audit import (
    AuditAction,
    Deed,
    SealMark,
    TrailEntry,
    TrailFilter,
    Verification,
)
from cockpit.domain.clock import Clock
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.rights import Task
from cockpit.services.ports import CurrentUser, Database

#: Who looks at one customer again within this time has looked once.
SAME_LOOK = timedelta(minutes=10)
#: Seals made in one go, each in a transaction of its own; the rest comes a minute later.
MOST_SEALS = 20


class Looks:
    """Customers whom the user opened and who are not in the trail yet; for several threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._open: list[tuple[UUID, datetime]] = []
        self._seen: dict[UUID, datetime] = {}

    def note(self, customer_id: UUID) -> None:
        """Take note that the user opened a customer; costs nothing."""
        now = self._clock.now()
        with self._lock:
            before = self._seen.get(customer_id)
            if before is not None and timedelta(0) <= now - before < SAME_LOOK:
                return
            self._seen[customer_id] = now
            self._open.append((customer_id, now))

    @property
    def are_there(self) -> bool:
        """Return whether something is to be written."""
        return bool(self._open)

    def take(self) -> list[tuple[UUID, datetime]]:
        """Return what is to be written, which is then no more kept here."""
        with self._lock:
            taken, self._open = self._open, []
            present = self._clock.now()
            self._seen = {key: at for key, at in self._seen.items() if present - at < SAME_LOOK}
        return taken

    def give_back(self, taken: list[tuple[UUID, datetime]]) -> None:
        """Keep again what could not be written."""
        with self._lock:
            self._open = [*taken, *self._open]


@dataclass(frozen=True, slots=True)
class AuditService:
    """Writes the trail where no other use case does, shows, seals and checks it.

    Attributes:
        is_local: Whether the database is this computer's own file, which nobody else seals.
        looks: What the user opened since the last writing.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    is_local: bool = False
    looks: Looks = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no looks."""
        object.__setattr__(self, "looks", Looks(self.clock))

    @property
    def may_read(self) -> bool:
        """Return whether the user may see everybody's trail."""
        return self.user.may(Task.READ_AUDIT)

    @property
    def may_seal(self) -> bool:
        """Return whether the user's programs seal, and check."""
        return self.is_local or self.user.may(Task.SEAL_AUDIT)

    def log_in(self) -> None:
        """Write down that the user came."""
        self._record(Deed(AuditAction.LOGGED_IN, "users", self.user.user_id, {}))

    def log_out(self) -> None:
        """Write down that the user went, after what they still opened."""
        self.write_looks()
        self._record(Deed(AuditAction.LOGGED_OUT, "users", self.user.user_id, {}))

    def note_person(self, action: AuditAction, user_id: UUID, role: str = "") -> None:
        """Write down that somebody was invited, changed or sent away."""
        self._record(Deed(action, "users", user_id, {"role": role} if role else {}))

    def note_deed(
        self, action: AuditAction, entity: str, entity_id: UUID, detail: Mapping[str, Any]
    ) -> None:
        """Write down what an administrator did at the server itself.

        Args:
            action: What.
            entity: The table of what it was done to.
            entity_id: Which row.
            detail: Keys, counts and codes; no text of a person's.
        """
        self._record(Deed(action, entity, entity_id, detail))

    def note_pack(self, action: AuditAction, customers: int) -> None:
        """Write down that so many customers were taken along to the field, or given back."""
        self._record(Deed(action, "portfolio_entries", None, {"rows": customers}))

    def note_export(self, what: str, rows: int, chosen: str = "") -> None:
        """Write down that rows go out of the program; before they are there to be taken.

        Args:
            what: The table or list.
            rows: How many.
            chosen: By which filter, as codes.
        """
        detail = {"rows": rows} | ({"filter": chosen} if chosen else {})
        self._record(Deed(AuditAction.EXPORTED, what, None, detail))

    def write_looks(self) -> int:
        """Write down whom the user opened since the last time; return how many."""
        if self.clock.known_at is not None:
            return len(self.looks.take())
        taken = self.looks.take()
        if not taken:
            return 0
        deeds = [(Deed(AuditAction.CUSTOMER_OPENED, "customers", key, {}), at) for key, at in taken]
        try:
            with self.database.write() as unit:
                unit.audit.record_all(deeds, user=self.user, at=self.clock.now())
                unit.changed(customer_ids=[])
        except BaseException:
            self.looks.give_back(taken)
            raise
        return len(taken)

    def seal(self, *, is_at_once: bool = False, most: int = MOST_SEALS) -> SealMark | None:
        """Seal what was stored since the last minute; return the last seal made, if any.

        Args:
            is_at_once: Whether not to wait for the minute after the last seal.
            most: How many seals may be made.
        """
        if not self.may_seal or self.clock.known_at is not None:
            return None
        last = None
        for number in range(most):
            with self.database.write() as unit:
                made = unit.audit.seal(at=self.clock.now(), is_at_once=is_at_once or number > 0)
                if made is not None:
                    unit.changed(customer_ids=[])
            if made is None:
                break
            last = made
        return last

    def show(self, wanted: TrailFilter) -> list[TrailEntry]:
        """Return events, the newest first; that somebody looked is an event as well.

        Raises:
            ForbiddenError: The user is no administrator.
        """
        self._check(is_allowed=self.may_read)
        with self.database.read() as unit:
            found = unit.audit.entries(wanted)
        self._record(Deed(AuditAction.AUDIT_READ, "audit_events", None, {"rows": len(found)}))
        return found

    def verify(
        self,
        *,
        kept: SealMark | None = None,
        progress: Callable[[int], None] = lambda done: None,
        most_findings: int = 1_000,
    ) -> Verification:
        """Check facts, chains and seals against each other.

        Args:
            kept: A seal written down elsewhere, which has to be there.
            progress: Told how many facts are read.
            most_findings: How many findings are named.

        Raises:
            ForbiddenError: The user is neither manager nor administrator.
        """
        self._check(is_allowed=self.may_seal)
        with self.database.read() as unit:
            return unit.audit.verify(kept=kept, progress=progress, most_findings=most_findings)

    def _check(self, *, is_allowed: bool) -> None:
        if not is_allowed:
            raise ForbiddenError("audit_not_allowed")

    def _record(self, deed: Deed) -> None:
        if self.clock.known_at is not None:
            return
        with self.database.write() as unit:
            unit.audit.record(deed, user=self.user, at=self.clock.now())
            unit.changed(customer_ids=[])

"""A queue without a database, for the tests of the windows."""

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.bars import BarredError
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.clock import Clock
from cockpit.domain.eligibility import OVERRIDABLE, Bar, Barred
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.queue import LEASE, Claim, Offer, QueueStep


class FakeWriteUnit:
    """A transaction of which a part may fail."""

    def part(self) -> AbstractContextManager[None]:
        return nullcontext()


@dataclass
class FakeQueueService:
    """Claims whom it is asked for, unless a test bars them.

    Attributes:
        bars: Why some may not be offered.
        held: The claim of the user.
        log: What was done, as words and keys.
        lost: Claims that are another's by now.
        trouble: Raised by each call while it is set.
        change: The number of the newest change.
    """

    clock: Clock
    bars: dict[UUID, Barred] = field(default_factory=dict)
    held: Claim | None = None
    log: list[tuple[str, UUID, str]] = field(default_factory=list)
    lost: set[UUID] = field(default_factory=set)
    trouble: Exception | None = None
    change: int = 0

    def next(self, candidates: Sequence[UUID], *, also: Collection[Bar] = ()) -> Offer:
        self._check()
        passed = []
        former = None if self.held is None else self.held.customer_id
        self.held = None
        for customer_id in candidates:
            barred = self.bars.get(customer_id)
            if barred is not None and barred.bar not in also:
                passed.append((customer_id, barred))
            elif customer_id != former:
                return Offer(self._claimed("next", customer_id), tuple(passed), self.change)
        return Offer(None, tuple(passed))

    def next_in(
        self, candidates: Sequence[UUID], unit: object, *, also: Collection[Bar] = ()
    ) -> Offer:
        return self.next(candidates, also=also)

    def take(self, customer_id: UUID, *, reason: str = "") -> Claim:
        self._check()
        self.held = None
        barred = self.bars.get(customer_id)
        if barred is not None and not (reason and barred.bar in OVERRIDABLE):
            raise BarredError(barred, now=self.clock.now(), zone=self.clock.zone)
        return self._claimed("take", customer_id, reason)

    def take_over(self, customer_id: UUID, *, reason: str) -> Claim:
        self._check()
        return self._claimed("take_over", customer_id, reason)

    def renew(self, claim: Claim) -> Claim | None:
        self._check()
        return None if claim.claim_id in self.lost else claim

    def barred(self, customer_id: UUID) -> Barred | None:
        self._check()
        return self.bars.get(customer_id)

    def put_back(self, claim: Claim) -> QueueStep:
        return self._ended("put_back", claim)

    def skip(self, claim: Claim, reason: str) -> QueueStep:
        step = self._ended("skip", claim, reason)
        self.bars[claim.customer_id] = Barred(Bar.SKIPPED)
        return step

    def snooze(self, claim: Claim, draft: AppointmentDraft) -> QueueStep:
        self.bars[claim.customer_id] = Barred(Bar.SCHEDULED, draft.due_at)
        return self._ended("snooze", claim, draft.due_at.isoformat())

    def undo(self, step: QueueStep) -> Claim | None:
        self._check()
        self.bars.pop(step.customer_id, None)
        return self._claimed("undo", step.customer_id)

    def changes_seen(self) -> int:
        return self.change

    def release_all(self) -> None:
        self.held = None

    def rules(self) -> WindowRules:
        return WindowRules()

    def _claimed(self, word: str, customer_id: UUID, reason: str = "") -> Claim:
        now = self.clock.now()
        self.log.append((word, customer_id, reason))
        self.held = Claim(new_id(), customer_id, len(self.log), now, now + LEASE)
        return self.held

    def _ended(self, word: str, claim: Claim, words: str = "") -> QueueStep:
        self._check()
        if claim.claim_id in self.lost:
            raise ConflictError("claim_taken", who="Bia")
        self.log.append((word, claim.customer_id, words))
        if self.held is not None and self.held.claim_id == claim.claim_id:
            self.held = None
        return QueueStep(claim.customer_id)

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble

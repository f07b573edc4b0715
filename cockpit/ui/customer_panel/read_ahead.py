"""Reads who may come next while nobody waits, so that showing them asks for nothing."""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import GiroError
from cockpit.domain.pitch import PitchCard
from cockpit.domain.reachable import Reachability
from cockpit.domain.sections import CustomerStory
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext

#: Between two readings, so that whoever works at the window never waits for both.
PAUSE_MS = 60


@dataclass(frozen=True, slots=True)
class Opening:
    """A customer's panel, and whether they may be called; both are None where they are gone."""

    customer_id: UUID | None
    panel: CustomerPanel | None = None
    reach: Reachability | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A customer's story; None where they are gone, or where it could not be read.

    Attributes:
        card: The pitch card, where it was made as well.
    """

    customer_id: UUID | None
    story: CustomerStory | None = None
    error: Exception | None = None
    card: PitchCard | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is shown of a customer first.

    Attributes:
        seen: The number of the newest change that is surely in it.
        read_at: By the machine's own clock, in seconds.
    """

    opening: Opening
    telling: Telling
    seen: int
    read_at: float

    @property
    def age(self) -> float:
        """Return how many seconds ago it was read."""
        return time.monotonic() - self.read_at


class ReadAhead(QObject):
    """Holds the few customers who may come next, and reads one after the other."""

    #: A customer (Prepared) who came while they were being read is there.
    arrived = Signal(object)
    #: A customer (UUID) who came while they were being read could not be read.
    failed = Signal(object)

    def __init__(
        self,
        ctx: UiContext,
        read: Callable[[UUID], tuple[Opening, Telling]],
        parent: QObject,
    ) -> None:
        """Prepare.

        Args:
            ctx: The services.
            read: Reads a customer; on a worker thread.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._ctx = ctx
        self._read = read
        self._prepared: dict[UUID, Prepared] = {}
        self._waiting: list[UUID] = []
        self._reading: UUID | None = None
        self._awaited: UUID | None = None
        self._least: tuple[UUID, int] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._go_on)

    def want(self, customer_ids: Sequence[UUID]) -> None:
        """Have these read, the likeliest first, and forget all others."""
        self._prepared = {key: one for key, one in self._prepared.items() if key in customer_ids}
        self._waiting = [
            key for key in customer_ids if key not in self._prepared and key != self._reading
        ]
        if not self._pause.isActive():
            self._go_on()

    def require(self, customer_id: UUID, number: int) -> None:
        """Let a customer count as read only where a change of that number is surely seen."""
        self._least = (customer_id, number)
        prepared = self._prepared.get(customer_id)
        if prepared is not None and not self._is_right(prepared):
            del self._prepared[customer_id]

    def take(self, customer_id: UUID) -> Prepared | None:
        """Return a customer who comes now; the others wait until they are wanted anew."""
        self._waiting = []
        self._awaited = customer_id if customer_id == self._reading else None
        return self._prepared.pop(customer_id, None)

    @property
    def awaited(self) -> UUID | None:
        """Return who came while they were being read, until they are there."""
        return self._awaited

    def read_again(self, customer_ids: Collection[UUID] | None, *, are_wrong: bool) -> None:
        """Read those anew whom a change concerns, but not who came meanwhile: they are shown.

        Args:
            customer_ids: Whom; None means everybody.
            are_wrong: Whether what was read is not to be shown any more; else it is only older.
        """
        stale = [key for key in self._prepared if customer_ids is None or key in customer_ids]
        for key in stale if are_wrong else ():
            del self._prepared[key]
        reading = self._reading if self._awaited is None else None
        if reading is not None and (customer_ids is None or reading in customer_ids):
            stale.append(reading)
            self._reading = None
        self._waiting = [*stale, *(key for key in self._waiting if key not in stale)]
        if self._waiting:
            self._pause.start()

    @Slot()
    def _go_on(self) -> None:
        if self._reading is not None or not self._waiting:
            return
        customer_id = self._reading = self._waiting.pop(0)
        self._ctx.runner.submit(
            partial(self._prepare, customer_id),
            lane=Lane.READ,
            owner=self,
            key="ahead",
            on_result=partial(self._on_prepared, customer_id),
            on_error=partial(self._on_failed, customer_id),
        )

    def _prepare(self, customer_id: UUID) -> Prepared:
        """Read a customer; on a worker thread.

        The number comes first: what is changed while the rest is read counts as not seen.
        """
        seen, read_at = self._ctx.queue.changes_seen(), time.monotonic()
        opening, telling = self._read(customer_id)
        return Prepared(opening, self._with_card(opening, telling), seen, read_at)

    def _with_card(self, opening: Opening, telling: Telling) -> Telling:
        if opening.panel is None or telling.story is None:
            return telling
        try:
            return replace(telling, card=self._ctx.pitches.card(opening.panel, telling.story))
        except GiroError:
            return telling  # whoever shows it asks again, and says what is the matter

    def _on_prepared(self, customer_id: UUID, prepared: Prepared) -> None:
        if customer_id != self._reading:
            return  # it was dropped meanwhile
        self._reading = None
        if customer_id != self._awaited:
            self._prepared[customer_id] = prepared
        elif self._is_right(prepared):
            self._awaited = None
            self.arrived.emit(prepared)
        else:
            self._awaited = None
            self.failed.emit(customer_id)
        self._pause.start()

    def _on_failed(self, customer_id: UUID, error: Exception) -> None:
        """Leave it to the proper load, which will say what is the matter."""
        if customer_id != self._reading:
            return
        self._reading = None
        if customer_id == self._awaited:
            self._awaited = None
            self.failed.emit(customer_id)
        self._pause.start()

    def _is_right(self, prepared: Prepared) -> bool:
        if self._least is None or self._least[0] != prepared.opening.customer_id:
            return True
        return prepared.seen >= self._least[1]

"""Programs with one thing wrong, which the harness has to find out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import text

from cockpit.data.repositories.queue import SqlQueueRepository
from cockpit.data.watchdog import Watchdog
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.kept_writes import KeptWrite, Settled
from cockpit.domain.queue import Claim
from cockpit.services.keeping import deliverers
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.keeping.records import KeptContact, record_of


def no_keys() -> None:
    """Make a new key at each attempt."""

    def contact(self: deliverers.Deliverers, write: KeptWrite) -> Settled:
        record = record_of(KeptContact, write)
        draft = replace(record.draft, contact_id=new_id())
        service = deliverers.ContactService(self.database, self.clock, self.user)
        service.log(draft, status=record.status, claim=record.claim)
        return Settled()

    deliverers.Deliverers.contact = contact  # type: ignore[method-assign]


def ack_before_commit() -> None:
    """Let go of what waits before it is stored."""

    def settled(self: KeptWrites, write: KeptWrite) -> Settled | None:
        self._file.drop(write)
        try:
            return self._delivered(write)
        except GiroError:
            return None

    KeptWrites._settled = settled  # type: ignore[method-assign]


def no_fence() -> None:
    """Finish one's own claim though a colleague has the customer by now.

    A colleague's own claim nobody can finish: the policies on the server keep that.
    """
    statement = text("UPDATE claims SET state = 'finished', finished_at = now() WHERE id = :claim")

    def finish(self: SqlQueueRepository, claim: Claim, *, at: datetime) -> bool:
        self._connection.execute(statement, {"claim": claim.claim_id})
        return True

    SqlQueueRepository.finish = finish  # type: ignore[method-assign]


def no_watchdog() -> None:
    """Wait for ever for an answer."""

    def cut(self: Watchdog, after: float | None = None) -> int:
        return 0

    Watchdog.cut = cut  # type: ignore[method-assign]


MUTANTS: Mapping[str, Callable[[], None]] = {
    "no_keys": no_keys,
    "ack_before_commit": ack_before_commit,
    "no_fence": no_fence,
    "no_watchdog": no_watchdog,
}

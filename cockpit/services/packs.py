"""Taking customers of the shared list along, keeping them for longer, and giving them back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.audit import AuditAction
from cockpit.domain.errors import BadInputError
from cockpit.domain.packs import PackDone, PackedCustomer, PackOffer, PackWish
from cockpit.domain.sync import SyncEnd
from cockpit.services.field import FieldService
from cockpit.services.ports.packs import PackBook, PackDesk


@dataclass(frozen=True, slots=True)
class PackService:
    """Every call but ``packed`` asks the server, and waits for it.

    Attributes:
        field: Synchronises the file.
        desk: Where packs are given out.
        book: Who is along, by the file.
        note: Writes into the audit trail what was done, with how many customers.
    """

    field: FieldService
    desk: PackDesk
    book: PackBook
    note: Callable[[AuditAction, int], object]

    def packed(self) -> Sequence[PackedCustomer]:
        """Return who is along, those who go back first before the others."""
        return self.book.packed()

    def offered(self) -> PackOffer:
        """Return what there is to take.

        Raises:
            DatabaseError: The server is away, or refuses.
        """
        return self.desk.offered(self._device)

    def take(self, wish: PackWish) -> PackDone:
        """Take customers along, and fetch them.

        Raises:
            BadInputError: They are too many, or for too long, or nobody fits.
            DatabaseError: The server is away, or refuses.
        """
        customers, until = self.desk.check_out(self._device, wish)
        if not customers:
            raise BadInputError("pack_nobody")
        self.note(AuditAction.PACK_TAKEN, len(customers))
        return PackDone(len(customers), until, self._fetched())

    def give_back(self, whom: Collection[UUID] | None = None) -> PackDone:
        """Give some back, or all, once what waits is sent; they leave the file.

        Raises:
            DatabaseError: The server is away, or refuses.
        """
        self.field.synchronise()
        customers = self.desk.check_in(self._device, whom)
        if customers:
            self.note(AuditAction.PACK_RETURNED, len(customers))
        return PackDone(len(customers), None, self._fetched())

    def extend(self, days: int, whom: Collection[UUID] | None = None) -> PackDone:
        """Keep for longer whom one had a contact with, each once, after telling of the contacts.

        Raises:
            BadInputError: It is for too long, or nobody may stay.
            DatabaseError: The server is away, or refuses.
        """
        self.field.synchronise()
        customers, until = self.desk.extend(self._device, whom, days)
        if not customers:
            raise BadInputError("pack_none_stays")
        self.note(AuditAction.PACK_EXTENDED, len(customers))
        return PackDone(len(customers), until, self._fetched())

    @property
    def _device(self) -> UUID:
        return self.field.synchroniser.standing().device_id

    def _fetched(self) -> bool:
        """Bring the file up to date; where that breaks, the next synchronisation does."""
        return self.field.synchronise().end is SyncEnd.DONE

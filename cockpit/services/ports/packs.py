"""What packs need of the server and of the laptop's file."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.packs import PackedCustomer, PackOffer, PackWish


class PackDesk(Protocol):
    """Where packs are given out: the server; errors are those of ``SyncTransport``."""

    def offered(self, device_id: UUID) -> PackOffer:
        """Return what there is to take."""
        ...

    def check_out(self, device_id: UUID, wish: PackWish) -> tuple[frozenset[UUID], datetime | None]:
        """Take customers along; return whom, and until when.

        Raises:
            BadInputError: They are too many, or for too long.
        """
        ...

    def check_in(self, device_id: UUID, whom: Collection[UUID] | None) -> frozenset[UUID]:
        """Give some back, or all; return whom."""
        ...

    def extend(
        self, device_id: UUID, whom: Collection[UUID] | None, days: int
    ) -> tuple[frozenset[UUID], datetime | None]:
        """Keep for longer whom one had a contact with, each once; return whom, and until when.

        Raises:
            BadInputError: It is for too long.
        """
        ...


class PackBook(Protocol):
    """Reads from the laptop's file; from any thread but the painting one."""

    def packed(self) -> Sequence[PackedCustomer]:
        """Return who is along, those who go back first before the others."""
        ...

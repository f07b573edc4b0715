"""Calendar files, and what is read and kept for them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.calendar_clues import ClueKind
from cockpit.domain.calendar_files import CalendarEntry, IncomingEvent, OutgoingEvent
from cockpit.domain.calendar_plan import StoredNext


class CalendarRepository(Protocol):
    """Next contacts as calendars know them."""

    def entries(
        self,
        *,
        users: Collection[UUID] | None,
        since: datetime | None,
        before: datetime | None,
        with_cancelled: bool,
    ) -> list[CalendarEntry]:
        """Return next contacts by their instant.

        Args:
            users: Who answers for them; None is everybody.
            since: The first instant, or None.
            before: The first instant after, or None.
            with_cancelled: Whether cancelled ones are among them, where no other of the same
                event is open.
        """
        ...

    def user_id(self, login: str) -> UUID | None:
        """Return whose login it is, or None."""
        ...

    def search(self, terms: Sequence[str], most: int) -> list[tuple[UUID, str]]:
        """Return customers in whose names, codes or numbers all terms occur, with their names."""
        ...

    def known(self, uids: Collection[str]) -> dict[str, StoredNext]:
        """Return the next contacts of events by UID: the open one, else the latest."""
        ...

    def open_next(self, customer_ids: Collection[UUID]) -> dict[UUID, StoredNext]:
        """Return customers' open next contacts."""
        ...

    def customers_by(self, kind: ClueKind, values: Collection[str]) -> dict[str, tuple[UUID, ...]]:
        """Return whom clues of one kind lead to; those that lead nowhere are left out."""
        ...

    def unreachable(self, customer_ids: Collection[UUID]) -> set[UUID]:
        """Return who of some closed every channel."""
        ...

    def replaced_by(self, appointment_id: UUID) -> UUID | None:
        """Return which next contact another one took the place of, or None."""
        ...

    def keep_uid(self, appointment_id: UUID, uid: str) -> None:
        """Store which event a next contact came from."""
        ...


class CalendarWriter(Protocol):
    """Writes calendar files."""

    def write(self, path: Path, title: str, events: Iterable[OutgoingEvent], zone: ZoneInfo) -> int:
        """Write events into a new file, with the rules of their time zone; return how many.

        Raises:
            OSError: The file cannot be written.
        """
        ...


class CalendarReader(Protocol):
    """Reads calendar files."""

    def read(self, path: Path, *, zone: ZoneInfo, now: datetime) -> tuple[IncomingEvent, ...]:
        """Return a file's events in their order; times without a zone are those of ``zone``.

        Raises:
            BadInputError: It is no calendar, cannot be read, or is too large.
        """
        ...

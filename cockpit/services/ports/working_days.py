"""Working time: what programs record of it, and what operators correct."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from cockpit.domain.vocabulary import BreakKind
from cockpit.services.ports.identity import CurrentUser

if TYPE_CHECKING:
    from cockpit.domain.day_record import CallTime, Correction, CorrectionDraft, Stretch


class WorkingDayRepository(Protocol):
    """Reads of one user's working time, and in a writing unit its writes.

    Instants are by the stored clock, so that two programs of a user agree; see ``ahead``.
    """

    def ahead(self, at: datetime) -> timedelta:
        """Return how far the stored clock is ahead of a program's that says ``at``."""
        ...

    def stretches(self, user_id: UUID, *, since: datetime, before: datetime) -> "list[Stretch]":
        """Return the stretches that began in a time, and all that nobody has ended."""
        ...

    def corrections(
        self, user_id: UUID, *, since: datetime, before: datetime
    ) -> "list[Correction]":
        """Return the corrections of what began in a time."""
        ...

    def calls(self, user_id: UUID, *, since: datetime, before: datetime) -> "list[CallTime]":
        """Return the user's contacts of a time, oldest first; corrections of them are none."""
        ...

    def add_stretch(self, user: CurrentUser, *, since: datetime, at: datetime) -> UUID:
        """Begin a stretch of work at this program, and return its key."""
        ...

    def note_seen(self, stretch_id: UUID, at: datetime) -> None:
        """Store a sign of life."""
        ...

    def end_stretch(self, stretch_id: UUID, at: datetime) -> None:
        """End a stretch and the pause that goes on in it, no sooner than they began."""
        ...

    def add_pause(self, stretch_id: UUID, kind: BreakKind, *, at: datetime) -> None:
        """Begin a pause."""
        ...

    def end_pauses(self, stretch_ids: Sequence[UUID], *, at: datetime) -> None:
        """End the pauses that go on in these stretches, no sooner than they began."""
        ...

    def correct(self, draft: "CorrectionDraft", *, user: CurrentUser, at: datetime) -> None:
        """Store the immutable fact of a correction."""
        ...

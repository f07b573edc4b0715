"""The audit trail of tests that are about something else, and one that can be looked at."""

from dataclasses import dataclass, field
from datetime import datetime

from cockpit.domain.audit import Deed, TrailEntry, TrailFilter, Verification
from cockpit.services.ports import CurrentUser


@dataclass
class FakeAudit:
    """The trail of one unit of work."""

    deeds: list[Deed] = field(default_factory=list)

    def record(self, deed: Deed, *, user: CurrentUser, at: datetime) -> None:
        self.deeds.append(deed)


@dataclass
class FakeTrail:
    """Notes what went out of the program."""

    exports: list[tuple[str, int, str]] = field(default_factory=list)

    def note_export(self, what: str, rows: int, chosen: str = "") -> None:
        self.exports.append((what, rows, chosen))


@dataclass
class FakeAuditService:
    """Shows what a test put in, and finds what it was told to find."""

    entries: list[TrailEntry] = field(default_factory=list)
    asked: list[TrailFilter] = field(default_factory=list)
    found: Verification = field(default_factory=lambda: Verification(7, 3, 0, 0, 2, None, (), 0))

    def show(self, wanted: TrailFilter) -> list[TrailEntry]:
        self.asked.append(wanted)
        return self.entries

    def verify(self) -> Verification:
        return self.found

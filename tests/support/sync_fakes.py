"""A synchroniser and a book of names that a test makes up."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cockpit.domain.errors import ConflictError
from cockpit.domain.sync import (
    Backlog,
    ConflictItem,
    LogEntry,
    Standing,
    Storage,
    SyncEnd,
    SyncReport,
    WaitingItem,
)

#: Early in the morning of the window tests' day.
SYNCED_AT = datetime(2022, 3, 22, 12, 12, tzinfo=UTC)
BRUNO, MARCIA = UUID(int=71), UUID(int=72)


def make_standing(**changes: object) -> Standing:
    """Return what a healthy file knows of itself."""
    made = Standing(
        device_id=UUID(int=1), user_id=UUID(int=2), server="servidor", epoch="1", cursor=7,
        schema_revision="0025", own_revision="0025", carried="", waiting_count=0, stopped="",
        contact_at=SYNCED_AT, synced_at=SYNCED_AT, lives_days=30, is_first=False,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def make_waiting(number: int = 1, entity: str = "contacts", **changes: object) -> WaitingItem:
    """Return something that waits."""
    at = SYNCED_AT + timedelta(minutes=number)
    made = WaitingItem(number, entity, "add", "Ferragens Bela Vista", "Liga na sexta", at, 0)
    return replace(made, **changes)  # type: ignore[arg-type]


def make_conflict(number: int = 1, **changes: object) -> ConflictItem:
    """Return a next contact that a colleague moved meanwhile."""
    due_at = "2022-03-23T13:00:00.000000+00:00"
    made = ConflictItem(
        key=UUID(int=100 + number),
        entity="appointments",
        entity_id=UUID(int=200 + number),
        customer_id=UUID(int=number << 64),
        customer=f"Cliente {number}",
        reason="changed",
        mine={"due_at": due_at, "user_id": str(BRUNO), "channel": "phone", "note": "Tabela nova",
              "has_time": True, "updated_at": due_at},
        theirs={"due_at": "2022-03-24 17:30:00.000000", "user_id": MARCIA.bytes,
                "channel": "phone", "note": None, "has_time": 1,
                "updated_at": SYNCED_AT.isoformat()},
        noted_at=SYNCED_AT,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


@dataclass
class FakeSynchroniser:
    """Answers with what a test put there."""

    report: SyncReport = field(default_factory=lambda: SyncReport(SyncEnd.DONE))
    error: Exception | None = None
    present: Standing = field(default_factory=make_standing)
    waits: list[WaitingItem] = field(default_factory=list)
    disagreements: list[ConflictItem] = field(default_factory=list)
    lines: list[LogEntry] = field(default_factory=list)
    takes: Storage = field(
        default_factory=lambda: Storage(52_428_800, 7_340_032, 312, 9_120, 1_534)
    )
    count: int = 0
    decided: list[tuple[UUID, bool]] = field(default_factory=list)
    refuses: bool = False

    def synchronise(self) -> SyncReport:
        self.count += 1
        if self.error is not None:
            raise self.error
        return self.report

    def standing(self) -> Standing:
        return replace(self.present, waiting_count=self.present.waiting_count or len(self.waits))

    def waiting(self) -> Sequence[WaitingItem]:
        return tuple(self.waits)

    def backlog(self) -> Backlog:
        changes = sum(one.verb != "add" for one in self.waits)
        return Backlog(len(self.waits) - changes, changes, 0)

    def conflicts(self) -> Sequence[ConflictItem]:
        return tuple(self.disagreements)

    def decide(self, key: UUID, *, is_mine: bool) -> None:
        if self.refuses:
            raise ConflictError("campaign_changed_meanwhile")
        self.decided.append((key, is_mine))
        self.disagreements = [one for one in self.disagreements if one.key != key]

    def log(self) -> Sequence[LogEntry]:
        return tuple(self.lines)

    def storage(self) -> Storage:
        return self.takes


@dataclass
class FakeNameBook:
    """Knows two colleagues."""

    known: Mapping[UUID, str] = field(
        default_factory=lambda: {BRUNO: "Bruno Sá", MARCIA: "Márcia Prado"}
    )
    author: str = "Márcia Prado"

    def names(self, keys: Collection[UUID]) -> Mapping[UUID, str]:
        return {key: self.known[key] for key in keys if key in self.known}

    def last_author(self, entity: str, key: UUID) -> str:
        return self.author


def make_line(kind: str, number: int = 0, **detail: object) -> LogEntry:
    """Return a line of the log."""
    return LogEntry(SYNCED_AT - timedelta(minutes=number), kind, detail)

"""A server whose weather a test makes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cockpit.data.kept_file import SqlcipherKeptFile
from cockpit.domain.ids import new_id
from cockpit.domain.kept_writes import KeptKind, KeptWrite, Settled
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.weather import WeatherBoard
from tests.support.queues import NOW, MovableClock

if TYPE_CHECKING:
    from uuid import UUID

    from cockpit.domain.errors import DatabaseError

KEY = bytes(range(32))
MADE_AT = datetime(2026, 3, 16, 13, 42, tzinfo=UTC)


class FakeProbe:
    """Answers, or fails with an error."""

    def __init__(self) -> None:
        self.error: DatabaseError | None = None
        self.seconds = 0.01
        self.looks = 0
        self.standing = "operator"

    def look(self) -> float:
        self.looks += 1
        if self.error is not None:
            raise self.error
        return self.seconds


class FakeServer:
    """Takes what is delivered, or fails; remembers the keys in their order."""

    def __init__(self, folder: Path, key: Callable[[], bytes | None] = lambda: KEY) -> None:
        self.clock = MovableClock()
        self.board = WeatherBoard(self.clock)
        self.file = SqlcipherKeptFile(folder / "test.kept", key)
        self.kept = KeptWrites(self.file, self.board)
        self.kept.deliver_with(dict.fromkeys(KeptKind, self.take))
        self.probe = FakeProbe()
        self.errors: dict[UUID, Exception] = {}
        self.error: Exception | None = None
        self.colleague = ""
        self.stored: list[UUID] = []

    def take(self, write: KeptWrite) -> Settled:
        error = self.errors.get(write.key) or self.error
        if error is not None:
            raise error
        self.stored.append(write.key)
        return Settled(self.colleague)

    def attempt(self, write: KeptWrite) -> str:
        return self.kept.attempt(write, lambda: self.take(write).colleague or "now", "later")


def a_write(words: str = "liga na sexta", number: int = 0, **changes: object) -> KeptWrite:
    """Return a contact as it is kept."""
    at = NOW + timedelta(minutes=number)
    write = KeptWrite(new_id(), KeptKind.CONTACT, at, '{"a": 1}', new_id(), words)
    return replace(write, **changes)  # type: ignore[arg-type]

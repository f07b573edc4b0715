"""A laptop's file and a server as plain lists, for trying orders of answers and failures."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import ClonedError, ServerAwayError
from cockpit.domain.ids import new_id
from cockpit.domain.sync import (
    Answer,
    Applied,
    Entry,
    Greeting,
    Outcome,
    Pulled,
    Said,
    ServerSays,
    Standing,
    SyncReport,
)
from cockpit.sync.engine import SyncEngine

T = TypeVar("T")
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class PlainServer:
    """Facts by device and number, and a feed of what was written."""

    epoch: str = "one"
    facts: dict[tuple[UUID, int], str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    clock: int = 1
    devices: set[UUID] = field(default_factory=set)
    says: ServerSays = ServerSays.WELCOME

    def greet(self, said: Said) -> Greeting:
        says = self.says if said.device_id in self.devices else ServerSays.UNKNOWN
        return Greeting(says, self.epoch, NOW, "1", has_news=said.cursor < self.clock)

    def push(self, device: UUID, entries: Sequence[Entry]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        for one in entries:
            key, word = (device, one.number), one.row["word"]
            stored = self.facts.setdefault(key, word)
            if stored != word:
                break
            is_known = word in self.rows
            outcomes.append(Outcome(one.number, Answer.KNOWN if is_known else Answer.STORED))
            if not is_known:
                self.write(word)
        if not outcomes:
            raise ClonedError("sync_cloned")
        return outcomes

    def write(self, word: str) -> None:
        self.rows[word] = self.clock
        self.clock += 1

    def pull(self, said: Said, *, is_whole: bool) -> Pulled:
        since = 0 if is_whole else said.cursor
        words = {word for word, at in self.rows.items() if at >= since}
        return Pulled(
            since,
            self.epoch,
            self.clock,
            "1",
            "",
            None,
            rows=[words],
            is_whole=is_whole,  # type: ignore[list-item]
        )


@dataclass
class PlainFile:
    """What a laptop has, what waits, and how far it has come."""

    device: UUID = field(default_factory=new_id)
    epoch: str = ""
    cursor: int = 0
    number: int = 0
    sent: list[tuple[int, str]] = field(default_factory=list)
    waiting: list[tuple[int, str]] = field(default_factory=list)
    rows: set[str] = field(default_factory=set)
    stopped: str = ""
    schema: str = "1"
    is_wiped: bool = False
    log: list[str] = field(default_factory=list)

    def say(self, word: str) -> None:
        self.number += 1
        self.waiting.append((self.number, word))
        self.rows.add(word)

    def standing(self) -> Standing:
        return Standing(
            self.device, UUID(int=1), "", self.epoch, self.cursor, self.schema, "1", "",
            len(self.waiting), self.stopped, None, None, 30, is_first=self.cursor == 0,
        )  # fmt: skip

    def note_greeting(self, greeting: Greeting, *, at: datetime) -> None:
        if self.epoch != greeting.epoch:
            self.waiting = sorted({*self.sent, *self.waiting})
            self.sent = []
            self.epoch, self.cursor = greeting.epoch, 0

    def to_send(self, limit: int) -> list[Entry]:
        return [Entry(number, "contacts", {"word": word}) for number, word in self.waiting[:limit]]

    def settle(self, outcomes: Sequence[Outcome], *, at: datetime) -> int:
        done = {one.number for one in outcomes}
        self.sent += [one for one in self.waiting if one[0] in done]
        self.waiting = [one for one in self.waiting if one[0] not in done]
        return sum(one.answer.is_refusal for one in outcomes)

    def become(self, device_id: UUID) -> None:
        self.device = device_id
        self.waiting = [(number, word) for number, (_, word) in enumerate(self.waiting, 1)]
        self.number, self.sent = len(self.waiting), []

    def apply(self, pulled: Pulled, *, at: datetime) -> Applied:
        if self.waiting or (not pulled.is_whole and pulled.asked_from != self.cursor):
            return Applied(is_stored=False)
        words: set[str] = pulled.rows[0]  # type: ignore[assignment]
        self.rows = words if pulled.is_whole else self.rows | words
        self.cursor, self.schema = pulled.cursor, "1"
        return Applied(is_stored=True, received=len(words))

    def carried_now(self) -> frozenset[UUID]:
        return frozenset()

    def stop(self, why: str) -> None:
        self.stopped = why

    def note(self, kind: str, *, at: datetime, **detail: object) -> None:
        self.log.append(kind)

    def unsent_contents(self) -> Sequence[tuple[UUID, UUID, int]]:
        return ()

    def content(self, key: UUID) -> bytes:
        raise KeyError(key)

    def settle_content(self, key: UUID, *, at: datetime) -> None:
        raise KeyError(key)

    def park_contents(self, attachment_id: UUID, why: str, *, at: datetime) -> None:
        raise KeyError(attachment_id)

    def forget_key(self) -> None:
        self.is_wiped = True


class Cable:
    """A way to the server that fails where it is told to, before or after the server did its part.

    Attributes:
        calls: What the server was asked, in its order.
    """

    def __init__(self, server: PlainServer, breaks: Callable[[], bool]) -> None:
        self.server, self._breaks = server, breaks
        self.calls: list[str] = []

    def greet(self, said: Said) -> Greeting:
        return self._carry("greet", lambda: self.server.greet(said))

    def push(self, device_id: UUID, entries: Sequence[Entry]) -> Sequence[Outcome]:
        return self._carry("push", lambda: self.server.push(device_id, entries[:3]))

    def pull(self, said: Said, *, known: Collection[UUID], is_whole: bool) -> Pulled:
        return self._carry("pull", lambda: self.server.pull(said, is_whole=is_whole))

    def register(self, device_id: UUID, name: str) -> None:
        self._carry("register", lambda: self.server.devices.add(device_id))

    def escrow(self, device_id: UUID, key: bytes) -> None:
        raise AssertionError("nobody has a key")

    def note_wiped(self, device_id: UUID) -> None:
        self._carry("note_wiped", lambda: None)

    def send_content(self, attachment_id: UUID, part: int, content: bytes) -> str:
        raise AssertionError("nobody attached anything")

    def close(self) -> None:
        self.calls.append("close")

    def _carry(self, name: str, ask: Callable[[], T]) -> T:
        self.calls.append(name)
        if self._breaks():
            raise ServerAwayError("server_missing")
        answer = ask()
        if self._breaks():
            raise ServerAwayError("server_connection_lost")
        return answer


def synchronised(file: PlainFile, cable: Cable, lock: Path) -> SyncReport:
    """Synchronise a file over a cable by the true engine."""
    return SyncEngine(
        file, lambda: cable, lock=lock, clock=AsOfClock(NOW.date()), program="0.1",
        enrol=lambda transport, device: transport.register(device, "campo"),
        forget_key=file.forget_key,
    ).synchronise()  # fmt: skip


def copied(file: PlainFile) -> PlainFile:
    """Return a copy of a laptop's file, as a backup or a cloned disk makes one."""
    return replace(
        file,
        sent=list(file.sent),
        waiting=list(file.waiting),
        rows=set(file.rows),
        log=list(file.log),
    )

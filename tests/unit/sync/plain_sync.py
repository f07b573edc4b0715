"""A laptop's file and a server as plain lists, for trying orders of answers and failures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

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
)
from cockpit.sync import steps
from cockpit.sync.round import Round

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

    def note_greeting(self, greeting: Greeting) -> None:
        if self.epoch != greeting.epoch:
            self.waiting = sorted({*self.sent, *self.waiting})
            self.sent = []
            self.epoch, self.cursor = greeting.epoch, 0

    def to_send(self, limit: int) -> list[Entry]:
        return [Entry(number, "contacts", {"word": word}) for number, word in self.waiting[:limit]]

    def settle(self, outcomes: Sequence[Outcome]) -> None:
        done = {one.number for one in outcomes}
        self.sent += [one for one in self.waiting if one[0] in done]
        self.waiting = [one for one in self.waiting if one[0] not in done]

    def become(self, device: UUID) -> None:
        self.device = device
        self.waiting = [(number, word) for number, (_, word) in enumerate(self.waiting, 1)]
        self.number, self.sent = len(self.waiting), []

    def apply(self, pulled: Pulled) -> Applied:
        if self.waiting or (not pulled.is_whole and pulled.asked_from != self.cursor):
            return Applied(is_stored=False)
        words: set[str] = pulled.rows[0]  # type: ignore[assignment]
        self.rows = words if pulled.is_whole else self.rows | words
        self.cursor, self.schema = pulled.cursor, "1"
        return Applied(is_stored=True, received=len(words))


class Cable:
    """Carries the steps of synchronisations out, and fails where it is told to."""

    def __init__(
        self, file: PlainFile, server: PlainServer, breaks: Callable[[object, bool], bool]
    ) -> None:
        self.file, self.server, self._breaks = file, server, breaks
        self.steps: list[object] = []

    def synchronise(self) -> Round:
        order = Round("0.1")
        running = order.run()
        step = next(running)
        while True:
            try:
                try:
                    answer = self._do(step)
                except (ServerAwayError, ClonedError) as error:
                    step = running.throw(error)
                else:
                    step = running.send(answer)
            except StopIteration:
                return order

    def _do(self, step: object) -> Any:
        self.steps.append(step)
        is_far = isinstance(step, steps.Greet | steps.Push | steps.Pull | steps.Become)
        if is_far and self._breaks(step, False):
            raise ServerAwayError("server_missing")
        answer = self._carried_out(step)
        if is_far and self._breaks(step, True):
            raise ServerAwayError("server_connection_lost")
        return answer

    def _carried_out(self, step: object) -> Any:
        file, server = self.file, self.server
        match step:
            case steps.Look():
                return file.standing()
            case steps.Greet(said):
                return server.greet(said)
            case steps.NoteGreeting(greeting):
                file.note_greeting(greeting)
            case steps.Gather(limit):
                return file.to_send(min(limit, 3))
            case steps.Push(device, entries):
                return server.push(device, entries)
            case steps.Settle(outcomes):
                file.settle(outcomes)
            case steps.Become(device):
                server.devices.add(device)
                file.become(device)
            case steps.Count():
                return frozenset()
            case steps.Pull(said, _, is_whole):
                return server.pull(said, is_whole=is_whole)
            case steps.Store(pulled):
                return file.apply(pulled)
            case steps.Wipe():
                file.is_wiped = True
            case steps.Stop(why):
                file.stopped = why
            case steps.Note(kind):
                file.log.append(kind)
        return None


def copied(file: PlainFile) -> PlainFile:
    """Return a copy of a laptop's file, as a backup or a cloned disk makes one."""
    return replace(
        file,
        sent=list(file.sent),
        waiting=list(file.waiting),
        rows=set(file.rows),
        log=list(file.log),
    )

"""The order of a synchronisation: what goes first, and what each answer and failure leads to."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cockpit.domain.errors import ServerRefusedError
from cockpit.domain.sync import ServerSays, SyncEnd, SyncReport
from cockpit.sync.lock import SyncLock
from cockpit.sync.round import Round
from cockpit.sync.steps import (
    Count,
    Gather,
    Greet,
    Look,
    Note,
    Pull,
    SendContents,
    Step,
    Stop,
    Store,
)
from tests.unit.sync.plain_sync import NOW, Cable, PlainFile, PlainServer, copied, synchronised


@dataclass
class Pair:
    """A laptop and its server.

    Attributes:
        lock: The file that tells other programs.
        calls: What the server was asked last.
    """

    lock: Path
    file: PlainFile = field(default_factory=PlainFile)
    server: PlainServer = field(default_factory=PlainServer)
    calls: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server.devices.add(self.file.device)

    def synchronise(self) -> SyncReport:
        cable = Cable(self.server, lambda: False)
        report = synchronised(self.file, cable, self.lock)
        self.calls = cable.calls
        return report


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path / "lock")


def test_what_is_said_goes_before_anything_is_read(pair: Pair) -> None:
    file, server = pair.file, pair.server
    file.say("a")
    report = pair.synchronise()
    assert pair.calls == ["greet", "push", "pull", "close"]
    assert (report.end, report.sent) == (SyncEnd.DONE, 1)
    assert set(server.rows) == file.rows == {"a"}


def test_with_nothing_to_tell_each_other_there_is_one_question(pair: Pair) -> None:
    pair.synchronise()
    assert pair.synchronise().end is SyncEnd.DONE
    assert pair.calls == ["greet", "close"]
    assert not pair.file.log


def test_a_revoked_laptop_forgets_its_key_and_sends_nothing(pair: Pair) -> None:
    file, server = pair.file, pair.server
    file.say("a")
    server.says = ServerSays.REVOKED
    assert pair.synchronise().end is SyncEnd.REVOKED
    assert file.is_wiped
    assert not server.facts


def test_an_unknown_laptop_stops(pair: Pair) -> None:
    file, server = pair.file, pair.server
    server.devices.clear()
    assert pair.synchronise().end is SyncEnd.UNKNOWN_DEVICE
    assert (file.stopped, file.is_wiped) == ("unknown", False)


def test_an_old_file_sends_and_is_given_nothing(pair: Pair) -> None:
    file, server = pair.file, pair.server
    server.says = ServerSays.UPDATE_FIRST
    file.say("a")
    assert pair.synchronise().end is SyncEnd.UPDATE_FIRST
    assert list(server.facts.values()) == ["a"]
    assert "pull" not in pair.calls


def test_a_newer_file_waits_for_the_server(pair: Pair) -> None:
    file, server = pair.file, pair.server
    server.says = ServerSays.SERVER_BEHIND
    file.say("a")
    assert pair.synchronise().end is SyncEnd.SERVER_BEHIND
    assert not server.facts
    assert file.waiting


def test_what_was_stopped_goes_on_once_the_server_lets_it_in(pair: Pair) -> None:
    file = pair.file
    file.stopped = "refused"
    assert pair.synchronise().end is SyncEnd.DONE
    assert file.stopped == ""


def test_a_restored_server_is_offered_again_what_it_lost(pair: Pair) -> None:
    file, server = pair.file, pair.server
    file.say("a")
    pair.synchronise()
    server.facts.clear()
    server.rows.clear()
    server.clock, server.epoch = 1, "two"
    file.say("b")
    assert pair.synchronise().is_whole
    assert sorted(server.facts.values()) == ["a", "b"]
    assert file.log == ["synced", "restored", "synced"]


def test_a_file_of_another_schema_reads_everything_anew(pair: Pair) -> None:
    file = pair.file
    pair.synchronise()
    file.schema = "0"
    assert pair.synchronise().is_whole


class Weather(RuleBasedStateMachine):
    """Laptops speak, are copied and synchronise over a cable that breaks before or after."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.lock = Path(self.folder.name) / "lock"
        self.server = PlainServer()
        self.files: list[PlainFile] = []
        self.said: set[str] = set()

    @initialize()
    def begin(self) -> None:
        for _ in range(2):
            file = PlainFile()
            self.server.devices.add(file.device)
            self.files.append(file)

    @rule(which=st.integers(0, 3), times=st.integers(1, 7))
    def say(self, which: int, times: int) -> None:
        file = self.files[which % len(self.files)]
        for _ in range(times):
            word = f"w{len(self.said)}"
            self.said.add(word)
            file.say(word)

    @rule()
    def office(self) -> None:
        self.server.write(f"office{self.server.clock}")

    @rule(which=st.integers(0, 3), broken=st.lists(st.booleans(), max_size=8))
    def synchronise(self, which: int, broken: list[bool]) -> None:
        left = list(broken)

        cable = Cable(self.server, lambda: left.pop() if left else False)
        synchronised(self.files[which % len(self.files)], cable, self.lock)

    @rule(which=st.integers(0, 1))
    def copy(self, which: int) -> None:
        if len(self.files) < 4:
            self.files.append(copied(self.files[which]))

    @invariant()
    def nothing_is_twice(self) -> None:
        words = list(self.server.facts.values())
        assert len(words) == len(set(words))

    def teardown(self) -> None:
        with self.folder:
            self.all_agree()

    def all_agree(self) -> None:
        for _ in range(3):
            for file in self.files:
                cable = Cable(self.server, lambda: False)
                assert synchronised(file, cable, self.lock).end is SyncEnd.DONE
        assert set(self.server.facts.values()) == self.said
        for file in self.files:
            assert not file.waiting
            assert file.rows == set(self.server.rows)


TestWeather = Weather.TestCase
TestWeather.settings = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_two_programs_do_not_synchronise_a_file_at_once(pair: Pair) -> None:
    with SyncLock(pair.lock) as is_ours:
        assert is_ours
        assert pair.synchronise().end is SyncEnd.BUSY
    assert pair.synchronise().end is SyncEnd.DONE


def test_a_database_that_is_being_restored_is_waited_for() -> None:
    order = Round("0.1")
    running = order.run()
    next(running)
    running.send(PlainFile().standing())
    assert running.throw(ServerRefusedError("server_unknown_database")) == Note("away")
    assert order.report.end is SyncEnd.AWAY


def test_a_refused_login_stops_until_somebody_does_something() -> None:
    order = Round("0.1")
    running = order.run()
    next(running)
    running.send(PlainFile().standing())
    assert running.throw(ServerRefusedError("server_password")) == Stop("refused")
    assert order.report.end is SyncEnd.REFUSED


@pytest.mark.parametrize(("epoch", "last"), [("one", SendContents), ("two", Pull)])
def test_pieces_wait_where_the_server_was_set_back_after_its_greeting(
    epoch: str, last: type[Step]
) -> None:
    file, server = PlainFile(epoch="one", cursor=1), PlainServer()
    server.devices.add(file.device)
    server.write("a")
    steps = Round("1").run()
    step = next(steps)
    done: list[Step] = []
    with suppress(StopIteration):
        while True:
            done.append(step)
            answer: object = None
            match step:
                case Look():
                    answer = file.standing()
                case Greet(said):
                    answer = server.greet(said)
                case Gather(limit):
                    answer = file.to_send(limit)
                case Count():
                    answer = file.carried_now()
                case Pull(said):
                    server.epoch = epoch
                    answer = server.pull(said, is_whole=False)
                case Store(pulled):
                    answer = file.apply(pulled, at=NOW)
                case SendContents():
                    answer = []
            step = steps.send(answer)
    assert isinstance([one for one in done if not isinstance(one, Note)][-1], last)

"""The order of a synchronisation: what goes first, and what each answer and failure leads to."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cockpit.domain.sync import ServerSays, SyncEnd
from cockpit.sync import steps
from tests.unit.sync.plain_sync import Cable, PlainFile, PlainServer, copied


def never(_step: object, _is_after: bool) -> bool:
    return False


def _both() -> tuple[PlainFile, PlainServer, Cable]:
    file, server = PlainFile(), PlainServer()
    server.devices.add(file.device)
    return file, server, Cable(file, server, never)


def test_what_is_said_goes_before_anything_is_read() -> None:
    file, server, cable = _both()
    file.say("a")
    report = cable.synchronise().report
    kinds = [type(step) for step in cable.steps]
    assert kinds.index(steps.Push) < kinds.index(steps.Pull)
    assert (report.end, report.sent) == (SyncEnd.DONE, 1)
    assert set(server.rows) == file.rows == {"a"}


def test_with_nothing_to_tell_each_other_there_is_one_question() -> None:
    _, _, cable = _both()
    cable.synchronise()
    cable.steps.clear()
    assert cable.synchronise().report.end is SyncEnd.DONE
    far = [step for step in cable.steps if isinstance(step, steps.Greet | steps.Push | steps.Pull)]
    assert [type(step) for step in far] == [steps.Greet]
    assert not any(isinstance(step, steps.Note) for step in cable.steps)


def test_a_revoked_laptop_forgets_its_key_and_sends_nothing() -> None:
    file, server, cable = _both()
    file.say("a")
    server.says = ServerSays.REVOKED
    assert cable.synchronise().report.end is SyncEnd.REVOKED
    assert file.is_wiped
    assert not server.facts


def test_an_unknown_laptop_stops() -> None:
    file, server, cable = _both()
    server.devices.clear()
    assert cable.synchronise().report.end is SyncEnd.UNKNOWN_DEVICE
    assert (file.stopped, file.is_wiped) == ("unknown", False)


def test_an_old_file_sends_and_is_given_nothing() -> None:
    file, server, cable = _both()
    server.says = ServerSays.UPDATE_FIRST
    file.say("a")
    assert cable.synchronise().report.end is SyncEnd.UPDATE_FIRST
    assert list(server.facts.values()) == ["a"]
    assert not any(isinstance(step, steps.Pull) for step in cable.steps)


def test_a_newer_file_waits_for_the_server() -> None:
    file, server, cable = _both()
    server.says = ServerSays.SERVER_BEHIND
    file.say("a")
    assert cable.synchronise().report.end is SyncEnd.SERVER_BEHIND
    assert not server.facts
    assert file.waiting


def test_what_was_stopped_goes_on_once_the_server_lets_it_in() -> None:
    file, _, cable = _both()
    file.stopped = "refused"
    assert cable.synchronise().report.end is SyncEnd.DONE
    assert file.stopped == ""


def test_a_restored_server_is_offered_again_what_it_lost() -> None:
    file, server, cable = _both()
    file.say("a")
    cable.synchronise()
    server.facts.clear()
    server.rows.clear()
    server.clock, server.epoch = 1, "two"
    file.say("b")
    assert cable.synchronise().report.is_whole
    assert sorted(server.facts.values()) == ["a", "b"]


def test_a_file_of_another_schema_reads_everything_anew() -> None:
    file, _, cable = _both()
    cable.synchronise()
    file.schema = "0"
    assert cable.synchronise().report.is_whole


class Weather(RuleBasedStateMachine):
    """Laptops speak, are copied and synchronise over a cable that breaks before or after."""

    def __init__(self) -> None:
        super().__init__()
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

        def breaks(_step: object, _is_after: bool) -> bool:
            return left.pop() if left else False

        Cable(self.files[which % len(self.files)], self.server, breaks).synchronise()

    @rule(which=st.integers(0, 1))
    def copy(self, which: int) -> None:
        if len(self.files) < 4:
            self.files.append(copied(self.files[which]))

    @invariant()
    def nothing_is_twice(self) -> None:
        words = list(self.server.facts.values())
        assert len(words) == len(set(words))

    def teardown(self) -> None:
        for _ in range(3):
            for file in self.files:
                report = Cable(file, self.server, never).synchronise().report
                assert report.end is SyncEnd.DONE
        assert set(self.server.facts.values()) == self.said
        for file in self.files:
            assert not file.waiting
            assert file.rows == set(self.server.rows)


TestWeather = Weather.TestCase
TestWeather.settings = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck)
)

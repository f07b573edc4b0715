from hypothesis import given
from hypothesis import strategies as st

from cockpit.runtime.foreign_watch import ForeignWatch
from tests.support.runtime_fakes import FakeTime, FakeWatcher


class Office:
    """A watch with its surroundings; ``told`` holds when it told a find."""

    def __init__(self, *script: bool | Exception) -> None:
        self.time = FakeTime(monotonic=0)
        self.watcher = FakeWatcher(list(script))
        self.commits = 0
        self.told: list[float] = []
        self.errors: list[Exception] = []
        self.watch = ForeignWatch(
            self.watcher,
            own_commits=lambda: self.commits,
            on_found=lambda: self.told.append(self.time.monotonic),
            on_failed=self.errors.append,
            poll_seconds=0.5,
            doubt_seconds=2.0,
            monotonic=lambda: self.time.monotonic,
        )

    def tick(self, count: int = 1) -> None:
        for _ in range(count):
            self.time.pass_by(0.5)
            self.watch.look()


def test_a_foreign_change_is_told_at_the_next_look() -> None:
    office = Office(False, True, False)
    office.tick(3)
    assert office.told == [1.0]


def test_a_burst_of_own_commits_costs_one_more_refresh_and_not_one_each() -> None:
    office = Office(True, True, True, True)
    for _ in range(4):
        office.commits += 1
        office.tick()
    office.tick(20)
    assert office.told == [2.5]


def test_a_foreign_change_after_an_own_one_is_told_at_once() -> None:
    office = Office(True, True)
    office.commits += 1
    office.tick()
    office.tick()
    assert office.told == [1.0]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40))
def test_no_foreign_change_is_ever_lost(steps: list[tuple[bool, bool]]) -> None:
    office = Office()
    foreign_at: list[float] = []
    for is_own, is_foreign in steps:
        office.time.pass_by(0.5)
        office.commits += is_own
        office.watcher.script = [is_own or is_foreign]
        office.watch.look()
        if is_foreign:
            foreign_at.append(office.time.monotonic)
    office.tick(5)
    for instant in foreign_at:
        assert any(instant <= told <= instant + 2.5 for told in office.told)


def test_an_outage_is_told_once_and_ends_with_a_refresh() -> None:
    office = Office(OSError(), OSError(), OSError(), False, False)
    pauses = []
    for _ in range(3):
        office.tick()
        pauses.append(office.watch.pause())
    assert len(office.errors) == 1
    assert not office.told
    assert 0.8 <= pauses[0] <= 1.2
    assert 3.2 <= pauses[2] <= 4.8
    office.tick(2)
    assert office.told == [2.0]
    assert office.watch.pause() <= 0.6


def test_the_next_outage_is_told_again() -> None:
    office = Office(OSError(), False, OSError())
    office.tick(3)
    assert len(office.errors) == 2


def test_the_pause_of_an_endless_outage_stays_bearable() -> None:
    office = Office(*[OSError() for _ in range(2000)])
    office.tick(2000)
    assert 24 <= office.watch.pause() <= 36

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.runtime.foreign_watch import ForeignWatch
from tests.support.runtime_fakes import FakeWatcher

FOUND = ChangeNotice(frozenset({Topic.CONTACTS}), frozenset({new_id()}))


class Office:
    """A watch with its surroundings; ``told`` holds what it told."""

    def __init__(self, *script: ChangeNotice | Exception | None) -> None:
        self.watcher = FakeWatcher(list(script))
        self.told: list[ChangeNotice] = []
        self.errors: list[Exception] = []
        self.watch = ForeignWatch(
            self.watcher,
            on_found=self.told.append,
            on_failed=self.errors.append,
            poll_seconds=0.5,
        )

    def tick(self, count: int = 1) -> None:
        for _ in range(count):
            self.watch.look()


def test_a_foreign_change_is_told_at_the_next_look() -> None:
    office = Office(None, FOUND, None)
    office.tick()
    assert not office.told
    office.tick(2)
    assert office.told == [FOUND]


def test_an_outage_is_told_once_and_the_watch_goes_on() -> None:
    office = Office(OSError(), OSError(), OSError(), FOUND, None)
    pauses = []
    for _ in range(3):
        office.tick()
        pauses.append(office.watch.pause())
    assert len(office.errors) == 1
    assert not office.told
    assert 0.8 <= pauses[0] <= 1.2
    assert 3.2 <= pauses[2] <= 4.8
    office.tick(2)
    assert office.told == [FOUND]
    assert office.watch.pause() <= 0.6


def test_where_something_may_be_hidden_the_next_look_comes_soon_but_not_for_ever() -> None:
    office = Office()
    office.watch.poll_seconds = 2.0
    office.watcher.may_hide = True
    pauses = []
    for _ in range(6):
        office.tick()
        pauses.append(office.watch.pause())
    assert 0.2 <= pauses[0] <= 0.3
    assert 0.4 <= pauses[1] <= 0.6
    assert pauses[4] >= 1.6
    assert max(pauses) <= 2.4
    office.watcher.may_hide = False
    office.tick()
    assert office.watch.pause() >= 1.6
    office.watcher.may_hide = True
    office.tick()
    assert office.watch.pause() <= 0.3


def test_the_next_outage_is_told_again() -> None:
    office = Office(OSError(), None, OSError())
    office.tick(3)
    assert len(office.errors) == 2


def test_the_pause_of_an_endless_outage_stays_bearable() -> None:
    office = Office(*[OSError() for _ in range(2000)])
    office.tick(2000)
    assert 24 <= office.watch.pause() <= 36

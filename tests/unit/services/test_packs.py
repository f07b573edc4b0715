"""Taking along, keeping longer and giving back: what is asked in which order, and what is noted."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

import pytest

from cockpit.domain.audit import AuditAction
from cockpit.domain.errors import BadInputError, ServerAwayError
from cockpit.domain.packs import PackDone, PackedCustomer, PackOffer, PackWish
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.services.field import FieldService
from cockpit.services.packs import PackService
from tests.support.pack_fakes import make_packed
from tests.support.runtime_fakes import FakeTime
from tests.support.sync_fakes import FakeNameBook, FakeSynchroniser

UNTIL = datetime(2026, 3, 7, 2, 59, tzinfo=UTC)
WISH = PackWish(2, 3)
Keys = Collection[UUID] | None


@dataclass
class Desk:
    """Gives out whom it has; writes down in what order it was asked."""

    steps: list[str]
    has: frozenset[UUID] = frozenset({UUID(int=1), UUID(int=2)})
    is_away: bool = False

    def offered(self, device_id: UUID) -> PackOffer:
        return PackOffer(50, 7, 0)

    def check_out(self, device_id: UUID, wish: PackWish) -> tuple[frozenset[UUID], datetime]:
        return self._given("out"), UNTIL

    def check_in(self, device_id: UUID, whom: Keys) -> frozenset[UUID]:
        return self._given("in")

    def extend(self, device_id: UUID, whom: Keys, days: int) -> tuple[frozenset[UUID], datetime]:
        return self._given("longer"), UNTIL

    def _given(self, step: str) -> frozenset[UUID]:
        if self.is_away:
            raise ServerAwayError("server_missing")
        self.steps.append(step)
        return self.has


@dataclass
class Laptop(FakeSynchroniser):
    """Writes down when it synchronised."""

    steps: list[str] = field(default_factory=list)

    def synchronise(self) -> SyncReport:
        self.steps.append("sync")
        return super().synchronise()


class Book:
    def packed(self) -> list[PackedCustomer]:
        return [make_packed(1)]


@dataclass
class World:
    """A service, and what it did."""

    steps: list[str] = field(default_factory=list)
    noted: list[tuple[AuditAction, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.laptop, self.desk = Laptop(steps=self.steps), Desk(self.steps)
        self.service = PackService(
            FieldService(self.laptop, FakeNameBook(), FakeTime()),
            self.desk,
            Book(),
            lambda action, count: self.noted.append((action, count)),
        )


def test_whom_is_taken_is_fetched_and_noted() -> None:
    world = World()
    assert world.service.take(WISH) == PackDone(2, UNTIL)
    assert world.steps == ["out", "sync"]
    assert world.noted == [(AuditAction.PACK_TAKEN, 2)]
    assert world.service.packed() == [make_packed(1)]
    assert world.service.offered().room == 50


def test_what_waits_is_sent_before_anybody_goes_back_or_stays() -> None:
    world = World()
    assert world.service.give_back() == PackDone(2)
    assert world.service.extend(3) == PackDone(2, UNTIL)
    assert world.steps == ["sync", "in", "sync", "sync", "longer", "sync"]
    assert [action for action, _ in world.noted] == [
        AuditAction.PACK_RETURNED,
        AuditAction.PACK_EXTENDED,
    ]


def test_where_the_way_breaks_afterwards_it_is_said() -> None:
    world = World()
    world.laptop.report = SyncReport(SyncEnd.AWAY)
    assert world.service.take(WISH) == PackDone(2, UNTIL, is_here=False)


def test_nobody_to_take_and_nobody_who_may_stay_are_said() -> None:
    world = World()
    world.desk.has = frozenset()
    with pytest.raises(BadInputError, match="pack_nobody"):
        world.service.take(WISH)
    with pytest.raises(BadInputError, match="pack_none_stays"):
        world.service.extend(3)
    assert world.service.give_back() == PackDone(0)
    assert world.noted == []


def test_without_the_server_nothing_is_done() -> None:
    world = World()
    world.desk.is_away = True
    for ask in (lambda: world.service.take(WISH), world.service.give_back):
        with pytest.raises(ServerAwayError):
            ask()
    assert world.noted == []

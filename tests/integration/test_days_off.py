"""Days without calls on both engines: kept by supervisors, and in force at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.days_off import DayOffDraft
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.reachable import Obstacle
from cockpit.domain.vocabulary import Channel, Role
from cockpit.services.days_off import DayOffService, ListTaken
from cockpit.services.reach import ReachService
from tests.support.queues import NOW, MovableClock, callable_customers, values

TODAY = NOW.date()
HERE = DayOffDraft(TODAY, "Aniversário da cidade", "SP", "sao paulo")
ELSEWHERE = DayOffDraft(TODAY, "Padroeira", "SP", "Itu")


class House:
    def __init__(self, engines: Engines) -> None:
        self.engines = engines
        (self.key,), rows = callable_customers(1)
        SqlBulkLoader(engines).load(rows)
        user = ensure_identity(engines, login="dona", machine="pc")
        self.database, clock = SqlDatabase(engines, user.user_id), MovableClock()
        self.days = DayOffService(self.database, clock, replace(user, role=Role.SUPERVISOR))
        self.operators = DayOffService(self.database, clock, replace(user, role=Role.OPERATOR))
        self.reach = ReachService(self.database, clock, user)

    def obstacles(self) -> list[Obstacle]:
        found = self.reach.look(self.key, Channel.PHONE)
        assert found is not None
        return [one.obstacle for one in found.hindrances]


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    engines = open_database(parse_address(database_url))
    yield House(engines)
    engines.close()


def test_a_day_is_kept_in_its_city_at_once_and_told_to_everybody(house: House) -> None:
    told: list[ChangeNotice] = []
    house.database.subscribe(told.append)
    assert house.days.add(ELSEWHERE)
    assert house.obstacles() == []
    assert house.days.add(HERE)
    assert house.obstacles() == [Obstacle.HOLIDAY]
    assert all(one.customer_ids is None and one.touches(Topic.CUSTOMERS) for one in told)
    (first, second) = house.days.days()
    house.days.remove([first.day_id, second.day_id])
    assert house.obstacles() == []


def test_one_day_of_one_place_is_kept_once_however_it_is_spelled(house: House) -> None:
    assert house.days.add(HERE)
    assert not house.days.add(replace(HERE, name="Outro nome", city="São Paulo"))
    assert [one.name for one in house.days.days()] == ["Aniversário da cidade"]


def test_a_list_says_what_is_new_what_was_known_and_what_is_not_understood(house: House) -> None:
    house.days.add(HERE)
    text = f"{TODAY:%d/%m/%Y};Aniversário;SP;São Paulo\n16/03/2027;Dia;SP;\n32/13/2026;Nunca\n"
    assert house.days.take_list(text) == ListTaken(new=1, known=1, bad_lines=(3,))
    assert house.days.take_list(text) == ListTaken(new=0, known=2, bad_lines=(3,))
    with pytest.raises(BadInputError):
        house.days.take_list("Olá\n")


def test_past_years_are_not_shown_but_stay(house: House) -> None:
    house.days.add(replace(HERE, day=date(2025, 12, 31)))
    house.days.add(replace(HERE, day=date(2026, 1, 2)))
    assert [one.day for one in house.days.days()] == [date(2026, 1, 2)]
    assert len(values(house.engines, "SELECT id FROM calendar_days")) == 2


def test_the_audit_keeps_who_added_and_removed_which_day(house: House) -> None:
    house.days.add(HERE)
    house.days.remove([one.day_id for one in house.days.days()])
    events = values(house.engines, "SELECT action, entity FROM audit_events ORDER BY device_seq")
    assert events == [("day_off_added", "calendar_days"), ("day_off_removed", "calendar_days")]


def test_operators_read_the_days_and_change_none(house: House) -> None:
    house.days.add(HERE)
    (day,) = house.operators.days()
    with pytest.raises(ForbiddenError):
        house.operators.add(replace(HERE, day=TODAY + timedelta(days=1)))
    with pytest.raises(ForbiddenError):
        house.operators.remove([day.day_id])
    with pytest.raises(ForbiddenError):
        house.operators.take_list("24/06/2026;São João\n")
    assert house.days.remove([day.day_id]) == 1
    assert house.days.remove([day.day_id]) == 0

"""Orders are followed up once per reason, by one program, beside what people agreed."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, ContactGoal, LifecycleStatus, OrderKind
from cockpit.services.contacts import ContactService
from cockpit.services.order_follow_ups import DUTY, OrderFollowUpService
from models import Appointment, OrderFollowUp
from tests.integration.data.conftest import World, acme, customer, engines, world
from tests.support.at_once import at_once
from tests.support.queues import MovableClock

__all__ = ["acme", "engines", "world"]
#: A Thursday, ten in the morning in São Paulo.
NOW = datetime(2026, 3, 19, 13, tzinfo=UTC)
TODAY = date(2026, 3, 19)
DAY = timedelta(days=1)
SAY = partial(resources.text, language=Language.PORTUGUESE)


class Shop:
    """One program that follows orders up."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clock = MovableClock(NOW)
        self.company = new_id()
        world.load_more(companies=[{"id": self.company, "name": "Giro", "code": "1"}])

    def service(self, world: World | None = None) -> OrderFollowUpService:
        of = world or self.world
        return OrderFollowUpService(of.database, self.clock, of.user, SAY)

    def order(self, customer_id: UUID, number: str, ordered_on: date, **changes: Any) -> None:
        row = {
            "id": new_id(), "company_id": self.company, "customer_id": customer_id,
            "number": number, "kind": OrderKind.SALE, "ordered_on": ordered_on, "net_cents": 100,
            "promised_on": None, "delivered_on": None,
        }  # fmt: skip
        self.world.load_more(orders=[row | changes])

    def contacts(self) -> list[Any]:
        return self._rows(select(Appointment.__table__).where(Appointment.state == "open"))

    def followed(self) -> list[tuple[Any, ...]]:
        rows = self._rows(select(OrderFollowUp.kind, OrderFollowUp.appointment_id))
        return sorted((kind.value, key) for kind, key in rows)

    def _rows(self, statement: Any) -> list[Any]:
        with self.world.engines.reading() as connection:
            return list(connection.execute(statement))


@pytest.fixture
def shop(world: World, acme: UUID) -> Shop:
    made = Shop(world)
    # Long known: no order of these tests is the first one.
    made.order(acme, "0", date(2025, 1, 10))
    return made


def test_each_reason_gives_one_next_contact_and_once(shop: Shop, world: World, acme: UUID) -> None:
    world.update("customers", acme, owner_id=world.user.user_id)
    shop.order(acme, "1", TODAY - 9 * DAY, promised_on=TODAY - 2 * DAY)
    shop.order(acme, "2", TODAY - 3 * DAY, promised_on=TODAY + DAY)
    shop.order(acme, "3", TODAY - 3 * DAY, promised_on=TODAY + 8 * DAY)
    shop.order(acme, "4", TODAY - 8 * DAY, promised_on=TODAY - DAY, delivered_on=TODAY - DAY)
    assert shop.service().run() == 1
    (planned,) = shop.contacts()
    assert planned.goal is ContactGoal.SETTLE_DELAY
    assert (planned.kind, planned.user_id) == (AppointmentKind.FOLLOW_UP, world.user.user_id)
    assert planned.due_at == datetime(2026, 3, 19, 3, tzinfo=UTC)
    assert planned.note == (
        "Pedido 1, prometido para 17/03/2026, ainda não chegou · "
        "Pedido 2, prometido para 20/03/2026: confirmar a entrega"
    )
    assert shop.followed() == [("confirm", planned.id), ("late", planned.id)]
    assert shop.service().run() == 0
    shop.clock.go_on(3 * DAY)
    assert shop.service().run() == 0
    assert len(shop.contacts()) == 1


def test_a_confirmed_order_that_is_late_after_all_is_acted_on(shop: Shop, acme: UUID) -> None:
    shop.order(acme, "2", TODAY - 3 * DAY, promised_on=TODAY + DAY)
    shop.service().run()
    shop.clock.go_on(timedelta(hours=1))
    contacts = ContactService(shop.world.database, shop.clock, shop.world.user)
    contacts.log(
        shop.world.draft(acme, outcome=shop.world.outcomes["sale"], occurred_at=shop.clock.now()),
        status=LifecycleStatus.ACTIVE,
    )
    shop.clock.go_on(5 * DAY)
    assert shop.service().run() == 1
    assert [kind for kind, _ in shop.followed()] == ["confirm", "late"]


def test_a_first_sale_is_thanked_for(shop: Shop, world: World) -> None:
    key = new_id()
    world.load_more(
        customers=[customer(key, "9", state="SP")],
        phones=[{"customer_id": key, "raw": "11 3555-0101", "is_primary": True}],
    )  # fmt: skip
    shop.order(key, "7", TODAY - DAY)
    assert shop.service().run() == 0
    shop.clock.go_on(4 * DAY)
    assert shop.service().run() == 1
    (planned,) = shop.contacts()
    assert (planned.goal, planned.note) == (ContactGoal.THANK, "Agradecer pelo pedido 7")
    assert (planned.kind, planned.user_id) == (AppointmentKind.TEAM_CALLBACK, None)


@pytest.mark.parametrize(("days", "stays"), [(-2, True), (0, True), (6, False)])
def test_what_somebody_agreed_for_that_day_or_sooner_is_left_alone(
    shop: Shop, world: World, acme: UUID, days: int, stays: bool
) -> None:
    contacts = ContactService(world.database, shop.clock, world.user)
    agreed = AppointmentDraft(NOW + days * DAY, has_time=True, note="Levar amostra")
    contacts.set_next_contact(acme, agreed)
    shop.order(acme, "1", TODAY - 9 * DAY, promised_on=TODAY - 2 * DAY)
    assert shop.service().run() == (0 if stays else 1)
    (found,) = shop.contacts()
    assert (found.due_at == agreed.due_at) == stays
    assert (found.kind, found.user_id) == (AppointmentKind.MY_CALLBACK, world.user.user_id)
    assert shop.followed() == [("late", found.id)]
    assert stays or "antes combinado para 25/03/2026: Levar amostra" in found.note


def test_one_program_at_a_time_and_never_a_past_day(shop: Shop, world: World, acme: UUID) -> None:
    shop.order(acme, "1", TODAY - 9 * DAY, promised_on=TODAY - 2 * DAY)
    colleague = world.colleague()
    with colleague.database.write() as unit:
        held = unit.duties.take(
            DUTY, user=colleague.user, at=shop.clock.now(), lease=timedelta(minutes=5)
        )
        unit.changed(customer_ids=[])
    assert held is not None
    assert shop.service().run() == 0
    with colleague.database.write() as unit:
        unit.duties.release(held, at=shop.clock.now())
        unit.changed(customer_ids=[])
    assert shop.service(colleague).run() == 1
    assert shop.service().run() == 0


def test_programs_that_begin_together_plan_each_customer_once(shop: Shop, world: World) -> None:
    keys = [new_id() for _ in range(30)]
    world.load_more(
        customers=[customer(key, f"c{number}", state="SP") for number, key in enumerate(keys)],
        phones=[{"customer_id": key, "raw": "11 3555-0101", "is_primary": True} for key in keys],
    )
    for number, key in enumerate(keys):
        shop.order(key, f"a{number}", TODAY - 90 * DAY)
        shop.order(key, f"b{number}", TODAY - 9 * DAY, promised_on=TODAY - 2 * DAY)
    services = [shop.service(), shop.service(world.colleague()), shop.service(world.colleague("c"))]
    assert sum(at_once([service.run for service in services])) == 30
    assert len(shop.contacts()) == 30
    assert len(shop.followed()) == 30


def test_who_wants_no_contact_is_not_followed_up(shop: Shop, world: World, acme: UUID) -> None:
    shop.order(acme, "1", TODAY - 9 * DAY, promised_on=TODAY - 2 * DAY)
    with world.database.write() as unit:
        unit.contacts.forbid(acme, user=world.user, reason="", at=NOW - DAY)
        unit.changed(customer_ids=[acme])
    assert shop.service().run() == 0
    assert shop.followed() == []


def test_old_delays_are_no_news(shop: Shop, acme: UUID) -> None:
    shop.order(acme, "1", TODAY - 90 * DAY, promised_on=TODAY - 80 * DAY)
    assert shop.service().run() == 0

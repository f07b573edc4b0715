"""Objections: opened, argued, overcome, put to wait, and woken exactly once."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.objections import ObjectionDraft, ObjectionKind, Wait
from cockpit.domain.vocabulary import (
    LifecycleStatus,
    ObjectionState,
    OrderKind,
    WaitCondition,
)
from cockpit.services.objections import ObjectionService
from tests.integration.data.conftest import NOW, World

TODAY = NOW.date()


class Morning:
    """A clock that stands in the morning of the tests' day, where everything stored is known."""

    zone = AsOfClock(TODAY).zone
    known_at = None

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return TODAY


def service(world: World) -> ObjectionService:
    return ObjectionService(world.database, Morning(), world.user)


@pytest.fixture
def kind(world: World) -> UUID:
    key = new_id()
    world.load_more(objection_kinds=[{"id": key, "code": "PRECO", "name": "Preço acima"}])
    return key


def apply(world: World, customer_id: UUID, draft: ObjectionDraft, contact: Any = None) -> UUID:
    contact = contact or world.draft(customer_id)
    with world.database.write() as unit:
        unit.contacts.add(contact, user=world.user, status=LifecycleStatus.AT_RISK)
        key = unit.objections.apply(
            draft, customer_id=customer_id, contact_id=contact.contact_id, user=world.user, at=NOW
        )
        unit.changed(Topic.CONTACTS, customer_ids=[customer_id])
    return key


def waiting(kind: UUID, wait: Wait) -> ObjectionDraft:
    return ObjectionDraft(None, kind, state=ObjectionState.WAITING, wait=wait)


def objection(world: World, customer_id: UUID) -> Any:
    with world.database.read() as unit:
        found = unit.stories.story(customer_id, today=TODAY)
    assert found is not None
    return found.objections[0]


def events(world: World) -> list[str]:
    with world.engines.reading() as connection:
        rows = connection.exec_driver_sql("SELECT kind FROM objection_events ORDER BY device_seq")
        return [row[0] for row in rows]


def catalogue(world: World) -> list[ObjectionKind]:
    with world.database.read() as unit:
        return unit.objections.catalogue()


def test_an_objection_is_opened_argued_and_overcome(world: World, acme: UUID, kind: UUID) -> None:
    answer = new_id()
    world.load_more(
        counter_arguments=[{"id": answer, "objection_kind_id": kind, "text": "Dura mais."}]
    )
    key = apply(world, acme, ObjectionDraft(None, kind, note="Achou 8% mais caro"))
    assert objection(world, acme).state is ObjectionState.OPEN
    overcome = ObjectionDraft(
        key, None, state=ObjectionState.OVERCOME, argument_id=answer, worked=True
    )
    assert apply(world, acme, overcome) == key
    line = objection(world, acme)
    assert (line.state, line.closed_at, line.note) == (
        ObjectionState.OVERCOME, NOW, "Achou 8% mais caro",
    )  # fmt: skip
    assert events(world) == ["opened", "argued", "overcome"]
    ((found,),) = [one.arguments for one in catalogue(world)]
    assert (found.text, found.used, found.worked) == ("Dura mais.", 1, 1)


def test_answers_come_best_first_and_uses_without_a_verdict_do_not_count(
    world: World, acme: UUID, kind: UUID
) -> None:
    lucky, steady, unused = new_id(), new_id(), new_id()
    world.load_more(
        counter_arguments=[
            {"id": key, "objection_kind_id": kind, "text": text, "position": place}
            for place, (key, text) in enumerate(
                ((unused, "nunca"), (lucky, "uma vez"), (steady, "quase sempre"))
            )
        ]
    )
    uses = [(lucky, True), *[(steady, True)] * 9, (steady, False), (unused, None)]
    for argument, worked in uses:
        apply(world, acme, ObjectionDraft(None, kind, argument_id=argument, worked=worked))
    ((one, two, three),) = [found.arguments for found in catalogue(world)]
    assert [(one.text, one.used, one.worked), (two.text, two.used, two.worked)] == [
        ("quase sempre", 10, 9),
        ("uma vez", 1, 1),
    ]
    assert (three.used, three.worked) == (0, 0)


def test_the_use_in_a_corrected_contact_counts_once(world: World, acme: UUID, kind: UUID) -> None:
    answer = new_id()
    world.load_more(counter_arguments=[{"id": answer, "objection_kind_id": kind, "text": "A"}])
    draft = ObjectionDraft(None, kind, argument_id=answer, worked=False)
    wrong = world.draft(acme)
    apply(world, acme, draft, wrong)
    right = ObjectionDraft(None, kind, argument_id=answer, worked=True)
    apply(world, acme, right, world.draft(acme, amends_id=wrong.contact_id))
    ((found,),) = [one.arguments for one in catalogue(world)]
    assert (found.used, found.worked) == (1, 1)


def test_a_new_name_joins_the_catalogue_and_is_known_however_it_is_written(
    world: World, acme: UUID, kind: UUID
) -> None:
    apply(world, acme, ObjectionDraft(None, None, new_name="Frete  alto"))
    apply(world, acme, ObjectionDraft(None, None, new_name="FRETE ALTO"))
    apply(world, acme, ObjectionDraft(None, None, new_name="preco ACIMA"))
    assert [one.name for one in catalogue(world)] == ["Frete alto", "Preço acima"]


def test_names_with_the_same_beginning_are_two_kinds(world: World, acme: UUID) -> None:
    beginning = "Nao compra de distribuidor que vende direto para"
    apply(world, acme, ObjectionDraft(None, None, new_name=f"{beginning} obra"))
    apply(world, acme, ObjectionDraft(None, None, new_name=f"{beginning} oficina"))
    assert len(catalogue(world)) == 2


def test_a_retired_kind_comes_back_by_its_name(world: World, acme: UUID, kind: UUID) -> None:
    world.update("objection_kinds", kind, is_active=False)
    assert catalogue(world) == []
    apply(world, acme, ObjectionDraft(None, None, new_name="Preço acima"))
    assert [one.kind_id for one in catalogue(world)] == [kind]


def test_another_customers_objection_cannot_be_moved(world: World, acme: UUID, kind: UUID) -> None:
    with pytest.raises(ConflictError):
        apply(world, acme, ObjectionDraft(new_id(), None))
    assert events(world) == []


def test_a_day_that_comes_wakes_once_for_two_programs(world: World, acme: UUID, kind: UUID) -> None:
    apply(world, acme, waiting(kind, Wait(WaitCondition.DATE, until_on=TODAY)))
    told: list[ChangeNotice] = []
    world.database.subscribe(told.append)
    other = world.colleague()
    assert service(world).wake() == [acme]
    assert service(other).wake() == []
    line = objection(world, acme)
    assert (line.state, line.woken_at) == (ObjectionState.OPEN, NOW)
    assert line.wait_until_on == TODAY, "why it woke is still to be read"
    assert events(world).count("woken") == 1
    assert told[-1].customer_ids == frozenset({acme})


def test_two_programs_that_saw_the_same_wake_it_once(world: World, acme: UUID, kind: UUID) -> None:
    key = apply(world, acme, waiting(kind, Wait(WaitCondition.DATE, until_on=TODAY)))
    other = world.colleague()
    results = []
    for one in (world, other):
        with one.database.write() as unit:
            results.append(unit.objections.wake(key, user=one.user, at=NOW))
            unit.changed(Topic.CONTACTS, customer_ids=[])
    assert results == [True, False]
    assert events(world).count("woken") == 1


def test_the_next_contact_puts_the_waking_out(world: World, acme: UUID, kind: UUID) -> None:
    apply(world, acme, waiting(kind, Wait(WaitCondition.DATE, until_on=TODAY)))
    service(world).wake()
    with world.database.write() as unit:
        unit.objections.clear_woken(acme)
        unit.changed(Topic.CONTACTS, customer_ids=[acme])
    line = objection(world, acme)
    assert (line.state, line.woken_at, line.waits_for) == (ObjectionState.OPEN, None, None)


def test_a_day_to_come_wakes_nobody_and_neither_does_a_past_day(
    world: World, acme: UUID, kind: UUID
) -> None:
    tomorrow = Wait(WaitCondition.DATE, until_on=TODAY + timedelta(days=1))
    apply(world, acme, waiting(kind, tomorrow))
    assert service(world).wake() == []
    later = AsOfClock(TODAY + timedelta(days=9))
    assert ObjectionService(world.database, later, world.user).wake() == []


def title(customer_id: UUID, number: str, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "customer_id": customer_id, "number": number,
           "due_on": TODAY - timedelta(days=9), "amount_cents": 100, "paid_on": None}  # fmt: skip
    return row | changes


@pytest.mark.parametrize("is_named", [True, False])
def test_a_paid_title_wakes(world: World, acme: UUID, kind: UUID, *, is_named: bool) -> None:
    one = title(acme, "1")
    world.load_more(receivables=[one, title(acme, "2", due_on=TODAY + timedelta(days=9))])
    wait = Wait(WaitCondition.RECEIVABLE_PAID, reference_id=one["id"] if is_named else None)
    apply(world, acme, waiting(kind, wait))
    assert service(world).wake() == []
    world.update("receivables", one["id"], paid_on=TODAY, paid_cents=100)
    assert service(world).wake() == [acme]


@pytest.mark.parametrize(
    ("missing", "back"),
    [
        ({"stock_state": "out_of_stock"}, {"stock_state": "available"}),
        ({"is_active": False}, {"is_active": True}),
        ({"is_active": False, "stock_state": "available"}, {"is_active": True}),
    ],
)
def test_a_product_that_is_back_wakes(
    world: World, acme: UUID, kind: UUID, missing: dict[str, Any], back: dict[str, Any]
) -> None:
    company, product = new_id(), new_id()
    world.load_more(
        companies=[{"id": company, "code": "01", "name": "Matriz"}],
        products=[{"id": product, "company_id": company, "code": "A", "name": "Correia"} | missing],
    )
    apply(world, acme, waiting(kind, Wait(WaitCondition.PRODUCT_AVAILABLE, reference_id=product)))
    assert service(world).wake() == []
    world.update("products", product, **back)
    assert service(world).wake() == [acme]


def test_a_promotion_wakes_when_it_begins(world: World, acme: UUID, kind: UUID) -> None:
    promotion = new_id()
    world.load_more(
        promotions=[{"id": promotion, "name": "Semana", "starts_on": TODAY + timedelta(days=1),
                     "ends_on": TODAY + timedelta(days=8)}]
    )  # fmt: skip
    apply(world, acme, waiting(kind, Wait(WaitCondition.PROMOTION, reference_id=promotion)))
    assert service(world).wake() == []
    world.update("promotions", promotion, starts_on=TODAY)
    assert service(world).wake() == [acme]


@pytest.mark.parametrize(
    ("is_bought", "is_older", "wakes"),
    [(True, False, True), (False, False, False), (True, True, False)],
)
def test_any_new_promotion_of_a_bought_product_wakes(
    world: World, acme: UUID, kind: UUID, *, is_bought: bool, is_older: bool, wakes: bool
) -> None:
    company, product, promotion, order = (new_id() for _ in range(4))
    world.load_more(
        companies=[{"id": company, "code": "01", "name": "Matriz"}],
        products=[{"id": product, "company_id": company, "code": "A", "name": "Correia"}],
        orders=[{"id": order, "company_id": company, "customer_id": acme, "number": "1",
                 "kind": OrderKind.SALE, "ordered_on": TODAY, "net_cents": 5}],
        order_items=[{"order_id": order, "line": 1, "description": "C", "quantity_milli": 1,
                      "product_id": product if is_bought else None, "unit_cents": 5,
                      "total_cents": 5}],
    )  # fmt: skip
    apply(world, acme, waiting(kind, Wait(WaitCondition.PROMOTION)))
    made = datetime(2026, 3, 1, tzinfo=UTC) if is_older else NOW + timedelta(minutes=1)
    world.load_more(
        promotions=[{"id": promotion, "name": "Semana", "starts_on": TODAY - timedelta(days=2),
                     "ends_on": TODAY, "created_at": made}],
        promotion_items=[{"promotion_id": promotion, "product_id": product, "discount_bp": 500}],
    )  # fmt: skip
    assert service(world).wake() == ([acme] if wakes else [])


def test_one_can_wait_on_unpaid_titles_coming_promotions_and_missing_own_products(
    world: World, acme: UUID
) -> None:
    company, product, there, order = (new_id() for _ in range(4))
    world.load_more(
        companies=[{"id": company, "code": "01", "name": "Matriz"}],
        products=[
            {"id": product, "company_id": company, "code": "A", "name": "Correia",
             "stock_state": "out_of_stock"},
            {"id": there, "company_id": company, "code": "B", "name": "Graxa"},
            {"company_id": company, "code": "C", "name": "Retentor", "is_active": False},
        ],
        orders=[{"id": order, "company_id": company, "customer_id": acme, "number": "1",
                 "kind": OrderKind.SALE, "ordered_on": TODAY, "net_cents": 5}],
        order_items=[
            {"order_id": order, "line": line, "description": "C", "quantity_milli": 1,
             "product_id": key, "unit_cents": 5, "total_cents": 5}
            for line, key in enumerate((product, there), start=1)
        ],
        receivables=[title(acme, "T/1"), title(acme, "T/2", paid_on=TODAY)],
        promotions=[
            {"name": name, "starts_on": TODAY + timedelta(days=days),
             "ends_on": TODAY + timedelta(days=30)}
            for name, days in (("Agora", 0), ("Logo", 3))
        ],
    )  # fmt: skip
    found = [(one.condition, one.name) for one in service(world).wait_subjects(acme)]
    assert found == [
        (WaitCondition.RECEIVABLE_PAID, "T/1"),
        (WaitCondition.PROMOTION, "Logo"),
        (WaitCondition.PRODUCT_AVAILABLE, "Correia"),
    ]

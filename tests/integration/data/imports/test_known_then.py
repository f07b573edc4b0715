"""What was known on a past day, where later imports came in bulk, with invoices, or were undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from cockpit.data.engine import Engines
from cockpit.data.repositories.bulk_write import raw_guids
from cockpit.data.repositories.known_then import CUSTOMERS, ORDERS, KnownThen
from cockpit.domain.ids import id_after, new_id
from cockpit.domain.vocabulary import CustomerCategory, ImportKind
from models import ImportBatch
from models.types import utc_now
from tests.integration.data.conftest import World
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import NOTA, PARAFUSOS, PEDIDO


def known(engines: Engines, at: datetime, entity: str, read: Callable[[KnownThen], Any]) -> Any:
    with engines.reading() as connection:
        return read(KnownThen.at(connection, at, entity))


def raw(world: World, key: UUID) -> Any:
    with world.engines.reading() as connection:
        return raw_guids(connection, [key])[0]


def test_invoices_bring_customers_and_orders_that_were_not_known_before(
    world: World, desk: Desk
) -> None:
    desk.take(PARAFUSOS, PEDIDO)
    then = utc_now()
    other = replace(NOTA.customer, legal_name="Outra", tax_id=None)
    ran = desk.take(replace(NOTA, customer=other), kind=ImportKind.INVOICES)
    written = {one.entity: one.entity_id for one in ran.stored[0].written}
    for entity in (CUSTOMERS, ORDERS):
        key = raw(world, written[entity])
        assert known(world.engines, then, entity, lambda one, key=key: key in one.later)
        assert not known(world.engines, utc_now(), entity, lambda one: one.differs)


def test_rows_that_came_in_bulk_are_known_by_their_runs_of_keys(world: World, desk: Desk) -> None:
    desk.take(PARAFUSOS, PEDIDO)
    then = utc_now()
    later = desk.take(replace(PEDIDO, net_cents=1))
    runs = sorted((new_id(), new_id(), new_id()))
    with world.engines.writing() as connection:
        for ordinal, first in enumerate(runs, 1):
            connection.execute(
                ImportBatch.__table__.insert().values(
                    id=new_id(), import_id=later.import_id, ordinal=ordinal, first_line=1,
                    last_line=1, entity="orders", first_id=id_after(first, ordinal * 1000),
                    id_count=3, new_rows=3, changed_rows=0, unchanged_rows=0, flagged_rows=0,
                    rejected_rows=0,
                )
            )  # fmt: skip
    for ordinal, first in enumerate(runs, 1):
        begin = id_after(first, ordinal * 1000)
        for place, is_later in ((-1, False), (0, True), (2, True), (3, False)):
            key = raw(world, id_after(begin, place))
            found = known(world.engines, then, ORDERS, lambda one, key=key: key in one.later)
            assert found is is_later, (ordinal, place)


def test_of_several_later_changes_the_first_tells_what_was(world: World, desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, category=CustomerCategory.PROSPECT), PEDIDO)
    then = utc_now()
    desk.take(replace(PEDIDO, net_cents=1))
    desk.take(replace(PEDIDO, net_cents=2), replace(PARAFUSOS, city="Itu"))
    (before,) = known(world.engines, then, ORDERS, lambda one: list(one.before.values()))
    assert before["net_cents"] == 1500_00
    (customer,) = known(world.engines, then, CUSTOMERS, lambda one: list(one.before.values()))
    assert customer["city"] == "São Paulo"


def test_a_prospect_who_bought_later_keeps_what_else_was_known(world: World, desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, category=CustomerCategory.PROSPECT))
    desk.take(replace(PARAFUSOS, code="8"), replace(PEDIDO, customer="8"))
    then = utc_now()
    desk.take(replace(PEDIDO, number="11"))
    desk.take(replace(PARAFUSOS, segment="Vidro"))
    (customer,) = known(world.engines, then, CUSTOMERS, lambda one: list(one.before.values()))
    assert customer["category"] == "prospect"
    assert customer["code"] == "0007"


def test_an_undone_import_is_as_if_it_had_never_been(world: World, desk: Desk) -> None:
    desk.take(PARAFUSOS, PEDIDO)
    then = utc_now()
    ran = desk.take(replace(PEDIDO, net_cents=1), replace(PEDIDO, number="11"))
    assert known(world.engines, then, ORDERS, lambda one: one.differs)
    desk.undo(ran.import_id)
    assert not known(world.engines, then, ORDERS, lambda one: one.differs)


def test_before_the_first_import_the_history_counts_as_known(world: World, desk: Desk) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    ran = desk.take(PARAFUSOS, PEDIDO)
    assert not known(world.engines, long_ago, ORDERS, lambda one: one.differs)
    then = utc_now()
    desk.undo(ran.import_id)
    desk.take(PARAFUSOS, PEDIDO)
    assert not known(world.engines, then, ORDERS, lambda one: one.differs)

"""Undoing whole imports."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.data.engine import Engines
from cockpit.domain.ids import id_after, new_id
from cockpit.domain.import_records import ImportRecord
from cockpit.domain.vocabulary import CustomerCategory, ImportKind, OrderKind
from models import Base, Import, ImportBatch, Order
from models.types import utc_now
from tests.integration.data.conftest import NOW, World
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import (
    ACCESS_KEY,
    CANCELAMENTO,
    CONVERSA,
    FIXED,
    ITEM,
    MOBILE,
    NOTA,
    ORCAMENTO,
    PARAFUSOS,
    PEDIDO,
    PRODUTO,
    TITULO,
)

#: What an import may leave behind: names, its own account, and who is at the program.
_STAYING = frozenset(
    {"imports", "import_rows", "import_batches", "companies", "segments", "regions", "users",
     "outcomes", "reasons", "campaigns", "customer_statistics", "devices"}
)  # fmt: skip
_ASIDE = frozenset({"id", "row_version", "feed_xid", "created_at", "digest"})


def everything(engines: Engines) -> dict[str, list[dict[str, Any]]]:
    """Return all rows that imports write, without what may differ after an undo."""
    with engines.reading() as connection:
        found = {}
        for name, table in Base.metadata.tables.items():
            if name not in _STAYING:
                order = list(table.primary_key)
                rows = connection.execute(table.select().order_by(*order)).mappings()
                found[name] = [
                    {column: value for column, value in row.items() if column not in _ASIDE}
                    for row in rows
                ]
    return found


def obstacles(desk: Desk, import_id: Any) -> list[str]:
    return [one.key.removeprefix("imports.undo_") for one in desk.undo(import_id).obstacles]


EVERY_KIND: tuple[ImportRecord, ...] = (
    PARAFUSOS,
    PRODUTO,
    PEDIDO,
    ITEM,
    TITULO,
    ORCAMENTO,
    CONVERSA,
    NOTA,
    CANCELAMENTO,
)


def test_an_import_of_every_kind_goes_without_a_trace(world: World, desk: Desk) -> None:
    before = everything(world.engines)
    ran = desk.take(*EVERY_KIND)
    assert set(ran.verdicts) == {"new", "changed"}
    result = desk.undo(ran.import_id)
    assert result.obstacles == ()
    assert result.removed > 9
    assert everything(world.engines) == before
    assert desk.query("SELECT state FROM imports") == [("undone",)]
    assert obstacles(desk, ran.import_id) == ["nothing"]


def test_changed_rows_get_back_what_they_were(world: World, desk: Desk) -> None:
    desk.take(*EVERY_KIND[:6])
    before = everything(world.engines)
    ran = desk.take(
        replace(PARAFUSOS, city="Campinas", phones=(FIXED, MOBILE), is_blocked=True,
                person_name="Otávio", segment="Vidro", credit_limit_cents=5),
        replace(PRODUTO, name="Outro nome"),
        replace(PEDIDO, net_cents=1, delivered_on=date(2026, 3, 9)),
        replace(PEDIDO, kind=OrderKind.CANCELLED),
        replace(ITEM, quantity_milli=1),
        replace(TITULO, paid_on=date(2026, 4, 1)),
        replace(ORCAMENTO, total_cents=1),
        batch_size=3,
    )  # fmt: skip
    assert set(ran.verdicts) == {"changed"}
    result = desk.undo(ran.import_id)
    assert (result.obstacles, result.restored) == ((), 6)
    assert len(result.touched) == 1
    assert everything(world.engines) == before


def test_a_row_that_one_import_changed_twice_gets_back_the_first(world: World, desk: Desk) -> None:
    desk.take(PARAFUSOS, PEDIDO)
    before = everything(world.engines)
    ran = desk.take(
        replace(PEDIDO, net_cents=1), replace(PARAFUSOS, city="Itu"),
        replace(PEDIDO, net_cents=2), replace(PARAFUSOS, city="Jundiaí"),
        batch_size=2,
    )  # fmt: skip
    assert desk.undo(ran.import_id).obstacles == ()
    assert everything(world.engines) == before


def test_a_row_that_was_brought_and_changed_by_one_import_goes(world: World, desk: Desk) -> None:
    before = everything(world.engines)
    ran = desk.take(PARAFUSOS, PEDIDO, replace(PEDIDO, net_cents=2), batch_size=1)
    assert ran.verdicts == ["new", "new", "changed"]
    assert desk.undo(ran.import_id).obstacles == ()
    assert everything(world.engines) == before


def test_the_file_can_be_imported_again_after_its_undo(desk: Desk) -> None:
    ran = desk.take(*EVERY_KIND)
    desk.undo(ran.import_id)
    assert desk.take(*EVERY_KIND).verdicts == ran.verdicts


def test_a_later_import_that_changed_a_row_is_named(world: World, desk: Desk) -> None:
    first = desk.take(PARAFUSOS, PEDIDO)
    second = desk.take(replace(PEDIDO, net_cents=2), kind=ImportKind.ORDERS)
    before = everything(world.engines)
    (obstacle,) = desk.undo(first.import_id).obstacles
    assert obstacle.key == "imports.undo_later_import"
    assert (obstacle.as_dict()["file"], obstacle.as_dict()["count"]) == ("pedidos.csv", 1)
    assert everything(world.engines) == before
    assert desk.undo(second.import_id).obstacles == ()
    assert desk.undo(first.import_id).obstacles == ()


def test_orders_of_a_customer_who_came_with_the_import_keep_it(desk: Desk) -> None:
    first = desk.take(PARAFUSOS)
    second = desk.take(PEDIDO)
    (obstacle,) = desk.undo(first.import_id).obstacles
    assert obstacle.key == "imports.undo_built_on_customers"
    assert (obstacle.as_dict()["count"], obstacle.as_dict()["codes"]) == (1, "0007")
    desk.undo(second.import_id)
    assert desk.undo(first.import_id).obstacles == ()


def test_a_logged_contact_keeps_the_import_of_its_customer(world: World, desk: Desk) -> None:
    ran = desk.take(PARAFUSOS)
    world.log(world.draft(ran.stored[0].touched[0]))
    (obstacle,) = desk.undo(ran.import_id).obstacles
    what = obstacle.as_dict()["what"]
    assert what.key == "imports.built_contacts"


def test_a_contact_with_somebody_else_keeps_no_import(world: World, desk: Desk) -> None:
    (key,) = desk.take(PARAFUSOS).stored[0].touched
    other = desk.take(replace(PARAFUSOS, code="8"))
    world.log(world.draft(key))
    assert desk.undo(other.import_id).obstacles == ()


def test_what_somebody_edited_since_keeps_the_import(world: World, desk: Desk) -> None:
    ran = desk.take(PARAFUSOS)
    with world.engines.writing() as connection:
        connection.execute(
            Base.metadata.tables["customers"].update().values(
                city="Assis", updated_at=utc_now() + timedelta(minutes=1)
            )
        )  # fmt: skip
    assert obstacles(desk, ran.import_id) == ["edited"]


def test_items_of_another_file_keep_the_import_of_their_order(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    orders = desk.take(PEDIDO)
    desk.take(ITEM)
    (obstacle,) = desk.undo(orders.import_id).obstacles
    assert obstacle.key == "imports.undo_built_on"


def test_a_prospect_who_bought_by_another_import_stays_a_customer(desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, category=CustomerCategory.PROSPECT))
    first = desk.take(PEDIDO)
    second = desk.take(replace(PEDIDO, number="11"))
    category = "SELECT category FROM customers"
    assert desk.undo(first.import_id).obstacles == ()
    assert desk.query(category) == [("customer",)]
    desk.undo(second.import_id)
    assert desk.query(category) == [("customer",)], "the second import did not make it one"


def test_a_prospect_is_one_again_without_the_only_purchase(desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, category=CustomerCategory.PROSPECT))
    ran = desk.take(PEDIDO)
    desk.undo(ran.import_id)
    assert desk.query("SELECT category FROM customers") == [("prospect",)]


def test_a_return_goes_with_the_sale_that_it_takes_back(world: World, desk: Desk) -> None:
    before = everything(world.engines)
    back = replace(
        NOTA,
        order=replace(
            NOTA.order, number="NFE-1-11", access_key=ACCESS_KEY[:-1] + "9", kind=OrderKind.RETURN
        ),
        receivables=(),
        returned_keys=(ACCESS_KEY,),
    )
    ran = desk.take(NOTA, back)
    assert desk.query("SELECT count(*) FROM orders WHERE references_id IS NOT NULL") == [(1,)]
    assert desk.undo(ran.import_id).obstacles == ()
    assert everything(world.engines) == before


def test_rows_that_came_in_bulk_go_by_their_runs_of_keys(world: World, desk: Desk) -> None:
    (key,) = desk.take(PARAFUSOS, PEDIDO).stored[0].touched
    before = everything(world.engines)
    bulk_id, first = new_id(), new_id()
    company_id = desk.query("SELECT company_id FROM orders")[0][0]
    company = Base.metadata.tables["orders"].c.company_id
    with world.engines.writing() as connection:
        company_id = connection.execute(
            Order.__table__.select().with_only_columns(company)
        ).scalar()
        connection.execute(
            Import.__table__.insert().values(
                id=bulk_id,
                source="terminal",
                file_name="p.csv",
                file_sha256="1" * 64,
                kind="pedidos",
                state="running",
                started_at=NOW,
            )
        )
        for place in range(5):
            connection.execute(
                Order.__table__.insert().values(
                    id=id_after(first, place),
                    company_id=company_id,
                    customer_id=key,
                    number=f"b{place}",
                    kind="sale",
                    ordered_on=NOW.date(),
                    net_cents=1,
                    import_id=bulk_id,
                )
            )
        connection.execute(
            ImportBatch.__table__.insert().values(
                id=new_id(), import_id=bulk_id, ordinal=0, first_line=2, last_line=6,
                entity="orders", first_id=first, id_count=5, new_rows=5, changed_rows=0,
                unchanged_rows=0, flagged_rows=0, rejected_rows=0,
            )
        )  # fmt: skip
    result = desk.undo(bulk_id)
    assert (result.obstacles, result.removed, result.touched) == ((), 5, frozenset({key}))
    assert everything(world.engines) == before


def test_statistics_of_those_concerned_are_forgotten(world: World, desk: Desk) -> None:
    (key,) = desk.take(PARAFUSOS).stored[0].touched
    ran = desk.take(PEDIDO)
    with world.engines.writing() as connection:
        connection.execute(
            Base.metadata.tables["customer_statistics"].insert().values(
                customer_id=key, event_days=b"", event_cents=b"", computed_at=NOW
            )
        )  # fmt: skip
    assert desk.undo(ran.import_id).touched == {key}
    assert world.database.read
    assert desk.query("SELECT count(*) FROM customer_statistics") == [(0,)]


DAYS = st.dates(date(2025, 1, 1), date(2026, 3, 1))
CODES = st.sampled_from(["1", "2", "3"])
NUMBERS = st.sampled_from(["10", "11", "12", "13"])
RECORDS: st.SearchStrategy[ImportRecord] = st.one_of(
    st.builds(
        lambda code, city, blocked, category, phones: replace(
            PARAFUSOS, code=code, city=city, is_blocked=blocked, category=category, tax_id=None,
            phones=phones,
        ),
        CODES,
        st.sampled_from(["Itu", "Assis", ""]),
        st.sampled_from([None, True, False]),
        st.sampled_from(CustomerCategory),
        st.sampled_from([(), (MOBILE,), (FIXED, MOBILE)]),
    ),
    st.builds(
        lambda number, code, kind, day, cents: replace(
            PEDIDO, number=number, customer=code, kind=kind, ordered_on=day, net_cents=cents
        ),
        NUMBERS, CODES, st.sampled_from(OrderKind), DAYS, st.integers(0, 5),
    ),
    st.builds(
        lambda number, line, cents: replace(ITEM, order=number, line=line, total_cents=cents),
        NUMBERS, st.integers(1, 3), st.integers(0, 3),
    ),
    st.builds(
        lambda number, code, paid: replace(TITULO, number=number, customer=code, paid_on=paid),
        NUMBERS, CODES, st.none() | DAYS,
    ),
    st.builds(
        lambda number, code, cents: replace(
            ORCAMENTO, number=number, customer=code, total_cents=cents
        ),
        NUMBERS, CODES, st.integers(0, 3),
    ),
    st.builds(
        lambda code, note: replace(CONVERSA, customer=code, note=note),
        CODES, st.sampled_from(["", "a", "b"]),
    ),
    st.sampled_from([NOTA, CANCELAMENTO]),
)  # fmt: skip
FILES = st.lists(st.lists(RECORDS, min_size=1, max_size=12), min_size=1, max_size=4)


def by_store(records: Sequence[ImportRecord]) -> list[ImportRecord]:
    """Return records in the order of their stores, as a file has one kind of lines."""
    return sorted(records, key=lambda one: [type(kind) for kind in EVERY_KIND].index(type(one)))


@given(files=FILES, batch_size=st.integers(1, 12))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_undoing_imports_backwards_leads_through_the_same_states(
    world: World, files: list[list[ImportRecord]], batch_size: int
) -> None:
    desk = Desk(world)
    states, done = [], []
    for records in files:
        states.append(everything(world.engines))
        done.append(desk.take(*by_store(records), batch_size=batch_size).import_id)
    for state, import_id in zip(reversed(states), reversed(done), strict=True):
        assert desk.undo(import_id).obstacles == ()
        assert everything(world.engines) == state

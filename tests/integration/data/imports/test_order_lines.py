"""Plain lines of orders go into the database in bulk and mean what they mean one by one."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, text

from cockpit.data.imports.repository import SqlImportRepository
from cockpit.domain.ids import id_after
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import CustomerRecord, OrderRecord, RowProblem
from cockpit.domain.import_results import BatchResult, ImportCounts, ImportSource
from cockpit.domain.import_sources import SourceFormat
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import CustomerCategory, ImportKind, OrderKind, RowVerdict
from models import ImportBatch, Order
from tests.integration.data.conftest import NOW, World, engines, world
from tests.support.order_lines import order_batch, order_lines, with_digest

__all__ = ["engines", "world"]

CUSTOMERS = (
    CustomerRecord("C1", "Aço Um"),
    CustomerRecord("C2", "Aço Dois", company="02"),
    CustomerRecord("P1", "Aço Três", category=CustomerCategory.PROSPECT),
    CustomerRecord("C2", "Aço Dois, outra empresa", company="01"),
)
SALE = OrderRecord("10", "C1", date(2026, 3, 1), 1500_00)
_WORDS = st.sampled_from(["", "Davi", "a\tb\\c", "it's", "ação\\N"])
_DAYS = st.dates(date(2025, 1, 1), date(2026, 3, 1))

orders = st.builds(
    OrderRecord,
    number=st.sampled_from(["1", "2", "3", "4\\", "5'", "é6"]),
    customer=st.sampled_from(["C1", "C1", "C2", "P1", "X9"]),
    ordered_on=_DAYS,
    net_cents=st.sampled_from([0, 100, 250_00]),
    goods_cents=st.sampled_from([None, 0, 90]),
    kind=st.sampled_from(OrderKind),
    state_text=_WORDS,
    seller=_WORDS,
    company=st.sampled_from(["", "", "01", "02", "03"]),
    promised_on=st.none() | _DAYS,
    delivered_on=st.none() | _DAYS,
)
files = st.lists(st.tuples(orders.map(with_digest), st.booleans()), min_size=1, max_size=12)


def source(name: str, kind: ImportKind = ImportKind.ORDERS) -> ImportSource:
    return ImportSource("terminal", name, name, name.ljust(64, "0"), kind, 100, SourceFormat())


def keep(
    connection: Connection, world: World, name: str, *batches: LineBatch,
    kind: ImportKind = ImportKind.ORDERS,
) -> list[BatchResult]:  # fmt: skip
    repository = SqlImportRepository(connection)
    run = repository.begin(source(name, kind), user=world.user, at=NOW)
    memory = repository.memory(today=NOW.date(), is_trial=False)
    results = [repository.store(run.import_id, batch, memory) for batch in batches]
    assert None not in results
    return [one for one in results if one is not None]


def keep_customers(connection: Connection, world: World) -> None:
    lines = list(enumerate(CUSTOMERS, 2))
    batch = LineBatch(0, 2, len(lines) + 1, 100, records=lines)
    keep(connection, world, "clientes", batch, kind=ImportKind.CUSTOMERS)


@pytest.fixture
def buyers(world: World) -> World:
    with world.engines.writing() as connection:
        keep_customers(connection, world)
    return world


def state(connection: Connection) -> list[Any]:
    """Return what the database knows, by what people call it instead of by keys."""
    rows = connection.execute(
        text(
            "SELECT o.number, o.kind, c.code, b.legal_name, o.ordered_on, o.net_cents, "
            "o.goods_cents, o.seller_name, u.name, o.state_text, o.promised_on, o.delivered_on, "
            "o.digest, o.access_key, o.references_id, i.file_name, o.row_version "
            "FROM orders o JOIN companies c ON c.id = o.company_id "
            "JOIN customers b ON b.id = o.customer_id JOIN imports i ON i.id = o.import_id "
            "LEFT JOIN users u ON u.id = o.seller_id"
        )
    )
    names = connection.execute(text("SELECT code, name FROM companies"))
    categories = connection.execute(text("SELECT legal_name, category FROM customers"))
    return [sorted(map(repr, rows)), sorted(map(repr, names)), sorted(map(repr, categories))]


def first_statements(
    lines: Sequence[tuple[OrderRecord, bool]],
) -> list[tuple[int, OrderRecord, bool]]:
    """Return lines with their numbers, without those that repeat an order of the same file."""
    seen: dict[tuple[str, str, OrderKind], tuple[OrderRecord, bool]] = {}
    for record, is_plain in lines:
        seen.setdefault((record.company, record.number, record.kind), (record, is_plain))
    return [(line, record, is_plain) for line, (record, is_plain) in enumerate(seen.values(), 2)]


_MET = (OrderRecord("1", "C1", date(2026, 3, 1), 100), OrderKind.CANCELLED)


@given(st.lists(files, min_size=1, max_size=3), st.booleans())
@example(
    [[(with_digest(_MET[0]), False), (with_digest(replace(_MET[0], kind=_MET[1])), True)]], False
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_in_bulk_end_in_the_same_rows_as_one_by_one(
    buyers: World, contents: list[list[tuple[OrderRecord, bool]]], is_cut: bool
) -> None:
    def outcome(*, in_bulk: bool) -> Any:
        with buyers.engines.writer.connect() as connection:
            transaction = connection.begin()
            results = [
                keep(connection, buyers, f"pedidos {place}", *batches(content, in_bulk))
                for place, content in enumerate(contents)
            ]
            found = state(connection)
            transaction.rollback()
        return found, [
            [(one.counts, one.problems, one.touched) for one in result] for result in results
        ]

    def batches(content: list[tuple[OrderRecord, bool]], in_bulk: bool) -> list[LineBatch]:
        lines = first_statements(content)
        half = len(lines) // 2 if is_cut else 0
        parts = [part for part in (lines[:half], lines[half:]) if part]
        return [
            order_batch(
                [(line, one) for line, one, is_plain in part if is_plain and in_bulk],
                [(line, one) for line, one, is_plain in part if not (is_plain and in_bulk)],
                ordinal=ordinal,
            )
            for ordinal, part in enumerate(parts)
        ]

    assert outcome(in_bulk=True) == outcome(in_bulk=False)


def test_the_keys_of_new_orders_follow_each_other_and_tell_their_lines(buyers: World) -> None:
    lines = [
        (line, replace(SALE, number=str(line * 7), customer=("C1", "P1")[line % 2]))
        for line in range(2, 40)
    ]
    with buyers.engines.writing() as connection:
        keep(connection, buyers, "pedidos", order_batch(lines))
        batch = connection.execute(
            select(ImportBatch).where(ImportBatch.id_count > 0).with_only_columns(
                ImportBatch.entity, ImportBatch.first_id, ImportBatch.id_count,
                ImportBatch.new_lines,
            )
        ).one()  # fmt: skip
        found = connection.execute(select(Order.id, Order.number))
        numbers = {row.id: row.number for row in found}
    assert (batch.entity, batch.id_count, len(numbers)) == ("orders", 38, 38)
    told = struct.unpack("<38i", zlib.decompress(batch.new_lines))
    by_line = {line: numbers[id_after(batch.first_id, place)] for place, line in enumerate(told)}
    assert by_line == {line: one.number for line, one in lines}


def test_the_same_lines_again_change_nothing_and_keep_no_rows(buyers: World) -> None:
    lines = [(line, with_digest(replace(SALE, number=str(line)))) for line in range(2, 30)]
    with buyers.engines.writing() as connection:
        (first,) = keep(connection, buyers, "pedidos", order_batch(lines))
        before = state(connection)
        (again,) = keep(connection, buyers, "pedidos 2", order_batch(lines))
        assert state(connection) == before
    assert (first.counts, again.counts) == (ImportCounts(new=28), ImportCounts(unchanged=28))
    assert (len(first.touched), again.touched) == (1, frozenset())


def test_a_line_of_an_unknown_customer_is_rejected_alone_and_keeps_its_cells(
    buyers: World,
) -> None:
    lines = [
        (2, SALE),
        (3, replace(SALE, number="11", customer="nobody")),
        (4, replace(SALE, number="12")),
    ]
    unreadable = RowProblem(5, RowVerdict.REJECTED, (Message.of("imports.day_missing"),), ("x",))
    with buyers.engines.writing() as connection:
        (result,) = keep(connection, buyers, "pedidos", order_batch(lines, [(5, unreadable)]))
        repository = SqlImportRepository(connection)
        (run, _) = repository.runs()
        stored = repository.problems(run.import_id)
    reason = Message.of("imports.customer_unknown", value="nobody")
    problems = [RowProblem(3, RowVerdict.REJECTED, (reason,), ("3", "célula")), unreadable]
    assert (list(result.problems), stored) == (problems, problems)
    assert result.counts == run.counts == ImportCounts(new=2, rejected=2)


def test_a_prospect_who_buys_becomes_a_customer_and_one_who_returns_does_not(
    buyers: World,
) -> None:
    def category(connection: Connection) -> str:
        found = connection.execute(text("SELECT category FROM customers WHERE code = 'P1'"))
        return str(found.scalar_one())

    returned = replace(SALE, number="1", customer="P1", kind=OrderKind.RETURN)
    with buyers.engines.writing() as connection:
        keep(connection, buyers, "devolucoes", order_batch([(2, returned)]))
        assert category(connection) == "prospect"
        keep(connection, buyers, "vendas", order_batch([(2, replace(SALE, customer="P1"))]))
        assert category(connection) == "customer"


def test_a_trial_tells_the_same_and_writes_nothing(buyers: World) -> None:
    lines = [(line, with_digest(replace(SALE, number=str(line % 9), company="09",
                                        customer=("C1", "P1", "X9")[line % 3],
                                        kind=list(OrderKind)[line % 2])))
             for line in range(2, 19)]  # fmt: skip
    batches = [order_batch(lines[:8]), order_batch(lines[8:], ordinal=1)]
    with buyers.engines.reading() as connection:
        before = state(connection)
        repository = SqlImportRepository(connection)
        memory = repository.memory(today=NOW.date(), is_trial=True)
        tried = [repository.store(None, batch, memory) for batch in batches]
        assert state(connection) == before
    with buyers.engines.writing() as connection:
        done = keep(connection, buyers, "pedidos", *batches)
    assert [one.counts for one in done] == [one.counts for one in tried if one]
    assert [one.problems for one in done] == [one.problems for one in tried if one]


def test_only_one_company_of_two_that_know_the_code_gets_the_order(buyers: World) -> None:
    lines = [
        (2, replace(SALE, number="1", customer="C2", company="02")),
        (3, replace(SALE, number="1", customer="C2", company="01")),
        (4, replace(SALE, number="1", customer="C2")),
    ]
    with buyers.engines.writing() as connection:
        (result,) = keep(connection, buyers, "pedidos", order_batch(lines))
        owners = connection.execute(
            text("SELECT c.code, b.legal_name FROM orders o JOIN companies c ON c.id = o.company_id"
                 " JOIN customers b ON b.id = o.customer_id ORDER BY 1")
        )  # fmt: skip
        assert [tuple(row) for row in owners] == [
            ("01", "Aço Dois, outra empresa"),
            ("02", "Aço Dois"),
        ]
    assert [problem.line for problem in result.problems] == [4]


def test_no_line_makes_no_statement(buyers: World) -> None:
    assert order_lines([]).line == []
    with buyers.engines.writing() as connection:
        empty = replace(order_batch([], [(2, SALE)]), orders=order_lines([]))
        (result,) = keep(connection, buyers, "pedidos", empty)
    assert result.counts == ImportCounts(new=1)

"""Storing an ERP's files, again and again."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import (
    CustomerRecord,
    ImportSummary,
    OrderRecord,
    ParsedPhone,
    RowProblem,
)
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import CustomerCategory, OrderKind, PhoneKind, RowVerdict
from tests.integration.data.conftest import NOW, OnPurposeError, World

NEW, CHANGED, UNCHANGED, REJECTED = (
    RowVerdict.NEW, RowVerdict.CHANGED, RowVerdict.UNCHANGED, RowVerdict.REJECTED,
)  # fmt: skip
TODAY = NOW.date()
MOBILE = ParsedPhone("11 98765-4321", "+5511987654321", "", PhoneKind.MOBILE)
FIXED = ParsedPhone("11 3333-4444", "+551133334444", "12", PhoneKind.FIXED)
PARAFUSOS = CustomerRecord(
    code="0007",
    legal_name="Parafusos São João Ltda",
    trade_name="Parafusos",
    tax_id=parse_tax_id("12.ABC.345/01DE-35"),
    phones=(MOBILE,),
    email="celia@exemplo.com.br",
    person_name="Célia",
    city="São Paulo",
    state="SP",
    segment="Metalurgia",
    region="Capital",
    seller="Davi Luz",
    company="01",
    credit_limit_cents=1000_00,
)
PEDIDO = OrderRecord("10", "0007", date(2026, 3, 1), 1500_00, seller="Davi Luz", company="01")


def customers(
    world: World, *records: CustomerRecord, today: date = TODAY
) -> list[tuple[RowVerdict, UUID]]:
    with world.database.write() as unit:
        key = unit.imports.begin("clientes.csv", "0" * 64, "clientes", user=world.user, at=NOW)
        return unit.imports.upsert_customers(key, list(enumerate(records, 2)), today=today)


def orders(world: World, *records: OrderRecord) -> list[tuple[RowVerdict, tuple[UUID, ...]]]:
    with world.database.write() as unit:
        key = unit.imports.begin("pedidos.csv", "0" * 64, "pedidos", user=world.user, at=NOW)
        return unit.imports.upsert_orders(key, list(enumerate(records, 2)))


def verdicts(results: Any) -> list[RowVerdict]:
    return [verdict for verdict, _ in results]


def query(world: World, sql: str) -> list[tuple[Any, ...]]:
    with world.engines.reading() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def test_a_customer_is_stored_with_everything_it_names(world: World) -> None:
    ((verdict, key),) = customers(world, PARAFUSOS)
    assert verdict is NEW
    with world.database.read() as unit:
        profile = unit.customers.profile(key, today=NOW.date())
        columns = unit.work_list.columns()
    assert profile is not None
    assert (profile.code, profile.tax_id, profile.is_tax_id_valid) == (
        "0007", "12ABC34501DE35", True,
    )  # fmt: skip
    assert (profile.segment, profile.region, profile.owner) == ("Metalurgia", "Capital", "Davi Luz")
    assert profile.credit_limit_cents == 1000_00
    assert [(one.display, one.is_primary) for one in profile.phones] == [("(11) 98765-4321", True)]
    assert [(one.name, one.email) for one in profile.persons] == [("Célia", "celia@exemplo.com.br")]
    assert columns.company == ["01"]
    assert "parafusos sao joao" in columns.search_text[0]
    assert "5511987654321" in columns.search_text[0]


def test_the_same_file_again_changes_nothing(world: World) -> None:
    other = replace(PARAFUSOS, code="8", tax_id=parse_tax_id("123"), phones=(FIXED,), email="")
    first = customers(world, PARAFUSOS, other)
    again = customers(world, PARAFUSOS, other)
    assert verdicts(again) == [UNCHANGED, UNCHANGED]
    assert [key for _, key in first] == [key for _, key in again]
    assert query(world, "SELECT count(*) FROM users WHERE login LIKE 'erp:%'") == [(1,)]
    assert query(world, "SELECT count(*) FROM companies") == [(1,)]


def test_a_change_is_told_with_what_was_before(world: World) -> None:
    customers(world, PARAFUSOS)
    moved = replace(PARAFUSOS, city="Campinas", phones=(FIXED, MOBILE), is_blocked=True)
    ((verdict, key),) = customers(world, moved)
    assert verdict is CHANGED
    with world.database.read() as unit:
        profile = unit.customers.profile(key, today=NOW.date())
        columns = unit.work_list.columns()
    assert profile is not None
    assert (profile.city, profile.is_blocked) == ("Campinas", True)
    assert [one.is_primary for one in profile.phones] == [True, False]
    assert "campinas" in columns.search_text[0]
    rows = query(world, "SELECT line, verdict, before FROM import_rows ORDER BY id")
    assert [row[:2] for row in rows] == [(2, "new"), (2, "changed")]
    before = rows[1][2]
    before = json.loads(before) if isinstance(before, str) else before
    assert (before["city"], before["is_blocked"]) == ("São Paulo", False)


def test_a_blank_field_erases_nothing(world: World) -> None:
    customers(world, PARAFUSOS)
    bare = CustomerRecord(code="0007", legal_name=PARAFUSOS.legal_name, company="01")
    assert verdicts(customers(world, bare)) == [UNCHANGED]


def test_a_prospect_that_got_a_code_is_found_by_its_document(world: World) -> None:
    prospect = replace(PARAFUSOS, code="", category=CustomerCategory.PROSPECT)
    ((_, first),) = customers(world, prospect)
    ((verdict, second),) = customers(world, PARAFUSOS)
    assert (verdict, second) == (CHANGED, first)
    assert query(world, "SELECT code, category FROM customers") == [("0007", "customer")]


def test_two_codes_with_one_document_stay_two_customers(world: World) -> None:
    results = customers(world, PARAFUSOS, replace(PARAFUSOS, code="0008"))
    assert verdicts(results) == [NEW, NEW]
    again = customers(world, PARAFUSOS, replace(PARAFUSOS, code="0008"))
    assert verdicts(again) == [UNCHANGED, UNCHANGED]


def test_the_same_code_in_two_companies_is_two_customers(world: World) -> None:
    other = replace(PARAFUSOS, company="02", tax_id=None, legal_name="Outra Ltda")
    assert verdicts(customers(world, PARAFUSOS, other)) == [NEW, NEW]
    assert verdicts(customers(world, other, PARAFUSOS)) == [UNCHANGED, UNCHANGED]


def test_two_companies_of_one_name_stay_two(world: World) -> None:
    one = CustomerRecord(code="1", legal_name="Agro Sul")
    other = CustomerRecord(code="2", legal_name="Agro Sul")
    assert verdicts(customers(world, one, other)) == [NEW, NEW]


def test_one_customer_twice_in_a_file_is_stored_once(world: World) -> None:
    results = customers(world, PARAFUSOS, replace(PARAFUSOS, city="Osasco"))
    assert verdicts(results) == [NEW, CHANGED]
    assert query(world, "SELECT city FROM customers") == [("Osasco",)]


def test_orders_find_their_customer_by_code_or_document(world: World) -> None:
    ((_, key),) = customers(world, PARAFUSOS)
    results = orders(
        world,
        PEDIDO,
        replace(PEDIDO, number="11", customer="12.ABC.345/01DE-35"),
        replace(PEDIDO, number="12", customer="12abc34501de35", company=""),
        replace(PEDIDO, number="13", customer="desconhecido"),
    )
    assert results == [(NEW, (key,)), (NEW, (key,)), (NEW, (key,)), (REJECTED, ())]
    assert verdicts(orders(world, PEDIDO)) == [UNCHANGED]
    sql = "SELECT DISTINCT c.code FROM orders o JOIN companies c ON c.id = o.company_id"
    assert query(world, sql) == [("01",)]


def test_a_changed_order_is_updated(world: World) -> None:
    customers(world, PARAFUSOS)
    orders(world, PEDIDO)
    later = replace(PEDIDO, net_cents=2000_00, delivered_on=date(2026, 3, 5))
    assert verdicts(orders(world, later)) == [CHANGED]
    assert query(world, "SELECT net_cents FROM orders") == [(200_000,)]


def test_an_order_that_moves_concerns_its_former_customer_too(world: World) -> None:
    (_, first), (_, second) = customers(world, PARAFUSOS, replace(PARAFUSOS, code="8"))
    orders(world, PEDIDO)
    assert orders(world, replace(PEDIDO, customer="8")) == [(CHANGED, (second, first))]


def test_blocked_periods_follow_what_the_files_say(world: World) -> None:
    blocked, free = replace(PARAFUSOS, is_blocked=True), replace(PARAFUSOS, is_blocked=False)
    days = [date(2026, 3, day) for day in (2, 4, 9, 11, 11)]
    for record, day in zip((blocked, PARAFUSOS, free, blocked, free), days, strict=True):
        customers(world, record, today=day)
    with world.database.read() as unit:
        blocks = unit.customers.blocks()
    periods = list(zip(blocks.from_day, blocks.until_day, strict=True))
    assert periods == [
        (days[0].toordinal(), days[2].toordinal()),
        (days[3].toordinal(), days[3].toordinal()),
    ]
    ((_, key),) = customers(world, blocked, today=date(2026, 3, 20))
    with world.database.read() as unit:
        assert unit.customers.blocks([key]).until_day[-1] is None
        shown = [unit.customers.profile(key, today=day) for day in (days[1], days[2], TODAY)]
    assert [one.is_blocked for one in shown if one] == [True, False, False]


def test_a_block_never_ends_before_it_began(world: World) -> None:
    customers(world, replace(PARAFUSOS, is_blocked=True), today=date(2026, 3, 10))
    customers(world, replace(PARAFUSOS, is_blocked=False), today=date(2026, 3, 1))
    with world.database.read() as unit:
        blocks = unit.customers.blocks()
    assert blocks.from_day == blocks.until_day


def test_a_cancellation_voids_the_sale_for_good(world: World) -> None:
    customers(world, PARAFUSOS)
    cancelled = replace(PEDIDO, kind=OrderKind.CANCELLED)
    assert verdicts(orders(world, PEDIDO, cancelled)) == [NEW, CHANGED]
    assert query(world, "SELECT kind FROM orders") == [("cancelled",)]
    assert verdicts(orders(world, PEDIDO, cancelled)) == [UNCHANGED, UNCHANGED]


def test_a_return_stands_beside_the_sale_of_its_number(world: World) -> None:
    customers(world, PARAFUSOS)
    returned = replace(PEDIDO, kind=OrderKind.RETURN)
    assert verdicts(orders(world, PEDIDO, returned)) == [NEW, NEW]


def test_a_prospect_who_buys_becomes_a_customer(world: World) -> None:
    prospect = replace(PARAFUSOS, category=CustomerCategory.PROSPECT)
    customers(world, prospect)
    orders(world, PEDIDO)
    assert query(world, "SELECT category FROM customers") == [("customer",)]
    assert verdicts(customers(world, prospect)) == [UNCHANGED]


def test_orders_without_a_company_belong_to_the_only_one(world: World) -> None:
    customers(world, replace(PARAFUSOS, company=""))
    bare = replace(PEDIDO, company="")
    assert verdicts(orders(world, bare)) == [NEW]
    assert verdicts(orders(world, bare)) == [UNCHANGED]
    assert query(world, "SELECT count(*) FROM companies") == [(1,)]


def test_problems_and_totals_are_kept(world: World) -> None:
    summary = ImportSummary("clientes.csv", "clientes", total=3, new=1, flagged=1, rejected=1)
    reasons = (Message.of("imports.bad_day", value="32/01/2026"), Message.of("imports.no_code"))
    with world.database.write() as unit:
        key = unit.imports.begin("clientes.csv", "a" * 64, "clientes", user=world.user, at=NOW)
        unit.imports.note_problems(key, [RowProblem(4, REJECTED, reasons)])
        unit.imports.note_problems(key, [])
        unit.imports.finish(key, summary, at=NOW)
    assert query(world, "SELECT line, verdict, reason_code FROM import_rows ORDER BY id") == [
        (4, "rejected", "imports.bad_day"), (4, "rejected", "imports.no_code"),
    ]  # fmt: skip
    sql = "SELECT state, total_rows, new_rows, flagged_rows, rejected_rows FROM imports"
    assert query(world, sql) == [("done", 3, 1, 1, 1)]


def test_a_failed_batch_leaves_nothing(world: World) -> None:
    with suppress(OnPurposeError), world.database.write() as unit:
        key = unit.imports.begin("clientes.csv", "0" * 64, "clientes", user=world.user, at=NOW)
        unit.imports.upsert_customers(key, [(2, PARAFUSOS)], today=TODAY)
        raise OnPurposeError
    for table in ("customers", "imports", "companies", "segments"):
        assert world.all_rows(table) == []

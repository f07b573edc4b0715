"""Documents of an import file that are stored one by one."""

from dataclasses import replace
from datetime import date

from cockpit.domain.vocabulary import CustomerCategory, OrderKind
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import PARAFUSOS, PEDIDO


def test_orders_find_their_customer_by_code_or_document(desk: Desk) -> None:
    (key,) = desk.take(PARAFUSOS).stored[0].touched
    ran = desk.take(
        PEDIDO,
        replace(PEDIDO, number="11", customer="12.ABC.345/01DE-35"),
        replace(PEDIDO, number="12", customer="12abc34501de35", company=""),
        replace(PEDIDO, number="13", customer="desconhecido"),
    )
    assert ran.verdicts == ["new", "new", "new", "rejected"]
    assert [one.touched for one in ran.stored] == [(key,), (key,), (key,), ()]
    assert ran.reasons == ["customer_unknown"]
    assert desk.take(PEDIDO).verdicts == ["unchanged"]
    sql = "SELECT DISTINCT c.code FROM orders o JOIN companies c ON c.id = o.company_id"
    assert desk.query(sql) == [("01",)]


def test_a_customer_code_of_two_companies_asks_for_the_company(desk: Desk) -> None:
    desk.take(PARAFUSOS, replace(PARAFUSOS, company="02"))
    ran = desk.take(replace(PEDIDO, company=""))
    assert (ran.verdicts, ran.reasons) == (["rejected"], ["customer_ambiguous"])
    assert ran.stored[0].reasons[0].as_dict() == {"value": "0007"}
    assert desk.take(replace(PEDIDO, company="02")).verdicts == ["new"]


def test_a_changed_order_is_updated_and_says_what_it_was(desk: Desk) -> None:
    desk.take(PARAFUSOS, replace(PEDIDO, digest=1))
    ran = desk.take(replace(PEDIDO, net_cents=2000_00, delivered_on=date(2026, 3, 5), digest=2))
    assert ran.verdicts == ["changed"]
    before = ran.stored[0].written[0].before
    assert before is not None
    assert (before["net_cents"], before["delivered_on"], before["digest"]) == (1500_00, None, 1)
    assert desk.query("SELECT net_cents, digest FROM orders") == [(200_000, 2)]


def test_an_equal_order_takes_the_new_digest_without_a_word(desk: Desk) -> None:
    desk.take(PARAFUSOS, PEDIDO)
    ran = desk.take(replace(PEDIDO, digest=5))
    assert (ran.verdicts, ran.stored[0].written) == (["unchanged"], ())
    assert desk.query("SELECT digest FROM orders") == [(5,)]


def test_an_order_that_moves_concerns_its_former_customer_too(desk: Desk) -> None:
    first, second = (
        one.touched[0] for one in desk.take(PARAFUSOS, replace(PARAFUSOS, code="8")).stored
    )
    desk.take(PEDIDO)
    ran = desk.take(replace(PEDIDO, customer="8"))
    assert (ran.verdicts, ran.stored[0].touched) == (["changed"], (second, first))


def test_a_cancellation_voids_the_sale_for_good(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    cancelled = replace(PEDIDO, kind=OrderKind.CANCELLED)
    assert desk.take(PEDIDO, cancelled).verdicts == ["new", "changed"]
    assert desk.query("SELECT kind FROM orders") == [("cancelled",)]
    assert desk.take(PEDIDO, cancelled).verdicts == ["unchanged", "unchanged"]


def test_a_return_stands_beside_the_sale_of_its_number(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    assert desk.take(PEDIDO, replace(PEDIDO, kind=OrderKind.RETURN)).verdicts == ["new", "new"]


def test_a_prospect_who_buys_becomes_a_customer(desk: Desk) -> None:
    prospect = replace(PARAFUSOS, category=CustomerCategory.PROSPECT)
    desk.take(prospect)
    ran = desk.take(PEDIDO, replace(PEDIDO, number="11"))
    assert desk.query("SELECT category FROM customers") == [("customer",)]
    entities = [[row.entity for row in one.written] for one in ran.stored]
    assert entities == [["orders", "customers"], ["orders"]]
    assert desk.take(prospect).verdicts == ["unchanged"]


def test_a_return_makes_no_customer_of_a_prospect(desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, category=CustomerCategory.PROSPECT))
    desk.take(replace(PEDIDO, kind=OrderKind.RETURN))
    assert desk.query("SELECT category FROM customers") == [("prospect",)]


def test_orders_without_a_company_belong_to_the_only_one(desk: Desk) -> None:
    bare = replace(PEDIDO, company="")
    assert desk.take(replace(PARAFUSOS, company=""), bare).verdicts == ["new", "new"]
    assert desk.take(bare).verdicts == ["unchanged"]
    assert desk.query("SELECT count(*) FROM companies") == [(1,)]


def test_a_customer_who_comes_later_in_the_run_is_found_then(desk: Desk) -> None:
    assert desk.take(PEDIDO).verdicts == ["rejected"]
    desk.take(PARAFUSOS)
    assert desk.take(PEDIDO).verdicts == ["new"]

"""Invoices with their parts, and their cancellations, in any order."""

from dataclasses import replace

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import CustomerRecord, InvoiceRecord
from cockpit.domain.vocabulary import CustomerCategory, ImportKind, OrderKind
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import (
    ACCESS_KEY,
    CANCELAMENTO,
    NOTA,
    OURS,
    PARAFUSOS,
    PEDIDO,
)

OTHER_KEY = ACCESS_KEY[:-1] + "9"


def numbered(note: InvoiceRecord, number: str, key: str) -> InvoiceRecord:
    """Return another invoice of the same content."""
    return replace(
        note,
        order=replace(note.order, number=number, access_key=key),
        receivables=tuple(replace(one, number=f"{number}-1") for one in note.receivables),
    )


def counts(desk: Desk) -> list[int]:
    tables = ("customers", "orders", "order_items", "receivables")
    return [desk.query(f"SELECT count(*) FROM {table}")[0][0] for table in tables]


def test_an_invoice_brings_customer_order_items_and_receivables(desk: Desk) -> None:
    ran = desk.take(NOTA, kind=ImportKind.INVOICES)
    assert ran.verdicts == ["new"]
    assert counts(desk) == [1, 1, 1, 1]
    sql = (
        "SELECT c.tax_id, o.access_key, o.goods_cents "
        "FROM orders o JOIN companies c ON c.id = o.company_id"
    )
    assert desk.query(sql) == [(OURS, ACCESS_KEY, 1300_00)]
    assert desk.query("SELECT o.number FROM receivables r JOIN orders o ON o.id = r.order_id") == [
        ("NFE-1-10",)
    ]
    again = desk.take(NOTA)
    assert (again.verdicts, again.stored[0].touched) == (["unchanged"], ())
    assert counts(desk) == [1, 1, 1, 1]


def test_an_invoice_twice_in_one_batch_is_stored_once(desk: Desk) -> None:
    assert desk.take(NOTA, NOTA).verdicts == ["new", "unchanged"]
    assert counts(desk) == [1, 1, 1, 1]


def test_the_access_key_finds_an_invoice_under_another_number(desk: Desk) -> None:
    desk.take(NOTA)
    ran = desk.take(numbered(NOTA, "NFE-9-10", ACCESS_KEY))
    assert ran.verdicts == ["changed"], "its receivable has another number"
    assert desk.query("SELECT number FROM orders") == [("NFE-1-10",)]


def test_an_invoice_only_fills_what_the_erp_left_blank(desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, city="", phones=(), category=CustomerCategory.PROSPECT))
    assert desk.take(NOTA).verdicts == ["new"]
    row = desk.query("SELECT legal_name, city, trade_name, category FROM customers")
    assert row == [("Parafusos São João Ltda", "SAO PAULO", "Parafusos", "customer")]
    assert desk.query("SELECT e164 FROM phones") == [("+551133334444",)]


def test_the_orders_of_the_erp_stand_beside_its_invoices(desk: Desk) -> None:
    desk.take(PARAFUSOS, PEDIDO)
    desk.take(NOTA)
    assert counts(desk)[1] == 2


def test_the_invoices_of_another_company_are_rejected_once_we_know_who_we_are(desk: Desk) -> None:
    desk.take(NOTA)
    foreign = replace(NOTA, order=replace(NOTA.order, company="99888777000166"))
    ran = desk.take(foreign)
    assert (ran.verdicts, ran.reasons) == (["rejected"], ["invoice_of_another"])
    branch = numbered(NOTA, "NFE-1-11", OTHER_KEY)
    branch = replace(branch, order=replace(branch.order, company=OURS[:8] + "000262"))
    assert desk.take(branch).verdicts == ["new"]
    assert desk.query("SELECT count(*) FROM companies") == [(2,)]


def test_a_return_is_linked_with_the_invoice_that_it_takes_back(desk: Desk) -> None:
    desk.take(NOTA)
    back = numbered(NOTA, "NFE-1-11", OTHER_KEY)
    back = replace(
        back,
        order=replace(back.order, kind=OrderKind.RETURN),
        receivables=(),
        returned_keys=(ACCESS_KEY,),
    )
    assert desk.take(back).verdicts == ["new"]
    sql = "SELECT s.number FROM orders r JOIN orders s ON s.id = r.references_id"
    assert desk.query(sql) == [("NFE-1-10",)]
    assert desk.take(back).verdicts == ["unchanged"]


def test_a_cancellation_voids_the_invoice_and_what_is_owed_for_it(desk: Desk) -> None:
    desk.take(NOTA)
    ran = desk.take(CANCELAMENTO)
    assert (ran.verdicts, ran.reasons) == (["changed"], [])
    assert desk.query("SELECT kind FROM orders") == [("cancelled",)]
    assert counts(desk) == [1, 1, 1, 0]
    assert desk.take(CANCELAMENTO, NOTA).verdicts == ["unchanged", "unchanged"]
    assert counts(desk) == [1, 1, 1, 0]
    desk.undo(ran.import_id)
    assert desk.query("SELECT kind FROM orders") == [("sale",)]
    assert counts(desk) == [1, 1, 1, 1]


def test_a_cancellation_waits_for_its_invoice(desk: Desk) -> None:
    early = desk.take(CANCELAMENTO)
    assert early.reasons == ["invoice_unknown"]
    assert desk.take(CANCELAMENTO).verdicts == ["unchanged"]
    assert desk.take(NOTA).verdicts == ["new"]
    assert desk.query("SELECT kind FROM orders") == [("cancelled",)]
    assert counts(desk) == [1, 1, 1, 0]


def test_an_undone_cancellation_waits_no_more(desk: Desk) -> None:
    early = desk.take(CANCELAMENTO)
    assert desk.undo(early.import_id).obstacles == ()
    desk.take(NOTA)
    assert desk.query("SELECT kind FROM orders") == [("sale",)]


def test_a_buyer_abroad_is_known_by_the_code_on_the_invoice(desk: Desk) -> None:
    abroad = CustomerRecord("EXT-77", "Tornillos SA", tax_id=None)
    note = replace(NOTA, customer=abroad, order=replace(NOTA.order, customer="EXT-77"))
    assert desk.take(note).verdicts == ["new"]
    assert desk.take(note).verdicts == ["unchanged"]


def test_an_invalid_document_is_found_again_by_the_name(desk: Desk) -> None:
    odd = replace(NOTA.customer, tax_id=parse_tax_id("11111111111111"))
    note = replace(NOTA, customer=odd)
    assert desk.take(note).verdicts == ["new"]
    assert desk.take(note).verdicts == ["unchanged"]

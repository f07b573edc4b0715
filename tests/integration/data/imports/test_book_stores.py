"""Products, items, receivables and quotes of import files."""

from dataclasses import replace
from datetime import date

import pytest

from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, QuoteState, RowVerdict
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import (
    ITEM,
    ORCAMENTO,
    PARAFUSOS,
    PEDIDO,
    PRODUTO,
    TITULO,
)

ITEMS = [replace(ITEM, line=line, product=f"P{line}") for line in range(1, 6)]


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    """A company with a product, a customer and an order."""
    desk.take(PARAFUSOS, PRODUTO, PEDIDO, replace(PEDIDO, number="20"))
    return desk


def lines_of(desk: Desk) -> list[tuple[str, int]]:
    return [
        (number, line)
        for number, line in desk.query(
            "SELECT o.number, i.line FROM order_items i JOIN orders o ON o.id = i.order_id "
            "ORDER BY o.number, i.line"
        )
    ]


@pytest.mark.parametrize(
    "record", [PRODUTO, ITEM, TITULO, ORCAMENTO], ids=lambda one: type(one).__name__
)
def test_the_same_line_again_changes_nothing(stocked: Desk, record: ImportRecord) -> None:
    stocked.take(record)
    again = stocked.take(record)
    assert (again.verdicts, again.stored[0].written) == (["unchanged"], ())


@pytest.mark.parametrize("record", [TITULO, ORCAMENTO], ids=lambda one: type(one).__name__)
def test_what_belongs_to_nobody_is_rejected(desk: Desk, record: ImportRecord) -> None:
    ran = desk.take(record)
    assert (ran.verdicts, ran.reasons) == (["rejected"], ["customer_unknown"])


def test_a_product_keeps_what_a_later_file_leaves_out(stocked: Desk) -> None:
    ran = stocked.take(replace(PRODUTO, name="Parafuso 8", brand="", is_active=False))
    assert ran.verdicts == ["changed"]
    assert stocked.query("SELECT name, brand, unit FROM products") == [
        ("Parafuso 8", "Forte", "CX")
    ]
    assert not stocked.query("SELECT is_active FROM products")[0][0]


def test_items_are_linked_with_the_product_that_is_known(stocked: Desk) -> None:
    ran = stocked.take(ITEM, replace(ITEM, line=2, product="P9"))
    assert ran.verdicts == ["new", "new"]
    assert (
        ran.stored[0].touched == stocked.take(replace(PARAFUSOS, city="Osasco")).stored[0].touched
    )
    sql = (
        "SELECT i.line, i.product_code, p.code FROM order_items i "
        "LEFT JOIN products p ON p.id = i.product_id ORDER BY i.line"
    )
    assert stocked.query(sql) == [(1, "P1", "P1"), (2, "P9", None)]
    stocked.take(replace(ITEM, product="P9"))
    assert stocked.query(sql)[0] == (1, "P9", None)


def test_items_of_an_unknown_order_are_rejected(stocked: Desk) -> None:
    ran = stocked.take(replace(ITEM, order="999"))
    assert (ran.verdicts, ran.reasons) == (["rejected"], ["order_unknown"])


def test_an_order_number_of_two_companies_is_nobodys_without_the_company(stocked: Desk) -> None:
    stocked.take(replace(PARAFUSOS, company="02"), replace(PEDIDO, company="02"))
    assert stocked.take(ITEM).reasons == ["order_ambiguous"]
    assert stocked.take(replace(ITEM, company="03")).reasons == ["order_unknown"]
    assert stocked.take(replace(ITEM, company="02")).verdicts == ["new"]


@pytest.mark.parametrize("batch_size", [1, 2, 3, 1000])
def test_items_that_the_file_no_longer_has_go(stocked: Desk, batch_size: int) -> None:
    other = replace(ITEM, order="20")
    stocked.take(*ITEMS, other)
    ran = stocked.take(*ITEMS[:3], other, batch_size=batch_size)
    assert ran.verdicts == ["unchanged"] * 4
    assert lines_of(stocked) == [("10", 1), ("10", 2), ("10", 3), ("20", 1)]
    stocked.undo(ran.import_id)
    assert lines_of(stocked) == [("10", line) for line in range(1, 6)] + [("20", 1)]


@pytest.mark.parametrize("batch_size", [1, 2, 3, 1000])
def test_items_that_are_scattered_over_a_file_all_stay(stocked: Desk, batch_size: int) -> None:
    other = [replace(one, order="20") for one in ITEMS]
    scattered = [one for pair in zip(ITEMS, other, strict=True) for one in pair]
    stocked.take(*scattered, batch_size=batch_size)
    again = stocked.take(*scattered, batch_size=batch_size)
    assert again.verdicts == ["unchanged"] * 10
    assert len(lines_of(stocked)) == 10


def test_a_paid_receivable_is_paid_as_a_whole_and_linked_with_its_order(stocked: Desk) -> None:
    assert stocked.take(TITULO).verdicts == ["new"]
    sql = "SELECT r.paid_cents, o.number FROM receivables r LEFT JOIN orders o ON o.id = r.order_id"
    assert stocked.query(sql) == [(0, "10")]
    assert stocked.take(replace(TITULO, paid_on=date(2026, 4, 2))).verdicts == ["changed"]
    assert stocked.query(sql) == [(1500_00, "10")]
    assert stocked.take(TITULO).verdicts == ["unchanged"]


def test_a_receivable_is_not_linked_with_another_customers_order(stocked: Desk) -> None:
    stocked.take(replace(PARAFUSOS, code="8"))
    assert stocked.take(replace(TITULO, customer="8")).verdicts == ["new"]
    assert stocked.query("SELECT order_id FROM receivables") == [(None,)]


def test_a_quote_is_open_until_the_file_says_how_it_ended(stocked: Desk) -> None:
    stocked.take(ORCAMENTO)
    assert stocked.query("SELECT state FROM quotes") == [("open",)]
    lost = replace(ORCAMENTO, state=QuoteState.LOST, stopped_reason="Preço")
    assert stocked.take(lost, kind=ImportKind.QUOTES).verdicts == ["changed"]
    assert stocked.take(ORCAMENTO).verdicts == ["unchanged"]
    assert stocked.query("SELECT state, stopped_reason FROM quotes") == [("lost", "Preço")]


def test_items_stay_where_a_line_of_their_file_was_lost(stocked: Desk) -> None:
    stocked.take(*ITEMS)
    lost = RowProblem(7, RowVerdict.REJECTED, (Message.of("imports.row_cut"),))
    stocked.take(*ITEMS[:3], replace(ITEM, order="999"), lost)
    assert len(lines_of(stocked)) == 5
    stocked.take(*ITEMS[:3], replace(ITEM, order="999"))
    assert len(lines_of(stocked)) == 3


def test_a_line_without_a_place_means_the_item_of_its_product(stocked: Desk) -> None:
    stocked.take(*ITEMS[:3], replace(ITEMS[1], line=4))
    placeless = replace(ITEMS[1], line=0, quantity_milli=7)
    ran = stocked.take(
        placeless, replace(placeless, quantity_milli=8), replace(ITEM, line=0, product="novo")
    )
    assert ran.verdicts == ["changed", "changed", "new"]
    found = stocked.query(
        "SELECT line, product_code, quantity_milli FROM order_items ORDER BY line"
    )
    assert found == [
        (1, "P1", 12_000), (2, "P2", 7), (3, "P3", 12_000), (4, "P2", 8), (5, "novo", 12_000),
    ]  # fmt: skip


def test_a_line_without_place_and_product_means_the_item_of_its_description(stocked: Desk) -> None:
    named = [replace(ITEM, line=line, product="", description=f"Peça {line}") for line in (1, 2)]
    stocked.take(*named)
    ran = stocked.take(replace(named[1], line=0, unit_cents=9))
    assert ran.verdicts == ["changed"]
    assert stocked.query("SELECT line FROM order_items WHERE unit_cents = 9") == [(2,)]

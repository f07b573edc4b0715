"""Files as the usual ERPs export them: headers as they are, companies and people invented."""

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_sources import FilePreview
from cockpit.domain.vocabulary import OrderKind, QuoteState
from cockpit.imports.preview import preview_table

TODAY = date(2026, 11, 22)
LAYOUTS = Path(__file__).parents[2] / "data" / "erp_layouts"


def preview(folder: Path, layout: str, name: str = "export.csv") -> FilePreview:
    path = folder / name
    shutil.copy(LAYOUTS / f"{layout}.csv", path)
    return preview_table(path, (), TODAY)


#: The layout, its kind, and what the second of its lines holds.
KNOWN: list[tuple[str, str, dict[str, object]]] = [
    ("protheus_customers", "clientes", {
        "code": "000123-02", "legal_name": "AGRO SUL MAQUINAS LTDA", "is_blocked": True,
        "seller": "000007",
    }),
    ("protheus_orders", "pedidos", {
        "number": "000502", "customer": "000123-02", "ordered_on": date(2026, 3, 3),
        "net_cents": 20000, "company": "01", "seller": "000007",
    }),
    ("protheus_invoices", "pedidos", {
        "number": "000009002-1", "customer": "000123-02", "net_cents": 22000, "goods_cents": 20000,
    }),
    ("protheus_items", "itens", {
        "order": "000501", "product": "POR0001", "quantity_milli": 50_000, "unit_cents": 501,
        "total_cents": 25050, "line": 360,
    }),
    ("protheus_receivables", "titulos", {
        "number": "000009001-B-1", "customer": "000123-01", "due_on": date(2026, 5, 4),
        "amount_cents": 82527, "paid_on": None, "order": "000501",
    }),
    ("protheus_products", "produtos", {"code": "POR0001", "name": "PORCA", "unit": "UN"}),
    ("protheus_quotes", "orcamentos", {
        "number": "000702", "customer": "000123-02", "expires_on": date(2026, 4, 3),
        "state": QuoteState.WON, "total_cents": 1000,
    }),
    ("winthor_customers", "clientes", {
        "code": "102", "legal_name": "BAR DO ZE", "is_blocked": True, "seller": "7",
    }),
    ("winthor_orders", "pedidos", {
        "number": "7002", "customer": "102", "net_cents": 20000, "kind": OrderKind.CANCELLED,
    }),
    ("winthor_items", "itens", {
        "order": "7001", "product": "5002", "quantity_milli": 50_000, "line": 2,
    }),
    ("winthor_receivables", "titulos", {
        "number": "9001-2", "customer": "101", "due_on": date(2026, 5, 13), "order": "7001",
    }),
    ("sankhya_customers", "clientes", {
        "code": "102", "legal_name": "JOSE DA SILVA ME", "city": "CANOAS", "is_blocked": True,
    }),
    ("sankhya_orders", "pedidos", {
        "number": "88002", "customer": "102", "net_cents": 20000, "kind": OrderKind.RETURN,
    }),
    ("sankhya_items", "itens", {"order": "88001", "product": "5002", "unit_cents": 501}),
    ("sankhya_receivables", "titulos", {
        "number": "9001-2", "customer": "101", "amount_cents": 75025, "issued_on": date(2026, 3, 2),
    }),
    ("bling_customers", "clientes", {
        "code": "102", "legal_name": "José da Silva", "state": "RS", "seller": "Bia",
    }),
    ("bling_orders", "pedidos", {
        "number": "302", "customer": "08245948861", "net_cents": 20000, "goods_cents": 20000,
        "kind": OrderKind.CANCELLED,
    }),
    ("bling_receivables", "titulos", {
        "number": "301/02", "customer": "12ABC34501DE35", "amount_cents": 82527, "paid_on": None,
    }),
    ("omie_customers", "clientes", {
        "code": "102", "legal_name": "José da Silva", "trade_name": "Bar do Zé", "seller": "Bia",
    }),
    ("omie_orders", "pedidos", {
        "number": "402", "customer": "08245948861", "net_cents": 20000, "company": "Matriz",
        "kind": OrderKind.CANCELLED, "ordered_on": date(2026, 3, 13),
    }),
    ("omie_receivables", "titulos", {
        "number": "9001-002/002", "customer": "12ABC34501DE35", "due_on": date(2026, 5, 13),
        "paid_on": None,
    }),
    ("tiny_customers", "clientes", {"code": "102", "legal_name": "José da Silva"}),
    ("tiny_orders", "pedidos", {
        "number": "502", "customer": "08245948861", "net_cents": 20000,
    }),
    ("tiny_proposals", "orcamentos", {
        "number": "602", "customer": "08245948861", "state": QuoteState.LOST, "total_cents": 1000,
    }),
    ("hand_contacts", "contatos", {
        "customer": "102", "occurred_at": datetime(2026, 3, 13, 14, 5), "seller": "Bia",  # noqa: DTZ001
        "outcome": "Não comprou", "reason": "Preço",
    }),
    ("hand_orders", "pedidos", {
        "number": "2", "customer": "102", "ordered_on": date(2026, 3, 13), "net_cents": 20000,
        "kind": OrderKind.CANCELLED,
    }),
    ("hand_products", "produtos", {
        "code": "5002", "family": "Fixação", "brand": "Aço Forte", "is_active": False,
    }),
    ("hand_items", "itens", {
        "order": "1", "product": "", "description": "Porca", "quantity_milli": 10_000,
        "unit_cents": 133, "total_cents": 1333, "line": 2,
    }),
]  # fmt: skip


@pytest.mark.parametrize(
    ("layout", "kind", "expected"),
    KNOWN,
    ids=[layout for layout, _, _ in KNOWN],
)
def test_the_exports_of_the_usual_erps_are_understood(
    tmp_path: Path, layout: str, kind: str, expected: dict[str, Any]
) -> None:
    found = preview(tmp_path, layout)
    assert found.mapping.kind == kind
    assert found.missing == ()
    assert len(found.records) == 2
    for record in found.records:
        assert not isinstance(record, RowProblem), record.reasons
        assert record.flags == ()
    second = found.records[1]
    assert {field: getattr(second, field) for field in expected} == expected


@pytest.mark.parametrize("kind", ["clientes", "pedidos", "itens", "titulos", "orcamentos"])
def test_the_name_of_a_file_alone_decides_nothing_against_its_columns(
    tmp_path: Path, kind: str
) -> None:
    assert preview(tmp_path, "hand_products", f"{kind}.csv").mapping.kind == "produtos"

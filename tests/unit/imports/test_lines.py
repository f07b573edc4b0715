from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.import_columns import CANONICAL_COLUMNS, REASON_COLUMN
from cockpit.domain.import_records import BlockPeriod, ImportRecord, RowProblem
from cockpit.domain.import_sources import DayOrder
from cockpit.domain.vocabulary import Channel, ImportKind, OrderKind, QuoteState, RowVerdict
from cockpit.imports.headers import Layout
from cockpit.imports.lines import reader_of
from cockpit.imports.rows import Row

TODAY = date(2026, 11, 22)
TABLES = [kind for kind in ImportKind if kind is not ImportKind.INVOICES]

USUAL = {
    ImportKind.CUSTOMERS: {"codigo": "C1", "razao_social": "Agro Sul Ltda"},
    ImportKind.PRODUCTS: {"codigo": "P1", "nome": "Parafuso"},
    ImportKind.ORDERS: {"numero": "1", "cliente": "C1", "data": "17/02/2026", "valor": "10,50"},
    ImportKind.ITEMS: {
        "pedido": "1", "produto": "P1", "quantidade": "2", "valor_unitario": "3,50",
    },
    ImportKind.RECEIVABLES: {
        "numero": "1-A", "cliente": "C1", "vencimento": "17/03/2026", "valor": "10,50",
    },
    ImportKind.QUOTES: {"numero": "1", "cliente": "C1", "data": "17/02/2026", "valor": "10,50"},
    ImportKind.CONTACTS: {"cliente": "C1", "data": "17/02/2026 09:30", "ocorrencia": "Comprou"},
}  # fmt: skip

Read = Callable[..., Any]


def reader(kind: ImportKind, *more: str, mark: str = ",") -> Read:
    """Return what reads lines of one file: given by their cells, around a usual one."""
    header = (*CANONICAL_COLUMNS[kind], *more)
    layout = Layout(kind, header, {name: (index,) for index, name in enumerate(header)})
    read = reader_of(layout, mark, DayOrder.DAY_FIRST, TODAY)

    def line(**cells: str) -> ImportRecord | RowProblem:
        given = USUAL[kind] | cells
        return read(Row(7, [given.get(name, "") for name in header]))

    return line


def keys(content: Any) -> list[str]:
    reasons = content.reasons if isinstance(content, RowProblem) else content.flags
    return [reason.key.removeprefix("imports.") for reason in reasons]


@pytest.mark.parametrize("kind", TABLES)
def test_a_usual_line_of_each_kind_is_taken_without_a_flag(kind: ImportKind) -> None:
    found = reader(kind)()
    assert not isinstance(found, RowProblem)
    assert found.flags == ()


REQUIRED = [
    (ImportKind.ORDERS, "numero"), (ImportKind.ORDERS, "cliente"), (ImportKind.ORDERS, "data"),
    (ImportKind.ITEMS, "pedido"), (ImportKind.ITEMS, "produto"), (ImportKind.ITEMS, "quantidade"),
    (ImportKind.RECEIVABLES, "numero"), (ImportKind.RECEIVABLES, "cliente"),
    (ImportKind.RECEIVABLES, "vencimento"), (ImportKind.RECEIVABLES, "valor"),
    (ImportKind.PRODUCTS, "codigo"),
    (ImportKind.QUOTES, "numero"), (ImportKind.QUOTES, "cliente"), (ImportKind.QUOTES, "data"),
    (ImportKind.CONTACTS, "cliente"), (ImportKind.CONTACTS, "data"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "column"), REQUIRED)
def test_a_line_without_what_it_is_stored_by_is_rejected(kind: ImportKind, column: str) -> None:
    found = reader(kind)(**{column: "  "})
    assert isinstance(found, RowProblem)
    assert (found.line, found.verdict) == (7, RowVerdict.REJECTED)
    assert found.reasons[0].as_dict()["column"] == column


WRONG = [
    (ImportKind.ITEMS, "quantidade", "duas", "quantity_unreadable"),
    (ImportKind.ITEMS, "valor_unitario", "caro", "amount_unreadable"),
    (ImportKind.ITEMS, "valor_unitario", "-3,50", "amount_negative"),
    (ImportKind.RECEIVABLES, "vencimento", "17/03/20226", "day_unreadable"),
    (ImportKind.RECEIVABLES, "vencimento", "31/02/2026", "day_impossible"),
    (ImportKind.RECEIVABLES, "valor", "-10,50", "amount_negative"),
    (ImportKind.RECEIVABLES, "valor", "99.999.999.999,00", "amount_too_large"),
    (ImportKind.QUOTES, "valor", "muito", "amount_unreadable"),
    (ImportKind.QUOTES, "valor", "(5,00)", "amount_negative"),
    (ImportKind.QUOTES, "data", "17/02/20226", "day_unreadable"),
    (ImportKind.CONTACTS, "data", "ontem", "day_unreadable"),
    (ImportKind.CONTACTS, "data", "17/02/2026 25:00", "day_impossible"),
    (ImportKind.PRODUCTS, "codigo", "9" * 61, "code_too_long"),
]


@pytest.mark.parametrize(("kind", "column", "text", "reason"), WRONG)
def test_what_cannot_be_stored_without_inventing_it_is_rejected(
    kind: ImportKind, column: str, text: str, reason: str
) -> None:
    found = reader(kind)(**{column: text})
    assert isinstance(found, RowProblem)
    assert keys(found) == [reason]


ODD = [
    (ImportKind.ITEMS, "valor_unitario", "", "item_without_price"),
    (ImportKind.ITEMS, "quantidade", "-2", "quantity_odd"),
    (ImportKind.ITEMS, "quantidade", "0", "quantity_odd"),
    (ImportKind.ITEMS, "desconto", "7,01", "discount_odd"),
    (ImportKind.ITEMS, "desconto", "algum", "amount_unreadable"),
    (ImportKind.RECEIVABLES, "emissao", "18/03/2026", "due_before_issue"),
    (ImportKind.RECEIVABLES, "emissao", "18/13/2026", "day_impossible"),
    (ImportKind.RECEIVABLES, "pago_em", "23/11/2026", "paid_in_future"),
    (ImportKind.PRODUCTS, "nome", "", "product_without_name"),
    (ImportKind.PRODUCTS, "ativo", "talvez", "active_unreadable"),
    (ImportKind.PRODUCTS, "familia", "x" * 61, "label_too_long"),
    (ImportKind.QUOTES, "valor", "", "quote_without_value"),
    (ImportKind.QUOTES, "situacao", "???", "quote_state_unknown"),
    (ImportKind.QUOTES, "data", "23/11/2026", "quote_in_future"),
    (ImportKind.QUOTES, "validade", "logo", "day_unreadable"),
    (ImportKind.CONTACTS, "data", "23/11/2026", "contact_in_future"),
    (ImportKind.CONTACTS, "observacao", "x" * 4_001, "note_too_long"),
    (ImportKind.CONTACTS, "motivo", "x" * 301, "text_too_long"),
]


@pytest.mark.parametrize(("kind", "column", "text", "reason"), ODD)
def test_what_is_odd_is_stored_and_flagged(
    kind: ImportKind, column: str, text: str, reason: str
) -> None:
    found = reader(kind)(**{column: text})
    assert not isinstance(found, RowProblem)
    assert keys(found) == [reason]


@pytest.mark.parametrize("kind", TABLES)
def test_a_sum_below_the_lines_is_no_line(kind: ImportKind) -> None:
    header = CANONICAL_COLUMNS[kind]
    layout = Layout(kind, header, {name: (index,) for index, name in enumerate(header)})
    read = reader_of(layout, ",", DayOrder.DAY_FIRST, TODAY)
    for text in ("Total", "TOTAL GERAL:", "Subtotal", "Total de registros: 12"):
        assert keys(read(Row(9, [text, "", "", "1.234,00", *[""] * (len(header) - 4)]))) == [
            "row_is_total"
        ]


@pytest.mark.parametrize("kind", TABLES)
@given(texts=st.lists(st.text(max_size=12), min_size=17, max_size=17))
def test_any_line_comes_to_a_record_or_a_reason(kind: ImportKind, texts: list[str]) -> None:
    header = CANONICAL_COLUMNS[kind]
    layout = Layout(kind, header, {name: (index,) for index, name in enumerate(header)})
    read = reader_of(layout, "", DayOrder.DAY_FIRST, TODAY)
    assert read(Row(3, texts[: len(header)])) is not None


def test_a_rejected_line_keeps_its_cells_so_that_it_can_be_corrected() -> None:
    found = reader(ImportKind.ITEMS)(quantidade="x")
    assert found.cells == ("1", "P1", "", "x", "3,50", "", "", "")


def test_a_whole_item_is_read() -> None:
    found = reader(ImportKind.ITEMS)(
        descricao="Parafuso", quantidade="1.000,125", valor_unitario="1,3333", desconto="3,50",
        empresa="1",
    )  # fmt: skip
    assert (found.order, found.product, found.description) == ("1", "P1", "Parafuso")
    assert found.quantity_milli == 1_000_125
    assert found.unit_cents == 133
    assert found.discount_cents == 350
    assert found.total_cents == 133_347 - 350  # of the price with all its decimals
    assert found.company == "1"


def test_a_negative_discount_lowers_the_price_all_the_same() -> None:
    found = reader(ImportKind.ITEMS)(desconto="-1,00")
    assert (found.discount_cents, found.total_cents) == (100, 600)


def test_a_discount_in_percent_is_told_by_its_sign_or_its_header() -> None:
    assert reader(ImportKind.ITEMS)(desconto="10%").discount_cents == 70
    layout = Layout(
        ImportKind.ITEMS,
        ("pedido", "produto", "quantidade", "preco", "desconto_perc", "desconto"),
        {"pedido": (0,), "produto": (1,), "quantidade": (2,), "valor_unitario": (3,),
         "desconto": (5, 4)},
    )  # fmt: skip
    read = reader_of(layout, ",", DayOrder.DAY_FIRST, TODAY)
    percent: Any = read(Row(2, ["1", "P1", "2", "3,50", "12,5", ""]))
    reais: Any = read(Row(3, ["1", "P2", "2", "3,50", "12,5", "0,50"]))
    assert (percent.discount_cents, reais.discount_cents) == (88, 50)


def test_items_are_numbered_within_their_order_and_rejected_ones_count() -> None:
    read = reader(ImportKind.ITEMS)
    found = [read(), read(pedido="2"), read(quantidade="x"), read(), read(empresa="9")]
    assert [one.line for one in found] == [1, 1, 7, 3, 1]


def test_the_files_own_number_of_an_item_counts_letters_included() -> None:
    read = reader(ImportKind.ITEMS)
    assert [read(item=text).line for text in ("07", "A0", "?", "12345")] == [7, 360, 3, 4]


def test_a_file_of_problem_lines_does_not_know_the_place_of_an_item() -> None:
    read = reader(ImportKind.ITEMS, REASON_COLUMN)
    assert [read().line, read(item="3").line] == [0, 0]


def test_a_whole_receivable_is_read() -> None:
    found = reader(ImportKind.RECEIVABLES)(
        cliente="12.abc.345/01de-35", pedido="77", emissao="17/02/2026", pago_em="18/03/2026",
        empresa="1",
    )  # fmt: skip
    assert (found.number, found.customer, found.order) == ("1-A", "12ABC34501DE35", "77")
    assert (found.issued_on, found.due_on) == (date(2026, 2, 17), date(2026, 3, 17))
    assert (found.paid_on, found.amount_cents) == (date(2026, 3, 18), 1050)


def test_a_receivable_that_is_not_paid_has_no_day_of_payment() -> None:
    assert reader(ImportKind.RECEIVABLES)(pago_em="  /  /    ").paid_on is None


def test_a_repeated_receivable_or_product_is_flagged() -> None:
    for kind, key in [
        (ImportKind.RECEIVABLES, "receivable_repeated"),
        (ImportKind.PRODUCTS, "product_repeated"),
        (ImportKind.CUSTOMERS, "customer_repeated"),
    ]:
        read = reader(kind)
        assert [keys(read()), keys(read()), keys(read(empresa="2"))] == [[], [key], []]


def test_a_whole_product_is_read() -> None:
    found = reader(ImportKind.PRODUCTS)(
        codigo='="007"', unidade="CX", familia="Fixação", marca="Forte", ativo="Inativo"
    )
    assert (found.code, found.name, found.unit) == ("007", "Parafuso", "CX")
    assert (found.family, found.brand, found.is_active) == ("Fixação", "Forte", False)
    assert reader(ImportKind.PRODUCTS)().is_active is None


def test_a_whole_quote_is_read() -> None:
    found = reader(ImportKind.QUOTES)(
        validade="01/03/2026", situacao="Perdido", vendedor="Bia", motivo="Preço"
    )
    assert (found.opened_on, found.expires_on) == (date(2026, 2, 17), date(2026, 3, 1))
    assert (found.state, found.total_cents) == (QuoteState.LOST, 1050)
    assert (found.seller, found.stopped_reason) == ("Bia", "Preço")
    assert reader(ImportKind.QUOTES)().state is None


def test_a_whole_past_contact_is_read() -> None:
    found = reader(ImportKind.CONTACTS)(
        atendente="Bia", contato="Ana", motivo="Preço", campanha="Verão",
        observacao="linha um\r\nlinha dois \t\n\n",
    )  # fmt: skip
    assert found.occurred_at == datetime(2026, 2, 17, 9, 30)  # noqa: DTZ001 - local time
    assert (found.seller, found.person_name, found.outcome) == ("Bia", "Ana", "Comprou")
    assert (found.reason, found.campaign) == ("Preço", "Verão")
    assert found.note == "linha um\nlinha dois"


def test_a_guarded_text_comes_back_without_its_guard() -> None:
    found = reader(ImportKind.CONTACTS)(observacao="'=HYPERLINK(1)", contato="'+55 Ana")
    assert (found.note, found.person_name) == ("=HYPERLINK(1)", "+55 Ana")


def test_a_code_is_no_document_because_zeros_would_make_it_one() -> None:
    read = reader(ImportKind.ORDERS)
    assert read(cliente="082.459.488-61").customer == "08245948861"
    assert read(cliente="82459488-61").customer == "82459488-61"


def test_an_abc_class_is_not_flagged() -> None:
    assert keys(reader(ImportKind.CUSTOMERS)(categoria="A")) == []


def test_an_order_has_the_digest_of_what_it_states() -> None:
    read = reader(ImportKind.ORDERS)
    first, same, other = read(), read(numero="2"), read(valor="10,51")
    assert first.digest == same.digest != other.digest


@pytest.mark.parametrize(
    ("text", "channels", "flags"),
    [
        ("", set(), []),
        ("não", set(), []),
        ("Sim", set(Channel), []),
        ("Telefone, WhatsApp", {Channel.PHONE, Channel.WHATSAPP}, []),
        ("e-mail / visita", {Channel.EMAIL, Channel.VISIT}, []),
        ("pediu para não ligar", set(Channel), ["no_contact_unreadable"]),
    ],
)
def test_a_wish_not_to_be_contacted_is_never_lost(
    text: str, channels: set[Channel], flags: list[str]
) -> None:
    found = reader(ImportKind.CUSTOMERS)(nao_contatar=text)
    assert (found.closed_channels, keys(found)) == (channels, flags)


_PAST = BlockPeriod(date(2025, 2, 1), date(2025, 3, 15))
_LASTING = BlockPeriod(date(2026, 10, 10))


@pytest.mark.parametrize(
    ("text", "blocked", "becomes", "blocks", "flags"),
    [
        ("", "", False, (), []),
        ("01/02/2025 a 15/03/2025", "nao", False, (_PAST,), []),
        ("01/02/2025 a 15/03/2025, 10/10/2026 a", "sim", True, (_PAST, _LASTING), []),
        ("10/10/2026 até; ", "sim", True, (_LASTING,), []),
        ("10/10/2026 a", "nao", False, (), ["block_has_ended"]),
        ("15/03/2025 a 01/02/2025", "sim", True, (), ["blocks_unreadable"]),
        ("10/10/2026 a, 11/10/2026 a", "sim", True, (), ["blocks_unreadable"]),
        ("desde sempre", "nao", False, (), ["blocks_unreadable"]),
    ],
)
def test_blocked_periods_go_with_what_the_customer_is_now(
    text: str, blocked: str, becomes: bool, blocks: tuple[BlockPeriod, ...], flags: list[str]
) -> None:
    found = reader(ImportKind.CUSTOMERS)(bloqueios=text, bloqueado=blocked)
    assert (found.is_blocked, found.blocks, keys(found)) == (becomes, blocks, flags)


def test_a_state_that_voids_an_order_cancels_it_and_a_doubtful_one_is_flagged() -> None:
    read = reader(ImportKind.ORDERS)
    void, doubtful = read(situacao="NF cancelada"), read(situacao="Bonificação")
    assert (void.kind, keys(void)) == (OrderKind.CANCELLED, [])
    assert (doubtful.kind, keys(doubtful)) == (OrderKind.SALE, ["order_state_doubtful"])
    assert keys(read(situacao="devolvido", tipo="devolucao")) == []
    assert keys(read(situacao="Aguardando a transportadora")) == []


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        (ImportKind.ORDERS, "numero"), (ImportKind.ITEMS, "pedido"),
        (ImportKind.RECEIVABLES, "numero"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ["Total", "TOTAL DO CLIENTE 1", "Sub-total:", "Soma", "Totais 3"])
def test_a_sum_with_customer_and_day_is_still_a_sum(
    kind: ImportKind, column: str, text: str
) -> None:
    assert keys(reader(kind)(**{column: text})) == ["row_is_total"]
    assert keys(reader(kind)(**{column: "Totem-1"})) == []


@pytest.mark.parametrize("kind", TABLES)
def test_a_line_that_the_erp_has_deleted_is_rejected(kind: ImportKind) -> None:
    read = reader(kind, "d_e_l_e_t")
    assert keys(read(d_e_l_e_t=" * ")) == ["row_deleted"]
    assert keys(read(d_e_l_e_t=" ")) == []


@pytest.mark.parametrize("text", ["NCC", "RA ", "ab-", "NCI", "Nota de crédito"])
def test_a_credit_of_the_customers_is_no_receivable(text: str) -> None:
    found = reader(ImportKind.RECEIVABLES)(tipo=text)
    assert isinstance(found, RowProblem)
    assert keys(found) == ["receivable_is_credit"]


@pytest.mark.parametrize("text", ["", "NF", "DP", "BOL", "FT", "A-B"])
def test_other_types_of_receivables_are_taken(text: str) -> None:
    assert keys(reader(ImportKind.RECEIVABLES)(tipo=text)) == []

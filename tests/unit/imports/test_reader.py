import re
import string
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.import_records import CustomerRecord, ImportRecord, OrderRecord, RowProblem
from cockpit.domain.sheet_text import unguarded
from cockpit.domain.vocabulary import CustomerCategory, OrderKind, PersonKind, RowVerdict
from cockpit.imports.reader import ImportFileReader
from tests.support.read_lines import contents

FIXTURE = Path(__file__).parents[2] / "data" / "seed_fixture"
CUSTOMERS = (
    "codigo;razao_social;nome_fantasia;cnpj_cpf;telefone;celular;email;contato;municipio;uf;"
    "segmento;regiao;vendedor;empresa;limite_credito;bloqueado;categoria"
)
ORDERS = (
    "numero;cliente;data;valor;valor_sem_impostos;tipo;situacao;vendedor;empresa;"
    "entrega_prevista;entregue_em"
)
TODAY = date(2022, 3, 22)

# Recency is asked on 22/03/2022: name, last purchase, frequency in days.
SEED_TABLE = [
    ("Acatama Brinquedos", date(2022, 1, 13), 115),
    ("Adesivos Utilidades", date(2022, 2, 17), 54),
    ("Agro do Nordeste", date(2022, 2, 17), 50),
    ("Agro Industrial Natal", date(2022, 1, 13), 71),
    ("Aerolíneas Paraguais", date(2022, 1, 31), 33),
    ("Agro Box LT", date(2021, 8, 27), 104),
    ("Adesivos Plásticos", date(2022, 1, 31), 16),
    ("Atlymb Tecnologia", date(2021, 9, 15), 52),
    ("Agro Sul", date(2021, 7, 30), 22),
]


Line = ImportRecord | RowProblem


def read(path: Path) -> list[tuple[int, Line]]:
    batches = ImportFileReader(AsOfClock(TODAY)).open(path).batches()
    return [line for batch in batches for line in sorted(contents(batch).items())]


@pytest.fixture
def lines(tmp_path: Path) -> Any:
    def read_lines(header: str, *rows: str, end: str = "\n") -> list[Any]:
        path = tmp_path / "file.csv"
        path.write_text("\n".join((header, *rows)) + end, encoding="utf-8", newline="")
        return [content for _, content in read(path)]

    return read_lines


def order_line(**cells: str) -> str:
    usual = {"numero": "1", "cliente": "C1", "data": "17/02/2022", "valor": "10,50"}
    return ";".join((usual | cells).get(name, "") for name in ORDERS.split(";"))


def customer_line(**cells: str) -> str:
    usual = {"codigo": "C1", "razao_social": "Agro Sul Ltda"}
    return ";".join((usual | cells).get(name, "") for name in CUSTOMERS.split(";"))


def keys(content: Any) -> list[str]:
    reasons = content.reasons if isinstance(content, RowProblem) else content.flags
    return [reason.key.removeprefix("imports.") for reason in reasons]


def is_rejected(content: Any) -> bool:
    return isinstance(content, RowProblem) and content.verdict is RowVerdict.REJECTED


def test_the_seed_table_is_reproduced_by_its_files() -> None:
    customers = [one for _, one in read(FIXTURE / "clientes.csv")]
    orders = [one for _, one in read(FIXTURE / "pedidos.csv")]
    found = []
    for customer in customers[: len(SEED_TABLE)]:
        assert isinstance(customer, CustomerRecord)
        days = sorted(
            order.ordered_on
            for order in orders
            if isinstance(order, OrderRecord)
            and order.customer == customer.code
            and order.kind is OrderKind.SALE
        )
        mean = (days[-1] - days[0]).days / (len(days) - 1)
        found.append((customer.trade_name, days[-1], mean))
    assert found == SEED_TABLE


def test_the_seeds_odd_customers_are_taken_and_flagged() -> None:
    found = [one for _, one in read(FIXTURE / "clientes.csv") if isinstance(one, CustomerRecord)]
    by_code = {one.code: one for one in found}
    assert sum(one.trade_name == "Agro Sul" for one in found) == 2
    assert keys(by_code["1011"]) == ["tax_id_invalid", "phone_invalid"]
    restored = by_code["1012"].tax_id
    assert restored is not None
    assert (restored.text, restored.kind) == ("08245948861", PersonKind.INDIVIDUAL)
    assert keys(by_code["1013"]) == ["tax_id_invalid"]
    assert by_code["1014"].category is CustomerCategory.PROSPECT
    assert [one.code for one in found if one.flags] == ["1011", "1013"]


def test_a_whole_customer_is_read(lines: Any) -> None:
    (found,) = lines(
        CUSTOMERS,
        '00123;"Agro ""Sul""; Máquinas";Agro Sul;12.ABC.345/01DE-35;(51) 3333-4444 r. 12;'
        "(51) 98765-4321;a@b.example;Ana;Porto Alegre;Rio Grande do Sul;Agro;Sul;Bia;1;"
        "1.000,00;sim;prospect",
    )
    assert found.code == "00123"
    assert found.legal_name == 'Agro "Sul"; Máquinas'
    assert found.tax_id.text == "12ABC34501DE35"
    assert [(one.e164, one.extension) for one in found.phones] == [
        ("+555133334444", "12"),
        ("+5551987654321", ""),
    ]
    assert (found.state, found.credit_limit_cents, found.is_blocked) == ("RS", 100000, True)
    assert (found.category, found.flags) == (CustomerCategory.PROSPECT, ())


def test_oddities_of_a_customer_are_flagged_and_stored(lines: Any) -> None:
    (found,) = lines(
        CUSTOMERS,
        customer_line(
            cnpj_cpf="00.000.154/5454-85",
            telefone="3333-4444",
            email="sem email",
            uf="XX",
            limite_credito="muito",
            bloqueado="talvez",
            categoria="vip",
            segmento="x" * 61,
            razao_social="x" * 301,
        ),
    )
    assert isinstance(found, CustomerRecord)
    assert set(keys(found)) == {
        "tax_id_invalid", "phone_invalid", "email_odd", "state_unknown", "amount_unreadable",
        "yes_or_no_unreadable", "category_unknown", "label_too_long", "text_too_long",
    }  # fmt: skip
    assert found.legal_name == "x" * 300
    assert (found.email, found.state, found.segment, found.is_blocked) == (
        "sem email",
        "",
        "",
        None,
    )


def test_a_customer_needs_a_code_or_a_name(lines: Any) -> None:
    found = lines(
        CUSTOMERS,
        customer_line(codigo="", razao_social="", telefone="(51) 3333-4444"),
        customer_line(razao_social=""),
        customer_line(codigo=""),
        customer_line(codigo="", cnpj_cpf="12ABC34501DE35"),
    )
    assert is_rejected(found[0])
    assert [keys(one) for one in found] == [
        ["customer_without_identity"],
        ["customer_without_name"],
        ["customer_without_key"],
        [],
    ]
    assert (found[1].legal_name, found[1].is_name_given) == ("C1", False)


def test_a_whole_order_is_read(lines: Any) -> None:
    (found,) = lines(
        ORDERS,
        "0007;00123;17/02/2022;R$ 1.234,56;1.000,00;venda;Faturado;Bia;1;20/02/2022;44612",
    )
    assert replace(found, digest=None) == OrderRecord(
        number="0007",
        customer="00123",
        ordered_on=date(2022, 2, 17),
        net_cents=123456,
        goods_cents=100000,
        kind=OrderKind.SALE,
        state_text="Faturado",
        seller="Bia",
        company="1",
        promised_on=date(2022, 2, 20),
        delivered_on=date(2022, 2, 20),
    )


def test_a_customers_document_loses_its_mask_and_a_code_keeps_its_dashes(lines: Any) -> None:
    found = lines(
        ORDERS,
        order_line(cliente="12.abc.345/01de-35"),
        order_line(numero="2", cliente="A-12.3"),
        order_line(numero="3", cliente='="00123"'),
    )
    assert [one.customer for one in found] == ["12ABC34501DE35", "A-12.3", "00123"]


@pytest.mark.parametrize("column", ["numero", "cliente", "data"])
def test_an_order_needs_number_customer_and_day(lines: Any, column: str) -> None:
    (found,) = lines(ORDERS, order_line(**{column: " "}))
    assert is_rejected(found)
    assert keys(found) == ["order_incomplete"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"data": "17/02/20226"}, "day_unreadable"),
        ({"data": "31/02/2022"}, "day_impossible"),
        ({"valor": "dez"}, "amount_unreadable"),
        ({"valor": "99.999.999.999,00"}, "amount_too_large"),
        ({"valor": "1,234"}, "amount_ambiguous"),
        ({"tipo": "remessa"}, "order_kind_unknown"),
        ({"numero": "9" * 61}, "code_too_long"),
    ],
)
def test_an_order_whose_day_value_or_kind_cannot_be_told_is_rejected(
    lines: Any, cells: dict[str, str], reason: str
) -> None:
    (found,) = lines(ORDERS, order_line(**cells))
    assert is_rejected(found)
    assert keys(found) == [reason]


def test_a_negative_sale_is_flagged_and_never_counts_as_a_purchase(lines: Any) -> None:
    found = lines(
        ORDERS,
        order_line(valor="-10,50", tipo="venda"),
        order_line(numero="2", valor="(10,50)"),
        order_line(numero="3", valor="-10,50", tipo="devolução"),
        order_line(numero="4", valor="-10,50", tipo="cancelado"),
    )
    assert [(one.kind, one.net_cents) for one in found] == [
        (OrderKind.RETURN, 1050),
        (OrderKind.RETURN, 1050),
        (OrderKind.RETURN, 1050),
        (OrderKind.CANCELLED, 1050),
    ]
    assert [keys(one) for one in found] == [["sale_negative"], ["sale_negative"], [], []]


def test_a_cancelled_state_cancels_whatever_the_kind_says(lines: Any) -> None:
    found = lines(
        ORDERS,
        order_line(situacao="Cancelado"),
        order_line(numero="2", tipo="venda", situacao="CANCELADA"),
    )
    assert [one.kind for one in found] == [OrderKind.CANCELLED] * 2
    assert [keys(one) for one in found] == [[], ["order_cancelled_by_state"]]


def test_a_missing_value_a_future_day_and_a_doubtful_amount_are_flagged(lines: Any) -> None:
    found = lines(
        ORDERS,
        order_line(valor=""),
        order_line(numero="2", data="23/03/2022", valor="5"),
        order_line(numero="3", valor="1.234"),
    )
    assert [(one.net_cents, keys(one)) for one in found] == [
        (0, ["order_without_value"]),
        (500, ["order_in_future"]),
        (123400, ["amount_doubtful"]),
    ]


def test_a_file_with_a_decimal_point_is_read_with_it(lines: Any) -> None:
    found = lines(
        ORDERS.replace(";", ","),
        order_line(valor="1234.50").replace(";", ","),
        order_line(numero="2", valor='"1,234"').replace(";", ","),
    )
    assert [(one.net_cents, keys(one)) for one in found] == [(123450, []), (123400, [])]


def test_a_comma_file_with_unquoted_decimal_commas_yields_no_wrong_value(lines: Any) -> None:
    (found,) = lines("numero,cliente,data,valor", "1,C1,17/02/2022,1234,56")
    assert is_rejected(found)
    assert keys(found) == ["row_too_wide"]


def test_blank_lines_and_repeated_headers_are_no_data_and_totals_are_no_order(lines: Any) -> None:
    found = lines(
        ORDERS,
        order_line(),
        "",
        " ; ;;;;;;;;;",
        ORDERS.upper(),
        order_line(numero="2"),
        "Total;;;21,00;;;;;;;",
    )
    assert len(found) == 3
    assert is_rejected(found[2])
    assert keys(found[2]) == ["row_is_total"]


def test_a_narrow_line_is_flagged(lines: Any) -> None:
    (found,) = lines(ORDERS, "3;C1;17/02/2022;5,00")
    assert (found.net_cents, keys(found)) == (500, ["row_too_narrow"])


def test_a_repeated_order_is_flagged_and_a_contradicting_one_rejected(lines: Any) -> None:
    found = lines(ORDERS, order_line(), order_line(), order_line(valor="7,00"), order_line())
    assert [keys(one) for one in found] == [
        [],
        ["order_repeated"],
        ["order_contradicted"],
        ["order_repeated"],
    ]
    assert [is_rejected(one) for one in found] == [False, False, True, False]


def test_a_repeated_customer_is_flagged_and_one_without_a_code_is_not(lines: Any) -> None:
    found = lines(
        CUSTOMERS,
        customer_line(),
        customer_line(telefone="(51) 3333-4444"),
        customer_line(codigo="", cnpj_cpf="12ABC34501DE35"),
        customer_line(codigo="", cnpj_cpf="A87HBZHB000161"),
    )
    assert [keys(one) for one in found] == [[], ["customer_repeated"], [], []]


def test_a_file_cut_within_its_last_line_gives_no_half_number(lines: Any) -> None:
    found = lines(ORDERS, order_line(), "2;C1;17/02/2022;12", end="")
    assert is_rejected(found[1])
    assert keys(found[1]) == ["row_cut"]


def test_a_quoted_line_break_becomes_a_blank_and_line_numbers_stay_true(tmp_path: Path) -> None:
    path = tmp_path / "clientes.csv"
    path.write_text('codigo;nome\r\n1;"Agro\r\nSul"\r\n2;Beta\r\n', newline="")
    found = [(line, one.legal_name) for line, one in read(path) if isinstance(one, CustomerRecord)]
    assert found == [(2, "Agro Sul"), (4, "Beta")]


def test_free_text_stays_text(lines: Any) -> None:
    (found,) = lines(CUSTOMERS, customer_line(razao_social="=1+1", contato="@SUM(A1)"))
    assert (found.legal_name, found.person_name) == ("=1+1", "@SUM(A1)")


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    assert read(FIXTURE / "pedidos.csv") == read(FIXTURE / "pedidos.csv")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "any.csv"


def assert_every_line_is_accounted_for(path: Path) -> list[tuple[int, Line]]:
    try:
        found = read(path)
    except BadInputError:
        return []
    numbers = [line for line, _ in found]
    assert numbers == sorted(set(numbers))
    for line, content in found:
        if isinstance(content, RowProblem):
            assert (content.line, content.verdict) == (line, RowVerdict.REJECTED)
            assert content.reasons
        if isinstance(content, OrderRecord):
            assert 0 <= content.net_cents < 10**12
    return found


@settings(max_examples=2_000, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_as_bad_input(scratch: Path, content: bytes) -> None:
    scratch.write_bytes(content)
    assert_every_line_is_accounted_for(scratch)


@settings(max_examples=1_000, deadline=None)
@given(content=st.binary(max_size=300), header=st.sampled_from([CUSTOMERS, ORDERS, "codigo,nome"]))
def test_any_bytes_below_a_header_are_accounted_for(
    scratch: Path, content: bytes, header: str
) -> None:
    scratch.write_bytes(header.encode() + b"\n" + content)
    assert_every_line_is_accounted_for(scratch)


hostile = st.one_of(
    st.sampled_from(
        ["17/02/2022", "17/02/20226", "1.234", "-5,00", "1e9", "venda", "=1+1", "Total", "C1", "S",
         "8245948861", "(11) 3333-4444", '"', "  ", "\u2028", "cancelado"]
    ),
    # A file of control characters is no text and refused as a whole.
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\";"),
        max_size=8,
    ),
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(
    rows=st.lists(st.lists(hostile, min_size=1, max_size=13), max_size=6),
    header=st.sampled_from([CUSTOMERS, ORDERS]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_each_data_line_comes_out_exactly_once(
    scratch: Path, rows: list[list[str]], header: str, encoding: str
) -> None:
    written = [";".join(row) for row in rows]
    scratch.write_bytes("\n".join([header, *written, ""]).encode(encoding))
    found = assert_every_line_is_accounted_for(scratch)
    data = [n for n, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    joined = any('"' in row for row in written)
    numbers = [line for line, _ in found]
    assert set(numbers) <= set(data) if joined else numbers == data


@given(st.text(string.printable, max_size=40))
@example("\n;\x0c0")
@example("'=")
def test_a_quoted_name_comes_back_as_one_line(scratch: Path, name: str) -> None:
    lines = re.split(r"\r\n|\r|\n", name)
    # Both ends being whole rows by themselves, two stray quotes are taken to be more likely.
    assume(len(lines) < 2 or ";" in lines[0] or lines[-1].count(";") != 1)
    quoted = name.replace('"', '""')
    scratch.write_text(f'codigo;nome\n7;"{quoted}"\n', newline="")
    ((_, found),) = read(scratch)
    assert isinstance(found, CustomerRecord)
    assert found.code == "7"
    assert found.legal_name == (" ".join(unguarded(name.strip()).split()) or "7")

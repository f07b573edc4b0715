from collections.abc import Callable
from pathlib import Path

import pytest

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_columns import CANONICAL_COLUMNS, REASON_COLUMN
from cockpit.domain.import_sources import DayOrder, ImportMapping, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.recognition import Recognised, open_recognised
from cockpit.imports.synonyms import SHEETS

Look = Callable[..., Recognised]

ORDERS = ";".join(CANONICAL_COLUMNS[ImportKind.ORDERS])
TABLES = [kind for kind in ImportKind if kind is not ImportKind.INVOICES]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    def look_at(
        *lines: str, mappings: tuple[ImportMapping, ...] = (), name: str = "a.csv"
    ) -> Recognised:
        path = tmp_path / name
        path.write_text("".join(f"{line}\r\n" for line in lines), encoding="utf-8", newline="")
        return open_recognised(path, mappings)

    return look_at


def test_every_canonical_column_has_its_headers() -> None:
    for kind in TABLES:
        assert set(SHEETS[kind].columns) == set(CANONICAL_COLUMNS[kind])


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_canonical_headers_are_always_understood(
    look: Look, kind: ImportKind, delimiter: str
) -> None:
    columns = CANONICAL_COLUMNS[kind]
    found = look(delimiter.join(columns)).checked("a.csv")
    assert found.layout.kind is kind
    assert dict(found.layout.columns) == {name: (index,) for index, name in enumerate(columns)}
    assert found.kinds[0] is kind
    assert set(found.kinds) == set(TABLES)


@pytest.mark.parametrize("kind", TABLES)
def test_no_other_kind_is_as_likely_as_that_of_its_canonical_headers(
    look: Look, kind: ImportKind
) -> None:
    for name in ("pedidos.csv", "clientes.csv", "produtos.csv"):
        found = look(";".join(CANONICAL_COLUMNS[kind]).upper(), name=name)
        assert found.layout.kind is kind


def test_accents_case_spaces_and_quotes_do_not_count(look: Look) -> None:
    found = look('"CÓDIGO";" Razão  Social ";"CNPJ/CPF";"E-mail"')
    assert dict(found.layout.columns) == {
        "codigo": (0,), "razao_social": (1,), "cnpj_cpf": (2,), "email": (3,),
    }  # fmt: skip
    assert found.mapping.columns["razao_social"] == ("Razão Social",)


def test_a_column_named_customer_holds_names_or_codes_as_its_cells_say(look: Look) -> None:
    named = look("Cliente;CNPJ;Telefone;Cidade", "Agro Sul;;;", "Bar do Zé;;;")
    assert named.layout.columns["razao_social"] == (0,)
    assert "codigo" not in named.layout.columns
    coded = look("Cliente;Razão Social;Telefone", "101;Agro Sul;", "102;Bar do Zé;")
    assert coded.layout.columns["codigo"] == (0,)
    assert coded.layout.columns["razao_social"] == (1,)


def test_the_code_or_document_of_an_orders_customer_counts_before_the_name(look: Look) -> None:
    found = look("Pedido;Cliente;CNPJ;Emissão;Total", "1;Agro Sul;12ABC34501DE35;01/02/2026;5,00")
    assert found.layout.columns["cliente"] == (2, 1)
    found = look("Pedido;Cliente;CNPJ;Emissão;Total", "1;101;12ABC34501DE35;01/02/2026;5,00")
    assert found.layout.columns["cliente"] == (1, 2)


def test_a_product_by_name_is_a_description_and_no_code(look: Look) -> None:
    found = look("Pedido;Produto;Qtde", "1;Parafuso sextavado;3", "1;Porca;4")
    assert found.layout.columns["descricao"] == (1,)
    assert "produto" not in found.layout.columns
    found = look("Pedido;Produto;Qtde", "1;P-1;3", "1;P-2;4")
    assert found.layout.columns["produto"] == (1,)


def test_a_line_per_item_with_repeated_orders_is_a_file_of_items(look: Look) -> None:
    header = "Pedido;Cliente;Data;Código;Quantidade;Valor Unitário;Valor"
    rows = [f"{1 + line // 3};101;02/01/2026;P{line};1;5,00;5,00" for line in range(9)]
    assert look(header, *rows).layout.kind is ImportKind.ITEMS


def test_due_days_make_a_file_one_of_receivables_even_under_unknown_words(look: Look) -> None:
    found = look("Número;Cliente;Emissão;Vencto previsto;Valor;Pago em;Saldo")
    assert found.layout.kind is ImportKind.RECEIVABLES
    with pytest.raises(BadInputError) as caught:
        found.checked("a.csv")
    assert caught.value.message.as_dict()["missing"] == "vencimento"


def test_the_name_of_the_file_decides_between_equals(look: Look) -> None:
    lines = ("codigo;nome", "1;A coisa", "2;Outra coisa")
    assert look(*lines).layout.kind is ImportKind.CUSTOMERS
    assert look(*lines, name="produtos 2026.csv").layout.kind is ImportKind.PRODUCTS


def test_the_header_may_stand_below_titles(look: Look) -> None:
    found = look(
        "Relatório de pedidos", "Empresa: Modelo", "", ORDERS, "1;C1;02/01/2026;5,00" + ";" * 7
    )
    assert found.format.header_line == 4
    assert found.layout.kind is ImportKind.ORDERS


def test_the_column_of_reasons_is_never_read(look: Look) -> None:
    found = look(f"{ORDERS};{REASON_COLUMN}")
    assert REASON_COLUMN not in found.mapping.headers
    assert {name for names in found.mapping.columns.values() for name in names} == set(
        CANONICAL_COLUMNS[ImportKind.ORDERS]
    )


@pytest.mark.parametrize(
    ("line", "key", "missing"),
    [
        ("codigo;telefone;cidade", "error.import_missing_columns", "razao_social"),
        ("razao_social;telefone;cidade", "error.import_missing_columns", "codigo"),
        ("numero;data;tipo;situacao", "error.import_missing_columns", "cliente, valor"),
        ("foo;bar", "error.import_unknown_columns", None),
    ],
)
def test_missing_columns_are_named_with_those_found(
    look: Look, line: str, key: str, missing: str | None
) -> None:
    with pytest.raises(BadInputError) as caught:
        look(line).checked("a.csv")
    values = caught.value.message.as_dict()
    assert caught.value.message.key == key
    assert values.get("missing") == missing
    assert values["found"] == line.replace(";", ", ")


def test_very_many_columns_are_refused_with_a_short_sentence(look: Look) -> None:
    with pytest.raises(BadInputError) as caught:
        look(";".join(["codigo", "razao_social"] * 500_000)).checked("a.csv")
    assert len(str(caught.value.message.as_dict())) < 1_000


def test_the_decimal_mark_is_told_by_all_amounts(look: Look) -> None:
    rows = ("1;C1;02/01/2026;1.234;;;;;;;", "2;C1;02/01/2026;1.234,50;;;;;;;")
    assert look(ORDERS, *rows).format.decimal_mark == ","
    assert look(ORDERS, rows[0]).format.decimal_mark == ""


def days(*texts: str) -> list[str]:
    return [f"{index};C1;{text};5,00;;;;;;;" for index, text in enumerate(texts)]


def test_the_month_comes_first_only_where_the_whole_file_proves_it(look: Look) -> None:
    assert look(ORDERS, *days("01/25/2026", "02/03/2026")).format.day_order is DayOrder.MONTH_FIRST
    assert look(ORDERS, *days("01/02/2026", "03/04/2026")).format.day_order is DayOrder.DAY_FIRST
    late = days(*["01/25/2026"] * 3_000, "25/01/2026")
    assert look(ORDERS, *late).format.day_order is DayOrder.DAY_FIRST


def test_a_slip_of_the_pen_does_not_turn_the_days_of_a_file_around(look: Look) -> None:
    texts = [f"{day:02}/{month:02}/2026" for day in range(1, 13) for month in range(1, 13)]
    found = look(ORDERS, *days(*texts, "03/15/2026"))
    assert found.format.day_order is DayOrder.DAY_FIRST


def test_a_kept_mapping_is_used_for_the_same_header_only(look: Look) -> None:
    kept = ImportMapping(
        ImportKind.ORDERS,
        {"numero": ("Doc",), "cliente": ("Quem",), "data": ("Quando",), "valor": ("Quanto",)},
        headers=("doc", "quem", "quando", "quanto"),
        name="ERP da casa",
    )
    found = look("Doc;Quem;Quando;Quanto", "1;C1;02/01/2026;5,00", mappings=(kept,))
    assert found.is_saved
    assert found.checked("a.csv").layout.columns["valor"] == (3,)
    assert found.mapping.name == "ERP da casa"
    with pytest.raises(BadInputError):
        look("Doc;Quem;Quando;Outro", mappings=(kept,)).checked("a.csv")


def test_a_kept_mapping_fits_the_file_of_problem_lines_too(look: Look) -> None:
    kept = ImportMapping(
        ImportKind.ORDERS,
        {"numero": ("Doc",), "cliente": ("Quem",), "data": ("Quando",), "valor": ("Quanto",)},
        headers=("doc", "quem", "quando", "quanto"),
    )
    assert look(f"Doc;Quem;Quando;Quanto;{REASON_COLUMN}", mappings=(kept,)).is_saved


def test_a_kept_mapping_knows_where_its_header_stands(look: Look) -> None:
    kept = ImportMapping(
        ImportKind.PRODUCTS,
        {"codigo": ("x",), "nome": ("y",)},
        headers=("x", "y"),
        format=SourceFormat(header_line=3, delimiter="|"),
    )
    found = look("numero;cliente;data", "a;b;c", "x|y", "1|Porca", mappings=(kept,))
    assert (found.is_saved, found.format.header_line, found.format.delimiter) == (True, 3, "|")
    assert found.mapping.format == kept.format


def test_a_mapping_without_headers_decides(look: Look) -> None:
    given = ImportMapping(
        ImportKind.ORDERS,
        {
            "numero": ("Nº Doc",),
            "cliente": ("CNPJ", "Cód+Loja"),
            "data": ("Dia",),
            "valor": ("R$",),
        },
        format=SourceFormat(decimal_mark=".", day_order=DayOrder.MONTH_FIRST),
    )
    found = look("N° Doc;CNPJ;Cód;Loja;Dia;R$", "1;;7;02;03/04/2026;1.234", mappings=(given,))
    assert not found.is_saved
    assert found.layout.cells(["1", "", "7", "02"]).raw("cliente") == "7-02"
    assert found.mapping.columns["cliente"] == ("CNPJ", "Cód+Loja")
    assert found.format.decimal_mark == "."
    assert found.format.day_order is DayOrder.MONTH_FIRST


def test_a_kind_without_columns_recognises_the_columns_for_that_kind(look: Look) -> None:
    given = ImportMapping(ImportKind.QUOTES, {})
    found = look("numero;cliente;data;valor", mappings=(given,))
    assert found.checked("a.csv").layout.kind is ImportKind.QUOTES
    assert found.kinds[:2] == (ImportKind.QUOTES, ImportKind.ORDERS)


def test_of_several_mappings_the_one_whose_columns_are_there_decides(look: Look) -> None:
    first = ImportMapping(ImportKind.ORDERS, {"numero": ("Pedido",)})
    second = ImportMapping(ImportKind.PRODUCTS, {"codigo": ("SKU",), "nome": ("Nome",)})
    assert look("SKU;Nome", "1;Porca", mappings=(first, second)).layout.kind is ImportKind.PRODUCTS
    with pytest.raises(BadInputError) as caught:
        look("foo;bar", mappings=(first, second))
    assert caught.value.message.as_dict()["header"] == "Pedido"


def test_a_mapping_of_invoices_says_nothing_of_tables(look: Look) -> None:
    own = ImportMapping(ImportKind.INVOICES, {"empresa": ("12ABC34501DE35",)})
    assert look(ORDERS, mappings=(own,)).layout.kind is ImportKind.ORDERS


def test_columns_of_one_name_are_told_apart(look: Look) -> None:
    given = ImportMapping(
        ImportKind.ORDERS,
        {
            "numero": ("Pedido",),
            "cliente": ("Cliente",),
            "data": ("Data",),
            "valor": ("Valor (2)",),
        },
    )
    found = look("Pedido;Cliente;Data;Valor;Valor", mappings=(given,))
    assert found.layout.columns["valor"] == (4,)
    assert found.mapping.columns["valor"] == ("Valor (2)",)


def test_a_mapping_with_an_unknown_column_is_refused(look: Look) -> None:
    with pytest.raises(BadInputError) as caught:
        look("a;b", mappings=(ImportMapping(ImportKind.ORDERS, {"preco": ("a",)}),))
    assert caught.value.message.key == "error.import_mapping_column_unknown"


def test_repeated_orders_speak_for_items_where_the_headers_do_not_tell(look: Look) -> None:
    header = "Pedido;Cliente;Data;Descrição;Qt;Vendedor;Empresa;Valor"
    single = [f"{line};101;02/01/2026;Porca;1;Bia;1;5,00" for line in range(9)]
    several = [f"{line // 3};101;02/01/2026;Porca;1;Bia;1;5,00" for line in range(9)]
    assert look(header, *single).layout.kind is ImportKind.ORDERS
    assert look(header, *several).layout.kind is ImportKind.ITEMS


def test_a_kind_that_lacks_a_needed_column_is_less_likely(look: Look) -> None:
    header = "Código;Nome;Telefone;Contato;Ocorrência;Motivo;Campanha;Obs;Cliente"
    assert look(header).layout.kind is ImportKind.CUSTOMERS
    assert look(f"{header};Data").layout.kind is ImportKind.CONTACTS


def test_cells_that_are_no_amounts_speak_against_a_kind_with_amounts(look: Look) -> None:
    header = "Número;Cliente;Data;Valor;Contato;Resultado;Observação"
    words = look(header, "1;101;02/01/2026;alto;Ana;Comprou;", "2;101;02/01/2026;baixo;;;")
    assert words.layout.kind is ImportKind.CONTACTS
    figures = look(header, "1;101;02/01/2026;7,50;Ana;Comprou;", "2;101;02/01/2026;8,00;;;")
    assert figures.layout.kind is ImportKind.ORDERS


def test_a_kept_header_is_found_below_a_line_that_looks_more_like_one(look: Look) -> None:
    kept = ImportMapping(
        ImportKind.PRODUCTS, {"codigo": ("x",), "nome": ("y",)}, headers=("x", "y", "z")
    )
    found = look("numero;cliente;data", "x;y;z", "1;Porca;", mappings=(kept,))
    assert (found.is_saved, found.format.header_line) == (True, 2)


def test_sales_with_their_items_are_orders_and_no_quotes(look: Look) -> None:
    header = (
        "ID;Número;Data;Contato;CPF/CNPJ;Situação;Valor total;Item - Código;Item - Descrição;"
        "Quantidade;Valor unitário"
    )
    line = "9;601;05/02/2024;Fulano;529.982.247-25;Atendido;110,00;A;Prod A;1,00;60,00"
    assert look(f"{header}\n{line}\n").layout.kind is ImportKind.ORDERS


def test_problem_lines_are_found_where_they_stand_whatever_the_mapping_says(
    tmp_path: Path,
) -> None:
    columns = {"numero": ("Doc",), "cliente": ("Cli",), "data": ("Dia",), "valor": ("Vlr",)}
    mapping = ImportMapping(ImportKind.ORDERS, columns, format=SourceFormat(header_line=3))
    whole, problems = tmp_path / "x.csv", tmp_path / "xp.csv"
    whole.write_text("Tit\nx\nDoc;Cli;Dia;Vlr\n21;1;02/03/2024;1,50\n")
    problems.write_text(
        f"Doc;Cli;Dia;Vlr;{REASON_COLUMN}\n22;1;02/03/2024;1,50;a\n23;1;02/03/2024;1,50;b\n"
    )
    found = [open_recognised(path, [mapping]) for path in (whole, problems)]
    assert [one.table.format.header_line for one in found] == [3, 1]
    assert [one.layout.columns for one in found] == [found[0].layout.columns] * 2
